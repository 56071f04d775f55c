"""Stories kept, listed and searched, and what is one across outlets: copies, topics, events."""
