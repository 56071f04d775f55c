"""The story's own words that one party belongs to another: "both units of United Aircraft Corporation"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from nongrata.mentions import Reading, Sentence
from nongrata.mentions.names.naming import OWNED_BY
from nongrata.parties.record import Party, PartyId, Tie
from nongrata.parties.units import ties_by_name
from nongrata.values import Span
from nongrata.values.placed import Placed

REACH = 200  # characters between the owned and the words of belonging: a long apposition
_NOT_SO = 40  # characters before the words of belonging that may undo them

_PERCENT = r"\d{1,3}(?:\.\d+)?[ -]?(?:percent|per cent|pct|%)"
_HOW = (
    r"(?:(?:wholly|fully|entirely|solely|majority|partly|part|jointly|beneficially|directly|indirectly|ultimately)[ -])"
)
_UNIT = r"(?:units?|subsidiar(?:y|ies)|divisions?|arms?|branch(?:es)?|affiliates?)"
_NEAR = r"(?:the |its |[A-Z]\w+[’']s |[a-z-]+ ){0,3}"  # what may stand before the owner's name

# Behind the owned's name, up to the owner's.
_OWNED_BY = re.compile(
    rf"(?P<words>(?:{_PERCENT}[ -])?{_HOW}*(?:owned|held)(?: (?:and|or) [a-z]+)?(?: {_PERCENT})?(?: [a-z]+ly)? by"
    rf"|controlled by"
    rf"|(?:(?:{_PERCENT}|wholly|fully|majority)[ -]owned )?(?:[a-z-]+ )?{_UNIT} of"
    rf"|(?:{_PERCENT} of which )?(?:{'|'.join(re.escape(words) for words in OWNED_BY)})) {_NEAR}$"
)
_ITS_OWNER = re.compile(r"[’']s (?:[a-z-]+ ){0,2}(?:owner|parent(?: company)?),? $")
# Behind the owner's name, up to the owned's.
_OWNS = re.compile(
    r"\b(?P<words>(?:owns|holds|controls|acquired|bought)"
    rf"(?: (?:an? )?(?:[a-z-]+ )?{_PERCENT}(?: (?:stake|interest|holding|shares?))? (?:of|in)| a majority of| all of)?"
    r"|(?:owns|holds|has|acquired|bought) (?:an? |the )?(?:[a-z-]+ ){0,2}"
    rf"(?:{_PERCENT} )?(?:[a-z-]+ )?(?:stake|interest|holding) in) (?:the )?$"
)
_OWNER_OF = re.compile(
    r"^,? (?:(?:which|who) is )?(?:the |an? )?(?:[a-z-]+ ){0,2}(?:owner|parent(?: company)?) of (?:the )?$"
)
_HIS_STAKE = re.compile(rf"^[’']s? (?P<words>(?:{_PERCENT} )?(?:stake|interest|shareholding)) in (?:the )?$")
_ITS_UNIT = re.compile(
    rf"^(?:[’']s?)? (?P<words>(?:(?:{_PERCENT}|wholly|fully|majority)[ -]owned )?(?:[a-z]+ )?{_UNIT}),? $"
)
# Between the owned's name and the owner's, and behind the owner's.
_IN_WHICH = re.compile(r"^,? in which (?:the )?$")
_HAS_IN_IT = re.compile(
    rf" (?P<words>(?:owns|holds|has|controls) (?:an? )?(?:[a-z-]+ )?(?:{_PERCENT}|stake|interest|majority))"
)

_BOTH = re.compile(r"\b(?:both|two|all|three)\b[^.;]{0,20}$")
_AND = re.compile(r"^(?:,| and|, and)(?: the)? $")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)[ -]?(?:percent|per cent|pct|%)|\b(wholly|fully|entirely|solely)\b")
_UNDONE = re.compile(
    r"\b(?:not|never|no longer|formerly|previously|once|until recently|den(?:y|ies|ied|ying)|whether|if|would|may|might"
    r"|could)\b[^,;]*$"
)


def ties_between(text: str, parties: Sequence[Party], reading: Reading) -> tuple[Tie, ...]:
    """Give each tie once, with the words from the owned party's name to the owner's."""
    found: dict[tuple[PartyId, PartyId], Tie] = {}
    spans = ((m.span, party) for party in parties for m in party.mentions if m.kind != "pronoun")
    named = Placed((span, (span, party)) for span, party in spans)
    schemata = {party.id: party.schema for party in parties}
    for sentence in reading.sentences:
        for tie in _in_sentence(text, named.within(sentence.span), sentence):
            if not _is_of_the_state(schemata, tie):
                found.setdefault((tie.owned, tie.owner), tie)
    for tie in ties_by_name(text, parties):
        found.setdefault((tie.owned, tie.owner), tie)
    return tuple(found.values())


def _is_of_the_state(schemata: Mapping[PartyId, str], tie: Tie) -> bool:
    """Be a ministry or an agency said to be a firm's: "blacklisted by OFAC when it was owned by Skyhart"."""
    return schemata[tie.owned] == "PublicBody" and schemata[tie.owner] in ("Company", "Person")


def _in_sentence(text: str, named: Sequence[tuple[Span, Party]], sentence: Sentence) -> Iterator[Tie]:
    for index, (span, party) in enumerate(named):
        before, earlier = text[sentence.span.start : span.start], named[:index]
        if match := _OWNED_BY.search(before):
            at = sentence.span.start + match.start()
            if not _is_undone(before[: match.start()]):
                yield from _owned_by(text, named[index:], _owned(earlier, party, at, match, before), match["words"])
        elif earlier:
            yield from _between(text, earlier[-1], (span, party), sentence)


def _owned(
    earlier: Sequence[tuple[Span, Party]], owner: Party, at: int, match: re.Match[str], before: str
) -> Sequence[tuple[Span, Party]]:
    """Give whom the words of belonging are about: the nearest before them, or the two nearest."""
    near = [(w, p) for w, p in earlier if w.end <= at < w.end + REACH and p.schema != "Person" and p is not owner]
    return near[-2:] if _takes_two(match, before) else near[-1:]


def _owned_by(
    text: str, owners: Sequence[tuple[Span, Party]], owned: Sequence[tuple[Span, Party]], words: str
) -> Iterator[Tie]:
    """Give the ties to the owner, and to those named with it where the words say that they own together."""
    several = list(owners[:1])
    for (last, _), (span, party) in pairwise(owners):
        if "jointly" not in words or not _AND.match(text[last.end : span.start]):
            break
        several.append((span, party))
    for where, whose in owned:
        for span, owner in several:
            if owner is not whose:
                yield _tie(whose, owner, Span(where.start, span.end), words if len(several) == 1 else "")


def _between(text: str, left: tuple[Span, Party], right: tuple[Span, Party], sentence: Sentence) -> Iterator[Tie]:
    """Give the tie that the words between two neighbours tell, or those behind both."""
    between, whole = text[left[0].end : right[0].start], Span(left[0].start, right[0].end)
    if left[1] is right[1] or _is_undone(text[sentence.span.start : left[0].start]):
        return
    for pattern in (_OWNS, _OWNER_OF, _HIS_STAKE, _ITS_UNIT):
        if (match := pattern.search(between)) and not _is_undone(between[: match.start()]):
            if right[1].schema != "Person":
                yield _tie(right[1], left[1], whole, match[0])
            return
    if left[1].schema == "Person":
        return
    if _ITS_OWNER.fullmatch(between):
        yield _tie(left[1], right[1], whole, "")
    elif _IN_WHICH.match(between) and (match := _HAS_IN_IT.match(text, right[0].end, sentence.span.end)):
        share = text[match.start() : min(sentence.span.end, match.end() + 20)]
        yield _tie(left[1], right[1], Span(whole.start, match.end()), share)


def _is_undone(before: str) -> bool:
    """Say that the words before take back what follows: it is not so, no longer, or may be."""
    return _UNDONE.search(before[-_NOT_SO:]) is not None


def _takes_two(match: re.Match[str], before: str) -> bool:
    """The owned parties stand before the words; "both units of" takes the two nearest."""
    is_plural = re.search(r"\b(?:units|subsidiaries|divisions|branches|affiliates) of$", match["words"]) is not None
    return is_plural or _BOTH.search(before[: match.start()]) is not None


def _tie(owned: Party, owner: Party, span: Span, words: str) -> Tie:
    found = _SHARE.search(words)
    share = None if found is None else Fraction(found[1]) / 100 if found[1] else Fraction(1)
    return Tie(owned=owned.id, owner=owner.id, share=share if share is None or share <= 1 else None, span=span)
