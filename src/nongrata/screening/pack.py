"""The index over listed parties written as bytes, taking in one party after the other: packed.py opens it.

What parties and names are told as goes to files at once. In memory stay the words of stories, and numbers of four bytes
for each name and each of its words. What names are searched by takes more, some 500 bytes a name while it is made: so
many parties at a time make a shard of it, which goes to a file as well. A party's names all stand in one shard.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from tempfile import TemporaryFile

import numpy as np

from nongrata.lists import ListFile, ListId, ListVersion
from nongrata.lists.as_json import designation_row, listing_row
from nongrata.lists.joins.join import Join
from nongrata.screening.candidates.postings_build import TableBuild, postings_of
from nongrata.screening.candidates.texts import Part, TextsWriter, chunks_of, close_parts, packed_texts, stored
from nongrata.screening.index import IndexedName, ListIndex, indexed_names
from nongrata.screening.join import ListedParty, joined_parties
from nongrata.screening.packed import ENDS, LINE, SCHEMA, open_index, shard_prefix
from nongrata.values.compact import compact
from nongrata.values.mapped import mapped

SHARD = 1_000_000  # names that are searched by one table


def build_index(files: Sequence[ListFile], joins: Iterable[Join] = (), *, shard: int = SHARD) -> ListIndex:
    """Give the index over these lists, with the entries that are joined as one party, kept in no folder."""
    index = open_index(_held(index_of(files, joins, "", shard=shard)), "")
    assert index is not None
    return index


def _held(written: Iterable[bytes]) -> memoryview:
    """Give bytes as they lie in a file without a name; in memory where there is no folder for one."""
    try:
        file = TemporaryFile()  # noqa: SIM115 - only opening it may fail; it is closed below
    except OSError:
        return memoryview(b"".join(written))
    with file:
        file.writelines(written)
        file.flush()
        return memoryview(mapped(file))


def index_of(files: Sequence[ListFile], joins: Iterable[Join], key: str, *, shard: int = SHARD) -> Iterator[bytes]:
    """Give the bytes of the index over these lists. `key` says what it was made of."""
    parties = joined_parties(sorted(files, key=_rank), joins)
    yield from pack_index(parties, [file.version for file in files], key, shard=shard)


def _rank(file: ListFile) -> tuple[bool, str, str]:
    """Give a list its place, so that the order in which the lists were named changes no answer."""
    return file.version.is_starter, file.version.list_id, file.version.version


def pack_index(
    parties: Iterable[ListedParty], versions: Iterable[ListVersion], key: str, *, shard: int = SHARD
) -> Iterator[bytes]:
    """Give the bytes of the index over these parties, of lists of these versions, with so many names in a shard."""
    told, names, tables = TextsWriter(), _Names(), _Shards(shard)
    spoken_of: set[ListId] = set()
    for number, party in enumerate(parties):
        told.add(_party_text(party))
        names.add(number, party)
        tables.add(number, party)
        spoken_of.update(each.list_id for each in party.designations)
    shards = [
        {f"{shard_prefix(at)}{name}": part for name, part in parts.items()} for at, parts in enumerate(tables.parts())
    ]
    parts = {**names.parts(), **told.parts("parties"), **dict(chain.from_iterable(each.items() for each in shards))}
    about = {"versions": [asdict(version) for version in versions], "spoken_of": sorted(spoken_of)}
    about |= {"shards": len(shards), "schema": SCHEMA, "key": key, "byteorder": sys.byteorder}
    try:
        yield from _written(parts, about)
    finally:
        close_parts(parts)


class _Shards:
    """Takes in parties and makes a table of every so many of their names; only the last one is held in memory."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: list[dict[str, Part]] = []
        self._table = TableBuild()

    def add(self, number: int, party: ListedParty) -> None:
        """Take in a party's names."""
        if len(self._table) >= self._most:
            self._made.append(stored(self._table.parts()))
            self._table = TableBuild()
        self._table.add(number, party)

    def parts(self) -> list[dict[str, Part]]:
        """Give the parts of each table."""
        return [*self._made, self._table.parts()]


class _Names:
    """Takes in the names by which stories are searched for parties, in their folded words."""

    def __init__(self) -> None:
        self._names = TextsWriter()
        self._owners = array("I")
        self._words: dict[str, int] = {}
        self._spelt = array("I")
        self._ends = array("I")

    def add(self, number: int, party: ListedParty) -> None:
        """Take in a party's names."""
        for name in indexed_names(number, party):
            self._names.add(_name_text(name))
            self._owners.append(number)
            self._spelt.extend(self._words.setdefault(token, len(self._words)) for token in name.tokens)
            self._ends.append(len(self._spelt))

    def parts(self) -> dict[str, Part]:
        """Give the names, whose they are, and the words in the order of their bytes with the names that hold each."""
        words = sorted(self._words, key=lambda word: word.encode(errors="surrogatepass"))
        place = {word: number for number, word in enumerate(words)}
        moved = np.array([place[word] for word in self._words], dtype=np.uint64)
        spelt = moved[np.frombuffer(self._spelt, dtype=np.uint32)] if words else moved
        ends, postings = postings_of(len(words), self._ends, spelt)
        own = {"ends": ends, "postings": postings, "owners": self._owners.tobytes()}
        return {**packed_texts("tokens", words), **own, **self._names.parts("names")}


def _written(parts: Mapping[str, Part], about: Mapping[str, object]) -> Iterator[bytes]:
    """Give a line that tells where each part is, and the parts, each filled up to eight bytes."""
    offsets, at = {}, 0
    for name, part in parts.items():
        length, whole, ends = _sums(part)
        offsets[name] = (at, length, whole, ends)
        at += length + -length % 8
    line = json.dumps({**about, "length": at, "parts": offsets}).encode()
    yield line + b" " * (-(len(line) + 1) % LINE) + b"\n"
    for name, part in parts.items():
        yield from chunks_of(part)
        yield b"\0" * (-offsets[name][1] % 8)


def _sums(part: Part) -> tuple[int, int, int]:
    """Give the length of a part, the sum of all its bytes, and that of its first and last ones."""
    length = whole = 0
    first = last = b""
    for chunk in chunks_of(part):
        length, whole = length + len(chunk), zlib.crc32(chunk, whole)
        first = first or chunk[:ENDS]
        last = (last + chunk)[-ENDS:]
    return length, whole, zlib.crc32(last, zlib.crc32(first))


def _name_text(indexed: IndexedName) -> str:
    name = indexed.name
    language = (name.language or "").replace("\t", " ")
    return f"{' '.join(indexed.tokens)}\t{name.kind}\t{language}\t{name.text}"


def _party_text(party: ListedParty) -> str:
    acts = tuple(chain.from_iterable(listing.designations for listing in party.listings))
    # Most parties stand on one list, and their designations with it.
    own = None if acts == party.designations else [designation_row(act) for act in party.designations]
    return compact([party.schema, [listing_row(listing) for listing in party.listings], own])
