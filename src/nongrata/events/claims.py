"""What the story itself says about sanctions, tied to a party and a regime and checked against the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.articles import Story
from nongrata.events.record import Claim, ClaimVerdict
from nongrata.mentions import Reading, Sentence, Token
from nongrata.parties import Cast, Party, PartyId
from nongrata.screening import Match
from nongrata.values import Span
from nongrata.values.countries import find_country_words

REGIME_OF_LIST: Mapping[str, str] = {
    "us_ofac_sdn": "us", "us_ofac_cons": "us", "us_csl": "us", "un_sc": "un", "eu_fsf": "eu", "uk_fcdo": "uk",
    "ch_seco": "ch", "au_dfat": "au", "ca_sema": "ca", "jp_mof": "jp", "nz_mfat": "nz", "tr_masak": "tr",
}  # fmt: skip
_REGIME_OF_COUNTRY = {"us": "us", "gb": "uk", "eu": "eu", "ch": "ch", "au": "au", "ca": "ca", "jp": "jp", "nz": "nz"}
WEST = ("us", "eu", "uk", "ca", "au", "ch", "jp")  # who is meant by "the West": G7 and those that act with it
_UN = re.compile(r"\b(?:U\.?N\.?|United Nations|Security Council)(?![\w])")
_WESTERN = re.compile(r"\bWest(?:ern)?\b")
_US_BODIES = re.compile(r"\b(?:Treasury|OFAC|SDN|State Department)\b")
_EU_BODIES = re.compile(r"\b(?:Brussels|the bloc)\b")

_BY = r"(?: by (?P<by>[^,.;:]{2,60}?))?(?=[,.;:)]|\s+(?:since|in|on|over|for|after|last|and is|and are|but|while|who|which)\b|$)"
_PATTERNS: tuple[tuple[re.Pattern[str], bool, bool], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), says_listed, is_about_now)
    for pattern, says_listed, is_about_now in (
        # not, or no longer, listed
        (r"\b(?:is|are|was|were|has|have|had)(?: itself| himself| herself)? (?:not|never|n['’]t)(?: been| yet)*"
         r" (?:under|subject to|targeted by|placed on|on)[^,.;:]{0,40}?\b(?:sanctions?|any list|lists?|restrictions|Canada)\b", False, True),
        (r"\b(?:no longer|not) (?:under|subject to|on)[^,.;:]{0,40}\b(?:sanctions?|restrictions|list)\b", False, True),
        (r"\b(?:has|have|had) (?:not|never) been (?:sanctioned|blacklisted|targeted|designated|listed|placed on [^,.;:]{0,30}list)"
         r"(?: by (?P<by>[^,.;:]{2,40}))?", False, True),
        (r"\b(?:removed|taken off|dropped|delisted|struck)(?: from)?[^,.;:]{0,30}\b(?:sanctions?|blacklist|list)\b"
         r"(?: on [^,.;:]{2,40})?", False, True),
        (r"\b(?:lifted|removed|eased) (?:its |the |all )?(?:[\w.]+ )?sanctions (?:on|against) [^,.;:]{2,60}", False, True),
        # listed
        (r"\b(?:that |which |who )?(?:is|are|was|were|has been|have been|had been|remains?|both remain|still) (?:\w+ ){0,2}?(?:under|subject to) "
         r"(?P<which>[^,.;:]{0,50}?)\bsanctions\b", True, True),
        (r"(?<!\w)under (?P<which>[A-Z][\w.]+(?: and [A-Z][\w.]+(?: Union)?)?) sanctions\b", True, True),
        (r"\b(?:which |that |who )?(?:is|are|was|were|has been|have been|had been) (?:\w+ ){0,3}?(?:sanctioned|blacklisted|put on|added to|placed on)"
         r"(?! the list of)" + _BY, True, True),
        (r"\b(?:remains?|stays?|still) on (?:it|the [^,.;:]{0,50}?\b(?:list|blacklist))", True, True),
        (r"\b(?:blacklisted|sanctioned)\b(?= by)" + _BY, True, True),
        (r"\b(?:added|put|placed) (?:[\w’' ]{2,40} )?(?:to|on|under) (?:its|the|his|their|a)? ?(?:[\w.]+ )?(?:sanctions ?list|list|blacklist|sanctions)\b", True, True),
        (r"\b(?:is|are) (?:\w+ )?(?:listed|blacklisted|sanctioned)(?: as well| too)?\b", True, True),
        (r"\b(?:sanctioned|blacklisted|U\.S\.-sanctioned|EU-sanctioned)\b(?= [A-Za-z])", True, True),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The parties' matches, by party, and the day for which they were asked."""

    matches: Mapping[PartyId, Sequence[Match]]
    known: frozenset[str]  # regimes that any loaded list speaks of, the starter list too
    complete: frozenset[str]  # regimes of which an official list is loaded: only there is absence an answer
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    span: Span
    says_listed: bool
    regimes: tuple[str, ...]
    sentence: Sentence


def find_claims(text: str, story: Story, reading: Reading, cast: Cast, screened: Screened) -> tuple[Claim, ...]:
    """Give the story's claims about sanctions in the order of the text, each with its verdict and its basis."""
    claims = []
    for said in _said(text, reading):
        party = _about(text, said, reading, cast, screened)
        verdict, basis = _check(said, party, screened)
        claims.append(
            Claim(
                span=said.span,
                party=party.id if party else None,
                regimes=said.regimes,
                verdict=verdict,
                basis=basis,
            )
        )
    return tuple(claims)


def _said(text: str, reading: Reading) -> Iterator[_Said]:
    for sentence in reading.sentences:
        taken: list[Span] = []
        for pattern, says_listed, _now in _PATTERNS:
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                span = Span(*match.span())
                if span.of(text).strip() and not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    regimes = _regimes(text, span, sentence.span)
                    yield _Said(span=span, says_listed=says_listed, regimes=regimes, sentence=sentence)


def _regimes(text: str, span: Span, sentence: Span) -> tuple[str, ...]:
    """Give the regimes named in the claim's own words, else by the subject of the sentence before it."""
    return _regimes_in(text, span) or _regimes_in(text, Span(max(sentence.start, span.start - 60), span.start))


def _regimes_in(text: str, span: Span) -> tuple[str, ...]:
    words = span.of(text)
    found = list(WEST) if _WESTERN.search(words) else []
    found += ["un"] if _UN.search(words) else []
    found += ["us"] if _US_BODIES.search(words) else []
    found += ["eu"] if _EU_BODIES.search(words) else []
    found += [_REGIME_OF_COUNTRY[w.country] for w in find_country_words(text, span) if w.country in _REGIME_OF_COUNTRY]
    return tuple(dict.fromkeys(found))


def _about(text: str, said: _Said, reading: Reading, cast: Cast, screened: Screened) -> Party | None:
    """Give the party spoken of: the nearest one before in the sentence, the one that a noun beside it describes."""
    inside = [(m.span, p) for p in cast.parties for m in p.mentions if said.span.covers(m.span)]
    if inside and not said.says_listed:
        return inside[0][1]
    described = _described(said, reading, cast, screened)
    if described is not None:
        return described
    start = said.sentence.span.start
    before = [(m.span, p) for p in cast.parties for m in p.mentions if start <= m.span.start < said.span.start]
    after = [
        (m.span, p)
        for p in cast.parties
        for m in p.mentions
        if said.span.start <= m.span.start < said.sentence.span.end
    ]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(after, key=lambda pair: pair[0])[1] if after else None


_KINDS = ("plant", "factory", "shipyard", "refinery", "bank", "airline", "tanker", "vessel", "ship", "company")
_SAME_KIND = {"factory": "plant", "vessel": "tanker", "ship": "tanker"}


def _described(said: _Said, reading: Reading, cast: Cast, screened: Screened) -> Party | None:
    """Give the named party of the kind that a common noun beside the claim tells: "a jet factory that is under sanctions"."""
    noun = _noun_beside(said)
    if noun is None:
        return None
    kind = _SAME_KIND.get(noun.lemma, noun.lemma)
    of_kind = [party for party in cast.parties if kind in _kinds_of(party)]
    listed = [party for party in of_kind if any(m.verdict == "match" for m in screened.matches.get(party.id, ()))]
    return next(iter(listed or of_kind), None)


def _kinds_of(party: Party) -> set[str]:
    words = {word for mention in party.mentions for word in mention.text.lower().split()}
    return {_SAME_KIND.get(word, word) for word in words if word in _KINDS} | (
        {"tanker"} if party.schema == "Vessel" else set()
    )


def _noun_beside(said: _Said) -> Token | None:
    """The kind of thing that stands right before a relative clause, or right after "sanctioned"."""
    tokens = said.sentence.tokens
    before = [token for token in tokens if token.span.end <= said.span.start]
    after = [token for token in tokens if token.span.start >= said.span.end]
    if before and before[-1].pos == "NOUN" and before[-1].lemma in _KINDS:
        return before[-1]
    near = [token for token in after[:4] if token.pos in ("NOUN", "PROPN") and token.text.lower() in _KINDS]
    return near[0] if near and len(said.span) < 30 else None


def _check(said: _Said, party: Party | None, screened: Screened) -> tuple[ClaimVerdict, tuple[str, ...]]:
    """Hold the claim against the lists as of the story's date."""
    if party is None:
        return "not checkable", ("the story does not name the party that it speaks of",)
    asked = frozenset(said.regimes) or screened.known
    relevant = [
        match
        for match in screened.matches.get(party.id, ())
        if match.verdict == "match" and REGIME_OF_LIST.get(match.list_id) in asked
    ]
    holding = [match for match in relevant if match.in_force is not False]
    if not relevant and not asked & screened.complete:
        names = ", ".join(sorted(regime.upper() for regime in asked))
        return "not checkable", (f"{party.name} is not on the starter list, and no official list of {names} is loaded",)
    if not relevant:
        names = ", ".join(sorted(regime.upper() for regime in asked & screened.complete))
        absent = f"{party.name} was looked for on the lists of {names} and not found"
        return ("not found" if said.says_listed else "confirmed"), (absent,)
    agrees = bool(holding) == said.says_listed or (said.says_listed and any(match.delisted_on for match in relevant))
    return ("confirmed" if agrees else "contradicted"), tuple(_words(match) for match in relevant)


def _words(match: Match) -> str:
    """Say what one listing is and when it held."""
    words = f"{match.list_id} {match.entity_id} {match.caption}"
    if match.listed_on is not None:
        words += f", listed {match.listed_on}"
    if match.delisted_on is not None:
        words += f", delisted {match.delisted_on}"
    force = {True: "in force on the day", False: "not in force on the day", None: "the list gives no date"}[
        match.in_force
    ]
    return f"{words}: {force}"
