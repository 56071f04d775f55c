"""Things found by where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nongrata.values import Span
from nongrata.values.placed import Placed


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


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12), st.integers(0, 40), st.integers(1, 8))
def test_what_touches_a_span_is_found_though_others_overlap_it(
    begun: list[tuple[int, int]], start: int, length: int
) -> None:
    spans = [Span(at, at + long) for at, long in begun]
    placed = Placed((span, span) for span in spans)
    here = Span(start, start + length)

    assert [span for _here, span in placed.touching(here)] == sorted(span for span in spans if span.overlaps(here))
    assert list(placed.back_from(start)) == sorted((span for span in spans if span.start < start), reverse=True)
