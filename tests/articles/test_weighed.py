"""Lines that no phrase tells are told by how they look and where they stand; a real paragraph stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nongrata.articles import Article, read_article
from nongrata.articles.furniture.blocks import find_blocks
from nongrata.articles.furniture.lines import Page
from nongrata.articles.furniture.looks import looks_of
from nongrata.articles.furniture.weighed import mark_weighed
from nongrata.sources import Capture

STORY = (
    "Harbour keeps tanker for unpaid fees",
    "The harbour of Varna has kept a tanker since Monday because her owner owes 300,000 euros in fees.",
    "The owner, a company in Majuro, told the court that it had sold the ship in May.",
    "The hearing goes on next week.",
)


def furniture(*lines: str, media_type: str = "text/plain") -> list[str]:
    text = "\n\n".join(lines)
    capture = Capture(uri="a", body=text.encode(), media_type=media_type, fetched_at=datetime(2024, 3, 12, tzinfo=UTC))
    article = read_article(capture, published=None)
    assert isinstance(article, Article)
    return [each.span.of(article.text) for story in article.stories for each in story.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Our small team depends on what readers give. If our work matters to you, please chip in.",
        "Help keep our harbour coverage free for everyone: give a little each month.",
        "This portal collects reports of forty newspapers and is not responsible for their content.",
        "Ines Duarte is our reporter in Porto and has written about ships for us since 2015.",
    ],
)
def test_what_a_site_says_of_itself_is_no_part_of_the_story(line: str) -> None:
    assert furniture(*STORY, line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "We will use all our tools against those who help the company, the minister said.",
        "The newspaper that first told of the sale has been shut down by its publisher.",
        "“Please support our crew,” read a sheet that hung from the bridge.",
        "Statements of support came from the crew’s union, the mayor and a bishop.",
        "- ANNA B, crude oil tanker, flag Gabon, IMO 9255000",
    ],
)
def test_a_real_paragraph_stays(line: str) -> None:
    assert furniture(*STORY, line, STORY[1].replace("Varna", "Burgas")) == []


def test_where_the_story_itself_speaks_to_its_readers_that_tells_nothing() -> None:
    advice = (
        "How to check your supplier",
        "You have a new supplier, and your bank asks you who owns it, so you begin with the register.",
        "You will find the lists of your own government on its site, and you can search them by name.",
        "If your supplier is on one of them, you should call your lawyer before you pay him anything.",
    )

    assert furniture(*advice) == []


@pytest.mark.parametrize("over", [("Shipping & Trade",), ("More", "Local"), ("Home", "Ports", STORY[0], "Search")])
def test_the_title_is_what_speaks_of_the_story(over: tuple[str, ...]) -> None:
    text = "\n\n".join((*over, STORY[0], "By Jane Doe", *STORY[1:]))
    capture = Capture(
        uri="a", body=text.encode(), media_type="text/plain", fetched_at=datetime(2024, 3, 12, tzinfo=UTC)
    )
    article = read_article(capture, published=None)
    assert isinstance(article, Article)

    (story,) = article.stories

    assert story.title is not None
    assert story.title.of(article.text) == STORY[0]
    assert story.bylines == ("Jane Doe",)


def test_a_day_in_figures_is_read_as_the_dateline_explains_it() -> None:
    text = (
        "Port reopens\n\n12/03/2024\n\nAMMAN, March 12 (KUNA) -- The port was opened again on Tuesday, a minister said."
    )
    capture = Capture(uri="a", body=text.encode(), media_type="text/plain", fetched_at=datetime(2024, 5, 1, tzinfo=UTC))
    article = read_article(capture, published=None)
    assert isinstance(article, Article)

    (story,) = article.stories

    assert (str(story.published.on), story.published.basis, story.agency) == ("2024-03-12", "dateline", "KUNA")


def test_texts_in_other_languages_are_not_weighed() -> None:
    text = "\n\n".join(
        (
            "Der Hafen hält das Schiff fest",
            "Die Reederei hat nach Angaben des Hafens die Gebühren nicht bezahlt.",
            "Mehr",
        )
    )
    blocks = find_blocks(text)

    assert mark_weighed(text, blocks) == blocks


def test_nothing_is_weighed_where_nothing_stands() -> None:
    assert mark_weighed("", []) == []


def test_a_page_that_ends_in_mid_sentence_is_read() -> None:
    """What an hour of altered bytes found."""
    assert furniture("The bank closed two accounts on Monday.", "VILNIUS (AFP) - Inspectors who came to the bank") == []


def test_a_line_is_looked_at_from_all_sides() -> None:
    text = "\n\n".join((*STORY, "Support our work"))
    page = Page.of(text, find_blocks(text))

    looks = set(looks_of(page, len(page.lines) - 1))

    assert {"size:3w", "ends:word", "zone:tail", "speaks as we", "word support", "over text", "under edge"} <= looks


@pytest.mark.parametrize(
    "line",
    [
        "For all the latest news, follow the Daily Harbour's channel on Google News.",
        "Together with Harbour Bank",
        "Image caption The tanker at her berth",
        "On HarbourTimes.com: Crew of the tanker goes home",
        "•",
    ],
)
def test_what_points_elsewhere_in_mid_story_is_no_part_of_it(line: str) -> None:
    assert furniture(*STORY[:3], line, STORY[3]) == [line]


def test_sections_with_a_bar_between_them_over_the_title_are_the_pages_trail() -> None:
    assert furniture("Ports & Ships | Courts", *STORY) == ["Ports & Ships | Courts"]


def test_a_letters_items_under_headlines_in_capitals_are_stories() -> None:
    lines = ("The Harbour Letter", "In this issue: a tanker, a crane", "TANKER KEPT IN VARNA", STORY[1], STORY[2])
    text = "\n\n".join((*lines, "CRANE SOLD IN BURGAS", STORY[2].replace("ship", "crane"), STORY[3]))
    capture = Capture(
        uri="a", body=text.encode(), media_type="text/plain", fetched_at=datetime(2024, 3, 12, tzinfo=UTC)
    )
    article = read_article(capture, published=None)

    assert isinstance(article, Article)
    titles = [story.title and story.title.of(text) for story in article.stories]
    assert titles == ["TANKER KEPT IN VARNA", "CRANE SOLD IN BURGAS"]


def test_what_a_paper_says_of_itself_below_its_buttons_is_no_paragraph_of_the_story() -> None:
    buttons = ("Read next", "Crew of the tanker goes home", "Sign up for our letter", "Subscribe now")
    own = "The Harbour Letter is part of the Quay Media Group. All figures are without guarantee."

    assert own in furniture(*STORY, *buttons, own)


def test_who_must_pay_to_read_the_comments_can_read_the_story() -> None:
    text = "\n\n".join((*STORY, "Subscribe to read comments"))
    capture = Capture(
        uri="a", body=text.encode(), media_type="text/plain", fetched_at=datetime(2024, 3, 12, tzinfo=UTC)
    )
    article = read_article(capture, published=None)

    assert isinstance(article, Article)
    assert [story.truncated for story in article.stories] == [False]


def test_views_that_somebody_in_the_story_expresses_are_the_storys() -> None:
    told = "The views expressed by one of them are telling: “I would rather lose a ship than the harbour.”"

    assert furniture(*STORY[:3], told, STORY[3]) == []
    assert furniture(*STORY, "The views expressed are those of the author.") == [
        "The views expressed are those of the author."
    ]
