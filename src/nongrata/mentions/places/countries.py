"""Countries and capitals named in a text, each with what its name can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nongrata.mentions.gazetteer import Spot, country_number, folded
from nongrata.mentions.places.evidence import is_inside_name, is_surname, modifies, stands_in
from nongrata.mentions.places.scene import Scene, claims_on
from nongrata.mentions.places.sites import site_named, words_for
from nongrata.values import Span
from nongrata.values.countries import CountryWord, country_centre, country_name, find_country_words

Cities = Mapping[str, tuple[Spot, ...]]  # by folded name

SHORT_NAMES = frozenset({"U.S.", "US", "U.S", "USA", "U.S.A.", "UK", "U.K.", "U.K"})  # adjectives, too
_UNION = frozenset({"EU", "E.U.", "European Union"})  # of countries, and no country
_BODY_OF = re.compile(
    r"\b(?:University|Bank|Academy|Institute|Government|Parliament|Church|Museum|Voice|Radio) of (?:the )?$"
)
_IN_THE = re.compile(
    r"\b(?:in|into|across|throughout|within|from|around|inside|outside|to|reach(?:ed|ing)?|enter(?:ed|ing|s)?|left"
    r"|leav(?:e|ing)"
    r"|visit(?:ed|ing|s)?"
    r"|(?:parts?|areas?|regions?|states?|cities|rest|half|most|much|out|north|south|east|west|coast|borders?) of)"
    r" the $"
)
_COMMA = re.compile(r"[a-z], $")
_NAME_NEXT = re.compile(  # "Kenya | Red Cross"; a state's own department is the state's
    r" (?!(?:(?:[A-Z]\w+|and) ){0,3}"
    r"(?:Department|Ministry|Administration|Agency|Centers|Government|Embassy|Army|Navy)\b)[A-Z]"
)
_WORD_NEXT = re.compile(r" \w")
_BASED = re.compile(r"-(?:based|born|bound|wide)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place's name where it stands, and what it can mean. No spots: a place that no table knows."""

    span: Span
    key: str  # its folded name
    spots: tuple[Spot, ...]
    word: CountryWord | None = None  # for a country or a capital
    tail: str = ""  # "region", "Oblast": what makes a city's name a region's


def countries_named(scene: Scene, paragraph: Span, cities: Cities) -> Iterator[Toponym]:
    """Give the countries, the parts of countries and the capitals in a paragraph, in order."""
    for word in find_country_words(scene.text, paragraph):
        words = word.span.of(scene.text)
        key = folded(words)
        part = site_named(words) if word.kind == "name" else None
        if part is not None and part.kind == "region" and part.country == word.country:
            yield Toponym(span=word.span, key=key, spots=(part,))  # England is a part of its country
        elif word.kind == "name" and _is_country(scene, word):
            yield Toponym(span=word.span, key=key, spots=_country_spots(word), word=word)
        elif word.kind == "capital":
            known = cities.get(key) or cities.get(folded(words.split(",")[0].removesuffix(" D.C.").removesuffix(" DC")))
            if known and not is_inside_name(scene, word.span) and not _is_bearer(scene, word.span):
                yield Toponym(span=word.span, key=key, spots=known, word=word)


def _is_bearer(scene: Scene, span: Span) -> bool:
    """Be somebody's last name: Paris of "Valeska Paris, an Australian", who is Paris from then on."""
    words = span.of(scene.text)
    return is_surname(scene, words) and not stands_in(scene, span)


def _is_country(scene: Scene, word: CountryWord) -> bool:
    """Be no adjective ("U.S. troops"), nobody's name (Jordan, Chad; "University of Chile", "Syria TV")."""
    if word.ambiguous and any(name.schema == "Person" for name in claims_on(scene, word.span)):
        return False
    before = scene.text[max(0, word.span.start - 40) : word.span.start]
    words = word.span.of(scene.text)
    if _NAME_NEXT.match(scene.text, word.span.end) and is_inside_name(scene, word.span):
        return False
    if words in _UNION:
        return _is_where(scene, word.span)
    return not (words in SHORT_NAMES and _is_adjective(scene, word.span)) and not _BODY_OF.search(before)


def _country_spots(word: CountryWord) -> tuple[Spot, ...]:
    centre = country_centre(word.country) or (0.0, 0.0)
    spot = Spot(country_name(word.country), "country", word.country, *centre, number=country_number(word.country))
    state = site_named("Georgia") if word.country == "ge" else None
    return (spot, state) if state else (spot,)


def _is_where(scene: Scene, span: Span) -> bool:
    """Be a union that something happens in: "across the EU"."""
    before = scene.text[max(0, span.start - 20) : span.start]
    is_last = _COMMA.search(before) is not None and not _WORD_NEXT.match(scene.text, span.end)
    return bool(is_last or _IN_THE.search(before)) and not modifies(scene, span)


def _is_adjective(scene: Scene, span: Span) -> bool:
    """Be the "U.S." of "U.S. troops" or of a body's name; not of "U.S. city", "US-based" or "the U.S. said".

    Right after a comma and before a noun it is an office's, whatever the parser saw: "Ann Lee, U.S. envoy".
    """
    if _BASED.match(scene.text, span.end):
        return False
    after = scene.words.get(span.end + 1)
    if after is not None and after.pos == "NOUN" and after.lemma in words_for("areas"):
        return False
    is_of_office = after is not None and (after.pos in ("NOUN", "ADJ") or after.text[0].isupper())
    if is_of_office and _COMMA.search(scene.text, max(0, span.start - 3), span.start):
        return True
    return modifies(scene, span) or is_inside_name(scene, span)
