"""Names and tables of names held against the lists: `nongrata screen` and `nongrata compare`."""
