"""What cannot be right is kept and shown; nothing is repaired in silence, and nothing hangs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.ownership import exposure
from nongrata.ownership.shares import read_share
from nongrata.ownership.stakes import KINDS


@pytest.mark.parametrize(
    ("share", "says"),
    [
        (120, "a share of 120 percent: wanted 0 to 100"),
        (-5, "a share of -5 percent: wanted 0 to 100"),
        ([60, 40], "a range from 60 to 40 percent: wanted the lower first"),
        ("a lot", "a share that cannot be read: 'a lot': wanted a percentage or a range of two"),
        (float("nan"), "a share that cannot be read: 'float': wanted a percentage or a range of two"),
        (True, "a share that cannot be read: 'bool': wanted a percentage or a range of two"),
        ("9" * 5000, f"a share that cannot be read: '{'9' * 40}': wanted a percentage or a range of two"),
        (Decimal("1e-999999"), "a share that cannot be read: 'Decimal': wanted a percentage or a range of two"),
    ],
)
def test_an_impossible_share_counts_as_untold_and_is_shown(share: object, says: str) -> None:
    answers = exposure([["X", "A", share]], ["X"], "us_ofac")

    assert answers["A"].verdict == "unknown"
    assert [conflict.says for conflict in answers["A"].conflicts] == [says]


def test_an_entity_owned_more_than_whole_is_shown() -> None:
    answers = exposure([["X", "A", 60], ["Y", "A", 70]], ["X"], "us_ofac")

    assert answers["A"].verdict == "blocked"
    assert [each.says for each in answers.conflicts] == ["130 percent of the shares of A in all: wanted at most 100"]


def test_a_circle_that_owns_itself_whole_blocks_nobody_and_is_shown() -> None:
    answers = exposure([["A", "B", 100], ["B", "A", 100]], ["X"], "us_ofac")

    assert {answers[party].verdict for party in "AB"} == {"not blocked"}
    assert "own 100 percent of each other in a circle" in answers["A"].conflicts[0].says


def test_a_holding_of_oneself_counts_for_nobody_and_is_shown() -> None:
    answers = exposure([["X", "A", 45], ["A", "A", 10]], ["X"], "us_ofac")

    assert (answers["A"].verdict, answers["A"].sum) == ("not blocked", Fraction(45))
    assert "holds 10 % of itself" in answers["A"].conflicts[0].says


def test_sources_that_contradict_each_other_leave_the_verdict_open() -> None:
    stakes = [
        {"owner": "X", "owned": "A", "percent": 60, "source": "register"},
        {"owner": "X", "owned": "A", "percent": 30, "source": "annual report"},
    ]

    answer = exposure(stakes, ["X"], "us_ofac")["A"]

    assert (answer.verdict, answer.sum) == ("depends", (Fraction(30), Fraction(60)))
    assert answer.conflicts[0].says == "the sources contradict each other: register: 60 %; annual report: 30 %"
    assert answer.paths[0].links[0].sources == ("register", "annual report")


def test_sources_that_agree_narrow_each_other() -> None:
    stakes = [
        {"owner": "X", "owned": "A", "percent": "more than 25 but not more than 50", "source": "register"},
        {"owner": "X", "owned": "A", "percent": 49, "source": "annual report"},
    ]

    answer = exposure(stakes, ["X"], "us_ofac")["A"]

    assert (answer.verdict, answer.sum, answer.conflicts) == ("not blocked", Fraction(49), ())


def test_two_classes_of_one_source_are_added() -> None:
    assert exposure([["X", "A", 30], ["X", "A", 20]], ["X"], "us_ofac")["A"].verdict == "blocked"


def test_the_day_decides_which_stakes_count() -> None:
    stakes = [{"owner": "X", "owned": "A", "percent": 60, "since": "2014-03", "until": "2022-04-08"}]

    def on(day: date | None) -> str:
        return exposure(stakes, ["X"], "us_ofac", as_of=day)["A"].verdict if on_graph(day) else "gone"

    def on_graph(day: date | None) -> bool:
        return "A" in exposure(stakes, ["X"], "us_ofac", as_of=day)

    assert on(date(2020, 1, 1)) == "blocked"
    assert on(date(2014, 3, 15)) == "depends"
    assert on(date(2023, 1, 1)) == on(date(2014, 2, 1)) == on(None) == "gone"


def test_ties_that_own_nothing_are_named_and_count_for_nothing() -> None:
    stakes = [{"owner": "X", "owned": "A", "kind": kind} for kind in ("linked", "acting for", "directorship")]

    for regime in ("us_ofac", "eu", "uk"):
        answer = exposure(stakes, ["X"], regime).of("A")
        assert answer.verdict in ("unknown", "not blocked")
        assert sum("owns nothing by itself" in note for note in answer.notes) == 3


def test_what_the_others_surely_hold_cannot_be_the_listed_persons() -> None:
    answer = exposure([["X", "A", None], ["free", "A", 60]], ["X"], "us_ofac")["A"]

    assert (answer.verdict, answer.sum) == ("not blocked", (Fraction(0), Fraction(40)))


def test_a_party_nobody_mentions_is_unknown() -> None:
    answers = exposure([], ["X"], "uk")

    assert answers.of("A").verdict == "unknown"
    assert "A" not in answers
    assert answers["X"].listed


def test_a_chain_of_thousands_and_a_circle_of_thousands_are_answered() -> None:
    chain: list[list[object]] = [["X", "0", 60]] + [[str(at), str(at + 1), 60] for at in range(20_000)]
    circle = [*chain, ["20000", "0", 30]]

    for regime in ("us_ofac", "uk"):
        assert exposure(circle, ["X"], regime)["20000"].verdict == "blocked"
        listed = ["X", *(str(each) for each in range(0, 20_000, 2))]
        assert exposure(chain, listed, regime)["20000"].verdict == "blocked"


def test_listed_holders_of_two_parts_each_are_answered_from_the_top() -> None:
    rows: list[list[object]] = []
    for at in range(3_000):
        rows += [[f"p{at}", f"h{at}", 60], [f"p{at}", f"p{at + 1}", 30], [f"h{at}", f"p{at + 1}", 30]]

    answers = exposure(rows, [f"p{at}" for at in reversed(range(3_000))], "uk")

    assert answers["p3000"].verdict == "blocked"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.decimals(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=6,
)
nearly = st.fixed_dictionaries(
    {"owner": st.sampled_from("XAB"), "owned": st.sampled_from("XAB"), "percent": anything},
    optional={"kind": st.sampled_from(sorted(KINDS)), "since": anything, "until": anything, "source": anything},
)


@settings(max_examples=100, deadline=None)
@given(st.lists(anything | nearly, max_size=6), st.lists(anything, max_size=2), st.lists(anything, max_size=2))
def test_no_row_however_wrong_breaks_the_reckoning(
    rows: list[object], control: list[object], joint: list[object]
) -> None:
    for regime in ("us_ofac", "uk"):
        answers = exposure(rows, ["X"], regime, control, joint, as_of=date(2024, 1, 1))
        for party in answers:
            assert answers[party].says
            answers.missing(party)


@given(anything)
def test_any_value_is_a_share_or_a_problem(value: object) -> None:
    share, problem = read_share(value)

    assert 0 <= share.low <= share.high <= 100
    assert not problem or not share.told
