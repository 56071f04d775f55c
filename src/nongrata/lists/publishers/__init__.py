"""The lists as their publishers give them out: a reader for each file that one of them publishes."""
