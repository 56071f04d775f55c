"""An answer from the web to somebody who asks again and again: only when it changed, and what to ask with next."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from nongrata.sources.addresses import resolve
from nongrata.sources.connect import (
    Asking,
    RefusedError,
    Resolve,
    answer_to,
    line_of,
    unpacked,
    within,
    without_password,
)
from nongrata.sources.kinds import LIMIT

_TOLD = 200  # characters of an ETag or a date that are kept
_LONGEST_WAIT = 86_400.0
_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What the last answer told, so that the same one need not come again."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The bytes at a URL, and what to ask with for newer ones."""

    url: str
    body: bytes
    media_type: str | None  # as the server told it
    charset: str | None
    conditions: Conditions


@dataclass(frozen=True, slots=True, kw_only=True)
class NotChanged:
    """That the answer is the one that was given before."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why there is no answer; the status, where there was one, and how long the server asks to be left alone."""

    url: str
    reason: str
    status: int | None = None
    wait: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLimits:
    """How much one answer may take."""

    seconds: float = 30.0
    size: int = LIMIT  # bytes, unpacked
    redirects: int = 5


Ask = Callable[[str, Conditions], Answer | NotChanged | Refused]


def ask(
    url: str,
    conditions: Conditions,
    *,
    limits: AskLimits = AskLimits(),
    private_hosts: frozenset[str] = frozenset(),
    resolve: Resolve = resolve,
) -> Answer | NotChanged | Refused:
    """Give what stands at a URL. `private_hosts` may have addresses of this machine and its network; no others may."""
    item = without_password(url)
    late: Answer | NotChanged | Refused = Refused(url=item, reason=_late(limits))
    fault: Answer | NotChanged | Refused = Refused(
        url=item, reason="found a fault in nongrata itself; wanted an answer: report it"
    )
    asking = Asking(
        what="feed",
        headers={"Accept": _ACCEPT, **_headers(conditions)},
        redirects=limits.redirects,
        private_hosts=private_hosts,
        resolve=resolve,
        instead="name the host with --private-host where you trust it",
    )
    client = httpx.Client(verify=True, trust_env=False, timeout=limits.seconds)
    return within(client, limits.seconds, lambda client: _asked(client, url, asking, limits), late=late, fault=fault)


def _headers(conditions: Conditions) -> dict[str, str]:
    told = {"If-None-Match": conditions.etag, "If-Modified-Since": conditions.last_modified}
    return {name: value for name, value in told.items() if value is not None}


def _asked(client: httpx.Client, url: str, asking: Asking, limits: AskLimits) -> Answer | NotChanged | Refused:
    item = without_password(url)
    try:
        with answer_to(client, httpx.URL(url), asking) as response:
            return _answer(response, item, limits)
    except RefusedError as refused:
        return Refused(url=item, reason=str(refused))
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError, ValueError) as error:
        return Refused(url=item, reason=f"found no usable address ({line_of(error)}); wanted https://host/path")
    except (httpx.HTTPError, OSError) as error:
        return Refused(url=item, reason=f"found no whole answer ({line_of(error)}); wanted one: it is asked again")


def _answer(response: httpx.Response, url: str, limits: AskLimits) -> Answer | NotChanged | Refused:
    status = response.status_code
    if status == 304:
        return NotChanged(url=url)
    if status != 200:
        wait = response.headers.get("retry-after", "")
        return Refused(
            url=url,
            reason=f"found HTTP {status} {response.reason_phrase}".rstrip() + "; wanted an answer (200)",
            status=status,
            wait=min(float(wait), _LONGEST_WAIT) if wait.isdecimal() and len(wait) < 9 else 0.0,
        )
    return Answer(
        url=url,
        body=_body(response, limits),
        media_type=response.headers.get("content-type", "").partition(";")[0].strip().lower() or None,
        charset=response.charset_encoding,
        conditions=Conditions(etag=_told(response, "etag"), last_modified=_told(response, "last-modified")),
    )


def _body(response: httpx.Response, limits: AskLimits) -> bytes:
    length = response.headers.get("content-length", "")
    too_long = f"found more than {limits.size >> 20} MiB; wanted a feed or a story"
    if length.isdecimal() and int(length) > limits.size:
        raise RefusedError(too_long)
    until, body = time.monotonic() + limits.seconds, bytearray()
    for chunk in unpacked(response, limits.size, "feed"):
        body += chunk
        if len(body) > limits.size:
            raise RefusedError(too_long)
        if time.monotonic() > until:
            raise RefusedError(_late(limits))
    return bytes(body)


def _told(response: httpx.Response, name: str) -> str | None:
    told = response.headers.get(name, "")
    # What is sent back later must be a plain header.
    return told if 0 < len(told) <= _TOLD and told.isascii() and told.isprintable() else None


def _late(limits: AskLimits) -> str:
    return f"found no whole answer within {limits.seconds:g} s; wanted one: it is asked again"
