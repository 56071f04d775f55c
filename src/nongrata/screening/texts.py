"""Records that stand one after the other as texts, each decoded when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar, overload

_KEPT = 20_000  # decoded texts that are kept, of each kind

_T = TypeVar("_T")


class Texts(Sequence[_T], Generic[_T]):
    """A sequence over bytes and where each record ends in them."""

    __slots__ = ("_data", "_decoded", "_ends", "_read")

    def __init__(self, data: memoryview, ends: Sequence[int], read: Callable[[int, str], _T]) -> None:
        self._data, self._ends, self._read = data, ends, read
        self._decoded: dict[int, _T] = {}

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> _T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_T]: ...
    def __getitem__(self, place: int | slice) -> _T | Sequence[_T]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        found = self._decoded.get(place)
        if found is None:
            if len(self._decoded) >= _KEPT:
                self._decoded.clear()
            at = place if place >= 0 else place + len(self)
            found = self._decoded[place] = self._read(at, self.bytes_of(at).decode())
        return found

    def bytes_of(self, place: int) -> bytes:
        """Give a record's text, undecoded."""
        end = self._ends[place]
        return bytes(self._data[self._ends[place - 1] if place else 0 : end])


def packed_texts(name: str, texts: Iterable[str]) -> dict[str, bytes]:
    """Give the two parts that `Texts` is made from: the texts, and where each ends."""
    encoded = [text.encode() for text in texts]
    return {f"{name}_ends": array("I", accumulate(map(len, encoded))).tobytes(), name: b"".join(encoded)}
