"""yente's routes, in its words, so that its clients work against us unchanged."""
