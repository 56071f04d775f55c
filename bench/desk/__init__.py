"""Stories across outlets, a watch that is killed, the server under load."""
