"""The page: the story's text untouched, everything escaped, nothing asked of the network."""

from __future__ import annotations

import html
import json
import re
import subprocess
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.articles import Article, Furniture, Published, Story
from nongrata.dossiers import Dossier, MadeBy, ScreenedParty, StoryReport
from nongrata.events import Claim
from nongrata.outputs.story.page import as_page
from nongrata.outputs.words import safe_text
from nongrata.parties import Party, PartyId, PartyMention
from nongrata.values import Skipped, Span

CSS = files("nongrata.outputs").joinpath("page.css").read_text("utf-8")


def articles_of(page: str) -> list[str]:
    """Give the text inside each <article> as a browser has it."""
    inside = re.findall(r"<article[^>]*>(.*?)</article>", page, re.S)
    return [html.unescape(re.sub(r"<[^>]*>", "", part)) for part in inside]


class Outline(HTMLParser):
    """The page's ids, links, headings and tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if tag == "a" else []


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Give a dossier of any text, with names, claims, furniture and paragraphs lying anyhow over it."""
    text = draw(
        st.text(st.characters(blacklist_categories=["Cs"]) | st.sampled_from("\n\r<>&\"' \x00\x1b\u202e"), max_size=80)
    )
    some = st.lists(spans(len(text)), max_size=4)
    story = Story(
        span=Span(0, len(text)),
        title=draw(st.none() | spans(len(text))),
        published=Published(on=None, basis="unknown"),
        paragraphs=tuple(draw(some)),
        furniture=tuple(Furniture(span=span, kind="caption") for span in draw(some)),
    )
    mentions = tuple(PartyMention(span=span, text=span.of(text), kind="full") for span in draw(some))
    party = Party(id=PartyId("p1"), name="P", schema="Person", mentions=mentions)
    claims = tuple(Claim(span=s, party=None, regimes=(), verdict="not found", basis=()) for s in draw(some))
    parties = (ScreenedParty(party=party, exposure=draw(st.sampled_from(["listed", "none"]))),)
    report = StoryReport(story=story, parties=parties, places=(), equipment=(), times=(), events=(), claims=claims)
    article = Article(uri="-", sha256="", fetched_at="", media_type="text/plain", text=text, stories=(story,))
    return Dossier(article=article, made_by=MadeBy(nongrata="0", model="", lists=(), as_of=None), stories=(report,))


@settings(max_examples=150, deadline=None)
@given(dossiers())
def test_the_article_without_its_tags_is_the_text(dossier: Dossier) -> None:
    (shown,) = articles_of(as_page([dossier]))

    assert shown == safe_text(dossier.article.text)


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_every_link_leads_somewhere_and_no_anchor_stands_twice(dossier: Dossier) -> None:
    page = Outline(as_page([dossier, dossier]))

    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= set(page.ids)


def test_two_stories_share_the_text_between_them(dossier: Dossier) -> None:
    text, (report,) = dossier.article.text, dossier.stories
    cut = text.index("The yard's tanker")
    first = replace(report, story=replace(report.story, span=Span(0, cut)))
    second = replace(report, story=replace(report.story, span=Span(cut, report.story.span.end), title=None))

    page = as_page([replace(dossier, stories=(first, second))])

    assert "".join(articles_of(page)) == text
    assert page.count('class="contents"') == 1


def test_the_answer_stands_on_top_and_the_gravest_first(dossier: Dossier) -> None:
    page = as_page([dossier])

    heading = html.unescape(re.sub(r"<[^>]*>", "", re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.S)[0]))
    assert heading == (
        "Two parties in this story are under sanctions; one is exposed through an owner; one is possibly exposed."
    )
    cards = re.findall(r'<section class="card (\w+)".*?<h4[^>]*>(.*?)</h4>', page, re.S)
    assert cards == [
        ("listed", "Ivan Orlov"), ("listed", "Baltic Yard"), ("owned", "Sea Lark"), ("possible", "North Dock"),
    ]  # fmt: skip


def test_a_chip_says_in_words_when_a_listing_is_not_in_force(dossier: Dossier) -> None:
    page = as_page([dossier])

    assert '<span class=""> later</span>' in page
    assert "listed 10 January 2025, after the story’s day" in page
    assert 'class="chip unknown"' in page


def test_a_namesake_is_told_apart_with_its_reason(dossier: Dossier) -> None:
    page = as_page([dossier])

    besides = page[page.index("Also named, on no list") :]
    assert "Anna Orlov" in besides
    assert "Not ORLOV, Ivan (US 1): The list’s ORLOV is a man of 61" in besides


def test_an_allegation_keeps_its_status_and_its_speaker(dossier: Dossier) -> None:
    page = re.sub(r"<[^>]*>", "", as_page([dossier]))

    assert "Sea Lark allegedly gave aid to Syria" in page
    assert "alleged by Ukraine" in page
    assert "denied by Ivan Orlov" in page


def test_events_come_by_date_and_those_without_one_last(dossier: Dossier) -> None:
    days = re.findall(r'<div class="day"><h4>(.*?)</h4>', as_page([dossier]))

    assert days == ["week of 29 April 2024", "3 May 2024", "No date"]


def test_furniture_is_named(dossier: Dossier) -> None:
    kinds = re.findall(r'<p class="furniture" data-kind="(\w+)"', as_page([dossier]))

    assert kinds == ["caption", "related", "subscribe"]


def test_the_starter_list_says_how_large_and_how_old_it_is(dossier: Dossier) -> None:
    assert "starter list, 231 entries, as of 2026-08-22" in as_page([dossier])


def test_what_was_skipped_is_listed(dossier: Dossier) -> None:
    skipped = Skipped(stage="sources", item="a.bin", reason="found a <binary>; wanted text")

    assert "a.bin: found a &lt;binary&gt;; wanted text" in as_page([dossier], skipped=[skipped])


def hostile(dossier: Dossier) -> Dossier:
    """Give the dossier with a script in every text that can hold one."""
    evil = '<script>alert(1)</script><img src="http://evil.example/x" onerror=alert(1)>"\'&lt;\u202e\x1b[31m'
    (report,) = dossier.stories
    screened = report.parties[2]
    matches = tuple(
        replace(match, caption=evil, source_url=url, programs=(evil,), authority=evil)
        for match, url in zip(
            screened.matches,
            ("javascript:alert(1)", 'https://a.example/"onclick=alert(1)', "data:text/html,x"),
            strict=True,
        )
    )
    party = replace(screened.party, name=evil, schema=evil)
    claims = (replace(report.claims[0], basis=(evil,), regimes=(evil,)),)
    changed = replace(report, parties=(replace(screened, party=party, matches=matches),), claims=claims)
    article = replace(dossier.article, text=evil + dossier.article.text[len(evil) :], uri=evil)
    return replace(dossier, article=article, stories=(changed,))


def test_what_came_in_stays_text(dossier: Dossier) -> None:
    page = as_page([hostile(dossier)])
    outline = Outline(page)

    assert "script" not in outline.tags
    assert "img" not in outline.tags
    assert not {"\x1b", "\u202e"} & set(page)
    assert [link for link in outline.links if not link.startswith("#")] == ['https://a.example/"onclick=alert(1)']
    assert "onclick=alert(1)" not in re.sub(r'href="[^"]*"', "", page)


def test_the_page_is_whole_in_itself(dossier: Dossier) -> None:
    page = as_page([dossier])

    style = re.findall(r"<style>(.*?)</style>", page, re.S)[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html.unescape(page)
    assert not re.search(r"url\(|@import", style)
    assert not re.search(r"\ssrc=|<link(?! rel=\"icon\" href=\"data:,\")|<script|\sstyle=|\son\w+=", page)


def test_the_page_has_its_landmarks_and_headings_in_steps(dossier: Dossier) -> None:
    outline = Outline(as_page([dossier]))
    levels = [int(tag[1]) for tag in outline.tags if re.fullmatch(r"h[1-6]", tag)]

    assert {"main", "article", "aside", "nav", "footer", "title"} <= set(outline.tags)
    assert outline.tags.count("h1") == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert '<html lang="en">' in as_page([dossier])


def luminance(colour: str) -> float:
    full = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_all_text_stands_out_from_what_is_behind_it(theme: int) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5 to 1."""
    roots = re.findall(r":root\{(.*?)\}", CSS, re.S)
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]+)", roots[theme]))
    pairs = [(ink, behind) for ink in ("ink", "soft") for behind in ("paper", "card", "glow")]
    pairs += [(ink, paper) for ink in ("listed", "owned", "possible") for paper in ("paper", "card")]
    pairs += [("ink", f"{exposure}-bg") for exposure in ("listed", "owned", "possible")]
    pairs += [("soft", f"{exposure}-bg") for exposure in ("listed", "owned", "possible")] + [("on-listed", "listed")]
    for ink, behind in pairs:
        light, dark = sorted((luminance(colours[ink]), luminance(colours[behind])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, behind)


@pytest.mark.chromium
def test_a_browser_shows_it_and_asks_nothing_of_the_network(dossier: Dossier, chromium: str, tmp_path: Path) -> None:
    page, log = tmp_path / "page.html", tmp_path / "net.json"
    page.write_text(as_page([dossier, hostile(dossier)]), "utf-8")

    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    flags += ["--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps"]
    flags += [f"--user-data-dir={tmp_path / 'profile'}", f"--log-net-log={log}", "--dump-dom"]
    shown = subprocess.run(
        [chromium, *flags, page.as_uri()], capture_output=True, text=True, timeout=60, check=True, encoding="utf-8"
    ).stdout

    assert articles_of(shown)[0] == dossier.article.text
    assert "<script" not in shown
    asked = {
        event["params"]["url"]
        for event in json.loads(log.read_text("utf-8"))["events"]
        if "url" in event.get("params", {})
    }
    assert not [url for url in asked if ".example" in url]
