"""`nongrata tokens`: who may ask the server, and for what."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex, token_urlsafe

from nongrata.outputs.api.access import ROLES
from nongrata.outputs.numbers import whole_number
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.verbs import add_verb
from nongrata.outputs.words import one_line
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from nongrata.store.tokens import Role, Token, TokenId
from nongrata.values import SettingError

PREFIX = "ng_"
_LONGEST_NAME = 80
_ROLES = "reader (asks), analyst (reads stories and judges too), admin (makes tokens too)"


def add_tokens_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `tokens` and its commands."""
    tokens = commands.add_parser(
        "tokens",
        help="say who may ask the server",
        description="Tokens open the server to who holds them. Once one was made, nobody gets in without.",
    )
    verbs = tokens.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add = add_verb(verbs, "add", "make a token, and show it this once")
    add.add_argument("name", metavar="NAME", help="who will hold it; judgements and the audit log say this name")
    add.add_argument("--role", default="reader", metavar="ROLE", help=f"{_ROLES}; default: reader")
    add.add_argument("--days", metavar="N", help="how long it is good (default: until it is revoked)")
    add.set_defaults(run=_add)
    show = add_verb(verbs, "list", "show who holds tokens")
    show.set_defaults(run=_list)
    revoke = add_verb(verbs, "revoke", "take a token back, at once")
    revoke.add_argument("token", metavar="TOKEN", help="its id or its holder's name")
    revoke.set_defaults(run=_revoke)


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenWish:
    """What token is wanted."""

    name: str
    role: str
    days: int | None = None  # how long it is good; None: until it is revoked


def make_token(store: Store, wish: TokenWish, *, by: str, now: datetime) -> tuple[Token, str]:
    """Keep a new token; give it with its secret, which nobody can find again."""
    told, name, days = " ".join(wish.name.split()), wish.name, wish.days
    if not told or len(told) > _LONGEST_NAME or not told.isprintable():
        raise SettingError("name", name[:100], f"the name of who holds the token, of at most {_LONGEST_NAME} letters")
    if any(each.name == told and each.is_good(now) for each in store.tokens.all()):
        raise SettingError("name", told, "a name that no other token has: revoke that one first")
    secret = PREFIX + token_urlsafe(32)
    ends_at = None if days is None else now + timedelta(days=days)
    token = Token(id=TokenId(token_hex(4)), name=told, role=role_named(wish.role), made_at=now, ends_at=ends_at)
    store.tokens.put(token, secret)
    store.audit.add(who=by, did="made a token", about=token.id, at=now, detail={"name": told, "role": token.role})
    return token, secret


def revoke_token(store: Store, asked: str, *, by: str, now: datetime) -> Token:
    """Take a token back, by its id or its holder's name. Raises SettingError where there is none."""
    found = next((each for each in store.tokens.all() if asked in (each.id, each.name) and each.is_good(now)), None)
    if found is None or not store.tokens.revoke(found.id, at=now):
        raise SettingError("token", asked[:100], "the id or the name of one that is good: nongrata tokens list")
    store.audit.add(who=by, did="revoked a token", about=found.id, at=now, detail={"name": found.name})
    return found


def role_named(text: str) -> Role:
    """Give the role of that name. Raises SettingError for none."""
    found = next((role for role in ROLES if role == text), None)
    if found is None:
        raise SettingError("role", text[:40], f"one of {', '.join(ROLES)}")
    return found


def _add(args: argparse.Namespace, settings: Settings) -> int:
    days = None if args.days is None else whole_number("--days", args.days, most=36_500)
    wish = TokenWish(name=args.name, role=args.role, days=days)
    token, secret = make_token(open_store(settings), wish, by="the command line", now=datetime.now(UTC))
    print_line(f"{token.name}, {token.role} (id {token.id}). The token, shown this once:", out_console())
    sys.stdout.write(secret + "\n")
    return 0


def _list(args: argparse.Namespace, settings: Settings) -> int:
    tokens = open_store(settings).tokens.all()
    console = out_console()
    for line in _lines(tokens, now=datetime.now(UTC)):
        print_line(line, console)
    if not tokens:
        print_line("no tokens: the server answers this machine alone, and whoever is at it may do all", console)
    return 0


def _lines(tokens: Sequence[Token], *, now: datetime) -> list[str]:
    return [
        f"{token.id}  {token.role:8}{one_line(token.name)}  made {token.made_at:%Y-%m-%d}"
        + (
            f", revoked {token.revoked_at:%Y-%m-%d}"
            if token.revoked_at
            else ""
            if token.is_good(now)
            else ", at its end"
        )
        for token in tokens
    ]


def _revoke(args: argparse.Namespace, settings: Settings) -> int:
    gone = revoke_token(open_store(settings), args.token, by="the command line", now=datetime.now(UTC))
    print_line(f"{gone.name}: the token {gone.id} opens nothing any more", out_console())
    return 0
