"""The runs of words of all lists as arrays: found by number, kept in a file, shared by all who read it.

A run's number is the sum of its words' numbers, so that their order does not matter. Most runs of a page are none of
ours: a table of bits says so for all of them at once, and only the rest is looked up.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nongrata.screening.candidates.texts import Texts
from nongrata.triage.bones import ALL, number_of
from nongrata.triage.likeness import ALIKE
from nongrata.triage.patterns import FORMS, country_patterns
from nongrata.triage.seen import Entry, Told

SCHEMA = "nongrata/sieve/15"
Numbers = NDArray[np.uint64]
# By number: the codes of each country that these words name, sorted. Syria and Zaire have one number.
Countries = Mapping[int, Mapping[tuple[str, ...], frozenset[str]]]
LINE = 4_096  # bytes of the first line
# How like the words of a page are to those of a name, 0 to 100.
Alike = Callable[[tuple[str, ...], tuple[str, ...]], float]
_MOST_COMPARED = 100_000  # runs of words whose comparison is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """The runs of words of all lists."""

    bits: NDArray[np.uint8]
    numbers: Numbers  # sorted, each once
    ends: NDArray[np.uint32]  # where the entries of each number end
    best: NDArray[np.float32]  # what the weightiest of them weighs
    entries: Sequence[Entry]
    parties: Sequence[Told]
    countries: Countries
    country_numbers: Numbers  # sorted
    compared: dict[tuple[int, tuple[str, ...], Alike], tuple[tuple[Entry, float], ...]] = field(
        repr=False, default_factory=dict
    )

    def among(self, runs: Numbers, *, at_least: float) -> NDArray[np.intp]:
        """Give the places of those runs whose numbers are known, and weigh so much by themselves."""
        shift = np.uint64(64 - int(len(self.bits) * 8).bit_length() + 1)
        places = runs >> shift
        maybe = np.flatnonzero((self.bits[places >> np.uint64(3)] >> (places & np.uint64(7)).astype(np.uint8)) & 1)
        asked = runs[maybe]
        found = np.searchsorted(self.numbers, asked)
        found[found == len(self.numbers)] = 0
        known: NDArray[np.intp] = maybe[(self.numbers[found] == asked) & (self.best[found] >= at_least)]
        return known

    def countries_among(self, runs: Numbers) -> NDArray[np.intp]:
        """Give the places of those runs that may be a country's name."""
        found = np.minimum(np.searchsorted(self.country_numbers, runs), len(self.country_numbers) - 1)
        return np.flatnonzero(self.country_numbers[found] == runs)

    def like(self, number: int, said: tuple[str, ...], alike: Alike) -> tuple[tuple[Entry, float], ...]:
        """Give the parties' names of this number that are like these words, and how like."""
        found = self.compared.get((number, said, alike))
        if found is None:
            if len(self.compared) >= _MOST_COMPARED:
                self.compared.clear()
            likes = ((entry, alike(said, entry.words)) for entry in self.entries_of(number))
            found = self.compared[number, said, alike] = tuple((entry, like) for entry, like in likes if like >= ALIKE)
        return found

    def entries_of(self, number: int) -> Sequence[Entry]:
        """Give the parties' names that a known number may stand for."""
        place = int(np.searchsorted(self.numbers, np.uint64(number)))
        start = int(self.ends[place - 1]) if place else 0
        return self.entries[start : int(self.ends[place])]


def run_number(words: Iterable[str]) -> int:
    """Give the number of a run of folded words."""
    return sum(map(number_of, words)) & ALL


def open_sieve(data: memoryview, key: str) -> Sieve | None:
    """Give the sieve in these bytes; None where they are another's, of another machine, cut short or damaged."""
    try:
        line = bytes(data[:LINE])
        head = json.loads(line)
        if (head["schema"], head["key"], head["byteorder"]) != (SCHEMA, key, sys.byteorder):
            return None
        if len(data) != len(line) + head["length"]:
            return None
        return _sieve({name: _part(data[len(line) :], *told) for name, told in head["parts"].items()})
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _part(data: memoryview, at: int, length: int, checksum: int) -> memoryview:
    part = data[at : at + length]
    if len(part) != length or zlib.crc32(part) != checksum:
        raise ValueError("a damaged part")
    return part


def _sieve(parts: Mapping[str, Any]) -> Sieve:
    numbers = np.frombuffer(parts["numbers"], dtype=np.uint64)
    ends = np.frombuffer(parts["ends"], dtype=np.uint32)
    entry_ends: Sequence[int] = parts["entries_ends"].cast("I")
    entries = Texts(parts["entries"], entry_ends, lambda _, text: _entry(text))
    countries = _countries()
    return Sieve(
        bits=np.frombuffer(parts["bits"], dtype=np.uint8),
        numbers=numbers,
        ends=ends,
        best=np.frombuffer(parts["best"], dtype=np.float32),
        entries=entries,
        parties=Texts(parts["parties"], parts["parties_ends"].cast("I"), lambda _, text: _told(text)),
        countries=countries,
        country_numbers=np.sort(np.fromiter(countries, np.uint64, len(countries))),
    )


def _countries() -> Countries:
    found: defaultdict[int, defaultdict[tuple[str, ...], frozenset[str]]] = defaultdict(lambda: defaultdict(frozenset))
    for words, code in country_patterns():
        found[run_number(words)][tuple(sorted(words))] |= {code}
    return found


def _entry(text: str) -> Entry:
    party, form, weight, words = text.split("\t", 3)
    return Entry(words=tuple(words.split(" ")), form=FORMS[int(form)], party=int(party), weight=float(weight))


def _told(text: str) -> Told:
    schema, leads, lists, countries = text.split("\t")
    return Told(schema=schema, countries=frozenset(countries.split()), leads_state=leads == "1", lists=int(lists))
