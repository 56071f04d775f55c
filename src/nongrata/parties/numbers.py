"""Whose number it is: the party's that is named beside it; with nobody named, a number is a party of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nongrata.mentions import IdNumber, Reading
from nongrata.parties.record import Fact, Party, PartyId, PartyMention
from nongrata.values import Span
from nongrata.values.placed import Placed

Named = tuple[Span, Party]

_BODIES = ("Company", "Organization", "PublicBody", "LegalEntity")
_ANYBODY = ("Person", *_BODIES)
# What a number of a kind can belong to, and what it is the number of where nobody is named.
_OWNERS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "imo": (("Vessel",), "Vessel"),
    "mmsi": (("Vessel",), "Vessel"),
    "callsign": (("Vessel", "Airplane"), "Vessel"),
    "tail_number": (("Airplane",), "Airplane"),
    "passport": (("Person",), "Person"),
    "inn": (_ANYBODY, "LegalEntity"),
    "wallet": (("Person", "Company", "Organization", "LegalEntity"), "LegalEntity"),
    "ogrn": (_ANYBODY, "LegalEntity"),
}
_OTHERS = (_BODIES, "LegalEntity")
# Said alone, these name nobody whom a list could tell: other states number theirs alike.
_NEVER_ALONE = frozenset(("passport", "callsign"))
_SPELT_OUT = frozenset(("wallet", "passport", "callsign", "tail_number"))
_REACH = 160  # characters from a name to its number
_ANOTHER = re.compile(
    r"\b(?:another|others?|second|third|unnamed|unknown|unidentified|both|two)\b|\b(?:to|from|with) (?:an?|the) ", re.I
)
_END = re.compile(r"[.!?][\"”’)]*\s")
_BESIDE = re.compile(r"[\s,(;:–—-]*(?:(?:with|bearing|has|had|having|whose|its|the|under|and|a) )*")
_NAMED = re.compile(
    r"[\s),;:–—-]*(?:(?:is|was|belongs to|owned by|the|a|an|now|named|called|ship|tanker|vessel|aircraft) )*[“\"‘]?"
)
_ITS = re.compile(r"\b(?:[Ii]ts|[Hh]er|[Hh]is|[Tt]he (?:ship|vessel|tanker|aircraft|plane|company)(?:['’]s)?)\b")


def with_numbers(text: str, parties: Sequence[Party], reading: Reading, *, prefix: str = "") -> tuple[Party, ...]:
    """Give the parties with the numbers that the story gives for them, and those that numbers alone name."""
    named = Placed((mention.span, (mention.span, party)) for party in parties for mention in party.mentions)
    facts: dict[PartyId, list[Fact]] = {}
    alone: dict[tuple[str, str], list[IdNumber]] = {}
    known: dict[tuple[str, str], PartyId] = {}
    for number in reading.identifiers:
        key = (number.kind, number.value.upper())
        owner = known.get(key) or _owner(text, named, number)
        if owner is not None:
            known[key] = owner
            facts.setdefault(owner, []).append(_fact(number))
        elif number.kind not in _NEVER_ALONE:
            alone.setdefault(key, []).append(number)
    told = tuple(_with(party, facts.get(party.id, ())) for party in parties)
    nameless = (each for key, each in alone.items() if key not in known)
    ids = (PartyId(f"{prefix}p{number}") for number in range(len(parties) + 1, len(parties) + len(alone) + 1))
    return (*told, *(_nameless(text, id_, each) for id_, each in zip(ids, nameless, strict=False)))


def number_words(kind: str, value: str) -> str:
    """Give a number with what it is.

    >>> number_words("imo", "9312884"), number_words("tail_number", "RA-76502")
    ('IMO 9312884', 'tail number RA-76502')
    """
    return f"{kind.replace('_', ' ') if kind in _SPELT_OUT else kind.upper()} {value}"


def _owner(text: str, named: Placed[Named], number: IdNumber) -> PartyId | None:
    """Give the party whose number this is: named right beside it, before it in its sentence, right after it."""
    kinds, _schema = _OWNERS.get(number.kind, _OTHERS)
    around = [
        pair for _span, pair in named.touching(Span(max(0, number.span.start - _REACH), number.span.end + _REACH))
    ]
    own = next((party for span, party in around if number.whole.overlaps(span)), None)
    if own is not None:
        return own.id  # an aircraft that goes by its tail number
    before = max(
        (pair for pair in around if pair[0].end <= number.whole.start), key=lambda pair: pair[0].end, default=None
    )
    if before is not None and _BESIDE.fullmatch(text, before[0].end, number.whole.start) and _may_own(before[1], kinds):
        return before[1].id
    fitting = [pair for pair in around if pair[1].schema in kinds]
    return _named_before(text, fitting, number) or _named_after(text, fitting, number)


def _may_own(party: Party, kinds: tuple[str, ...]) -> bool:
    """Be of a kind that has such numbers, or of one that the model takes ships and aircraft for."""
    return party.schema in kinds or (kinds[0] in ("Vessel", "Airplane") and party.schema in ("Organization", "Person"))


def _named_before(text: str, near: Sequence[tuple[Span, Party]], number: IdNumber) -> PartyId | None:
    before = [(span, party) for span, party in near if span.end <= number.whole.start]
    for span, party in sorted(before, key=lambda pair: -pair[0].end):
        between = text[span.end : number.whole.start]
        if _ANOTHER.search(between) or "\n" in between:
            return None
        stops = list(_END.finditer(between))
        if not stops or (len(stops) == 1 and _ITS.search(between, stops[0].end())):
            return party.id
        return None
    return None


def _named_after(text: str, near: Sequence[tuple[Span, Party]], number: IdNumber) -> PartyId | None:
    after = [(span, party) for span, party in near if span.start >= number.whole.end]
    if not after:
        return None
    span, party = min(after, key=lambda pair: pair[0].start)
    return party.id if _NAMED.fullmatch(text, number.whole.end, span.start) else None


def _fact(number: IdNumber) -> Fact:
    return Fact(kind="identifier", value=f"{number.kind}:{number.value}", span=number.span)


def _with(party: Party, facts: Sequence[Fact]) -> Party:
    known = {(fact.kind, fact.value.casefold()) for fact in party.facts}
    new = {fact.value.casefold(): fact for fact in reversed(facts) if (fact.kind, fact.value.casefold()) not in known}
    if not new:
        return party
    goes_by_it = any(fact.value == f"tail_number:{party.name}" for fact in facts)
    told = tuple(sorted((*party.facts, *new.values()), key=lambda fact: fact.span))
    return replace(party, facts=told, schema="Airplane" if goes_by_it else party.schema)


def _nameless(text: str, id_: PartyId, numbers: Sequence[IdNumber]) -> Party:
    """Give the party that a number alone names: "a tanker with the IMO number 9312884"."""
    first = numbers[0]
    name = first.value if first.kind in _SPELT_OUT else number_words(first.kind, first.value)
    mentions = tuple(PartyMention(span=each.whole, text=each.whole.of(text), kind="full") for each in numbers)
    schema = _OWNERS.get(first.kind, _OTHERS)[1]
    return Party(id=id_, name=name, schema=schema, mentions=mentions, facts=(_fact(first),))
