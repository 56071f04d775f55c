"""A sieve made, in memory that hardly grows with the lists: runs of words go to files by number, then are sorted.

Lists of five million names have some twenty million runs: more than a list of Python's can hold, and no trouble here.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from nongrata.screening import ListedParty
from nongrata.triage.heard import numbers_of
from nongrata.triage.offices import is_of_state
from nongrata.triage.patterns import FORMS, Pattern, patterns_of
from nongrata.triage.rules import FAINTEST, KNOWN_ABROAD, weigh_name
from nongrata.triage.seen import Told
from nongrata.triage.sieve import LINE, SCHEMA, Numbers, Sieve, open_sieve, run_number
from nongrata.triage.telling import weight_of

_BITS_A_RUN = 16  # of the table of bits: one in sixteen of the runs that are none of ours is looked up
_FEWEST_BITS = 16  # as a power of two
_FILES = 64  # among which the runs are shared out, by the highest bits of their numbers
_CHUNK = 1 << 20
_HEARD, _HEARD_BY = FORMS.index("heard"), ("whole", "short")
_ROW = struct.Struct("<QIBfH")  # number, party, form, weight, length of the words
_Row = tuple[int, int, int, float, bytes]


@dataclass(slots=True)
class _Texts:
    """Texts one after the other in a file, and where each ends."""

    file: BinaryIO
    ends: array[int] = field(default_factory=lambda: array("I"))
    length: int = 0

    def add(self, text: bytes) -> None:
        self.file.write(text)
        self.length += len(text)
        self.ends.append(self.length)


def pack_sieve(parties: Sequence[ListedParty], key: str) -> Iterator[bytes]:
    """Give the bytes of a sieve over these parties. `key` says what it was made of."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        _share_out(parties, folder)
        with (folder / "entries").open("w+b") as entries, (folder / "parties").open("w+b") as told:
            numbers, ends, best = array("Q"), array("I"), array("f")
            texts = _Texts(entries)
            for bucket in range(_FILES):
                _sort_in(folder / str(bucket), texts, numbers, ends, best)
            about = _Texts(told)
            for party in parties:
                each = told_of(party)
                about.add(
                    f"{each.schema}\t{each.leads_state:d}\t{each.lists}\t{' '.join(sorted(each.countries))}".encode()
                )
            known = np.frombuffer(numbers, dtype=np.uint64)
            parts: dict[str, memoryview | BinaryIO] = {
                "numbers": memoryview(numbers).cast("B"),
                "ends": memoryview(ends).cast("B"),
                "best": memoryview(best).cast("B"),
                "bits": memoryview(_bits(known).tobytes()),
                "entries_ends": memoryview(texts.ends).cast("B"),
                "entries": entries,
                "parties_ends": memoryview(about.ends).cast("B"),
                "parties": told,
            }
            yield from _written(parts, key)


def build_sieve(parties: Sequence[ListedParty]) -> Sieve:
    """Give the sieve over these parties, in memory."""
    sieve = open_sieve(memoryview(b"".join(pack_sieve(parties, ""))), "")
    assert sieve is not None
    return sieve


def told_of(party: ListedParty) -> Told:
    """Give what weighing asks of a party."""
    return Told(
        schema=party.schema,
        countries=party.countries,
        leads_state=any(map(is_of_state, party.positions)),
        lists=len({each.list_id for each in party.designations}),
    )


def _rows(parties: Sequence[ListedParty]) -> Iterator[_Row]:
    for place, party in enumerate(parties):
        told = told_of(party)
        for pattern in patterns_of(party):
            weight = weigh_name(pattern, weight_of(pattern.words), told)
            if weight >= FAINTEST:
                text = " ".join(pattern.words).encode()
                yield run_number(pattern.words), place, FORMS.index(pattern.form), weight, text
                yield from ((number, place, _HEARD, weight, text) for number in _heard_abroad(pattern, told))


def _heard_abroad(pattern: Pattern, party: Told) -> Iterator[int]:
    """Give the numbers of a known person's name as other scripts write what they hear."""
    is_known = party.leads_state or party.lists >= KNOWN_ABROAD
    return numbers_of(pattern.words, party.countries) if is_known and pattern.form in _HEARD_BY else iter(())


def _share_out(parties: Sequence[ListedParty], folder: Path) -> None:
    """Write each run to the file of the highest bits of its number."""
    files = [(folder / str(bucket)).open("wb") for bucket in range(_FILES)]
    try:
        for number, party, form, weight, words in _rows(parties):
            files[number * _FILES >> 64].write(_ROW.pack(number, party, form, weight, len(words)) + words)
    finally:
        for file in files:
            file.close()


def _sort_in(path: Path, texts: _Texts, numbers: array[int], ends: array[int], best: array[float]) -> None:
    """Add the runs of one file, sorted."""
    for number, party, form, weight, words in sorted(_read_rows(path.read_bytes())):
        texts.add(f"{party}\t{form}\t{weight:.3f}\t".encode() + words)
        if numbers and numbers[-1] == number:
            ends[-1] = len(texts.ends)
            best[-1] = max(best[-1], weight)
        else:
            numbers.append(number)
            ends.append(len(texts.ends))
            best.append(weight)


def _read_rows(data: bytes) -> Iterator[_Row]:
    at = 0
    while at < len(data):
        number, party, form, weight, length = _ROW.unpack_from(data, at)
        at += _ROW.size + length
        yield number, party, form, weight, data[at - length : at]


def _bits(numbers: Numbers) -> NDArray[np.uint8]:
    power = max(_FEWEST_BITS, (len(numbers) * _BITS_A_RUN).bit_length())
    bits = np.zeros(1 << (power - 3), dtype=np.uint8)
    places = numbers >> np.uint64(64 - power)
    np.bitwise_or.at(bits, places >> np.uint64(3), np.uint8(1) << (places & np.uint64(7)).astype(np.uint8))
    return bits


def _written(parts: dict[str, memoryview | BinaryIO], key: str) -> Iterator[bytes]:
    """Give a line that tells where each part is, and the parts, each filled up to eight bytes."""
    offsets, at = {}, 0
    for name, part in parts.items():
        length = checksum = 0
        for chunk in _chunks(part):
            length, checksum = length + len(chunk), zlib.crc32(chunk, checksum)
        offsets[name] = (at, length, checksum)
        at += length + -length % 8
    head = {"schema": SCHEMA, "key": key, "byteorder": sys.byteorder, "length": at, "parts": offsets}
    line = json.dumps(head).encode()
    yield line + b" " * (-(len(line) + 1) % LINE) + b"\n"
    for name, part in parts.items():
        yield from _chunks(part)
        yield b"\0" * (-offsets[name][1] % 8)


def _chunks(part: memoryview | BinaryIO) -> Iterator[bytes]:
    if isinstance(part, memoryview):
        yield from (bytes(part[at : at + _CHUNK]) for at in range(0, len(part), _CHUNK))
        return
    part.seek(0)
    while chunk := part.read(_CHUNK):
        yield chunk
