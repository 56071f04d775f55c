"""The European Union's consolidated list of financial sanctions, as XML and as csv."""
