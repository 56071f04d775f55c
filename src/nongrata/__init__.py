"""Nongrata reads the news and says who in it is under sanctions, by whom, since when, and who says so."""

from nongrata.values.version import __version__

__all__ = ["__version__"]
