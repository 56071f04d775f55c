"""Who did what to whom, how sure that is, who says so, and what is said of sanctions."""
