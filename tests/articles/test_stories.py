"""Texts we wrote ourselves beside the stories that should be found in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nongrata.articles import Article, Furniture, Published, Story, read_article
from nongrata.articles.furniture.bylines import find_authors
from nongrata.articles.furniture.glued import cut_glued
from nongrata.sources import Capture
from nongrata.values import Span

CAPTURES = Path(__file__).parent.parent / "captures"
NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
Read = Callable[[str], Article]


def article_of(text: str | bytes, *, published: date | None = None) -> Article:
    body = text if isinstance(text, bytes) else text.encode()
    article = read_article(
        Capture(uri="story.txt", body=body, media_type="text/plain", fetched_at=NOW), published=published
    )
    assert isinstance(article, Article)
    return article


def story_of(text: str) -> tuple[Story, Callable[[object], list[str]]]:
    """Give the only story of a text, and what gives the words of spans and furniture."""
    article = article_of(text)
    (story,) = article.stories

    def words(things: object) -> list[str]:
        assert isinstance(things, tuple)
        spans = [thing.span if isinstance(thing, Furniture) else thing for thing in things]
        return [span.of(article.text) for span in spans]

    return story, words


def capture(name: str) -> Article:
    return article_of((CAPTURES / name).read_bytes())


def said(article: Article, story: Story) -> tuple[list[str], list[tuple[str, str]]]:
    """Give a story's paragraphs and its furniture, in words."""
    text = article.text
    return [span.of(text) for span in story.paragraphs], [(f.kind, f.span.of(text)) for f in story.furniture]


def test_two_wires_in_one_text_are_two_stories() -> None:
    article = capture("two-wires.txt")
    first, second = article.stories

    paragraphs, furniture = said(article, first)
    assert paragraphs == [
        "Grain ship leaves Odesa under new safe-passage deal",
        "A bulk carrier passes the breakwater at Odesa, Tuesday. (Port of Odesa via Telegram/Handout)",
        "ODESA, Ukraine, March 12 (Newswire) — A grain ship left the port on Tuesday, the first under a deal that "
        "three countries signed last week.",
        "The harbour master said two more would follow by Friday.",
    ]
    assert furniture == [("caption", paragraphs[1]), ("byline", "By Olena Marsh and Peter Lind")]
    assert (first.agency, first.bylines) == ("Newswire", ("Olena Marsh", "Peter Lind"))
    assert first.datelines == ("ODESA, Ukraine",)
    assert first.span.of(article.text).endswith("by Friday.")

    paragraphs, furniture = said(article, second)
    assert paragraphs[0] == "Court in Vilnius keeps exchange operator in custody"
    assert paragraphs[-1] == "His lawyer said they would appeal."
    assert [kind for kind, _ in furniture] == ["byline", "credit", "related", "subscribe"]
    assert (second.bylines, second.datelines) == (("Jonas Petrauskas",), ("VILNIUS",))
    assert second.span.of(article.text).endswith("Editing by Ann Hall)")


def test_a_headline_glued_to_the_last_sentence_is_not_the_story() -> None:
    article = capture("behind-the-wall.txt")
    (story,) = article.stories

    paragraphs, furniture = said(article, story)
    assert paragraphs[-1] == "His train left for the capital in the evening."
    assert furniture == [
        ("related", "Norway to host talks on fishing quotas next month"),
        ("paywall", "To Read The Full Story"),
        ("subscribe", "Already a subscriber?"),
        ("subscribe", "Log in"),
    ]
    assert story.truncated
    assert story.datelines == ("MURMANSK", "OSLO")
    assert story.agency == "Reuters"
    assert story.span.of(article.text).endswith("in the evening.")


def test_each_entry_of_a_live_blog_is_a_story() -> None:
    article = capture("live-blog.txt")

    assert [s.title and s.title.of(article.text) for s in article.stories] == [
        "Envoys arrive at the lakeside hotel",
        "Airport closed to traffic",
        "Markets open higher",
    ]
    assert article.stories[1].paragraphs[0].of(article.text) == "Airport closed to traffic"


def test_each_item_of_a_digest_is_a_story() -> None:
    article = capture("digest.txt")

    assert len(article.stories) == 3
    assert article.stories[2].paragraphs[-1].of(article.text).startswith("The ships will be built")


def test_hard_wrapped_lines_stay_in_their_paragraph_and_the_text_as_it_came() -> None:
    article = capture("wrapped.txt")
    (story,) = article.stories

    assert article.text.encode() == (CAPTURES / "wrapped.txt").read_bytes()
    title, first, second = said(article, story)[0]
    assert title == "Dam inspectors find cracks in the eastern wall"
    assert first.startswith("TBILISI") and first.endswith("be let out.") and first.count("\r\n") == 2
    assert second.startswith("The mayor") and second.endswith("the week.")
    assert story.agency == "AFP"


def test_wrapped_paragraphs_without_blank_lines_end_with_a_short_line() -> None:
    article = article_of(
        "Bridge closed for repairs until the autumn\n"
        "The bridge over the river was closed on Monday for repairs that the\n"
        "council said would last until October, longer than it had promised\n"
        "in May.\n"
        "Ferries will run every hour between the two banks, and the fare will\n"
        "be that of a bus, the council added in a letter to everyone who lives\n"
        "on the island.\n"
    )
    (story,) = article.stories

    assert [text.split()[0] for text in said(article, story)[0]] == ["Bridge", "The", "Ferries"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Envoys pose at the border. (AP Photo/Jane Doe)", "caption"),
        ("FILE - The envoy speaks in Geneva, May 3, 2023.", "caption"),
        ("Photo: The envoy on the steps of the palace", "caption"),
        ("The envoy, left, greets the mayor.", "caption"),
        ("A tanker off Fujairah. REUTERS/Jane Doe/File Photo", "caption"),
        ("By Jane Doe", "byline"),
        ("Jane Doe, Moscow correspondent", "byline"),
        ("jane.doe@example.org", "byline"),
        ("(Reporting by Jane Doe in Kyiv; Editing by John Roe)", "credit"),
        ("Jane Doe contributed to this report.", "credit"),
        ("© 2024 Harbour Times", "credit"),
        ("RELATED: Ferry fares to rise", "related"),
        ("Also read | Ferry fares to rise", "related"),
        ("* Explainer: what the court decided *", "related"),
        ("You may also like", "related"),
        ("Subscribe to continue reading", "paywall"),
        ("This story is for subscribers only.", "paywall"),
        ("Already have an account? Log in here.", "subscribe"),
        ("Get the latest headlines in your inbox every morning", "subscribe"),
        ("Home | World | Politics | Sport", "navigation"),
        ("Comments (12)", "navigation"),
        ("5 min read", "navigation"),
        ("Share this article", "navigation"),
        ("https://example.org/world/ferry", "navigation"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, kind: str) -> None:
    story, words = story_of(f"Ferry fares go up in spring\n\nFares rise on Monday.\n\n{line}\n\nThe council agreed.\n")

    assert [(f.kind, w) for f, w in zip(story.furniture, words(story.furniture), strict=True)] == [(kind, line)]
    assert (line in words(story.paragraphs)) is (kind == "caption")


@pytest.mark.parametrize(
    "line",
    [
        "The paper asked readers to subscribe, and 4,000 of them did.",
        "“Sign up for the militia or leave,” the commander told them.",
        "By Monday the water had reached the second floor.",
        "Read more widely, the judge told the lawyers.",
        "Russia exported five million barrels a month.",
        "Reporting by the two newspapers led to the arrest, the minister said.",
        "The group posted the video on Telegram.",
        "The company is registered in Limassol (Cyprus).",
        "The vessel belongs to the International Maritime Organization (IMO)",
        "The video shows the U.S. envoy leaving at 10.30 a.m. with his staff.",
        "The firm changed its privacy policy.",
        "Related companies were sold in June.",
        "More than 300 people were detained.",
    ],
)
def test_a_real_paragraph_stays_in_the_story(line: str) -> None:
    story, words = story_of(f"Ferry fares go up in spring\n\nFares rise on Monday.\n\n{line}\n\nThe council agreed.\n")

    assert story.furniture == ()
    assert line in words(story.paragraphs)


def test_a_subheading_does_not_begin_a_story() -> None:
    story, words = story_of(
        "Ferry fares go up in spring\n\nOSLO (AP) — Fares rise on Monday.\n\nWhat the council says\n\nIt agreed."
    )

    assert "What the council says" in words(story.paragraphs)


def test_headlines_after_the_last_paragraph_are_other_stories() -> None:
    story, words = story_of(
        "Ferry fares go up in spring\n\nFares rise on Monday.\n\nMore stories\n\nBridge is closed\n\nMayor resigns"
    )

    assert words(story.furniture) == ["More stories", "Bridge is closed", "Mayor resigns"]
    assert words(story.paragraphs) == ["Ferry fares go up in spring", "Fares rise on Monday."]


def test_a_list_that_a_paragraph_announces_is_no_box_of_headlines() -> None:
    story, words = story_of("Five firms are listed\n\nThe five firms are:\n\nNorth Sea Bunkering Company of Hull\n")

    assert story.furniture == ()
    assert "North Sea Bunkering Company of Hull" in words(story.paragraphs)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "Ferry sinks off coast\n\nUpdated 14 March 2024\nPublished 12 March 2024\n\nIt sank.",
            (date(2024, 3, 12), "text"),
        ),
        ("Ferry sinks off coast\n\nFriday, July 21, 2017\n\nIt sank.", (date(2017, 7, 21), "text")),
        ("Ferry sinks off coast\n\nBy Jane Doe | March 12, 2024\n\nIt sank.", (date(2024, 3, 12), "text")),
        ("Ferry sinks\n\nOSLO, March 11, 2024 (AP) — A ferry sank off the coast.", (date(2024, 3, 11), "dateline")),
        ("12 March 2024\n\nOSLO, March 11 (AP) — A ferry sank off the coast.", (date(2024, 3, 11), "dateline")),
        ("1 January 2024\n\nOSLO, Dec 31 (AP) — A ferry sank off the coast.", (date(2023, 12, 31), "dateline")),
        ("Ferry sinks\n\nOSLO, March 11 (AP) — A ferry sank off the coast.", (None, "unknown")),
        ("Ferry sinks off coast\n\nIt sank on 12 March 2024, the harbour office said.", (None, "unknown")),
        ("Ferry sinks off coast\n\n31 February 2024\n\nIt sank.", (None, "unknown")),
    ],
)
def test_the_day_of_publication_has_its_basis(text: str, published: tuple[date | None, str]) -> None:
    (story,) = article_of(text).stories

    assert (story.published.on, story.published.basis) == published


def test_the_day_that_the_user_gives_comes_first() -> None:
    (story,) = article_of("12 March 2024\n\nA ferry sank.", published=date(2024, 3, 13)).stories

    assert story.published == Published(on=date(2024, 3, 13), basis="given")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry sank on Monday and the crew was saved by a fishing boat that had heard them.", "en"),
        ("Die Fähre ist am Montag gesunken und die Besatzung wurde von einem Boot gerettet.", "de"),
        ("Паром затонул в понедельник, и экипаж был спасён рыбаками, которые были на лодке.", "ru"),
        ("渡轮星期一沉没，船员获救。", "zh"),
        ("Ferry sank.", None),
    ],
)
def test_english_is_known_from_the_rest(text: str, language: str | None) -> None:
    (story,) = article_of(text).stories

    assert story.language == language


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("He left by train.”Mayor to meet envoys next week", ["He left by train.”", "Mayor to meet envoys next week"]),
        ("It opens in 2031.Mayor to meet envoys next week", ["It opens in 2031.", "Mayor to meet envoys next week"]),
        ("He left by train.READ MORE: Mayor resigns", ["He left by train.", "READ MORE: Mayor resigns"]),
        ("He left by train.Subscribe to continue reading", ["He left by train.", "Subscribe to continue reading"]),
        (
            "He left by train.Mayor to meet envoys next weekSubscribe now",
            ["He left by train.", "Mayor to meet envoys next week", "Subscribe now"],
        ),
        (
            "He left. (Reporting by Ann Hall; Editing by Bo Lee)",
            ["He left.", "(Reporting by Ann Hall; Editing by Bo Lee)"],
        ),
        (
            "Ferry sinks off the coastOSLO, March 3 (AP) — A ferry sank on Sunday.",
            ["Ferry sinks off the coast", "OSLO, March 3 (AP) — A ferry sank on Sunday."],
        ),
        ("The U.S.Senate voted on the bill that night.", ["The U.S.Senate voted on the bill that night."]),
        ("He bought it from Booking.com for a friend.", ["He bought it from Booking.com for a friend."]),
        ("He saw Node.js run at McDonald and left.", ["He saw Node.js run at McDonald and left."]),
        ("He left.The mayor stayed.", ["He left.The mayor stayed."]),
    ],
)
def test_only_what_is_no_sentence_is_cut_off(paragraph: str, parts: list[str]) -> None:
    assert [part.of(paragraph) for part in cut_glued(paragraph, Span(0, len(paragraph)))] == parts


def test_a_wall_in_mid_story_does_not_cut_it_short() -> None:
    (story,) = article_of("Ferry sinks off coast\n\nIt sank.\n\nContinue reading\n\nThe crew was saved.").stories

    assert not story.truncated


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe; John Roe", ("Jane Doe", "John Roe")),
        ("By Jane Doe, Associated Press", ("Jane Doe",)),
        ("By Jane Doe and John Roe, Springfield Times", ("Jane Doe", "John Roe")),
        ("By Jane Doe, John Roe and Ann Hall in Kyiv", ("Jane Doe", "John Roe", "Ann Hall")),
        ("By Newswire staff", ()),
        ("By Jane Doe | March 12, 2024", ("Jane Doe",)),
        (
            "(Reporting by A. Smith in Kyiv and Bo Lee; Additional reporting by Carl Max; Editing by Ed Hall)",
            ("A. Smith", "Bo Lee", "Carl Max"),
        ),
    ],
)
def test_authors_are_told_from_their_papers_and_editors(line: str, authors: tuple[str, ...]) -> None:
    assert find_authors(line) == authors


RELATED = """Port bans tanker over forged papers

The port of Sines banned the tanker on Tuesday. It had been at anchor since Friday.

RELATED COVERAGE

Ferry strike enters third week
Crews on the Tagus ferries walked out again on Monday, leaving thousands stranded on the south bank.

Coast guard picks up forty people
A patrol boat took forty people off a dinghy on Sunday night, the navy said.
"""


def test_paragraphs_under_other_stories_headlines_are_their_teasers() -> None:
    story, words = story_of(RELATED)

    assert [f.kind for f in story.furniture] == ["related", "related", "teaser", "related", "teaser"]
    assert words(story.paragraphs)[-1].startswith("The port of Sines")


def test_a_paragraph_after_a_related_headline_in_mid_story_stays() -> None:
    text = (
        RELATED[: RELATED.index("Crews")]
        + "Its owner, Ivan Petrov, said that he would sue.\n\nThe port declined to comment.\n"
    )

    story, words = story_of(text)

    assert words(story.paragraphs)[-2:] == [
        "Its owner, Ivan Petrov, said that he would sue.",
        "The port declined to comment.",
    ]


def test_another_storys_first_words_before_a_button_are_a_teaser() -> None:
    story, _ = story_of(
        "Port bans tanker\n\nIt left on Monday.\n\nCrews walked out again, leaving thousands... Read more\n"
    )

    assert [f.kind for f in story.furniture] == ["teaser"]


def test_readers_comments_are_no_part_of_the_story() -> None:
    text = (
        "Port bans tanker\n\nIt left on Monday.\n\nComments (2)\n\nJoaoP 2 hours ago\n\nBan Ivanov too.\n\nReply\n\n"
        "Maria 1 hour ago\n\nYes.\n"
    )

    story, words = story_of(text)

    assert words(story.paragraphs) == ["Port bans tanker", "It left on Monday."]


def test_a_walls_prices_are_an_offer_and_the_story_is_cut_short() -> None:
    text = (
        "Port bans tanker\n\nAna Ruiz in Lisbon\n\n14 May 2024\n\nThe tanker had been at anchor…\n\n"
        "Subscribe to unlock this article\n\nOnly $1 for 4 weeks\n\nThen $75 per month. Cancel anytime.\n"
    )

    story, _ = story_of(text)

    assert story.truncated
    assert story.bylines == ("Ana Ruiz",)
    assert [f.kind for f in story.furniture] == ["byline", "paywall", "subscribe", "subscribe"]


def test_a_sum_of_money_after_a_wall_in_mid_story_stays() -> None:
    text = (
        "Port bans tanker\n\nIt left.\n\nThis story is for subscribers only.\n\nIts owner paid $4 million for another."
    )

    story, words = story_of(text)

    assert words(story.paragraphs)[-1] == "Its owner paid $4 million for another."


def test_a_live_blog_begins_its_entries_with_the_hours_gone_by_and_ends_with_thanks() -> None:
    text = (
        "Live updates\n\nTalks in Muscat\n\nThe envoys met on Saturday in Muscat for the first time.\n\n"
        "4h ago (17:50 GMT)\n\nThank you for joining us\n\nWe are closing this page now.\n\n"
        "6h ago (16:32 GMT)\n\nTalks end early\n\nBoth sides left.\n\n"
        "7h ago (15:20 GMT)\n\nTalks begin late\n\nThey shook hands.\n"
    )

    assert [text[story.span.start :][:15] for story in article_of(text).stories] == [
        "Live updates\n\nT",
        "Talks begin lat",
    ]


def test_wires_signed_without_brackets_and_short_titles_begin_stories() -> None:
    text = (
        "Bans for four over scam compounds\n\nCANBERRA, May 2 AAP - Australia has listed four people on Friday.\n\n"
        "Yard sued\n\nSUVA, May 2 AAP - A yard in Fiji is being sued over the refit of a yacht.\n"
    )

    assert [text[story.span.start :][:9] for story in article_of(text).stories] == ["Bans for ", "Yard sued"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks: live updates\n\n14 May 2024\n\n4 hours ago\n\nEnvoys arrive\nThey came on Monday.\n\n5 hours ago\n\n"
        "Airport shut\nIt was closed for an hour.\n",
        "World news in brief, 14 May 2024\n\nFRANCE: Crews walked out again on Monday, their union said.\n\n"
        "UNITED STATES: The Treasury listed two firms in Dubai on Monday.\n",
        "Morning briefing: May 14, 2024\n\nGood morning.\n\nPort bans tanker\nThe port banned it on Tuesday.\n\n"
        "Ferry strike goes on\nCrews walked out again.\n",
    ],
)
def test_entries_are_stories_of_the_day_at_their_head(text: str) -> None:
    article = read_article(
        Capture(uri="-", body=text.encode(), media_type="text/plain", fetched_at=NOW), published=None
    )

    assert isinstance(article, Article)
    assert [story.published.on for story in article.stories] == [date(2024, 5, 14)] * 2
