"""Who is sanctioned through an owner: worked cases, random graphs, a million stakes."""
