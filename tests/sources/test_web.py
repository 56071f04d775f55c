"""Pages from a server of our own, and addresses that are never fetched."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from nongrata.sources import Capture
from nongrata.sources.addresses import is_public
from nongrata.sources.web import WebLimits, fetch_page
from nongrata.values import Skipped

NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
PAGE = b"<html><p>The envoy left for Geneva.</p></html>"
BOMB = gzip.compress(b"a" * 3_000_000)
Answer = tuple[int, Mapping[str, str], bytes]

ANSWERS: Mapping[str, Answer] = {
    "/page": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/half": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)[:20]),
    "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, PAGE),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, BOMB),
    "/long": (200, {"Content-Type": "text/plain"}, b"a" * 2_000_000),
    "/untold": (200, {}, PAGE),
    "/film": (200, {"Content-Type": "video/mp4"}, b"...."),
    "/image": (200, {"Content-Type": "text/html"}, b"GIF89a...."),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/inward": (302, {"Location": "file:///etc/passwd"}, b""),
    "/gone": (404, {}, b""),
    "/walled": (403, {}, b""),
    "/broken": (500, {}, b""),
}


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            self.drip()
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Send a header's letters one by one, faster than any time-out between two of them."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(30):
            self.wfile.write(b"a")
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that hangs up is what some tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Quiet(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def fetch(url: str, *, seconds: float = 10.0) -> Capture | Skipped:
    return fetch_page(url, now=NOW, limits=WebLimits(seconds=seconds, size=1_000_000), allow_private=True)


def reason_for(skipped: Capture | Skipped) -> str:
    assert isinstance(skipped, Skipped)
    assert "\n" not in skipped.reason
    assert "wanted" in skipped.reason
    return skipped.reason


@pytest.mark.parametrize("path", ["/page", "/packed", "/untold", "/moved"])
def test_a_page_is_fetched_whole(site: str, path: str) -> None:
    capture = fetch(site + path)

    assert isinstance(capture, Capture)
    assert (capture.body, capture.media_type, capture.uri) == (PAGE, "text/html", site + path)


def test_the_charset_that_the_server_tells_is_kept(site: str) -> None:
    capture = fetch(site + "/page")

    assert isinstance(capture, Capture)
    assert capture.charset == "iso-8859-1"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "HTTP 404"),
        ("/walled", "save it and give its path"),
        ("/broken", "HTTP 500"),
        ("/film", "video/mp4"),
        ("/image", "a GIF image"),
        ("/empty", "nothing in it"),
        ("/half", "ends too early"),
        ("/brotli", "packed as br"),
        ("/bomb", "MiB"),
        ("/long", "MiB"),
        ("/round", "more than 5 redirects"),
        ("/inward", "a file: address"),
    ],
)
def test_what_is_no_page_is_said_in_one_line(site: str, path: str, said: str) -> None:
    assert said in reason_for(fetch(site + path))


def test_headers_that_drip_in_do_not_hold_us_up(site: str) -> None:
    began = time.monotonic()

    assert "within 0.4 s" in reason_for(fetch(site + "/slow", seconds=0.4))
    assert time.monotonic() - began < 2


def test_a_server_that_is_not_there_is_said() -> None:
    with Quiet(("127.0.0.1", 0), Server) as server:
        port = server.server_port

    assert "no answer" in reason_for(fetch(f"http://127.0.0.1:{port}/"))


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://169.254.169.254/latest",
     "http://[::ffff:10.0.0.1]/", "http://0.0.0.0/"],
)  # fmt: skip
def test_a_private_address_is_never_asked(url: str) -> None:
    assert "private address" in reason_for(fetch_page(url, now=NOW))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/", "a ftp: address"),
        ("http://", "no host"),
        ("http://no such host/", "address"),
        ("http://example.invalid/", "no address for example.invalid"),
        ("http://" + "a" * 300 + ".org/", "address"),
        ("https://example.org:99999999/", "address"),
    ],
)
def test_an_address_that_cannot_be_is_said(url: str, said: str) -> None:
    assert said in reason_for(fetch_page(url, now=NOW))


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    skipped = fetch_page("https://me:secret@example.org/a", now=NOW)

    assert "password" in reason_for(skipped)
    assert isinstance(skipped, Skipped)
    assert "secret" not in skipped.item


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"])
def test_the_public_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "192.168.0.1", "100.100.100.200", "224.0.0.1", "168.63.129.16", "255.255.255.255",
     "fd00:ec2::254", "fe80::1", "ff02::1", "64:ff9b::7f00:1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_machines_networks_and_clouds_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
