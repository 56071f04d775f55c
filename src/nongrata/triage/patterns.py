"""What to look for: the runs of words by which a listed party may be named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from nongrata.names.reading.parse import parse_name
from nongrata.names.record import Name, TokenKind
from nongrata.screening import ListedParty
from nongrata.screening.candidates.postings import class_of
from nongrata.triage.bones import folded
from nongrata.triage.plain import plain_words
from nongrata.triage.telling import KNOWN, weight_of
from nongrata.values import fold
from nongrata.values.countries import country_named, country_words

# The name by which the news has a body every day; the whole name; a person's first and family name, where there are
# more, or the body that a listed wing is of; some words of a name; a body's name without its words of place and trade;
# a family name alone; a number; a name as another script writes what it hears.
PatternForm = Literal["known", "whole", "short", "part", "bare", "family", "number", "heard"]
FORMS: tuple[PatternForm, ...] = get_args(PatternForm)
LONGEST = 8  # words of a run
_MOST_PARTED = 5  # words of a name of which pairs are made
_SHORTEST_FAMILY = 5
_CRAFT = ("Vessel", "Airplane")
_SYLLABLES, _LONGEST_SYLLABLE = 3, 6  # of a name, and letters of one
_OF_SYLLABLES = frozenset(("cn", "hk", "kp", "kr", "mo", "tw"))
_SHORTEST_NUMBER = 7  # characters of an identifier: the number of a ship
_FAINTEST_PART = 0.55  # of the words of a part together: a fainter one is any two people's or bodies'
_NOT_PASSED = frozenset[TokenKind](("word", "place", "number"))
_NOT_LEGAL = _NOT_PASSED | frozenset[TokenKind](("generic",))

_BRACKETS, _OTHER_SPELLING = re.compile(r"\s*\([^()]*\)"), re.compile(r"[\w'’-]+\s*\(([\w'’-]+)\)")
_WING = re.compile(r"\s+[-–—]\s+.*")  # "Revolutionary Armed Forces - People's Army"
_OF_WING = re.compile(r"([A-Z]{4,})-[A-Z]{1,4}")  # "FARC-EP"
_QUOTED = re.compile('["“„«]([^"“”„«»]+)["”“»]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A run of words to look for."""

    words: tuple[str, ...]  # folded
    form: PatternForm


def patterns_of(party: ListedParty) -> Iterator[Pattern]:
    """Give the runs of words by which a party may be named, each once, in its fullest form."""
    found: dict[tuple[str, ...], PatternForm] = {}
    is_person = party.schema == "Person"
    for text in dict.fromkeys(way for name in party.names for way in _ways(name.text, is_person=is_person)):
        for pattern in _person(text, party.countries) if is_person else _other(text, party.schema):
            if words := pattern.words[:LONGEST]:
                found[words] = min(found.get(words, pattern.form), pattern.form, key=FORMS.index)
    for number in party.identifiers:
        value = folded(number.value)
        if len(value) >= _SHORTEST_NUMBER and any(map(str.isdigit, value)):
            found.setdefault((value,), "number")
    return (Pattern(words=words, form=form) for words, form in found.items() if _tells(words, form))


def _tells(words: tuple[str, ...], form: PatternForm) -> bool:
    """Tell more than any two people's or bodies' words do; a company called like its country does not."""
    if len(words) == 1 and country_named(words[0]):
        return False
    return form in ("known", "whole", "number") or weight_of(words) >= _FAINTEST_PART


def _ways(text: str, *, is_person: bool) -> Iterator[str]:
    """Give a name as the news writes it, without brackets: without what they hold, or by the other spelling in them.

    >>> list(_ways("Dmitrii (Dmitry) Pirog", is_person=True)), list(_ways("Fine Yards (FY)", is_person=False))
    (['Dmitrii Pirog', 'Dmitry Pirog'], ['Fine Yards'])
    """
    plain = _BRACKETS.sub("", text).strip()
    yield plain or text
    if is_person and (other := _OTHER_SPELLING.sub(r"\1", text)) != text:
        yield _BRACKETS.sub("", other).strip()


def _person(text: str, countries: frozenset[str]) -> Iterator[Pattern]:
    family, comma, given = text.partition(",")
    last, first = words_in(family), words_in(given)
    yield Pattern(words=(*first, *last), form="whole")
    if _is_of_syllables((*first, *last), countries):
        return  # nobody is called by one of two syllables: Kim Jong is no name
    if not comma:
        yield from (Pattern(words=pair, form="part") for pair in combinations(last[:_MOST_PARTED], 2))
        return
    if first:
        yield Pattern(words=(first[0], *last), form="short")
    for one in last[:_MOST_PARTED]:
        yield from (Pattern(words=(other, one), form="part") for other in first[:_MOST_PARTED])
    if first and len(last) <= 2:  # of two family names, as in Spain, news has either: "Maduro" of MADURO MOROS
        yield from (Pattern(words=(one,), form="family") for one in last if len(one) >= _SHORTEST_FAMILY)


def _is_of_syllables(words: tuple[str, ...], countries: frozenset[str]) -> bool:
    """Be a family name and two syllables, as in China and Korea."""
    is_short = len(words) == _SYLLABLES and all(len(word) <= _LONGEST_SYLLABLE for word in words)
    return is_short and not countries.isdisjoint(_OF_SYLLABLES)


def _other(text: str, schema: str) -> Iterator[Pattern]:
    is_known = schema not in _CRAFT and fold(text) in KNOWN
    yield Pattern(words=words_in(text), form="known" if is_known else "whole")
    if len(words := words_in(_WING.sub("", text))) > 2:
        yield Pattern(words=words, form="short")
    if wing := _OF_WING.fullmatch(text):
        yield Pattern(words=words_in(wing[1]), form="short")
    quoted = _QUOTED.search(text)
    if quoted is not None and len(words := words_in(quoted[1])) > 1:
        yield Pattern(words=words, form="whole")  # a page's run of words ends at the marks
    for reading in parse_name(text, class_of(schema))[:1]:
        full = _words_of(reading, _NOT_LEGAL)
        if len(full) > 1:
            yield Pattern(words=full, form="whole")
        for kinds in (_NOT_PASSED, frozenset[TokenKind](("word",))):
            words = _words_of(reading, kinds)
            yield Pattern(words=words, form="part" if len(words) > 1 else "bare")


def _words_of(reading: Name, kinds: frozenset[TokenKind]) -> tuple[str, ...]:
    return tuple(form for token in reading.tokens if token.kind in kinds and (form := folded(token.form)))


def words_in(text: str) -> tuple[str, ...]:
    """Give a text's words as a page's are read, without those that are passed over.

    >>> words_in("AL-ASSAD, Bashar"), words_in("习近平")
    (('assad', 'bashar'), ('习', '近', '平'))
    """
    words = (word.rstrip(b"\x01").decode() for word in plain_words(text.encode("utf-8", "replace")))
    return tuple(form for word in words if word and (form := folded(word)))


def country_patterns() -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the words that name a country, its people or its capital, with its code."""
    for word, code in country_words().items():
        if words := words_in(word):
            yield words, code
