"""Pages as a person sees them: nothing hidden, no other story's links, whole where their boxes come in parts."""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.articles import Article, read_article
from nongrata.articles.pages.written_days import written_days
from nongrata.sources import Capture
from nongrata.values import Skipped

NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
LONG = (
    "The harbour master of Varna said on Monday that the tanker had left without its papers and that two officers, "
    "both of them known to the police of the port, had not been on board when she was stopped off the coast."
)
PARAGRAPHS = [LONG.replace("Monday", day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")]
STORY = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def page(body: str, *, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>Tanker leaves Varna</title>{head}</head><body>{body}</body></html>".encode()
    )


def read(body: bytes, *, whole: bool = False, title: str | None = None) -> Article | Skipped:
    capture = Capture(uri="page", body=body, media_type="text/html", fetched_at=NOW, is_whole=whole, title=title)
    return read_article(capture, published=None)


def text_of(body: bytes, *, whole: bool = False, title: str | None = None) -> str:
    article = read(body, whole=whole, title=title)
    assert isinstance(article, Article), article
    return article.text


def day_of(body: bytes) -> date | None:
    article = read(body)
    assert isinstance(article, Article), article
    return article.stories[0].published.on


def test_what_is_hidden_is_not_read() -> None:
    hidden = "<div style='display: none'><p>Hidden words for engines about the sale of tankers in bulk.</p></div>"

    assert "Hidden" not in text_of(page(f"<article><h1>Tanker leaves Varna</h1>{STORY}{hidden}</article>"))


def test_a_story_that_a_script_shows_later_is_read() -> None:
    text = text_of(page(f"<article style='visibility:hidden'><h1>Tanker leaves Varna</h1>{STORY}</article>"))

    assert all(each in text for each in PARAGRAPHS)


def test_a_link_to_another_story_between_paragraphs_is_left_out() -> None:
    link = "<p><strong><a href='/x'>FERRY STRIKE ENTERS THIRD WEEK AS TALKS STALL</a></strong></p>"
    body = page(f"<article><h1>Tanker leaves Varna</h1>{STORY}{link}{STORY.replace('Varna', 'Burgas')}</article>")

    text = text_of(body)

    assert "FERRY" not in text
    assert "Burgas" in text


def test_a_portrait_that_pops_up_over_a_name_is_left_out() -> None:
    popup = "<span class='rollover-block'><a href='/x'>Petrov wins vote</a> <a href='/y'>More on Petrov</a></span>"
    first = f"<p>The minister, Ivan Petrov{popup}, said on Monday that the tanker had been sold to a firm in Dubai.</p>"

    text = text_of(page(f"<article><h1>Tanker leaves Varna</h1>{first}{STORY}</article>"))

    assert "The minister, Ivan Petrov, said on Monday" in text


def test_the_parts_of_a_story_in_boxes_of_one_make_are_all_read() -> None:
    part = "<div class='grid'><div class='body'>{}</div><aside class='ad'>Advertisement</aside></div>"
    parts = [f"<p>{each.replace('Varna', town)}</p>" for town in ("Varna", "Burgas", "Ruse") for each in PARAGRAPHS]
    boxes = "".join(part.format("".join(parts[i : i + 5])) for i in (0, 5, 10))

    text = text_of(page(f"<article><h1>Tanker leaves Varna</h1><div>{boxes}</div></article>"))

    assert [town in text for town in ("Varna", "Burgas", "Ruse")] == [True] * 3


def test_a_title_that_comes_twice_is_read_once() -> None:
    text = text_of(page(f"<article><h1>Tanker leaves Varna</h1><h1>Tanker leaves Varna</h1>{STORY}</article>"))

    assert text.count("Tanker leaves Varna") == 1


def test_a_page_laid_out_in_tables_is_read_in_paragraphs() -> None:
    cells = f"<tr><td><a href='/'>Home</a></td><td><h1>Tanker leaves Varna</h1>{STORY}</td></tr>"

    assert "|" not in text_of(page(f"<table>{cells}</table>"))


def test_an_entry_of_a_feed_is_read_whole_under_its_title() -> None:
    text = text_of(b"<p>The ferry was sold.</p><ul><li>Price: low</li></ul>", whole=True, title="Ferry sold")

    assert text == "Ferry sold\n\nThe ferry was sold.\n\nPrice: low\n"


LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s"}</script>'


@pytest.mark.parametrize(
    ("head", "under", "day"),
    [
        (LINKED % "2024-03-12T10:00:00+02:00", "", date(2024, 3, 12)),
        (LINKED % "2024-03-12T02:30:00Z", "<p>March 11, 2024</p>", date(2024, 3, 11)),
        (LINKED % "2024-03-12T22:30:00Z", "<p>March 11, 2024</p>", date(2024, 3, 12)),
        (LINKED % "2024-03-12T02:30:00-06:00", "<p>March 11, 2024</p>", date(2024, 3, 11)),
        (LINKED % "2024-03-12T10:00:00Z", "<p>Updated March 13, 2024, 9 am</p>", date(2024, 3, 12)),
        (LINKED % "2024-03-12T02:30:00Z", "<p>March 5, 2024</p>", date(2024, 3, 12)),
        ("<meta property='article:published_time' content='2024-03-10'>", "", date(2024, 3, 10)),
        ("", "<div><time>12 March 2024, 10:03 GMT</time></div>", date(2024, 3, 12)),
        ("", "<p>Updated: 14 March 2024</p><p>Published: 12 March 2024</p>", date(2024, 3, 12)),
        ('<script type="application/ld+json">{"datePublished": [</script>', "", None),
    ],
)
def test_a_pages_day_is_the_one_that_its_readers_saw(head: str, under: str, day: date | None) -> None:
    assert day_of(page(f"<article><h1>Tanker leaves Varna</h1>{under}{STORY}</article>", head=head)) == day


def test_a_day_in_figures_is_read_only_where_it_is_certain() -> None:
    lines = ("31/12/2024", "12/31/2024", "05/05/2024", "04/05/2024", "12.03.2024", "31/31/2024", "2024-02-30")

    assert [[str(day.on) for day in written_days(line)] for line in lines] == [
        ["2024-12-31"], ["2024-12-31"], ["2024-05-05"], [], ["2024-03-12"], [], []
    ]  # fmt: skip


DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s", "articleBody": %s}</script>'


@pytest.mark.parametrize(
    "body",
    ["<div id=root></div>", f"<h1>Tanker leaves Varna</h1><p>{PARAGRAPHS[0]}</p><p>Please switch on JavaScript.</p>"],
    ids=["by script", "cut short"],
)
def test_a_story_that_only_the_data_have_whole_is_read_from_them(body: str) -> None:
    told = json.dumps("\n\n".join(f"&lt;b&gt;{each}&lt;/b&gt;" for each in PARAGRAPHS))

    text = text_of(page(body, head=DATA % ("Tanker leaves Varna", told)))

    assert text == "\n\n".join(["Tanker leaves Varna", *PARAGRAPHS]) + "\n"


def test_another_story_s_data_are_no_story_of_the_page() -> None:
    others = "".join(DATA % (title, json.dumps(LONG.replace("tanker", "ferry") * 9)) for title in ("Ferry", "Crane"))

    text = text_of(page(f"<article><h1>Tanker leaves Varna</h1>{STORY}</article>", head=others))

    assert "ferry" not in text
    assert all(each in text for each in PARAGRAPHS)


def test_control_characters_that_a_page_brings_in_are_left_out() -> None:  # found by fuzzing
    text = text_of(page(f"<p hidden>x</p>&#1;\x1f<article><h1>Tanker leaves Varna</h1>\x02{STORY}</article>"))

    assert all(each.isprintable() or each == "\n" for each in text)


SENTENCE = "The envoy left on Monday, officials said after talks in Geneva that went on for hours and hours. "
WORST = {
    "nested ten thousand deep": "<div>" * 10_000 + f"<p>{SENTENCE}</p>" * 20,
    "never closed": f"<p>{SENTENCE}<b><i><a href=x>" * 6_000,
    "scripts as text": "<script>" + "var a='<p>x</p>';\n" * 100_000 + f"</script><p>{SENTENCE}</p>",
    "a script without end": f"<p>{SENTENCE}</p><script>" + "var a=1;\n" * 200_000,
    "links between paragraphs": f"<p><a href=x>Envoys leave the talks in Geneva</a></p><p>{SENTENCE}</p>" * 5_000,
    "lists of links": f"<ul>{'<li><a href=x>Envoys leave the talks</a> so</li>' * 3}</ul><p>{SENTENCE}</p>" * 2_500,
    "tables in tables": "<table><tr><td>" * 3_000 + SENTENCE * 50,
    "popups in popups": "<p>" + "<span class=popup>" * 9_000 + SENTENCE,
    "one endless paragraph": "<p>" + SENTENCE * 60_000,
    "data ten thousand deep": LINKED % "x" + LINKED.replace("{", '{"a":[' * 10_000) + f"<p>{SENTENCE}</p>",
    "angle brackets": "<" * 2_000_000,
}  # fmt: skip


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("what", WORST)
def test_the_worst_pages_are_read_or_skipped_in_time(what: str, *, whole: bool) -> None:
    started = time.process_time()

    found = read(WORST[what].encode(), whole=whole)

    assert time.process_time() - started < 10
    assert isinstance(found, Article | Skipped)


TAGS = st.sampled_from(
    ["p", "div", "span", "ul", "li", "table", "tr", "td", "a", "h1", "script", "blockquote class='twitter-tweet'", "br",
     "div style='display:none'", "span class=popup", "article", "time datetime='2024-03-12'", "title", "p hidden"]
)  # fmt: skip
PIECES = st.lists(
    st.one_of(
        TAGS.map("<{}>".format), TAGS.map(lambda tag: f"</{tag.split()[0]}>"), st.just(f"<p>{LONG}</p>"),
        st.just(SENTENCE), st.text(max_size=20),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=PIECES, whole=st.booleans())
def test_whatever_tags_come_in_whatever_order_the_page_is_read_or_skipped(pieces: list[str], *, whole: bool) -> None:
    found = read("".join(pieces).encode("utf-8", "replace"), whole=whole)

    if isinstance(found, Article):
        assert all(span.of(found.text).strip() for story in found.stories for span in story.paragraphs)
    else:
        assert found.reason.startswith("found ")
        assert "wanted" in found.reason
