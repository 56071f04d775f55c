"""Alerts in the inbox and over the API: shown, marked, and what came in with them stays text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import httpx

from nongrata.dossiers.alerts import Alert, AlertId
from nongrata.settings import Settings
from nongrata.store.opened import open_store
from tests.outputs.api.server import Server
from tests.outputs.api.test_own import read
from tests.outputs.api.test_pages import form_of


def new_alerts(client: httpx.Client) -> list[str]:
    """Give the ids of the alerts that wait."""
    return [each["id"] for each in client.get("/api/v1/alerts", params={"state": "new"}).json()["alerts"]]


def test_an_alert_waits_until_somebody_closes_it(server: Server) -> None:
    says = "Kim Jong Un met somebody <b>new</b>"
    with server.client() as client:
        story = read(client)
        alert = Alert(
            id=AlertId("a-test"), rule="listed_party_acts", story=story, made_at=datetime.now(UTC), says=says, about={}
        )
        open_store(Settings(home=server.home)).alerts.put([alert])

        page = client.get("/").text
        assert "Kim Jong Un met somebody &lt;b&gt;new&lt;/b&gt;" in page
        assert "a-test" in new_alerts(client)

        told = {**form_of(page, "/pages/alerts"), "alert": "a-test", "state": "closed"}
        client.post("/pages/alerts", data=told)
        assert "a-test" not in new_alerts(client)
        assert "Kim Jong Un met somebody" in client.get("/", params={"state": "closed"}).text
        assert client.get("/api/v1/audit").json()["lines"][0]["did"] == "marked an alert closed"
        assert client.patch("/api/v1/alerts/none", json={"state": "seen"}).status_code == 404


def test_all_alerts_of_a_story_are_closed_at_once_and_those_of_others_are_not(server: Server) -> None:
    with server.client() as client:
        story = read(client)
        store = open_store(Settings(home=server.home))
        store.alerts.put(
            Alert(id=AlertId(f"many-{number}"), rule="listed_named", story=story if number else None,
                  made_at=datetime.now(UTC), says=f"Party {number} is named", about={})
            for number in range(3)
        )  # fmt: skip
        store.close()

        told = form_of(client.get("/").text, "/pages/alerts")
        client.post("/pages/alerts/story", data={**told, "story": story})

        assert {each for each in new_alerts(client) if each.startswith("many-")} == {"many-0"}


def test_older_alerts_stand_on_pages_behind_each_once(server: Server) -> None:
    store = open_store(Settings(home=server.home))
    store.alerts.put(
        Alert(id=AlertId(f"old-{number}"), rule="listed_named", story=None, made_at=datetime(2020, 1, 1, tzinfo=UTC),
              says=f"Somebody {number:03} is named", about={}, state="seen")
        for number in range(120)
    )  # fmt: skip
    store.close()
    seen: list[str] = []
    with server.client() as client:
        path: str | None = "/?state=seen"
        while path is not None:
            page = client.get(path).text
            seen += re.findall(r"Somebody \d+ is named", page)
            link = re.search(r'href="([^"]*)">Older alerts', page)
            path = None if link is None else unescape(link[1])
            assert len(seen) <= 120

    assert len(seen) == len(set(seen)) == 120
