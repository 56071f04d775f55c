"""Things that stand in a text, found by where they stand, however long the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from nongrata.values.span import Span

T = TypeVar("T")


class Placed(Generic[T]):
    """Things by their spans. `around` and `within` want spans of which none overlap; the others take any.

    >>> words = Placed([(Span(0, 3), "Kim"), (Span(9, 12), "Pak")])
    >>> words.around(Span(10, 11)), words.around(Span(4, 5))
    ('Pak', None)
    >>> words.within(Span(0, 9))
    ['Kim']
    >>> words.touching(Span(2, 10)), list(words.back_from(9))
    ([(Span(start=0, end=3), 'Kim'), (Span(start=9, end=12), 'Pak')], ['Kim'])
    """

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=lambda pair: pair[0])
        self._starts = [span.start for span, _thing in self._things]
        self._longest = max((len(span) for span, _thing in self._things), default=0)

    def around(self, span: Span) -> T | None:
        """Give the thing that covers a span."""
        at = bisect_right(self._starts, span.start) - 1
        return self._things[at][1] if at >= 0 and self._things[at][0].covers(span) else None

    def within(self, span: Span) -> list[T]:
        """Give the things that a span covers, in order."""
        found = self._things[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return [thing for here, thing in found if here.end <= span.end]

    def last_before(self, at: int) -> T | None:
        """Give the last thing that begins before here."""
        number = bisect_left(self._starts, at) - 1
        return self._things[number][1] if number >= 0 else None

    def back_from(self, at: int) -> Iterator[T]:
        """Give the things that begin before here, the nearest first."""
        return (thing for _span, thing in self.placed_back_from(at))

    def placed_back_from(self, at: int) -> Iterator[tuple[Span, T]]:
        """Give the same, each with its span."""
        return (self._things[number] for number in range(bisect_left(self._starts, at) - 1, -1, -1))

    def touching(self, span: Span) -> list[tuple[Span, T]]:
        """Give the things that have a character in common with a span, each with its own span, in order."""
        first = bisect_right(self._starts, span.start - self._longest)
        found = self._things[first : bisect_left(self._starts, span.end)]
        return [(here, thing) for here, thing in found if here.overlaps(span)]
