"""One sentence: its tree with the parser's slips mended, and who is named where in it."""
