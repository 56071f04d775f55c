"""The arithmetic of ownership over the whole graph: who is caught, by which paths, and what is missing."""
