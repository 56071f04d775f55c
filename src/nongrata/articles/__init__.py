"""Captures as text with steady offsets: stories split, furniture marked, dates found."""

from nongrata.articles.read import READERS, Reader, read_article, read_articles
from nongrata.articles.record import (
    Article,
    DateBasis,
    Furniture,
    FurnitureKind,
    Published,
    Story,
)

__all__ = [
    "READERS",
    "Article",
    "DateBasis",
    "Furniture",
    "FurnitureKind",
    "Published",
    "Reader",
    "Story",
    "read_article",
    "read_articles",
]
