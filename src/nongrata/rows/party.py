"""A Row from what a table tells of a party: names checked, dates and countries read, the rest kept as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nongrata.rows.countries import country_told
from nongrata.rows.dates import days_in
from nongrata.rows.flaws import clean, flaw_of, is_nothing, shown
from nongrata.rows.heads import gender_named, schema_named
from nongrata.rows.record import BadRow, Layout, Row

MOST_NAMES = 50
MOST_VALUES = 50
_LONGEST_VALUE = 2_000

_PROPERTIES: Mapping[str, str] = {  # a kind of column: FollowTheMoney's property
    "birth_place": "birthPlace",
    "position": "position",
    "address": "address",
    "passport": "passportNumber",
    "national_id": "idNumber",
    "tax_number": "taxNumber",
    "inn": "innCode",
    "ogrn": "ogrnCode",
    "registration_number": "registrationNumber",
    "imo": "imoNumber",
    "mmsi": "mmsi",
    "lei": "leiCode",
    "swift": "swiftBic",
    "callsign": "callSign",
    "serial_number": "serialNumber",
}
_ONLY: Mapping[str, str] = {
    "gender": "Person",
    "passportNumber": "Person",
    "imoNumber": "Vessel",
    "mmsi": "Vessel",
}
_BETWEEN = re.compile(r"\s*[;|\n]\s*")
_BETWEEN_COUNTRIES = re.compile(r"\s*[;|/\n]\s*|,\s+(?=[A-Z]{2,3}\b)")


@dataclass(slots=True)
class _Gathered:
    """What a row was found to tell."""

    properties: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, name: str, value: str) -> None:
        """Keep a value once."""
        values = self.properties.setdefault(name, [])
        if value not in values and len(values) < MOST_VALUES:
            values.append(value)


def row_from(number: int, told: Mapping[str, Sequence[str]], layout: Layout) -> Row | BadRow:
    """Give the row that these texts by kind of column make.

    >>> row = row_from(2, {"name": ["Wladimir Putin"], "birth_date": ["7.10.1952"], "country": ["Russia"]}, Layout())
    >>> row.names, dict(row.properties)
    (('Wladimir Putin',), {'birthDate': ('1952-10-07',), 'country': ('ru',)})
    """
    id_ = next((shown(text) for each in told.get("id", ()) if (text := clean(each))), None)
    names = names_in(told)
    flaws = {name: flaw for name in names if (flaw := flaw_of(name)) is not None}
    sound = tuple(name for name in names if name not in flaws)
    if not sound:
        first = names[0] if names else ""
        return BadRow(number=number, id=id_, name=shown(first), reason=flaws.get(first, "found no name"))
    gathered = _Gathered(notes=[f"another name was left out: {flaw}" for name, flaw in flaws.items() if name])
    schema = next((known for text in told.get("schema", ()) if (known := schema_named(clean(text)))), None)
    _read(told, layout, gathered)
    return Row(
        number=number,
        id=id_,
        names=sound[:MOST_NAMES],
        schema=schema or layout.schema or _schema_by(told, gathered),
        properties={name: tuple(values) for name, values in gathered.properties.items()},
        notes=tuple(gathered.notes),
    )


def _schema_by(told: Mapping[str, Sequence[str]], gathered: _Gathered) -> str | None:
    """Give what a row that doesn't say it is, by what only such a thing has."""
    if any(map(str.strip, (*told.get("last_name", ()), *told.get("first_name", ())))):
        return "Person"
    found = {schema for name, schema in _ONLY.items() if gathered.properties.get(name)}
    if len(found) == 1:
        return found.pop()
    # Tables have the founding dates of companies under "date of birth" too: either, but no ship.
    return "LegalEntity" if "birthDate" in gathered.properties else None


def names_in(told: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Give the names in these texts, the full ones first; parts of a name are put together.

    >>> names_in({"name": ["Putin"], "first_name": ["Vladimir"]}), names_in({"name": ["Orlov"], "alias": ["Vanya; IO"]})
    (('Vladimir Putin',), ('Orlov', 'Vanya', 'IO'))
    """
    full = [text for each in told.get("name", ()) if (text := clean(each))]
    parts = [text for each in told.get("name_part", ()) if (text := clean(each)) and not is_nothing(text)]
    if parts:  # of a name that goes over several columns; beside a name they carry it on
        full = [" ".join([*full[:1], *parts]), *full]
    first, middle, last = (
        [text for each in told.get(kind, ()) if (text := clean(each)) and not is_nothing(text)]
        for kind in ("first_name", "middle_name", "last_name")
    )
    if first and not last and full:  # "Name; Vorname": the name is the family's
        last = [text for text in full if not set(first[0].split()) <= set(text.split())][:1]
        full = [text for text in full if text not in last]
    whole = " ".join((*first, *middle, *last))
    aliases = [text for each in told.get("alias", ()) for part in _BETWEEN.split(each) if (text := clean(part))]
    known = {frozenset(text.split()) for text in full}
    put_together = [whole] if whole and frozenset(whole.split()) not in known else []
    aliases = [text for text in aliases if not is_nothing(text)]
    return tuple(dict.fromkeys((*full, *put_together, *aliases)))


def _read(told: Mapping[str, Sequence[str]], layout: Layout, gathered: _Gathered) -> None:
    for text in _texts(told, "birth_date"):
        _read_days(text, layout, gathered)
    for kind in ("nationality", "country"):
        for text in _texts(told, kind):
            _read_countries(kind, text, gathered)
    for gender in filter(None, map(gender_named, _texts(told, "gender"))):
        gathered.add("gender", gender)
    for kind in told:
        for text in _texts(told, kind) if kind in _PROPERTIES else ():
            gathered.add(_PROPERTIES[kind], text[:_LONGEST_VALUE])


def _read_days(text: str, layout: Layout, gathered: _Gathered) -> None:
    days = days_in(text, day_first=layout.day_first)
    for day in days:
        gathered.add("birthDate", day)
    if not days:
        gathered.notes.append(f"the birth date {shown(text)!r} could not be read")


def _read_countries(kind: str, text: str, gathered: _Gathered) -> None:
    whole = country_told(text)
    for part in [text] if whole else _BETWEEN_COUNTRIES.split(text):
        code = whole or country_told(part)
        if code is not None:
            gathered.add(kind, code)
        else:
            gathered.notes.append(f"the country {shown(part)!r} is none that we know")


def _texts(told: Mapping[str, Sequence[str]], kind: str) -> Iterator[str]:
    for each in told.get(kind, ()):
        if (text := clean(each)) and not is_nothing(text):
            yield text
