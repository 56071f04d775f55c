"""OFAC's csv lists: sdn.csv (or cons_prim.csv) with alt.csv, add.csv and sdn_comments.csv beside it.

Layout: https://ofac.treasury.gov/media/29976/download?inline (no header, "-0- " for nothing, 0x1A at the end).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nongrata.lists.fields import country_of, names_once, once, one_line, shortened
from nongrata.lists.files import digest_of
from nongrata.lists.publishers.ofac.remarks import FORMS, TARGET_TYPES, Remarks, read_remarks
from nongrata.lists.publishers.ofac.rows import ADD, ALT, COMMENTS, PRIMARY, Row, read_rows
from nongrata.lists.record import (
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
    NameKind,
)
from nongrata.values import Skipped

SDN, CONSOLIDATED = ListId("us_ofac_sdn"), ListId("us_ofac_cons")
TITLES = {SDN: "OFAC Specially Designated Nationals", CONSOLIDATED: "OFAC Consolidated (non-SDN) list"}
ENTRY_URL = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
CUT_AT = 1_000  # characters of remarks that fit a row; the rest is in sdn_comments.csv

_SCHEMAS: Mapping[str | None, str] = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_NAME_KINDS: Mapping[str | None, NameKind] = {"aka": "alias", "nka": "alias", "fka": "former"}
_FORM = re.compile(r"(?<![\w.])(?:" + "|".join(map(re.escape, sorted(FORMS, key=len, reverse=True))) + r")(?![\w])")
CMIC = "CMIC-EO13959"
_NOT_SDN = (CMIC, "NS-PLC", "UKRAINE-EO13662", "561-Related")  # programs that block no property: the other list's
REGISTERS = ("inn", "ogrn", "registration_number")  # whose country is the one a company is registered in
_POSTCODE = re.compile(r"\s+\S*\d.*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfacFiles:
    """The files of one OFAC list, in the order of their roles."""

    primary: Path
    alt: Path | None = None
    add: Path | None = None
    comments: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that are there."""
        return tuple(path for path in (self.primary, self.alt, self.add, self.comments) if path is not None)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the other files say of one entry."""

    names: tuple[Row, ...] = ()
    addresses: tuple[Row, ...] = ()
    comments: str | None = None


def read_ofac(files: OfacFiles, *, version: str = "undated") -> ListFile:
    """Give the list that these files hold. Raises ListError where one cannot be trusted as a whole."""
    skipped: list[Skipped] = []
    rows = read_rows(files.primary, PRIMARY, skipped)
    alt = read_rows(files.alt, ALT, skipped)
    add = read_rows(files.add, ADD, skipped)
    comments = read_rows(files.comments, COMMENTS, skipped)
    list_id = list_of(files.primary, [row.fields[3] for row in rows])
    ids = {row.entity for row in rows}
    for path, others in ((files.alt, alt), (files.add, add), (files.comments, comments)):
        skipped += _orphans(path, others, ids, files.primary)
    names, addresses = _by_entity(alt), _by_entity(add)
    texts = {row.entity: row.fields[1] for row in comments}
    listings, cut = [], 0
    for row in rows:
        beside = _Beside(names.get(row.entity, ()), addresses.get(row.entity, ()), texts.get(row.entity))
        listings.append(_listing(row, beside, list_id))
        cut += beside.comments is None and _is_cut(row)
    if cut:
        reason = f"the remarks of {cut} entries end at {CUT_AT} characters; the rest is in sdn_comments.csv: add it too"
        skipped.append(Skipped(stage="lists", item=str(files.primary), reason=reason))
    about = ListVersion(
        list_id=list_id,
        title=TITLES[list_id],
        version=version,
        sha256=digest_of(files.paths),
        entities=len(listings),
    )
    return ListFile(version=about, listings=linked(listings), skipped=tuple(skipped))


def list_of(path: Path, programs: Sequence[str]) -> ListId:
    """Tell the two lists apart, whose files are alike: by the file's name, else by the programs most entries bear."""
    name = path.name.lower()
    if name.startswith(("sdn", "cons")):
        return SDN if name.startswith("sdn") else CONSOLIDATED
    others = sum(any(program in of_entry for program in _NOT_SDN) for of_entry in programs)
    return CONSOLIDATED if others > len(programs) / 2 else SDN


def is_company(name: str) -> bool:
    """Say that a name bears a legal form of companies.

    >>> is_company("PJSC UAC"), is_company("KOMSOMOLSK-ON-AMUR AVIATION PLANT")
    (True, False)
    """
    return _FORM.search(name.upper()) is not None


def _orphans(path: Path | None, rows: list[Row], ids: set[str], primary: Path) -> list[Skipped]:
    lost = sum(row.entity not in ids for row in rows)
    if not lost:
        return []
    reason = f"{lost} of {len(rows)} rows are about entries that {primary.name} lacks: are both of the same day?"
    return [Skipped(stage="lists", item=str(path), reason=reason)]


def _by_entity(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.entity].append(row)
    return {entity: tuple(of_it) for entity, of_it in found.items()}


def _is_cut(row: Row) -> bool:
    return len(row.fields[11] or "") >= CUT_AT - 1 and not row.fields[11].rstrip().endswith(".")


def _remarks(row: Row, comments: str | None) -> Remarks:
    """Read the remarks and what sdn_comments.csv goes on with; what continues nothing starts with half a part."""
    text = row.fields[11]
    if comments is None:
        return read_remarks(text, is_cut=_is_cut(row))
    if _is_cut(row):
        return read_remarks(text + comments)
    before = text.rstrip().removesuffix(".") + "; … " if text else "… "
    return read_remarks(before + comments)


def _listing(row: Row, beside: _Beside, list_id: ListId) -> Listing:
    _, name, kind, program, title, call_sign, _, _, _, flag, owner, _ = row.fields
    remarks = _remarks(row, beside.comments)
    addresses = tuple(found for other in beside.addresses if (found := _address(other)))
    primary = ListedName(text=one_line(name), kind="primary")
    links = [Link(kind="owner", to_name=one_line(owner), source=f"Vessel Owner: {one_line(owner)}")] if owner else []
    identifiers = [Identifier(kind="callsign", value=call_sign.strip())] if call_sign else []
    if kind == "aircraft":  # OFAC's name of an aircraft is its tail number
        identifiers.append(Identifier(kind="tail_number", value=primary.text))
    positions = once(one_line(part) for part in title.split(";") if part.strip()) if kind == "individual" else ()
    programs = once(part.strip(" []") for part in program.split("] [") if part.strip(" []"))
    designation = Designation(
        list_id=list_id,
        entity_id=EntityId(row.entity),
        caption=primary.text,
        authority="OFAC",
        programs=programs,
        # The csv dates only the Chinese military companies' own listing; its other dates are of single directives.
        listed_on=min(remarks.listed_on, default=None) if programs == (CMIC,) else None,
        source_url=ENTRY_URL + row.entity,
        reason=_reason(row, remarks, positions),
    )
    return Listing(
        schema=schema_of(kind, primary.text, remarks),
        names=names_once((primary, *map(_alias, beside.names), *remarks.names)),
        designations=(designation,),
        birth_dates=once(remarks.birth_dates),
        birth_places=once(remarks.birth_places),
        countries=_countries(flag, remarks, addresses),
        genders=once(remarks.genders),
        positions=positions,
        identifiers=once((*identifiers, *remarks.identifiers)),
        addresses=once(addresses),
        links=once((*links, *remarks.links)),
    )


def _alias(row: Row) -> ListedName:
    kind = "weak" if "weak" in row.fields[4].lower() else _NAME_KINDS.get(row.fields[2].lower(), "alias")
    return ListedName(text=one_line(row.fields[3]), kind=kind)


def _address(row: Row) -> Address | None:
    _, _, street, place, country, remarks = row.fields
    text = ", ".join(one_line(part) for part in (street, place, country) if part)
    if remarks:
        text = f"{text} ({one_line(remarks)})".strip()
    if not text:
        return None
    city = _POSTCODE.sub("", place.split(",")[0].strip())
    return Address(text=text, city=city or None, country=country_of(country) if country else None)


def _countries(flag: str, remarks: Remarks, addresses: Iterable[Address]) -> tuple[str, ...]:
    registered = (found.country for found in remarks.identifiers if found.kind in REGISTERS)
    places = (country_of(flag) if flag else None, *registered, *(address.country for address in addresses))
    return once((*remarks.countries, *(country for country in places if country)))


def schema_of(kind: str, name: str, remarks: Remarks) -> str:
    """Give FollowTheMoney's schema of an entry: by OFAC's kind of it, and of an entity by its legal form."""
    if known := _SCHEMAS.get(kind):
        return known
    types = {f"Target Type {word}" for word in TARGET_TYPES}
    return "Company" if is_company(name) or not types.isdisjoint(remarks.rest) else "LegalEntity"


def _reason(row: Row, remarks: Remarks, positions: tuple[str, ...]) -> str | None:
    """Give what has no field of its own: the vessel's particulars, and the remarks that no rule reads."""
    labels = ("Title", "Vessel Type", "Vessel Tonnage", "Vessel Gross Registered Tonnage")
    values = ("" if positions else row.fields[4], *row.fields[6:9])
    particulars = [f"{label} {one_line(value)}" for label, value in zip(labels, values, strict=True) if value]
    said = {*positions, *(value for value in values if value)}
    return shortened("; ".join(once((*particulars, *(part for part in remarks.rest if part not in said)))))


def linked(listings: list[Listing]) -> tuple[Listing, ...]:
    """Give the listings with the id of each link's other end, where one entry alone bears that name."""
    bearers: dict[str, set[tuple[ListId, EntityId]]] = defaultdict(set)
    for listing in listings:
        here = listing.designations[0]
        for name in listing.names:
            if name.kind != "weak":
                bearers[_key(name.text)].add((here.list_id, here.entity_id))

    def with_id(link: Link) -> Link:
        if link.to_id is not None:
            return link
        found = bearers.get(_key(link.to_name), set())
        return replace(link, to_id=next(iter(found))) if len(found) == 1 else link

    return tuple(
        replace(listing, links=tuple(map(with_id, listing.links))) if listing.links else listing for listing in listings
    )


def _key(name: str) -> str:
    return name.upper().rstrip(". ")
