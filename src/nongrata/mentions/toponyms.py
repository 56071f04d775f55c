"""Names of places in a text, each with all the places that it can mean. places.py chooses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nongrata.mentions.evidence import (
    Scene,
    claims_on,
    follows_a_name,
    is_acronym,
    is_inside_name,
    is_part_of_run,
    is_proper,
    is_surname,
    is_told,
    is_told_by_words,
    scene_of,
    stands_in,
    tail_of,
    without_article,
)
from nongrata.mentions.gazetteer import Spot, cities_named, folded
from nongrata.mentions.record import Mention, Sentence
from nongrata.mentions.regions import regions_named
from nongrata.mentions.sites import find_sites, words_for
from nongrata.mentions.toponyms_countries import Cities, Toponym, countries_named
from nongrata.values import Span
from nongrata.values.countries import find_country_words

LONGEST_NAME = 5  # words: Komsomolsk-on-Amur is one, Las Palmas de Gran Canaria five
BIG_CITY = 300_000  # people: known without its country
_WORD = re.compile(r"St\.|[^\W\d_]+(?:[-'’.](?=[^\W\d_])(?!(?:based|born|bound|wide)\b)[^\W\d_]+)*")
_SMALL_WORDS = frozenset(
    {"of", "on", "upon", "the", "de", "la", "le", "el", "al", "sur", "da", "do", "del", "des", "di"}
)
_SMALL_WORDS |= {"es", "am", "an", "der", "nad", "pod", "kwa", "i"}  # Dar es Salaam, Frankfurt am Main
_LIST = 3  # names that make a list
_JOINTS = (", ", " and ", ", and ", "/")


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
    found.extend(_cities(scene, grams, cities))
    found.extend(_in_lists(scene, grams, cities))
    found.extend(_unknown(scene))
    found.extend(_again(scene, grams, cities, found))
    return tuple(_settle(scene, found))


def _name_grams(text: str, paragraph: Span) -> Iterator[Span]:
    """Give every run of up to five words that begins and ends with a capital."""
    words = [Span(paragraph.start + m.start(), paragraph.start + m.end()) for m in _WORD.finditer(paragraph.of(text))]
    words = [without_article(text, word) for word in words]
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


def _sites(scene: Scene, paragraph: Span, cities: Cities) -> Iterator[Toponym]:
    for site in find_sites(scene.text, paragraph):
        key = folded(site.span.of(scene.text))
        sure = not site.doubtful or any(spot.country in scene.countries for spot in site.spots if spot.country)
        if (sure or is_told(scene, site.span)) and not is_inside_name(scene, site.span):
            spots = site.spots + tuple(spot for spot in cities.get(key, ()) if spot.people >= BIG_CITY or site.doubtful)
            whole = Span(site.span.start, site.span.end + len(tail_of(scene.text, site.span)))
            yield Toponym(span=whole, key=key, spots=spots)


def _cities(scene: Scene, grams: Sequence[Span], cities: Cities) -> Iterator[Toponym]:
    regions = _region_starts(scene, grams, cities)
    for gram in grams:
        key = folded(gram.of(scene.text))
        spots = cities.get(key)
        if not spots or key in words_for("not_cities") or is_acronym(scene.text, gram):
            continue
        if tail_of(scene.text, gram, "features"):
            continue
        tail = tail_of(scene.text, gram)
        told = bool(tail) or is_told(scene, gram) or (gram.end + 2, spots[0].country) in regions
        if _is_city(scene, gram, spots, tail=tail, told=told):
            yield Toponym(span=Span(gram.start, gram.end + len(tail)), key=key, spots=spots, tail=tail.strip())


def _region_starts(scene: Scene, grams: Iterable[Span], cities: Cities) -> frozenset[tuple[int, str | None]]:
    """Give where the regions start that stand behind a comma, each with its country: "Buffalo, | New York"."""
    return frozenset(
        (gram.start, spot.country)
        for gram in grams
        if scene.text.startswith(", ", gram.start - 2)
        for spot in cities.get(folded(gram.of(scene.text)), ())
        if spot.kind == "region"
    )


def _is_city(scene: Scene, span: Span, spots: tuple[Spot, ...], *, tail: str, told: bool) -> bool:
    """Be told to be a place by the words around it or by the model, or be a big city that nothing else claims."""
    if is_surname(scene, span.of(scene.text)):
        return stands_in(scene, span)
    rivals = claims_on(scene, span)
    big = spots[0].people >= BIG_CITY
    if rivals:
        return not is_inside_name(scene, span) and all(name.found_by == "model" for name in rivals) and (told or big)
    is_part = follows_a_name(scene, span) if tail else is_part_of_run(scene, span)  # "Akita Prefecture" is Akita's
    is_named = bool(tail) or is_proper(scene, span)
    return span in scene.seen or (is_named and (told or big) and not is_part)


def _in_lists(scene: Scene, grams: Sequence[Span], cities: Cities) -> Iterator[Toponym]:
    """Give the names that stand in one list of three or more, all of a country that the story speaks of."""
    whole: dict[int, Span] = {}
    for gram in grams:
        whole[gram.start] = max(gram, whole.get(gram.start, gram), key=lambda span: span.end)
    runs: list[list[Span]] = []
    for gram in sorted(whole.values()):
        joint = scene.text[runs[-1][-1].end : gram.start] if runs else ""
        if joint in _JOINTS:
            runs[-1].append(gram)
        elif not runs or gram.start >= runs[-1][-1].end:
            runs.append([gram])
    for run in runs:
        named = [(gram, folded(gram.of(scene.text))) for gram in run]
        known = [
            Toponym(span=gram, key=key, spots=spots)
            for gram, key in named
            if (spots := cities.get(key)) and not any(name.found_by != "model" for name in claims_on(scene, gram))
        ]
        at_home = [one for one in known if any(spot.country in scene.countries for spot in one.spots)]
        if len(at_home) >= _LIST and 2 * len(at_home) > len(run):
            yield from at_home


def _unknown(scene: Scene) -> Iterator[Toponym]:
    """Give the places that the model saw and that say so themselves: "Barlow County", "in Maple Ridge"."""
    for span in sorted(scene.seen):
        words = span.of(scene.text)
        last = words.split()[-1].lower() if words else ""
        if (
            words[:1].isupper()
            and not find_country_words(scene.text, span)
            and (last in words_for("tails") | words_for("features") or is_told_by_words(scene, span))
        ):
            yield Toponym(span=span, key=folded(words), spots=())


def _again(scene: Scene, grams: Sequence[Span], cities: Cities, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Give the other mentions of the cities found, and the towns that stand in one list with a place found."""
    known = {one.key: one.spots for one in found if one.word is None and one.spots}
    ends = {one.span.end for one in found}
    for gram in sorted(grams):
        key = folded(gram.of(scene.text))
        if key in words_for("not_cities") or is_inside_name(scene, gram):
            continue
        listed = any(gram.start - len(joint) in ends for joint in _JOINTS if scene.text.endswith(joint, 0, gram.start))
        inside = listed and scene.text.startswith((", ", " and "), gram.end)  # of a list, whatever the model made of it
        claims = [name for name in claims_on(scene, gram) if ", " not in name.span.of(scene.text)]
        claimed = any(name.found_by != "model" or not inside for name in claims)
        spots = known.get(key) or (cities.get(key) if listed and is_proper(scene, gram) else None)
        if spots and not claimed:
            ends.add(gram.end)
            yield Toponym(span=gram, key=key, spots=spots)


def _settle(scene: Scene, found: list[Toponym]) -> Iterator[Toponym]:
    """Keep one of several that overlap: the longest known one; a country or site before a city of that name."""
    kept: list[Toponym] = []
    covered = bytearray(len(scene.text))
    for toponym in sorted(found, key=lambda one: (not one.spots, -len(one.span), one.word is None)):
        start, end = toponym.span.start, toponym.span.end
        if 1 not in covered[start:end] and (toponym.spots or not claims_on(scene, toponym.span)):
            covered[start:end] = b"\1" * (end - start)
            kept.append(toponym)
    return iter(sorted(kept, key=lambda one: one.span))
