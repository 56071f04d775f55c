"""Stakes as registers, tables and lists tell them, each format in its own file."""
