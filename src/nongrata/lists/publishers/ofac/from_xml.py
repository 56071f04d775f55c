"""OFAC's sdn.xml and consolidated.xml, which have one schema.

Layout: https://ofac.treasury.gov/media/29971/download?inline (sdn.xsd). Real files of the consolidated list of 2024
and 2025 were seen; of sdn.xml only its schema. Neither says when an entry was listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from nongrata.lists.fields import no_collecting, once, one_line
from nongrata.lists.publishers.ofac.entry import MOST, Entries, Entry
from nongrata.lists.publishers.ofac.from_csv import SDN, list_of
from nongrata.lists.publishers.ofac.parts import act_of, address_of, document_of, name_of, remarks_of
from nongrata.lists.record import Address, ListedName, ListFile
from nongrata.lists.xml import Element, Opening, child_of, children_of, local_name, records_of, text_in

ROOT = "sdnList"
PAGE = "https://sanctionslist.ofac.treas.gov/Home/SdnList"

_REMARKS_LENGTH = 20_000
_PUBLISHED = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
# What is called how in the csv, and where it stands here.
_TOLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Title", ("title",)),
    ("DOB", ("dateOfBirthList", "dateOfBirthItem", "dateOfBirth")),
    ("POB", ("placeOfBirthList", "placeOfBirthItem", "placeOfBirth")),
    ("nationality", ("nationalityList", "nationality", "country")),
    ("citizen", ("citizenshipList", "citizenship", "country")),
    ("Vessel Call Sign", ("vesselInfo", "callSign")),
    ("Vessel Type", ("vesselInfo", "vesselType")),
    ("Vessel Flag", ("vesselInfo", "vesselFlag")),
    ("Vessel Owner", ("vesselInfo", "vesselOwner")),
    ("Vessel Tonnage", ("vesselInfo", "tonnage")),
    ("Vessel Gross Registered Tonnage", ("vesselInfo", "grossRegisteredTonnage")),
)


def read_ofac_xml(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    with no_collecting():
        return _read(path, version)


def _read(path: Path, version: str | None) -> ListFile:
    opening = Opening(attribute="xmlns")
    stated: str | None = None
    entries = Entries(path=path, wanted="<sdnEntry> with a <uid> and a <lastName>")
    for record in records_of(path, ("publshInformation", "sdnEntry"), opening, below=1, most=MOST):
        if local_name(record) != "sdnEntry":
            stated = _day(text_in(record, "Publish_Date"))
        elif not entries.add(_entry(record), record.sourceline):
            break
    entries.put_on(list_of(path, [" ".join(entry.acts[0].programs) for entry in entries.found.values()]))
    return entries.as_list(opening, ROOT, stated or version or "undated")


def _day(text: str) -> str | None:
    """Give the day of publication, which the list writes month first."""
    found = _PUBLISHED.fullmatch(text)
    return f"{found[3]}-{found[1]}-{found[2]}" if found else None


def _entry(record: Element) -> Entry:
    id_, primary = text_in(record, "uid"), _name(record, is_primary=True)
    programs = (program.text or "" for program in children_of(child_of(record, "programList"), "program"))
    return Entry(
        id=id_,
        kind=text_in(record, "sdnType"),
        names=(primary, *map(_name, children_of(child_of(record, "akaList"), "aka"))),
        acts=(act_of(SDN, id_, primary.text, programs),),
        told=tuple(_told(record)),
        remarks=tuple(remarks_of(text_in(record, "remarks", limit=_REMARKS_LENGTH))),
        addresses=once(_addresses(record)),
    )


def _name(element: Element, *, is_primary: bool = False) -> ListedName:
    text = ", ".join(part for tag in ("lastName", "firstName") if (part := one_line(text_in(element, tag))))
    is_weak = text_in(element, "category").lower() == "weak"
    return name_of(text, text_in(element, "type"), is_weak=is_weak, is_primary=is_primary)


def _told(record: Element) -> Iterator[tuple[str, str]]:
    for label, path in _TOLD:
        *lists, last = path
        for item in _items(record, lists):
            if value := text_in(item, last):
                yield label, value
    for item in _items(record, ["idList", "id"]):
        found = document_of(text_in(item, "idType"), text_in(item, "idNumber"), text_in(item, "idCountry"))
        if found is not None:
            yield found


def _items(record: Element, path: Sequence[str]) -> Iterator[Element]:
    if not path:
        return iter((record,))
    parent = child_of(record, path[0])
    return children_of(parent, path[1]) if path[1:] else iter(() if parent is None else (parent,))


def _addresses(record: Element) -> Iterator[Address]:
    for item in children_of(child_of(record, "addressList"), "address"):
        lines = (text_in(item, tag) for tag in ("address1", "address2", "address3"))
        place = (text_in(item, tag) for tag in ("city", "stateOrProvince", "postalCode", "country"))
        if found := address_of(lines, *place):
            yield found
