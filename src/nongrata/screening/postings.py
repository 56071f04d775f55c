"""Every listed name in its words, and every word with the names that hold it: arrays, kept in memory or in a file.

A listed name has one reading or more (names/parse.py). Readings, words and listed names are numbered; a word is found
by its keys (names/keys.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray

from nongrata.lists import ListedName, NameKind
from nongrata.names.compare_bodies import GENERIC_LEFT
from nongrata.names.keys import Keys, listed_keys, number_key, sound_keys, spelling_keys
from nongrata.names.keys_joined import joined_keys
from nongrata.names.parse import parse_name
from nongrata.names.ready import Ready, ready
from nongrata.names.record import Name, NameClass, Token, TokenKind
from nongrata.names.sounds import sounds_of
from nongrata.names.telling import HOLLOW
from nongrata.screening.join import ListedParty
from nongrata.screening.texts import Texts, packed_texts

Numbers = NDArray[np.uint32]
Shares = NDArray[np.float32]
_N = TypeVar("_N", np.uint32, np.uint64)
KINDS: tuple[NameClass, ...] = get_args(NameClass)
_TOKEN_KINDS: Mapping[str, TokenKind] = {kind: kind for kind in get_args(TokenKind)}
_NAME_KINDS: Mapping[str, NameKind] = {kind: kind for kind in get_args(NameKind)}
_SCHEMAS: Mapping[str, NameClass] = {"Person": "person", "Vessel": "vessel", "Airplane": "vessel"}
PATRONYMIC = ("ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "owitsch", "owicz", "ovitch", "evitch")
MOST_READY = 50_000  # readings that are kept decoded


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Numbers found by keys; a key may have many."""

    keys: Keys  # sorted, each once
    ends: Numbers  # where the numbers of each key end in `values`
    values: Numbers

    def __call__(self, keys: Keys) -> Numbers:
        """Give the numbers that any of these keys has, each once, sorted."""
        found = self.each(keys)
        return distinct(np.concatenate(found)) if found else _NONE

    def each(self, keys: Keys) -> list[Numbers]:
        """Give the numbers of each key."""
        if not len(self.keys):
            return [_NONE] * len(keys)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        is_there = self.keys[places] == keys
        starts = np.where(places > 0, self.ends[np.maximum(places, 1) - 1], 0).tolist()
        spans = zip(starts, self.ends[places].tolist(), is_there.tolist(), strict=True)
        return [self.values[start:end] if is_known else _NONE for start, end, is_known in spans]


def distinct(numbers: NDArray[_N]) -> NDArray[_N]:
    """Give the numbers sorted, each once; much quicker than numpy's own for a few."""
    ordered = np.sort(numbers, axis=None)
    is_first = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return ordered[is_first]


_NONE: Numbers = np.zeros(0, dtype=np.uint32)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTable:
    """The names of all lists in their words."""

    listed: Sequence[ListedName]
    owners: Numbers  # whose each listed name is
    words: Sequence[Token]
    letters: NDArray[np.uint8]  # the first letter of each word
    listed_of: Numbers  # of which listed name each reading is
    kinds: NDArray[np.uint8]  # of each reading: its place in KINDS
    ends: Numbers  # where the words of each reading end in `spelt`
    spelt: Numbers  # words of readings, one reading after the other
    posting_ends: Numbers  # where the readings of each word end in `postings`
    postings: Numbers
    counts: Numbers  # how many readings hold each word
    has_initial: NDArray[np.bool_]  # whether a reading holds an initial
    weights: Mapping[NameClass, Shares]  # what each word weighs where it finds a partner
    left: Mapping[NameClass, Shares]  # … where it finds none
    by_key: Lookup  # words
    by_joined: Lookup  # readings, by neighbouring words written as one, by all written as one, by first letters
    by_number: Lookup  # parties, by their identifiers
    parts: Mapping[str, memoryview] = field(repr=False)  # what all this is made from
    lines: dict[str, list[str]] = field(repr=False, default_factory=dict)
    made_ready: dict[int, Ready] = field(repr=False, default_factory=dict)  # bounded
    near: dict[Token, Any] = field(repr=False, default_factory=dict)  # bounded, see screening/nearwords.py

    def reading(self, place: int) -> Ready:
        """Give a reading, ready to be compared."""
        found = self.made_ready.get(place)
        if found is None:
            if len(self.made_ready) >= MOST_READY:
                self.made_ready.clear()
            start = int(self.ends[place - 1]) if place else 0
            tokens = tuple([self.words[word] for word in self.spelt[start : int(self.ends[place])].tolist()])
            text = self.listed[int(self.listed_of[place])].text
            found = ready(Name(text=text, tokens=tokens, kind=KINDS[self.kinds[place]]))
            self.made_ready[place] = found
        return found

    @property
    def forms(self) -> Sequence[str]:
        """The words in Latin letters."""
        return self._lines("forms")

    @property
    def sounds(self) -> Sequence[str]:
        """How each word may sound, the ways with a space between them."""
        return self._lines("sounds")

    def _lines(self, part: str) -> Sequence[str]:
        """Give the lines of a part, read at the first search."""
        if part not in self.lines:
            self.lines[part] = bytes(self.parts[part]).decode().split("\n")
        return self.lines[part]

    def readings_with(self, word: int) -> Numbers:
        """Give the readings that hold a word, sorted."""
        return self.postings[int(self.posting_ends[word - 1]) if word else 0 : int(self.posting_ends[word])]


def class_of(schema: str) -> NameClass:
    """Say what kind of name a party of this schema has; all that is neither person nor craft is a body.

    >>> class_of("Person"), class_of("Airplane"), class_of("LegalEntity")
    ('person', 'vessel', 'body')
    """
    return _SCHEMAS.get(schema, "body")


def build_table(parties: Iterable[ListedParty]) -> NameTable:
    """Give the table over the names of these parties."""
    build = _Build()
    for number, party in enumerate(parties):
        build.add(number, party)
    return table_of({name: memoryview(part) for name, part in build.parts().items()})


def table_of(parts: Mapping[str, memoryview]) -> NameTable:
    """Give the table over these parts, those of `NameTable.parts`; nothing is read before it is asked for."""

    def numbers(name: str) -> Numbers:
        return np.frombuffer(parts[name], dtype=np.uint32)

    def weights(name: str) -> Shares:
        return np.frombuffer(parts[f"{name}_weights"], dtype=np.float32)

    def lookup(name: str) -> Lookup:
        return Lookup(**{part: numbers(f"{name}_{part}") for part in ("keys", "ends", "values")})

    def texts(name: str) -> tuple[memoryview, Sequence[int]]:
        return parts[name], parts[f"{name}_ends"].cast("B").cast("I")

    return NameTable(
        parts=parts,
        listed=Texts(*texts("listed"), lambda _, text: _listed_name(text)),
        owners=numbers("listed_owners"),
        words=Texts(*texts("tokens"), lambda _, text: _word(text)),
        letters=np.frombuffer(parts["letters"], dtype=np.uint8),
        listed_of=numbers("listed_of"),
        kinds=np.frombuffer(parts["kinds"], dtype=np.uint8),
        ends=numbers("reading_ends"),
        spelt=numbers("spelt"),
        posting_ends=numbers("posting_ends"),
        postings=numbers("word_postings"),
        counts=np.diff(numbers("posting_ends"), prepend=np.uint32(0)),
        has_initial=np.frombuffer(parts["has_initial"], dtype=np.bool_),
        weights={"person": weights("person"), "body": weights("body"), "vessel": weights("body")},
        left={"person": weights("person_left"), "body": weights("body_left"), "vessel": weights("body_left")},
        by_key=lookup("word"),
        by_joined=lookup("joined"),
        by_number=lookup("number"),
    )


class _Build:
    """Takes in parties and gathers their names."""

    def __init__(self) -> None:
        self._words: dict[Token, int] = {}
        self._listed: list[str] = []
        self._owners: list[int] = []
        self._listed_of: list[int] = []
        self._kinds = bytearray()
        self._has_initial = bytearray()
        self._ends: list[int] = []
        self._spelt: list[int] = []
        self._joined: list[tuple[int, int]] = []
        self._numbers: list[tuple[int, int]] = []

    def add(self, number: int, party: ListedParty) -> None:
        """Take in a party's names; a name that reads like an earlier one of the same party is left out."""
        self._numbers += [(number_key(each.value), number) for each in party.identifiers]
        kind = class_of(party.schema)
        seen: set[tuple[Token, ...]] = set()
        for name in party.names:
            readings = [reading for reading in parse_name(name.text, kind) if reading.tokens not in seen]
            seen.update(reading.tokens for reading in readings)
            for reading in readings:
                self._add_reading(reading)
            if readings:
                self._listed.append(_listed_text(name))
                self._owners.append(number)

    def _add_reading(self, reading: Name) -> None:
        self._joined += [(key, len(self._ends)) for key in joined_keys(reading)]
        self._spelt += [self._words.setdefault(token, len(self._words)) for token in reading.tokens]
        self._ends.append(len(self._spelt))
        self._listed_of.append(len(self._listed))
        self._kinds.append(KINDS.index(reading.kind))
        self._has_initial.append(any(len(token.form) == 1 for token in reading.tokens))

    def parts(self) -> dict[str, bytes]:
        """Give the parts, with the words in the order of the alphabet."""
        words = sorted(self._words, key=lambda word: word.form)
        place = {word: number for number, word in enumerate(words)}
        moved = np.array([place[word] for word in self._words], dtype=np.uint64)
        spelt = moved[self._spelt] if words else moved
        posting_ends, postings = _postings(len(words), self._ends, spelt)
        return {
            **packed_texts("listed", self._listed),
            **packed_texts("tokens", map(_word_text, words)),
            "letters": bytes(ord(word.form[0]) & 0x7F for word in words),
            "forms": "\n".join(word.form for word in words).encode(),
            "sounds": "\n".join(" ".join(sound.full for sound in sounds_of(word.form)) for word in words).encode(),
            "listed_owners": _bytes(self._owners),
            "listed_of": _bytes(self._listed_of),
            "kinds": bytes(self._kinds),
            "has_initial": bytes(self._has_initial),
            **_weights(words, "person"),
            **_weights(words, "body"),
            "reading_ends": _bytes(self._ends),
            "spelt": _bytes(spelt),
            "posting_ends": posting_ends,
            "word_postings": postings,
            **_lookup("word", _word_keys(words)),
            **_lookup("joined", [_together(self._joined)]),
            **_lookup("number", [_together(self._numbers)]),
        }


def _postings(words: int, ends: Sequence[int], spelt: NDArray[np.uint64]) -> tuple[bytes, bytes]:
    """Give the readings of each word, one word after the other, and where each word's end."""
    lengths = np.diff(np.array(ends, dtype=np.uint64), prepend=np.uint64(0)).astype(np.int64)
    readings = np.repeat(np.arange(len(ends), dtype=np.uint64), lengths)
    both = distinct((spelt << np.uint64(32)) | readings)  # a word said twice counts once
    counts = np.bincount((both >> np.uint64(32)).astype(np.int64), minlength=words)
    return _bytes(np.cumsum(counts)), _bytes(both & np.uint64(0xFFFFFFFF))


def _word_keys(words: Sequence[Token]) -> Iterator[NDArray[np.uint64]]:
    """Give keys and words together, each pair as one number."""
    for start in range(0, len(words), 20_000):
        some = words[start : start + 20_000]
        numbers = np.arange(start, start + len(some), dtype=np.uint64)
        keys = spelling_keys([word.form for word in some]).astype(np.uint64)
        yield distinct((keys << np.uint64(32)) | numbers[:, None])
        others = [(key << 32) | number for number, word in enumerate(some, start) for key in _keys_of(word)]
        yield np.array(others, dtype=np.uint64)


def _keys_of(word: Token) -> Iterator[int]:
    yield from (*listed_keys(word), *sound_keys(word.form))


def _together(pairs: Sequence[tuple[int, int]]) -> NDArray[np.uint64]:
    both = np.array(pairs, dtype=np.uint64).reshape(-1, 2)
    return (both[:, 0] << np.uint64(32)) | both[:, 1]


def _lookup(name: str, pairs: Iterable[NDArray[np.uint64]]) -> dict[str, bytes]:
    """Give the parts of a lookup, from keys and numbers together."""
    both = distinct(np.concatenate([np.zeros(0, dtype=np.uint64), *pairs]))
    keys = (both >> np.uint64(32)).astype(np.uint32)
    lasts = np.flatnonzero(np.append(keys[1:] != keys[:-1], True)) if len(keys) else np.zeros(0, dtype=np.intp)
    return {
        f"{name}_keys": keys[lasts].tobytes(),
        f"{name}_ends": _bytes(lasts + 1),
        f"{name}_values": _bytes(both & np.uint64(0xFFFFFFFF)),
    }


def _weights(words: Iterable[Token], kind: NameClass) -> dict[str, bytes]:
    names = [ready(Name(text="", tokens=(word,), kind=kind)) for word in words]
    return {
        f"{kind}_weights": np.array([name.weights[0] for name in names], dtype=np.float32).tobytes(),
        f"{kind}_left_weights": np.array([left_weights(name)[0] for name in names], dtype=np.float32).tobytes(),
    }


def left_weights(name: Ready) -> list[float]:
    """Say of each word what it costs a name at most that the other lacks it; nothing for titles and legal forms."""
    return [_left_weight(token, weight, name) for token, weight in zip(name.tokens, name.weights, strict=True)]


def _left_weight(token: Token, weight: float, name: Ready) -> float:
    if name.is_person:
        light = token.kind in ("title", "particle", "legal")
        return 0.0 if light else weight * (0.3 if token.form.endswith(PATRONYMIC) else 1.0)
    if token.kind not in ("word", "initial", "generic") or token.form in HOLLOW:
        return 0.0
    return max(weight, GENERIC_LEFT) if token.kind == "generic" else weight


def _bytes(numbers: Sequence[int] | NDArray[np.generic]) -> bytes:
    return np.asarray(numbers).astype(np.uint32).tobytes()


def _listed_text(name: ListedName) -> str:
    return "\t".join((name.kind, (name.language or "").replace("\t", " "), name.text))


def _listed_name(text: str) -> ListedName:
    kind, language, name = text.split("\t", 2)
    return ListedName(text=name, kind=_NAME_KINDS[kind], language=language or None)


def _word_text(word: Token) -> str:
    return "\t".join((word.form, word.kind, word.symbol or "", "" if word.native == word.form else word.native))


def _word(text: str) -> Token:
    form, kind, symbol, native = text.split("\t", 3)
    return Token(form=form, kind=_TOKEN_KINDS[kind], symbol=symbol or None, native=native or form)
