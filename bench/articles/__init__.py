"""Pages and pasted texts: what of them is the story, where one begins, when it was published."""
