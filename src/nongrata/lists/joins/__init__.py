"""One party on many lists: which entries are of one party, why, and what people judged of it."""
