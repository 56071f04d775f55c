"""Where in a text something stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in Python string offsets, end exclusive.

    Positional, unlike the records: `Span(3, 7)` reads as what it is.

    >>> Span(0, 3).of("Kim Jong Un")
    'Kim'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}-{self.end}: wanted 0 <= start <= end")

    def of(self, text: str) -> str:
        """Give the words that stand here in the text."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Have at least one character in common."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Hold every character of the other."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


def overlaps_any(span: Span, others: Iterable[Span]) -> bool:
    """Have a character in common with at least one of the others."""
    return any(span.overlaps(other) for other in others)
