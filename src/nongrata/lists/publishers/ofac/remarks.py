"""OFAC's remarks column: birth dates, numbers, weak names and links, in one line of text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files

from nongrata.lists.fields import country_of, date_of, one_line
from nongrata.lists.record import Identifier, Link, ListedName, NameKind
from nongrata.values import PartialDate


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the remarks of one entry say, part by part; `rest` is what no rule reads, in its own words."""

    names: list[ListedName] = field(default_factory=list)
    birth_dates: list[PartialDate] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    listed_on: list[PartialDate] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


_TABLE = json.loads(files("nongrata.lists").joinpath("ofac.json").read_text("utf-8"))
IDENTIFIERS: Mapping[str, str] = _TABLE["identifiers"]
FORMS: tuple[str, ...] = tuple(_TABLE["forms"])
TARGET_TYPES: tuple[str, ...] = tuple(_TABLE["target_types"])

_LONGEST = 1_000  # characters of a part that is read: longer ones are prose
_PARTS = re.compile(r";\s+")
_QUOTED = re.compile(r"['‘](.+)['’]\.?$")
_DATES = re.compile(r"\s+(?:issued|expires|expired)\b.*$", re.I)
_ASIDES = re.compile(r"(?:\s*\([^()]*\))+$")
_LAST_ASIDE = re.compile(r"\(([^()]*)\)$")
_CURRENCY = re.compile(r"^[A-Z0-9]{2,6}\s+(\S+)$")
_LISTED_ON = re.compile(r"\(CMIC\):?\s*(.+)$")
_YEARS = re.compile(r"^(circa )?(\d{4})-(\d{4})$")


def read_remarks(text: str, *, is_cut: bool = False) -> Remarks:
    """Give what the remarks of an entry say. Where they are cut, the last part is not read but kept as it is.

    >>> remarks = read_remarks("DOB 08 Jan 1984; nationality Korea, North; Gender Male.")
    >>> remarks.birth_dates, remarks.countries, remarks.genders
    ([PartialDate(text='1984-01-08')], ['kp'], ['male'])
    """
    parts = parts_of(text if is_cut else text.strip().removesuffix("."))
    cut_off = [parts.pop() + " …"] if is_cut else []
    remarks = read_parts(parts)
    remarks.rest.extend(cut_off)
    return remarks


def parts_of(text: str) -> list[str]:
    """Give the parts of a text of remarks."""
    return _PARTS.split(one_line(text))


def read_parts(parts: Iterable[str]) -> Remarks:
    """Give what parts of remarks say, each a label and what stands behind it.

    >>> read_parts(["Tax ID No. 7708619320 (Russia)", "Vessel Year of Build 1999"]).rest
    ['Vessel Year of Build 1999']
    """
    remarks = Remarks()
    for part in parts:
        match = _LABEL.match(part) if len(part) <= _LONGEST else None
        if match is None or not _READERS[match[1]](remarks, match[1], part[match.end() :].strip()):
            remarks.rest.append(part)
    return remarks


# Each reader takes the remarks so far, the label and the words behind it, and says whether it could use them.
_Reader = Callable[[Remarks, str, str], bool]


def _birth_date(remarks: Remarks, label: str, value: str) -> bool:
    if years := _YEARS.match(value):
        value = f"{years[2]} to {years[3]}"
    date = date_of(value)
    if date is not None:
        remarks.birth_dates.append(date)
    return date is not None


def _birth_place(remarks: Remarks, label: str, value: str) -> bool:
    remarks.birth_places.append(value)
    return bool(value)


def _country(remarks: Remarks, label: str, value: str) -> bool:
    country = country_of(value)
    if country is not None:
        remarks.countries.append(country)
    return country is not None


def _gender(remarks: Remarks, label: str, value: str) -> bool:
    if (gender := value.lower()) not in ("male", "female"):
        return False
    remarks.genders.append(gender)
    return True


_NAME_KINDS: Mapping[str, NameKind] = {"a.k.a.": "weak", "f.k.a.": "former", "n.k.a.": "alias"}


def _name(remarks: Remarks, label: str, value: str) -> bool:
    """Read the names that OFAC puts in quotes among the remarks: its weak a.k.a.s."""
    quoted = _QUOTED.match(value)
    if quoted is None:
        return False
    remarks.names.append(ListedName(text=quoted[1], kind=_NAME_KINDS[label]))
    return True


def _link(remarks: Remarks, label: str, value: str) -> bool:
    if value:
        remarks.links.append(Link(kind="linked", to_name=value, source=f"Linked To: {value}"))
    return bool(value)


def _wallet(remarks: Remarks, label: str, value: str) -> bool:
    found = _CURRENCY.match(value)
    if found is not None:
        remarks.identifiers.append(Identifier(kind="wallet", value=found[1]))
    return found is not None


def _listed_on(remarks: Remarks, label: str, value: str) -> bool:
    found = _LISTED_ON.match(value)
    date = date_of(found[1]) if found else None
    if date is not None:
        remarks.listed_on.append(date)
    return False  # which of several dates it is, only its own words tell


def _identifier(remarks: Remarks, label: str, value: str) -> bool:
    value = _DATES.sub("", value)
    asides = _ASIDES.search(value)
    country = None
    if asides is not None:
        last = _LAST_ASIDE.search(value)
        country = country_of(last[1]) if last else None
        value = value[: asides.start()] or value
    value = value.lstrip(":# ").rstrip(" ,")
    if not value:
        return False
    remarks.identifiers.append(_refined(Identifier(kind=IDENTIFIERS[label], value=value, country=country)))
    return True


def _refined(found: Identifier) -> Identifier:
    """Give the identifier under its exact kind, where its country and shape tell it."""
    digits = len(found.value) if found.value.isdecimal() else 0
    if found.kind == "tax_number" and found.country == "ru" and digits in (10, 12):
        return replace(found, kind="inn")
    if found.kind == "registration_number" and found.country == "ru" and digits in (13, 15):
        return replace(found, kind="ogrn")
    if found.kind == "imo":
        number = found.value.removeprefix("IMO").strip()
        is_imo = len(number) == 7 and number.isdecimal()
        return replace(found, value=number) if is_imo else replace(found, kind="registration_number")
    return found


_READERS: Mapping[str, _Reader] = {
    "DOB": _birth_date,
    "POB": _birth_place,
    "nationality": _country,
    "citizen": _country,
    "Nationality of Registration": _country,
    "Gender": _gender,
    "a.k.a.": _name,
    "f.k.a.": _name,
    "n.k.a.": _name,
    "Linked To:": _link,
    "Digital Currency Address -": _wallet,
    "Listing Date": _listed_on,
    **dict.fromkeys(IDENTIFIERS, _identifier),
}
_LONGEST_FIRST = sorted(_READERS, key=len, reverse=True)
_LABEL = re.compile(r"(?:[Aa]lt\. )?(" + "|".join(map(re.escape, _LONGEST_FIRST)) + r")(?=[\s:]|$)")
