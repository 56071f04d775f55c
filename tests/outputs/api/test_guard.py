"""What hostile callers try: all of it is refused, and the server goes on answering."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.types import Message, Receive, Scope, Send

from nongrata.outputs.api.guard import Bounds, Guard
from nongrata.outputs.api.own.files import file_name
from tests.command import run_apart
from tests.outputs.api.locked import Locked
from tests.outputs.api.server import Server


def raw(server: Server, data: bytes, *, wait: float = 10) -> bytes:
    """Send bytes as they are; give what comes back until the server closes or goes quiet."""
    at = urlsplit(server.url)
    with socket.create_connection((at.hostname, at.port), timeout=wait) as line:
        line.sendall(data)
        found = b""
        try:
            while piece := line.recv(65_536):
                found += piece
        except TimeoutError:
            pass
        return found


def test_another_hosts_name_is_refused(server: Server) -> None:
    with server.client() as client:
        answer = client.get("/api/v1/lists", headers={"host": "evil.example"})

    assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")
    assert "found the host 'evil.example'" in answer.json()["detail"]


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_what_another_sites_page_sends_is_refused(server: Server, headers: dict[str, str]) -> None:
    with server.client() as client:
        answer = client.post("/api/v1/compare", json={"left": "a", "right": "b"}, headers=headers)

    assert answer.status_code == 403


def test_an_oversize_body_is_refused_before_it_is_read(server: Server) -> None:
    told = raw(server, b"POST /api/v1/read HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2147483648\r\n\r\nx")

    assert told.startswith(b"HTTP/1.1 413 ")
    assert b"larger than 8 MiB" in told


def test_a_body_that_grows_beyond_its_bound_is_cut_off(server: Server) -> None:
    piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    head = b"POST /api/v1/read HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n"
    try:
        told = raw(server, head + piece * 9)
    except OSError:  # the line was cut while we were sending
        told = b""

    assert told in (b"",) or told.startswith(b"HTTP/1.1 413 ")
    with server.client() as client:
        assert client.get("/healthz").status_code == 200


def test_a_slow_body_is_ended() -> None:
    bounds = Bounds(hosts=frozenset({"localhost"}), seconds=0.2)

    async def never() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def app(_scope: Scope, receive: Receive, _send: Send) -> None:
        await receive()

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/v1/read",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }
    asyncio.run(Guard(app, bounds)(scope, never, send))

    assert sent[0]["status"] == 408


def test_a_very_long_address_is_refused(server: Server) -> None:
    with server.client() as client:
        assert client.get("/search/default", params={"q": "x" * 9_000}).status_code == 414


def test_every_answer_forbids_scripts_of_others(server: Server) -> None:
    with server.client() as client:
        for path in ("/healthz", "/api/v1/lists", "/entities/nobody", "/nowhere"):
            headers = client.get(path).headers
            assert "script-src 'self'" in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"


def test_wrong_tokens_open_nothing_and_are_slowed_down_and_right_ones_pass(locked: Locked) -> None:
    statuses: Counter[int] = Counter()
    with locked.server.client() as client:
        for number in range(40):
            headers = {"authorization": f"Bearer ng_{number}"}
            statuses[client.get("/api/v1/lists", headers=headers).status_code] += 1
    with locked.server.client(locked.reader) as honest:
        assert honest.get("/api/v1/lists").status_code == 200

    assert set(statuses) == {401, 429}
    assert statuses[429] > statuses[401]
    assert "a wrong or revoked token from 127.0.0.1" in (locked.server.home / "server.log").read_text()


def test_it_listens_elsewhere_only_with_a_token(tmp_path: Path) -> None:
    told = run_apart("serve", "--host", "0.0.0.0", "--port", "0", NONGRATA_HOME=str(tmp_path))

    assert told.returncode == 2
    assert told.stderr.decode().strip() == (
        "error: found --host 0.0.0.0 and no token; wanted one, for others can reach it: nongrata tokens add NAME"
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--port", "70000"), "--port='70000': wanted a whole number from 0 to 65535"),
        (("--rate", "none"), "--rate='none': wanted requests a second"),
        (("--name", "a/b"), "wanted a host's name"),
    ],
)
def test_what_cannot_be_served_is_said(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    told = run_apart("serve", *words, NONGRATA_HOME=str(tmp_path))

    assert (told.returncode, says in told.stderr.decode()) == (2, True)


def test_a_file_gets_a_name_of_ours() -> None:
    assert [file_name(told) for told in ("../../x.csv", "C:\\a\\b.csv", "..", "/", "a\nb")] == [
        "x.csv",
        "b.csv",
        "file",
        "file",
        "a b",
    ]
