"""Which later parties a judgement is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from nongrata.lists import EntityId, ListId
from nongrata.lists.joins.judgements import Verdict
from nongrata.screening.judged import Ruling, Subject, Weighed, is_about, ruled

FOOTBALLER = Subject(
    names=("Ivan Petrov", "Vanya Petrov"),
    schema="Person",
    facts=(("age", "24"), ("country", "bg"), ("gender", "male"), ("identifier", "passport:1")),
    on=date(2024, 5, 3),
)


def ruling(subject: Subject = FOOTBALLER, verdict: Verdict = Verdict.NOT_SAME, days: int = 0) -> Ruling:
    return Ruling(
        subject=subject,
        list_id=ListId("us_ofac_sdn"),
        entity_id=EntityId("1"),
        caption="PETROV, Ivan",
        verdict=verdict,
        by="mk",
        on=datetime(2024, 5, 4, tzinfo=UTC) + timedelta(days=days),
        told=frozenset(["same_gender"]),
    )


@pytest.mark.parametrize(
    "later",
    [
        Subject(names=("Ivan Petrov",)),
        Subject(names=("PETROV, Ivan",), schema="Person"),
        Subject(names=("Иван Петров",), schema="Person"),
        Subject(names=("Vanya Petrov",), facts=(("country", "bg"), ("position", "striker"))),
        Subject(names=("Ivan Petrov",), facts=(("age", "26"),), on=date(2026, 1, 1)),
        Subject(names=("Ivan Petrov",), facts=(("birth_date", "2000-01-09"),)),
        Subject(names=("Ivan Petrov",), facts=(("identifier", "tax:9"),)),
    ],
)
def test_it_is_about_who_is_named_so_and_of_whom_nothing_contradicts(later: Subject) -> None:
    assert is_about(ruling(), later)


@pytest.mark.parametrize(
    "later",
    [
        Subject(names=("Ivan Petrovsky",)),
        Subject(names=("",)),
        Subject(names=("Ivan Petrov",), schema="Vessel"),
        Subject(names=("Ivan Petrov",), facts=(("country", "ru"),)),
        Subject(names=("Ivan Petrov",), facts=(("gender", "female"),)),
        Subject(names=("Ivan Petrov",), facts=(("age", "60"),), on=date(2024, 5, 3)),
        Subject(names=("Ivan Petrov",), facts=(("birth_date", "1964"),)),
        Subject(names=("Ivan Petrov",), facts=(("identifier", "passport:2"),)),
    ],
)
def test_it_is_not_about_another_name_or_what_contradicts(later: Subject) -> None:
    assert not is_about(ruling(), later)


def test_the_last_of_two_judgements_counts() -> None:
    held = ruled(FOOTBALLER, [ruling(days=2), ruling(verdict=Verdict.SAME, days=1)], [])

    assert held is not None
    assert held.verdict == "rejected"


def test_what_was_told_already_when_it_was_judged_changes_nothing() -> None:
    held = ruled(FOOTBALLER, [ruling()], [Weighed(rule="same_gender", effect="for", weight=0.3)])

    assert held is not None
    assert held.verdict == "rejected"


def test_what_tells_more_puts_it_in_doubt_only_where_it_weighs() -> None:
    later = replace(FOOTBALLER, facts=(("position", "colonel"),))
    slight = ruled(later, [ruling()], [Weighed(rule="story_of_country", effect="for", weight=0.1)])
    strong = ruled(later, [ruling()], [Weighed(rule="same_position", effect="for", weight=0.2)])
    other_way = ruled(later, [ruling()], [Weighed(rule="other_age", effect="against", weight=-0.6)])

    assert [held and held.verdict for held in (slight, strong, other_way)] == ["rejected", None, "rejected"]


def test_a_story_that_speaks_of_sanctions_beside_the_name_is_news_although_the_facts_are_known() -> None:
    held = ruled(FOOTBALLER, [ruling()], [Weighed(rule="said_to_be_sanctioned", effect="for", weight=0.2)])
    known = ruled(FOOTBALLER, [ruling()], [Weighed(rule="same_country", effect="for", weight=0.2)])

    assert [each and each.verdict for each in (held, known)] == [None, "rejected"]


def test_the_same_is_in_doubt_by_what_speaks_against() -> None:
    same = ruling(verdict=Verdict.SAME)
    held = ruled(
        replace(FOOTBALLER, facts=(("employer", "a bank"),)),
        [same],
        [Weighed(rule="other_trade", effect="against", weight=-0.5)],
    )

    assert held is not None
    assert held.verdict is None
    assert "other trade" in held.reason.says
