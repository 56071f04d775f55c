"""He and she, where it is certain whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nongrata.mentions import Reading, Sentence, Token
from nongrata.parties.record import Party, PartyId, PartyMention

PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
SUBJECTS = ("nsubj", "nsubjpass")


def pronouns_of(parties: Sequence[Party], reading: Reading) -> tuple[Party, ...]:
    """Give the parties with the pronouns that certainly mean them.

    A pronoun means the person last named as a subject in its own or the sentence before, unless a gender
    that the story tells speaks against it. Where nobody was a subject, only a lone candidate will do.
    """
    people = [party for party in parties if party.schema == "Person"]
    found: dict[PartyId, list[PartyMention]] = {party.id: [] for party in people}
    last: Party | None = None
    for before, sentence in zip((None, *reading.sentences), reading.sentences, strict=False):
        for token in sentence.tokens:
            named = _named_here(people, token)
            if named is not None and token.dep in SUBJECTS:
                last = named
            gender = PRONOUNS.get(token.text.lower())
            if gender and (meant := last or _alone(people, before, sentence)) and _may_be(meant, gender):
                found[meant.id].append(PartyMention(span=token.span, text=token.text, kind="pronoun"))
        if last is not None and before is not None and not _subjects(people, sentence):
            last = last if any(found[last.id][-1:]) and found[last.id][-1].span.start >= before.span.start else None
    return tuple(
        replace(party, mentions=tuple(sorted((*party.mentions, *found[party.id]), key=lambda m: m.span)))
        if found.get(party.id)
        else party
        for party in parties
    )


def _named_here(people: Sequence[Party], token: Token) -> Party | None:
    return next((p for p in people for m in p.mentions if m.span.covers(token.span)), None)


def _subjects(people: Sequence[Party], sentence: Sentence) -> list[Party]:
    return [p for token in sentence.tokens if token.dep in SUBJECTS and (p := _named_here(people, token))]


def _alone(people: Sequence[Party], before: Sentence | None, sentence: Sentence) -> Party | None:
    near = [
        person
        for person in people
        for mention in person.mentions
        if sentence.span.covers(mention.span) or (before is not None and before.span.covers(mention.span))
    ]
    return near[0] if len({person.id for person in near}) == 1 else None


def _may_be(person: Party, gender: str) -> bool:
    return all(fact.value == gender for fact in person.facts if fact.kind == "gender")
