"""The index over the lists as bytes, and back without reading them all: what is not asked for is not decoded.

The first line is JSON: what the index is made of, and where each part begins. Behind it stand the parts: texts one
after the other with an array of where each ends, and arrays of numbers. Nothing in it is code: no pickle.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import accumulate
from typing import Any, cast, get_args

import numpy as np

from nongrata.lists import ListedName, ListId, ListVersion, NameKind
from nongrata.lists.as_json import designation_of, designation_row, listing_of, listing_row
from nongrata.screening.index import IndexedName, ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.postings import table_of
from nongrata.screening.texts import Texts, packed_texts

SCHEMA = "nongrata/index/4"
_LINE = 4_096  # the first line is filled up to a multiple of it
_KINDS: Mapping[str, NameKind] = {kind: kind for kind in get_args(NameKind)}


def pack_index(index: ListIndex, key: str) -> Iterator[bytes]:
    """Give the bytes of an index, part by part. `key` says what it was made of."""
    tokens = list(index.by_token)
    names = list(map(_name_text, index.names))
    postings = [index.by_token[token] for token in tokens]
    parts = {
        "tokens": "\n".join(tokens).encode(),
        "ends": _numbers(accumulate(map(len, postings))),
        "postings": _numbers(place for each in postings for place in each),
        "owners": _numbers(index.owners),
        **packed_texts("names", names),
        **packed_texts("parties", map(_party_text, index.parties)),
        **{f"table_{name}": bytes(part) for name, part in index.table.parts.items()},
    }
    offsets, at = {}, 0
    for name, part in parts.items():
        offsets[name] = (at, len(part), zlib.crc32(part))
        at += len(part) + -len(part) % 8
    head = {
        "schema": SCHEMA,
        "key": key,
        "byteorder": sys.byteorder,
        "length": at,
        "parts": offsets,
        "versions": [asdict(version) for version in index.versions],
        "spoken_of": sorted(index.spoken_of),
    }
    line = json.dumps(head).encode()
    yield line + b" " * (-(len(line) + 1) % _LINE) + b"\n"
    for part in parts.values():
        yield part + b"\0" * (-len(part) % 8)


def open_index(data: memoryview, key: str) -> ListIndex | None:
    """Give the index in these bytes; None where they are another's, of another machine, cut short or damaged."""
    try:
        line = _first_line(data)
        head = json.loads(line)
        if (head["schema"], head["key"], head["byteorder"]) != (SCHEMA, key, sys.byteorder):
            return None
        if len(data) != len(line) + head["length"]:
            return None
        parts = {name: _part(data[len(line) :], *told) for name, told in head["parts"].items()}
        return _index(head, parts)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _first_line(data: memoryview) -> bytes:
    line = b""
    while not line.endswith(b"\n") and len(line) < len(data) and len(line) < 1_000_000:
        line += bytes(data[len(line) : len(line) + _LINE])
    return line


def _part(data: memoryview, at: int, length: int, checksum: int) -> memoryview:
    part = data[at : at + length]
    if len(part) != length or zlib.crc32(part) != checksum:
        raise ValueError("a damaged part")
    return part


def _index(head: Mapping[str, Any], parts: Mapping[str, memoryview]) -> ListIndex:
    tokens = bytes(parts["tokens"]).decode().split("\n") if len(parts["tokens"]) else []
    owners = parts["owners"].cast("I")
    names = Texts(parts["names"], parts["names_ends"].cast("I"), lambda place, text: _name(text, owners[place]))
    by_token = _ByToken(tokens, parts["ends"].cast("I"), parts["postings"].cast("I"))
    return ListIndex(
        versions=tuple(ListVersion(**version) for version in head["versions"]),
        parties=Texts(parts["parties"], parts["parties_ends"].cast("I"), lambda _, text: _party(text)),
        names=names,
        owners=owners,
        by_token=by_token,
        by_name=_ByName(names, by_token),
        spoken_of=frozenset(map(ListId, head["spoken_of"])),
        table=table_of(
            {name.removeprefix("table_"): part for name, part in parts.items() if name.startswith("table_")}
        ),
    )


_KEPT = 20_000  # words and phrases of which it is kept who bears them
_FEW = 8  # names that are sooner looked at than looked for


class _ByToken(Mapping[str, Sequence[int]]):
    """The names that hold a word, by that word."""

    __slots__ = ("_ends", "_places", "_postings")

    def __init__(self, tokens: Sequence[str], ends: Sequence[int], postings: Sequence[int]) -> None:
        self._places = dict(zip(tokens, range(len(tokens)), strict=True))
        self._ends, self._postings = ends, postings

    def __getitem__(self, token: str) -> Sequence[int]:
        place = self._places[token]
        return self._postings[self._ends[place - 1] if place else 0 : self._ends[place]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, token: object) -> bool:
        return token in self._places


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
        if any(token not in self._by_token for token in folded.split(" ")):
            return ()
        rarest, *others = sorted((self._by_token[token] for token in folded.split(" ")), key=len)
        start = f"{folded}\t".encode()
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


def _numbers(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()


def _name_text(indexed: IndexedName) -> str:
    name = indexed.name
    language = (name.language or "").replace("\t", " ")
    return f"{' '.join(indexed.tokens)}\t{name.kind}\t{language}\t{name.text}"


def _name(text: str, party: int) -> IndexedName:
    folded, kind, language, name = text.split("\t", 3)
    listed = ListedName(text=name, kind=_KINDS[kind], language=language or None)
    return IndexedName(tokens=tuple(folded.split(" ")), name=listed, party=party)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _party_text(party: ListedParty) -> str:
    acts = tuple(act for listing in party.listings for act in listing.designations)
    # Most parties stand on one list, and their designations with it.
    own = None if acts == party.designations else [designation_row(act) for act in party.designations]
    return _encode([party.schema, [listing_row(listing) for listing in party.listings], own])


def _party(text: str) -> ListedParty:
    schema, rows, own = json.loads(text)
    listings = tuple(map(listing_of, rows))
    acts = (act for listing in listings for act in listing.designations) if own is None else map(designation_of, own)
    return ListedParty(schema=schema, listings=listings, designations=tuple(acts))
