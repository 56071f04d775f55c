"""Places that no table knows, told by the model or by the noun that they bear: "Let Htoke Taw village"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nongrata.mentions.gazetteer import folded
from nongrata.mentions.places.countries import Cities, Toponym
from nongrata.mentions.places.evidence import begins_name, is_told_by_words, tail_of
from nongrata.mentions.places.scene import Scene, claims_on
from nongrata.mentions.places.sites import words_for
from nongrata.values import Span
from nongrata.values.countries import find_country_words

# What stands behind a name and says that it is a place's. Not "camp", "town hall", "island state".
_BEARS = re.compile(
    r" (?:village|hamlet|township|neighbou?rhood|suburb|district|sub-?district|province|governorate|county|oblast|raion"
    r"|prefecture|municipality|commune|department|canton|voivodeship|displacement camp|refugee camp"
    r"|slum|housing estate|informal settlement"
    r"|local government area|island|valley|forest|(?:town|city)(?= (?:in|on|near)\b|[.,;]))(?![\w-]| (?:of|council)\b)"
)
_ARTICLE = re.compile(r"\b(?:an?|every|each|another|this|that|which|no) $", re.I)


def told_by_model(scene: Scene) -> Iterator[Toponym]:
    """Give the places that the model saw and that say so themselves: "Barlow County", "in Maple Ridge"."""
    for span in sorted(scene.seen):
        words = span.of(scene.text)
        last = words.split()[-1].lower() if words else ""
        generic = words_for("tails") | words_for("features")
        if (
            begins_name(words)
            and words.lower() not in generic  # "Pag-asa | Island"
            and not find_country_words(scene.text, span)
            and (last in generic or tail_of(scene.text, span) or is_told_by_words(scene, span))
        ):
            yield Toponym(span=span, key=folded(words), spots=())


def told_by_noun(scene: Scene, grams: Sequence[Span], cities: Cities) -> Iterator[Toponym]:
    """Give the names right before a noun of place, in small letters, whatever the model took them for."""
    for end, gram in longest(grams, by_end=True).items():
        if (noun := _BEARS.match(scene.text, end)) and is_name(scene, gram):
            yield named(scene, gram, cities, noun[0].strip())


def longest(grams: Sequence[Span], *, by_end: bool) -> Mapping[int, Span]:
    """Give the longest name that starts, or ends, at each place."""
    found: dict[int, Span] = {}
    for gram in grams:
        at = gram.end if by_end else gram.start
        found[at] = max(gram, found.get(at, gram), key=len)
    return found


def named(scene: Scene, span: Span, cities: Cities, noun: str) -> Toponym:
    """Give a name with what it can mean: often nothing that a table knows."""
    key = folded(span.of(scene.text))
    return Toponym(span=span, key=key, spots=cities.get(key, ()), tail=noun)


def is_name(scene: Scene, span: Span) -> bool:
    """Be no adjective ("a Druze village"), no people's name and nothing that words or lists tell to be a party."""
    token = scene.words.get(scene.text.rfind(" ", span.start, span.end) + 1 or span.start)  # of its last word
    if token is None or token.pos != "PROPN" or _ARTICLE.search(scene.text, max(0, span.start - 8), span.start):
        return False
    if span in scene.peoples:
        return False
    claims = claims_on(scene, span)
    return all(name.found_by == "model" and span.covers(name.span) for name in claims)
