"""One entry of the European Union's consolidated list, from its XML or its csv, as a Listing.

The two files name their fields alike: `nameAlias/@wholeName` is `NameAlias_WholeName`. Both give their parts here as
mappings with the XML's names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from nongrata.lists.fields import date_of, names_once, once, one_line, shortened
from nongrata.lists.gathered import Gathered
from nongrata.lists.labelled import un_reference
from nongrata.lists.languages import language_of
from nongrata.lists.publishers.eu.parts import (
    Part,
    address_of,
    birth_date,
    birth_place,
    contacts_in,
    country_in,
    documents_in,
)
from nongrata.lists.publishers.ofac.from_csv import is_company
from nongrata.lists.record import (
    Designation,
    EntityId,
    Link,
    ListedName,
    ListId,
    Listing,
    NameKind,
)
from nongrata.values import PartialDate

EU = ListId("eu_fsf")
TITLE = "European Union Consolidated Financial Sanctions List"
PAGE = "https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions"
WANTED = "entries with a euReferenceNumber and a nameAlias"


_AUTHORITIES = {"commission": "European Commission", "un": "United Nations"}
_COUNCIL = "Council of the European Union"
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_WEAK = re.compile(r"\b(?:low[- ]quality|weak)\b", re.I)
_FORMER = re.compile(r"\b(?:formerly|previously|f\.?k\.?a)\b", re.I)
_REGISTERS = ("inn", "ogrn", "registration_number", "tax_number")
_DAY = r"\s*[:.]?\s*(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)"
# "Date of UN designation" is the day of another list.
_LISTED = re.compile(r"(?:\bEU designation|\bdate of (?:EU )?(?:listing|designation)|\(EU|^\(?)" + _DAY, re.I)
_ASSOCIATED = re.compile(r"\bAssociated entit(?:y|ies):\s*([^\n]+(?:\n\s*[-–•][^\n]+)*)")
_BULLET = re.compile(r"^\W*(?:Managed by (?:the )?)?|\s*\(?registration number.*$|[\s.]+$", re.I)


@dataclass(slots=True)
class EuEntry:
    """What the file says of one entry, part by part."""

    entity: Part
    is_person: bool
    acts: list[Part] = field(default_factory=list)
    names: list[Part] = field(default_factory=list)
    births: list[Part] = field(default_factory=list)
    addresses: list[Part] = field(default_factory=list)
    nations: list[Part] = field(default_factory=list)
    documents: list[Part] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    act_days: list[str] = field(default_factory=list)  # of the acts behind the single parts

    @property
    def texts(self) -> tuple[str, ...]:
        """The free texts: the remarks and the details of the designation."""
        return (*self.remarks, self.entity.get("designationDetails", ""))

    @property
    def id(self) -> str:
        """The reference number; for an entry that has none (yet), the number of its record."""
        return one_line(self.entity.get("euReferenceNumber", "")) or one_line(self.entity.get("logicalId", ""))


def eu_gathered(path: Path) -> Gathered:
    """Give what holds the entries of a file of this list while it is read."""
    called = ("a euReferenceNumber", "a nameAlias")
    return Gathered(path=path, list_id=EU, title=TITLE, wanted=WANTED, called=called)


def take_eu(gathered: Gathered, entry: EuEntry, where: object) -> None:
    """Add an entry, or say why it cannot be used."""
    if gathered.is_new(entry.id, next(filter(None, map(_name_of, entry.names)), ""), where):
        gathered.take(eu_listing(entry))


def eu_listing(entry: EuEntry) -> Listing:
    """Give an entry that has an id and a name as a Listing."""
    names = _names(entry)
    addresses = once(found for part in entry.addresses if (found := address_of(part)))
    nations = [code for part in entry.nations if (code := country_in(part))]
    near = nations[0] if nations else next((found.country for found in addresses if found.country), None)
    documents = list(documents_in(entry.documents, entry.texts, near))
    registered = () if entry.is_person else (each.country for each in documents if each.kind in _REGISTERS)
    listed = _listed_on(entry)
    return Listing(
        schema=_schema(entry, names),
        names=names_once(names),
        designations=(_designation(entry, names[0].text, listed),),
        birth_dates=once(day for part in entry.births if (day := birth_date(part))),
        birth_places=once(place for part in entry.births if (place := birth_place(part))),
        countries=once(code for code in (*nations, *(each.country for each in addresses), *registered) if code),
        genders=once(
            {"M": "male", "F": "female"}[sex] for part in entry.names if (sex := part.get("gender", "")) in ("M", "F")
        ),
        positions=once(_positions(entry)) if entry.is_person else (),
        identifiers=once(
            (*documents, *contacts_in(entry.addresses), *un_reference(entry.entity.get("unitedNationId", "")))
        ),
        addresses=addresses,
        links=once(_links(entry)),
    )


def _name_of(part: Part) -> str:
    whole = one_line(part.get("wholeName", ""))
    return whole or one_line(" ".join(part.get(key, "") for key in ("firstName", "middleName", "lastName")))


def _names(entry: EuEntry) -> list[ListedName]:
    """Give the names, the primary one first: the oldest in English or no stated language and in Latin letters.

    The file marks none as primary, and changes their order from day to day.
    """
    found = [(_name_of(part), part) for part in entry.names if _name_of(part)]
    _, chosen = min(found, key=_standing)
    names = [ListedName(text=_name_of(chosen), kind="primary", language=_language(chosen))]
    names += [ListedName(text=name, kind=_kind(part), language=_language(part)) for name, part in found]
    on_paper = (one_line(part.get("nameOnDocument", "")) for part in entry.documents)
    return names + [ListedName(text=name) for name in on_paper if name]


def _language(part: Part) -> str | None:
    return language_of(part.get("nameLanguage", ""))


def _standing(found: tuple[str, Part]) -> tuple[int, bool, bool, int]:
    name, part = found
    number = part.get("logicalId", "")
    is_latin = bool(_LATIN.search(name)) and all(_LATIN.match(letter) for letter in _LETTER.findall(name))
    is_english = part.get("nameLanguage", "").upper() in ("", "EN")
    age = int(number) if number.isascii() and number.isdecimal() and len(number) < 12 else 10**12
    return (_kind(part) != "alias", not is_latin, not is_english, age)


def _kind(part: Part) -> NameKind:
    if part.get("strong", "").lower() == "false" or _WEAK.search(part.get("remark", "")):
        return "weak"
    return "former" if _FORMER.search(part.get("remark", "")) else "alias"


def _schema(entry: EuEntry, names: Iterable[ListedName]) -> str:
    if entry.is_person:
        return "Person"
    titles = (one_line(part.get("title", "")) for part in entry.names)
    details = one_line(entry.entity.get("designationDetails", ""))
    forms = (*(name.text for name in names), *titles, details)
    return "Company" if any(map(is_company, forms)) else "LegalEntity"


def _designation(entry: EuEntry, caption: str, listed: PartialDate | None) -> Designation:
    acts = sorted(entry.acts, key=_day_of)
    last = acts[-1] if acts else {}
    by_act: Part = next((act for act in acts if act.get("numberTitle")), {})  # the oldest: it designated
    days = (*(act.get("publicationDate", "") for act in acts), *entry.act_days)
    changed = {found for day in days if day and (found := date_of(day[:10])) and found != listed}
    return Designation(
        list_id=EU,
        entity_id=EntityId(entry.id),
        caption=caption,
        authority=_AUTHORITIES.get(last.get("organisationType", "").lower(), _COUNCIL),
        programs=once(program for act in acts if (program := one_line(act.get("programme", "")))),
        listed_on=listed,
        source_url=one_line(last.get("publicationUrl", "")) or PAGE,
        reason=_reason(entry, acts),
        legal_act=one_line(by_act.get("numberTitle", "")) or None,
        legal_act_url=one_line(by_act.get("publicationUrl", "")) or None,
        amended_on=tuple(sorted(changed)),
    )


def _day_of(act: Part) -> date:
    day = date_of(act.get("publicationDate", "")[:10])
    return day.earliest if day else date.min


def _listed_on(entry: EuEntry) -> PartialDate | None:
    """Give the day of listing: from its own field, else from the words of the details and remarks."""
    if stated := date_of(entry.entity.get("designationDate", "")[:10]):
        return stated
    for text in reversed(entry.texts):
        if (found := _LISTED.search(text)) and (day := date_of(f"{found[1]}/{found[2]}/{found[3]}")):
            return day
    return None


def _reason(entry: EuEntry, acts: Iterable[Part]) -> str | None:
    """Give the remarks, what is said of an entity with its names, and the acts by their titles."""
    said = [*entry.texts]
    if not entry.is_person:
        said += [part.get(key, "") for part in entry.names for key in ("function", "title")]
    said += [part.get("remark", "") for part in (*entry.names, *entry.births, *entry.nations, *entry.documents)]
    said += [f"Legal act: {act['numberTitle']}" for act in acts if act.get("numberTitle")]
    lines = (one_line(text) for text in said)
    return shortened("; ".join(once(line for line in lines if line.strip(".") and line.lower() != "none")))


def _positions(entry: EuEntry) -> Iterator[str]:
    for key in ("function", "title"):
        for part in entry.names:
            if text := one_line(part.get(key, "")):
                yield text


def _links(entry: EuEntry) -> Iterator[Link]:
    for text in entry.texts:
        for found in _ASSOCIATED.finditer(text):
            for line in re.split(r"[\n;]", found[1]):
                if name := _BULLET.sub("", one_line(line)):
                    yield Link(kind="linked", to_name=name, source=one_line(found[0]))
