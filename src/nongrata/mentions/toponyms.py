"""Names of places in a text, each with all the places that it can mean. places.py chooses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nongrata.mentions.gazetteer import Spot, cities_named, country_number, folded
from nongrata.mentions.record import Mention, Sentence, Token
from nongrata.mentions.sites import find_sites, site_named, words_for
from nongrata.values import Span, overlaps_any
from nongrata.values.countries import CountryWord, country_centre, country_name, find_country_words

LONGEST_NAME = 5  # words: Komsomolsk-on-Amur is one, Las Palmas de Gran Canaria five
BIG_CITY = 300_000  # people: known without its country
NOT_PLACES = frozenset({"U.S.", "US", "U.S", "USA", "U.S.A.", "EU", "E.U."})  # in stories they stand for a government
_WORD = re.compile(r"St\.|[^\W\d_]+(?:[-'’.](?=[^\W\d_])[^\W\d_]+)*")
_SMALL_WORDS = frozenset(
    ["of", "on", "de", "la", "le", "el", "al", "upon", "sur", "the", "da", "do", "del", "des", "di"]
)
_WHERE = re.compile(
    r"\b(?:(?:in|at|near|from|to|outside|around|towards?|off|into|through|across|via|between|reached|left|visit(?:ed|ing|s)?)"
    r"|(?:city|town|village|port|capital|region|resort|outskirts|suburb|mayor|north|south|east|west) of) $"
)
_BODY_OF = re.compile(
    r"\b(?:University|Bank|Academy|Institute|Government|Parliament|Church|Museum|Voice|Radio) of (?:the )?$"
)
_IN = re.compile(r"\b(?:in|near|at|outside) (?:the )?$")
_IN_THE = re.compile(r"\b(?:in|into|across|throughout|from|around|inside|outside) the $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place's name where it stands, and what it can mean. No spots: a place that no table knows."""

    span: Span
    key: str  # its folded name
    spots: tuple[Spot, ...]
    word: CountryWord | None = None  # for a country or a capital
    tail: str = ""  # "region", "Oblast": what makes a city's name a region's


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known of the story while its toponyms are looked for."""

    text: str
    parties: tuple[Mention, ...]
    seen: frozenset[Span]  # where the model saw a place
    words: Mapping[int, Token]  # by where they start
    countries: frozenset[str]


def find_toponyms(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], names: Sequence[Mention]
) -> tuple[Toponym, ...]:
    """Give the names of places in the paragraphs, in order, none overlapping; names of parties are none."""
    scene = _scene(text, paragraphs, sentences, names)
    taken = [word.span for part in paragraphs for word in find_country_words(text, part) if word.kind != "capital"]
    grams = [gram for part in paragraphs for gram in _name_grams(text, part) if not overlaps_any(gram, taken)]
    cities = cities_named({folded(gram.of(text)) for gram in grams})
    found: list[Toponym] = []
    for paragraph in paragraphs:
        found.extend(_countries(scene, paragraph, cities))
        found.extend(_sites(scene, paragraph, cities))
    found.extend(_cities(scene, grams, cities))
    found.extend(_unknown(scene))
    found.extend(_again(scene, grams, found))
    return tuple(_settle(scene, found))


def _scene(text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], names: Sequence[Mention]) -> _Scene:
    return _Scene(
        text=text,
        parties=tuple(name for name in names if name.schema not in ("Place", "Nationality")),
        seen=frozenset(_without_article(text, name.span) for name in names if name.schema == "Place"),
        words={token.span.start: token for sentence in sentences for token in sentence.tokens},
        countries=frozenset(word.country for part in paragraphs for word in find_country_words(text, part)),
    )


def _without_article(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + (4 if words[:4].lower() == "the " else 0)
    end = span.end - (2 if words.endswith(("'s", "’s")) else 0)
    return Span(start, max(start, end))


def _name_grams(text: str, paragraph: Span) -> Iterator[Span]:
    """Give every run of up to five words that begins and ends with a capital."""
    words = [Span(paragraph.start + m.start(), paragraph.start + m.end()) for m in _WORD.finditer(paragraph.of(text))]
    words = [_without_article(text, word) for word in words]
    for at, first in enumerate(words):
        if not first.of(text)[:1].isupper():
            continue
        for last in range(at, min(at + LONGEST_NAME, len(words))):
            word = words[last].of(text)
            if last > at and text[words[last - 1].end : words[last].start] != " ":
                break
            if word[:1].isupper():
                yield Span(first.start, words[last].end)
            elif word not in _SMALL_WORDS:
                break


def _countries(scene: _Scene, paragraph: Span, cities: Mapping[str, tuple[Spot, ...]]) -> Iterator[Toponym]:
    for word in find_country_words(scene.text, paragraph):
        words = word.span.of(scene.text)
        key = folded(words)
        if word.kind == "name" and _is_country(scene, word):
            yield Toponym(span=word.span, key=key, spots=_country_spots(word), word=word)
        elif word.kind == "capital":
            known = cities.get(key) or cities.get(folded(words.split(",")[0].removesuffix(" D.C.").removesuffix(" DC")))
            if known and not _is_inside_name(scene, word.span):
                yield Toponym(span=word.span, key=key, spots=known, word=word)


def _is_country(scene: _Scene, word: CountryWord) -> bool:
    """Be no adjective ("U.S."), no person's name (Jordan, Chad), and no body's ("University of Chile")."""
    if word.ambiguous and any(name.schema == "Person" and name.span.covers(word.span) for name in scene.parties):
        return False
    before = scene.text[max(0, word.span.start - 40) : word.span.start]
    return not _is_adjective(scene, word.span) and not _BODY_OF.search(before)


def _country_spots(word: CountryWord) -> tuple[Spot, ...]:
    centre = country_centre(word.country) or (0.0, 0.0)
    spot = Spot(country_name(word.country), "country", word.country, *centre, number=country_number(word.country))
    state = site_named("Georgia") if word.country == "ge" else None
    return (spot, state) if state else (spot,)


def _is_adjective(scene: _Scene, span: Span) -> bool:
    """Be "U.S." or "EU", which are no places but in "in the U.S.", or "UK" before a noun."""
    words = span.of(scene.text)
    before = scene.text[max(0, span.start - 20) : span.start]
    if words in NOT_PLACES or words == "European Union":
        return words.startswith("E") or not _IN_THE.search(before) or _modifies(scene, span)
    return words in ("UK", "U.K.") and _modifies(scene, span)


def _modifies(scene: _Scene, span: Span) -> bool:
    token = scene.words.get(span.start)
    return token is not None and token.dep in ("compound", "amod", "nmod")


def _sites(scene: _Scene, paragraph: Span, cities: Mapping[str, tuple[Spot, ...]]) -> Iterator[Toponym]:
    for site in find_sites(scene.text, paragraph):
        key = folded(site.span.of(scene.text))
        sure = not site.doubtful or any(spot.country in scene.countries for spot in site.spots if spot.country)
        if (sure or _is_told(scene, site.span)) and not _is_inside_name(scene, site.span):
            spots = site.spots + tuple(spot for spot in cities.get(key, ()) if spot.people >= BIG_CITY or site.doubtful)
            yield Toponym(span=site.span, key=key, spots=spots)


def _cities(scene: _Scene, grams: Iterable[Span], cities: Mapping[str, tuple[Spot, ...]]) -> Iterator[Toponym]:
    for gram in grams:
        key = folded(gram.of(scene.text))
        spots = cities.get(key)
        if not spots or key in words_for("not_cities"):
            continue
        tail = _tail(scene.text, gram)
        if _is_city(scene, gram, spots, tail=tail):
            yield Toponym(span=Span(gram.start, gram.end + len(tail)), key=key, spots=spots, tail=tail.strip())


def _is_city(scene: _Scene, span: Span, spots: tuple[Spot, ...], *, tail: str) -> bool:
    """Be told to be a place by the words around it or by the model, or be a big city that nothing else claims."""
    if _is_surname(scene, span.of(scene.text)):
        return bool(_IN.search(scene.text[max(0, span.start - 12) : span.start]))
    rivals = [name for name in scene.parties if name.span.overlaps(span)]
    told = bool(tail) or _is_told(scene, span)
    big = spots[0].people >= BIG_CITY
    if rivals:
        return not _is_inside_name(scene, span) and all(name.found_by == "model" for name in rivals) and (told or big)
    return span in scene.seen or (_is_proper(scene, span) and (told or big) and not _is_part_of_run(scene, span))


def _is_told(scene: _Scene, span: Span) -> bool:
    """Stand after a word of place, before ", Ohio", at the head of a dateline, or be seen by the model."""
    before, after = scene.text[max(0, span.start - 60) : span.start], scene.text[span.end : span.end + 40]
    if span in scene.seen or _WHERE.search(before):
        return True
    if after.startswith(", ") and _starts_a_place(scene.text, span.end + 2):
        return True
    return is_dateline(scene.text, span)


def _starts_a_place(text: str, start: int) -> bool:
    part = Span(start, min(len(text), start + 40))
    names = [word.span for word in find_country_words(text, part) if word.kind == "name"]
    return any(span.start == start for span in [*names, *(site.span for site in find_sites(text, part))])


def is_dateline(text: str, span: Span) -> bool:
    """Stand in capitals at the head of a paragraph: "MOSCOW/SEOUL (Reuters) –"."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return span.of(text).isupper() and len(span) > 3 and not any(letter.islower() for letter in line.split(",")[0])


def _is_proper(scene: _Scene, span: Span) -> bool:
    token = scene.words.get(span.start)
    return token is not None and token.pos == "PROPN"


def _is_part_of_run(scene: _Scene, span: Span) -> bool:
    """Stand in the middle of a longer name: "Moscow Exchange", "President Lincoln"."""
    text = scene.text
    after = re.match(r" ([A-Z][\w-]+)", text[span.end : span.end + 30])
    if after and (token := scene.words.get(span.end + 1)) and token.pos == "PROPN":
        return True
    before = re.search(r"([A-Z][\w.-]*) $", text[max(0, span.start - 30) : span.start])
    if before is None or before[1].lower() in words_for("heads"):
        return False
    token = scene.words.get(span.start - 1 - len(before[1]))
    return token is not None and token.pos == "PROPN"


def _is_inside_name(scene: _Scene, span: Span) -> bool:
    """Be part of a party's longer name, but for "Embassy in Moscow"."""
    return any(
        name.span.covers(span)
        and len(name.span) > len(span)
        and not _IN.search(scene.text[name.span.start : span.start])
        for name in scene.parties
    )


def _is_surname(scene: _Scene, words: str) -> bool:
    """Be the last name of a person named in full elsewhere: Zamora, the footballer."""
    return any(name.schema == "Person" and name.span.of(scene.text).endswith(f" {words}") for name in scene.parties)


def _tail(text: str, span: Span) -> str:
    """Give the noun that makes the name a region's: " region" after Kursk."""
    match = re.match(r" ([A-Za-z]+)\b", text[span.end : span.end + 15])
    return match[0] if match and match[1].lower() in words_for("tails") else ""


def _unknown(scene: _Scene) -> Iterator[Toponym]:
    """Give the places that the model saw and that say so themselves: "Barlow County", "in Maple Ridge"."""
    for span in sorted(scene.seen):
        words = span.of(scene.text)
        last = words.split()[-1].lower() if words else ""
        if (
            words[:1].isupper()
            and not find_country_words(scene.text, span)
            and (last in words_for("tails") or _is_told_by_words(scene, span))
        ):
            yield Toponym(span=span, key=folded(words), spots=())


def _again(scene: _Scene, grams: Sequence[Span], found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Give the other mentions of the cities found: told once, known throughout the story."""
    known = {one.key: one.spots for one in found if one.word is None}
    for gram in grams:
        key = folded(gram.of(scene.text))
        if key in known and not any(name.span.overlaps(gram) for name in scene.parties):
            yield Toponym(span=gram, key=key, spots=known[key])


def _is_told_by_words(scene: _Scene, span: Span) -> bool:
    return _is_told(replace(scene, seen=frozenset()), span)


def _settle(scene: _Scene, found: list[Toponym]) -> Iterator[Toponym]:
    """Keep one of several that overlap: the longest known one; a country or site before a city of that name."""
    kept: list[Toponym] = []
    for toponym in sorted(found, key=lambda one: (not one.spots, -len(one.span), one.word is None)):
        if not any(other.span.overlaps(toponym.span) for other in kept):
            kept.append(toponym)
    free = (one for one in kept if one.spots or not any(name.span.overlaps(one.span) for name in scene.parties))
    return iter(sorted(free, key=lambda one: one.span))
