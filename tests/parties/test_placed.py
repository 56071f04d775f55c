"""Things found by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nongrata.parties.placed import Placed
from nongrata.values import Span


@given(st.lists(st.integers(1, 5), max_size=12), st.integers(0, 40), st.integers(0, 8))
def test_what_is_looked_up_is_what_looking_through_all_would_find(gaps: list[int], start: int, length: int) -> None:
    ends = [sum(gaps[: i + 1]) for i in range(len(gaps))]
    spans = [Span(end - gap, end - 1) for end, gap in zip(ends, gaps, strict=True)]
    placed = Placed((span, span) for span in reversed(spans))
    here = Span(start, start + length)
    filled = [span for span in spans if len(span)]

    if length:
        assert placed.around(here) == next((span for span in filled if span.covers(here)), None)
        assert [s for s in placed.within(here) if len(s)] == [s for s in filled if here.covers(s)]
    assert placed.last_before(start) == max((span for span in spans if span.start < start), default=None)
