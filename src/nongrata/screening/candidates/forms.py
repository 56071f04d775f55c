"""The listed words in Latin letters, and how they may sound: read from the table at the first search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from nongrata.names.sounds.latin import sounds_of
from nongrata.screening.candidates.lookup import Numbers, distinct

Texts = NDArray[np.object_]
Lengths = NDArray[np.int16]
_VOWELS = "aeiouy"
_NO_SOUND = -99  # the length of a sound that there is not: no other is near it
_WAYS = 3
_LONGEST = 2_000  # letters that are counted
_T = TypeVar("_T")


class Lines:
    """Texts one after the other, each made when it is first asked for: of most words nobody asks how they sound."""

    __slots__ = ("_ends", "_is_made", "_lines", "_texts")

    def __init__(self, lines: memoryview, ends: Numbers) -> None:
        self._lines, self._ends = lines, ends
        self._texts: Texts = np.empty(len(ends), dtype=object)
        self._is_made = np.zeros(len(ends), dtype=np.bool_)

    def __getitem__(self, places: Numbers) -> Texts:
        """Give the texts at these places."""
        for place in distinct(places[~self._is_made[places]]).tolist():
            start = int(self._ends[place - 1]) if place else 0
            self._texts[place] = str(self._lines[start : int(self._ends[place])], "utf-8")
            self._is_made[place] = True
        found: Texts = self._texts[places]
        return found


class Way(NamedTuple):
    """How each word sounds by one way to say it, and in how many letters."""

    texts: Lines
    lengths: Lengths


class Forms:
    """The forms of the listed words, in the order of the alphabet."""

    __slots__ = ("_kept", "_parts")

    def __init__(self, parts: Mapping[str, memoryview]) -> None:
        self._parts = parts
        self._kept: dict[str, object] = {}  # what was read: three entries at most

    @property
    def texts(self) -> list[str]:
        """Each form."""
        return self._once("texts", list, self._texts)

    @property
    def array(self) -> Texts:
        """Each form, as an array."""
        return self._once("array", np.ndarray, lambda: texts_of(self.texts))

    @property
    def lengths(self) -> Lengths:
        """How many letters each has."""
        return np.frombuffer(self._parts["form_lengths"], dtype=np.int16)

    @property
    def vowels(self) -> Lengths:
        """How many vowels each has."""
        return np.frombuffer(self._parts["form_vowels"], dtype=np.int16)

    @property
    def ways(self) -> tuple[Way, ...]:
        """How each may sound."""
        return self._once("ways", tuple, self._ways)

    def same(self, form: str) -> Sequence[int]:
        """Give the places of a form."""
        texts = self.texts
        first = last = bisect_left(texts, form)
        while last < len(texts) and texts[last] == form:
            last += 1
        return range(first, last)

    def _ways(self) -> tuple[Way, ...]:
        return tuple([self._way(f"sounds_{way}") for way in range(_WAYS)])

    def _way(self, name: str) -> Way:
        ends = np.frombuffer(self._parts[f"{name}_ends"], dtype=np.uint32)
        return Way(Lines(self._parts[name], ends), np.frombuffer(self._parts[f"{name}_lengths"], dtype=np.int16))

    def _texts(self) -> list[str]:
        text = bytes(self._parts["forms"]).decode()
        return text.split("\n") if text else []

    def _once(self, name: str, kind: type[_T], read: Callable[[], _T]) -> _T:
        found = self._kept.get(name)
        if not isinstance(found, kind):
            found = self._kept[name] = read()
        return found


def texts_of(texts: Sequence[str]) -> Texts:
    """Give texts as an array, of which many are taken at once."""
    found = np.empty(len(texts), dtype=object)
    found[:] = texts
    return found


def packed_forms(forms: Sequence[str]) -> dict[str, bytes]:
    """Give the parts that `Forms` is made from."""
    parts = {
        "forms": "\n".join(forms).encode(),
        "form_lengths": np.array([min(len(form), _LONGEST) for form in forms], dtype=np.int16).tobytes(),
        "form_vowels": np.array([sum(map(form[:_LONGEST].count, _VOWELS)) for form in forms], np.int16).tobytes(),
    }
    for way in range(_WAYS):
        said = [_said(form, way) for form in forms]
        encoded = [text.encode() for text in said]
        parts[f"sounds_{way}"] = b"".join(encoded)
        parts[f"sounds_{way}_ends"] = np.cumsum([len(each) for each in encoded], dtype=np.uint32).tobytes()
        lengths = [min(len(text), _LONGEST) or _NO_SOUND for text in said]
        parts[f"sounds_{way}_lengths"] = np.array(lengths, dtype=np.int16).tobytes()
    return parts


def _said(form: str, way: int) -> str:
    """Give how a word may sound by one way to say it; nothing where it has fewer ways."""
    sounds = sounds_of(form)
    return sounds[way].full if way < len(sounds) else ""
