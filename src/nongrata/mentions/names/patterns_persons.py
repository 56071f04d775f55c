"""Persons told by the words beside them: "its head Raigo Uukkivi said", "Gibril Ibrahim, the finance minister, who"."""

from __future__ import annotations

import re

from nongrata.mentions.names.naming import HONORIFICS, KIN, TITLES
from nongrata.mentions.names.patterns_short import CAP, FIRST

_KIN = "|".join(sorted(KIN))
_OFFICES = (  # "said its director, Alexei Chulkov."
    f"{_KIN}|director|chairman|chairwoman|spokesman|spokeswoman|president|chief executive|head|minister|governor"
)
# Right before a name these tell a person; "official" and "deputy" stand before bodies as well
_JOBS = (
    "spokesman|spokeswoman|spokesperson|minister|president|premier|governor|mayor|senator|lawmaker|ambassador|envoy"
    "|commander|warlord|leader|chairman|chairwoman|chairperson|founder|analyst|economist|researcher|historian"
    "|professor|lawyer|attorney|prosecutor|judge|journalist|activist|advis[eo]r|businessman|businesswoman|tycoon"
    "|oligarch|magnate|financier|banker|commissioner|dissident|entrepreneur|coordinator|curator|investigator"
)
_PORTFOLIO = (  # "Minister for Foreign Affairs and Trade Penny Wong"
    r"(?:(?:State|Justice|Defen[cs]e|Finance|Health|Energy|Trade|Transport|Education|Environment|Econom(?:y|ics)|Labou?r"
    r"|Agriculture|Culture|Information|Industry|Commerce|Tourism|Immigration|Migration|Communications|Infrastructure"
    r"|Investment|Technology|Innovation|Science|Mines|Mining|Oil|Petroleum|Water|Sports?|Security|Development|Planning|Housing|Fisheries"
    r"|(?:Foreign|Home|Internal|Interior|European|Legal) Affairs|the Interior|Interior)(?:,? and |, | )?){1,4}"
)
_SMALL = "(?:al|bin|ibn|da|das|de|del|della|der|di|do|dos|du|el|la|van|von)"
_TITLED = rf"(?i:(?:{'|'.join(sorted(HONORIFICS | TITLES))})\b)"
_FULL = rf"(?!{_TITLED})({CAP}(?: {_SMALL}){{0,2}}(?: {CAP}){{1,2}})"  # a name of two or three words
_BEHIND = r"(?=[,.;]| (?:said|says|told|who|was|is|has|had|will|would|warned|added|denied|wrote|called|argued)\b)"
_AHEAD = rf"(?=, (?:the|its|his|her|their|an?) (?:[\w’'-]+ ){{0,5}}(?:{_JOBS})(?:,| (?:of|for|who)\b))"

# ", a Russian national who", ", 44, was charged": what is told of people alone
_TOLD = (
    r"(?=, (?:an?|the) (?:[A-Z][\w-]+ ){1,2}(?:national|citizen|passport holder|businessman|businesswoman|native)\b"
    r"|, (?:aged )?[1-9]\d, (?:was|is|has|had|who|said|of|from)\b)"
)

PERSONS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\b(?:its|his|her|their) (?:{_OFFICES}) ({CAP}(?: {CAP}){{1,2}})(?=[,.;]| (?:said|told)\b)"),
    re.compile(rf"\b(?:{_OFFICES}), ({CAP}(?: {CAP}){{1,2}})(?=[,.;]| said\b)"),
    re.compile(rf"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? (?!{_TITLED})({CAP})(?= [a-z]|[,.;])(?! {_SMALL}\b)"),
    re.compile(rf"\b({CAP} {CAP} (?:senior|junior|the elder|the younger))\b"),
    re.compile(rf"\b(?:[Hh]is|[Hh]er) (?:{_KIN})s?,? ({CAP})(?=[,.;]| (?:and|who|is|was|has|had|since)\b)"),
    re.compile(rf"(?<=\w )(?:{_JOBS}) {_FULL}{_BEHIND}"),
    re.compile(rf"\bMinister (?:of|for) {_PORTFOLIO}(?<= ){_FULL}(?=[,.;]| [a-z])"),
    # The capital is asked for first: at any other letter, a hundred titles would be compared for nothing.
    re.compile(rf"(?={FIRST})(?<![\w’'.-] ){_FULL}{_AHEAD}"),
    re.compile(rf"(?={FIRST})(?:(?<![\w’'.-] )|(?<=[a-z] )){_FULL}{_TOLD}"),
)
