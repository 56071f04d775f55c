"""The parts of an entry of the European Union's list: countries, births, addresses and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from nongrata.lists.fields import country_of, date_of, once, one_line
from nongrata.lists.labelled import is_labelled, labelled_in, refined
from nongrata.lists.record import Address, Identifier
from nongrata.values import PartialDate

Part: TypeAlias = Mapping[str, str]

_CODES = {"UK": "gb", "EL": "gr"}  # the Union's own
_GONE = ("AN", "CS", "YU")  # of states that are no more
_KINDS = {
    "passport": "passport",
    "travelcardid": "passport",
    "traveldoc": "passport",
    "laissezpasser": "passport",
    "id": "national_id",
    "ssn": "national_id",
    "nationcert": "national_id",
    "birthcert": "national_id",
    "residentperm": "national_id",
    "electionid": "national_id",
    "drivinglicence": "driving_licence",
    "regnumber": "registration_number",
    "unssn": "registration_number",
    "fiscalcode": "tax_number",
    "taxid": "tax_number",
    "euvat": "tax_number",
    "imo": "imo",
    "swiftbic": "swift",
    "tradelic": "licence",
}
_CONTACTS = (
    (re.compile(r"e-?mail", re.I), "email"),
    (re.compile(r"web|url|site", re.I), "website"),
    (re.compile(r"fax", re.I), "fax"),
    (re.compile(r"phone|tel|mobile|cell", re.I), "phone"),
)
_CONTACT = re.compile(r"([A-Za-z_ -]+(?:\[\d+\])?)\s*[=:]\s*([^;,{}]+?)(?=\s*(?:[;,}]|$))")


def country_in(part: Part) -> str | None:
    """Give the code of the part's country, or None: the file writes "00" and "UNKNOWN" for none."""
    code = part.get("countryIso2Code", "").strip().upper()
    if len(code) == 2 and code.isascii() and code.isalpha() and code not in _GONE:
        return _CODES.get(code, code.lower())
    stated = _stated_country(part)
    return country_of(stated) if stated else None


def _stated_country(part: Part) -> str:
    text = one_line(part.get("countryDescription", ""))
    return "" if text.upper() == "UNKNOWN" else text


def birth_date(part: Part) -> PartialDate | None:
    """Give a date of birth: a day, a month, a year, or from one year to another; about then where `circa` says so."""
    first, last = part.get("yearRangeFrom", ""), part.get("yearRangeTo", "")
    if first and last and first != last:
        return date_of(f"{first} to {last}")
    exact = date_of(part.get("birthdate", "")[:10]) or _year_and_month(part) or date_of(first or last)
    is_about = part.get("circa", "").lower() == "true"
    return date_of(f"{exact}~") or exact if is_about and exact else exact


def _year_and_month(part: Part) -> PartialDate | None:
    year, month, day = (part.get(key, "") for key in ("year", "monthOfYear", "dayOfMonth"))
    if part.get("calendarType", "").upper() == "ISLAMIC":
        return None  # a year of another calendar would read as one of the Middle Ages
    text = year + (f"-{month:0>2}" if month else "")
    return date_of(f"{text}-{day:0>2}" if month and day else text)


def birth_place(part: Part) -> str:
    """Give the place of birth as the file writes it, from the smaller to the larger."""
    keys = ("place", "city", "region")
    return ", ".join(
        once(text for text in (*(one_line(part.get(key, "")) for key in keys), _stated_country(part)) if text)
    )


def address_of(part: Part) -> Address | None:
    """Give an address, with its remark in brackets; None for one that tells nothing."""
    box = one_line(part.get("poBox", ""))
    lines = (one_line(part.get(key, "")) for key in ("street", "place", "zipCode", "city", "region"))
    text = ", ".join(once(line for line in (f"P.O. Box {box}" if box else "", *lines, _stated_country(part)) if line))
    if note := one_line(part.get("remark", "")):
        text = f"{text} ({note})".strip()
    city = one_line(part.get("city", ""))
    return Address(text=text, city=city or None, country=country_in(part)) if text else None


def documents_in(parts: Sequence[Part], texts: Sequence[str], near: str | None) -> Iterator[Identifier]:
    """Give the numbers of the documents, and those that a line of free text begins with, by its label."""
    for part in parts:
        kind = _KINDS.get(part.get("identificationTypeCode", "").lower(), "document")
        country = country_in(part)
        for key in ("number", "latinNumber"):
            number = one_line(part.get(key, ""))
            if number.strip("-—– "):
                yield refined(Identifier(kind=kind, value=number, country=country), near=near)
        yield from labelled_in(part.get("remark", ""), near=near)
    for text in texts:
        for line in re.split(r"[\n;]", text):
            if is_labelled(line):
                yield from labelled_in(line, near=near)


def contacts_in(addresses: Sequence[Part]) -> Iterator[Identifier]:
    """Give the telephone numbers and addresses on the net that stand with an address: "PHONE[1]=…; WEB=…"."""
    for part in addresses:
        for key, value in _CONTACT.findall(part.get("contact", "")):
            for words, kind in _CONTACTS:
                if words.search(key):
                    yield Identifier(kind=kind, value=one_line(value))
                    break
