"""One entry of the United Kingdom's lists, from whichever of their files, as a Listing.

The UK Sanctions List (Foreign, Commonwealth & Development Office) and the former consolidated list of the Office of
Financial Sanctions Implementation name the same parties: both are one list here, by the UK Sanctions List's ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from nongrata.lists.fields import REASON_LENGTH, country_of, names_once, once, one_line
from nongrata.lists.gathered import Gathered
from nongrata.lists.labelled import is_labelled, items_of, labelled_in, numbers_in, refined, un_reference
from nongrata.lists.publishers.ofac.from_csv import is_company, linked
from nongrata.lists.publishers.uk.words import Place, about_paper, country_in, papers_of, uk_address, uk_date
from nongrata.lists.record import (
    Designation,
    EntityId,
    Identifier,
    Link,
    LinkKind,
    ListedName,
    ListFile,
    ListId,
    Listing,
    NameKind,
)

UK = ListId("uk_fcdo")
TITLE = "UK Sanctions List"
PAGE = "https://www.gov.uk/government/publications/the-uk-sanctions-list"
AUTHORITY = "Foreign, Commonwealth & Development Office"

MAX_FIELD = 1_000  # characters of a field that are read
MAX_PROSE = 20_000
MAX_PARTICULARS = 700

_SCHEMAS = {"individual": "Person", "ship": "Vessel"}
_ACT = re.compile(r"\b(?:Regulations?|Act|Order)\b.*\b\d{4}\b")  # some files name only the country
_NEXT_CONTACT = re.compile(r"\.\s+|;\s*|,\s+")
_NEXT_NAME = re.compile(r";\s*|(?<!\bCo)(?<!\bLtd)(?<!\bInc)(?<!\bNo)(?<!\bSt)(?<!\b[A-Z])\.\s+(?=[A-Z])")
_SHARE = re.compile(r"\s*\((\d{1,3}(?:\.\d{1,4})?)\s*%\)")
_SUBSIDIARY_OF = re.compile(
    r"^(?:(?:a )?subsidiary (?:organi[sz]ation )?of|owned(?:/| or )controlled by) (?:the )?", re.I
)
_NOBODY = re.compile(r"[\W_]*|unknown|none|n/?a|not known|is the parent company|parent and branches", re.I)
_IMO = re.compile(r"\bIMO(?: number)?[\s:]*(\d{7})(?!\d)")
_REGISTERS = ("inn", "ogrn", "kpp")
KINDS = frozenset(("individual", "entity", "ship"))


@dataclass(slots=True)
class UkEntry:
    """What a file says of one entry: each field as the texts that stand in it."""

    id: str
    kind: str  # individual, entity, ship
    names: list[ListedName] = field(default_factory=list)
    regime: str = ""
    listed: str = ""
    updated: list[str] = field(default_factory=list)
    group: str = ""
    un: str = ""
    births: list[str] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    nations: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    passports: list[tuple[str, str]] = field(default_factory=list)  # the number, and what is said of it
    papers: list[tuple[str, str]] = field(default_factory=list)
    registers: list[str] = field(default_factory=list)
    imos: list[str] = field(default_factory=list)
    contacts: list[tuple[str, str]] = field(default_factory=list)  # phone, email, website, and its field
    addresses: list[Place] = field(default_factory=list)
    types: list[str] = field(default_factory=list)  # of an entity: "Limited Liability Company"
    flags: list[str] = field(default_factory=list)
    ties: list[tuple[str, str]] = field(default_factory=list)  # "Parent company", and its name
    particulars: list[tuple[str, str]] = field(default_factory=list)  # what has no field of its own, with its label
    other: str = ""
    reasons: str = ""


def name_kind(called: str, strength: str = "") -> NameKind:
    """Give the kind of a name by the words of the list.

    >>> name_kind("Primary name"), name_kind("Primary name variation"), name_kind("AKA", "Low quality")
    ('primary', 'alias', 'weak')
    """
    called, strength = called.strip().lower(), strength.strip().lower()
    if called in ("fka", "f.k.a", "f.k.a.", "formerly known as"):
        return "former"
    if called == "primary name":
        return "primary"
    return "weak" if strength.startswith("low") else "alias"


def uk_gathered(path: Path, wanted: str) -> Gathered:
    """Give what holds the entries of a file of this list while it is read."""
    called = ("a Unique ID or Group ID", "a name")
    return Gathered(path=path, list_id=UK, title=TITLE, wanted=wanted, called=called)


def take_uk(gathered: Gathered, entry: UkEntry, where: object) -> None:
    """Add an entry, or say why it cannot be used."""
    flaw = f"entry {entry.id} of the kind {entry.kind[:40]!r}: neither individual, entity nor ship"
    name = entry.names[0].text if entry.names else ""
    if gathered.is_new(entry.id, name, where, flaw=None if entry.kind in KINDS else flaw):
        gathered.take(uk_listing(entry))


def uk_whole(gathered: Gathered, version: str | None) -> ListFile:
    """Give the list, its links with ids. Raises ListError where it cannot be trusted as a whole."""
    return gathered.whole(version, listings=linked(gathered.listings))


def uk_listing(entry: UkEntry) -> Listing:
    """Give an entry that has an id and a name as a Listing."""
    names = _names(entry)
    addresses = once(found for place in entry.addresses if (found := uk_address(place)))
    nations = [code for text in entry.nations for item in items_of(text) if (code := country_in(item))]
    flags = [code for text in entry.flags for item in items_of(text) if (code := country_of(item))]
    places = [address.country for address in addresses if address.country]
    near = next(iter((*nations, *places)), None)
    return Listing(
        schema=_schema(entry, names),
        names=names_once(names),
        designations=(_designation(entry, names[0].text),),
        birth_dates=once(date for text in entry.births for item in items_of(text) if (date := uk_date(item))),
        birth_places=once(place for text in entry.birth_places if (place := one_line(text))),
        countries=once((*nations, *flags, *places)),
        genders=once(word for text in entry.genders if (word := text.strip().lower()) in ("male", "female")),
        positions=once(item for text in entry.positions for item in items_of(text)),
        identifiers=once(_identifiers(entry, near)),
        addresses=addresses,
        links=once(_links(entry)),
    )


def _names(entry: UkEntry) -> list[ListedName]:
    """Give the names with one primary name, the first; a second one that is called so is an alias."""
    primary = next((name for name in entry.names if name.kind == "primary"), entry.names[0])
    others = (replace(name, kind="alias") if name.kind == "primary" else name for name in entry.names)
    return [replace(primary, kind="primary"), *others]


def _schema(entry: UkEntry, names: list[ListedName]) -> str:
    if known := _SCHEMAS.get(entry.kind):
        return known
    types = " ".join(entry.types).lower()
    is_firm = "company" in types or "limited" in types or "partnership" in types or "corporation" in types
    return "Company" if is_firm or any(is_company(name.text) for name in names) else "LegalEntity"


def _designation(entry: UkEntry, caption: str) -> Designation:
    listed = uk_date(entry.listed)
    changed = {date for text in entry.updated if (date := uk_date(text)) and date != listed}
    regime = one_line(entry.regime)
    return Designation(
        list_id=UK,
        entity_id=EntityId(entry.id),
        caption=caption,
        authority=AUTHORITY,
        programs=(regime,) if regime else (),
        listed_on=listed,
        source_url=PAGE,
        reason=_reason(entry),
        legal_act=regime if _ACT.search(regime) else None,
        amended_on=tuple(sorted(changed)),
    )


def _reason(entry: UkEntry) -> str | None:
    """Give the statement of reasons and the other information, shortened so that the particulars behind them stay."""
    details = (*(("Type of entity", text) for text in entry.types), *entry.particulars)
    said = "; ".join(once(f"{label}: {one_line(text)}" for label, text in details if one_line(text)))[:MAX_PARTICULARS]
    prose = one_line(" ".join(once(one_line(text) for text in (entry.reasons, entry.other))))
    room = REASON_LENGTH - len(said) - 4
    if len(prose) > room:
        prose = prose[:room].rsplit(" ", 1)[0] + " …"
    return "; ".join(text for text in (prose, said) if text) or None


def _identifiers(entry: UkEntry, near: str | None) -> Iterator[Identifier]:
    yield from _papers("passport", entry.passports, near)
    yield from _papers("national_id", entry.papers, near)
    for text in entry.registers:
        yield from numbers_in(text, "registration_number", near=near)
    for text in entry.imos or _imo_said(entry):
        yield from (refined(Identifier(kind="imo", value=item)) for item in items_of(text))
    yield from (
        Identifier(kind=kind, value=item) for kind, text in entry.contacts for item in _several(text, _NEXT_CONTACT)
    )
    if entry.kind == "entity" and is_labelled(entry.other):
        yield from (found for found in labelled_in(entry.other[:MAX_FIELD], near=near) if found.kind in _REGISTERS)
    yield from un_reference(entry.un)
    if group := one_line(entry.group):
        yield Identifier(kind="ofsi_group", value=group)


def _imo_said(entry: UkEntry) -> list[str]:
    """Give the number of a ship by the reasons for listing it, where they tell one and no other."""
    said = set(_IMO.findall(entry.reasons)) if entry.kind == "ship" else set()
    return list(said) if len(said) == 1 else []


def _papers(kind: str, papers: list[tuple[str, str]], near: str | None) -> Iterator[Identifier]:
    for number, about in papers_of(papers):
        told, country = about_paper(kind, about)
        for found in numbers_in(number, told, near=country or near):
            yield Identifier(kind=found.kind, value=found.value, country=found.country or country)


def _links(entry: UkEntry) -> Iterator[Link]:
    """Give the ties to others: who is above is an owner, who is below or was above is only linked."""
    for label, text in entry.ties:
        for name in _several(text, _NEXT_NAME):
            said = _SHARE.search(name)
            share = Fraction(said[1]) / 100 if said and 0 < float(said[1]) <= 100 else None
            above = _SUBSIDIARY_OF.sub("", name)
            is_owner = label.startswith(("Parent", "Current")) or above != name
            to_name = _SHARE.sub("", above).strip(" ,;")
            if not _NOBODY.fullmatch(to_name) and not is_labelled(name):
                kind: LinkKind = "owner" if is_owner else "linked"
                yield Link(kind=kind, to_name=to_name, share=share if is_owner else None, source=f"{label}: {name}")


def _several(text: str, between: re.Pattern[str]) -> Iterator[str]:
    """Give the items of a field that counts them or sets something between them."""
    for item in items_of(text):
        yield from (part for each in between.split(item) if (part := each.strip(" ;,").removesuffix(".")))
