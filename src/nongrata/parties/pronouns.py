"""He and she, where it is certain whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nongrata.mentions import Reading, Sentence, Token
from nongrata.parties.record import Fact, Party, PartyId, PartyMention
from nongrata.values import Span

PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(slots=True, kw_only=True)
class _Trail:
    """Who was spoken of last, and of which gender each person has shown to be."""

    people: Sequence[Party]
    genders: dict[PartyId, str]
    subject: Party | None = None
    since: int = 0  # sentences since the subject was named or meant
    found: dict[PartyId, list[tuple[PartyMention, str]]] = field(default_factory=dict)

    def may_be(self, person: Party, gender: str) -> bool:
        return self.genders.get(person.id, gender) == gender


def pronouns_of(parties: Sequence[Party], reading: Reading) -> tuple[Party, ...]:
    """Give the parties with the pronouns that certainly mean them, and the gender that these tell.

    A pronoun means the person last named as a subject in its own or the sentence before, unless a gender
    that the story has told speaks against it. Where nobody was a subject, only a lone candidate will do.
    """
    people = [party for party in parties if party.schema == "Person"]
    told = {party.id: fact.value for party in people for fact in party.facts if fact.kind == "gender"}
    trail = _Trail(people=people, genders=told)
    for before, sentence in zip((None, *reading.sentences), reading.sentences, strict=False):
        _follow(trail, before, sentence)
    return tuple(_with(party, trail) for party in parties)


def _follow(trail: _Trail, before: Sentence | None, sentence: Sentence) -> None:
    trail.since += 1
    for token in sentence.tokens:
        named = _named_here(trail.people, token)
        if named is not None and token.dep in SUBJECTS:
            trail.subject, trail.since = named, 0
        gender = PRONOUNS.get(token.text.lower())
        if gender is None:
            continue
        meant = _meant(trail, gender, before, sentence)
        if meant is not None:
            trail.genders[meant.id] = gender
            trail.subject, trail.since = meant, 0
            mention = PartyMention(span=token.span, text=token.text, kind="pronoun")
            trail.found.setdefault(meant.id, []).append((mention, gender))


def _meant(trail: _Trail, gender: str, before: Sentence | None, sentence: Sentence) -> Party | None:
    if trail.subject is not None and trail.since <= 1 and trail.may_be(trail.subject, gender):
        return trail.subject
    spans = [sentence.span] if before is None else [before.span, sentence.span]
    near = {p.id: p for p in trail.people if trail.may_be(p, gender) and _is_named_in(p, spans)}
    return next(iter(near.values())) if len(near) == 1 else None


def _is_named_in(person: Party, spans: Sequence[Span]) -> bool:
    return any(span.covers(mention.span) for span in spans for mention in person.mentions)


def _named_here(people: Sequence[Party], token: Token) -> Party | None:
    return next((p for p in people for m in p.mentions if m.span.covers(token.span)), None)


def _with(party: Party, trail: _Trail) -> Party:
    found = trail.found.get(party.id)
    if not found:
        return party
    mentions = sorted((*party.mentions, *(mention for mention, _gender in found)), key=lambda mention: mention.span)
    facts = party.facts
    if not any(fact.kind == "gender" for fact in facts):
        facts = (*facts, Fact(kind="gender", value=found[0][1], span=found[0][0].span))
    return replace(party, mentions=tuple(mentions), facts=facts)
