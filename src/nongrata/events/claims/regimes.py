"""Whose sanctions a claim speaks of: the regimes it names, "the West", or a state whose list nobody publishes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nongrata.events.claims.authorities import regimes_of_bodies
from nongrata.values import Span
from nongrata.values.countries import CountryWord, find_country_words

REGIME_OF_LIST: Mapping[str, str] = {
    "us_ofac_sdn": "us", "us_ofac_cons": "us", "us_csl": "us", "un_sc": "un", "eu_fsf": "eu", "uk_fcdo": "uk",
    "ch_seco": "ch", "au_dfat": "au", "ca_sema": "ca", "jp_mof": "jp", "nz_mfat": "nz", "tr_masak": "tr",
}  # fmt: skip
_REGIME_OF_COUNTRY = {
    "us": "us", "gb": "uk", "eu": "eu", "ch": "ch", "au": "au", "ca": "ca", "jp": "jp", "nz": "nz", "tr": "tr",
}  # fmt: skip
WEST = ("us", "eu", "uk", "ca", "au", "ch", "jp")  # who is meant by "the West": G7 and those that act with it
_WESTERN = re.compile(r"\bWest(?:ern)?\b")
_EUROPEAN = re.compile(r"\bEuropean\b")  # of a list or of sanctions
_CLAUSE = re.compile(r"[^,;:.]+")
_ON_IT = re.compile(r"[ -](?:[Ss]anctions|[Rr]egime|[Rr]egulations|programme|program|list|-related)")
_NEXT = re.compile(r",?(?: and| as well as)? (?:the )?")
_LIST = 120  # characters that a list of states may take
_NEAR = 40  # characters before and after a claim in which its authority may stand
_IT = re.compile(
    r"\b(?:it|they|which|and)(?: (?:has|had|have|then|later|also|since|only|once))* $"
)  # who did it, before its verb
_ANY = re.compile(r"\b(?:any|no) (?:\w+ )?(?:black)?(?:list|lists|sanctions)\b")  # of nobody named beside it
_ASIDE = re.compile(r", (?:an? |the |its |his |her |former |once )[^,]*, $")
_ITS_LIST = re.compile(r"\bits (?:\w+ )?(?:blacklist|list|sanctions)\b")
_IMPOSED_BY = re.compile(r"\b(?:by|which|whom|that) (?:the )?$")
_ITS_MEASURE = re.compile(r"(?:[’']s)? (?:\w+ )?(?:sanctions|blacklist|list|asset freeze|restrictions|entry ban)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imposers:
    """The regimes that a claim names; all of them must list the party, of "the West" any."""

    regimes: tuple[str, ...] = ()
    any_will_do: bool = False
    other: str | None = None  # the state, where it is one that no list is kept of

    @property
    def is_told(self) -> bool:
        """Name somebody."""
        return bool(self.regimes) or self.other is not None

    @property
    def groups(self) -> tuple[frozenset[str], ...]:
        """Give the sets of regimes, of each of which one must list the party; none where nobody is named."""
        if self.any_will_do:
            return (frozenset(self.regimes),)
        return tuple(frozenset((regime,)) for regime in self.regimes)


def is_regime_of(country: str) -> bool:
    """Be a country, or the Union, that keeps one of the lists."""
    return country in _REGIME_OF_COUNTRY


def imposers_of(
    text: str, span: Span, sentence: Span, told: Sequence[Sequence[Span]], ahead: Span | None = None
) -> Imposers:
    """Give whose sanctions they are: by the words that tell it, else the claim's own, those right before or after it.

    `told` are the words that may tell it, the first group that does counts. `ahead` is the sentence before: "Ottawa
    met on Monday. He is not yet on its list", "It has never listed him".
    """
    for group in told:
        words = [_with_list(text, span, sentence) for span in _joined(group)]
        found = [regime for each in words for regime in _regimes_in(text, each, sentence)]
        found += ["eu" for each in words if _EUROPEAN.search(each.of(text))]
        if regimes := tuple(dict.fromkeys(found)):
            return Imposers(regimes=regimes, any_will_do=any(_WESTERN.search(each.of(text)) for each in words))
        states = [word for each in words for word in _states_in(text, each, sentence)]
        if others := [word.country for word in states if not _is_target(text, word)]:
            return Imposers(other=others[0])
    if _ANY.search(span.of(text)):
        return Imposers()
    is_its = _ITS_LIST.search(span.of(text)) or any(each.of(text) in ("It", "it") for group in told for each in group)
    return _beside(text, span, sentence, ahead if is_its else None)


def _beside(text: str, span: Span, sentence: Span, ahead: Span | None) -> Imposers:
    """Give whose they are by the claim's own words, those around it, or the sentence before."""
    after = _CLAUSE.match(text, span.end, min(sentence.end, span.end + _NEAR))
    before = Span(sentence.start, span.start)
    aside = _ASIDE.search(before.of(text))  # "Albanese, the U.N. rapporteur, was sanctioned" is by nobody named
    end = span.start if aside is None else before.start + aside.start()
    places = [span, Span(max(sentence.start, min(end, span.start - _NEAR)), end)]
    places += [Span(after.start(), _end_of_list(text, after.end(), sentence.end))] if after else []
    for place in places:
        regimes = _regimes_in(text, place, sentence)
        if regimes:
            return Imposers(regimes=regimes, any_will_do=_WESTERN.search(place.of(text)) is not None)
    if other := _other_state(text, Span(span.start, after.end() if after else span.end)):
        return Imposers(other=other)
    if _IT.search(before.of(text)) and (found := _regimes_in(text, before, sentence)):
        return Imposers(regimes=_only(found))
    return Imposers(regimes=_only(_regimes_in(text, ahead, ahead)) if ahead is not None else ())


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Give the stretches that words make which stand side by side: "United", "States"."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def _with_list(text: str, span: Span, sentence: Span) -> Span:
    """Give the words with the states that their list goes on with, where the parser left these out."""
    return Span(span.start, _end_of_list(text, span.end, sentence.end))


def _end_of_list(text: str, end: int, limit: int) -> int:
    """Give where a list of states ends of which the first ends here: "by the United States, the EU and Canada"."""
    words = find_country_words(text, Span(max(0, end - _NEAR), min(limit, end + _LIST)))
    ends = {word.span.start: word.span.end for word in words}
    here = end
    while here in ends.values() and (joint := _NEXT.match(text, here, limit)) and joint.end() in ends:
        here = ends[joint.end()]
        end = here if "a" in joint[0] else end  # "and", "as well as": a list ends so; "by the United States, Iran said"
    return end


def _only(regimes: tuple[str, ...]) -> tuple[str, ...]:
    """Give the one regime that "it" can mean, or none where there are several."""
    return regimes if len(regimes) == 1 else ()


def _states_in(text: str, span: Span, sentence: Span) -> list[CountryWord]:
    """Give the states named in a stretch of a sentence; what "US" is, the whole of it tells."""
    return [word for word in find_country_words(text, sentence) if span.covers(word.span)]


def _is_target(text: str, state: CountryWord) -> bool:
    """Be the state that a regime is on, not whose it is: "its Russia sanctions regime"."""
    return state.kind == "name" and _ON_IT.match(text, state.span.end) is not None


def _regimes_in(text: str, span: Span, sentence: Span) -> tuple[str, ...]:
    words = span.of(text)
    found = list(WEST) if _WESTERN.search(words) else []
    found += regimes_of_bodies(words)
    states = [word.country for word in _states_in(text, span, sentence)]
    found += [_REGIME_OF_COUNTRY[state] for state in states if state in _REGIME_OF_COUNTRY]
    return tuple(dict.fromkeys(found))


def _other_state(text: str, span: Span) -> str | None:
    """Give the state that imposed it and is none of the regimes: "under Russian sanctions", "blacklisted by China"."""
    for word in find_country_words(text, span):
        before = text[max(span.start, word.span.start - _NEAR) : word.span.start]
        if _IMPOSED_BY.search(before) or _ITS_MEASURE.match(text, word.span.end, span.end):
            return word.country
    return None
