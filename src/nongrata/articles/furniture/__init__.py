"""What of a text is no story: captions, bylines, offers, other headlines, told by words, looks and neighbours."""
