"""The UK Sanctions List of the Foreign, Commonwealth & Development Office, as XML.

Layout: https://www.gov.uk/government/publications/the-uk-sanctions-list (UK-Sanctions-List.xml, root Designations).
What was seen of it is rebuilt from a field-by-field copy without IndividualDetails, EntityDetails and ShipDetails:
these are read after the format's published element list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nongrata.lists.fields import one_line
from nongrata.lists.languages import language_of
from nongrata.lists.publishers.uk.entry import (
    MAX_PROSE,
    PAGE,
    TITLE,
    UK,
    UkEntry,
    name_kind,
    take_uk,
    uk_gathered,
    uk_whole,
)
from nongrata.lists.publishers.uk.words import Place, born_at, uk_date
from nongrata.lists.record import ListedName, ListFile
from nongrata.lists.xml import Element, Opening, children_of, local_name, records_of, text_in
from nongrata.values import ListError

__all__ = ["PAGE", "ROOT", "TITLE", "UK", "read_uk"]

ROOT = "Designations"
WANTED = "designations with a UniqueID, a kind and a name"

MAX_CHILDREN = 2_000  # of one kind in an entry; the largest has 200 names

_PARTS = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
_LINES = ("AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "AddressLine5", "AddressLine6")
_TIES = (
    ("Parent company", "EntityDetails/Entity/ParentCompanies/ParentCompany"),
    ("Subsidiary", "EntityDetails/Entity/Subsidiaries/Subsidiary"),
    ("Current owner/operator", "ShipDetails/Ship/CurrentOwnerOperators/CurrentOwnerOperator"),
    ("Previous owner/operator", "ShipDetails/Ship/PreviousOwnerOperators/PreviousOwnerOperator"),
)
_PARTICULARS = (
    ("Sanctions imposed", "SanctionsImposed"),
    ("Designated by", "DesignationSource"),
    ("Previous flag", "ShipDetails/Ship/PreviousFlags/PreviousFlag"),
    ("Type of ship", "ShipDetails/Ship/TypeOfShipDetails/TypeOfShip"),
    ("Tonnage", "ShipDetails/Ship/TonnageOfShipDetails/TonnageOfShip"),
    ("Length", "ShipDetails/Ship/LengthOfShipDetails/LengthOfShip"),
    ("Year built", "ShipDetails/Ship/YearsBuilt/YearBuilt"),
    ("Hull identification number", "ShipDetails/Ship/HullIdentificationNumbers/HullIdentificationNumber"),
)
_CONTACTS = (
    ("phone", "PhoneNumbers/PhoneNumber"),
    ("website", "Websites/Website"),
    ("email", "EmailAddresses/EmailAddress"),
)


def read_uk(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    opening = Opening(attribute="DateGenerated")
    gathered = uk_gathered(path, WANTED)
    stated = None
    for element in records_of(path, ("Designation", "DateGenerated"), opening, below=1):
        if local_name(element) == "DateGenerated":
            stated = stated or uk_date((element.text or "")[:20])
            continue
        take_uk(gathered, _entry(element), element.sourceline)
    if opening.root != ROOT:
        raise ListError(str(path), f"XML that begins with <{opening.root}>", f"<{ROOT}>")
    day = stated or uk_date(opening.value)
    return uk_whole(gathered, day.text if day else version)


def _entry(element: Element) -> UkEntry:
    person = "IndividualDetails/Individual"
    return UkEntry(
        id=one_line(text_in(element, "UniqueID")),
        kind=text_in(element, "IndividualEntityShip").lower(),
        names=list(_names(element)),
        regime=text_in(element, "RegimeName"),
        listed=text_in(element, "DateDesignated"),
        updated=[text_in(element, "LastUpdated")],
        group=text_in(element, "OFSIGroupID"),
        un=text_in(element, "UNReferenceNumber"),
        births=_texts(element, f"{person}/DOBs/DOB"),
        birth_places=[
            place
            for each in _along(element, f"{person}/BirthDetails/Location")
            for place in born_at(text_in(each, "TownOfBirth"), text_in(each, "CountryOfBirth"))
        ],
        nations=_texts(element, f"{person}/Nationalities/Nationality"),
        genders=_texts(element, f"{person}/Genders/Gender"),
        positions=[*_texts(element, f"{person}/Positions/Position"), *_texts(element, "Titles/Title")],
        passports=_papers(element, f"{person}/PassportDetails", "Passport"),
        papers=_papers(element, f"{person}/NationalIdentifierDetails", "NationalIdentifier"),
        registers=_texts(element, "EntityDetails/Entity/BusinessRegistrationNumbers/BusinessRegistrationNumber"),
        imos=_texts(element, "ShipDetails/Ship/IMONumbers/IMONumber"),
        contacts=[(kind, text) for kind, path in _CONTACTS for text in _texts(element, path)],
        addresses=[
            Place(
                tuple(text_in(each, line) for line in _LINES),
                text_in(each, "AddressPostalCode"),
                text_in(each, "AddressCountry"),
            )
            for each in _along(element, "Addresses/Address")
        ],
        types=_texts(element, "EntityDetails/Entity/TypeOfEntities/TypeOfEntity"),
        flags=_texts(element, "ShipDetails/Ship/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip"),
        ties=[(label, text) for label, path in _TIES for text in _texts(element, path)],
        particulars=[(label, text) for label, path in _PARTICULARS for text in _texts(element, path)],
        other=text_in(element, "OtherInformation", limit=MAX_PROSE),
        reasons=text_in(element, "UKStatementofReasons", limit=MAX_PROSE),
    )


def _names(element: Element) -> Iterator[ListedName]:
    for each in _along(element, "Names/Name"):
        name = one_line(" ".join(text_in(each, part) for part in _PARTS)) or one_line(text_in(each, "WholeName"))
        if name:
            yield ListedName(text=name, kind=name_kind(text_in(each, "NameType"), text_in(each, "AliasStrength")))
    for each in _along(element, "NonLatinNames/NonLatinName"):
        language = language_of(text_in(each, "NonLatinScriptLanguage"))
        yield from (
            ListedName(text=name, language=language)
            for text in _texts(each, "NameNonLatinScript")
            if (name := one_line(text))
        )


def _papers(element: Element, path: str, name: str) -> list[tuple[str, str]]:
    """Give the numbers of papers, whose elements are called Passport or PassportDetail from one release to another."""
    return [
        (text_in(each, f"{name}Number"), text_in(each, f"{name}AdditionalInformation"))
        for tag in (name, f"{name}Detail")
        for each in _along(element, f"{path}/{tag}")
    ]


def _along(element: Element, path: str) -> list[Element]:
    """Give all elements along a path of names, `MAX_CHILDREN` at most."""
    found = [element]
    for name in path.split("/"):
        found = [child for each in found for child in children_of(each, name)][:MAX_CHILDREN]
    return found


def _texts(element: Element, path: str) -> list[str]:
    return [text for each in _along(element, path) if (text := text_in(each))]
