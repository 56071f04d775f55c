"""Nongrata reads the news and says who in it is under sanctions, by whom, since when, and who says so."""

__version__ = "0.1.0"
