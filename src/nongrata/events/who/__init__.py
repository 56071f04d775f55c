"""Whom the words of a sentence mean: parties, governments, people without a name, and who speaks."""
