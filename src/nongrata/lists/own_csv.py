"""A user's own list: a csv, and beside it a TOML of the same name that says what its columns mean.

How to write one: docs/how/lists.md, "Your own list".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha1
from pathlib import Path

from nongrata.lists.delimited import long_csv_rows
from nongrata.lists.fields import country_of, date_of, names_once, once, one_line, shortened
from nongrata.lists.ftm.party import country_in
from nongrata.lists.gathered import Gathered
from nongrata.lists.own_mapping import COLUMNS, KINDS, Meaning, mapping_beside, read_mapping
from nongrata.lists.record import (
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    ListedName,
    ListFile,
    Listing,
    NameKind,
)
from nongrata.lists.sound import flaw_of
from nongrata.values import ListError, PartialDate

__all__ = ["COLUMNS", "KINDS", "mapping_beside", "read_own_csv"]

_NAMES: Mapping[str, NameKind] = {"aliases": "alias", "former_names": "former", "weak_names": "weak"}
_GENDERS: Mapping[str, str] = {"m": "male", "male": "male", "f": "female", "w": "female", "female": "female"}
_MOST_UNKNOWN = 100  # countries that are told


class _Row:
    """One row of the csv, by our names for its columns."""

    __slots__ = ("_cells", "meaning")

    def __init__(self, cells: Mapping[str, str], meaning: Meaning) -> None:
        self._cells, self.meaning = cells, meaning

    def text(self, name: str) -> str | None:
        """Give what the row says in this field, as one text, or None."""
        columns = self.meaning.columns.get(name, ())
        return one_line(" ".join(self._cells[column] for column in columns)) or None

    def values(self, name: str) -> Iterator[str]:
        """Give each of the values that the row has in this field."""
        return self._each(self.meaning.columns.get(name, ()))

    def numbers(self, kind: str) -> Iterator[str]:
        """Give each of the numbers of this kind."""
        return self._each(self.meaning.identifiers.get(kind, ()))

    def _each(self, columns: tuple[str, ...]) -> Iterator[str]:
        cells = (self._cells[column] for column in columns)
        return (text for cell in cells for part in cell.split(self.meaning.separator) if (text := one_line(part)))


def read_own_csv(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this csv. Raises ListError where it, or the TOML beside it, cannot be used."""
    beside = mapping_beside(path)
    if beside is None:
        raise ListError(str(path), "a csv of no known publisher", f"{path.stem}.toml beside it: see docs/how/lists.md")
    meaning = read_mapping(beside)
    gathered = Gathered(path=path, list_id=meaning.list_id, title=meaning.title, wanted="rows with a name")
    return gathered.whole(meaning.version or version, listings=_listings(path, beside, meaning, gathered))


def _listings(path: Path, beside: Path, meaning: Meaning, gathered: Gathered) -> Iterator[Listing]:
    """Give the listing of each row that can be used, as it is read."""
    header: list[str] = []
    unknown: set[str] = set()
    for line, cells in long_csv_rows(path, delimiter=meaning.delimiter):
        if not header:
            header = [cell.strip() for cell in cells]
            if missing := meaning.missing_from(header):
                found = f"no column {missing[0]!r} among {', '.join(header)[:300]}"
                raise ListError(f"{path}:{line}", found, f"the columns that {beside.name} names")
        elif len(cells) != len(header):
            gathered.skip(f"a row of {len(cells)} columns instead of {len(header)}", line)
        else:
            row = _Row(dict(zip(header, cells, strict=True)), meaning)
            for country in _unknown_countries(row, unknown):
                reason = f"the country {country!r} is none that we know: its entries are taken without it"
                gathered.skip(reason, line, is_damage=False)
            if (listing := _taken(row, line, gathered)) is not None:
                gathered.taken += 1
                yield listing


def _unknown_countries(row: _Row, known: set[str]) -> Iterator[str]:
    """Give the countries of a row that cannot be told, each once for the whole list."""
    for text in row.values("country"):
        if len(known) < _MOST_UNKNOWN and text[:40] not in known and _country(text) is None:
            known.add(text[:40])
            yield text[:40]


def _country(text: str) -> str | None:
    return country_of(text) or country_in(text)


def _taken(row: _Row, line: int, gathered: Gathered) -> Listing | None:
    """Give a row's listing; None for one that is skipped."""
    meaning = row.meaning
    name = row.text("name") or ""
    id_ = row.text("id") or (_id_of(name, row.text("birth_date")) if "id" not in meaning.columns else "")
    flaw = _flaw(row, meaning)
    if flaw is not None:
        gathered.skip(f"{flaw} (entry {(id_ or name)[:60]})", line)
    elif gathered.is_new(id_, name, line):
        listing = _listing(row, id_, name, meaning)
        if (unsound := flaw_of(listing)) is None:
            return listing
        gathered.skip(unsound, line)
    return None


def _id_of(name: str, birth_date: str | None) -> str:
    """Give an id for a row of a list that has none: the same name and birth date have the same one."""
    return sha1(f"{name}\x1f{birth_date}".encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:16]


def _flaw(row: _Row, meaning: Meaning) -> str | None:
    """Say what in a row cannot be what its column says."""
    for name in ("birth_date", "death_date", "listed_on", "amended_on", "delisted_on"):
        for text in row.values(name):
            if date_of(text) is None:
                return f"{name} {text[:40]!r}: wanted a date, such as 1961-10-07, 07/10/1961 or 1961"
    schema = row.text("schema")
    if schema is not None and _schema(schema, meaning) is None:
        known = ", ".join(meaning.schemas) or "Person, Company, Organization, LegalEntity, Vessel, Airplane"
        return f"schema {schema[:40]!r}: wanted one of {known}"
    return None


def _schema(text: str | None, meaning: Meaning) -> str | None:
    if text is None:
        return meaning.schema
    found = meaning.schemas.get(text)
    plain = {"person", "company", "organization", "legalentity", "vessel", "airplane"}
    names = {"legalentity": "LegalEntity"}
    key = text.replace(" ", "").lower()
    return found or (names.get(key, key.capitalize()) if key in plain else None)


def _listing(row: _Row, id_: str, name: str, meaning: Meaning) -> Listing:
    schema = _schema(row.text("schema"), meaning) or meaning.schema
    aliases = (ListedName(text=text, kind=kind) for column, kind in _NAMES.items() for text in row.values(column))
    countries = once(code for text in row.values("country") if (code := _country(text)))
    genders = (_GENDERS.get(text.lower()) for text in row.values("gender"))
    return Listing(
        schema=schema,
        names=names_once((ListedName(text=name, kind="primary"), *aliases)),
        designations=(_designation(row, id_, name, meaning),),
        birth_dates=_dates(row, "birth_date"),
        birth_places=once(row.values("birth_place")),
        death_dates=_dates(row, "death_date"),
        countries=countries,
        genders=once(gender for gender in genders if gender),
        positions=once(row.values("position")),
        identifiers=once(
            Identifier(kind=kind, value=text) for kind in meaning.identifiers for text in row.numbers(kind)
        ),
        addresses=once(_addresses(row, countries)),
        links=once(_links(row)),
    )


def _dates(row: _Row, name: str) -> tuple[PartialDate, ...]:
    return once(date for text in row.values(name) if (date := date_of(text)))


def _addresses(row: _Row, countries: tuple[str, ...]) -> Iterator[Address]:
    """Give the addresses; a city and a country of its row belong to the only address, or are one themselves."""
    texts, city = list(row.values("address")), row.text("city")
    only = countries[0] if len(countries) == 1 else None
    if len(texts) <= 1 and (texts or city):
        whole = ", ".join(filter(None, (*texts, city if city and city not in "".join(texts) else None)))
        yield Address(text=whole, city=city, country=only)
    else:
        yield from (Address(text=text) for text in texts)


def _links(row: _Row) -> Iterator[Link]:
    for text in row.values("owner"):
        yield Link(kind="owner", to_name=text, source=f"Owner: {text}")
    for text in row.values("linked_to"):
        yield Link(kind="linked", to_name=text, source=f"Linked to: {text}")


def _designation(row: _Row, id_: str, name: str, meaning: Meaning) -> Designation:
    return Designation(
        list_id=meaning.list_id,
        entity_id=EntityId(id_),
        caption=name,
        authority=row.text("authority") or meaning.authority,
        programs=once(row.values("program")),
        listed_on=next(iter(_dates(row, "listed_on")), None),
        delisted_on=next(iter(_dates(row, "delisted_on")), None),
        source_url=row.text("url"),
        reason=shortened(row.text("reason") or ""),
        amended_on=_dates(row, "amended_on"),
    )
