"""Who asks: a token in a header, a session's cookie, or, where no token was ever made, whoever is at this machine."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from getpass import getuser
from time import monotonic, time
from typing import Annotated

from fastapi import Depends, Request

from nongrata.outputs.api.limits import Buckets
from nongrata.outputs.api.problems import Refusal
from nongrata.store.tokens import Role, Token, TokenShelf

ROLES: tuple[Role, ...] = ("reader", "analyst", "admin")  # each may do what those before it may
COOKIE = "nongrata"
SESSION_SECONDS = 12 * 3_600
_LONGEST_SECRET = 200
_QUERY_ROUTES = "/reconcile/"  # OpenRefine can send no header: there a token may stand in the address
log = logging.getLogger("nongrata.server")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks, and what they may do."""

    name: str
    role: Role
    token: Token | None = None  # None: somebody at this machine, where there are no tokens

    def may(self, role: Role) -> bool:
        """May do what this role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(slots=True, kw_only=True)
class Doors:
    """The tokens in force, how often each caller asks, and how often somebody tried a wrong one."""

    shelf: TokenShelf
    asked: Buckets
    wrong: Buckets = field(default_factory=lambda: Buckets(rate=0.2, burst=10))
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    tried: int = field(default=0, init=False)  # wrong tokens

    @property
    def are_locked(self) -> bool:
        """Need a token: one was made at some time. Revoking the last one opens nothing."""
        return bool(self.shelf.all())

    def session_of(self, token: Token) -> str:
        """Give a cookie that stands for a token for some hours."""
        told = f"{token.id}.{int(time()) + SESSION_SECONDS}.{secrets.token_urlsafe(8)}"
        return f"{told}.{self._sign(told)}"

    def token_of(self, session: str) -> Token | None:
        """Give the token in force that a cookie stands for."""
        told, _, sign = session.rpartition(".")
        if not hmac.compare_digest(sign.encode(), self._sign(told).encode()):
            return None
        id_, until, _chance = told.split(".", 2)
        held = (token for token in self.shelf.all() if token.id == id_ and token.is_good(datetime.now(UTC)))
        return next(held, None) if int(until) >= time() else None

    def form_key(self, session: str) -> str:
        """Give what our own forms send along, so that nobody else's can be sent in their place."""
        return self._sign(f"form {session}")

    def is_form_key(self, session: str, key: str) -> bool:
        """Be what our form would send."""
        return hmac.compare_digest(self.form_key(session).encode(), key.encode("utf-8", "replace"))

    def _sign(self, told: str) -> str:
        return hmac.new(self.secret, told.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def secret_in(request: Request) -> str | None:
    """Give the token that a request carries."""
    scheme, _, told = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() in ("bearer", "apikey", "token") and told:
        return told.strip()
    if request.url.path.startswith(_QUERY_ROUTES):
        return request.query_params.get("api_key")
    return request.headers.get("x-api-key")


async def find_caller(request: Request) -> Caller | None:
    """Give who asks; None for nobody known. Raises Refusal for a wrong token, and for asking too fast."""
    doors: Doors = request.app.state.service.doors
    address = request.client.host if request.client else "?"
    told = secret_in(request)
    token = doors.shelf.of_secret(told[:_LONGEST_SECRET], now=datetime.now(UTC)) if told else None
    if told and token is None:
        await refuse_wrong(doors, address)
    session = request.cookies.get(COOKIE)
    if token is None and session:
        token = doors.token_of(session)
    wait = doors.asked.wait(token.id if token else address, at=monotonic())
    if wait:
        says = "asked faster than this server allows (serve --rate)"
        raise Refusal(429, says, headers={"retry-after": str(int(wait) + 1)})
    if token is not None:
        return Caller(name=token.name, role=token.role, token=token)
    return None if doors.are_locked else Caller(name=_user(), role="admin")


async def refuse_wrong(doors: Doors, address: str) -> None:
    """Refuse a wrong token, ever more slowly. A right one is never kept out: 256 bits are not found by trying."""
    wait = doors.wrong.wait(address, at=monotonic())
    doors.tried += 1
    if doors.tried & (doors.tried - 1) == 0:  # the 1st, 2nd, 4th, 8th, …
        log.warning("a wrong or revoked token from %s (%d since the start)", address, doors.tried)
    if wait:
        await asyncio.sleep(min(wait, 0.5))
        raise Refusal(429, "too many wrong tokens", headers={"retry-after": str(int(wait) + 1)})
    raise Refusal(401, "found a token that opens nothing; wanted one that is in force", headers=_CHALLENGE)


_CHALLENGE = {"www-authenticate": 'Bearer realm="nongrata"'}


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a user without a name
        return "local"


def needs(role: Role) -> Callable[[Request], Awaitable[Caller]]:
    """Give what lets those in who may do what this role may."""

    async def check(request: Request) -> Caller:
        caller = await find_caller(request)
        if caller is None:
            raise Refusal(401, "found no token; wanted one, as in  Authorization: Bearer ng_…", headers=_CHALLENGE)
        if not caller.may(role):
            raise Refusal(403, f"found a token of a {caller.role}; wanted one of {_a(role)}")
        return caller

    return check


def _a(role: Role) -> str:
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


AsReader = Annotated[Caller, Depends(needs("reader"))]
AsAnalyst = Annotated[Caller, Depends(needs("analyst"))]
AsAdmin = Annotated[Caller, Depends(needs("admin"))]
