"""Alerts: what a list's change does to kept stories, and how alerts are handed on."""

from __future__ import annotations

import email
import hmac
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from lxml import etree

from nongrata.desk import open_desk
from nongrata.dossiers.alerts import Alert, AlertId
from nongrata.newsroom import Room, keep_capture, reread
from nongrata.newsroom.asked_again import stories_touched
from nongrata.newsroom.deliver import Mail, Webhook, as_atom, deliver, signature, write_feed
from nongrata.settings import Settings
from tests.newsroom.conftest import MEETING, NOW, captured

ALERT = Alert(
    id=AlertId("a1"),
    rule="listed_acts",
    story="s.1",
    made_at=NOW,
    says="<Kim> & “Putin” met\x00.",
    about={"uri": "https://a.example/?a=1&b=2", "title": "A <title>"},
)


def test_a_new_listing_touches_the_stories_that_name_it_and_no_others(
    room: Room, settings: Settings, tmp_path: Path
) -> None:
    text = "OMSK, March 1 (Reuters) - Russian company Volga Widgets opened a plant in Omsk on Friday.\n"
    keep_capture(room, captured(text), now=NOW)
    keep_capture(room, captured(MEETING, uri="b"), now=NOW)
    assert stories_touched(room) == ()
    mine = tmp_path / "mine.csv"
    mine.write_text("id,name,schema,country\n1,Volga Widgets,Company,ru\n", "utf-8")
    mine.with_suffix(".toml").write_text(_TOML, "utf-8")
    room = replace(room, desk=open_desk(settings, lists=[mine]))

    touched = stories_touched(room)
    assert len(touched) == 1
    assert all(getattr(each, "has_changed", False) for each in reread(room, touched, now=NOW + timedelta(days=1)))
    told = [alert for alert in room.store.alerts.find() if alert.rule == "newly_exposed"]
    assert [alert.about["name"] for alert in told] == ["Volga Widgets"]
    assert "in a story kept before, is now listed" in told[0].says


_TOML = """\
list = "mine"
title = "Our own list"
schema = "Company"

[columns]
id = "id"
name = "name"
country = "country"
"""


def test_what_a_channel_does_not_take_is_tried_again_later_and_then_no_more(room: Room) -> None:
    room.store.alerts.put([ALERT], channels=["webhook"])
    refusals = iter(["found HTTP 500", None])

    assert deliver(room.store, "webhook", lambda _alert: next(refusals), now=NOW) == 1
    assert deliver(room.store, "webhook", lambda _alert: next(refusals), now=NOW) == 0, "not due yet"
    assert deliver(room.store, "webhook", lambda _alert: next(refusals), now=NOW + timedelta(minutes=1)) == 0
    assert room.store.alerts.due("webhook", now=NOW + timedelta(days=9)) == ()


@contextmanager
def listening(status: int, got: list[tuple[dict[str, str], bytes]]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((dict(self.headers), body))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/hook"
        server.shutdown()


def test_a_webhook_is_signed_over_its_time_and_body() -> None:
    got: list[tuple[dict[str, str], bytes]] = []
    with listening(204, got) as url:
        assert Webhook(url=url, secret="s3cret", clock=lambda: NOW)(ALERT) is None

    ((headers, body),) = got
    assert headers["Nongrata-Alert"] == "a1"
    expected = signature("s3cret", headers["Nongrata-Timestamp"], body)
    assert hmac.compare_digest(headers["Nongrata-Signature"], f"sha256={expected}")
    assert signature("other", headers["Nongrata-Timestamp"], body) != expected
    assert json.loads(body)["says"] == ALERT.says


def test_a_webhook_that_refuses_or_is_not_there_is_said() -> None:
    with listening(500, []) as url:
        assert Webhook(url=url, secret="s", clock=lambda: NOW)(ALERT) == "found HTTP 500; wanted a 2xx"
    said = Webhook(url="http://127.0.0.1:1/", secret="s", clock=lambda: NOW)(ALERT)
    assert said is not None
    assert said.startswith("found no answer")


class _Smtp(socketserver.StreamRequestHandler):
    letters: list[bytes] = []  # noqa: RUF012 - what the one test of it takes out

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        lines: list[bytes] | None = None
        for line in self.rfile:
            if lines is not None:
                if line == b".\r\n":
                    self.letters.append(b"".join(lines))
                    lines = None
                    self.wfile.write(b"250 taken\r\n")
                else:
                    lines.append(line)
            elif line.upper().startswith(b"DATA"):
                lines = []
                self.wfile.write(b"354 go on\r\n")
            elif line.upper().startswith(b"QUIT"):
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"250 ok\r\n")


def test_an_alert_goes_out_as_a_letter() -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Smtp) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        to = f"smtp://127.0.0.1:{server.server_address[1]}"
        assert Mail(server=to, to="desk@a.example")(replace(ALERT, says="Kim\nBcc: all@b.example")) is None
        server.shutdown()

    letter = email.message_from_bytes(_Smtp.letters.pop())
    assert (letter["To"], letter["Subject"], letter["Bcc"]) == ("desk@a.example", "Kim Bcc: all@b.example", None)
    assert Mail(server="smtp://127.0.0.1:1", to="desk@a.example")(ALERT) is not None


def test_the_feed_holds_every_alert_and_escapes_what_stands_in_them(room: Room, tmp_path: Path) -> None:
    room.store.alerts.put([ALERT, replace(ALERT, id=AlertId("a2"), about={"uri": "javascript:alert(1)"})])
    write_feed(tmp_path / "alerts.xml", room.store, now=NOW)

    root = etree.fromstring((tmp_path / "alerts.xml").read_bytes())
    titles = root.xpath("//*[local-name()='entry']/*[local-name()='title']/text()")
    links = root.xpath("//*[local-name()='link']/@href")
    assert titles == ["<Kim> & “Putin” met."] * 2
    assert links == ["https://a.example/?a=1&b=2"]
    assert as_atom(room.store, now=NOW) == (tmp_path / "alerts.xml").read_text("utf-8")
