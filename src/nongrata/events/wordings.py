"""The wordings in which stories speak of sanctions on somebody: a table of patterns, the first that fits wins."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A pattern, what it says, and where the party stands: before it (subject) or in and after it (object)."""

    pattern: re.Pattern[str]
    says_listed: bool
    is_object: bool = False


def _wording(pattern: str, *, says_listed: bool, is_object: bool = False) -> Wording:
    return Wording(pattern=re.compile(pattern), says_listed=says_listed, is_object=is_object)


_IS = r"(?:is|are|was|were|has|have|had|has been|have been|had been)"
_WHO = r"(?:(?:that|which|who) )?"
_MAYBE = r"(?:(?:itself|himself|herself|themselves|also|still|now|both|once|already|specifically|since|recently|first|not|ever) )*"
_ADDED = r"(?:added to|put on|placed on|included (?:on|in)|entered on)"
_LIST = r"(?:sanctions list|sanctions lists|blacklist|black list|SDN list|list|lists)"
_BY_WHOM = r"(?: by (?:(?:the |its )?(?:U\.[A-Z]\.|[A-Z][\w’-]*)(?:,? and |, | )?)+)?"
_NAME = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
_ANY = r"(?:[^.;:]|U\.[A-Z]\.)"

WORDINGS: tuple[Wording, ...] = (
    # not, or no longer, listed
    _wording(rf"\b{_IS} (?:itself |himself |herself )?(?:not|never)(?: been| yet)* (?:under|subject to|on|among|part of) "
             rf"[^,.;:]{{0,40}}?\b(?:sanctions|{_LIST}|restrictions)\b", says_listed=False),
    _wording(rf"\b{_IS} (?:not|never)(?: yet)? (?:been )?(?:sanctioned|blacklisted|targeted|designated|listed|{_ADDED} [^,.;:]{{0,30}}?{_LIST})"
             + r"\b(?:(?: sanctions)? list)?" + _BY_WHOM, says_listed=False),
    _wording(r"\b(?:(?:[Hh]e|[Ss]he|[Ii]t) )?(?:is|are|was|were) no longer (?:under|subject to|on) [^,.;:]{0,40}?\b(?:sanctions|restrictions|list)\b",
             says_listed=False),
    _wording(rf"\b(?:(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) names? )?(?:was |were |been )?(?:removed|taken off|dropped|struck|delisted)(?: from| off)?"
             rf" [^,.;:]{{0,30}}?\b{_LIST}\b", says_listed=False),
    _wording(rf"\b(?:lifted|removed|ended) (?:its |the |all )*(?:U\.S\. |EU |British )?sanctions (?:on|against) (?:the )?{_NAME}",
             says_listed=False, is_object=True),
    # listed
    _wording(rf"\b{_WHO}(?:{_IS}|remains?|both remain|stays?) {_MAYBE}(?:under|subject to|on the receiving end of) "
             rf"{_ANY}{{0,50}}?\bsanctions(?: since \d{{4}})?\b", says_listed=True),
    _wording(rf"\b(?:remains?|stays?|{_IS}) {_MAYBE}on (?:it\b|the {_ANY}{{0,50}}?\b{_LIST}\b)", says_listed=True),
    _wording(r"\b(?:placed|put) (?:the )?[^,.;:]{2,40}? under (?:[\w.]+ )?sanctions\b", says_listed=True, is_object=True),
    _wording(rf"\b{_WHO}{_IS} {_MAYBE}(?:sanctioned|blacklisted|designated){_BY_WHOM}(?! by| the)", says_listed=True),
    _wording(rf"\b{_WHO}{_IS} {_MAYBE}{_ADDED} [^,.;:]{{0,40}}?\b{_LIST}\b", says_listed=True),
    _wording(rf"\b(?:added|put|placed) (?:[\w’'-]+ ){{1,5}}?(?:to|on) (?:its|the|his|their|a) (?:[\w.]+ ){{0,2}}?{_LIST}\b",
             says_listed=True, is_object=True),
    _wording(r"\b(?:is|are) (?:also |still )?(?:listed|blacklisted)(?: as well| too)?\b(?! on the| in the)", says_listed=True),
    _wording(r"\b(?:blacklisted|sanctioned) by (?:the )?(?:U\.S\.|[A-Z][\w’-]*)", says_listed=True),
    _wording(r"\b[Bb]lacklisted (?:[A-Z][\w’-]*)(?: [A-Z][\w’-]*)*", says_listed=True, is_object=True),
    _wording(r"\b(?:U\.S\.-|EU-|UK-)?(?:[Ss]anctioned|[Bb]lacklisted)\b(?= [A-Za-z])", says_listed=True, is_object=True),
    _wording(r"(?<!\w)under (?:U\.S\.|EU|British|UK|Western|U\.N\.|international)(?: and (?:U\.S\.|EU|British|UK))? sanctions\b", says_listed=True),
)  # fmt: skip
