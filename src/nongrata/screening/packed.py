"""The index over the lists as bytes, and back without reading them all: what is not asked for is not decoded.

The first line is JSON: what the index is made of, and where each part begins. Behind it stand the parts: texts one
after the other with an array of where each ends, and arrays of numbers. Nothing in it is code: no pickle.
"""

from __future__ import annotations

import json
import sys
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast, get_args

import numpy as np

from nongrata.lists import ListedName, ListId, ListVersion, NameKind
from nongrata.lists.as_json import designation_of, listing_of
from nongrata.screening.candidates.postings import table_of
from nongrata.screening.candidates.texts import Texts
from nongrata.screening.index import IndexedName, ListIndex
from nongrata.screening.join import ListedParty

SCHEMA = "nongrata/index/13"
LINE = 4_096  # the first line is filled up to a multiple of it
SUMMED = 1 << 28  # bytes of an index that are all summed up when it is opened; of a larger one, the ends of each part
ENDS = 1 << 16  # bytes at each end
_KINDS: Mapping[str, NameKind] = {kind: kind for kind in get_args(NameKind)}


def open_index(data: memoryview, key: str, *, summed: int = SUMMED) -> ListIndex | None:
    """Give the index in these bytes; None where they are another's, of another machine, cut short or damaged."""
    try:
        line = _first_line(data)
        head = json.loads(line)
        if (head["schema"], head["key"], head["byteorder"]) != (SCHEMA, key, sys.byteorder):
            return None
        if len(data) != len(line) + head["length"]:
            return None
        is_large = head["length"] > summed
        parts = {name: _part(data[len(line) :], told, is_large=is_large) for name, told in head["parts"].items()}
        return _index(head, parts)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _first_line(data: memoryview) -> bytes:
    line = b""
    while not line.endswith(b"\n") and len(line) < len(data) and len(line) < 1_000_000:
        line += bytes(data[len(line) : len(line) + LINE])
    return line


def _part(data: memoryview, told: Sequence[int], *, is_large: bool) -> memoryview:
    at, length, whole, ends = told
    part = data[at : at + length]
    is_whole = sum_of_ends(part) == ends if is_large else zlib.crc32(part) == whole
    if len(part) != length or not is_whole:
        raise ValueError("a damaged part")
    return part


def sum_of_ends(part: memoryview) -> int:
    """Sum up the first bytes of a part and the last."""
    return zlib.crc32(part[-ENDS:], zlib.crc32(part[:ENDS]))


def _index(head: Mapping[str, Any], parts: Mapping[str, memoryview]) -> ListIndex:
    owners = parts["owners"].cast("I")
    names = Texts(parts["names"], parts["names_ends"].cast("Q"), lambda place, text: _name(text, owners[place]))
    tokens = Texts(parts["tokens"], parts["tokens_ends"].cast("Q"), lambda _, text: text)
    by_token = _ByToken(tokens, parts["ends"].cast("I"), parts["postings"].cast("I"))
    return ListIndex(
        versions=tuple(ListVersion(**version) for version in head["versions"]),
        parties=Texts(parts["parties"], parts["parties_ends"].cast("Q"), lambda _, text: _party(text)),
        names=names,
        owners=owners,
        by_token=by_token,
        by_name=_ByName(names, by_token),
        spoken_of=frozenset(map(ListId, head["spoken_of"])),
        shards=tuple(table_of(_of_shard(parts, shard)) for shard in range(head["shards"])),
    )


def _of_shard(parts: Mapping[str, memoryview], shard: int) -> dict[str, memoryview]:
    start = shard_prefix(shard)
    return {name.removeprefix(start): part for name, part in parts.items() if name.startswith(start)}


def shard_prefix(shard: int) -> str:
    """Give what the names of a shard's parts begin with."""
    return f"table_{shard}_"


_KEPT = 20_000  # words and phrases of which it is kept who bears them
_FEW = 8  # names that are sooner looked at than looked for


class _ByToken(Mapping[str, Sequence[int]]):
    """The names that hold a word, by that word; the words stand in the order of their bytes."""

    __slots__ = ("_ends", "_places", "_postings", "_tokens")

    def __init__(self, tokens: Texts[str], ends: Sequence[int], postings: Sequence[int]) -> None:
        self._tokens, self._ends, self._postings = tokens, ends, postings
        self._places: dict[str, int | None] = {}  # of words that were asked for: stories have the same

    def __getitem__(self, token: str) -> Sequence[int]:
        place = self._place(token)
        if place is None:
            raise KeyError(token)
        return self._postings[self._ends[place - 1] if place else 0 : self._ends[place]]

    def _place(self, token: str) -> int | None:
        if token not in self._places:
            if len(self._places) >= _KEPT:
                self._places.clear()
            wanted = token.encode(errors="surrogatepass")
            place = bisect_left(range(len(self)), wanted, key=self._tokens.bytes_of)
            is_there = place < len(self) and self._tokens.bytes_of(place) == wanted
            self._places[token] = place if is_there else None
        return self._places[token]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    def __contains__(self, token: object) -> bool:
        return isinstance(token, str) and self._place(token) is not None


class _ByName(Mapping[str, Sequence[int]]):
    """The names that are these very words, found among those that hold the rarest of them."""

    __slots__ = ("_by_token", "_found", "_names")

    def __init__(self, names: Texts[IndexedName], by_token: _ByToken) -> None:
        self._names, self._by_token = names, by_token
        self._found: dict[str, Sequence[int]] = {}  # what was asked before: stories have the same words

    def __getitem__(self, folded: str) -> Sequence[int]:
        if (found := self._found.get(folded)) is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[folded] = self._look_up(folded)
        if not found:
            raise KeyError(folded)
        return found

    def _look_up(self, folded: str) -> Sequence[int]:
        tokens = folded.split(" ")
        if any(token not in self._by_token for token in tokens):
            return ()
        rarest, *others = sorted(map(self._by_token.__getitem__, tokens), key=len)
        start = f"{folded}\t".encode(errors="surrogatepass")
        both = rarest if not others or len(rarest) <= _FEW else _in_both(rarest, others[0])
        return [place for place in both if self._names.bytes_of(place).startswith(start)]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(" ".join(name.tokens) for name in self._names))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _in_both(rarest: Sequence[int], other: Sequence[int]) -> Sequence[int]:
    """Give the numbers of two sorted sequences that stand in both."""
    fewer, more = np.asarray(rarest), np.asarray(other)
    places = np.minimum(np.searchsorted(more, fewer), len(more) - 1)
    return cast("list[int]", fewer[more[places] == fewer].tolist())


def _name(text: str, party: int) -> IndexedName:
    folded, kind, language, name = text.split("\t", 3)
    listed = ListedName(text=name, kind=_KINDS[kind], language=language or None)
    return IndexedName(tokens=tuple(folded.split(" ")), name=listed, party=party)


def _party(text: str) -> ListedParty:
    schema, rows, own = json.loads(text)
    listings = tuple(map(listing_of, rows))
    acts = (act for listing in listings for act in listing.designations) if own is None else map(designation_of, own)
    return ListedParty(schema=schema, listings=listings, designations=tuple(acts))
