"""Wire stories of our own with the events that an analyst would want of them, as TOML files in sets/wires/.

text        the story; its first line is the headline
parties     a line each: kind | name ; other forms of it
events      TYPE status [optional] [type=A/B] [status=a/b] | words with the [trigger] ; other places
            | actors > recipients | who says so (- the author) | when. Two small letters are a state, a name is a
            party, other words are people without a name. `optional`: neither wanted nor wrong. `type=`, `status=`:
            what will do as well.
quotes      speaker | the quotation's first words
claims      party | the [words] with some around them | regimes | optional, verdict=… (as the starter list bears it out)
quiet       true for sport, science and local news, where an event of ours that nobody wants is counted apart
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "sets" / "wires"
PASSAGES = Path(__file__).with_name("claim_passages.toml")
_STATE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedEvent:
    """An event as the labels want it."""

    types: tuple[str, ...]
    statuses: tuple[str, ...]
    cues: tuple[tuple[int, int], ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: str
    optional: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedQuote:
    """A quotation and its speaker."""

    speaker: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedClaim:
    """What the story says of sanctions, on whom and by whom."""

    party: str
    start: int
    end: int
    regimes: frozenset[str]
    verdict: str  # "" where the labels ask for none
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """A story with its labels."""

    name: str
    published: date
    text: str
    forms: dict[str, tuple[str, ...]]  # a party's name: all its forms
    events: tuple[WantedEvent, ...]
    quotes: tuple[WantedQuote, ...]
    claims: tuple[WantedClaim, ...]
    quiet: bool = False


def read_wires(folder: Path = FOLDER) -> list[Wire]:
    """Give the stories in the order of their names."""
    return [_wire(path.stem, _told(path)) for path in sorted(folder.glob("*.toml"))]


def read_passages(path: Path = PASSAGES) -> Iterator[tuple[str, Wire]]:
    """Give the passages of which only the claims are labelled, each with its lot."""
    for number, told in enumerate(_told(path)["passage"]):
        parties = "\n".join(f"- | {row[0]}" for row in _rows(told["claims"]))
        yield told["lot"], _wire(f"passage {number}", {"parties": parties, "events": "", "quotes": "", **told})


def _told(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _wire(name: str, told: Mapping[str, Any]) -> Wire:
    text = told["text"].strip() + "\n"
    forms = {names[0]: tuple(names) for names in (_cut(row[1], ";") for row in _rows(told["parties"]))}
    return Wire(
        name=name,
        published=date.fromisoformat(told["published"]),
        text=text,
        forms=forms,
        events=tuple(_event(row, text) for row in _rows(told["events"])),
        quotes=tuple(WantedQuote(speaker=row[0], start=text.index(row[1])) for row in _rows(told["quotes"])),
        claims=tuple(_claim(row, text) for row in _rows(told["claims"])),
        quiet=told.get("quiet", False),
    )


def _event(row: list[str], text: str) -> WantedEvent:
    type_, status, *more = row[0].split()
    wishes = dict(word.split("=") for word in more if "=" in word)
    actors, _, recipients = row[2].partition(" > ")
    return WantedEvent(
        types=tuple(wishes.get("type", type_).split("/")),
        statuses=tuple(wishes.get("status", status).split("/")),
        cues=tuple(_place(words, text) for words in _cut(row[1], ";")),
        actors=tuple(_cut(actors, ",")),
        recipients=tuple(_cut(recipients, ",")),
        when=row[4] if len(row) > 4 else "",
        optional="optional" in more,
        words=f"{type_} {status} {row[1]!r}",
    )


def _claim(row: list[str], text: str) -> WantedClaim:
    start, end = _place(row[1], text)
    verdict = next((cell.removeprefix("verdict=") for cell in row[3:] if cell.startswith("verdict=")), "any")
    return WantedClaim(
        party=row[0],
        start=start,
        end=end,
        regimes=frozenset(_cut(row[2], ",")),
        verdict="" if verdict == "any" else verdict,
        optional="optional" in row[3:],
    )


def _place(words: str, text: str) -> tuple[int, int]:
    """Give where the words in brackets stand, found by the words around them, which stand once in the text."""
    before, _, rest = words.partition("[")
    inside, _, after = rest.partition("]")
    plain = f"{before}{inside}{after}"
    if text.count(plain) != 1:
        raise ValueError(f"{plain!r} stands {text.count(plain)} times in the story")
    start = text.index(plain) + len(before)
    return start, start + len(inside)


def _rows(lines: str) -> Iterator[list[str]]:
    for line in lines.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def _cut(words: str, by: str) -> list[str]:
    return [word.strip() for word in words.split(by) if word.strip() not in ("", "-")]


def is_state(name: str) -> bool:
    """Be a country code and no name."""
    return _STATE.fullmatch(name) is not None
