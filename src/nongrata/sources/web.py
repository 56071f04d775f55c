"""A page from the web as a capture: public addresses only, bounded in time, size and redirects."""

from __future__ import annotations

import queue
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

import httpx

from nongrata.sources.addresses import Address, is_public, resolve
from nongrata.sources.kinds import LIMIT, media_type_of
from nongrata.sources.read import content_reason, size_reason, skipped
from nongrata.sources.record import Capture
from nongrata.values import Skipped

_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
}
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; nongrata)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WALLED = frozenset({401, 402, 403, 429, 451})
_ADDRESSES_TRIED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLimits:
    """How much one page may take."""

    seconds: float = 20.0  # in all, redirects and name look-ups included
    redirects: int = 5
    size: int = LIMIT  # bytes, after decompression too


class _RefusedError(Exception):
    """Why a page is not to be had; never leaves this file."""


def fetch_page(
    url: str,
    /,
    *,
    now: datetime,
    limits: WebLimits = WebLimits(),
    verify: ssl.SSLContext | bool = True,
    allow_private: bool = False,
) -> Capture | Skipped:
    """Give the page at a URL, or why it is not to be had.

    `allow_private` opens this machine's own addresses: for tests against a server of theirs.
    """
    fetch = _Fetch(limits=limits, verify=verify, allow_private=allow_private, until=time.monotonic() + limits.seconds)
    answers: queue.SimpleQueue[Capture | Skipped] = queue.SimpleQueue()
    item = _without_password(url)

    def work() -> None:
        answer: Capture | Skipped = skipped(item, "found a fault in nongrata itself; wanted a page: please report it")
        try:
            answer = _fetched(url, fetch, now=now)
        finally:
            answers.put(answer)

    # A thread, as neither a name look-up nor headers that drip in have a bound of their own.
    threading.Thread(target=work, daemon=True, name="nongrata-fetch").start()
    try:
        return answers.get(timeout=limits.seconds)
    except queue.Empty:
        return skipped(item, _late(limits))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fetch:
    limits: WebLimits
    verify: ssl.SSLContext | bool
    allow_private: bool
    until: float  # on the monotonic clock


def _fetched(url: str, fetch: _Fetch, *, now: datetime) -> Capture | Skipped:
    item = _without_password(url)
    try:
        with httpx.Client(verify=fetch.verify, trust_env=False, timeout=fetch.limits.seconds) as client:
            body, media_type, charset = _follow(client, httpx.URL(url), fetch)
    except _RefusedError as refused:
        return skipped(item, str(refused))
    except httpx.TimeoutException:
        return skipped(item, _late(fetch.limits))
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError, ValueError) as error:
        return skipped(item, f"found no usable address ({_line(error)}); wanted https://host/path")
    except (httpx.HTTPError, OSError) as error:
        return skipped(item, f"found no answer ({_line(error)}); wanted a page: check the address and the connection")
    reason = content_reason(body)
    if reason is not None:
        return skipped(item, reason)
    told = media_type or media_type_of(body)
    return Capture(uri=item, body=body, media_type=told, charset=charset, fetched_at=now)


def _follow(client: httpx.Client, url: httpx.URL, fetch: _Fetch) -> tuple[bytes, str | None, str | None]:
    """Give the body, media type and charset at the end of the redirects."""
    for _ in range(fetch.limits.redirects + 1):
        with closing(_open(client, url, fetch)) as response:
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                return _body(response, fetch), _media_type(response), response.charset_encoding
            url = url.join(response.headers["location"])
    raise _RefusedError(f"found more than {fetch.limits.redirects} redirects; wanted a page")


def _open(client: httpx.Client, url: httpx.URL, fetch: _Fetch) -> httpx.Response:
    """Give the response, its body unread, from the first of the host's checked addresses that answers."""
    host = _check_url(url)
    port = url.port or (443 if url.scheme == "https" else 80)
    addresses = _addresses(host, port, fetch)
    failed: httpx.TransportError | None = None
    for address in addresses[:_ADDRESSES_TRIED]:
        headers = {**_HEADERS, "Host": url.netloc.decode("ascii")}
        # The connection goes to the address that was checked; TLS is checked for the name.
        pinned = url.copy_with(host=str(address))
        request = client.build_request("GET", pinned, headers=headers, extensions={"sni_hostname": host})
        try:
            return client.send(request, stream=True)
        except httpx.ConnectError as error:
            failed = error
    raise failed or _RefusedError(f"found no address for {host}; wanted a host that exists")


def _check_url(url: httpx.URL) -> str:
    """Give the URL's host, or refuse the URL."""
    if url.scheme not in ("http", "https"):
        raise _RefusedError(f"found a {url.scheme or 'nameless'}: address; wanted http:// or https://")
    if url.userinfo:
        raise _RefusedError(
            "found a user name or password in the address; wanted one without: save the page and give its path"
        )
    host = url.raw_host.decode("ascii").strip("[]")
    if not host:
        raise _RefusedError("found no host in the address; wanted https://host/path")
    return host


def _addresses(host: str, port: int, fetch: _Fetch) -> tuple[Address, ...]:
    try:
        addresses = resolve(host, port)
    except OSError as error:
        reason = f"found no address for {host} ({_line(error)}); wanted a host that exists: check the spelling"
        raise _RefusedError(reason) from None
    if not fetch.allow_private and not all(map(is_public, addresses)):
        raise _RefusedError(
            f"found a private address behind {host}; wanted a public one: save the page and give its path"
        )
    return addresses


def _body(response: httpx.Response, fetch: _Fetch) -> bytes:
    status = response.status_code
    if status != 200:
        what = "open it in a browser, save it and give its path" if status in _WALLED else "check the address"
        raise _RefusedError(f"found HTTP {status} {response.reason_phrase}".rstrip() + f"; wanted a page (200): {what}")
    told = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if told and told not in _TYPES:
        raise _RefusedError(f"found {told[:80]}; wanted text/html or text/plain")
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > fetch.limits.size:
        raise _RefusedError(size_reason(int(length)))
    body = bytearray()
    for chunk in _unpacked(response, fetch.limits.size):
        body += chunk
        if len(body) > fetch.limits.size:
            raise _RefusedError(size_reason())
        if time.monotonic() > fetch.until:
            raise _RefusedError(_late(fetch.limits))
    return bytes(body)


def _unpacked(response: httpx.Response, size: int) -> Iterator[bytes]:
    """Give the body's parts decompressed, none of them much longer than `size`."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise _RefusedError(f"found a page packed as {encoding[:40]}; wanted gzip or none")
    unpack = zlib.decompressobj(wbits=47 if encoding != "deflate" else 15)
    try:
        for chunk in response.iter_raw():
            yield unpack.decompress(chunk, size + 1)
    except zlib.error as error:
        raise _RefusedError(f"found a page whose packing is broken ({_line(error)}); wanted gzip or none") from None
    if not unpack.eof:
        raise _RefusedError("found a page that ends too early; wanted all of it: try again")


def _media_type(response: httpx.Response) -> str | None:
    told = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return _TYPES.get(told)


def _late(limits: WebLimits) -> str:
    return f"found no whole page within {limits.seconds:g} s; wanted one: try again, or save it and give its path"


def _line(error: BaseException) -> str:
    """Give the error's message on one line of a bearable length."""
    return " ".join(str(error).split())[:160] or type(error).__name__


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
