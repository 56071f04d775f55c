"""What every request passes first: its host, its origin, its size and its time are looked at; headers are put on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nongrata.outputs.api.problems import Refusal, problem

MIB = 1024 * 1024
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_LARGE = ("/api/v1/files/", "/pages/files/")  # where files are sent
_LONGEST_PATH = 4_096
# No script, style or picture but our own files; nothing may frame a page but OpenRefine's preview of a listed party.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors {}"
)
_HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a request may be."""

    hosts: frozenset[str]  # the names that the server answers to, lower case, without a port
    body: int = 8 * MIB
    file: int = 64 * MIB
    seconds: float = 30.0  # for the whole of a body


class BodyRefused(HTTPException):
    """A body that is too large or too slow; FastAPI hands this kind of error through its own reading."""

    def __init__(self, status: int, says: str) -> None:
        super().__init__(status, says, headers={"connection": "close"})


@dataclass(frozen=True, slots=True)
class Guard:
    """An ASGI app around another: what does not pass is answered here."""

    app: ASGIApp
    bounds: Bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with_headers = _adding_headers(send, is_framed=scope["path"].endswith("/preview"))
        try:
            limit = self._checked(scope)
            await self.app(scope, _bounded(receive, limit, self.bounds.seconds), with_headers)
        except Refusal as error:
            await problem(error.status, error.detail, headers=error.headers)(scope, receive, with_headers)
        except BodyRefused as error:
            await problem(error.status_code, error.detail, headers=error.headers)(scope, receive, with_headers)

    def _limit(self, path: str) -> int:
        return self.bounds.file if path.startswith(_LARGE) else self.bounds.body

    def _checked(self, scope: Scope) -> int:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host_name(host) not in self.bounds.hosts:
            raise Refusal(421, f"found the host {host[:100]!r}; wanted a name that this server has (serve --name)")
        if len(scope["path"]) + len(scope["query_string"]) > _LONGEST_PATH:
            raise Refusal(414, f"the address is longer than {_LONGEST_PATH} letters")
        if scope["method"] not in _SAFE:
            _check_origin(headers, host)
        limit = self._limit(scope["path"])
        length = headers.get("content-length")
        if length is not None and (not length.isdecimal() or int(length[:20]) > limit):
            raise _too_large(limit)
        return limit


def host_name(host: str) -> str:
    """Give a Host header's name without its port.

    >>> host_name("LOCALHOST:8000"), host_name("[::1]:80"), host_name("evil.example")
    ('localhost', '::1', 'evil.example')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")


def _check_origin(headers: Headers, host: str) -> None:
    """Refuse what a page of another site sends in a reader's name."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    if site not in ("none", "same-origin") or (origin is not None and origin.partition("://")[2] != host):
        raise Refusal(403, f"found a request that another site's page sends ({(origin or site)[:100]}); wanted our own")


def _too_large(limit: int) -> BodyRefused:
    return BodyRefused(413, f"the body is larger than {limit // MIB} MiB")


def _bounded(receive: Receive, limit: int, seconds: float) -> Receive:
    """Give the body's pieces as long as they are not too many and do not take too long."""
    size, since = 0, monotonic()
    is_whole = False

    async def bounded() -> Message:
        nonlocal size, is_whole
        if is_whole:
            return await receive()  # what comes behind the body: that the caller went away
        try:
            message = await asyncio.wait_for(receive(), max(0.01, since + seconds - monotonic()))
        except TimeoutError:
            raise BodyRefused(408, f"the body did not come within {seconds:g} seconds") from None
        size += len(message.get("body", b""))
        is_whole = not message.get("more_body", False)
        if size > limit:
            raise _too_large(limit)
        return message

    return bounded


def _adding_headers(send: Send, *, is_framed: bool) -> Send:
    async def adding(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("content-security-policy", CSP.format("*" if is_framed else "'none'"))
        await send(message)

    return adding
