"""The plain words: every act in every mood, every standing, dates as exact as they are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from nongrata.dossiers import Dossier
from nongrata.events import EventType, Status
from nongrata.lists import ListId, ListVersion
from nongrata.outputs.regimes import chips_of, standing_of, standing_words
from nongrata.outputs.story.acts import ACTS, act_words
from nongrata.outputs.story.answer import answer_words, as_of, basis_words
from nongrata.outputs.story.cards import cards_of
from nongrata.outputs.story.demo import DEMO_STORIES, demo_story
from nongrata.outputs.words import STATUSES, date_words, starter_notice
from nongrata.values import PartialDate


@pytest.mark.parametrize("kind", get_args(EventType))
def test_every_type_of_act_has_words_in_every_mood(kind: str) -> None:
    assert (kind, None) in ACTS
    for status in get_args(Status):
        assert kind not in act_words(kind, "a mode of tomorrow", status)
        assert "{" not in act_words(kind, None, status, has_recipient=False)
    assert set(STATUSES) == set(get_args(Status))


def test_an_act_agrees_with_its_status() -> None:
    told = [act_words("AID", "military", status) for status in ("alleged", "unclear", "negated", "hypothetical")]

    assert told == [
        "allegedly gave arms or military aid to",
        "may have given arms or military aid to",
        "did not give arms or military aid to",
        "might give arms or military aid to",
    ]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-09-15T10:30", "15 September 2023, 10:30"),
        ("2023-09-11/2023-09-13", "11 September 2023 to 13 September 2023"),
        ("1961", "1961"),
        ("some day", "some day"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


def test_a_listing_that_ended_before_the_day_is_told_so(dossier: Dossier) -> None:
    match = dossier.stories[0].parties[2].matches[0]
    ended = replace(match, in_force=False, delisted_on=PartialDate("2023-01-05"))
    bare = replace(match, in_force=False, listed_on=None)
    possible = replace(match, verdict="possible")
    between = replace(match, listed_on=PartialDate("2022-02-17/2022-04-06"))
    day = date(2024, 5, 3)

    assert standing_of(ended, day) == "ended"
    assert standing_words(ended, day) == "listed 31 March 2022, delisted 5 January 2023, no longer in force on the day"
    assert standing_words(bare, day) == "not in force"
    assert standing_words(between, day) == "listed between 17 February 2022 and 6 April 2022, in force"
    assert standing_words(possible, day) == "listed 31 March 2022, in force"
    assert [chip.standing for chip in chips_of([ended, match], day)] == ["in force"]


def test_the_answer_tells_apart_who_was_listed_only_later(dossier: Dossier) -> None:
    (report,) = dossier.stories
    orlov, yard = report.parties[2], report.parties[3]
    later = replace(orlov, matches=orlov.matches[1:2])
    unknown = replace(yard, matches=tuple(replace(match, in_force=None) for match in yard.matches))

    answer = answer_words(cards_of([later, unknown], as_of(dossier, report)))

    assert (
        answer
        == "One party in this story is listed, since when is not told; one was listed only after the story’s day."
    )
    assert answer_words(()) == "No party in this story was found on the lists used."


def test_who_was_listed_only_after_the_story_is_no_party_on_no_list(dossier: Dossier) -> None:
    (report,) = dossier.stories
    orlov = report.parties[2]
    later = replace(orlov, exposure="none", matches=orlov.matches[1:2])

    (card,) = cards_of([later], as_of(dossier, report))

    assert card.is_told
    assert card.says == "listed only after the story’s day"
    assert answer_words([card]) == "One party in this story was listed only after the story’s day."


def test_the_day_that_listings_are_judged_on_is_told(dossier: Dossier) -> None:
    (report,) = dossier.stories
    asked = replace(dossier, made_by=replace(dossier.made_by, as_of=date(2025, 2, 1)))
    published = replace(report.story.published, on=None, basis="unknown")
    undated = replace(report, story=replace(report.story, published=published))

    assert basis_words(asked, report)[-1] == "listings judged as of Saturday 1 February 2025"
    assert basis_words(dossier, undated)[-1] == "date unknown: listings judged as the lists stand"


@pytest.mark.parametrize("name", DEMO_STORIES)
def test_each_demo_story_says_that_it_is_made_up(name: str) -> None:
    text, published = demo_story(name)

    assert "(This report is made up for a demonstration.)" in text
    assert 300 < len(text.split()) < 500
    assert published.year in (2023, 2024)


def _version(title: str, *, is_starter: bool = False) -> ListVersion:
    return ListVersion(
        list_id=ListId("starter" if is_starter else "us_ofac_sdn"),
        title=title,
        version="2026-08-20",
        sha256="0" * 64,
        entities=509 if is_starter else 19_249,
        is_starter=is_starter,
    )


def test_the_starter_list_alone_is_called_a_sample() -> None:
    notice = starter_notice([_version("starter", is_starter=True)])

    assert notice is not None
    assert notice[0] == "Screened against the starter list, 509 entries, as of 2026-08-20."


def test_beside_an_official_list_the_starter_list_speaks_for_the_others_only() -> None:
    notice = starter_notice([_version("OFAC SDN"), _version("starter", is_starter=True)])

    assert notice is not None
    assert notice[0] == "Screened in full against OFAC SDN."
    assert "For all other lists only the starter list, 509 entries" in notice[1]


def test_without_the_starter_list_nothing_is_said_of_it() -> None:
    assert starter_notice([_version("OFAC SDN")]) is None
