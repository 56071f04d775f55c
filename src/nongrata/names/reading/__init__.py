"""Names read: their words in Latin letters, and what kind of word each is."""
