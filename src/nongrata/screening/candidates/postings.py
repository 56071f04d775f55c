"""Every listed name in its words, and every word with the names that hold it: arrays, kept in memory or in a file.

A listed name has one reading or more (reading/parse.py). Readings, words and listed names are numbered; a word is found
by its keys (names/keys.py).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from nongrata.lists import ListedName, NameKind
from nongrata.names.reading.parse import parse_name
from nongrata.names.ready import Ready, ready
from nongrata.names.record import Name, NameClass, Token, TokenKind
from nongrata.screening.candidates.forms import Forms
from nongrata.screening.candidates.lookup import Lookup, Numbers
from nongrata.screening.candidates.texts import Texts

Shares = NDArray[np.float32]
KINDS: tuple[NameClass, ...] = get_args(NameClass)
_TOKEN_KINDS: Mapping[str, TokenKind] = {kind: kind for kind in get_args(TokenKind)}
_NAME_KINDS: Mapping[str, NameKind] = {kind: kind for kind in get_args(NameKind)}
_SCHEMAS: Mapping[str, NameClass] = {"Person": "person", "Vessel": "vessel", "Airplane": "vessel"}
MOST_SEEN = 4  # words of a person's reading that are seen at once: nine of ten have no more
MOST_READY = 50_000  # readings that are kept decoded


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTable:
    """The names of all lists in their words."""

    listed: Sequence[ListedName]
    owners: Numbers  # whose each listed name is
    words: Sequence[Token]
    forms: Forms  # … in Latin letters, and how they sound
    letters: NDArray[np.uint8]  # the first letter of each word
    is_latin: NDArray[np.bool_]  # whether each is written so; GH, said in more ways than are kept, is not
    listed_of: Numbers  # of which listed name each reading is
    kinds: NDArray[np.uint8]  # of each reading: its place in KINDS
    ends: Numbers  # where the words of each reading end in `spelt`
    spelt: Numbers  # words of readings, one reading after the other
    people_words: Numbers  # of each person's reading the words, `MOST_SEEN` of them; see people_words.py
    posting_ends: Numbers  # where the readings of each word end in `postings`
    postings: Numbers
    counts: Numbers  # how many readings hold each word
    people_counts: Numbers  # … of which so many are persons
    initials_in: NDArray[np.uint8]  # how many initials a reading holds
    heavy: NDArray[np.uint8]  # how many words of a reading cost something where they find no partner
    left_totals: Shares  # … and what all of these weigh
    says_twice: NDArray[np.bool_]  # whether a reading has a word more than once
    number_sums: Numbers  # of each reading: what stands for the numbers in it
    weights: Mapping[NameClass, Shares]  # what each word weighs where it finds a partner
    left: Mapping[NameClass, Shares]  # … where it finds none
    marks: NDArray[np.uint8]  # what each is in a body's name that lacks a partner for it: leftmarks.py
    by_key: Lookup  # words
    by_joined: Lookup  # readings, by neighbouring words written as one, by all written as one, by first letters
    by_number: Lookup  # parties, by their identifiers
    beside_initial: Lookup  # readings with an initial, by their words: initialed.py
    frequent: Mapping[int, tuple[Numbers, Shares]] = field(repr=False)  # words like the most frequent ones, how like
    initials: dict[str, Numbers] = field(repr=False, default_factory=dict)  # by two letters: see nearwords.py
    made_ready: dict[int, Ready] = field(repr=False, default_factory=dict)  # bounded
    near: dict[Token, Any] = field(repr=False, default_factory=dict)  # bounded, see nearwords.py
    gathered: array[int] = field(repr=False, default_factory=lambda: array("Q", [0]))  # how many readings these hold

    def reading(self, place: int) -> Ready:
        """Give a reading, ready to be compared."""
        found = self.made_ready.get(place)
        if found is None:
            if len(self.made_ready) >= MOST_READY:
                self.made_ready.clear()
            tokens = tuple([self.words[word] for word in self.words_of(place)])
            text = " ".join([token.native for token in tokens])
            found = self.made_ready[place] = ready(Name(text=text, tokens=tokens, kind=KINDS[self.kinds[place]]))
        return found

    def forms_of(self, place: int) -> tuple[str, ...]:
        """Give the words of a reading in Latin letters."""
        texts = self.forms.texts
        return tuple([texts[word] for word in self.words_of(place)])

    def words_of(self, place: int) -> list[int]:
        """Give the words of a reading, in their order."""
        words: list[int] = self.spelt[int(self.ends[place - 1]) if place else 0 : int(self.ends[place])].tolist()
        return words


def class_of(schema: str) -> NameClass:
    """Say what kind of name a party of this schema has; all that is neither person nor craft is a body.

    >>> class_of("Person"), class_of("Airplane"), class_of("LegalEntity")
    ('person', 'vessel', 'body')
    """
    return _SCHEMAS.get(schema, "body")


def readings_as(text: str, kind: NameClass) -> Iterator[Name]:
    """Give the readings of a name as such a party's, without words that have neither letter nor digit."""
    for reading in parse_name(text, kind):
        tokens = tuple([token for token in reading.tokens if token.form])
        if tokens:
            yield reading if len(tokens) == len(reading.tokens) else replace(reading, tokens=tokens)


class _Frequent(Mapping[int, tuple[Numbers, Shares]]):
    """The words that the most frequent words may stand for, by the frequent ones."""

    __slots__ = ("_ends", "_near", "_shares", "_words")

    def __init__(self, words: Numbers, ends: Numbers, near: Numbers, shares: Shares) -> None:
        self._words, self._ends, self._near, self._shares = words, ends, near, shares

    def __getitem__(self, word: int) -> tuple[Numbers, Shares]:
        place = int(self._words.searchsorted(np.uint32(word)))
        if place == len(self._words) or self._words[place] != word:
            raise KeyError(word)
        part = slice(int(self._ends[place - 1]) if place else 0, int(self._ends[place]))
        return self._near[part], self._shares[part]

    def __iter__(self) -> Iterator[int]:
        return iter(self._words.tolist())

    def __len__(self) -> int:
        return len(self._words)


def table_of(parts: Mapping[str, memoryview]) -> NameTable:
    """Give the table over these parts (postings_build.py); nothing is read before it is asked for."""

    def numbers(name: str) -> Numbers:
        return np.frombuffer(parts[name], dtype=np.uint32)

    def shares(name: str) -> Shares:
        return np.frombuffer(parts[f"{name}_shares"], dtype=np.float32)

    def lookup(name: str) -> Lookup:
        return Lookup(**{part: numbers(f"{name}_{part}") for part in ("keys", "ends", "values")})

    def texts(name: str) -> tuple[memoryview, Sequence[int]]:
        return parts[name], parts[f"{name}_ends"].cast("B").cast("Q")

    return NameTable(
        listed=Texts(*texts("listed"), lambda _, text: _listed_name(text)),
        owners=numbers("listed_owners"),
        words=Texts(*texts("tokens"), lambda _, text: _word(text)),
        forms=Forms(parts),
        letters=np.frombuffer(parts["letters"], dtype=np.uint8),
        is_latin=np.frombuffer(parts["is_latin"], dtype=np.bool_),
        listed_of=numbers("listed_of"),
        kinds=np.frombuffer(parts["kinds"], dtype=np.uint8),
        ends=numbers("reading_ends"),
        spelt=numbers("spelt"),
        people_words=numbers("people_words").reshape(-1, MOST_SEEN),
        posting_ends=numbers("posting_ends"),
        postings=numbers("word_postings"),
        counts=np.diff(numbers("posting_ends"), prepend=np.uint32(0)),
        people_counts=numbers("people_counts"),
        initials_in=np.frombuffer(parts["initials_in"], dtype=np.uint8),
        heavy=np.frombuffer(parts["heavy"], dtype=np.uint8),
        left_totals=shares("left_totals"),
        says_twice=np.frombuffer(parts["says_twice"], dtype=np.bool_),
        number_sums=numbers("number_sums"),
        weights={"person": shares("person"), "body": shares("body"), "vessel": shares("body")},
        left={"person": shares("person_left"), "body": shares("body_left"), "vessel": shares("body_left")},
        marks=np.frombuffer(parts["word_marks"], dtype=np.uint8),
        by_key=lookup("word"),
        by_joined=lookup("joined"),
        by_number=lookup("number"),
        beside_initial=lookup("initialed"),
        frequent=_Frequent(
            numbers("frequent_words"), numbers("frequent_ends"), numbers("frequent_near"), shares("frequent")
        ),
    )


def _listed_name(text: str) -> ListedName:
    kind, language, name = text.split("\t", 2)
    return ListedName(text=name, kind=_NAME_KINDS[kind], language=language or None)


def _word(text: str) -> Token:
    form, kind, symbol, native = text.split("\t", 3)
    return Token(form=form, kind=_TOKEN_KINDS[kind], symbol=symbol or None, native=native or form)
