"""Names of places, and the one place that each means here."""
