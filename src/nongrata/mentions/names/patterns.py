"""Names told by the words beside them: "the Yakovlev plant", "tanker Pablo", "Ministry of …", "(OFAC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.mentions.names.extent import is_government, owners_apart, trim
from nongrata.mentions.names.naming import (
    COMPANY_FORMS,
    NEVER_ALONE,
    PLANT_NOUNS,
    VESSEL_NOUNS,
    VESSEL_PREFIXES,
    schema_by_head,
)
from nongrata.mentions.names.patterns_bodies import COMPANIES, ORGANIZATIONS, PUBLIC_BODIES, VESSELS
from nongrata.mentions.names.patterns_persons import PERSONS
from nongrata.mentions.names.patterns_short import CAP, RUN, short_names
from nongrata.mentions.record import Mention
from nongrata.values import Span, fold
from nongrata.values.countries import find_country_words

_NUMBERED = rf"{RUN}(?: [IVX]+| \d{{1,2}})?"
_SHIP_WORDS = rf"(?:{'|'.join(VESSEL_NOUNS)})s?,?(?: ?\*\*)? (?:the )?(?:(?:named|called) )?"
_PREFIX = "|".join(map(re.escape, VESSEL_PREFIXES))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """Where a name stands (the first group), and what it is the name of."""

    words: re.Pattern[str]
    schema: str
    takes_owned: bool = True  # of "Iran’s Ministry of …" the ministry; of "tanker Pablo’s Captain" the tanker


_PATTERNS = (
    _Pattern(words=re.compile(rf"\b({RUN} (?:{'|'.join(PLANT_NOUNS)}))\b"), schema="Company"),
    _Pattern(  # and the country between the form and its initials: "Lindqvist Optics Inc. China (LOIC)"
        words=re.compile(
            rf"\b({RUN},? (?:{'|'.join(map(re.escape, COMPANY_FORMS))})\b\.?(?: {CAP}(?= \([A-Z]{{2,8}}\)))?)"
        ),
        schema="Company",
    ),
    _Pattern(
        words=re.compile(rf"\b(?:{_SHIP_WORDS}|(?:{_PREFIX}) )[“\"‘]?({_NUMBERED})"), schema="Vessel", takes_owned=False
    ),
    _Pattern(
        words=re.compile(rf"(?<!/)\b({_NUMBERED})[”\"’]?(?:\*\*)?,? ?\(?(?:\*\*)? ?IMO(?: number| no\.?)?:? ?\d{{7}}"),
        schema="Vessel",
        takes_owned=False,
    ),
    _Pattern(
        words=re.compile(
            rf"\b((?:{RUN} |U\.S\. |U\.N\. )?(?:Ministry|Department|Office|Bureau|Agency|Directorate|Council) "
            rf"(?:of|for) (?:the )?{CAP}(?:(?:,? and|,? of|,)? {CAP}){{0,9}})"
        ),
        schema="PublicBody",
    ),
    _Pattern(
        words=re.compile(rf"\b({RUN} (?:school board|city council|county council|town council|police department))\b"),
        schema="PublicBody",
    ),
    *(_Pattern(words=words, schema="Person") for words in PERSONS),
    *(_Pattern(words=words, schema="Company") for words in COMPANIES),
    *(_Pattern(words=words, schema="Organization") for words in ORGANIZATIONS),
    *(_Pattern(words=words, schema="PublicBody") for words in PUBLIC_BODIES),
    *(_Pattern(words=words, schema="Vessel") for words in VESSELS),
)
_FROM = re.compile(rf"(?:{CAP} ){{0,3}}\S+-(?:based|registered|flagged|headquartered|incorporated|domiciled) (?=[A-Z])")
_LEAD = re.compile(
    r"(?:(?:On|In|At|But|And|While|When|As|For|From|With|By|After|Before|Since|Under|Both|Also|Now|Then|Through|Via"
    r"|Against|Among|Between|Despite|Like|Unlike|Within|Without|Over|Its|Their|His|Her|That|This|Where|Nor|Yet|So) )?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day |(?:Jan|Febr)uary |March |April |(?:Septem|Octo|Novem|Decem)ber )?"
    r"(?=[A-Z])"
)
_QUALIFIED = re.compile(
    r"^\S+-(?:controlled|owned|linked|backed|led|run|held|operated|based|flagged|designated|sanctioned) [\w ]+$"
)


def find_by_words(text: str, paragraph: Span) -> Iterator[Mention]:
    """Give the names in a paragraph that the words around them tell."""
    words = paragraph.of(text)
    for pattern in _PATTERNS:
        for match in pattern.words.finditer(words):
            whole = Span(paragraph.start + match.start(1), paragraph.start + match.end(1))
            for part, schema in _parts(text, whole, pattern):
                span = trim(text, _unqualified(text, part), is_person=False)
                if span is not None and _holds_a_name(text, span, schema) and not _QUALIFIED.search(span.of(text)):
                    yield Mention(span=span, schema=schema, found_by="rule")
    yield from short_names(text, paragraph)


def _unqualified(text: str, span: Span) -> Span:
    """Give a name without where its bearer is from, and without a day: "Kyiv-based | Delta", "On Monday | Delta"."""
    match = _FROM.match(span.of(text)) or _LEAD.match(span.of(text))
    return Span(span.start + match.end(), span.end) if match else span


def _parts(text: str, whole: Span, pattern: _Pattern) -> Iterator[tuple[Span, str]]:
    """Give the names in the words that a pattern found, owner and owned apart, each with its schema.

    Of "Iran’s Ministry of Trade" the ministry, of "Ministry of Trade’s Northern Brigade" both, of "tanker
    Pablo’s Captain" the tanker.
    """
    first, *others = owners_apart(text, whole)
    if not others or not pattern.takes_owned:
        yield first, pattern.schema
        return
    for part in (first, *others):
        words = part.of(text)
        told = pattern.schema if pattern.words.fullmatch(words) else None
        schema = told or (schema_by_head(tuple(fold(words).split())) if part is not first else None)
        if schema is not None:
            yield part, schema


def _holds_a_name(text: str, span: Span, schema: str) -> bool:
    """Say more than a country: "Russian plant" and "tanker Russian" name nothing."""
    if schema == "PublicBody":
        return not is_government(text, span) and fold(span.of(text)) not in NEVER_ALONE
    rest = span.of(text)
    for word in find_country_words(text, span):
        rest = rest.replace(word.span.of(text), "")
    return any(char.isupper() for char in rest)
