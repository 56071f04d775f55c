"""Who may ask: tokens with a role. Of a token only its digest is kept, so that nobody reads it from here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

from nongrata.store.sql.database import Database, Row, maybe_moment, moment_of, text_of

TokenId = NewType("TokenId", str)
Role = Literal["reader", "analyst", "admin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """Whose token it is and what it lets them do."""

    id: TokenId
    name: str  # of the person or the program
    role: Role
    made_at: datetime
    ends_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_good(self, now: datetime) -> bool:
        """Be neither revoked nor past its end."""
        return self.revoked_at is None and (self.ends_at is None or now < self.ends_at)


def token_digest(secret: str) -> str:
    """Give the digest by which a token is found. Tokens are long and random, so that one round is enough.

    Looking it up takes no time that tells how near a guess was: what is held beside what is kept is a guess's digest,
    which nobody can bring nearer letter by letter.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class TokenShelf:
    """The tokens."""

    database: Database

    def put(self, token: Token, secret: str) -> None:
        """Keep a token under its secret's digest."""
        self.database.run(
            "INSERT INTO token (id, digest, name, role, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)",
            *(token.id, token_digest(secret), token.name, token.role, text_of(token.made_at)),
            None if token.ends_at is None else text_of(token.ends_at),
        )

    def of_secret(self, secret: str, *, now: datetime) -> Token | None:
        """Give the token with this secret where it is good; None else."""
        found = self.database.rows(
            "SELECT id, name, role, made_at, ends_at, revoked_at FROM token WHERE digest = ?", token_digest(secret)
        )
        token = _token(found[0]) if found else None
        return token if token is not None and token.is_good(now) else None

    def all(self) -> tuple[Token, ...]:
        """Give all tokens, revoked ones too, the first one first."""
        found = self.database.rows(
            "SELECT id, name, role, made_at, ends_at, revoked_at FROM token ORDER BY made_at, id"
        )
        return tuple(map(_token, found))

    def revoke(self, token: TokenId, *, at: datetime) -> bool:
        """Let a token be good no more; say whether there was such a token, and good."""
        return (
            self.database.run("UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", text_of(at), token)
            == 1
        )


def _token(row: Row) -> Token:
    own, name, role, made_at, ends_at, revoked_at = row
    return Token(
        id=TokenId(own),
        name=name,
        role=role,
        made_at=moment_of(made_at),
        ends_at=maybe_moment(ends_at),
        revoked_at=maybe_moment(revoked_at),
    )
