"""A sentence on stage: its tree, who is named where in it, and what the sentences before left behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nongrata.events.offices import is_office
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.tree import Tree, tree_of
from nongrata.mentions import Place, Sentence
from nongrata.parties import Cast, Party, PartyId
from nongrata.values import Span
from nongrata.values.countries import CountryWord, find_country_words

_DATELINE = re.compile(r"[A-Z][A-Z’'/. -]{2,}\b[^–—]{0,50}?\s?(?:[–—]|--?)\s")
BODIES = frozenset({"Organization", "Company", "PublicBody", "LegalEntity"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Whom "he", "it", "they", "we" and "the allies" may mean, from what stands before."""

    person: tuple[Actor, ...] = ()
    body: tuple[Actor, ...] = ()
    group: tuple[Actor, ...] = ()
    speaker: tuple[Actor, ...] = ()
    giver: tuple[Actor, ...] = ()  # of the last transfer told
    taker: tuple[Actor, ...] = ()
    court: tuple[Actor, ...] = ()  # the state whose police and courts the story is about
    imposer: tuple[Actor, ...] = ()  # of the sanctions told last
    target: tuple[Actor, ...] = ()
    topic: tuple[Actor, ...] = ()  # against whom the last accusation or threat went


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence, ready to be asked who did what."""

    text: str
    tree: Tree
    named: Mapping[int, Actor]  # word: who is named there
    demonyms: frozenset[int]  # words that are nationalities, and so can only stand before a noun
    places: Mapping[int, str]  # word: the country of the place named there
    parties: Mapping[PartyId, Party]
    homes: Mapping[PartyId, str]  # the country of a party, where the story tells it
    offices: frozenset[PartyId]  # who holds a public office, or is a public body
    dateline: int = 0  # words that belong to it: "WONSAN, July 14 –"
    asked: frozenset[int] = frozenset()  # pronouns being looked up: "some of them" must not ask for itself
    memory: Memory = field(default_factory=Memory)

    def last_of(self, schemata: frozenset[str], before: int) -> tuple[Actor, ...]:
        """Give the party of one of these kinds that was named last before an offset."""
        spans = [
            (mention.span.start, party.id)
            for party in self.parties.values()
            if party.schema in schemata
            for mention in party.mentions
            if mention.span.start < before
        ]
        return (max(spans)[1],) if spans else ()

    def words(self, word: int) -> str:
        """Give the phrase around a noun as it stands in the text."""
        return self.tree.span(self.tree.phrase(word)).of(self.text)

    def unnamed(self, word: int) -> Unnamed:
        return Unnamed(text=self.words(word))

    def is_person(self, actor: Actor) -> bool:
        return isinstance(actor, str) and actor in self.parties and self.parties[actor].schema == "Person"


def set_scene(text: str, sentence: Sentence, cast: Cast, places: Iterable[Place]) -> Scene:
    """Give a sentence with everybody who is named in it."""
    named: dict[int, Actor] = {}
    demonyms: set[int] = set()
    spans = [(mention.span, party.id) for party in cast.parties for mention in party.mentions]
    here = [(span, party) for span, party in spans if sentence.span.overlaps(span)]
    for span, party in here:
        named |= dict.fromkeys(_words_in(sentence, span), party)
    for word in find_country_words(text, sentence.span):
        inside = [index for index in _words_in(sentence, word.span) if index not in named]
        named |= dict.fromkeys(inside, Government(country=word.country))
        if word.kind == "demonym":
            demonyms.update(inside)
    near = [place for place in places if sentence.span.overlaps(place.span)]
    dateline = _dateline(sentence, text)
    named = {word: actor for word, actor in named.items() if word >= dateline}
    return Scene(
        text=text,
        dateline=dateline,
        tree=tree_of(sentence),
        named=named,
        demonyms=frozenset(demonyms),
        places={word: place.country for place in near if place.country for word in _words_in(sentence, place.span)},
        parties={party.id: party for party in cast.parties},
        homes=_homes(cast),
        offices=frozenset(party.id for party in cast.parties if _has_office(party)),
    )


def _dateline(sentence: Sentence, text: str) -> int:
    match = _DATELINE.match(sentence.span.of(text))
    end = sentence.span.start + match.end() if match else 0
    return sum(token.span.end <= end for token in sentence.tokens)


def _words_in(sentence: Sentence, span: Span) -> list[int]:
    return [index for index, token in enumerate(sentence.tokens) if span.overlaps(token.span)]


def _homes(cast: Cast) -> dict[PartyId, str]:
    facts = [(party.id, fact) for party in reversed(cast.parties) for fact in reversed(party.facts)]
    named = {party.id: words[0].country for party in cast.parties if (words := _country_words(party))}
    return named | {party: fact.value for party, fact in facts if fact.kind == "country"}


def _has_office(party: Party) -> bool:
    return party.schema == "PublicBody" or any(
        fact.kind == "position" and is_office(fact.value) for fact in party.facts
    )


def _country_words(party: Party) -> tuple[CountryWord, ...]:
    """Give the countries in a body's own name: "U.S. Treasury Department"."""
    return find_country_words(party.name, Span(0, len(party.name))) if party.schema in BODIES else ()
