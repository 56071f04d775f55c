"""The wordings in which stories speak of sanctions on somebody: a table of patterns, the first that fits wins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A pattern, what it says, and where the party stands: before it (subject) or in and after it (object)."""

    pattern: re.Pattern[str]
    says_listed: bool
    is_object: bool = False
    says_lifted: bool = False  # that it once was listed, by whoever lifted it, is part of what is said
    says_now: bool = False  # that it holds today, not only that it was imposed once


_IS = r"(?:is|are|was|were|has|have|had|has been|have been|had been)"
_WHO = r"(?:(?:that|which|who) )?"
_SELF = r"(?:itself|himself|herself|themselves)"
_MAYBE = rf"(?:(?:{_SELF}|also|still|now|both|once|already|specifically|since|recently|first|not|ever) )*"
_ADDED = r"(?:added to|put on|placed on|included (?:on|in)|entered on)"
_LIST = (
    r"(?:sanctions lists?|blacklist|black list|SDN list|Specially Designated Nationals(?: and Blocked Persons)? list"
    r"|Entity List|entity list|register of sanctions|list of (?:sanctioned|designated|blacklisted) \w+|lists?)"
)
_MEASURE = (
    r"(?:sanctions|(?:travel|entry|visa) bans?|asset[- ]freezes?|freezes? (?:on|of) (?:its|his|her|their) assets"
    r"|restrictive measures)"
)
_WAS = r"(?:is|are|was|were|being|(?:has|have|had) (?:not |never |also |long |since )?been|got)"
_HAVE = r"(?:has|have|had)"
_STATE = (
    r"(?:U\.S\.|U\.K\.|U\.N\.|US|UK|UN|EU|United (?:States|Kingdom|Nations)|European Union|Britain|Canada|Australia"
    r"|Japan|Switzerland|New Zealand|Ukraine|Israel|Washington|London|Brussels|Ottawa|Canberra|Tokyo|Bern|Wellington"
    r"|Kyiv|Russia|Moscow|China|Beijing|Iran|Tehran|Turkey|Ankara|Belarus|Minsk|India|Taiwan|Norway|OFAC|West|Treasury|State|Security|bloc)"
)
_TELLER = (
    rf"(?:(?:the )?{_STATE}(?: (?:Treasury|Commerce|State|Justice|Council|Department|government))*(?: of [A-Z]\w+)?)"
)
_BY_WHOM = rf"(?: by {_TELLER}(?:(?:,? and |, ){_TELLER})*)?"
_NAME = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
_HIM = r"(?:him|her|it|them)"
_ANY = r"(?:[^.;:]|U\.[A-Z]\.)"
_NEAR = r"(?:[^,.;:]|U\.[A-Z]\.)"  # up to the next comma
_REGIME = (
    r"(?:U\.S\.|US|EU|European Union|British|UK|Western|U\.N\.|UN|Swiss|Canadian|Australian|Japanese|international)"
)
_PUNISHED = r"(?! (?:with|for) (?:a|an|the|\w+ing)\b)"  # "sanctioned the club with a fine": no list has it
_HIS_NAME = r"(?:(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) names? )?"


def _wording(*parts: str, says_listed: bool, is_object: bool = False) -> Wording:
    return Wording(pattern=re.compile("".join(parts)), says_listed=says_listed, is_object=is_object)


def _not_listed(*parts: str, is_object: bool = False) -> Wording:
    return _wording(*parts, says_listed=False, is_object=is_object)


def _lifted(*parts: str, is_object: bool = False) -> Wording:
    return replace(_not_listed(*parts, is_object=is_object), says_lifted=True)


def _listed(*parts: str, is_object: bool = False) -> Wording:
    return _wording(*parts, says_listed=True, is_object=is_object)


WORDINGS: tuple[Wording, ...] = (
    _not_listed(
        rf"\b{_HAVE} (?:imposed |put )?no (?:[\w-]+ )?sanctions (?:on|against) (?:the )?{_NAME}", is_object=True
    ),
    _not_listed(
        rf"\b{_HAVE} (?:not|never)(?: yet| ever)? (?:sanctioned|blacklisted|designated|listed) ",
        rf"(?:(?:the )?{_NAME}|{_HIM}\b)",
        is_object=True,
    ),
    _not_listed(
        rf"\b{_IS} (?:{_SELF} )?(?:not|never)(?:, (?:and|or|nor) [\w ]{{2,20}},)?(?: been| yet)* ",
        r"(?:under|subject to|on|among|part of) ",
        rf"{_NEAR}{{0,40}}?\b(?:sanctions|{_LIST}|restrictions)\b",
    ),
    _not_listed(
        r"\b(?:(?:is|are|was|were) (?:not|never)(?: yet)?|(?:has|have|had) (?:not|never)(?: yet)? been) ",
        rf"(?:sanctioned|blacklisted|targeted|designated|listed|{_ADDED} {_NEAR}{{0,30}}?{_LIST})\b(?: list)?",
        _BY_WHOM,
    ),
    _lifted(
        r"\b(?:(?:[Hh]e|[Ss]he|[Ii]t) )?(?:is|are|was|were) no longer (?:under|subject to|on) ",
        rf"{_NEAR}{{0,40}}?\b(?:sanctions|restrictions|list)\b",
    ),
    _lifted(
        rf"\b{_HIS_NAME}(?:was |were |been )?(?:removed|taken off|dropped|struck|delisted)(?: from| off)?",
        rf" {_NEAR}{{0,30}}?\b{_LIST}\b",
    ),
    _lifted(rf"\b(?:came|come|has come|had come|got|gotten|slipped) off {_NEAR}{{0,40}}?\b{_LIST}\b"),
    _lifted(
        r"\b(?:won|secured|obtained|welcomed|celebrated|got|since|after|following) (?:his|her|its|their) ",
        rf"(?:removal|deletion|delisting|de-listing) from {_NEAR}{{0,40}}?\b{_LIST}\b",
    ),
    _not_listed(
        rf"\b(?:kept|keeps|left|leaves) (?:{_HIM}|(?:the )?{_NAME}) off {_NEAR}{{0,30}}?\b{_LIST}\b",
        is_object=True,
    ),
    _lifted(
        rf"\b(?:lift|remov|end|dropp|annull|rescind|scrapp|waiv|overturn)ed (?:its |the |all )*(?:{_REGIME} )?",
        rf"{_MEASURE} (?:imposed )?(?:on|against) (?:the )?{_NAME}",
        is_object=True,
    ),
    _lifted(
        rf"\b[Ss]anctions (?:imposed )?(?:on|against) (?:the )?{_NAME}{_NEAR}{{0,30}}? "
        r"(?:was|were|has been|have been|had been) (?:lifted|removed|ended|dropped|annulled|rescinded|scrapped|waived)",
        is_object=True,
    ),
    _lifted(
        rf"\b(?:removed|dropped|took|struck|deleted|crossed) (?:the )?{_NAME}{_NEAR}{{0,20}}? ",
        rf"(?:from|off) {_NEAR}{{0,30}}?\b{_LIST}\b",
        is_object=True,
    ),
    _not_listed(rf"\b{_WAS} (?:now )?free (?:of|from) {_NEAR}{{0,20}}?sanctions\b"),
    _lifted(rf"\b[Dd]e-?listed (?:the )?{_NAME}", is_object=True),
    _lifted(rf"\b{_WAS} de-?listed\b(?! from the (?:stock|exchange))"),
    _listed(
        rf"\b{_WHO}(?:{_IS}|remains?|both remain|stays?) {_MAYBE}(?:under|subject to) ",
        rf"{_ANY}{{0,50}}?\b{_MEASURE}(?: since \d{{4}})?\b",
    ),
    _listed(
        rf"\b(?:remains?|stays?|{_IS}) {_MAYBE}on (?:it\b|(?:the|its|an?|[A-Z]\w+[’']s) {_ANY}{{0,50}}?\b{_LIST}\b)"
    ),
    _listed(rf"\b(?:placed|put) (?:the )?{_NEAR}{{2,40}}? under (?:[\w.]+ )?sanctions\b", is_object=True),
    _listed(
        rf"\b(?:{_HAVE} )?(?:already |also |long )?(?:sanctioned|blacklisted|designated) ",
        rf"(?:(?:the (?:[a-z]+ )?)?{_NAME}(?![\w’-]| [A-Z])(?! by| and \w+ by)|{_HIM}\b(?! as| the| an?\b)){_PUNISHED}",
        is_object=True,
    ),
    _listed(
        rf"\b(?:which|whom|that) (?:both )?(?:{_TELLER}|(?:the )?{_NAME})(?:(?:,| and| or) (?:the )?{_NAME})* ",
        rf"(?:{_HAVE} (?:(?:not|never) (?:yet )?)?)?(?:both |also |already )*(?:sanctioned|blacklisted|designated",
        r"|(?:put|placed) under (?:\w+ )?sanctions",
        rf"|(?:added to|put on|placed on) its (?:[a-z]+ )?{_LIST})\b(?! the | an? | [A-Z])",
    ),
    _listed(
        rf"(?<=[a-z,] ){_TELLER} (?:has |had )?(?:sanctioned|blacklisted|designated)",
        r"(?= (?:in|on|last|this|for|over|since)\b|[,.;])",
    ),
    _listed(rf"\b{_WHO}{_WAS} {_MAYBE}(?:sanctioned|blacklisted|designated){_BY_WHOM}(?! by| the)"),
    _listed(
        rf"\b{_WHO}{_WAS} {_MAYBE}(?:hit|slapped|targeted|struck|punished|penali[sz]ed|cut off {_NEAR}{{0,30}}?) ",
        rf"(?:with|by) {_NEAR}{{0,30}}?\b{_MEASURE}(?: in (?:[A-Z]\w+ )?\d{{4}})?",
    ),
    _listed(rf"\b(?:hit|slapped|targeted|punished) (?:the )?{_NAME} with {_NEAR}{{0,30}}?\b{_MEASURE}", is_object=True),
    _listed(
        rf"\b(?:(?:is|are|was|were) )?among {_NEAR}{{2,40}}? (?:targeted|hit|covered) by {_NEAR}{{0,20}}?sanctions"
    ),
    _listed(
        rf"\b(?:faces?|faced|facing) (?!possible|potential|new|further|more|fresh|the threat){_NEAR}{{0,30}}?sanctions"
    ),
    _listed(
        r"\b(?:appears?|appeared|features?|featured|landed|ended up|sits?|stands?|figures?|is named|was named) on ",
        rf"{_NEAR}{{0,50}}?\b{_LIST}\b",
    ),
    _listed(
        rf"(?<!\w){_REGIME}(?:(?:,| and|, and) {_REGIME})* sanctions (?:on|against) (?:the )?{_NAME}", is_object=True
    ),
    _listed(
        rf"\b(?:imposed|slapped) (?:[\w.-]+ ){{0,2}}sanctions (?:on|against) (?:(?:the )?{_NAME}|{_HIM}\b)",
        is_object=True,
    ),
    _listed(
        r"\b(?:imposed|slapped) (?:[\w.-]+ ){0,2}sanctions (?:on|against) "
        r"(?=the [a-z][^.;,]{2,60}? (?:in|since) (?:[A-Z]\w+ )?\d{4}\b)",  # without a day, it is the news itself
        is_object=True,
    ),
    _listed(
        rf"\b{_TELLER} (?:has |had )?(?:froze|frozen) (?:what |any |all |the |his |her |its )+assets\b", is_object=True
    ),
    _listed(
        rf"\b(?:on|against) (?:whom|which) (?:the )?{_NAME} (?:has |had )?(?:imposed|slapped) (?:[\w-]+ )?sanctions"
        r"(?: in (?:[A-Z]\w+ )?\d{4})?"
    ),
    _listed(rf"\b[Aa]ssets (?:in {_NAME} )?(?:were|was|are|have been|had been) frozen{_BY_WHOM}"),
    _listed(rf"\b[Ss]anctions (?:that were |which were )?imposed on (?:the )?{_NAME}{_BY_WHOM}", is_object=True),
    _listed(rf"\bfroze (?:the |all )*assets of (?:the )?{_NAME}{_NEAR}{{0,30}}? sanctions\b", is_object=True),
    _listed(rf"\b{_WHO}{_IS} {_MAYBE}{_ADDED} {_NEAR}{{0,40}}?\b{_LIST}\b"),
    _listed(
        r"\b(?:added|put|placed) (?:[\w’'-]+ ){1,5}?(?:to|on) (?:its|the|his|their|a) ",
        rf"(?:[\w.]+ ){{0,2}}?{_LIST}\b",
        is_object=True,
    ),
    _listed(rf"\b{_WAS} {_MAYBE}(?:placed|put) under {_NEAR}{{0,30}}?sanctions\b"),
    _listed(r"\b(?:is|are) (?:also |still )?(?:listed|blacklisted)(?: as well| too)?\b(?! on| in| among| as| at| for)"),
    _listed(rf"\b(?:[Bb]lacklisted|[Ss]anctioned|[Dd]esignated){_BY_WHOM}(?<!ed)"),
    _listed(rf"\b{_TELLER} (?:has |had )?listed (?!on|in|as|at)(?:the |its |his |her )?\w+", is_object=True),
    _listed(rf"\b[Bb]lacklisted {_NAME}", is_object=True),
    _listed(r"\b[Ss]anctions-(?:hit|stricken|struck|laden)\b", is_object=True),
    _listed(r"\b(?:OFAC|SDN|U\.?N\.?|EU|sanctions)-listed\b", is_object=True),
    _listed(
        r"\b(?:(?:U\.S\.|U\.K\.|U\.N\.|US|EU|UK|UN|[A-Z][a-z]+)-)?(?:[Ss]anctioned|[Bb]lacklisted)\b",
        rf"(?= (?!the|an?|its|his|her|their|this|that|it|by)[A-Za-z])(?! {_NAME} (?:with|for) (?:an?|the)\b)",
        is_object=True,
    ),
    _listed(
        rf"\b(?:on|to) (?:the|its) (?:{_REGIME} |Treasury[’']s )?(?:sanctions list|blacklist|SDN list|Entity List)\b"
    ),
    _listed(rf"(?<!\w)under {_REGIME}(?:(?:,| and|, and) {_REGIME})* sanctions\b"),
)
