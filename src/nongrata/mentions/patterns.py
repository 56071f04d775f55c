"""Names told by the words beside them: "the Yakovlev plant", "tanker Pablo", "Ministry of …", "(OFAC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nongrata.mentions.extent import is_government, may_act, owners_apart, trim
from nongrata.mentions.naming import (
    COMPANY_FORMS,
    NEVER_ALONE,
    PLANT_NOUNS,
    VESSEL_NOUNS,
    VESSEL_PREFIXES,
    schema_by_head,
)
from nongrata.mentions.record import Mention
from nongrata.values import Span, fold
from nongrata.values.countries import find_country_words

# Bounded, and each hyphen matched in one way only: names come from hostile pages.
_CAP = r"[A-ZÀ-ÞĀ-Ž][\w’'-]{0,40}"
_RUN = rf"{_CAP}(?: {_CAP}){{0,9}}"
_NUMBERED = rf"{_RUN}(?: [IVX]+| \d{{1,2}})?"
_SHIP_WORDS = rf"(?:{'|'.join(VESSEL_NOUNS)})s?,?(?: ?\*\*)? (?:the )?(?:(?:named|called) )?"
_PREFIX = "|".join(map(re.escape, VESSEL_PREFIXES))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """Where a name stands (the first group), and what it is the name of."""

    words: re.Pattern[str]
    schema: str
    takes_owned: bool = True  # of "Iran’s Ministry of …" the ministry; of "tanker Pablo’s Captain" the tanker


_PATTERNS = (
    _Pattern(words=re.compile(rf"\b({_RUN} (?:{'|'.join(PLANT_NOUNS)}))\b"), schema="Company"),
    _Pattern(words=re.compile(rf"\b({_RUN},? (?:{'|'.join(map(re.escape, COMPANY_FORMS))})\b\.?)"), schema="Company"),
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
            rf"\b((?:{_RUN} |U\.S\. |U\.N\. )?(?:Ministry|Department|Office|Bureau|Agency|Directorate|Council) "
            rf"(?:of|for) (?:the )?{_CAP}(?:(?:,? and|,? of|,)? {_CAP}){{0,9}})"
        ),
        schema="PublicBody",
    ),
    _Pattern(
        words=re.compile(rf"\b({_RUN} (?:school board|city council|county council|town council|police department))\b"),
        schema="PublicBody",
    ),
)
_ACRONYM = re.compile(
    r"(?P<last>[\w’'-]{1,60})[”\"’]? (?:\((?P<short>[A-Z][a-z]{0,9}[A-Z][A-Za-z]{0,9}(?:/[A-Z]{1,5})?)\)|\[(?P<short2>[A-Z]{2,9})\])"
)
# "Primorye Maritime Logistics Co Ltd (Primorye)", "Porfirio Lobo (“Lobo”)": a word of the name, for later
_ASIDE = re.compile(rf"(?P<name>{_RUN})\.?(?:\*\*)? \((?:\*\* ?)?[“\"‘]?(?P<short>{_CAP})[”\"’]?(?: ?\*\*)?\)")
_REGIME = re.compile(  # whose it is: "the Maduro regime", "the former Assad government", "the Trump Administration"
    rf"(?:\b[Tt]he (?:[a-z]+ )?|\b(?:former|previous|late|then) )(?P<name>[A-ZÀ-Þ][\w’-]{{3,30}}) (?:regime|[Aa]dministration|presidency|family|clan)\b"
)
_ADJECTIVE = re.compile(r"(?:ic|al|ist|ian|an|ese|ish|ive|ary|ing|ed)$")
_HEAD_OF_BODY = re.compile(  # where a body's name ends: "Office of Foreign Assets Control | Director Adam Szubin"
    r" (?=(?:Director|Secretary|Minister|Chief|Chairman|Chairwoman|Chair|Commissioner|Administrator|Spokes\w+|Deputy|Head"
    r"|Under|Assistant|Acting|Undersecretary|President|Governor|Commander|Officer|Assistant) [A-Z])"
)
_QUALIFIED = re.compile(
    r"^\S+-(?:controlled|owned|linked|backed|led|run|held|operated|based|flagged|designated|sanctioned) [\w ]+$"
)
_PART_OF = re.compile(r"(?:\bof (?:the )?|[A-Z][\w’'-]* )$")
_PERSON = re.compile(r" (?=[A-Z][a-z]+ [A-Z]\. [A-Z][\w’'-]+$)")


def find_by_words(text: str, paragraph: Span) -> Iterator[Mention]:
    """Give the names in a paragraph that the words around them tell."""
    words = paragraph.of(text)
    for pattern in _PATTERNS:
        for match in pattern.words.finditer(words):
            whole = Span(paragraph.start + match.start(1), paragraph.start + match.end(1))
            for part, schema in _parts(text, whole, pattern):
                span = trim(text, part, is_person=False)
                if span is not None and _holds_a_name(text, span, schema) and not _QUALIFIED.search(span.of(text)):
                    yield Mention(span=span, schema=schema, found_by="rule")
    for span, is_party in _acronyms(text, paragraph):
        if is_party:
            yield Mention(span=span, schema="Organization", found_by="rule")
    yield from _asides(text, paragraph)
    yield from _regimes(text, paragraph)


def _asides(text: str, paragraph: Span) -> Iterator[Mention]:
    for match in _ASIDE.finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span("short"))
        if span.of(text) in match["name"].split() and match["name"].count(" ") and not is_government(text, span):
            yield Mention(span=span, schema="Organization", found_by="rule")


def _regimes(text: str, paragraph: Span) -> Iterator[Mention]:
    for match in _REGIME.finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span("name"))
        if not (is_government(text, span) or _ADJECTIVE.search(match["name"]) or match["name"].isupper()):
            yield Mention(span=span, schema="Person", found_by="rule")


def without_person(text: str, name: Mention, people: Sequence[Span]) -> Mention:
    """Give a public body's name without the office and the person that stand behind it.

    >>> words = "Office of Foreign Assets Control Director Adam J. Szubin"
    >>> body = Mention(span=Span(0, len(words)), schema="PublicBody", found_by="rule")
    >>> without_person(words, body, ()).span.of(words)
    'Office of Foreign Assets Control'
    """
    if name.schema != "PublicBody":
        return name
    words = name.span.of(text)
    ends = [match.start() for match in (_HEAD_OF_BODY.search(words), _PERSON.search(words)) if match]
    ends += [
        each.start - name.span.start - 1
        for each in people
        if each.end == name.span.end and each.start > name.span.start and " " in each.of(text)
    ]
    end = min(ends, default=len(words))
    return replace(name, span=Span(name.span.start, name.span.start + end)) if words[:end].count(" ") > 1 else name


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


def things_abbreviated(text: str, paragraph: Span) -> frozenset[str]:
    """Give the acronyms that a paragraph introduces for what is no party: "displaced persons (IDPs)".

    >>> words = "Iran sent unmanned aerial vehicles (UAVs)."
    >>> things_abbreviated(words, Span(0, len(words)))
    frozenset({'UAVs'})
    """
    return frozenset(span.of(text) for span, is_party in _acronyms(text, paragraph) if not is_party)


def _acronyms(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    countries = {
        word.span.end
        for word in find_country_words(text, paragraph)
        if word.kind == "name"
        and not _PART_OF.search(text, max(paragraph.start, word.span.start - 20), word.span.start)
    }
    for match in _ACRONYM.finditer(text, paragraph.start, paragraph.end):
        last, short = Span(*match.span("last")), Span(*match.span("short" if match["short"] else "short2"))
        is_party = (
            (last.of(text)[0].isupper() or last.of(text)[0].isdigit())
            and (fold(last.of(text)) in NEVER_ALONE or may_act(text, last))
            and last.end not in countries  # "the People’s Republic of China (PRC)"
        )
        yield short, is_party and may_act(text, short)


def _holds_a_name(text: str, span: Span, schema: str) -> bool:
    """Say more than a country: "Russian plant" and "tanker Russian" name nothing."""
    if schema == "PublicBody":
        return not is_government(text, span) and fold(span.of(text)) not in NEVER_ALONE
    rest = span.of(text)
    for word in find_country_words(text, span):
        rest = rest.replace(word.span.of(text), "")
    return any(char.isupper() for char in rest)
