"""Pages of our own about parties drawn from all lists: whom the first look loses of those whom full reading finds.

Names are written as the news writes them: the given one first, no capitals throughout, nothing in brackets.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from bench.corpus.shapes import story_of
from nongrata.desk import Desk
from nongrata.dossiers import Dossier
from nongrata.sources import Capture
from nongrata.triage import Sieve, look_at
from nongrata.values.countries import country_name, is_country

DRAWN = 500
NOW = datetime(2024, 5, 17, tzinfo=UTC)
SEED = 2
_LATIN = re.compile(r"[A-Za-z ,.'’\-&()\"“”]+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_TOLD = {
    "Person": "Officials in {0} told reporters that {1}, a businessman, had met them to speak of grain.",
    "Vessel": "The tanker {1} left the port in {0} on Monday with a cargo of oil, shipping data showed.",
    "Company": "{1}, a company based in {0}, signed the contract last week, two people who know of the deal said.",
}
_AROUND = "The council of Springfield met in the afternoon to speak of the bridge, which will be built of wood."


def drawn_pages(desk: Desk) -> Iterator[bytes]:
    """Give pages that each name a listed party, drawn by a seed."""
    chance, parties, given = random.Random(SEED), desk.index.parties, 0
    while given < DRAWN:
        party = parties[chance.randrange(len(parties))]
        names = [name.text for name in party.names if _LATIN.fullmatch(name.text)][:3]
        if names:
            given += 1
            where = next((country_name(code) for code in sorted(party.countries) if is_country(code)), "the north")
            told = _TOLD.get(party.schema, _TOLD["Company"]).format(where, as_news(chance.choice(names), party.schema))
            yield b"<html><article>" + story_of(f"What happened\n{_AROUND}\n{told}\n{_AROUND}") + b"</article></html>"


def as_news(name: str, schema: str) -> str:
    """Give a list's name as the news writes it.

    >>> as_news("PUTIN, Vladimir Vladimirovich", "Person")
    'Vladimir Vladimirovich Putin'
    """
    family, _, given = _BRACKETS.sub("", name).partition(",")
    ordered = f"{given} {family}" if schema == "Person" else f"{family} {given}"
    return " ".join(_plain(word) for word in ordered.split())


def _plain(word: str) -> str:
    return (
        "-".join(part.capitalize() for part in word.split("-"))
        if word.isupper() and len(word) > 3 and "." not in word
        else word
    )


def lost_of(desk: Desk, sieve: Sieve) -> str:
    """Say how many of these pages do not pass though full reading finds a listed party."""
    dropped = [body for body in drawn_pages(desk) if not look_at(body, sieve).passes]
    return f"{sum(_finds(desk, body) for body in dropped)} of {DRAWN}"


def _finds(desk: Desk, body: bytes) -> bool:
    found = desk.read_capture(Capture(uri="page", body=body, media_type="text/html", fetched_at=NOW))
    stories = found.stories if isinstance(found, Dossier) else ()
    return any(party.exposure == "listed" for story in stories for party in story.parties)
