"""What one would have to find out: single facts that would change the verdict."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.ownership import exposure


def test_the_rest_that_nobody_is_told_to_hold() -> None:
    facts = exposure([["X", "A", 42], ["free", "A", 38]], ["X"], "us_ofac").missing("A")

    assert facts[0].says == "if X holds 8 % or more of the untold 20 % of A: A is blocked"
    assert (facts[0].kind, facts[0].owner, facts[0].at_least) == ("rest", "X", Fraction(8))


def test_no_rest_where_the_others_hold_too_much() -> None:
    facts = exposure([["X", "A", 30], ["free", "A", 15], ["other", "A", 55]], ["X"], "us_ofac").missing("A")

    assert [fact.says for fact in facts] == ["if other is listed, or owned by the listed: A is blocked"]


def test_more_than_half_is_said_as_more() -> None:
    facts = exposure([["X", "A", 42]], ["X"], "eu").missing("A")

    assert facts[0].says == "if X holds more than 8 % of the untold 58 % of A: A is blocked"
    assert "if X controls A: control" in [fact.says for fact in facts]


def test_a_band_is_asked_for_where_it_turns() -> None:
    facts = exposure([["X", "A", [25, 50]], ["Y", "A", 10]], ["X", "Y"], "us_ofac").missing("A")

    assert facts[0].says == "if X holds 40 % or more of A (told: 25 to 50 %): A is blocked"


def test_a_share_two_owners_up_is_named() -> None:
    facts = exposure([["X", "A", None], ["A", "B", 70]], ["X"], "us_ofac").missing("B")

    assert "if X holds 50 % or more of A (nobody tells how much): B is blocked" in [fact.says for fact in facts]


def test_a_joint_arrangement_is_asked_for_where_holdings_are_not_added() -> None:
    facts = exposure([["X", "A", 40], ["Y", "A", 40]], ["X", "Y"], "uk").missing("A")

    assert "if X, Y hold A under a joint arrangement: blocked" in [fact.says for fact in facts]


def test_nothing_is_missing_where_it_is_settled() -> None:
    answers = exposure([["X", "A", 60]], ["X"], "uk")

    assert answers.missing("A") == answers.missing("X") == answers.missing("nobody") == ()


parties = st.sampled_from(["X", "Y", "A", "B", "C", "D"])
shares = st.sampled_from([10, 20, 30, 50, 60, None, (10, 30), (25, 50), (40, 75)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(parties, parties, shares), max_size=8), st.sampled_from(["us_ofac", "eu", "uk", "ca"]))
def test_each_fact_turns_the_verdict_when_it_is_so(rows: list[tuple[str, str, object]], regime: str) -> None:
    listed = ["X", "Y"]
    told = [row for at, row in enumerate(rows) if row[:2] not in [each[:2] for each in rows[:at]]]
    answers = exposure(told, listed, regime)
    for party in answers:
        for fact in answers.missing(party):
            if fact.kind not in ("share", "rest") or not fact.owner:
                continue
            so = (fact.at_least or 0) + (Fraction(1, 1000) if fact.above else 0)
            kept = [row for row in told if fact.kind == "rest" or row[:2] != (fact.owner, fact.owned)]

            turned = exposure([*kept, (fact.owner, fact.owned, so)], listed, regime)

            assert turned[party].verdict in ("blocked", "control"), (party, fact.says)
