"""The numbers that a story gives for a party, held against those of the lists: IMO and tail numbers, wallets, INN."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from nongrata.lists import Identifier
from nongrata.names.keys import number_key
from nongrata.parties import Party
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.entities.numbers import KINDS, LOOSE, Number, number_of, same_value
from nongrata.screening.join import ListedParty
from nongrata.values import Span

# Those that name a party whatever it is called; a passport's or a call sign's number has namesakes in other states.
_NAMING = frozenset(("imo", "mmsi", "inn", "ogrn", "lei", "swift", "isin", "uscc", "wallet", "tail_number"))
_ANY_CASE = re.compile(r"0x|bc1|ltc1|bitcoincash:", re.I)  # wallets of which the case tells nothing
_NOT_ALNUM = re.compile(r"[^0-9A-Z]+")


def told_numbers(party: Party) -> Iterator[tuple[Number, Span]]:
    """Give the numbers that the story gives for a party, with where."""
    for fact in party.facts:
        kind, _colon, value = fact.value.partition(":")
        number = _number(kind, value) if fact.kind == "identifier" and value else None
        if number is not None:
            yield number, fact.span


def numbered_alike(tables: Iterable[NameTable], party: Party) -> Sequence[int]:
    """Give the places of listed parties that may have one of the party's numbers: their keys are the same."""
    values = [number.value for number, _span in told_numbers(party) if number.kind in _NAMING]
    forms = [*values, *(f"{value}XXX" for value in values), *(f"IMO{value}" for value in values)]
    keys = np.array(sorted({number_key(form) for form in forms}), dtype=np.uint32)
    return [owner for table in tables for owner in table.by_number(keys).tolist()] if values else []


def shared_number(party: Party, listed: ListedParty) -> tuple[Number, Span] | None:
    """Give the number that a party and a listed one share, and where the story says so."""
    told = list(told_numbers(party))
    others = _listed(listed) if told else []
    return next((each for each in told for other in others if _is_same(each[0], other)), None)


def other_numbers(party: Party, listed: ListedParty) -> tuple[Number, Span, tuple[str, ...]] | None:
    """Give a number of a kind of which a party has one only, where the listed party has others; with those."""
    for number, span in told_numbers(party):
        is_single = number.kind in KINDS and KINDS[number.kind].is_single
        others = sorted({each.value for each in _listed(listed) if each.kind == number.kind}) if is_single else []
        if others and number.value not in others:
            return number, span, tuple(others)
    return None


def is_named_by(party: Party, listed: ListedParty) -> bool:
    """Share a number that names a party whatever it is called."""
    shared = shared_number(party, listed)
    return shared is not None and shared[0].kind in _NAMING


def _listed(listed: ListedParty) -> list[Number]:
    return [number for each in listed.identifiers if (number := _of_list(each)) is not None]


def _of_list(identifier: Identifier) -> Number | None:
    return _number(identifier.kind, identifier.value)


def _number(kind: str, value: str) -> Number | None:
    if kind in KINDS:
        found = number_of(kind, value)
        return found if isinstance(found, Number) else None
    plain = _NOT_ALNUM.sub("", value.upper())
    return Number(kind, plain, value) if len(plain) >= 4 else None


def _is_same(told: Number, listed: Number) -> bool:
    if told.kind == "wallet" == listed.kind and _ANY_CASE.match(told.value):
        return told.value.lower() == listed.value.lower()
    is_comparable = told.kind == listed.kind or (told.kind in LOOSE and listed.kind in LOOSE)
    return is_comparable and same_value(told, listed)
