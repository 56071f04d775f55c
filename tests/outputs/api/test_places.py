"""Watched places over HTTP and on their pages: added, paused, let go, each with its role and its audit line."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from nongrata.newsroom.places import add_by
from nongrata.settings import Settings
from nongrata.store.opened import open_store
from nongrata.store.record import DossierId
from nongrata.store.sources import Entry
from tests.outputs.api.locked import Locked
from tests.outputs.api.server import Server
from tests.outputs.api.test_pages import form_of, signed_in

FEED = "https://news.example/feed.xml"
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def test_an_analyst_adds_pauses_resumes_and_removes_a_place_and_the_audit_log_says_so(locked: Locked) -> None:
    with locked.server.client(locked.analyst) as client:
        added = client.post("/api/v1/places", json={"place": f" {FEED} "})
        assert (added.status_code, added.json()["place"], added.json()["is_paused"]) == (201, FEED, False)
        paused = client.patch("/api/v1/places", json={"place": FEED, "is_paused": True})
        assert [each["is_paused"] for each in paused.json()["places"]] == [True]
        resumed = client.patch("/api/v1/places", json={"place": FEED, "is_paused": False})
        assert [each["is_paused"] for each in resumed.json()["places"]] == [False]
        assert client.get("/api/v1/places/entries", params={"place": FEED}).json() == {"entries": []}
        assert [each["place"] for each in client.get("/api/v1/places").json()["places"]] == [FEED]
        assert client.delete("/api/v1/places", params={"place": FEED}).status_code == 200
        assert client.get("/api/v1/places").json()["places"] == []
        assert client.delete("/api/v1/places", params={"place": FEED}).status_code == 404
        lines = client.get("/api/v1/audit", params={"about": FEED}).json()["lines"]

    assert [line["did"] for line in reversed(lines)] == [
        "had a place watched", "paused a place", "resumed a place", "let go of a place",
    ]  # fmt: skip
    assert len({line["who"] for line in lines}) == 1


@pytest.mark.parametrize(
    "place", ["/etc/passwd", "file:///etc/passwd", "ftp://a.example/x", "https://", "https://me:secret@a.example/feed",
              "https://a.example/a b", "http://[::1", "https://a.example/" + "x" * 2_000],
)  # fmt: skip
def test_what_is_no_address_on_the_web_is_refused_and_no_secret_is_said_again(server: Server, place: str) -> None:
    with server.client() as client:
        told = client.post("/api/v1/places", json={"place": place})

    assert told.status_code == 422
    assert told.headers["content-type"] == "application/problem+json"
    assert "secret" not in told.text


def test_a_place_is_added_paused_and_removed_on_its_page(server: Server) -> None:
    place = "https://other.example/feed.xml"
    with server.client() as client:

        def sent(path: str, **told: str) -> str:
            key = form_of(client.get("/watch").text, "/pages/places")["key"]
            return client.post(path, data={"key": key, "place": place, **told}, follow_redirects=True).text

        wrong = sent("/pages/places", place="news.example")
        assert place in sent("/pages/places")
        assert ">paused<" in sent("/pages/places/pause", is_paused="true")
        assert ">paused<" not in sent("/pages/places/pause", is_paused="false")
        gone = sent("/pages/places/remove")

    assert "Found “news.example”; wanted the address of a feed" in wrong
    assert place not in gone


def test_the_page_of_a_place_shows_what_it_brought_and_why_the_rest_could_not_be_read(server: Server) -> None:
    store = open_store(Settings(home=server.home))
    place = f"{FEED}?a=1&b=<script>"
    add_by(store, place, by="mk", now=NOW)
    with server.client() as client:
        text = "Vladimir Putin met Kim Jong Un in Vladivostok on Monday."
        read = client.post("/api/v1/read", json={"text": text}, params={"wait": 60})
        story = read.json()["result"]["stories"][0]["story"]
        dossier = DossierId(story.rpartition(".")[0])
        store.sources.add_entry(place, Entry(entry="one", seen_at=NOW, dossier=dossier, said=None))
        said = "found <b>a private address</b>"
        store.sources.add_entry(place, Entry(entry="two", seen_at=NOW, dossier=None, said=said))
        listed = client.get("/watch").text
        link = re.search(r'href="(/watch/place\?[^"]*)"', listed)
        assert link is not None
        page = client.get(unescape(link[1])).text
        assert client.get("/watch/place", params={"place": "https://nowhere.example"}).status_code == 404
    store.close()

    assert "1 story of 2 entries" in page
    assert f'href="/stories/{story}"' in page
    assert "found &lt;b&gt;a private address&lt;/b&gt;" in page
    assert "<script>" not in page.partition("<main")[2]
    assert "it seems that nobody asks them" in listed  # due since March


def test_a_reader_sees_the_places_and_no_form(locked: Locked, tmp_path: Path) -> None:
    with locked.server.client() as client:
        signed_in(client, locked.reader)
        page = client.get("/watch")

    assert page.status_code == 200
    assert "Watched places" in page.text
    assert "/pages/places" not in page.text
