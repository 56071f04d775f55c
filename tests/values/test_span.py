"""Where in a text something stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.values import Span, overlaps_any

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


def test_a_span_gives_its_words() -> None:
    assert Span(13, 24).of("the leader, \nKim Jong Un, said") == "Kim Jong Un"


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_cannot_be_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="wanted 0 <= start <= end"):
        Span(start, end)


@given(SPANS, SPANS)
def test_overlapping_is_mutual_and_means_a_shared_character(left: Span, right: Span) -> None:
    shared = set(range(left.start, left.end)) & set(range(right.start, right.end))

    assert left.overlaps(right) == right.overlaps(left)
    if len(left) and len(right):
        assert left.overlaps(right) == bool(shared)
        assert overlaps_any(left, [right]) == bool(shared)


@given(SPANS, SPANS)
def test_what_covers_holds_every_character(left: Span, right: Span) -> None:
    if left.covers(right):
        assert set(range(right.start, right.end)) <= set(range(left.start, left.end))
