"""Numbers that belong to one party alone, in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.lists.record import EntityId, Identifier, ListId

_NOT_ALNUM = re.compile(r"[^0-9A-Z]+")
_PERSONAL = ("passport", "national_id", "document", "driving_licence", "identifier", "tax_number", "other")
_REGISTERED = ("registration_number", "tax_number", "company_number", "document", "identifier", "other", "national_id")
_WHOLE = {"lei": 20, "uscc": 18, "mmsi": 9, "imo": 7}
# Of these a party has one: two parties with different ones are two.
SINGLE = ("imo", "inn", "ogrn", "lei", "uscc")
UN, CSL = ListId("un_sc"), ListId("us_csl")
_OFAC = (ListId("us_ofac_sdn"), ListId("us_ofac_cons"))  # one running number for both lists
_OF_OFAC = re.compile(
    r"(?:SDN|SSI|FSE|PLC|CAP|CMIC|NS-MBS|MBS)-(\d+)"
)  # the other sources have no numbers, or own ones


@dataclass(frozen=True, slots=True)
class Number:
    """A strong identifier: the kind under which it is compared, its letters and digits, and its country."""

    kind: str
    value: str
    country: str | None = None


def own_number(list_id: ListId, entity_id: EntityId) -> Number | None:
    """Give the number that a list's own id is on other lists too: OFAC's, which the screening list repeats; the UN's.

    >>> own_number(ListId("us_csl"), EntityId("SDN-21944")) == own_number(ListId("us_ofac_sdn"), EntityId("21944"))
    True
    """
    if list_id == UN:  # others cite it: "united nation id", "UN reference number"
        return Number("un_reference", entity_id.upper())
    if list_id in _OFAC:
        return Number("ofac", entity_id)
    cited = _OF_OFAC.fullmatch(entity_id) if list_id == CSL else None
    return Number("ofac", cited[1]) if cited else None


def numbers_of(identifiers: tuple[Identifier, ...], *, group: str) -> Iterator[Number]:
    """Give the strong numbers of a party; `group` is person, company, vessel or aircraft."""
    for each in identifiers:
        found = _number(each, group)
        if found is not None:
            yield found


def _number(each: Identifier, group: str) -> Number | None:
    value = _NOT_ALNUM.sub("", each.value.upper())
    if each.kind in ("wallet", "un_reference"):
        return Number(each.kind, each.value.strip() if each.kind == "wallet" else each.value.strip().upper())
    if group == "aircraft":
        return Number(each.kind, value) if each.kind in ("tail_number", "msn") and len(value) >= 4 else None
    if each.kind in _WHOLE:
        value = value.removeprefix("IMO")
        return Number(each.kind, value) if len(value) == _WHOLE[each.kind] else None
    if each.kind == "swift" and group == "company" and len(value) in (8, 11):
        return Number("swift", value[:8])
    if each.kind in ("inn", "ogrn", *_REGISTERED) and each.country in (None, "ru") and (russian := _russian(value)):
        return Number(russian, value)
    return _national(each, value, group)


def _national(each: Identifier, value: str, group: str) -> Number | None:
    kinds = _PERSONAL if group == "person" else _REGISTERED if group == "company" else ()
    if each.kind not in (*kinds, "inn", "ogrn") or len(value) < 5 or sum(map(str.isdigit, value)) < 4:
        return None
    return Number("passport" if each.kind == "passport" else "number", value, each.country)


def _russian(value: str) -> str | None:
    """Say which Russian register a number with right check digits is of: its taxpayers' or its companies'.

    >>> _russian("7708619320"), _russian("1067759884598"), _russian("1234567890")
    ('inn', 'ogrn', None)
    """
    if not value.isdecimal():
        return None
    digits = [int(digit) for digit in value]
    if len(digits) in (13, 15):
        return "ogrn" if int(value[:-1]) % (len(digits) - 2) % 10 == digits[-1] else None
    if len(digits) == 10:
        return "inn" if _check(digits, (2, 4, 10, 3, 5, 9, 4, 6, 8)) else None
    if len(digits) == 12:
        is_right = _check(digits[:11], (7, 2, 4, 10, 3, 5, 9, 4, 6, 8))
        return "inn" if is_right and _check(digits, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) else None
    return None


def _check(digits: list[int], weights: tuple[int, ...]) -> bool:
    total = sum(weight * digit for weight, digit in zip(weights, digits[:-1], strict=True))
    return total % 11 % 10 == digits[-1]
