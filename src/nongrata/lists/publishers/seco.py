"""The Swiss sanctions list of the State Secretariat for Economic Affairs (SECO), as XML.

Layout: swiss-sanctions-list_v3.1.xsd of 6 December 2023 (seco.admin.ch, Exports and sanctions, "XML specification").
No original file was seen: written from the entries that public tests and parsers quote of the export of August 2026,
and from one rebuilt in this layout without places, documents, relations and modifications. The export keeps the
targets that were taken off the list, each with its history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nongrata.lists.fields import country_coded, country_of, date_of, names_once, once, one_line, shortened
from nongrata.lists.gathered import Gathered
from nongrata.lists.labelled import labelled_in, refined
from nongrata.lists.publishers.ofac.from_csv import is_company
from nongrata.lists.publishers.seco_names import identities_of, in_all, names_of, ordered
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
)
from nongrata.lists.xml import Element, Opening, child_of, children_of, records_of, text_in
from nongrata.values import ListError, PartialDate

SECO = ListId("ch_seco")
TITLE = "Swiss SECO sanctions list"
ROOT = "swiss-sanctions-list"
PAGE = "https://www.sesam.search.admin.ch/sesam-search-web/pages/search.xhtml?lang=en"

MAX_ALL = 8_000_000  # elements; the export has 42 MB, of which the history is the larger part
MAX_NOTES = 20_000  # characters of a justification

_SCHEMAS = {"vessel": "Vessel", "aircraft": "Airplane"}
_ORDINANCE = re.compile(r"(?:Ordinance|Verordnung|Ordonnance|Ordinanza)\b", re.I)
_PASSPORT = re.compile(r"passport", re.I)
_NATIONAL_ID = re.compile(r"\bid\b|identi|national|resident|social", re.I)
_UN_NUMBER = re.compile(r"[A-Z]{2}[ie]\.\d{3}")
_WEB = re.compile(r"((?:https?:|www\.)\S*[\w/])")
_MAIL = re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_PHONE = re.compile(r"(?:Tel|Phone|Telephone)\b[^+\d]{0,20}(\+?[\d][\d ()/-]{5,20}\d)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What the targets refer to by number."""

    programs: dict[str, str] = field(default_factory=dict)
    acts: dict[str, str] = field(default_factory=dict)  # the ordinance and its article or annex, by the set's number
    places: dict[str, dict[str, str]] = field(default_factory=dict)


def read_seco(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    opening = Opening(attribute="date")
    context = _context(path, opening)
    if opening.root != ROOT:
        raise ListError(str(path), f"XML that begins with <{opening.root}>", f"<{ROOT}>")
    gathered = Gathered(path=path, list_id=SECO, title=TITLE, wanted="targets with an ssid and a name")
    for target in records_of(path, ("target",), opening, below=1, most=MAX_ALL):
        ssid, party = target.get("ssid", "")[:20], _party(target)
        if party is not None and child_of(party, "identity") is None:
            gathered.skip(f"target {ssid} without an identity", target.sourceline, is_damage=party.tag != "object")
            continue
        names = names_once(ordered(names_of(party)))
        if gathered.is_new(ssid, names[0].text if names else "", target.sourceline) and party is not None:
            gathered.take(_listing(target, party, names, context))
    listings = _linked(gathered.listings)
    stated = date_of(opening.value)
    return gathered.whole(stated.text if stated and stated.is_exact else version, listings=listings)


def _context(path: Path, opening: Opening) -> _Context:
    """Read what stands before and behind the targets: the programmes' names, and the places."""
    context = _Context()
    for record in records_of(path, ("sanctions-program", "place"), opening, below=1, most=MAX_ALL):
        if record.tag == "place":
            context.places[record.get("ssid", "")] = _place(record)
            continue
        name = _english(record, "program-name") or _english(record, "program-key")
        for of_it in children_of(record, "sanctions-set"):
            ssid, part = of_it.get("ssid", ""), one_line(of_it.text or "")
            context.programs[ssid] = name
            if _ORDINANCE.match(name) and (ssid not in context.acts or of_it.get("lang") == "eng"):
                context.acts[ssid] = f"{name}, {part}" if part else name
    return context


def _english(record: Element, tag: str) -> str:
    names = {name.get("lang", ""): one_line(name.text or "") for name in reversed(list(children_of(record, tag)))}
    return names.get("eng") or next(iter(names.values()), "")


def _party(target: Element) -> Element | None:
    return next(target.iterchildren("{*}individual", "{*}entity", "{*}object"), None)


def _listing(target: Element, party: Element, names: tuple[ListedName, ...], context: _Context) -> Listing:
    is_person = party.tag == "individual"
    identities = identities_of(party)
    addresses = once(found for each in in_all(identities, "address") if (found := _address(each, context)))
    nations = tuple(_nation(each) for each in in_all(identities, "nationality"))
    others = [one_line(other.text or "")[:MAX_NOTES] for other in children_of(party, "other-information")]
    countries = (*nations, *(address.country for address in addresses))
    titles = (
        one_line(text_in(part, "value"))
        for name in in_all(identities, "name")
        for part in children_of(name, "name-part")
        if part.get("name-part-type") == "title"
    )
    return Listing(
        schema=_schema(party, names[0].text),
        names=names,
        designations=(_designation(target, party, names[0].text, context),),
        birth_dates=once(_birth_dates(identities)) if is_person else (),
        birth_places=once(
            text for each in in_all(identities, "place-of-birth") if (text := _joined(_located(each, context)))
        ),
        countries=once(found for found in countries if found),
        genders=tuple(sex for sex in (party.get("sex", "").lower(),) if sex in ("male", "female")),
        positions=once(title for title in titles if title),
        identifiers=once((*_documents(identities), *_foreign(target), *(n for text in others for n in _numbers(text)))),
        addresses=addresses,
        links=once(_links(party)),
    )


def _schema(party: Element, name: str) -> str:
    if party.tag == "object":
        return _SCHEMAS.get(party.get("object-type", ""), "Vessel")
    return "Person" if party.tag == "individual" else "Company" if is_company(name) else "LegalEntity"


def _designation(target: Element, party: Element, name: str, context: _Context) -> Designation:
    sets = [target.get("sanctions-set-id", ""), *(each.text or "" for each in children_of(target, "sanctions-set-id"))]
    changes = _changes(target)
    listed = [date for kind, date in changes if kind == "listed"]
    is_gone = bool(changes) and changes[-1][0] == "de-listed"
    texts = [*children_of(party, "justification"), *children_of(party, "other-information")]
    return Designation(
        list_id=SECO,
        entity_id=EntityId(target.get("ssid", "")),
        caption=name,
        authority="State Secretariat for Economic Affairs (Switzerland)",
        programs=once(context.programs.get(each) or f"sanctions set {each}" for each in sets if each),
        listed_on=listed[-1] if listed else None,
        delisted_on=changes[-1][1] if is_gone else None,
        source_url=PAGE,
        reason=shortened(" ".join(text for each in texts if (text := one_line((each.text or "")[:MAX_NOTES])))),
        legal_act="; ".join(once(context.acts[each] for each in sets if each in context.acts)) or None,
        amended_on=once(date for kind, date in changes if kind == "amended"),
    )


def _changes(target: Element) -> list[tuple[str, PartialDate]]:
    """Give the kinds and days of what was done to this entry, the oldest first; the file has the newest first."""
    found = []
    for change in reversed(list(children_of(target, "modification"))):
        stated = change.get("effective-date") or change.get("publication-date") or change.get("enactment-date") or ""
        if date := date_of(stated):
            found.append((change.get("modification-type", ""), date))
    return sorted(found, key=lambda change: change[1].earliest)


def _birth_dates(identities: list[Element]) -> Iterator[PartialDate]:
    for birth in in_all(identities, "day-month-year"):
        if birth.get("calendar", "Gregorian").lower() != "gregorian":
            continue
        year, month, day = (birth.get(part, "") for part in ("year", "month", "day"))
        text = "-".join(
            [year.zfill(4), *([month.zfill(2)] if month else []), *([day.zfill(2)] if month and day else [])]
        )
        if date := date_of(text):
            yield date


def _nation(nationality: Element) -> str | None:
    country = child_of(nationality, "country")
    code = "" if country is None else country.get("iso-code", "")
    return country_coded(code) or country_of(text_in(nationality, "country"))


def _documents(identities: list[Element]) -> Iterator[Identifier]:
    for document in in_all(identities, "identification-document"):
        if number := one_line(text_in(document, "number")):
            kind = document.get("document-type", "")
            ours = "passport" if _PASSPORT.search(kind) else "national_id" if _NATIONAL_ID.search(kind) else "document"
            issuer = child_of(document, "issuer")
            code = "" if issuer is None else issuer.get("code", "")
            country = country_coded(code) or country_of(text_in(document, "issuer"))
            yield refined(Identifier(kind=ours, value=number, country=country))


def _foreign(target: Element) -> Iterator[Identifier]:
    for each in children_of(target, "foreign-identifier"):
        if _UN_NUMBER.fullmatch(number := one_line(each.text or "")):
            yield Identifier(kind="un_reference", value=number)


def _numbers(text: str) -> Iterator[Identifier]:
    """Give the numbers, websites and addresses that a note holds."""
    yield from labelled_in(text)
    for kind, pattern in (("website", _WEB), ("email", _MAIL), ("phone", _PHONE)):
        for found in pattern.findall(text):
            yield Identifier(kind=kind, value=found.strip())


def _place(element: Element) -> dict[str, str]:
    """Give the parts of a place or address that are there."""
    tags = ("c-o", "address-details", "p-o-box", "zip-code", "location", "area", "country", "remarks")
    parts = {tag: one_line(text_in(element, tag)) for tag in tags}
    country = child_of(element, "country")
    parts["code"] = "" if country is None else country.get("iso-code", "")
    return {tag: text for tag, text in parts.items() if text}


def _located(element: Element, context: _Context) -> dict[str, str]:
    return context.places.get(element.get("place-id", ""), {}) | _place(element)


def _joined(place: Mapping[str, str]) -> str:
    box = f"P.O. Box {place['p-o-box']}" if "p-o-box" in place else ""
    town = " ".join(place[tag] for tag in ("zip-code", "location") if tag in place)
    ends = (place.get(tag, "") for tag in ("area", "country"))
    text = ", ".join(
        part for part in (place.get("c-o", ""), place.get("address-details", ""), box, town, *ends) if part
    )
    return f"{text} ({place['remarks']})".strip() if "remarks" in place else text


def _address(element: Element, context: _Context) -> Address | None:
    place = _located(element, context)
    text = _joined(place)
    country = country_coded(place.get("code", "")) or country_of(place.get("country", ""))
    return Address(text=text, city=place.get("location"), country=country) if text else None


def _links(party: Element) -> Iterator[Link]:
    """Give the links to other targets, by their numbers; `_linked` puts the names in."""
    for relation in children_of(party, "relation"):
        ssid, words = relation.get("target-id", ""), one_line(relation.get("relation-type", "")) or "related-to"
        remark = one_line(text_in(relation, "remark") or relation.text or "")
        if ssid:
            yield Link(
                kind="owner" if words.startswith("owned") else "linked",
                to_name="",
                to_id=(SECO, EntityId(ssid)),
                source=f"{words}: {remark}" if remark else words,
            )


def _linked(listings: list[Listing]) -> Iterator[Listing]:
    """Give the listings with the names of those they are linked to; links to no target of the file are left out."""
    names = {listing.designations[0].entity_id: listing.caption for listing in listings}
    for listing in listings:
        known = [(link, names.get(link.to_id[1])) for link in listing.links if link.to_id]
        links = tuple(replace(link, to_name=name) for link, name in known if name)
        yield replace(listing, links=links) if listing.links else listing
