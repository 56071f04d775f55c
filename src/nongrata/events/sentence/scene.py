"""A sentence on stage: its tree, who is named where in it, and what the sentences before left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.machines import is_maker
from nongrata.events.sentence.mend import mended
from nongrata.events.sentence.offices import is_office
from nongrata.events.sentence.tree import Tree, tree_of, words_at
from nongrata.mentions import Place, Reading, Sentence, Time
from nongrata.parties import Cast, Party, PartyId, label_of, turn_takers
from nongrata.values import Span
from nongrata.values.countries import CountryWord, find_country_words
from nongrata.values.placed import Placed

_DATELINE = re.compile(r"[A-Z][A-Z’'/. -]{2,}\b[^–—]{0,50}?\s?(?:[–—]|--?)\s")
_WHY = frozenset({"over", "after", "amid", "as", "despite", "before", "during", "since", "because"})
_NOUN_BEHIND = re.compile(
    r" (?:researcher|professor|analyst|graduate|economist|scholar|historian|student|reporter"
    r"|panel|resolution|mission|peacekeeper|expert|envoy|investigator|rapporteur|channel|account|page|post|app|feed|video)s?\b"
)
_HALVES = {"North": "kp", "South": "kr"}
_KOREA = re.compile(r"\b(?:North|South) Korea|\bPyongyang\b")
BODIES = frozenset({"Organization", "Company", "PublicBody", "LegalEntity"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Whom "he", "it", "they", "we" and "the allies" may mean, from what stands before."""

    person: tuple[Actor, ...] = ()
    body: tuple[Actor, ...] = ()
    group: tuple[Actor, ...] = ()
    sides: tuple[Actor, ...] = ()  # the last two states that did one thing together
    duo: tuple[Actor, ...] = ()  # the last two who took part in one act together
    speaker: tuple[Actor, ...] = ()
    giver: tuple[Actor, ...] = ()  # of the last transfer told
    taker: tuple[Actor, ...] = ()
    court: tuple[Actor, ...] = ()  # the state whose police and courts the story is about
    imposer: tuple[Actor, ...] = ()  # of the sanctions told last
    target: tuple[Actor, ...] = ()
    topic: tuple[Actor, ...] = ()  # against whom the last accusation or threat went
    # who accused, sanctioned or threatened, and whom; the last first
    charges: tuple[tuple[tuple[Actor, ...], tuple[Actor, ...]], ...] = ()
    # the acts told, each as its frame's type, its verb and who did it; the last first
    acts: tuple[tuple[str, str, tuple[Actor, ...]], ...] = ()
    things: frozenset[str] = frozenset()  # the goods and arms that "they" may mean, as the sentence before names them
    state: tuple[Actor, ...] = ()  # the state that acted last: whose "prosecutors" and "foreign ministry" they are
    home: tuple[Actor, ...] = ()  # the state that the story is of
    seat: tuple[Actor, ...] = ()  # the same, where it is the dateline's and named most
    under: tuple[Actor, ...] = ()  # what tells all that follows: "According to the indictment:"
    claimed: Mapping[Actor, tuple[Actor, ...]] = field(default_factory=dict)  # accused by the sentence before: by whom
    charged: Mapping[Actor, tuple[Actor, ...]] = field(default_factory=dict)  # and by this one, so far
    lately: frozenset[Actor] = frozenset()  # the states that acted in this paragraph
    organs: Mapping[str, tuple[Actor, ...]] = field(default_factory=dict)  # by noun: "the Malian army" is "the army"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What all sentences of a story share: who is in it, and what is named where."""

    text: str
    parties: Mapping[PartyId, Party]
    words: frozenset[str]  # of their names, in lower case
    homes: Mapping[PartyId, str]
    offices: frozenset[PartyId]
    named: Placed[PartyId]
    places: Placed[Place]
    times: Placed[Time]
    turns: frozenset[PartyId] = frozenset()  # who speaks in a transcript, and is not who it tells of


def stage_of(text: str, cast: Cast, reading: Reading) -> Stage:
    """Give what the scenes of a story share, reckoned once: a long story has thousands of names and of sentences."""
    return Stage(
        text=text,
        parties={party.id: party for party in cast.parties},
        words=frozenset(word for party in cast.parties for word in party.name.lower().split()),
        homes=_homes(cast),
        offices=frozenset(party.id for party in cast.parties if _has_office(party)),
        named=Placed((mention.span, party.id) for party in cast.parties for mention in party.mentions),
        places=Placed((place.span, place) for place in reading.places),
        times=Placed((time.span, time) for time in reading.times),
        turns=turn_takers(cast.parties, reading),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence, ready to be asked who did what."""

    text: str
    tree: Tree
    named: Mapping[int, Actor]  # word: who is named there
    demonyms: frozenset[int]  # words that are nationalities, and so can only stand before a noun
    places: Mapping[int, str]  # word: the country of the place named there
    near: Sequence[Place]  # that stand in it
    times: Sequence[Time]  # behind its dateline
    stage: Stage
    dateline: int = 0  # words that belong to it: "WONSAN, July 14 –"
    asked: frozenset[int] = frozenset()  # pronouns being looked up: "some of them" must not ask for itself
    memory: Memory = field(default_factory=Memory)
    described: Mapping[str, PartyId] = field(default_factory=dict)  # a noun that means one party: "broker"

    @property
    def parties(self) -> Mapping[PartyId, Party]:
        """Everybody in the story."""
        return self.stage.parties

    @property
    def homes(self) -> Mapping[PartyId, str]:
        """Give the country of each party, where the story tells it."""
        return self.stage.homes

    @property
    def offices(self) -> frozenset[PartyId]:
        """Who holds a public office, or is a public body."""
        return self.stage.offices

    def last_of(self, schemata: frozenset[str], before: int) -> tuple[Actor, ...]:
        """Give the party of one of these kinds that was named last before an offset."""
        named = self.stage.named.placed_back_from(before)
        parties = (party for span, party in named if not _qualifies(self.text, span))
        return next(((party,) for party in parties if self.parties[party].schema in schemata), ())

    def words(self, word: int) -> str:
        """Give the phrase around a noun as it stands in the text."""
        return self.tree.span(self.tree.phrase(word)).of(self.text)

    def unnamed(self, word: int) -> Unnamed:
        """Give whom a noun means by the story's own words, without what only says why or when."""
        beyond = {
            other for prep in self.tree.kids(word, "prep") if self._is_aside(prep) for other in self.tree.subtree(prep)
        }
        kept = tuple(other for other in self.tree.phrase(word) if other not in beyond)
        return Unnamed(text=self.tree.span(kept).of(self.text))

    def _is_aside(self, prep: int) -> bool:
        """Tell why or when, not who: "15 workers | over theft", "a firm | for its part in it"."""
        tree = self.tree
        owned = any(
            tree.tokens[kid].pos == "PRON" for noun in tree.kids(prep, "pobj") for kid in tree.kids(noun, "poss")
        )
        return tree.lemma(prep) in _WHY or (tree.lemma(prep) == "for" and owned)

    def is_person(self, actor: Actor) -> bool:
        """Be a party of the story that is a person."""
        return isinstance(actor, str) and actor in self.parties and self.parties[actor].schema == "Person"


def _qualifies(text: str, span: Span) -> bool:
    """Only tell what follows: "a Princeton researcher", "a U.N. panel"."""
    return _NOUN_BEHIND.match(text, span.end) is not None


def set_scene(sentence: Sentence, stage: Stage) -> Scene:
    """Give a sentence with everybody who is named in it."""
    text = stage.text
    named: dict[int, Actor] = {}
    demonyms: set[int] = set()
    for span, party in stage.named.touching(sentence.span):
        inside = words_at(sentence.tokens, span)
        named |= {word: party for word in inside if len(inside) > 1 or not is_maker(sentence.tokens, word)}
    for word in find_country_words(text, sentence.span):
        inside = [index for index in words_at(sentence.tokens, word.span) if index not in named]
        named |= dict.fromkeys(inside, Government(country=word.country))
        if word.kind == "demonym":
            demonyms.update(inside)
    named |= {word: half for word, half in _halves(sentence, text) if word not in named}
    near = stage.places.touching(sentence.span)
    dateline = _dateline(sentence, text)
    news = sentence.tokens[dateline].span.start if dateline < len(sentence.tokens) else sentence.span.end
    return Scene(
        text=text,
        dateline=dateline,
        tree=tree_of(mended(sentence)),
        named={word: actor for word, actor in named.items() if word >= dateline},
        demonyms=frozenset(demonyms),
        places={
            word: place.country for span, place in near if place.country for word in words_at(sentence.tokens, span)
        },
        near=[place for _span, place in near],
        times=[time for span, time in stage.times.touching(sentence.span) if span.start >= news],
        stage=stage,
    )


def _halves(sentence: Sentence, text: str) -> Iterator[tuple[int, Government]]:
    """Give "the North" and "the South" as the states that they are in a story of Korea."""
    for word, token in enumerate(sentence.tokens[1:], start=1):
        country = _HALVES.get(token.text)
        is_half = sentence.tokens[word - 1].text in ("the", "The") and token.dep not in ("compound", "amod")
        if country is not None and is_half and _KOREA.search(text):
            yield word, Government(country=country)


def _dateline(sentence: Sentence, text: str) -> int:
    if label := [*label_of(sentence)]:
        return len(label) + 1  # a turn of a transcript: "PAZ: Well, …"
    match = _DATELINE.match(sentence.span.of(text))
    end = sentence.span.start + match.end() if match else 0
    return sum(token.span.end <= end for token in sentence.tokens)


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
