"""What the story itself says about sanctions, tied to a party and a regime and checked against the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nongrata.articles import Story
from nongrata.events.claimants import is_of_some, kind_beside, kinds_of, parties_meant
from nongrata.events.record import Claim, ClaimVerdict
from nongrata.events.wordings import WORDINGS, Wording
from nongrata.mentions import Reading, Sentence
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
_BEFORE = 60  # characters before a claim in which "not" or "could" still bears on it
_NO = r"(?:not(?! only| just)|never|neither|nor|no longer|\w+n[’']t)"
_NOT = re.compile(rf"\b{_NO} (?:[\w.]+ ){{0,2}}$", re.I)
_NOT_INSIDE = re.compile(rf"\b{_NO}\b", re.I)
_THOUGHT_OF = re.compile(
    r"\b(?:could|may|might|would|will|should|must|to|if|whether|risk\w*|fear\w*|threat\w*|propos\w*|consider\w*"
    r"|call\w* for|urg\w*|any|every|each|no) (?:(?!which|that|who|is|was)[\w.]+ ){0,2}$",
    re.I,
)
_CLAUSE = re.compile(r"[^,;:.]+")
_US_BODIES = re.compile(r"\b(?:Treasury|OFAC|SDN|State Department)\b")
_IT = re.compile(
    r"\b(?:it|they|which|and)(?: (?:has|had|have|then|later|also|since|only|once))* $"
)  # who did it, before its verb
_EU_BODIES = re.compile(r"\b(?:Brussels|the bloc)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The parties' matches, by party, and what the loaded lists can tell."""

    matches: Mapping[PartyId, Sequence[Match]]
    known: frozenset[str]  # regimes that any loaded list speaks of, the starter list too
    complete: frozenset[str]  # regimes of which an official list is loaded: only there is absence an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    span: Span
    wording: Wording
    regimes: tuple[str, ...]
    sentence: Sentence


def find_claims(text: str, story: Story, reading: Reading, cast: Cast, screened: Screened) -> tuple[Claim, ...]:
    """Give the story's claims about sanctions in the order of the text, each with its verdict and its basis."""
    claims = []
    for said in sorted(_said(text, reading), key=lambda said: said.span):
        if said.wording.is_object and is_of_some(text, said.span, said.sentence, cast):
            continue
        for party in parties_meant(text, said.span, said.wording, said.sentence, cast) or (None,):
            named = _described(party, said, cast, screened)
            verdict, basis = _check(said, named, screened)
            claims.append(
                Claim(
                    span=said.span,
                    party=named.id if named else None,
                    regimes=said.regimes,
                    verdict=verdict,
                    basis=basis,
                )
            )
    return tuple(claims)


def _described(party: Party | None, said: _Said, cast: Cast, screened: Screened) -> Party | None:
    """Give the party that a noun beside the claim describes ("a jet plant that is under …"), a listed one first."""
    kind = kind_beside(said.span, said.sentence)
    if kind is None:
        return party
    of_kind = [each for each in cast.parties if kind in kinds_of(each)]
    listed = [each for each in of_kind if any(match.verdict == "match" for match in screened.matches.get(each.id, ()))]
    return next(iter(listed or of_kind), party)


def _said(text: str, reading: Reading) -> Iterator[_Said]:
    for sentence in reading.sentences:
        taken: list[Span] = []
        for wording in WORDINGS:
            for match in wording.pattern.finditer(text, sentence.span.start, sentence.span.end):
                span = Span(*match.span())
                before = text[max(sentence.span.start, span.start - _BEFORE) : span.start]
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    if (wording.says_listed or wording.says_lifted) and _THOUGHT_OF.search(before):
                        continue
                    is_denied = wording.says_listed and (_NOT.search(before) or _NOT_INSIDE.search(span.of(text)))
                    yield _Said(
                        span=span,
                        wording=replace(wording, says_listed=False) if is_denied else wording,
                        regimes=_regimes(text, span, sentence.span),
                        sentence=sentence,
                    )


def _regimes(text: str, span: Span, sentence: Span) -> tuple[str, ...]:
    """Give the regimes named in the claim's own words, right before it or right after it in its clause."""
    after = _CLAUSE.match(text, span.end, min(sentence.end, span.end + 40))
    before = Span(sentence.start, span.start)
    return (
        _regimes_in(text, span)
        or _regimes_in(text, Span(max(sentence.start, span.start - 40), span.start))
        or (_regimes_in(text, Span(*after.span())) if after else ())
        or (_only(_regimes_in(text, before)) if _IT.search(before.of(text)) else ())
    )


def _only(regimes: tuple[str, ...]) -> tuple[str, ...]:
    """Give the one regime that "it" can mean, or none where there are several."""
    return regimes if len(regimes) == 1 else ()


def _regimes_in(text: str, span: Span) -> tuple[str, ...]:
    words = span.of(text)
    found = list(WEST) if _WESTERN.search(words) else []
    found += ["un"] if _UN.search(words) else []
    found += ["us"] if _US_BODIES.search(words) else []
    found += ["eu"] if _EU_BODIES.search(words) else []
    found += [_REGIME_OF_COUNTRY[w.country] for w in find_country_words(text, span) if w.country in _REGIME_OF_COUNTRY]
    return tuple(dict.fromkeys(found))


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
        return ("not found" if said.wording.says_listed else "confirmed"), (absent,)
    says_listed = said.wording.says_listed
    # That a list gave it up says that it had been on it, and that somebody lifted what there was.
    agrees = bool(holding) == says_listed or (
        (says_listed or said.wording.says_lifted) and any(match.delisted_on for match in relevant)
    )
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
