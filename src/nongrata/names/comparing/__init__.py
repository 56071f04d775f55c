"""How alike two words, and two names, are."""
