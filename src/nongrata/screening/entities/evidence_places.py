"""Countries and places held against one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.properties import Subject
from nongrata.screening.entities.properties_values import country_from
from nongrata.screening.entities.properties_words import Kind
from nongrata.values import fold
from nongrata.values.countries import country_name

# States that are no more, and those that came of them; and parts that some lists count as states.
_HEIRS: Mapping[str, str] = {
    "su": "ru ua by kz uz tm tj kg am az ge md ee lv lt",
    "yu": "rs hr si ba mk me xk",
    "cs": "cz sk rs me",
    "dd": "de",
    "cn": "hk mo tw",
    "ps": "il",
    "rs": "xk",
    "gb": "gg je im vg ky bm gi",
    "us": "pr vi gu as mp",
    "cy": "tr",
}
_RELATED: Mapping[str, frozenset[str]] = {code: frozenset(heirs.split()) for code, heirs in _HEIRS.items()}
# On the same pairs: no country in common is 6 times less often so of one person, 90 times of one company; ships change
# their flags.
_SAME: Mapping[str, float] = {"person": 0.1, "body": 0.15, "vessel": 0.2, "aircraft": 0.2}
_OTHER: Mapping[str, float] = {"person": 0.22, "body": 0.31, "vessel": 0.1, "aircraft": 0.1}
_ALIKE_ADDRESS = 85
_NUMBER = re.compile(r"\d+")
_NO_PLACE = frozenset(("avenue", "building", "city", "district", "floor", "oblast", "office", "province", "region"))


def same_country(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have a country in common: nationality, seat or flag."""
    shared = _countries(left) & _countries(right)
    if not shared:
        return None
    weight = max(_SAME.get(kind, 0.1) for kind in left.kinds | right.kinds)
    return Finding(rule="same_country", effect="for", weight=weight, says=f"both are tied to {_named(shared)}")


def other_country(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have countries known on both sides, none of them shared and none the heir of another."""
    ours, theirs = _countries(left), _countries(right)
    if not ours or not theirs or any(_akin(our, their) for our in ours for their in theirs):
        return None
    kinds = _common_kinds(left, right)
    if kinds == {"person", "body"}:
        kinds = kinds - {"person"}  # a name that may be anybody's is a company's more often
    weight = min(_OTHER.get(kind, 0.1) for kind in kinds)
    says = f"the left is tied to {_named(ours)}, the right to {_named(theirs)}"
    return Finding(rule="other_country", effect="against", weight=weight, says=says)


def _common_kinds(left: Subject, right: Subject) -> frozenset[Kind]:
    return (left.kinds & right.kinds) or left.kinds | right.kinds


def _countries(subject: Subject) -> frozenset[str]:
    return subject.countries | subject.flags | subject.past_flags


def _akin(left: str, right: str) -> bool:
    related = right in _RELATED.get(left, ()) or left in _RELATED.get(right, ())
    return left == right or related or "eu" in (left, right)


def _named(codes: Iterable[str]) -> str:
    names = sorted(country_name(code) for code in codes)
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def other_birth_country(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Be born in different countries."""
    if not left.born_in or not right.born_in or any(_akin(a, b) for a in left.born_in for b in right.born_in):
        return None
    says = f"the left was born in {_named(left.born_in)}, the right in {_named(right.born_in)}"
    return Finding(rule="other_birth_country", effect="against", weight=0.3, says=says)


def same_birth_place(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Be born in the same town."""
    for ours in left.birth_places:
        for theirs in right.birth_places:
            if shared := _words(ours) & _words(theirs):
                town = " ".join(word for word in fold(ours).split() if word in shared)
                return Finding(
                    rule="same_birth_place", effect="for", weight=0.3, says=f"both give the birth place {town.title()}"
                )
    return None


def same_address(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have an address in common: street and number weigh more than a town, and a country is none."""
    best = max(
        ((_alike_addresses(ours, theirs), ours, theirs) for ours in left.addresses for theirs in right.addresses),
        default=(0.0, "", ""),
    )
    weight, ours, theirs = best
    if not weight:
        return None
    both = fold(ours) == fold(theirs)
    says = f"both give the address {ours}" if both else f"their addresses are alike: {ours}; {theirs}"
    return Finding(rule="same_address", effect="for", weight=weight, says=says)


def _alike_addresses(left: str, right: str) -> float:
    """Weigh that two addresses are alike: 0 for those that are not."""
    ours, theirs = _without_country(left), _without_country(right)
    if not ours or not theirs or fuzz.token_set_ratio(ours, theirs) < _ALIKE_ADDRESS:
        return 0.0
    return 0.35 if _NUMBER.search(ours) and set(_NUMBER.findall(ours)) & set(_NUMBER.findall(theirs)) else 0.12


@lru_cache(maxsize=4_096)
def _without_country(address: str) -> str:
    """Give an address folded, without the parts that are countries or nothing but words of all addresses."""
    parts = (fold(part) for part in re.split(r"[,;/()]", address) if country_from(part) is None)
    return " ".join(part for part in parts if part not in _NO_PLACE)


def _words(place: str) -> frozenset[str]:
    """Give the words that name a place, without countries and the words of every address."""
    return frozenset(word for word in _without_country(place).split() if len(word) >= 4 and word not in _NO_PLACE)
