"""How sure a story is of an act, and who says so: read off the words above and around it."""
