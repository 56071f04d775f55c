"""The Consolidated Screening List of the US Departments of Commerce, State and the Treasury, as csv or JSON.

Layout: the schema of the list's API (developer.trade.gov, "Consolidated Screening List API"), whose downloads are
consolidated.csv and consolidated.json. A csv file of April 2022 was seen; no real JSON file was.
An entry's id is the short name of its source and the publisher's id: one party may come from several sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from nongrata.lists.fields import country_coded, date_of, names_once, once, shortened
from nongrata.lists.gathered import Gathered
from nongrata.lists.labelled import refined
from nongrata.lists.publishers.csl_entries import Entry, Number, csl_entries, is_csl_header, is_csl_record
from nongrata.lists.publishers.ofac.from_csv import is_company
from nongrata.lists.publishers.ofac.remarks import IDENTIFIERS
from nongrata.lists.record import (
    Designation,
    EntityId,
    Identifier,
    Link,
    ListedName,
    ListFile,
    ListId,
    Listing,
)
from nongrata.values import PartialDate

__all__ = ["CSL", "PAGE", "TITLE", "is_csl_header", "is_csl_record", "read_csl"]

CSL = ListId("us_csl")
TITLE = "US Consolidated Screening List"
PAGE = "https://www.trade.gov/consolidated-screening-list"

_SCHEMAS: Mapping[str, str] = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_SHORT = re.compile(r"\(([A-Z-]{2,6})(?: List)?\)")
_LINKED = re.compile(r"\(?Linked To:\s*(.+?)\)?(?=\s*;|$)")
_WALLET = "Digital Currency Address"
_IMO = re.compile(r"IMO \d{7}$")
_LISTED = re.compile(r"Listing Date \(CMIC\)")
_OWN = {"Website": "website", "Email Address": "email", "Phone Number": "phone", "SWIFT/BIC": "swift", "MMSI": "mmsi"}


def read_csl(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, which has no date of its own. Raises ListError where it cannot be trusted."""
    gathered = Gathered(path=path, list_id=CSL, title=TITLE, wanted="entries with a source and a name")
    for entry in csl_entries(path):
        if isinstance(entry, str):
            where, _, flaw = entry.partition(": ")
            gathered.skip(flaw, where)
            continue
        entity, name = _id(entry), entry.single["name"]
        if gathered.is_new(entity, name, entry.where):
            gathered.take(_listing(entry, entity, name))
    return gathered.whole(version)


def _id(entry: Entry) -> str:
    """Give the short name of the source, and the id there: "SDN-21944"; the JSON's own ids may be so already.

    The source's own number comes first: the screening list's own ids are digests that change with what they stand for.
    """
    short, entity = _short(entry.single["source"]), entry.single["entity_number"] or entry.entity
    return entity if entity.startswith(f"{short}-") or not entity else f"{short}-{entity}"


def _short(source: str) -> str:
    """Give the letters a source is known by.

    >>> _short("Entity List (EL) - Bureau of Industry and Security"), _short("A new list")
    ('EL', 'A new list')
    """
    found = _SHORT.search(source)
    return found[1] if found else source


def _listing(entry: Entry, entity: str, name: str) -> Listing:
    schema = _schema(entry, name)
    several, is_person = entry.several, schema == "Person"
    nations = (country_coded(text) for text in (*several["nationalities"], *several["citizenships"]))
    found = (*nations, country_coded(entry.single["vessel_flag"]), *(address.country for address in entry.addresses))
    births = (date_of(text) for text in several["dates_of_birth"])
    return Listing(
        schema=schema,
        names=names_once([ListedName(text=name, kind="primary"), *map(_alias, several["alt_names"])]),
        designations=(_designation(entry, entity, name, is_person=is_person),),
        birth_dates=once(date for date in births if date) if is_person else (),
        birth_places=once(several["places_of_birth"]),
        countries=once(country for country in found if country),
        genders=once(
            number.value.lower()
            for number in entry.numbers
            if number.label == "Gender" and number.value in ("Male", "Female")
        ),
        positions=once(filter(None, (part.strip() for part in entry.single["title"].split(";")))) if is_person else (),
        identifiers=once(_identifiers(entry, name, schema)),
        addresses=once(entry.addresses),
        links=once(_links(entry)),
    )


def _schema(entry: Entry, name: str) -> str:
    """Give the kind of party: the sources of the State and Commerce Departments do not tell it."""
    stated = _SCHEMAS.get(entry.single["type"].lower())
    return stated or ("Company" if is_company(name) else "LegalEntity")


def _alias(text: str) -> ListedName:
    return ListedName(text=text)


def _identifiers(entry: Entry, name: str, schema: str) -> Iterator[Identifier]:
    if sign := entry.single["call_sign"]:
        yield Identifier(kind="callsign", value=sign)
    if schema == "Airplane":  # OFAC's name of an aircraft is its tail number
        yield Identifier(kind="tail_number", value=name)
    for number in entry.numbers:
        if (kind := _kind(number)) and number.value:
            yield refined(Identifier(kind=kind, value=number.value, country=number.country))


def _kind(number: Number) -> str | None:
    if number.label.startswith(_WALLET):
        return "wallet"
    if _IMO.match(number.value):
        return "imo"
    return _OWN.get(number.label) or IDENTIFIERS.get(number.label)


def _designation(entry: Entry, entity: str, name: str, *, is_person: bool) -> Designation:
    single = entry.single
    listed = date_of(single["start_date"]) or next(filter(None, map(_listed_on, entry.numbers)), None)
    return Designation(
        list_id=CSL,
        entity_id=EntityId(entity),
        caption=name,
        authority=single["source"] or None,
        programs=once(entry.several["programs"]) or ((single["source"].split(" - ")[0],) if single["source"] else ()),
        listed_on=listed,
        source_url=single["source_information_url"] or single["source_list_url"] or PAGE,
        reason=shortened(" ".join(_notes(entry, is_person=is_person))),
    )


def _listed_on(number: Number) -> PartialDate | None:
    return date_of(number.value) if _LISTED.match(number.label) else None


def _notes(entry: Entry, *, is_person: bool) -> Iterator[str]:
    """Give what no other field holds, each as a sentence."""
    single = entry.single
    labelled = (
        ("", single["title"] if not is_person else ""),
        ("", single["remarks"]),
        ("Federal Register: ", single["federal_register_notice"]),
        ("License requirement: ", single["license_requirement"]),
        ("License policy: ", single["license_policy"]),
        ("Vessel type: ", single["vessel_type"]),
        ("In force until: ", single["end_date"]),
    )
    for label, text in labelled:
        if text:
            yield f"{label}{text.removesuffix('.')}."
    for number in entry.numbers:
        if _kind(number) is None and number.label != "Gender":
            yield f"{number.label.rstrip(' :-')}: {number.value.removesuffix('.')}."


def _links(entry: Entry) -> Iterator[Link]:
    if owner := entry.single["vessel_owner"]:
        yield Link(kind="owner", to_name=owner, source=f"Vessel Owner: {owner}")
    for name in _LINKED.findall(entry.single["remarks"]):
        yield Link(kind="linked", to_name=name, source=f"Linked To: {name}")
