"""The listings of a long list: lines of a file, each decoded when it is asked for."""

from __future__ import annotations

import json
import mmap
import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import overload

from nongrata.lists.as_json import MISREAD, as_announced, listing_of, listing_row, read_head
from nongrata.lists.record import ListFile, Listing
from nongrata.values import ListError
from nongrata.values.compact import compact
from nongrata.values.mapped import mapped

MANY = 200_000  # entries that a list may have in memory; the largest official one has 20,000
_HELD = 25_000  # of which it is not known yet whether they are so many
_LINE_END = re.compile(b"\n")


class Many(Sequence[Listing]):
    """Listings over bytes and where each line of theirs ends, its line end included."""

    __slots__ = ("_data", "_ends")

    def __init__(self, data: mmap.mmap, ends: Sequence[int]) -> None:
        self._data, self._ends = data, ends  # the first of the ends is where the first line begins

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> Listing: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Listing]: ...
    def __getitem__(self, number: int | slice) -> Listing | Sequence[Listing]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        place = number if number >= 0 else number + len(self)
        if not 0 <= place < len(self):
            raise IndexError(number)
        return listing_of(json.loads(self._data[self._ends[place] : self._ends[place + 1]]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return NotImplemented if not isinstance(other, Sequence) else False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as lists have none


def gathered_listings(listings: Iterable[Listing], *, many: int = MANY) -> Sequence[Listing]:
    """Give the listings as a tuple; more than `many` of them as lines of a file without a name."""
    if isinstance(listings, Many):
        return listings
    rest = iter(listings)
    first = tuple(islice(rest, min(many, _HELD) + 1))
    if len(first) <= min(many, _HELD):
        return first
    with TemporaryFile() as file:
        ends = array("Q", [0])
        for each in chain(first, rest):
            ends.append(ends[-1] + file.write(f"{compact(listing_row(each))}\n".encode(errors="surrogatepass")))
        file.flush()
        found = Many(mapped(file), ends)
    return found if len(found) > many else tuple(found)


def open_lines(path: Path, *, many: int = MANY) -> ListFile | None:
    """Give the list in a file of ours whose digest has been checked, undecoded; None for one that is not so long.

    Raises ListError for lines that another version wrote.
    """
    with path.open("rb") as file:
        head = file.readline()
        version, skipped = read_head(head, str(path))
        if version.entities <= many:
            return None
        data = mapped(file)
    ends = array("Q", (match.end() for match in _LINE_END.finditer(data)))
    listings = Many(data, ends)
    try:
        _first, _last = listings[0], listings[-1]
    except MISREAD as error:
        raise ListError(str(path), f"damaged lines ({type(error).__name__})", "lines of this version's") from None
    return as_announced(version, listings, skipped, str(path))
