"""Watching: what is new is read once, what fails is tried later, nobody is asked who does not want it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nongrata.newsroom import Room, places
from nongrata.newsroom.clients import CLIENTS, index_of, read_clients
from nongrata.newsroom.places import add_places, is_watching, let_go, pause_by
from nongrata.newsroom.read_new import Web
from nongrata.newsroom.watch import watch_round
from nongrata.sources.ask import Answer, Conditions, NotChanged, Refused
from nongrata.sources.manners import Manners
from nongrata.store.clients import Client
from nongrata.store.stories.query import StoryQuery
from tests.newsroom.conftest import MEETING, NOW

FEED, STORY, SITE = "https://a.example/feed", "https://a.example/1", "https://a.example"
PAGE = f"<html><body><article><h1>Visit</h1><p>{MEETING.replace(chr(10) * 2, '</p><p>')}</p></article></body></html>"
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Visit</title><link>{link}</link>'
    "<pubDate>Fri, 15 Sep 2023 10:00:00 GMT</pubDate><description>{text}</description></item></channel></rss>"
)


@dataclass
class FakeWeb:
    """A web of our own: what stands where, and what was asked of it."""

    pages: dict[str, str | Refused]
    asked: list[str] = field(default_factory=list)
    now: float = 0.0

    def ask(self, url: str, conditions: Conditions) -> Answer | NotChanged | Refused:
        self.asked.append(url)
        found = self.pages.get(url, Refused(url=url, reason="found HTTP 404", status=404))
        if isinstance(found, Refused):
            return found
        etag = f'"{hash(found)}"'
        if conditions.etag == etag:
            return NotChanged(url=url)
        told = Conditions(etag=etag)
        return Answer(url=url, body=found.encode(), media_type=None, charset="utf-8", conditions=told)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    @property
    def web(self) -> Web:
        manners = Manners(self.ask, clock=lambda: self.now, sleep=self.sleep)
        return Web(ask=self.ask, manners=manners)


def watched(room: Room, fake: FakeWeb, place: str = FEED, *, at: datetime = NOW) -> list[str | None]:
    """Watch a place for one round; give what was said of each thing that was read."""
    add_places(room.store, [place], now=at)
    return [read.said for read in watch_round(room, fake.web, clock=lambda: at)]


def titles(room: Room) -> list[str]:
    return sorted(str(story.title) for story in room.store.stories.find(StoryQuery()))


def test_a_teaser_leads_to_its_page_and_the_page_is_read_once(room: Room) -> None:
    fake = FakeWeb({FEED: RSS.format(link=STORY, text="Short."), STORY: PAGE})

    assert watched(room, fake) == [None]
    (story,) = room.store.stories.find(StoryQuery())
    assert (story.uri, story.exposure) == (STORY, "listed")
    later = NOW + timedelta(minutes=16)
    assert watched(room, fake, at=later) == []
    assert fake.asked.count(STORY) == 1


def test_a_feed_that_did_not_change_is_not_sent_again_and_one_that_did_gives_what_is_new(room: Room) -> None:
    fake = FakeWeb({FEED: RSS.format(link=STORY, text=MEETING), STORY: PAGE})
    watched(room, fake)
    source = room.store.sources.get(FEED)
    assert source is not None
    assert (source.kind, source.etag is not None, source.due) == ("feed", True, NOW + timedelta(minutes=15))

    fake.pages[FEED] = RSS.format(link="https://a.example/2", text="Short.")
    fake.pages["https://a.example/2"] = PAGE.replace("Visit", "Second visit").replace("inspected a plant", "left")
    watched(room, fake, at=NOW + timedelta(minutes=15))

    assert len(titles(room)) == 2


def test_a_place_that_fails_is_asked_later_each_time_and_not_before_it_wants(room: Room) -> None:
    fake = FakeWeb({FEED: Refused(url=FEED, reason="found HTTP 503", status=503)})
    assert watched(room, fake) == ["found HTTP 503"]
    first = room.store.sources.get(FEED)
    assert first is not None
    assert (first.failures, first.due) == (1, NOW + timedelta(minutes=30))

    assert watched(room, fake, at=NOW + timedelta(minutes=29)) == []
    fake.pages[FEED] = Refused(url=FEED, reason="found HTTP 429", status=429, wait=7200)
    watched(room, fake, at=first.due)
    second = room.store.sources.get(FEED)
    assert second is not None
    assert second.due == first.due + timedelta(hours=2)


def test_a_place_that_is_paused_is_not_asked_nor_what_it_named_until_it_is_resumed(room: Room) -> None:
    opml = f'<opml version="2.0"><body><outline type="rss" xmlUrl="{FEED}"/></body></opml>'
    fake = FakeWeb({f"{SITE}/feeds.opml": opml, FEED: RSS.format(link=STORY, text="Short."), STORY: PAGE})
    watched(room, fake, f"{SITE}/feeds.opml")
    fake.asked.clear()

    paused = pause_by(room.store, f"{SITE}/feeds.opml", by="mk", now=NOW, is_paused=True)
    assert [each.uri for each in paused] == [f"{SITE}/feeds.opml", FEED]
    assert watched(room, fake, f"{SITE}/feeds.opml", at=NOW + timedelta(hours=1)) == []
    assert fake.asked == []

    pause_by(room.store, f"{SITE}/feeds.opml", by="mk", now=NOW + timedelta(hours=2), is_paused=False)
    watched(room, fake, f"{SITE}/feeds.opml", at=NOW + timedelta(hours=2))
    assert FEED in fake.asked
    assert is_watching(places.watched(room.store), now=NOW + timedelta(hours=2))
    assert not is_watching(places.watched(room.store), now=NOW + timedelta(hours=3))


def test_a_page_that_does_not_answer_now_is_read_when_it_does(room: Room) -> None:
    fake = FakeWeb(
        {FEED: RSS.format(link=STORY, text="x"), STORY: Refused(url=STORY, reason="found HTTP 500", status=500)}
    )
    assert watched(room, fake) == ["found HTTP 500"]

    fake.pages[STORY] = PAGE
    fake.pages[FEED] = RSS.format(
        link=STORY, text="x "
    )  # whoever was not read stays in the feed, and the feed is asked again
    assert watched(room, fake, at=NOW + timedelta(minutes=15)) == [None]


def test_robots_are_heeded_and_sites_left_alone_between_two_questions(room: Room) -> None:
    hostile = f"Crawl-delay: {'9' * 5_000}\nCrawl-delay: ²\nDisallow: http://[\n"
    robots = f"User-agent: *\nDisallow: /1\n{hostile}Crawl-delay: 7\n"
    fake = FakeWeb({f"{SITE}/robots.txt": robots, FEED: RSS.format(link=STORY, text="Short."), STORY: PAGE})

    watched(room, fake)

    assert STORY not in fake.asked
    assert fake.asked == [f"{SITE}/robots.txt", FEED]
    assert fake.now == 7


def test_a_site_whose_robots_do_not_answer_is_not_asked(room: Room) -> None:
    fake = FakeWeb({f"{SITE}/robots.txt": Refused(url=SITE, reason="found a private address"), FEED: RSS})

    assert watched(room, fake) == ["found a private address (asked for the site's robots.txt)"]
    assert FEED not in fake.asked


KINDS: Mapping[str, str] = {
    "json feed": '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "' + STORY + '"}]}',
    "sitemap": f"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{STORY}</loc></url></urlset>",
    "page": PAGE,
    "feed": f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='{STORY}'/><title>x</title></entry></feed>",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_place_gives_its_story(room: Room, kind: str) -> None:
    fake = FakeWeb({FEED: KINDS[kind], STORY: PAGE})

    assert watched(room, fake) == [None]
    source = room.store.sources.get(FEED)
    assert source is not None
    assert source.kind == kind
    assert len(titles(room)) == 1


def test_an_opml_file_and_a_map_of_sitemaps_name_places_that_are_watched_too(room: Room) -> None:
    opml = f"<opml version='2.0'><body><outline xmlUrl='{FEED}'/><outline text='nothing'/></body></opml>"
    maps = "https://a.example/maps.xml"
    fake = FakeWeb(
        {
            "https://b.example/list.opml": opml,
            maps: f"<sitemapindex><sitemap><loc>{SITE}/map.xml</loc></sitemap></sitemapindex>",
            f"{SITE}/map.xml": KINDS["sitemap"],
            FEED: RSS.format(link=STORY, text="Short."),
            STORY: PAGE,
        }
    )
    watched(room, fake, "https://b.example/list.opml")
    watched(room, fake, maps)

    named = {source.uri: source.found_in for source in room.store.sources.all()}
    assert named[FEED] == "https://b.example/list.opml"
    assert named[f"{SITE}/map.xml"] == maps
    assert len(titles(room)) == 1, "one story, though two places name it"


def test_a_sites_page_leads_to_its_feed_and_what_is_let_go_stays_so_until_it_is_wanted_again(room: Room) -> None:
    home = f"<html><head><link rel='alternate' type='application/rss+xml' href='{FEED}'></head><p>News</p></html>"
    fake = FakeWeb({f"{SITE}/": home, FEED: RSS.format(link=STORY, text="Short."), STORY: PAGE})
    watched(room, fake, f"{SITE}/")
    assert [(place.uri, place.found_in) for place in places.watched(room.store)] == [
        (f"{SITE}/", None),
        (FEED, f"{SITE}/"),
    ]
    assert len(titles(room)) == 1

    assert [place.uri for place in let_go(room.store, f"{SITE}/")] == [f"{SITE}/", FEED]
    fake.asked.clear()
    list(watch_round(room, fake.web, clock=lambda: NOW + timedelta(days=1)))
    assert (places.watched(room.store), fake.asked) == ((), [])

    watched(room, fake, FEED, at=NOW + timedelta(days=2))
    assert [place.uri for place in places.watched(room.store)] == [FEED]
    assert len(titles(room)) == 1, "what was read stays read"


def test_a_folder_is_read_as_it_fills(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.txt").write_text(MEETING, "utf-8")
    (folder / ".hidden.txt").write_text(MEETING, "utf-8")
    fake = FakeWeb({})
    assert watched(room, fake, str(folder)) == [None]
    (folder / "b.txt").write_text(MEETING.replace("plant", "port"), "utf-8")

    assert watched(room, fake, str(folder), at=NOW + timedelta(minutes=15)) == [None]
    assert len(room.store.stories.find(StoryQuery())) == 2


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel>" + "<item>" * 5_000,
        '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * 5_000,
        '{"version": "https://jsonfeed.org/version/1.1", "items": [1, {}, {"url": "file:///etc/passwd"}]}',
        "<urlset><url><loc>file:///etc/passwd</loc></url><url><loc>javascript:alert(1)</loc></url></urlset>",
        '{"version": "https://jsonfeed.org/version/1.1", "items": {"0": {}}}',
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://[x"}, {"url": "https://a/\\ud800"}]}',
        "<rss><channel><item><link>https://[x</link></item><item><link>https://%5Bx/</link></item></channel></rss>",
        "<sitemapindex><sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>",
        "<opml><body><outline xmlUrl='file:///etc/passwd'/><outline xmlUrl='/tmp'/></body></opml>",
    ],
)
def test_hostile_places_give_words_and_no_story(room: Room, body: str) -> None:
    fake = FakeWeb({FEED: body})

    said = watched(room, fake)

    assert said
    assert [words for words in said if "; wanted " not in (words or "")] == []
    assert {*fake.asked} <= {FEED, f"{SITE}/robots.txt"}, "no entry without an address leads anywhere"
    assert room.store.stories.find(StoryQuery()) == ()
    assert [source.uri for source in room.store.sources.all()] == [FEED]


def alerts(room: Room) -> dict[str, str]:
    return {f"{alert.rule} {alert.about['name']}": alert.says for alert in room.store.alerts.find(limit=100)}


def test_a_listed_party_that_acts_and_a_client_beside_one_raise_alerts_once_for_all_copies(
    room: Room, tmp_path: Path
) -> None:
    table = tmp_path / "clients.csv"
    table.write_text("name,country\nVolga Widgets,ru\n", "utf-8")
    quiet: Callable[[str], None] = lambda _words: None  # noqa: E731 - what takes notes and forgets them
    rows = [row for row in read_clients(str(table), now=NOW, say=quiet) if isinstance(row, Client)]
    room.store.clients.replace(CLIENTS, rows)
    room = replace(room, clients=index_of(room.store.clients.all()), channels=("terminal",))
    page = PAGE.replace("a plant", "a plant of Volga Widgets")
    fake = FakeWeb({STORY: page, "https://b.example/2": page.replace("Visit", "Another headline")})

    watched(room, fake, STORY)
    watched(room, fake, "https://b.example/2")

    assert set(alerts(room)) == {
        "listed_acts Kim Jong Un",
        "listed_acts Vladimir Putin",
        "client_near_listed Volga Widgets",
    }
    assert "inspected a plant of Volga Widgets" in alerts(room)["listed_acts Kim Jong Un"]
    assert len(room.store.alerts.due("terminal", now=NOW)) == 3
