"""The shelf of accepted lists: versions, the one in use, what joins them."""
