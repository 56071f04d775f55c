"""Names of persons, bodies and ships: found by the model, by the lists, and by the words beside them."""
