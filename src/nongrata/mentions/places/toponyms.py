"""Names of places in a text, each with all the places that it can mean. find.py chooses among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nongrata.mentions.gazetteer import cities_named, folded
from nongrata.mentions.places.cities import BIG_CITY, named_again, named_in_lists, named_once
from nongrata.mentions.places.countries import Cities, Toponym, countries_named
from nongrata.mentions.places.evidence import begins_name, is_inside_name, is_told, tail_of
from nongrata.mentions.places.lists import told_by_company, told_in_lists
from nongrata.mentions.places.regions import regions_named
from nongrata.mentions.places.scene import Scene, claims_on, scene_of, without_article
from nongrata.mentions.places.sites import find_sites, words_for
from nongrata.mentions.places.unknown import told_by_model, told_by_noun
from nongrata.mentions.record import Mention, Sentence
from nongrata.values import Span
from nongrata.values.countries import find_country_words

LONGEST_NAME = 5  # words: Komsomolsk-on-Amur is one, Las Palmas de Gran Canaria five
_WORD = re.compile(r"St\.|[^\W\d_]+(?:[-'’.](?=[^\W\d_])(?!(?:based|born|bound|wide)\b)[^\W\d_]+)*")

_OUTLET = re.compile(r" (?:[A-Z][a-z]+ )?(?:Press|News|Times|Post|Newswire|Herald|Journal|Observer|Monitor|Dispatch)\b")


def find_toponyms(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], names: Sequence[Mention]
) -> tuple[Toponym, ...]:
    """Give the names of places in the paragraphs, in order, none overlapping; names of parties are none."""
    scene = scene_of(text, paragraphs, sentences, names)
    taken = bytearray(len(text))
    for word in (word for part in paragraphs for word in find_country_words(text, part) if word.kind != "capital"):
        taken[word.span.start : word.span.end] = b"\1" * len(word.span)
    grams = [gram for part in paragraphs for gram in _name_grams(text, part) if 1 not in taken[gram.start : gram.end]]
    keys = {folded(gram.of(text)) for gram in grams}
    cities, regions = cities_named(keys), regions_named(keys)
    cities |= {key: (*cities.get(key, ()), *spots) for key, spots in regions.items()}
    found: list[Toponym] = []
    for paragraph in paragraphs:
        found.extend(countries_named(scene, paragraph, cities))
        found.extend(_sites(scene, paragraph, cities))
    found.extend(named_once(scene, grams, cities))
    found.extend(named_in_lists(scene, grams, cities))
    found.extend(told_by_model(scene))
    found.extend(told_by_noun(scene, grams, cities))
    found.extend(told_in_lists(scene, grams, cities))
    found.extend(named_again(scene, grams, cities, found))
    found.extend(told_by_company(scene, grams, cities, found))
    return tuple(_settle(scene, found))


def _name_grams(text: str, paragraph: Span) -> Iterator[Span]:
    """Give every run of up to five words that begins and ends with a capital."""
    small = words_for("inside")
    words = [Span(paragraph.start + m.start(), paragraph.start + m.end()) for m in _WORD.finditer(paragraph.of(text))]
    words = [without_article(text, word) for word in words]
    for at, first in enumerate(words):
        if not begins_name(first.of(text)):
            continue
        for last in range(at, min(at + LONGEST_NAME, len(words))):
            word = words[last].of(text)
            if last > at and text[words[last - 1].end : words[last].start] != " ":
                break
            if begins_name(word):
                yield Span(first.start, words[last].end)
            elif word not in small:
                break


def _sites(scene: Scene, paragraph: Span, cities: Cities) -> Iterator[Toponym]:
    for site in find_sites(scene.text, paragraph):
        key = folded(site.span.of(scene.text))
        sure = not site.doubtful or any(spot.country in scene.countries for spot in site.spots if spot.country)
        if (sure or is_told(scene, site.span)) and not _is_of_name(scene, site.span):
            spots = site.spots + tuple(spot for spot in cities.get(key, ()) if spot.people >= BIG_CITY or site.doubtful)
            whole = Span(site.span.start, site.span.end + len(tail_of(scene.text, site.span)))
            yield Toponym(span=whole, key=key, spots=spots)


def _is_of_name(scene: Scene, span: Span) -> bool:
    """Be a part of a body's name, or of a paper's that nobody has seen: "Levant Press"."""
    return is_inside_name(scene, span) or _OUTLET.match(scene.text, span.end) is not None


def _settle(scene: Scene, found: list[Toponym]) -> Iterator[Toponym]:
    """Keep one of several that overlap: the longest known one; a country before a city of its name, a county whole."""
    kept: list[Toponym] = []
    covered = bytearray(len(scene.text))
    for toponym in sorted(found, key=lambda one: (not one.spots, -len(one.span), one.word is None, one.tail)):
        start, end = toponym.span.start, toponym.span.end
        if 1 not in covered[start:end] and (toponym.spots or toponym.tail or not claims_on(scene, toponym.span)):
            covered[start:end] = b"\1" * (end - start)
            kept.append(toponym)
    return iter(sorted(kept, key=lambda one: one.span))
