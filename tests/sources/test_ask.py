"""Places that are asked again and again, and mean ill: each is refused in words, and nobody else is asked for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from ipaddress import ip_address

import pytest

from nongrata.sources.addresses import Address
from nongrata.sources.ask import Answer, AskLimits, Conditions, NotChanged, Refused, ask
from tests.sources.hostile import ANSWERS, Hostile, hostile_site

FEED = b"<rss version='2.0'><channel/></rss>"
GOOD = {
    "/feed": [b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: %d\r\n\r\n' % len(FEED) + FEED],
    "/more": [b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(FEED) + FEED + b"what nobody was promised"],
    "/same": [b"HTTP/1.1 304 Not Modified\r\n\r\n"],
    "/busy": [b"HTTP/1.1 503 Busy\r\nRetry-After: 99999999\r\nContent-Length: 0\r\n\r\n"],
}
HERE = frozenset({"127.0.0.1"})


@pytest.fixture(scope="module")
def site() -> Iterator[Hostile]:
    with hostile_site(GOOD) as found:
        yield found


def asked(site: Hostile, path: str, *, seconds: float = 20.0) -> Answer | NotChanged | Refused:
    return ask(site.url + path, Conditions(), limits=AskLimits(seconds=seconds, size=1_000_000), private_hosts=HERE)


def reason(told: Answer | NotChanged | Refused) -> str:
    assert isinstance(told, Refused), told
    assert "\n" not in told.reason
    assert "wanted" in told.reason
    return told.reason


def test_a_feed_of_our_own_network_is_asked_where_its_host_was_named(site: Hostile) -> None:
    told = asked(site, "/feed")

    assert isinstance(told, Answer)
    assert (told.body, told.conditions.etag) == (FEED, '"1"')
    assert isinstance(asked(site, "/same"), NotChanged)
    assert "private address behind 127.0.0.1" in reason(ask(site.url + "/feed", Conditions()))
    assert "--private-host" in reason(ask(site.url + "/feed", Conditions(), private_hosts=frozenset({"news.lan"})))


def test_a_server_can_not_ask_to_be_left_alone_for_ever(site: Hostile) -> None:
    told = asked(site, "/busy")

    assert isinstance(told, Refused)
    assert (told.status, told.wait) == (503, 86_400)


def test_what_goes_beyond_the_length_that_was_told_is_left_out(site: Hostile) -> None:
    told = asked(site, "/more")

    assert isinstance(told, Answer)
    assert told.body == FEED


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (("/told-2gb", "/2gb", "/bomb", "/deflate-bomb"), "MiB"),
        (("/brotli",), "packed as br"),
        (("/twice-packed",), "packed as gzip, gzip"),
        (("/no-gzip",), "packing is broken"),
        (("/half",), "ends too early"),
        (("/short", "/two-lengths", "/no-length", "/minus", "/bad-chunks"), "found no whole answer"),
        (("/long-header", "/many-headers", "/no-http", "/nothing"), "found no whole answer"),
        (("/loop", "/there", "/empty-redirect"), "more than 5 redirects"),
        (("/file",), "a file: address"),
        (("/gopher",), "a gopher: address"),
        (("/script",), "address"),
        (("/octal",), "Invalid IPv4 address"),
        (("/user", "/password"), "a user name or password in the address"),
    ],
)
def test_what_is_no_answer_is_refused_in_words(site: Hostile, paths: tuple[str, ...], said: str) -> None:
    for path in paths:
        told = reason(asked(site, path))
        assert said in told, path
        assert "secret" not in told


PRIVATE = [path for path in ANSWERS if path in (
    "/metadata", "/metadata-6", "/mapped", "/mapped-hex", "/nat64", "/decimal", "/hex", "/short-ip", "/zero",
    "/name", "/lan",
)]  # fmt: skip


@pytest.mark.parametrize("path", PRIVATE)
def test_no_redirect_leads_to_another_private_host_however_it_is_written(site: Hostile, path: str) -> None:
    assert "private address" in reason(asked(site, path))


@pytest.mark.parametrize("path", ["/slow-status", "/slow-header", "/slow-body", "/slow-chunks", "/silent"])
def test_an_answer_without_an_end_is_given_up_and_its_line_is_dropped(site: Hostile, path: str) -> None:
    left = site.left.setdefault(path, threading.Event())

    assert "within 0.5 s" in reason(asked(site, path, seconds=0.5))
    assert left.wait(timeout=60), "the line is still held"


class Rebinding:
    """A name that has one address when it is checked, and another when it is asked for again."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.asked = list(answers), 0

    def __call__(self, host: str, port: int) -> tuple[Address, ...]:
        self.asked += 1
        return (ip_address(self.answers.pop(0)),)


def test_the_address_that_was_checked_is_the_one_that_is_asked(site: Hostile) -> None:
    port = site.url.rpartition(":")[2]
    seen = len(site.asked)
    rebinding = Rebinding("192.0.2.1", "127.0.0.1")  # TEST-NET-1: nobody's, and not public

    told = ask(f"http://news.example:{port}/feed", Conditions(), resolve=rebinding)
    assert "private address behind news.example" in reason(told)
    rebinding = Rebinding("203.0.114.7", "127.0.0.1")  # public by its number: nothing of ours listens there
    told = ask(f"http://news.example:{port}/feed", Conditions(), limits=AskLimits(seconds=1), resolve=rebinding)

    assert isinstance(told, Refused)
    assert rebinding.asked == 1
    assert len(site.asked) == seen, "our own server was asked, though the name stood for another address"


def test_a_name_with_one_public_and_one_private_address_is_refused() -> None:
    both = (ip_address("203.0.114.7"), ip_address("10.0.0.1"))

    told = ask("http://news.example/", Conditions(), resolve=lambda _host, _port: both)

    assert "private address behind news.example" in reason(told)
