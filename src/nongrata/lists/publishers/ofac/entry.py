"""One entry of OFAC's XML files, in whichever of their three shapes, as a listing.

What the shapes call features, documents and ids are what the csv writes as parts of its remarks ("Gender Male",
"Passport 4509123456 (Russia)"): they are told as such parts, and read by the same rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nongrata.lists.fields import country_of, names_once, once, one_line, shortened, too_many
from nongrata.lists.files import digest_of
from nongrata.lists.publishers.ofac.from_csv import CMIC, REGISTERS, TITLES, linked, schema_of
from nongrata.lists.publishers.ofac.parts import NUMBER
from nongrata.lists.publishers.ofac.remarks import Remarks, read_parts
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
)
from nongrata.lists.xml import Opening
from nongrata.values import ListError, PartialDate, Skipped

MOST = 12_000_000  # elements in a file; the advanced XML has about four million

_ENOUGH = 1_000  # bad entries: no need to read on
_KINDS: Mapping[str, str] = {"individual": "individual", "vessel": "vessel", "aircraft": "aircraft"}
# What the XML calls a feature: what the csv's remarks call it.
_CALLED: Mapping[str, str] = {
    "birthdate": "DOB",
    "place of birth": "POB",
    "nationality country": "nationality",
    "citizenship country": "citizen",
    "vessel call sign": "Vessel Call Sign",
    "other vessel call sign": "Vessel Call Sign",
    "vessel type": "Vessel Type",
}
_FLAGS = ("vessel flag", "registration country")
_TAKEN = ("title", "vessel owner", *_FLAGS)  # what finds a field of its own; all else is a part of the remarks


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one entry says. `told` are its features and documents: what each is called, and its value."""

    id: str
    kind: str  # Individual, Entity, Vessel, Aircraft
    names: tuple[ListedName, ...]  # the primary one first
    acts: tuple[Designation, ...]
    told: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()  # the legal acts and measures, in words
    birth_dates: tuple[PartialDate, ...] = ()
    addresses: tuple[Address, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(slots=True)
class Entries:
    """The entries of a file so far, and those that cannot be used."""

    path: Path
    wanted: str
    found: dict[str, Entry] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[Skipped] = field(default_factory=list)  # what else is lost, without being an entry

    def add(self, entry: Entry, line: int | None) -> bool:
        """Keep an entry, or say why not; give whether reading on makes sense."""
        flaw = None
        if not entry.id:
            flaw = "an entry without an id"
        elif entry.id in self.found:
            flaw = f"entry {entry.id} a second time"
        elif not entry.names or not entry.names[0].text:
            flaw = f"entry {entry.id} without a name"
        if flaw is None:
            self.found[entry.id] = entry
        else:
            self.skipped.append(Skipped(stage="lists", item=f"{self.path}:{line}", reason=flaw))
        return len(self.skipped) <= _ENOUGH

    def put_on(self, list_id: ListId) -> None:
        """Say which list the entries are on, where only the whole file tells."""
        for id_, entry in self.found.items():
            acts = tuple(replace(act, list_id=list_id) for act in entry.acts)
            self.found[id_] = replace(entry, acts=acts)

    def as_list(self, opening: Opening, root: str, version: str) -> ListFile:
        """Give the list of these entries. Raises ListError where it cannot be trusted as a whole."""
        if opening.root != root:
            raise ListError(str(self.path), f"XML that begins with <{opening.root}>", f"<{root}>")
        if not self.found or too_many(len(self.skipped), len(self.skipped) + len(self.found)):
            found = f"{len(self.found)} entries, and {len(self.skipped)} that cannot be used"
            first = f", such as {self.skipped[0].reason}" if self.skipped else ""
            raise ListError(str(self.path), found + first, self.wanted)
        list_id = _most_of(self.found.values())
        about = ListVersion(
            list_id=list_id,
            title=TITLES[list_id],
            version=version,
            sha256=digest_of((self.path,)),
            entities=len(self.found),
        )
        entries = (replace(entry, links=tuple(map(self._end, entry.links))) for entry in self.found.values())
        listings = linked([listing_of(entry, list_id) for entry in entries])
        return ListFile(version=about, listings=listings, skipped=(*self.skipped, *self.notes))

    def _end(self, link: Link) -> Link:
        """Give a link with the name of its other end and the list that it is on, where that is in the file."""
        other = self.found.get(link.to_id[1]) if link.to_id else None
        if other is None:
            return link
        number = NUMBER + other.id
        name = other.names[0].text if link.to_name == number else link.to_name
        source = link.source.replace(number, name) if link.to_name == number else link.source
        return replace(link, to_name=name, to_id=(other.acts[0].list_id, EntityId(other.id)), source=source)


def _most_of(entries: Iterable[Entry]) -> ListId:
    """Give the list that most entries are on."""
    counted = Counter(act.list_id for entry in entries for act in entry.acts)
    return counted.most_common(1)[0][0]


def listing_of(entry: Entry, list_id: ListId) -> Listing:
    """Give the listing of an entry; its designation by this list stands first."""
    primary = entry.names[0]
    kind = _KINDS.get(entry.kind.lower(), "")
    told = dict[str, list[str]]()
    for label, value in entry.told:
        told.setdefault(label.lower(), []).append(value)
    remarks = read_parts((*_parts(entry.told, is_person=kind == "individual"), *entry.remarks))
    positions = _positions(told) if kind == "individual" else ()
    acts = sorted(entry.acts, key=lambda act: act.list_id != list_id)
    return Listing(
        schema=schema_of(kind, primary.text, remarks),
        names=names_once((primary, *entry.names[1:], *remarks.names)),
        designations=tuple(_designation(act, entry, remarks, positions) for act in acts),
        birth_dates=once((*entry.birth_dates, *remarks.birth_dates)),
        birth_places=once(remarks.birth_places),
        countries=once(_countries(told, remarks, entry.addresses)),
        genders=once(remarks.genders),
        positions=positions,
        # OFAC's name of an aircraft is its tail number.
        identifiers=once((*_tail(primary, kind), *remarks.identifiers)),
        addresses=once(entry.addresses),
        links=once((*map(_owner, told.get("vessel owner", ())), *entry.links, *remarks.links)),
    )


def _parts(told: Iterable[tuple[str, str]], *, is_person: bool) -> Iterator[str]:
    for label, value in told:
        if label.lower() not in _TAKEN or (label.lower() == "title" and not is_person):
            yield one_line(f"{_CALLED.get(label.lower(), label).replace('’', chr(39))} {value}")


def _positions(told: Mapping[str, list[str]]) -> tuple[str, ...]:
    return once(one_line(part) for value in told.get("title", ()) for part in value.split(";") if part.strip())


def _tail(primary: ListedName, kind: str) -> tuple[Identifier, ...]:
    return (Identifier(kind="tail_number", value=primary.text),) if kind == "aircraft" else ()


def _owner(name: str) -> Link:
    return Link(kind="owner", to_name=one_line(name), source=f"Vessel Owner: {one_line(name)}")


def _countries(told: Mapping[str, list[str]], remarks: Remarks, addresses: Iterable[Address]) -> Iterator[str]:
    yield from remarks.countries
    flags = (country_of(value) for label in _FLAGS for value in told.get(label, ()))
    registered = (found.country for found in remarks.identifiers if found.kind in REGISTERS)
    for country in (*flags, *registered, *(address.country for address in addresses)):
        if country is not None:
            yield country


def _designation(act: Designation, entry: Entry, remarks: Remarks, positions: tuple[str, ...]) -> Designation:
    """Give the designation with what has no field of its own; only the Chinese military companies' remarks date it."""
    rest = once(part for part in (*entry.legal, *remarks.rest) if part and part not in positions)
    dated = act.listed_on
    if dated is None and act.programs == (CMIC,):
        dated = min(remarks.listed_on, default=None)
    return replace(act, listed_on=dated, reason=shortened("; ".join(rest)))
