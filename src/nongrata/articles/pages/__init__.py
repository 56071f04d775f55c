"""HTML pages: their story's text and their days."""
