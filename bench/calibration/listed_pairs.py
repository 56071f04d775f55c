"""Pairs of entries of official lists that are one party, or two, told by a number and not by the name.

The United Nations' reference stands on the Australian and British lists too; IMO numbers, INN, OGRN and passports stand
on several. That number is taken out of both entries, so that the rest has to do. Two parties: for each entry the likest
named entries of the other list under another number. All are drawn from a home with the lists (lists sync).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nongrata.lists import ListFile, Listing
from nongrata.lists.ftm.as_entities import listing_as_ftm
from nongrata.store import ListShelf
from nongrata.values import tokens_of

REFERENCE = ("un_reference",)
NUMBERS = ("imo", "inn", "ogrn", "passport")
SHORTEST = 6  # letters and digits of a number that tells one party
NEAR = 3  # entries of another party for each entry
SEED = 20261123


@dataclass(frozen=True, slots=True)
class ListedPair:
    """Two entries as FollowTheMoney entities, and whether they are one party."""

    left: dict[str, Any]
    right: dict[str, Any]
    is_same: bool
    source: str


def pairs_from(home: Path, *, most: int = 1_500) -> list[ListedPair]:
    """Give pairs of each two lists, the same ones each time."""
    return pairs_among(ListShelf(home).current(), most=most)


def pairs_among(files: Iterable[ListFile], *, most: int = 1_500) -> list[ListedPair]:
    """Give pairs of each two of these lists, the same ones each time."""
    lists = {str(file.version.list_id): file.listings for file in files}
    found: list[ListedPair] = []
    for left, right, kinds in (
        ("un_sc", "uk_fcdo", REFERENCE),
        ("un_sc", "au_dfat", REFERENCE),
        ("us_ofac_sdn", "eu_fsf", NUMBERS),
        ("us_ofac_sdn", "uk_fcdo", NUMBERS),
        ("us_csl", "eu_fsf", NUMBERS),
        ("us_ofac_sdn", "au_dfat", NUMBERS),
        ("us_ofac_sdn", "un_sc", NUMBERS),
        ("us_ofac_sdn", "jp_mof", NUMBERS),
    ):
        if left in lists and right in lists:
            found += _pairs(lists[left], lists[right], kinds, f"{left} {right}", most)
    return found


def _pairs(
    left: Sequence[Listing], right: Sequence[Listing], kinds: Sequence[str], source: str, most: int
) -> Iterator[ListedPair]:
    keys = {id(each): _keys(each, kinds) for each in (*left, *right)}
    by_key: dict[str, list[Listing]] = defaultdict(list)
    by_token: dict[str, list[Listing]] = defaultdict(list)
    for each in right:
        for key in keys[id(each)]:
            by_key[key].append(each)
        for token in {token for name in each.names for token in tokens_of(name.text)}:
            by_token[token].append(each)
    chosen = [each for each in left if any(key in by_key for key in keys[id(each)])]
    random.Random(SEED).shuffle(chosen)
    for ours in chosen[:most]:
        same = {id(other): other for key in keys[id(ours)] for other in by_key[key]}
        for theirs in same.values():
            yield ListedPair(_entity(ours, kinds), _entity(theirs, kinds), is_same=True, source=source)
        for theirs in _near(ours, by_token, keys):
            yield ListedPair(_entity(ours, kinds), _entity(theirs, kinds), is_same=False, source=source)


def _keys(listing: Listing, kinds: Sequence[str]) -> frozenset[str]:
    told = [(number.kind, number.value) for number in listing.identifiers if number.kind in kinds]
    if kinds == REFERENCE:
        told += [("un_reference", act.entity_id) for act in listing.designations if act.list_id == "un_sc"]
    plain = [(kind, "".join(filter(str.isalnum, value.upper()))) for kind, value in told]
    return frozenset(f"{kind} {value}" for kind, value in plain if len(value) >= SHORTEST)


def _near(ours: Listing, by_token: dict[str, list[Listing]], keys: dict[int, frozenset[str]]) -> Iterable[Listing]:
    """Give the entries of another number that share the rarest words; both must have a number, or they may be one."""
    shares: dict[int, float] = defaultdict(float)
    near: dict[int, Listing] = {}
    for token in {token for name in ours.names for token in tokens_of(name.text)}:
        bearers = by_token.get(token, [])
        for other in bearers[:300]:
            if keys[id(other)] and not keys[id(other)] & keys[id(ours)] and _may_be(ours, other):
                shares[id(other)] += 1 / len(bearers)
                near[id(other)] = other
    best = sorted(shares, key=lambda key: -shares[key])[:NEAR]
    return [near[key] for key in best]


def _may_be(left: Listing, right: Listing) -> bool:
    return (left.schema == "Person") == (right.schema == "Person")


def _entity(listing: Listing, kinds: Sequence[str]) -> dict[str, Any]:
    party, *others = listing_as_ftm(listing)
    told = {name: list(values) for name, values in party["properties"].items()}
    if kinds != REFERENCE:
        for name in (
            "imoNumber",
            "innCode",
            "ogrnCode",
            "taxNumber",
            "registrationNumber",
            "mmsi",
            "okpoCode",
            "passportNumber",
        ):
            told.pop(name, None)
    told["address"] = [text for other in others if other["schema"] == "Address" for text in other["properties"]["full"]]
    if kinds == REFERENCE:
        told["passportNumber"] = [
            text for other in others if other["schema"] == "Passport" for text in other["properties"].get("number", [])
        ]
    return {"schema": party["schema"], "properties": {name: values for name, values in told.items() if values}}
