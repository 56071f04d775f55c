"""Listed parties drawn from all lists, named as papers of eleven languages name them, on pages of many makes.

The names are of lists, the sentences our own (tongues.toml); half of the parties are drawn from those on several
lists, of whom the news writes. Full reading tells which of the dropped pages are lost.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from bench.triage.drawn import NOW
from bench.triage.made_names import SPELL, as_news, inflected, spelled
from bench.triage.made_shapes import CLOSE, OPEN, SHAPES, Story, encoded
from nongrata.desk import Desk
from nongrata.dossiers import Dossier
from nongrata.screening import ListedParty
from nongrata.sources import Capture
from nongrata.triage import Sieve, look_at

DRAWN, SEED = 200, 41
SENTENCES = Path(__file__).parent / "tongues.toml"
_KNOWN = 3  # lists
_SPELT = 0.7  # of the Cyrillic names, in another language: as that spells them, not as a list does
_LATIN = re.compile(r"[A-Za-zÀ-ž0-9 ,.'’\-&()\"“”/]+")
_WRITTEN: Mapping[str, re.Pattern[str]] = {
    code: re.compile(told, re.I)
    for code, told in (
        ("ru", r"[а-яё0-9 ,.'’\-&()\"«»№]+"),
        ("uk", r"[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя0-9 ,.'’\-&()\"«»№]+"),
        ("ar", "[\u0621-\u064a \u200c]+"),
        ("zh", "[\u4e00-\u9fff·]+"),
        ("ko", "[가-힣 ]+"),
    )
}
_RARE = ("ar", "zh", "ko")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page, and who stands in it."""

    language: str
    shape: str
    kind: str
    name: str
    body: bytes
    charset: str | None


def lost_of(desk: Desk, sieve: Sieve) -> str:
    """Say how many of these pages do not pass, and in how many of those full reading finds a listed party."""
    pages = list(made_pages(desk.index.parties, DRAWN, seed=SEED))
    dropped = [page for page in pages if not look_at(page.body, sieve, charset=page.charset).passes]
    return f"{sum(_finds(desk, page) for page in dropped)}; {len(dropped)} of {len(pages)}"


def _finds(desk: Desk, page: Made) -> bool:
    media_type = "text/plain" if page.shape == "as_text" else "text/html"
    found = desk.read_capture(
        Capture(uri="page", body=page.body, media_type=media_type, fetched_at=NOW, charset=page.charset)
    )
    stories = found.stories if isinstance(found, Dossier) else ()
    return any(party.exposure == "listed" for story in stories for party in story.parties)


def made_pages(parties: Sequence[ListedParty], count: int, *, seed: int) -> Iterator[Made]:
    """Give pages: each party drawn on one in English, and on one in two other languages that can write it."""
    chance = random.Random(seed)
    told = {row["code"]: row for row in tomllib.loads(SENTENCES.read_text("utf-8"))["language"]}
    for number in range(count):
        party = _drawn(parties, chance, lists=_KNOWN if number % 2 else 1)
        others = [code for code in told if code != "en" and _names_in(party, code)]
        rare = [code for code in others if code in _RARE][:1]
        for language in dict.fromkeys(("en", *rare, *chance.sample(others, min(len(others), 2 - len(rare))))):
            yield _made(party, told[language], chance)


def _drawn(parties: Sequence[ListedParty], chance: random.Random, *, lists: int) -> ListedParty:
    while True:
        party = parties[chance.randrange(len(parties))]
        on = len({each.list_id for each in party.designations})
        if on >= lists and party.schema != "Airplane" and _names_in(party, "en"):
            return party


def _names_in(party: ListedParty, language: str) -> list[str]:
    return [each.text for each in party.names if _WRITTEN.get(language, _LATIN).fullmatch(each.text)][:3]


def _made(party: ListedParty, row: Mapping[str, Any], chance: random.Random) -> Made:
    language = row["code"]
    kind = {"Person": "person", "Vessel": "ship"}.get(party.schema, "body")
    name, make = _name(party, language, chance), chance.choice(SHAPES)
    story = _story(party, name, kind, row, chance)
    body, charset = encoded(make(story, chance), language, chance)
    return Made(language=language, shape=make.__name__, kind=kind, name=name, body=body, charset=charset)


def _name(party: ListedParty, language: str, chance: random.Random) -> str:
    is_person = party.schema == "Person"
    cyrillic = _names_in(party, "ru") if is_person and language in SPELL else []
    if cyrillic and chance.random() < _SPELT:
        return spelled(as_news(cyrillic[0], is_person=True), language)
    return as_news(chance.choice(_names_in(party, language)), is_person=is_person)


def _story(party: ListedParty, name: str, kind: str, row: Mapping[str, Any], chance: random.Random) -> Story:
    """Give a story that says nothing else of the party, or its country, or that it is under sanctions."""
    language, context = row["code"], chance.choice(("none", "country", "sanctions"))
    cases = (inflected(name, case, language) if kind == "person" else name for case in range(3))
    forms = [f"{OPEN}{form}{CLOSE}" for form in cases]
    countries = Locale(language).territories
    country = next((countries[code.upper()] for code in sorted(party.countries) if code.upper() in countries), None)
    if context != "none" and country is not None:
        forms[0] += f" ({country})"
    around = row["around"]
    lines = [around[0], chance.choice(row[kind]).format(*forms), *around[1:]]
    if context == "sanctions":
        lines.insert(2, f"{forms[0]} {row['sanctioned']}{'。' if language == 'zh' else '.'}")
    return Story(language=language, title=around[0].split(",")[0][:60], lines=lines)
