"""Time expressions, and the days, weeks, months and years that they stand for."""
