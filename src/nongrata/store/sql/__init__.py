"""The database beneath every shelf: SQLite or PostgreSQL."""
