"""The listed names that could be like a name, found among millions without comparing it with all."""
