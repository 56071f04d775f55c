"""Makes the table of all listed names: every word, its keys, and the names that hold it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from nongrata.lists import ListedName
from nongrata.names.keys import listed_keys, number_key, sound_keys, spelling_keys, sum_of_numbers
from nongrata.names.keys_joined import joined_keys
from nongrata.names.ready import numbers_of, ready
from nongrata.names.record import Name, NameClass, Token
from nongrata.screening.candidates.alikewords import alike_words
from nongrata.screening.candidates.forms import packed_forms
from nongrata.screening.candidates.initialed import by_words
from nongrata.screening.candidates.leftmarks import marks_of
from nongrata.screening.candidates.leftover import left_weights
from nongrata.screening.candidates.lookup import Numbers, distinct, lasts_of, said_twice
from nongrata.screening.candidates.nearwords import is_initial
from nongrata.screening.candidates.pairing import beside_branch
from nongrata.screening.candidates.people_words import people_words
from nongrata.screening.candidates.postings import KINDS, NameTable, Shares, class_of, readings_as, table_of
from nongrata.screening.candidates.texts import Part, TextsWriter, packed_texts, views_of
from nongrata.screening.join import ListedParty

MOST_AT_ONCE = 500  # words
FREQUENT = 80_000  # words whose like ones are looked up beforehand: those of most names, all of the official lists


def build_table(parties: Iterable[ListedParty]) -> NameTable:
    """Give the table over the names of these parties, in memory."""
    build = TableBuild()
    for number, party in enumerate(parties):
        build.add(number, party)
    return table_of(views_of(build.parts()))


def _frequent(table: NameTable) -> dict[str, bytes]:
    """Give the words that the most frequent ones may stand for."""
    order = np.argsort(table.counts.astype(np.int64), kind="stable")[::-1][:FREQUENT]
    words = [word for word in sorted(order.tolist()) if not is_initial(table.words[word])]
    ends: list[int] = []
    near: list[Numbers] = []
    shares: list[Shares] = []
    for start in range(0, len(words), MOST_AT_ONCE):
        some = [table.words[word] for word in words[start : start + MOST_AT_ONCE]]
        for found, scores in alike_words(table, some):
            near.append(found)
            shares.append(scores)
            ends.append(ends[-1] + len(found) if ends else len(found))
    return {
        "frequent_words": _bytes(words),
        "frequent_ends": _bytes(ends),
        "frequent_near": b"".join([found.tobytes() for found in near]),
        "frequent_shares": b"".join([scores.tobytes() for scores in shares]),
    }


class TableBuild:
    """Takes in parties and gathers their names; what they are called goes to a file, what it is made of stays."""

    def __init__(self) -> None:
        self._words: dict[Token, int] = {}
        self._listed = TextsWriter()
        self._owners = array("I")
        self._listed_of = array("I")
        self._kinds = bytearray()
        self._initials_in = bytearray()
        self._says_twice = bytearray()
        self._sums = array("I")
        self._ends = array("I")
        self._spelt = array("I")
        self._joined = array("Q")  # keys and readings together, each pair as one number
        self._numbers = array("Q")  # … and parties

    def __len__(self) -> int:
        return len(self._listed)

    def add(self, number: int, party: ListedParty) -> None:
        """Take in a party's names; a name that reads like an earlier one of the same party is left out."""
        self._numbers.extend(number_key(each.value) << 32 | number for each in party.identifiers)
        kind = class_of(party.schema)
        seen: set[tuple[Token, ...]] = set()
        for name in party.names:
            readings = [reading for reading in readings_as(name.text, kind) if reading.tokens not in seen]
            seen.update(reading.tokens for reading in readings)
            for reading in readings:
                self._add_reading(reading)
            if readings:
                self._listed.add(_listed_text(name))
                self._owners.append(number)

    def _add_reading(self, reading: Name) -> None:
        self._joined.extend(key << 32 | len(self._ends) for key in joined_keys(reading))
        self._spelt.extend(self._words.setdefault(token, len(self._words)) for token in reading.tokens)
        self._ends.append(len(self._spelt))
        self._listed_of.append(len(self._listed))
        self._kinds.append(KINDS.index(reading.kind))
        self._initials_in.append(min(sum(map(is_initial, reading.tokens)), 255))
        self._says_twice.append(len({*reading.forms}) < len(reading.forms))
        self._sums.append(sum_of_numbers(numbers_of(reading.tokens)))

    def parts(self) -> dict[str, Part]:
        """Give the parts of the table, with the words in the order of the alphabet."""
        parts = self._parts()
        views = views_of({**parts, **packed_texts("listed", ())})  # what names are written like is not looked at
        return {**self._listed.parts("listed"), **parts, **_frequent(table_of(views))}

    def _parts(self) -> dict[str, bytes]:
        words = sorted(self._words, key=lambda word: word.form)
        place = {word: number for number, word in enumerate(words)}
        moved = np.array([place[word] for word in self._words], dtype=np.uint64)
        spelt = moved[np.frombuffer(self._spelt, dtype=np.uint32)] if words else moved
        marks = np.array([marks_of(word) for word in words], dtype=np.uint8)
        weights = _weights(words, "person") | _weights(words, "body")
        posting_ends, postings = postings_of(len(words), self._ends, spelt)
        kinds = np.frombuffer(bytes(self._kinds), dtype=np.uint8)
        initials = np.frombuffer(bytes(self._initials_in), dtype=np.uint8)
        return {
            **packed_texts("tokens", map(_word_text, words)),
            "letters": bytes(ord(word.form[0]) & 0x7F for word in words),
            "is_latin": bytes(word.native.isascii() and "gh" not in word.form for word in words),
            **packed_forms([word.form for word in words]),
            "listed_owners": _bytes(self._owners),
            "listed_of": _bytes(self._listed_of),
            "kinds": bytes(self._kinds),
            "initials_in": bytes(self._initials_in),
            "says_twice": bytes(self._says_twice),
            "number_sums": _bytes(self._sums),
            "word_marks": marks.tobytes(),
            **weights,
            **self._left(spelt, weights, marks),
            "reading_ends": _bytes(self._ends),
            "spelt": _bytes(spelt),
            "people_words": people_words(len(words), self._ends, spelt, kinds == 0, initials).tobytes(),
            "posting_ends": posting_ends,
            "word_postings": postings,
            "people_counts": _people_counts(posting_ends, postings, kinds),
            **_lookup("word", _word_keys(words)),
            **_lookup("joined", [np.frombuffer(self._joined, dtype=np.uint64)]),
            **_lookup("initialed", [by_words(self._ends, spelt, initials)]),
            **_lookup("number", [np.frombuffer(self._numbers, dtype=np.uint64)]),
            **dict.fromkeys(("frequent_words", "frequent_ends", "frequent_near", "frequent_shares"), b""),
        }

    def _left(
        self, spelt: NDArray[np.uint64], weights: Mapping[str, bytes], marks: NDArray[np.uint8]
    ) -> dict[str, bytes]:
        """Count the words of each reading that cost something, and add up what; what it says twice does not."""
        ends = np.append(0, np.frombuffer(self._ends, dtype=np.uint32).astype(np.int64))
        lengths = ends[1:] - ends[:-1]
        left = [np.frombuffer(weights[f"{kind}_left_shares"], dtype=np.float32)[spelt] for kind in ("person", "body")]
        is_person = np.repeat(np.frombuffer(bytes(self._kinds), dtype=np.uint8) == 0, lengths)
        costs = np.where(is_person, *left)
        costs[beside_branch(np.where(is_person, np.uint8(0), marks[spelt]), ends[:-1])] = 0.0
        costs[said_twice(np.frombuffer(bytes(self._says_twice), dtype=np.bool_), lengths, spelt) > 0] = 0.0
        rows = np.repeat(np.arange(len(lengths)), lengths)
        heavy = np.bincount(rows, weights=costs > 0, minlength=len(lengths))
        return {
            "heavy": np.minimum(heavy, 255).astype(np.uint8).tobytes(),
            "left_totals_shares": np.bincount(rows, weights=costs, minlength=len(lengths)).astype(np.float32).tobytes(),
        }


def postings_of(words: int, ends: Sequence[int], spelt: NDArray[np.uint64]) -> tuple[bytes, bytes]:
    """Give the readings of each word, one word after the other, and where each word's end."""
    lengths = np.diff(np.array(ends, dtype=np.uint64), prepend=np.uint64(0)).astype(np.int64)
    readings = np.repeat(np.arange(len(ends), dtype=np.uint64), lengths)
    both = distinct((spelt << np.uint64(32)) | readings)  # a word said twice counts once
    counts = np.bincount((both >> np.uint64(32)).astype(np.int64), minlength=words)
    return _bytes(np.cumsum(counts)), _bytes(both & np.uint64(0xFFFFFFFF))


def _people_counts(posting_ends: bytes, postings: bytes, kinds: NDArray[np.uint8]) -> bytes:
    """Count the persons' readings that hold each word."""
    is_person = np.append(0, np.cumsum(kinds[np.frombuffer(postings, dtype=np.uint32)] == 0))
    ends = np.frombuffer(posting_ends, dtype=np.uint32)
    return _bytes(np.diff(is_person[ends], prepend=0))


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


def _lookup(name: str, pairs: Iterable[NDArray[np.uint64]]) -> dict[str, bytes]:
    """Give the parts of a lookup, from keys and numbers together."""
    both = _sorted(pairs)
    keys = (both >> np.uint64(32)).astype(np.uint32)
    lasts = lasts_of(keys)
    return {
        f"{name}_keys": keys[lasts].tobytes(),
        f"{name}_ends": _bytes(lasts + 1),
        f"{name}_values": _bytes(both & np.uint64(0xFFFFFFFF)),
    }


def _sorted(pairs: Iterable[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """Give all the pairs sorted, each once; of what many have in common, no copies are kept."""
    parts = [distinct(part) for part in pairs]
    if len(parts) == 1:
        return parts[0]
    return distinct(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.uint64)


def _weights(words: Iterable[Token], kind: NameClass) -> dict[str, bytes]:
    names = [ready(Name(text="", tokens=(word,), kind=kind)) for word in words]
    return {
        f"{kind}_shares": np.array([name.weights[0] for name in names], dtype=np.float32).tobytes(),
        f"{kind}_left_shares": np.array([left_weights(name)[0] for name in names], dtype=np.float32).tobytes(),
    }


def _bytes(numbers: Sequence[int] | NDArray[np.generic]) -> bytes:
    return np.asarray(numbers).astype(np.uint32).tobytes()


def _listed_text(name: ListedName) -> str:
    return "\t".join((name.kind, (name.language or "").replace("\t", " "), name.text))


def _word_text(word: Token) -> str:
    return "\t".join((word.form, word.kind, word.symbol or "", "" if word.native == word.form else word.native))
