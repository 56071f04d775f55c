"""A watch among places that mean ill: each is told as skipped and asked later, the good one is read."""

from __future__ import annotations

from datetime import timedelta

from nongrata.newsroom import Room
from nongrata.newsroom.places import add_places
from nongrata.newsroom.read_new import Web
from nongrata.newsroom.watch import watch_round
from nongrata.sources.ask import Answer, AskLimits, Conditions, NotChanged, Refused, ask
from nongrata.sources.manners import Manners
from nongrata.store.stories.query import StoryQuery
from tests.newsroom.conftest import MEETING, NOW
from tests.sources.hostile import hostile_site

ILL = ("/2gb", "/bomb", "/bomb-in-bomb", "/slow-header", "/slow-body", "/loop", "/file", "/metadata", "/mapped",
       "/decimal", "/name", "/short", "/long-header", "/brotli")  # fmt: skip


def ask_here(url: str, conditions: Conditions) -> Answer | NotChanged | Refused:
    """Ask this machine; have patience with those that come to an end, however slow this machine is."""
    limits = AskLimits(seconds=0.5 if "/slow" in url else 60, size=1_000_000)
    return ask(url, conditions, limits=limits, private_hosts=frozenset({"127.0.0.1"}))


def answer(body: str) -> list[bytes]:
    return [f"HTTP/1.1 200 OK\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}".encode()]


def test_places_that_mean_ill_are_skipped_in_words_and_the_good_story_is_read(room: Room) -> None:
    page = "<article>" + "".join(f"<p>{line}</p>" for line in MEETING.splitlines()) + "</article>"
    more = {"/robots.txt": answer(""), "/story": answer(page)}
    with hostile_site(more) as site:
        links = (f"<item><title>x</title><link>{site.url}{path}</link></item>" for path in ("/lan", "/2gb", "/story"))
        more["/feed"] = answer(f"<rss version='2.0'><channel>{''.join(links)}</channel></rss>")
        web = Web(ask=ask_here, manners=Manners(ask_here, clock=lambda: 0.0, sleep=lambda _seconds: None))
        add_places(room.store, [f"{site.url}{path}" for path in (*ILL, "/feed")], now=NOW)
        reads = list(watch_round(room, web, clock=lambda: NOW))

    said = {read.place.removeprefix(site.url): read.said for read in reads}
    assert [path for path in ILL if "wanted" not in (said[path] or "")] == []
    assert [story.uri for story in room.store.stories.find(StoryQuery())] == [f"{site.url}/story"]
    failed = {source.uri.removeprefix(site.url): source.said for source in room.store.sources.all() if source.failures}
    assert failed == {path: said[path] for path in ILL if path != "/bomb-in-bomb"}, "that one answers, with no story"
    assert all(source.due > NOW + timedelta(minutes=14) for source in room.store.sources.all())
