"""A list as JSON lines and back, losing nothing: what the shelf keeps, and an export that can be read as a list.

The first line says what the file is and holds the version and the skipped rows; each line behind it is one listing, as
an array in the order of `Listing`'s fields, inner records as arrays in the order of theirs. Arrays, not objects: all
lists are loaded each time a story is screened, and 20,000 entries must come back in half a second.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from nongrata.lists.fields import no_collecting
from nongrata.lists.files import text_of
from nongrata.lists.record import (
    Address,
    Designation,
    Identifier,
    Link,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
    NameKind,
)
from nongrata.lists.sound import MAX_FIELD, flaw_of
from nongrata.values import ListError, PartialDate, Skipped
from nongrata.values.compact import compact

FORMAT = "nongrata/list/1"
_LIST_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")  # also a folder's name on the shelf
_MAX_LINE = 1_000_000
_WANTED = f"lines as `nongrata lists export` writes them, {FORMAT}"
MISREAD = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    ZeroDivisionError,
    OverflowError,
)
_SHARE = re.compile(r"[0-9]{1,18}(?:/[0-9]{1,18})?")


def is_list_id(text: str) -> bool:
    """Be a name that a list can have: letters, digits, `_`, `.` and `-`, at most 64 of them.

    >>> is_list_id("us_ofac_sdn"), is_list_id("../home")
    (True, False)
    """
    return _LIST_ID.fullmatch(text) is not None


def lines_of(file: ListFile) -> Iterator[str]:
    """Give a list as lines of JSON, each with its line end."""
    about = file.version
    head = {
        "schema": FORMAT,
        "list_id": about.list_id,
        "title": about.title,
        "version": about.version,
        "sha256": about.sha256,
        "entities": about.entities,
        "is_starter": about.is_starter,
        "skipped": [[skip.stage, skip.item, skip.reason] for skip in file.skipped],
    }
    yield json.dumps(head) + "\n"  # in ASCII: a skipped file's name may be no text at all
    for listing in file.listings:
        yield compact(listing_row(listing)) + "\n"


def read_json(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in an export of ours. Raises ListError for what is none, or is damaged.

    `version` is what all readers take; an export states its own.
    """
    head, _, body = text_of(path).encode(errors="surrogateescape").partition(b"\n")
    about, skipped = read_head(head, str(path))
    listings: list[Listing] = []
    # Line by line, each looked at before the next is taken in: a stranger's file must not fill the memory.
    for number, line in enumerate(body.rstrip(b"\n").split(b"\n"), start=2):
        try:
            listing = listing_of(json.loads(line)) if len(line) <= _MAX_LINE else None
        except MISREAD as error:
            raise ListError(f"{path}:{number}", f"a damaged line ({type(error).__name__})", _WANTED) from None
        flaw = flaw_of(listing) if listing else f"a line of {len(line):,} bytes"
        if flaw or listing is None:
            raise ListError(f"{path}:{number}", str(flaw), _WANTED)
        listings.append(listing)
    return as_announced(about, tuple(listings), skipped, str(path))


def load_json(data: bytes, where: str) -> ListFile:
    """Give the list in bytes that we wrote ourselves and whose digest has been checked: its texts are not looked at."""
    head, _, body = data.partition(b"\n")
    version, skipped = read_head(head, where)
    try:
        with no_collecting():
            rows = json.loads(b"[" + body.rstrip(b"\n").replace(b"\n", b",") + b"]")
            listings = tuple(map(listing_of, rows))
    except MISREAD as error:
        raise ListError(where, f"damaged lines ({type(error).__name__})", _WANTED) from None
    return as_announced(version, listings, skipped, where)


def read_head(head: bytes, where: str) -> tuple[ListVersion, tuple[Skipped, ...]]:
    """Give the version and the skipped rows that a first line tells. Raises ListError."""
    try:
        about = json.loads(head)
        if about["schema"] != FORMAT:
            raise ValueError(about["schema"])
        version = ListVersion(
            list_id=ListId(_str(about["list_id"])),
            title=_str(about["title"]),
            version=_str(about["version"]),
            sha256=_str(about["sha256"]),
            entities=int(about["entities"]),
            is_starter=bool(about["is_starter"]),
        )
        skipped = tuple(Skipped(stage=_str(s), item=_str(i), reason=_str(r)) for s, i, r in about["skipped"])
    except MISREAD as error:
        raise ListError(where, f"JSON that is not a list of ours ({type(error).__name__})", _WANTED) from None
    return version, skipped


def as_announced(
    version: ListVersion, listings: Sequence[Listing], skipped: tuple[Skipped, ...], where: str
) -> ListFile:
    """Give the list. Raises ListError where it is not as its first line announces it."""
    if not listings or len(listings) != version.entities or not is_list_id(version.list_id):
        found = f"{len(listings)} entries of list {version.list_id[:64]!r}"
        raise ListError(where, found, f"the {version.entities} entries that the first line announces, and a plain id")
    return ListFile(version=version, listings=listings, skipped=skipped)


def listing_row(listing: Listing) -> list[Any]:
    """Give a listing as arrays of plain values, in the order of its fields."""
    row = [
        listing.schema,
        [_name_row(name) for name in listing.names],
        [designation_row(designation) for designation in listing.designations],
        _texts(listing.birth_dates),
        listing.birth_places,
        _texts(listing.death_dates),
        listing.countries,
        listing.genders,
        listing.positions,
        [[found.kind, found.value, found.country] for found in listing.identifiers],
        [[address.text, address.city, address.country] for address in listing.addresses],
        [[link.kind, link.to_name, link.to_id, _text(link.share), link.source] for link in listing.links],
    ]
    while not row[-1]:
        row.pop()  # trailing fields that are empty, as most are
    return row


def _name_row(name: ListedName) -> list[Any]:
    return [name.text, name.kind] if name.language is None else [name.text, name.kind, name.language]


def designation_row(designation: Designation) -> list[Any]:
    """Give a designation as an array of plain values; the legal act only where there is one."""
    row = [
        designation.list_id,
        designation.entity_id,
        designation.caption,
        designation.authority,
        designation.programs,
        _text(designation.listed_on),
        _text(designation.delisted_on),
        designation.source_url,
        designation.reason,
        _texts(designation.amended_on),
    ]
    if designation.legal_act is not None or designation.legal_act_url is not None:
        row += [designation.legal_act, designation.legal_act_url]
    return row


def listing_of(row: list[Any]) -> Listing:
    """Give the listing that `listing_row` gave these arrays for."""
    (
        schema,
        names,
        designations,
        born,
        birth_places,
        died,
        countries,
        genders,
        positions,
        identifiers,
        addresses,
        links,
    ) = row + _EMPTY[len(row) :]
    # Most fields are empty: asking first is quicker than making an empty tuple out of an empty list.
    return Listing(
        schema=schema,
        names=tuple([_name(*name) for name in names]),
        designations=tuple([designation_of(designation) for designation in designations]),
        birth_dates=tuple(map(PartialDate, born)) if born else (),
        birth_places=tuple(birth_places) if birth_places else (),
        death_dates=tuple(map(PartialDate, died)) if died else (),
        countries=tuple(countries) if countries else (),
        genders=tuple(genders) if genders else (),
        positions=tuple(positions) if positions else (),
        identifiers=tuple([Identifier(kind=kind, value=value, country=country) for kind, value, country in identifiers])
        if identifiers
        else (),
        addresses=tuple([Address(text=text, city=city, country=country) for text, city, country in addresses])
        if addresses
        else (),
        links=tuple(map(_link, links)) if links else (),
    )


_EMPTY: list[list[Any]] = [[] for _ in range(12)]


def _name(text: str, kind: NameKind, language: str | None = None) -> ListedName:
    return ListedName(text=text, kind=kind, language=language)


def designation_of(row: list[Any]) -> Designation:
    """Give the designation that `designation_row` gave this array for."""
    act, act_url = row[10:] or (None, None)  # an older export has none
    list_id, entity_id, caption, authority, programs, listed_on, delisted_on, source_url, reason, amended_on = row[:10]
    return Designation(
        list_id=list_id,
        entity_id=entity_id,
        caption=caption,
        authority=authority,
        programs=tuple(programs),
        listed_on=None if listed_on is None else PartialDate(listed_on),
        delisted_on=None if delisted_on is None else PartialDate(delisted_on),
        source_url=source_url,
        reason=reason,
        legal_act=act,
        legal_act_url=act_url,
        amended_on=tuple(map(PartialDate, amended_on)) if amended_on else (),
    )


def _link(row: list[Any]) -> Link:
    kind, to_name, to_id, share, source = row
    return Link(
        kind=kind,
        to_name=to_name,
        to_id=None if to_id is None else (to_id[0], to_id[1]),
        share=None if share is None else _share(share),
        source=source,
    )


def _share(text: str) -> Fraction:
    # Not every Fraction("…"): "1e999999999" would be worked out.
    if _SHARE.fullmatch(text) is None:
        raise ValueError(text)
    return Fraction(text)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _texts(values: tuple[PartialDate, ...]) -> list[str]:
    return [value.text for value in values]


def _str(value: object) -> str:
    if isinstance(value, str) and len(value) <= MAX_FIELD:
        return value
    raise TypeError(type(value).__name__)
