"""Names as such: how they are read in any script, which words in them tell, and how alike two of them are."""
