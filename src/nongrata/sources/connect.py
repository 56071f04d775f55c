"""Answers from the web: from public addresses only, redirects checked one by one, unpacked within bounds, in time."""

from __future__ import annotations

import queue
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import httpx

from nongrata.sources.addresses import Address, is_public, resolve

_T = TypeVar("_T")

AGENT = {"User-Agent": "Mozilla/5.0 (compatible; nongrata)", "Accept-Encoding": "gzip, deflate"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ADDRESSES_TRIED = 4

Resolve = Callable[[str, int], tuple[Address, ...]]  # a name's addresses. Raises OSError


class RefusedError(Exception):
    """Why something is not to be had; never leaves `sources`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How to ask: what for, with which headers, how many redirects, and whether this machine's own addresses may be."""

    what: str  # "page", "list": for what is said
    headers: Mapping[str, str]
    redirects: int = 5
    allow_private: bool = False
    private_hosts: frozenset[str] = (
        frozenset()
    )  # these may have addresses of our own network; no others, by no redirect
    resolve: Resolve = field(default=resolve)
    instead: str = ""  # what to do about a private address; unless told, to save it


@contextmanager
def answer_to(client: httpx.Client, url: httpx.URL, asking: Asking) -> Iterator[httpx.Response]:
    """Give the answer at the end of the redirects, its body unread. Raises RefusedError."""
    for _ in range(asking.redirects + 1):
        with closing(_open(client, url, asking)) as response:
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                yield response
                return
            url = url.join(response.headers["location"])
    raise RefusedError(f"found more than {asking.redirects} redirects; wanted a {asking.what}")


def _open(client: httpx.Client, url: httpx.URL, asking: Asking) -> httpx.Response:
    """Give the response, its body unread, from the first of the host's checked addresses that answers."""
    host = _check_url(url, asking)
    port = url.port or (443 if url.scheme == "https" else 80)
    addresses = _addresses(host, port, asking)
    failed: httpx.TransportError | None = None
    for address in addresses[:_ADDRESSES_TRIED]:
        headers = {**AGENT, **asking.headers, "Host": url.netloc.decode("ascii")}
        # The connection goes to the address that was checked; TLS is checked for the name.
        pinned = url.copy_with(host=str(address))
        request = client.build_request("GET", pinned, headers=headers, extensions={"sni_hostname": host})
        try:
            return client.send(request, stream=True)
        except httpx.ConnectError as error:
            failed = error
        except RuntimeError:  # closed meanwhile, by `within`
            raise RefusedError(f"found no {asking.what} in time; wanted one: try again") from None
    raise failed or RefusedError(f"found no address for {host}; wanted a host that exists")


def _check_url(url: httpx.URL, asking: Asking) -> str:
    """Give the URL's host, or refuse the URL."""
    save = f"save the {asking.what} and give its path"
    if url.scheme not in ("http", "https"):
        raise RefusedError(f"found a {url.scheme or 'nameless'}: address; wanted http:// or https://")
    if url.userinfo:
        raise RefusedError(f"found a user name or password in the address; wanted one without: {save}")
    host = url.raw_host.decode("ascii").strip("[]")
    if not host:
        raise RefusedError("found no host in the address; wanted https://host/path")
    return host


def _addresses(host: str, port: int, asking: Asking) -> tuple[Address, ...]:
    try:
        addresses = asking.resolve(host, port)
    except OSError as error:
        reason = f"found no address for {host} ({line_of(error)}); wanted a host that exists: check the spelling"
        raise RefusedError(reason) from None
    is_open = asking.allow_private or host.lower() in asking.private_hosts
    if not is_open and not all(map(is_public, addresses)):
        instead = asking.instead or f"save the {asking.what} and give its path"
        raise RefusedError(f"found a private address behind {host}; wanted a public one: {instead}")
    return addresses


def unpacked(response: httpx.Response, size: int, what: str) -> Iterator[bytes]:
    """Give the body's parts decompressed, none of them much longer than `size`. Raises RefusedError."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise RefusedError(f"found a {what} packed as {encoding[:40]}; wanted gzip or none")
    unpack = zlib.decompressobj(wbits=47 if encoding != "deflate" else 15)
    try:
        for chunk in response.iter_raw():
            yield unpack.decompress(chunk, size + 1)
    except zlib.error as error:
        raise RefusedError(f"found a {what} whose packing is broken ({line_of(error)}); wanted gzip or none") from None
    if not unpack.eof:
        raise RefusedError(f"found a {what} that ends too early; wanted all of it: try again")


def within(client: httpx.Client, seconds: float, work: Callable[[httpx.Client], _T], *, late: _T, fault: _T) -> _T:
    """Give what the work gives, `late` when it takes longer, `fault` when it raises. The client is closed after it."""
    answers: queue.SimpleQueue[_T] = queue.SimpleQueue()

    def run() -> None:
        answer = fault
        try:
            with closing(client):
                answer = work(client)
        finally:
            answers.put(answer)

    # A thread, as neither a name look-up nor headers that drip in have a bound of their own.
    threading.Thread(target=run, daemon=True, name="nongrata-fetch").start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        client.close()  # so that who sends a letter a second for ever does not hold the thread: the next finds no line
        return late


def line_of(error: BaseException) -> str:
    """Give the error's message on one line of a bearable length."""
    return " ".join(str(error).split())[:160] or type(error).__name__


def without_password(url: str) -> str:
    """Give a URL without the user name and password that may stand in it.

    >>> without_password("https://me:secret@example.org/a")
    'https://example.org/a'
    """
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
