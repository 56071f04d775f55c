"""What was seen in a story is made to agree."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nongrata.articles import Article, read_article
from nongrata.mentions.read import read_story
from nongrata.sources import Capture


def names_of(text: str) -> list[str]:
    capture = Capture(
        uri="-", body=text.encode(), media_type="text/plain", fetched_at=datetime(2024, 5, 17, tzinfo=UTC)
    )
    article = read_article(capture, published=None)
    assert isinstance(article, Article)
    return [
        name.span.of(text) for story in article.stories for name in read_story(text, story, known=lambda _: None).names
    ]


@pytest.mark.parametrize(
    "credit", ["(Ministry of Transport via Telegram/Handout via REUTERS)", "(Photo by Ada Lund/AFP)"]
)
def test_whoever_took_the_picture_is_no_party(credit: str) -> None:
    story = f"Minister tours the port\n\nTransport minister Olga Brandt tours a quay. {credit}\n\nOlga Brandt spoke.\n"

    assert set(names_of(story)) == {"Olga Brandt"}


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
