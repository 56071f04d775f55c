"""Captures as text with steady offsets: stories split, furniture marked, dates found."""

from nongrata.articles.record import (
    Article,
    DateBasis,
    Furniture,
    FurnitureKind,
    Published,
    Story,
)

__all__ = [
    "Article",
    "DateBasis",
    "Furniture",
    "FurnitureKind",
    "Published",
    "Story",
]
