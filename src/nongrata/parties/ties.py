"""The story's own words that one party belongs to another: "both units of United Aircraft Corporation"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from nongrata.mentions import Reading, Sentence
from nongrata.mentions.naming import OWNED_BY
from nongrata.parties.record import Party, PartyId, Tie
from nongrata.values import Span
from nongrata.values.placed import Placed

_OWNED_BY = re.compile(
    r"(?:(?P<share>\d{1,3}(?:\.\d+)?)[ -]?(?:percent|per cent|%)[ -])?"
    rf"(?P<words>{'|'.join(re.escape(words) for words in OWNED_BY)}) (?:the |its |[A-Z]\w+’s |[a-z-]+ ){{0,3}}$"
)
_OWNS = re.compile(
    r"\b(?:owns|holds|controls|acquired|bought)"
    r"(?: (?P<share>\d{1,3}(?:\.\d+)?)[ -]?(?:percent|per cent|%) of| a majority of| all of)?"
    r" (?:the )?$"
)
_ITS_UNIT = re.compile(r"(?:[’']s)? (?:unit|subsidiary|division|arm|affiliate),? $")
_BOTH = re.compile(r"\b(?:both|two|all|three)\b[^.;]{0,20}$")
REACH = 200  # characters between the owned and the words of belonging: a long apposition


def ties_between(text: str, parties: Sequence[Party], reading: Reading) -> tuple[Tie, ...]:
    """Give each tie once, with the words from the owned party's name to the owner's."""
    found: dict[tuple[PartyId, PartyId], Tie] = {}
    spans = ((m.span, party) for party in parties for m in party.mentions if m.kind != "pronoun")
    named = Placed((span, (span, party)) for span, party in spans)
    for sentence in reading.sentences:
        for tie in _in_sentence(text, named.within(sentence.span), sentence):
            found.setdefault((tie.owned, tie.owner), tie)
    return tuple(found.values())


def _in_sentence(text: str, named: Sequence[tuple[Span, Party]], sentence: Sentence) -> Iterator[Tie]:
    for index, (span, party) in enumerate(named):
        before = text[sentence.span.start : span.start]
        earlier = named[:index]
        if match := _OWNED_BY.search(before):
            at = sentence.span.start + match.start()
            near = [
                (w, p) for w, p in earlier if w.end <= at < w.end + REACH and p.schema != "Person" and p is not party
            ]
            for where, owned in near[-2:] if _takes_two(match, before) else near[-1:]:
                yield _tie(owned, party, Span(where.start, span.end), match)
        if earlier and (match := _OWNS.search(text[earlier[-1][0].end : span.start])):
            yield _tie(party, earlier[-1][1], Span(earlier[-1][0].start, span.end), match)
        if earlier and (match := _ITS_UNIT.fullmatch(text[earlier[-1][0].end : span.start])):
            yield Tie(owned=party.id, owner=earlier[-1][1].id, share=None, span=Span(earlier[-1][0].start, span.end))


def _takes_two(match: re.Match[str], before: str) -> bool:
    """The owned parties stand before the words; "both units of" takes the two nearest."""
    is_plural = match["words"].startswith(("units", "subsidiaries", "divisions", "branches"))
    return is_plural or _BOTH.search(before[: match.start()]) is not None


def _tie(owned: Party, owner: Party, span: Span, match: re.Match[str]) -> Tie:
    share = Fraction(match["share"]) / 100 if match["share"] else None
    return Tie(owned=owned.id, owner=owner.id, share=share if share is None or share <= 1 else None, span=span)
