"""The search over all lists, and over made-up ones that are far larger."""
