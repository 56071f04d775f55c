"""What stands around a pasted story is not of the story, whatever words it has."""

from __future__ import annotations

from datetime import UTC, datetime

from nongrata.articles import Article, Story, read_article
from nongrata.sources import Capture

STORY = (
    "The bank in Lisbon closed two accounts on Monday, its director said.\n\n"
    "The owner of both lives in Porto and was told by letter."
)
TITLE = "Bank closes accounts of two traders"


def read(text: str) -> tuple[Article, Story]:
    capture = Capture(
        uri="page", body=text.encode(), media_type="text/plain", fetched_at=datetime(2024, 5, 2, tzinfo=UTC)
    )
    article = read_article(capture, published=None)
    assert isinstance(article, Article)
    (story,) = article.stories
    return article, story


def furniture(text: str) -> list[str]:
    article, story = read(text)
    return [each.span.of(article.text) for each in story.furniture]


def title(text: str) -> str | None:
    article, story = read(text)
    return None if story.title is None else story.title.of(article.text)


def test_words_over_the_title_are_the_page_s() -> None:
    page = f"Markets\n\nPremium\n\n{TITLE}\n\nBy Ana Reis\n\n{STORY}"

    assert furniture(page) == ["Markets", "Premium", "By Ana Reis"]
    assert title(page) == "Bank closes accounts of two traders"


def test_a_line_over_the_title_that_shares_no_word_with_the_story_is_the_page_s() -> None:
    page = f"All our work in one place\n\nSubscribe\n\n{TITLE}\n\nBy Ana Reis\n\n{STORY}"

    assert title(page) == "Bank closes accounts of two traders"


def test_an_index_of_the_page_s_own_headings_is_no_story() -> None:
    heading = "Bank closes accounts of two traders"

    assert furniture(f"Now reading\n\n{heading}\n\nMenu\n\n{heading}\n\nBy Ana Reis\n\n{STORY}")[:2] == [
        "Now reading",
        heading,
    ]


def test_a_crosshead_is_of_the_story() -> None:
    page = f"{TITLE}\n\n{STORY}\n\nOld friends\n\n{STORY}"

    assert furniture(page) == []


def test_the_names_of_a_list_at_the_end_are_of_the_story() -> None:
    page = f"{TITLE}\n\n{STORY}\n\nThe accounts belonged to these companies:\n\nTejo Trade\n\nDouro Metals"

    assert furniture(page) == []


def test_who_the_author_is_stands_outside() -> None:
    life = "Ana Reis covers banks and has worked in Lisbon since 2011."

    assert furniture(f"{TITLE}\n\nBy Ana Reis\n\n{STORY}\n\n{life}")[-1] == life


def test_a_caption_keeps_the_credit_glued_to_it() -> None:
    caption = "The bank's old seat, 90 metres from the river.Rui Costa/The Douro Post"

    assert caption in furniture(f"{TITLE}\n\nBy Ana Reis\n\n{caption}\n\n{STORY}")


def test_the_place_alone_over_the_first_paragraph_is_its_dateline() -> None:
    page = f"{TITLE}\n\nAna Reis | 04.03.2024\n\nLISBON\n\n{STORY}"

    assert furniture(page) == ["Ana Reis | 04.03.2024"]
