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


_IS = r"(?:is|are|was|were|has|have|had|has been|have been|had been)"
_WHO = r"(?:(?:that|which|who) )?"
_SELF = r"(?:itself|himself|herself|themselves)"
_MAYBE = rf"(?:(?:{_SELF}|also|still|now|both|once|already|specifically|since|recently|first|not|ever) )*"
_ADDED = r"(?:added to|put on|placed on|included (?:on|in)|entered on)"
_LIST = r"(?:sanctions lists?|blacklist|black list|SDN list|lists?)"
_STATE = (
    r"(?:U\.S\.|U\.K\.|U\.N\.|US|UK|UN|EU|United (?:States|Kingdom|Nations)|European Union|Britain|Canada|Australia"
    r"|Japan|Switzerland|New Zealand|Ukraine|Israel|Washington|London|Brussels|Ottawa|Canberra|West|Treasury|State"
    r"|Security)"
)
_TELLER = rf"(?:(?:the )?{_STATE}(?: (?:Treasury|Council|Department|government))*(?: of [A-Z]\w+)?)"
_BY_WHOM = rf"(?: by {_TELLER}(?:(?:,? and |, ){_TELLER})*)?"
_NAME = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
_ANY = r"(?:[^.;:]|U\.[A-Z]\.)"
_NEAR = r"(?:[^,.;:]|U\.[A-Z]\.)"  # up to the next comma
_REGIME = r"(?:U\.S\.|EU|European Union|British|UK|Western|U\.N\.|international)"
_HIS_NAME = r"(?:(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) names? )?"


def _wording(*parts: str, says_listed: bool, is_object: bool = False) -> Wording:
    return Wording(pattern=re.compile("".join(parts)), says_listed=says_listed, is_object=is_object)


def _not_listed(*parts: str, is_object: bool = False) -> Wording:
    return _wording(*parts, says_listed=False, is_object=is_object)


def _listed(*parts: str, is_object: bool = False) -> Wording:
    return _wording(*parts, says_listed=True, is_object=is_object)


WORDINGS: tuple[Wording, ...] = (
    _not_listed(
        rf"\b{_IS} (?:{_SELF} )?(?:not|never)(?: been| yet)* (?:under|subject to|on|among|part of) ",
        rf"{_NEAR}{{0,40}}?\b(?:sanctions|{_LIST}|restrictions)\b",
    ),
    _not_listed(
        rf"\b{_IS} (?:not|never)(?: yet)? (?:been )?",
        rf"(?:sanctioned|blacklisted|targeted|designated|listed|{_ADDED} {_NEAR}{{0,30}}?{_LIST})\b(?: list)?",
        _BY_WHOM,
    ),
    _not_listed(
        r"\b(?:(?:[Hh]e|[Ss]he|[Ii]t) )?(?:is|are|was|were) no longer (?:under|subject to|on) ",
        rf"{_NEAR}{{0,40}}?\b(?:sanctions|restrictions|list)\b",
    ),
    _not_listed(
        rf"\b{_HIS_NAME}(?:was |were |been )?(?:removed|taken off|dropped|struck|delisted)(?: from| off)?",
        rf" {_NEAR}{{0,30}}?\b{_LIST}\b",
    ),
    _not_listed(
        rf"\b(?:lifted|removed|ended) (?:its |the |all )*(?:{_REGIME} )?sanctions (?:on|against) (?:the )?{_NAME}",
        is_object=True,
    ),
    _listed(
        rf"\b{_WHO}(?:{_IS}|remains?|both remain|stays?) {_MAYBE}(?:under|subject to) ",
        rf"{_ANY}{{0,50}}?\bsanctions(?: since \d{{4}})?\b",
    ),
    _listed(rf"\b(?:remains?|stays?|{_IS}) {_MAYBE}on (?:it\b|the {_ANY}{{0,50}}?\b{_LIST}\b)"),
    _listed(rf"\b(?:placed|put) (?:the )?{_NEAR}{{2,40}}? under (?:[\w.]+ )?sanctions\b", is_object=True),
    _listed(rf"\b{_WHO}{_IS} {_MAYBE}(?:sanctioned|blacklisted|designated){_BY_WHOM}(?! by| the)"),
    _listed(rf"\b{_WHO}{_IS} {_MAYBE}{_ADDED} {_NEAR}{{0,40}}?\b{_LIST}\b"),
    _listed(
        r"\b(?:added|put|placed) (?:[\w’'-]+ ){1,5}?(?:to|on) (?:its|the|his|their|a) ",
        rf"(?:[\w.]+ ){{0,2}}?{_LIST}\b",
        is_object=True,
    ),
    _listed(r"\b(?:is|are) (?:also |still )?(?:listed|blacklisted)(?: as well| too)?\b(?! on the| in the)"),
    _listed(rf"\b(?:blacklisted|sanctioned) by {_TELLER}"),
    _listed(rf"\b[Bb]lacklisted {_NAME}", is_object=True),
    _listed(r"\b(?:U\.S\.-|EU-|UK-)?(?:[Ss]anctioned|[Bb]lacklisted)\b(?= [A-Za-z])", is_object=True),
    _listed(rf"(?<!\w)under {_REGIME}(?: and {_REGIME})? sanctions\b"),
)
