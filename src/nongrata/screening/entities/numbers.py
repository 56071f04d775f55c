"""Identifiers in the form in which they are compared: what kind they are, and how much one of them proves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nongrata.values.check_digits import is_right

_NOT_ALNUM = re.compile(r"[^0-9A-Z]+")
_BIC = re.compile(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")


@dataclass(frozen=True, slots=True)
class Number:
    """An identifier: its kind, the letters and digits that are compared, and the text as it came."""

    kind: str
    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKind:
    """What an identifier of a kind proves."""

    words: str
    proves: float  # how sure the same one makes that two are one
    other: float  # how much another one speaks against; 0 where a party may have several
    is_single: bool = False  # a party has one: another one decides against
    shape: str = "[0-9A-Z]{4,40}"


# What a party can have one of only, by the registers that give them out; passports are renewed, tax numbers kept.
KINDS: Mapping[str, NumberKind] = {
    "lei": NumberKind(words="LEI", proves=0.98, other=0.5, is_single=True, shape="[A-Z0-9]{18}[0-9]{2}"),
    "imo": NumberKind(words="IMO number", proves=0.98, other=0.6, is_single=True, shape="[0-9]{7}"),
    "inn": NumberKind(words="INN", proves=0.98, other=0.5, is_single=True, shape="[0-9]{10}|[0-9]{12}"),
    "ogrn": NumberKind(words="OGRN", proves=0.98, other=0.5, is_single=True, shape="[0-9]{13}|[0-9]{15}"),
    "uscc": NumberKind(
        words="Chinese social credit code", proves=0.98, other=0.5, is_single=True, shape="[0-9A-Z]{18}"
    ),
    "wallet": NumberKind(words="wallet address", proves=0.98, other=0.0, shape=".{8,200}"),
    "isin": NumberKind(words="ISIN", proves=0.97, other=0.0, shape="[A-Z]{2}[A-Z0-9]{9}[0-9]"),
    "figi": NumberKind(words="FIGI", proves=0.97, other=0.0, shape="[A-Z0-9]{12}"),
    "wikidata": NumberKind(words="Wikidata item", proves=0.98, other=0.5, is_single=True, shape="Q[0-9]{1,12}"),
    "un_reference": NumberKind(words="United Nations reference", proves=0.98, other=0.5, is_single=True),
    "uei": NumberKind(words="unique entity identifier", proves=0.97, other=0.3, shape="[A-Z0-9]{12}"),
    "npi": NumberKind(words="national provider number", proves=0.97, other=0.3, shape="[0-9]{10}"),
    "duns": NumberKind(words="DUNS number", proves=0.95, other=0.2, shape="[0-9]{9}"),
    "cik": NumberKind(words="CIK", proves=0.95, other=0.2, shape="[0-9]{1,10}"),
    "okpo": NumberKind(words="OKPO", proves=0.93, other=0.3, shape="[0-9]{8}|[0-9]{10}"),
    "swift": NumberKind(words="BIC", proves=0.95, other=0.15, shape=_BIC.pattern),
    "bik": NumberKind(words="BIK", proves=0.93, other=0.2, shape="[0-9]{9}"),
    "opencorporates": NumberKind(words="OpenCorporates page", proves=0.97, other=0.2, shape=".{8,200}"),
    "bvd": NumberKind(words="BvD number", proves=0.95, other=0.2),
    "mmsi": NumberKind(words="MMSI", proves=0.93, other=0.1, shape="[0-9]{9}"),
    "callsign": NumberKind(words="call sign", proves=0.80, other=0.05, shape="[0-9A-Z]{4,8}"),
    "icao": NumberKind(words="ICAO code", proves=0.90, other=0.2, shape="[0-9A-F]{6}"),
    "msn": NumberKind(words="serial number", proves=0.80, other=0.3, shape="[0-9A-Z]{2,20}"),
    "passport": NumberKind(words="passport number", proves=0.93, other=0.0, shape="[0-9A-Z]{5,20}"),
    "national_id": NumberKind(words="identity number", proves=0.92, other=0.1, shape="[0-9A-Z]{5,30}"),
    "tax_number": NumberKind(words="tax number", proves=0.93, other=0.15, shape="[0-9A-Z]{5,30}"),
    "registration_number": NumberKind(words="registration number", proves=0.90, other=0.15),
    "licence": NumberKind(words="licence number", proves=0.85, other=0.0),
    "kpp": NumberKind(words="KPP", proves=0.0, other=0.0, shape="[0-9]{9}"),  # of a tax office, shared by many
}
# Kinds that papers and lists write under one another's names: a BIC as a registration number, an INN as a tax number.
LOOSE = frozenset(
    ("registration_number", "tax_number", "national_id", "passport", "licence", "inn", "ogrn", "uscc", "swift")
)
_CHECKED = frozenset(("imo", "inn", "ogrn", "lei", "isin", "uscc"))
_OF_REGISTERS = frozenset(("registration_number", "tax_number"))
_OF_COUNTRY = re.compile("[A-Z]{2}([0-9]{8,})")
_AS_IT_IS = frozenset(("wallet", "opencorporates"))


def number_of(kind: str, text: str) -> Number | str:
    """Give a number as it is compared, or what is wrong with it.

    >>> number_of("imo", "IMO 9929429").value
    '9929429'
    >>> number_of("swift", "COBADEFFXXX").value
    'COBADEFF'
    >>> number_of("imo", "12")
    "'12' is no IMO number"
    """
    of_kind = KINDS[kind]
    value = text.strip() if kind in _AS_IT_IS else _NOT_ALNUM.sub("", text.upper())
    if kind == "imo":
        value = value.removeprefix("IMO")
    if not re.fullmatch(of_kind.shape, value) or len(set(value)) < 2:
        return f"{text[:40]!r} is no {of_kind.words}"
    is_bic = kind == "swift" or (kind in LOOSE and _BIC.fullmatch(value) and value[4:6].isalpha())
    return Number(kind, value[:8] if is_bic and kind == "swift" else value, text)


def is_checked(number: Number) -> bool | None:
    """Say whether the check digits hold; None for a kind without."""
    return is_right(number.kind, number.value) if number.kind in _CHECKED else None


def same_value(left: Number, right: Number) -> bool:
    """Have the same letters and digits, a country before them or not: NO 914778271.

    A BIC of eleven letters is of the bank that its first eight name.
    """
    if left.value == right.value or _without_country(left) == _without_country(right):
        return True
    return "swift" in (left.kind, right.kind) and left.value[:8] == right.value[:8] and _is_bic(left, right)


def _without_country(number: Number) -> str:
    """Give the digits of a register's number that has its country's code before them."""
    found = _OF_COUNTRY.fullmatch(number.value) if number.kind in _OF_REGISTERS else None
    return found[1] if found else number.value


def _is_bic(*numbers: Number) -> bool:
    return all(_BIC.fullmatch(number.value) for number in numbers)
