"""The first look at pages: what it keeps, what it lets pass, in which languages."""
