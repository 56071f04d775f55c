"""The law of each regime: when a party that is on no list is caught through its owners."""
