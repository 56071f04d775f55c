"""A file from the web, kept on disk: asked for only when it changed, tried again, bounded in size and time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import httpx

from nongrata.sources.connect import Asking, RefusedError, answer_to, line_of, unpacked, within, without_password
from nongrata.sources.record import Fetched
from nongrata.values import Skipped
from nongrata.values.moments import day_of_header

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_PAUSE = 30.0
_TOLD = 200  # characters of an ETag or a date that are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadLimits:
    """How much one file may take."""

    seconds: float = 600.0  # of each try; OFAC's largest has 120 MB
    silence: float = 60.0  # without a single byte
    size: int = 256 * 1024 * 1024  # unpacked
    tries: int = 3
    pause: float = 2.0  # before the second try, doubled before each further one


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """That a file is the one fetched before."""

    url: str


@dataclass(frozen=True, slots=True)
class _Again:
    """A try that may go better a little later."""

    reason: str
    after: float = 0.0


_Tried = Fetched | Unchanged | _Again | Skipped


def download(
    url: str,
    to: Path,
    *,
    known: Fetched | None = None,
    limits: DownloadLimits = DownloadLimits(),
    allow_private: bool = False,
) -> Fetched | Unchanged | Skipped:
    """Put the file at a URL where `to` says, or say that it is still the one `known`, or why it is not to be had.

    TLS is always verified. `allow_private` opens this machine's and its network's own addresses: for a mirror there.
    """
    asking = Asking(what="list", headers=_conditions(known, url), allow_private=allow_private)
    item = without_password(url)
    fault: _Tried = _skipped(item, "found a fault in nongrata itself; wanted a list: please report it")
    late: _Tried = _Again(_late(limits))
    reason, after = "found no try; wanted one at least", 0.0
    for number in range(limits.tries):
        if number:
            time.sleep(min(max(after, limits.pause * 2 ** (number - 1)), _LONGEST_PAUSE))
        client = httpx.Client(verify=True, trust_env=False, timeout=limits.silence)
        work = partial(_tried, url=url, to=to, asking=asking, limits=limits)
        found = within(client, limits.seconds, work, late=late, fault=fault)
        if not isinstance(found, _Again):
            return found
        reason, after = found.reason, found.after
    return _skipped(item, f"{reason} (tried {limits.tries} times)")


def told_day(last_modified: str | None) -> str | None:
    """Give the day that a Last-Modified header tells, or None.

    >>> told_day("Fri, 03 May 2024 14:01:02 GMT")
    '2024-05-03'
    """
    day = None if last_modified is None else day_of_header(last_modified)
    return None if day is None else day.isoformat()


def _conditions(known: Fetched | None, url: str) -> dict[str, str]:
    if known is None or known.url != url:
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in told.items() if value is not None}


def _tried(client: httpx.Client, *, url: str, to: Path, asking: Asking, limits: DownloadLimits) -> _Tried:
    item = without_password(url)
    try:
        with answer_to(client, httpx.URL(url), asking) as response:
            return _kept(response, url, to, limits)
    except RefusedError as refused:
        return _skipped(item, str(refused))
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError, ValueError) as error:
        return _skipped(item, f"found no usable address ({line_of(error)}); wanted https://host/path")
    except httpx.HTTPError as error:
        return _Again(f"found no whole answer ({line_of(error)}); wanted a list: check the address and the connection")
    except OSError as error:
        return _skipped(item, f"found {line_of(error)} while writing {to.name}; wanted room for it on the disk")


def _kept(response: httpx.Response, url: str, to: Path, limits: DownloadLimits) -> Fetched | Unchanged | _Again:
    status = response.status_code
    if status == 304:
        return Unchanged(url=url)
    if status != 200:
        reason = f"found HTTP {status} {response.reason_phrase}".rstrip() + "; wanted a list (200): check the address"
        if status not in _AGAIN:
            raise RefusedError(reason)
        wait = response.headers.get("retry-after", "")
        return _Again(reason, after=float(wait) if wait.isdecimal() and len(wait) < 6 else 0.0)
    _write(response, to, limits)
    return Fetched(
        path=to,
        url=url,
        fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
        etag=_header(response, "etag"),
        last_modified=_header(response, "last-modified"),
    )


def _write(response: httpx.Response, to: Path, limits: DownloadLimits) -> None:
    until, size = time.monotonic() + limits.seconds, 0
    with to.open("wb") as out:
        for chunk in unpacked(response, limits.size, "list"):
            size += len(chunk)
            if size > limits.size:
                raise RefusedError(f"found more than {limits.size >> 20} MiB; wanted a list")
            if time.monotonic() > until:
                raise RefusedError(_late(limits))
            out.write(chunk)


def _header(response: httpx.Response, name: str) -> str | None:
    told = response.headers.get(name, "")
    # What is sent back later must be a plain header.
    return told if 0 < len(told) <= _TOLD and told.isascii() and told.isprintable() else None


def _late(limits: DownloadLimits) -> str:
    return f"found no whole list within {limits.seconds:g} s; wanted one: try again"


def _skipped(item: str, reason: str) -> Skipped:
    return Skipped(stage="sources", item=item, reason=reason)
