"""Names and entities held against one another, beside other matchers and on rows of our own."""
