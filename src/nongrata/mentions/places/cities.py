"""Cities, towns and small regions in a text, by their name in the gazetteer and by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nongrata.mentions.gazetteer import Spot, folded
from nongrata.mentions.places.countries import Cities, Toponym
from nongrata.mentions.places.evidence import (
    follows_a_name,
    is_acronym,
    is_inside_name,
    is_owned,
    is_part_of_run,
    is_proper,
    is_surname,
    is_told,
    is_told_at_home,
    is_told_by_words,
    stands_before_place,
    stands_in,
    tail_of,
)
from nongrata.mentions.places.scene import Scene, claims_on
from nongrata.mentions.places.sites import words_for
from nongrata.values import Span

BIG_CITY = 300_000  # people: known without its country
KNOWN_CITY = 100_000  # people: may be meant in a story that does not speak of its country
_NUMBERED = re.compile(r"[-–]\d")  # Hwasong-20 is no town
_NAMED_LIKE_PEOPLE = frozenset({"us", "gb", "ca", "au", "nz", "ie"})  # Jackson, Warren, Madison
_LIST = 3  # names that make a list
_JOINTS = (", ", " and ", ", and ", "/")


def named_once(scene: Scene, grams: Sequence[Span], cities: Cities) -> Iterator[Toponym]:
    """Give the names that words, the model or their size tell to be cities' or small regions'."""
    regions = _region_starts(scene, grams, cities)
    for gram in grams:
        key = folded(gram.of(scene.text))
        spots = cities.get(key)
        if not spots or key in words_for("not_cities") or is_acronym(scene.text, gram):
            continue
        if tail_of(scene.text, gram, "features") or _NUMBERED.match(scene.text, gram.end):
            continue
        tail = tail_of(scene.text, gram)
        told = bool(tail) or is_told(scene, gram) or (gram.end + 2, spots[0].country) in regions
        if _is_city(
            scene, gram, spots, tail=tail, told=told or (_is_home(scene, spots) and is_told_at_home(scene, gram))
        ):
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
        is_before = stands_before_place(scene, span) and not is_inside_name(scene, span)  # "Bonnie Jenkins, U.S. Under"
        return stands_in(scene, span) or is_before
    big = spots[0].people >= BIG_CITY
    if rivals := claims_on(scene, span):
        is_sort = tail.islower() or all(name.schema == "Person" for name in rivals)  # "Katsina State" is nobody
        whole = Span(span.start, span.end + len(tail)) if is_sort else span
        return not is_inside_name(scene, whole) and all(name.found_by == "model" for name in rivals) and (told or big)
    is_part = follows_a_name(scene, span) if tail else is_part_of_run(scene, span)  # "Akita Prefecture" is Akita's
    is_named = bool(tail) or is_proper(scene, span) or (told and (big or _is_home(scene, spots)))
    known = told or big or _is_known_at_home(scene, spots) or (_is_home(scene, spots) and is_owned(scene, span))
    if span in scene.seen:  # "Youri" is a town's name, too
        is_known_at_all = spots[0].people >= KNOWN_CITY or _is_home(scene, spots)
        return is_known_at_all or bool(tail) or is_told_by_words(scene, span)
    return is_named and known and not is_part


def _is_home(scene: Scene, spots: Iterable[Spot]) -> bool:
    """Be of a country that the story speaks of."""
    return any(spot.country in scene.countries for spot in spots)


def _is_known_at_home(scene: Scene, spots: Iterable[Spot]) -> bool:
    """Be a city that a story about its country names without a word more; not where people bear towns' names."""
    home = scene.countries - _NAMED_LIKE_PEOPLE
    return any(spot.people >= KNOWN_CITY and spot.country in home for spot in spots)


def named_in_lists(scene: Scene, grams: Sequence[Span], cities: Cities) -> Iterator[Toponym]:
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
        at_home = [one for one in known if _is_home(scene, one.spots)]
        if len(at_home) >= _LIST and 2 * len(at_home) > len(run):
            yield from at_home


def named_again(scene: Scene, grams: Sequence[Span], cities: Cities, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Give the other mentions of the places found, and the towns that stand in one list with a place found."""
    known = {one.key: one.spots for one in found if one.word is None and one.spots}
    unknown = {one.key: one for one in found if one.tail and not one.spots}
    ends = {one.span.end: one.spots for one in found}
    for gram in sorted(grams):
        key = folded(gram.of(scene.text))
        if key in words_for("not_cities") or is_inside_name(scene, gram):
            continue
        before = _listed_before(scene, gram, ends)
        spots = known.get(key) or (cities.get(key) if before is not None and is_proper(scene, gram) else None)
        if spots and not _is_claimed(scene, gram, spots, before):
            ends[gram.end] = spots
            yield Toponym(span=gram, key=key, spots=spots)
        elif not spots and key in unknown and not claims_on(scene, gram):
            yield replace(unknown[key], span=gram)


def _listed_before(scene: Scene, gram: Span, ends: Mapping[int, tuple[Spot, ...]]) -> tuple[Spot, ...] | None:
    """Give what the place can mean that stands before this name in one list, or None."""
    starts = (gram.start - len(joint) for joint in _JOINTS if scene.text.endswith(joint, 0, gram.start))
    return next((ends[start] for start in starts if start in ends), None)


def _is_claimed(scene: Scene, gram: Span, spots: tuple[Spot, ...], before: tuple[Spot, ...] | None) -> bool:
    """Be a party's name, which is not for the model to say of what stands within a list of places, behind one of the
    same country, or is a place of the story's countries elsewhere and no word of anybody's full name."""
    claims = [name for name in claims_on(scene, gram) if ", " not in name.span.of(scene.text)]
    inside = before is not None and scene.text.startswith((", ", " and "), gram.end)
    home = {spot.country for spot in before or ()} & scene.countries
    beside = any(spot.country in home for spot in spots) and not is_surname(scene, gram.of(scene.text))
    again = _is_home(scene, spots) and not scene.bears(gram.of(scene.text))
    return any(
        name.found_by != "model" or not (inside or beside or (again and name.schema == "Person" and name.span == gram))
        for name in claims
    )
