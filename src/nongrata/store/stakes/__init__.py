"""Stakes kept: those that a user added, and the lists' own."""
