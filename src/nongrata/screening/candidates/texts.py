"""Records that stand one after the other as texts, each decoded when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import SEEK_END
from itertools import accumulate
from tempfile import SpooledTemporaryFile
from typing import IO, Generic, NamedTuple, TypeVar, overload


class Stored(NamedTuple):
    """Bytes that stand somewhere in a file."""

    file: IO[bytes]
    at: int
    length: int


Part = bytes | IO[bytes] | Stored  # what is written, in memory or in a file
_KEPT = 20_000  # decoded texts that are kept, of each kind
_IN_MEMORY = 1 << 24  # bytes of texts that are not yet put into a file
_AT_ONCE = 1 << 20

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
            found = self._decoded[place] = self._read(at, self.bytes_of(at).decode(errors="surrogatepass"))
        return found

    def bytes_of(self, place: int) -> bytes:
        """Give a record's text, undecoded."""
        end = self._ends[place]
        return bytes(self._data[self._ends[place - 1] if place else 0 : end])


class TextsWriter:
    """Takes in texts one after the other; of many, it holds in memory only where each ends."""

    __slots__ = ("_ends", "_file", "_length")

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile[bytes](max_size=_IN_MEMORY)
        self._ends = array("Q")
        self._length = 0

    def __len__(self) -> int:
        return len(self._ends)

    def add(self, text: str) -> None:
        """Take in a text; half a character is kept as it is."""
        self._length += self._file.write(text.encode(errors="surrogatepass"))
        self._ends.append(self._length)

    def parts(self, name: str) -> dict[str, Part]:
        """Give the two parts that `Texts` is made from: the texts, and where each ends."""
        return {f"{name}_ends": self._ends.tobytes(), name: self._file}


def packed_texts(name: str, texts: Iterable[str]) -> dict[str, bytes]:
    """Give the same two parts in memory."""
    encoded = [text.encode(errors="surrogatepass") for text in texts]
    return {f"{name}_ends": array("Q", accumulate(map(len, encoded))).tobytes(), name: b"".join(encoded)}


def chunks_of(part: Part) -> Iterator[bytes]:
    """Give the bytes of a part piece by piece, from its beginning."""
    if isinstance(part, bytes):
        yield from (part[at : at + _AT_ONCE] for at in range(0, len(part), _AT_ONCE))
        return
    file, at, length = part if isinstance(part, Stored) else (part, 0, part.seek(0, SEEK_END))
    file.seek(at)
    while chunk := file.read(min(_AT_ONCE, length)):
        length -= len(chunk)
        yield chunk


def stored(parts: Mapping[str, Part]) -> dict[str, Part]:
    """Put all parts into one file, so that nothing of them stays in memory."""
    file, found = SpooledTemporaryFile[bytes](max_size=_IN_MEMORY), dict[str, Part]()
    for name, part in parts.items():
        at = file.tell()
        file.writelines(chunks_of(part))
        found[name] = Stored(file, at, file.tell() - at)
    close_parts(parts)
    return found


def views_of(parts: Mapping[str, Part]) -> dict[str, memoryview]:
    """Give the parts, all of them in memory; what was in files is gone from there."""
    views = {name: memoryview(b"".join(chunks_of(part))) for name, part in parts.items()}
    close_parts(parts)
    return views


def close_parts(parts: Mapping[str, Part]) -> None:
    """Let go of the files."""
    for part in parts.values():
        if not isinstance(part, bytes):
            (part.file if isinstance(part, Stored) else part).close()
