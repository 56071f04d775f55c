"""What was seen in a story is made to agree."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nongrata.articles import Article, read_article
from nongrata.mentions import Reading
from nongrata.mentions.read import read_story
from nongrata.sources import Capture

LISTED = {"november 17 organization": "Organization"}


def names_of(text: str) -> list[str]:
    return [name.span.of(text) for reading in readings_of(text) for name in reading.names]


def readings_of(text: str) -> list[Reading]:
    capture = Capture(
        uri="-", body=text.encode(), media_type="text/plain", fetched_at=datetime(2024, 5, 17, tzinfo=UTC)
    )
    article = read_article(capture, published=None)
    assert isinstance(article, Article)
    return [read_story(text, story, known=LISTED.get) for story in article.stories]


@pytest.mark.parametrize(
    "credit", ["(Ministry of Transport via Telegram/Handout via REUTERS)", "(Photo by Ada Lund/AFP)"]
)
def test_whoever_took_the_picture_is_no_party(credit: str) -> None:
    story = f"Minister tours the port\n\nTransport minister Olga Brandt tours a quay. {credit}\n\nOlga Brandt spoke.\n"

    assert set(names_of(story)) == {"Olga Brandt"}


@pytest.mark.parametrize("credit", ["Photo: SNA", "PHOTO | JANE LUND", "Photograph by Ada Lund/AFP"])
def test_nor_is_who_is_told_to_have_taken_it_behind_the_caption(credit: str) -> None:
    story = f"Minister tours the port\n\nMinister Olga Brandt tours a quay. {credit}\n\nOlga Brandt spoke.\n"

    assert set(names_of(story)) == {"Olga Brandt"}


@pytest.mark.parametrize(
    ("story", "names"),
    [
        ("“No,” envoy Thomas Barrack wrote on X. Barrack, who toured the port, left.", ["Thomas Barrack", "Barrack"]),
        ("Two militia leaders were blacklisted by Britain.", []),
        ("Olga Brandt, the Oscar-winning director, left.", ["Olga Brandt"]),
        ("The Four Seasons Hotel was sold.", ["Four Seasons Hotel"]),
    ],
)
def test_a_network_a_number_and_a_prize_are_no_part_of_a_name(story: str, names: list[str]) -> None:
    assert names_of(story) == names


def test_a_name_in_ordinary_brackets_is_a_party() -> None:
    story = "Its manager (Larkspur Maritime Ltd) denied that, a court in Piraeus heard on Monday."

    assert names_of(story) == ["Larkspur Maritime Ltd"]


def test_a_weapon_is_no_party() -> None:
    assert names_of("The air force flew two Sukhoi Su-35 fighters over the strait on Monday.") == []


def test_the_towns_of_a_dateline_are_no_party() -> None:
    story = (
        "KOMSOMOLSK-ON-AMUR/SEOUL, Oct 19 (Demo Wire) - Olga Brandt toured a fighter plant on Thursday.\n\nShe left.\n"
    )

    assert [name for name in names_of(story) if name.isupper()] == []


def test_a_day_in_the_name_of_a_body_is_no_time() -> None:
    story = "The November 17 Organization was banned in Athens. It was founded in 1975.\n"

    assert [time.text for reading in readings_of(story) for time in reading.times] == ["in 1975"]
