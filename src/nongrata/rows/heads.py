"""What the columns of a table are, by their heads: in many languages, or as a user says."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from nongrata.values import fold

MOST_COLUMNS = 1_000
MOST_ABOVE = 20  # rows in which the heads are looked for: titles and notes may stand above them
KINDS = (
    "name", "name_part", "first_name", "middle_name", "last_name", "alias", "id", "schema", "birth_date", "birth_place",
    "nationality", "country", "gender", "position", "address", "passport", "national_id", "tax_number", "inn", "ogrn",
    "registration_number", "imo", "mmsi", "lei", "swift", "callsign", "serial_number",
)  # fmt: skip
SCHEMAS = ("Person", "Company", "Organization", "LegalEntity", "Vessel", "Airplane")  # that rows may be told to be
NAMING = ("name", "name_part", "last_name", "first_name")

_WORDS: Mapping[str, Mapping[str, str]] = json.loads(
    resources.files("nongrata.rows").joinpath("columns.json").read_text("utf-8")
)
_ASIDE = re.compile(r"[(\[{].*?[)\]}]|\*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # birthDate, as FollowTheMoney writes it
_NUMBERED = re.compile(r"(?<=\w{3}) ?\d{1,2}$")
_PART = re.compile(r"name ?(\d)")  # "Name 1", "Name 2": one name over several columns
_SEPARATORS = re.compile(r"[,;\t|]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Which columns are of which kind."""

    place: int  # of the row of heads among the rows looked at; -1: there is none
    texts: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]

    @property
    def known(self) -> int:
        """How many columns are known."""
        return sum(map(len, self.columns.values()))

    @property
    def twice(self) -> tuple[str, ...]:
        """The heads that stand over several columns."""
        shown = [text.strip() for text in self.texts if text.strip()]
        return tuple(dict.fromkeys(text for text in shown if shown.count(text) > 1))

    def are(self, cells: Sequence[str]) -> bool:
        """Be these cells: the heads once more, as in files that were put together."""
        at = next(iter(self.columns.values()), (0,))[0]
        if at >= min(len(cells), len(self.texts)) or cells[at].strip().casefold() != self.texts[at].strip().casefold():
            return False  # soon told: this is asked of every row
        told = [cell.strip().casefold() for cell in cells if cell.strip()]
        return bool(told) and told == [text.strip().casefold() for text in self.texts if text.strip()]


@lru_cache(maxsize=4_096)
def kind_of(head: str) -> str | None:
    """Give what a column is by its head, or None.

    >>> kind_of("Customer Name"), kind_of("birthDate"), kind_of("Geburtsdatum (TT.MM.JJJJ)"), kind_of("姓名")
    ('name', 'birth_date', 'birth_date', 'name')
    >>> kind_of("Name 6"), kind_of("Putin")
    ('name_part', None)
    """
    if len(head) > 100:
        return None
    key = fold(_HUMP.sub(" ", _ASIDE.sub(" ", head).replace("_", " ")))
    if _PART.fullmatch(key):
        return "name_part"
    return _known(key) or _known(fold(head)) or _known(_NUMBERED.sub("", key)) or _known(_without_owner(key))


def _known(key: str) -> str | None:
    return _WORDS["heads"].get(key)


def _without_owner(key: str) -> str:
    """Give a head without the word of whom it tells: "name of beneficiary", "client date of birth"."""
    words = key.split(" ")
    for count in (2, 1):
        if len(words) > count and " ".join(words[:count]) in _WORDS["owners"]:
            return " ".join(words[count:])
        if (
            len(words) > count + 1
            and words[-count - 1] in ("of", "the")
            and " ".join(words[-count:]) in _WORDS["owners"]
        ):
            return " ".join(words[: -count - 1])
    return ""


@lru_cache(maxsize=4_096)
def schema_named(text: str) -> str | None:
    """Give the FollowTheMoney schema that a table's word for it means, or None.

    >>> schema_named("Natural person"), schema_named("юр. лицо"), schema_named("yes")
    ('Person', 'LegalEntity', None)
    """
    return _WORDS["schemas"].get(fold(text))


def schema_asked(text: str) -> str | None:
    """Give the schema that a user means, by its own name or by a table's word for it, or None.

    >>> schema_asked("vessel"), schema_asked("natural person"), schema_asked("Robot")
    ('Vessel', 'Person', None)
    """
    return next((schema for schema in SCHEMAS if schema.lower() == text.strip().lower()), None) or schema_named(text)


@lru_cache(maxsize=4_096)
def gender_named(text: str) -> str | None:
    """Give the gender that a table's word for it means, or None.

    >>> gender_named("M"), gender_named("женский")
    ('male', 'female')
    """
    return _WORDS["genders"].get(fold(text))


def known_heads(line: str) -> int:
    """Count the heads in a line that we know, whatever stands between them."""
    return sum(1 for cell in _SEPARATORS.split(line.strip()) if kind_of(cell.strip(' "')))


def find_heads(rows: Iterable[Sequence[str]]) -> Heads | None:
    """Give the heads of a table: the row, of its first twenty, in which most heads are known, a name among them.

    >>> find_heads([["Customers, May"], [], ["No", "Name", "DOB"], ["1", "Ivan Orlov", "1960"]]).columns
    {'id': (0,), 'name': (1,), 'birth_date': (2,)}
    """
    best: Heads | None = None
    for place, cells in zip(range(MOST_ABOVE), rows, strict=False):
        columns = _columns(cells)
        found = Heads(place=place, texts=tuple(cells), columns=columns)
        if any(kind in columns for kind in NAMING) and (best is None or found.known > best.known):
            best = found
    return best


def _columns(cells: Sequence[str]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, cell in enumerate(cells[:MOST_COLUMNS]):
        if (kind := kind_of(cell)) is not None:
            found[kind].append(at)
    if "name_part" in found:
        found["name_part"].sort(key=lambda at: cells[at].strip()[-1:])
    return {kind: tuple(places) for kind, places in found.items()}
