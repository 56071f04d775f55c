"""Names that stand short beside a longer one, or in another's: "(OFAC)", "(Primorye)", "the Maduro regime"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nongrata.mentions.names.extent import is_government, may_act
from nongrata.mentions.names.naming import NEVER_ALONE
from nongrata.mentions.record import Mention
from nongrata.values import Span, fold
from nongrata.values.countries import country_named

# Bounded, and each hyphen matched in one way only: names come from hostile pages.
FIRST = "[A-ZÀ-ÞĀ-Ž]"
CAP = rf"{FIRST}[\w’'-]{{0,40}}"
RUN = rf"{CAP}(?: {CAP}){{0,9}}"
_ACRONYM = re.compile(
    r"(?P<last>[\w’'-]{1,60})(?:[”\"’]? |(?=, or ))"
    r"(?:, or (?P<short3>[A-Z]{2,8})(?=[,.;])"
    r"|\((?P<short>[A-Z][a-z]{0,9}[A-Z][A-Za-z]{0,9}(?:/[A-Z]{1,5})?)\)|\[(?P<short2>[A-Z]{2,9})\])"
)
_BEFORE_ACRONYM = ("(", "[", ", or ")  # one of these, in every case
# "Primorye Maritime Logistics Co Ltd (Primorye)", "Porfirio Lobo (“Lobo”)": a word of the name, for later
_ASIDE = re.compile(rf"(?P<name>{RUN})\.?(?:\*\*)? \((?:\*\* ?)?[“\"‘]?(?P<short>{CAP})[”\"’]?(?: ?\*\*)?\)")
_REGIME = re.compile(  # whose it is: "the Maduro regime", "the former Assad government", "the Trump Administration"
    r"(?:\b[Tt]he (?:[a-z]+ )?|\b(?:former|previous|late|then) )(?P<name>[A-ZÀ-ÞĀ-Ž][\w’-]{3,30}) "
    r"(?:regime|[Aa]dministration|presidency|family|clan)\b"
)
_AFTER_ARTICLE = re.compile(r"(?:al|el|ul|as|ash|an|ad)-[A-ZÀ-ÞĀ-Ž]")  # "Hayat Tahrir al-Sham (HTS)"
_ADJECTIVE = re.compile(r"(?:ic|al|ist|ian|an|ese|ish|ive|ary|ing|ed)$")
_HEAD_OF_BODY = re.compile(  # where a body's name ends: "Office of Foreign Assets Control | Director Adam Szubin"
    r" (?=(?:Director|Secretary|Minister|Chief|Chairman|Chairwoman|Chair|Commissioner|Administrator|Spokes\w+|Deputy"
    r"|Head|Under|Assistant|Acting|Undersecretary|President|Governor|Commander|Officer|Assistant) [A-Z])"
)
_LONG_FORM = re.compile(r"[A-Z][\w’'-]*(?: (?:of |the |and )*[A-Z][\w’'-]*){0,6}$")
_WITH_INITIAL = re.compile(rf" (?P<name>[A-Z][a-zà-ÿ]{{1,20}} [A-Z]\. {CAP})")
_NICKNAMED = re.compile(  # Joaquín "El Chapo" Guzmán
    rf"\b{CAP}(?: {CAP}){{0,2}} [“\"‘](?:[A-ZÀ-ÞĀ-Ž][\w’'-]{{0,30}}|el|la|the)(?: [\w’'-]{{1,30}}){{0,3}}[”\"’]"
    rf" {CAP}(?: {CAP})?"
)
_PERSON = re.compile(r" (?=[A-Z][a-z]+ [A-Z](?:\. [A-Z][\w’'-]+)?$)")  # "Trade | Mary K", with or without the rest


def short_names(text: str, paragraph: Span) -> Iterator[Mention]:
    """Give the acronyms of parties, the short forms in brackets, and whose a regime or administration is."""
    for span, is_party in _acronyms(text, paragraph):
        if is_party:
            yield Mention(span=span, schema="Organization", found_by="rule")
    for match in _NICKNAMED.finditer(text, paragraph.start, paragraph.end):
        yield Mention(span=Span(*match.span()), schema="Person", found_by="rule")
    yield from _asides(text, paragraph)
    yield from _regimes(text, paragraph)


def _is_country(text: str, paragraph: Span, last: Span) -> bool:
    """Be the last word of a country's long name: "the People’s Republic of China (PRC)"."""
    match = _LONG_FORM.search(text, max(paragraph.start, last.end - 80), last.end)
    if match is None or text.endswith((" Inc. ", " Ltd. ", " Co. ", " Corp. "), 0, match.start()):
        return False  # "Delta Optics Inc. China (DOIC)"
    return country_named(match[0].removeprefix("The ")) is not None


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


def person_behind(text: str, body: Mention) -> Mention | None:
    """Give who stands right behind a public body's name, with an initial: "Office of Trade | Ann M. Lee".

    >>> words = "Office of Foreign Assets Control Ann M. Lee. It met."
    >>> body = Mention(span=Span(0, 32), schema="PublicBody", found_by="rule")
    >>> person_behind(words, body).span.of(words)
    'Ann M. Lee'
    """
    match = _WITH_INITIAL.match(text, body.span.end) if body.schema == "PublicBody" else None
    return match and Mention(span=Span(*match.span("name")), schema="Person", found_by="rule")


def things_abbreviated(text: str, paragraph: Span) -> frozenset[str]:
    """Give the acronyms that a paragraph introduces for what is no party: "displaced persons (IDPs)".

    >>> words = "Iran sent unmanned aerial vehicles (UAVs)."
    >>> things_abbreviated(words, Span(0, len(words)))
    frozenset({'UAVs'})
    """
    return frozenset(span.of(text) for span, is_party in _acronyms(text, paragraph) if not is_party)


def _acronyms(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    words = paragraph.of(text)
    if not any(mark in words for mark in _BEFORE_ACRONYM):
        return
    for match in _ACRONYM.finditer(text, paragraph.start, paragraph.end):
        last, short = (
            Span(*match.span("last")),
            Span(*match.span(next(name for name in ("short", "short2", "short3") if match[name]))),
        )
        is_party = (
            (
                last.of(text)[0].isupper()
                or last.of(text)[0].isdigit()
                or _AFTER_ARTICLE.match(last.of(text)) is not None
            )
            and (fold(last.of(text)) in NEVER_ALONE or may_act(text, last))
            and not _is_country(text, paragraph, last)
            and not is_government(text, short)
        )
        yield short, is_party and may_act(text, short)
