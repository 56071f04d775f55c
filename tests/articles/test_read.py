"""Bytes to articles: encodings, what is no story, and what must hold for any text at all."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.articles import READERS, Article, Reader, read_article, read_articles
from nongrata.articles.decode import decode
from nongrata.articles.pages.html import read_html
from nongrata.sources import Capture
from nongrata.values import Skipped

CAPTURES = Path(__file__).parent.parent / "captures"
NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
ALL: Mapping[str, Reader] = {**READERS, "text/html": read_html}
PARAGRAPH = "<p>The envoy left for Geneva on Monday, officials said, after talks that lasted for four hours.</p>"

# What news texts are made of, so that made-up ones reach the rules.
LINES = st.sampled_from(
    ["", " ", "Ferry fares go up in spring", "OSLO, March 3 (AP) — Fares rise on Monday.", "By Jane Doe",
     "READ MORE: Mayor resigns", "It sank.Mayor to meet envoys next week", "10:42 GMT", "Live updates", "News in brief",
     "12 March 2024", "* * *", "Subscribe", "Related stories", "The envoy, left, greets the mayor.",
     "he said. (Reporting by Ann Hall)", "\ufeff", "___", "“No.”"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=20).flatmap(
        lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", " "]).map(lambda glue: glue.join(lines))
    ),
)


def capture_of(body: bytes, *, media_type: str = "text/plain", charset: str | None = None) -> Capture:
    return Capture(uri="story", body=body, media_type=media_type, charset=charset, fetched_at=NOW)


def read(body: bytes, *, media_type: str = "text/plain", charset: str | None = None) -> Article | Skipped:
    return read_article(capture_of(body, media_type=media_type, charset=charset), published=None, readers=ALL)


def reason_for(body: bytes, *, media_type: str = "text/plain") -> str:
    skipped = read(body, media_type=media_type)
    assert isinstance(skipped, Skipped)
    assert skipped.stage == "articles"
    assert "wanted" in skipped.reason
    assert "\n" not in skipped.reason
    return skipped.reason


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_the_text_is_the_input(text: str) -> None:
    try:
        body = text.encode()
    except UnicodeEncodeError:
        return
    article = read(body)
    if isinstance(article, Skipped):
        return

    assert article.text == text.removeprefix("\ufeff")
    for story in article.stories:
        for span in (*story.paragraphs, *(f.span for f in story.furniture), story.span):
            assert span.end <= len(article.text)
            assert span.of(article.text).strip()
        assert all(a.end <= b.start for a, b in pairwise(story.paragraphs))
        assert all(story.span.covers(span) for span in story.paragraphs)
        read_for_names = {f.span for f in story.furniture if f.kind != "caption"}
        assert not read_for_names & set(story.paragraphs)
        assert story.title is None or story.title == story.paragraphs[0]
    assert all(a.span.end <= b.span.start for a, b in pairwise(article.stories))


@pytest.mark.parametrize(
    ("encoding", "charset", "text"),
    [
        ("utf-8", None, "Müller left."),
        ("utf-8-sig", None, "Müller left."),
        ("utf-16", None, "Müller left."),
        ("utf-32", None, "Müller left."),
        ("cp1252", "windows-1252", "Müller left."),
        ("cp1252", "no-such-charset", "Müller left – “at once”."),
        ("cp1251", "windows-1251", "Посол прибыл."),
        ("cp1251", None, "Посол прибыл в Женеву и встретился с министром иностранных дел."),
        ("utf-8", "windows-1251", "Müller left.\r\nAt once."),
    ],
)
def test_the_encoding_is_found(encoding: str, charset: str | None, text: str) -> None:
    assert decode(text.encode(encoding), charset=charset) == text


def test_bytes_in_no_encoding_are_said_to_be_so() -> None:
    assert "no encoding" in reason_for(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 1, 2, 3]) * 50)


@pytest.mark.parametrize(
    ("body", "media_type", "said"),
    [
        (b" \n", "text/plain", "white space"),
        (b"Subscribe\n\nHome | World | Sport\n", "text/plain", "only menus"),
        (b"a\n" * 60_000, "text/plain", "60,000 lines"),
        (b"{}", "application/json", "wanted one of"),
        ((CAPTURES / "menus-only.html").read_bytes(), "text/html", "without a story"),
        (b"<html></html>", "text/html", "without a story"),
        (b"<!-- nothing -->", "text/html", "HTML"),
        (PARAGRAPH.encode() * 40_000, "text/html", "elements"),
        (b"<p " + b"a=x " * 20_000 + b">Talks</p>", "text/html", "attributes"),
        (b"a" * 11_000_000, "text/html", "10"),
    ],
)
def test_what_holds_no_story_is_said_in_one_line(body: bytes, media_type: str, said: str) -> None:
    assert said in reason_for(body, media_type=media_type)


def test_without_a_reader_of_its_kind_a_capture_is_skipped() -> None:
    capture = capture_of(PARAGRAPH.encode(), media_type="text/html")

    skipped = read_article(capture, published=None, readers={"text/plain": READERS["text/plain"]})

    assert isinstance(skipped, Skipped)
    assert "found text/html; wanted one of text/plain" in skipped.reason


def test_a_page_gives_its_story_and_its_day_and_nothing_of_its_menus() -> None:
    article = read((CAPTURES / "page.html").read_bytes(), media_type="text/html")

    assert isinstance(article, Article)
    (story,) = article.stories
    assert story.title is not None
    assert story.title.of(article.text) == "Tanker turned away from Lagos port"
    assert (story.published.on, story.published.basis) == (date(2024, 5, 6), "metadata")
    assert (story.datelines, story.bylines) == (("LAGOS",), ("Amara Obi",))
    assert [span.of(article.text).split()[0] for span in story.paragraphs] == ["Tanker", "LAGOS,", "The", "“We", "The"]
    for menu in ("World", "cookies", "changed their names", "Terms of use", "Nowhere"):
        assert menu not in " ".join(span.of(article.text) for span in story.paragraphs)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + PARAGRAPH * 5,
        "<p><span>" * 10_000 + "Talks",
        "<b><i><a href=x>text " * 9_000,
        "<table><tr><td>" * 3_000 + "x",
        "<ul><li>" * 5_000 + "x",
        "<script>" + "var a = '<p>The envoy</p>';" * 50_000,
        "<p>" + "&amp;&lt;" * 100_000,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + PARAGRAPH * 5,
        "<p>12 March 2024 2024-03-12 </p>" * 5_000,
        "<" * 100_000,
    ],
)
def test_the_worst_pages_are_read_or_refused_in_seconds(page: str) -> None:
    began = time.monotonic()

    assert isinstance(read(f"<html><body>{page}".encode(), media_type="text/html"), Article | Skipped)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, March 3 (AP) — Abc def ghi" * 20_000,
        "The said.Abc def ghi jkl mno." * 20_000,
        "The envoy left for Geneva\n" * 10_000,
        "A." * 300_000,
        "a" + " " * 1_000_000 + "b",
        "LIVE\n" + "10:42 GMT It sank\n" * 9_000,
        ("ABC DEF GHI JKL MNO PQR, Abc Def" * 5 + "\n") * 2_000,
    ],
)
def test_the_worst_texts_are_read_in_seconds(text: str) -> None:
    began = time.monotonic()

    assert isinstance(read(text.encode()), Article | Skipped)
    assert time.monotonic() - began < 10


def test_a_stream_gives_one_answer_for_each_capture_in_order() -> None:
    captures = [capture_of(b"It sank."), capture_of(b" "), capture_of(b"It rose.")]

    answers = list(read_articles(captures, published=date(2024, 3, 12)))

    assert [isinstance(answer, Article) for answer in answers] == [True, False, True]


@pytest.mark.shared
def test_furniture_and_stories_of_the_labelled_stories(shared: Path) -> None:
    labelled = [shared / "seed" / "gold.json", *sorted((shared / "data" / "gold" / "stories").glob("*.json"))]
    both = gold_size = found_size = 0
    for path in labelled:
        gold = json.loads(path.read_text("utf-8"))
        article = read(gold["text"].encode())
        assert isinstance(article, Article)
        assert len(article.stories) == len(gold["stories"]), path.name
        told = {i for f in gold["furniture"] for i in range(f["start"], f["end"])}
        found = {i for s in article.stories for f in s.furniture for i in range(f.span.start, f.span.end)}
        both, gold_size, found_size = both + len(told & found), gold_size + len(told), found_size + len(found)

    assert 2 * both / (gold_size + found_size) >= 0.95


@pytest.mark.shared
def test_ordinary_articles_keep_their_paragraphs(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "data" / "gold" / "articles.jsonl").read_text("utf-8").splitlines()]
    articles = [article for row in rows if isinstance(article := read(row["text"].encode()), Article)]
    lost = sum(len(f.span) for a in articles for s in a.stories for f in s.furniture if f.kind != "caption")

    assert len(articles) == len(rows)
    assert all(len(article.stories) == 1 for article in articles)
    # Releases end with where to learn more, and old pages with their sources: those are no paragraphs.
    assert lost <= 0.013 * sum(len(article.text) for article in articles)
