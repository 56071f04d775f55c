"""The fixpoint against two independent reckonings, on graphs made up by chance: circles and cross-holdings included."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.ownership import exposure
from nongrata.ownership.law.rule import Rule
from nongrata.ownership.law.rules import RULES, rule_of

Row = tuple[str, str, object]
Edge = tuple[str, str, Fraction]
PARTIES = [f"p{number}" for number in range(12)]


def rows(parties: int = 12, most: int = 30) -> st.SearchStrategy[list[Edge]]:
    """Give stakes among some parties; shares that meet the thresholds by chance and by design."""
    party = st.sampled_from(PARTIES[:parties])
    share = st.one_of(
        st.sampled_from([10, 20, 25, 30, 33, 40, 50, 51, 60, 100]).map(Fraction),
        st.fractions(min_value=0, max_value=100, max_denominator=40),
    )
    return st.lists(st.tuples(party, party, share), max_size=most)


listed_some = st.lists(st.sampled_from(PARTIES[:5]), max_size=3, unique=True)
regimes = st.sampled_from(sorted(set(RULES) - {"us_ssi_4"}))


def reaches(rule: Rule, amount: Fraction) -> bool:
    threshold = rule.owns[0]
    return amount > threshold.percent if threshold.more else amount >= threshold.percent


def held_by(caught: Iterable[str], party: str, edges: list[Edge]) -> Fraction:
    owners = set(caught)
    return sum((share for owner, owned, share in edges if owned == party and owner in owners), Fraction(0))


def from_scratch(edges: list[Edge], seeds: Iterable[str], rule: Rule) -> set[str]:
    """Give the caught by asking everybody again until nothing changes."""
    caught = set(seeds)
    while True:
        more = {party for party in PARTIES if reaches(rule, held_by(caught, party, edges))} - caught
        if not more:
            return caught
        caught |= more


def closed_sets(edges: list[Edge], seeds: set[str], rule: Rule, parties: list[str]) -> set[str]:
    """Give what is in every set that holds the seeds and all that it owns: the least fixpoint by its definition."""
    rest = [party for party in parties if party not in seeds]
    least = set(parties) | seeds
    for size in range(len(rest) + 1):
        for some in combinations(rest, size):
            candidate = seeds | set(some)
            if all(party in candidate or not reaches(rule, held_by(candidate, party, edges)) for party in rest):
                least &= candidate
    return least


def by_law(reckon: object, edges: list[Edge], listed: list[str], rule: Rule) -> set[str]:
    """Give the caught: from all the listed at once where the law adds them, else from each."""
    if rule.added:
        return reckon(edges, set(listed))  # type: ignore[operator,no-any-return] # either reckoning
    return set(listed).union(*(reckon(edges, {seed}) for seed in listed))  # type: ignore[operator] # as above


def blocked(edges: Iterable[Row], listed: list[str], regime: str) -> set[str]:
    answers = exposure(edges, listed, regime)
    assert {answer.verdict for answer in answers.values()} <= {"blocked", "not blocked"}
    return {party for party in answers if answers[party].verdict == "blocked"}


@settings(max_examples=50, deadline=None)
@given(rows(), listed_some, regimes)
def test_the_fixpoint_is_that_of_asking_everybody_again(edges: list[Edge], listed: list[str], regime: str) -> None:
    rule = rule_of(regime)

    expected = by_law(lambda edges, seeds: from_scratch(edges, seeds, rule), edges, listed, rule)

    assert blocked(edges, listed, regime) == expected


@settings(max_examples=50, deadline=None)
@given(rows(parties=6, most=12), listed_some, regimes)
def test_the_fixpoint_is_the_least_closed_set(edges: list[Edge], listed: list[str], regime: str) -> None:
    rule = rule_of(regime)

    expected = by_law(lambda edges, seeds: closed_sets(edges, seeds, rule, PARTIES[:6]), edges, listed, rule)

    assert blocked(edges, listed, regime) == expected


@settings(max_examples=50, deadline=None)
@given(rows(), listed_some, regimes, st.data())
def test_one_more_stake_of_a_blocked_owner_never_unblocks(
    edges: list[Edge], listed: list[str], regime: str, data: st.DataObject
) -> None:
    before = blocked(edges, listed, regime)
    if not before:
        return
    more = data.draw(st.tuples(st.sampled_from(sorted(before)), st.sampled_from(PARTIES), st.integers(0, 100)))

    assert before <= blocked([*edges, more], listed, regime)


@settings(max_examples=50, deadline=None)
@given(rows(), listed_some, regimes, st.data())
def test_the_order_of_the_facts_does_not_matter(
    edges: list[Edge], listed: list[str], regime: str, data: st.DataObject
) -> None:
    mixed, people = data.draw(st.permutations(edges)), data.draw(st.permutations(listed))
    answers, again = exposure(edges, listed, regime), exposure(mixed, people, regime)

    assert {party: (a.verdict, a.sum) for party, a in answers.items()} == {
        party: (a.verdict, a.sum) for party, a in again.items()
    }


@st.composite
def whole_and_vague(draw: st.DrawFn) -> tuple[list[Edge], list[Row]]:
    """Give exact stakes that no entity has too many of, and the same facts told as ranges around them."""
    left = dict.fromkeys(PARTIES, Fraction(100))
    exact: list[Edge] = []
    vague: list[Row] = []
    for owner, owned, share in draw(rows(most=20)):
        share = min(share, left[owned])
        left[owned] -= share
        exact.append((owner, owned, share))
        low = share * draw(st.integers(0, 4)) / 4
        high = share + (100 - share) * draw(st.integers(0, 4)) / 4
        told = draw(st.sampled_from(["exact", "range", "untold"]))
        vague.append((owner, owned, {"exact": share, "range": [low, high], "untold": None}[told]))
    return exact, vague


@settings(max_examples=60, deadline=None)
@given(whole_and_vague(), listed_some, regimes)
def test_ranges_hold_the_truth_between_them(
    facts: tuple[list[Edge], list[Row]], listed: list[str], regime: str
) -> None:
    exact, vague = exposure(facts[0], listed, regime), exposure(facts[1], listed, regime)

    for party in exact:
        truth, told = exact[party], vague[party]
        if told.verdict in ("blocked", "not blocked"):
            assert told.verdict == truth.verdict
        low, high = told.sum if isinstance(told.sum, tuple) else (told.sum, told.sum)
        assert isinstance(truth.sum, Fraction)
        assert low <= truth.sum <= high


@settings(max_examples=50, deadline=None)
@given(rows(), listed_some, regimes)
def test_every_path_starts_at_a_listed_person_and_the_sum_is_that_of_the_last_steps(
    edges: list[Edge], listed: list[str], regime: str
) -> None:
    for answer in exposure(edges, listed, regime).values():
        if answer.listed:
            continue
        last = {path.links[-1] for path in answer.paths}
        assert sum((link.low or Fraction(0) for link in last), Fraction(0)) == answer.sum
        for path in answer.paths:
            assert path.links[0].owner in listed
            assert [link.owned for link in path.links[:-1]] == [link.owner for link in path.links[1:]]
            assert path.links[-1].owned == answer.party


@settings(max_examples=60, deadline=None)
@given(rows(), listed_some.filter(bool), regimes, st.data())
def test_one_more_stake_of_a_blocked_owner_unblocks_nobody(
    edges: list[Edge], listed: list[str], regime: str, data: st.DataObject
) -> None:
    before = blocked(edges, listed, regime)
    owner, owned = data.draw(st.sampled_from(sorted(before))), data.draw(st.sampled_from(PARTIES))
    share = data.draw(st.sampled_from([Fraction(1), Fraction(30), Fraction(60)]))

    assert before <= blocked([*edges, (owner, owned, share)], listed, regime)
