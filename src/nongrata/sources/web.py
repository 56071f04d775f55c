"""A page from the web as a capture: public addresses only, bounded in time, size and redirects."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import httpx

from nongrata.sources.connect import Asking, RefusedError, answer_to, line_of, unpacked, within, without_password
from nongrata.sources.kinds import DOCX, FEED, LIMIT, ODT, PDF, document_type, media_type_of
from nongrata.sources.read import content_reason, size_reason, skipped
from nongrata.sources.record import Capture
from nongrata.values import Skipped

_TYPES: Mapping[str, str | None] = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    PDF: PDF,
    DOCX: DOCX,
    ODT: ODT,
    FEED: FEED,
    "application/atom+xml": FEED,
    "application/rdf+xml": FEED,
    "application/xml": None,  # the bytes tell
    "text/xml": None,
}
_HEADERS = {
    "Accept": f"text/html,application/xhtml+xml,text/plain;q=0.9,{FEED};q=0.8,application/atom+xml;q=0.8,{PDF};q=0.8",
}
_WALLED = frozenset({401, 402, 403, 429, 451})


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLimits:
    """How much one page may take."""

    seconds: float = 20.0  # in all, redirects and name look-ups included
    redirects: int = 5
    size: int = LIMIT  # bytes, after decompression too


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
    fetch = _Fetch(limits=limits, allow_private=allow_private, until=time.monotonic() + limits.seconds)
    item = without_password(url)
    late: Capture | Skipped = skipped(item, _late(limits))
    fault: Capture | Skipped = skipped(item, "found a fault in nongrata itself; wanted a page: please report it")
    client = httpx.Client(verify=verify, trust_env=False, timeout=limits.seconds)
    return within(client, limits.seconds, lambda client: _fetched(client, url, fetch, now=now), late=late, fault=fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fetch:
    limits: WebLimits
    allow_private: bool
    until: float  # on the monotonic clock


def _fetched(client: httpx.Client, url: str, fetch: _Fetch, *, now: datetime) -> Capture | Skipped:
    item = without_password(url)
    try:
        body, media_type, charset = _follow(client, httpx.URL(url), fetch)
    except RefusedError as refused:
        return skipped(item, str(refused))
    except httpx.TimeoutException:
        return skipped(item, _late(fetch.limits))
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError, ValueError) as error:
        return skipped(item, f"found no usable address ({line_of(error)}); wanted https://host/path")
    except (httpx.HTTPError, OSError) as error:
        return skipped(item, f"found no answer ({line_of(error)}); wanted a page: check the address and the connection")
    reason = content_reason(body)
    if reason is not None:
        return skipped(item, reason)
    told = document_type(body) or media_type or media_type_of(body)
    return Capture(uri=item, body=body, media_type=told, charset=charset, fetched_at=now)


def _follow(client: httpx.Client, url: httpx.URL, fetch: _Fetch) -> tuple[bytes, str | None, str | None]:
    """Give the body, media type and charset at the end of the redirects."""
    asking = Asking(what="page", headers=_HEADERS, redirects=fetch.limits.redirects, allow_private=fetch.allow_private)
    with answer_to(client, url, asking) as response:
        return _body(response, fetch), _media_type(response), response.charset_encoding


def _body(response: httpx.Response, fetch: _Fetch) -> bytes:
    status = response.status_code
    if status != 200:
        what = "open it in a browser, save it and give its path" if status in _WALLED else "check the address"
        raise RefusedError(f"found HTTP {status} {response.reason_phrase}".rstrip() + f"; wanted a page (200): {what}")
    told = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if told and told not in _TYPES:
        raise RefusedError(f"found {told[:80]}; wanted a page, a text, a feed, PDF or Word")
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > fetch.limits.size:
        raise RefusedError(size_reason(int(length)))
    body = bytearray()
    for chunk in unpacked(response, fetch.limits.size, "page"):
        body += chunk
        if len(body) > fetch.limits.size:
            raise RefusedError(size_reason())
        if time.monotonic() > fetch.until:
            raise RefusedError(_late(fetch.limits))
    return bytes(body)


def _media_type(response: httpx.Response) -> str | None:
    told = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return _TYPES.get(told)


def _late(limits: WebLimits) -> str:
    return f"found no whole page within {limits.seconds:g} s; wanted one: try again, or save it and give its path"
