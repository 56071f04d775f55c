"""The names of a story: what the model saw, what the lists know, and what the words around tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from nongrata.articles import Story
from nongrata.mentions.naming import (
    HONORIFICS,
    NO_PARTY_ENDINGS,
    PLANT_NOUNS,
    TITLES,
    VESSEL_NOUNS,
    VESSEL_PREFIXES,
    schema_by_head,
)
from nongrata.mentions.record import Mention, Parsed
from nongrata.values import Span, fold, overlaps_any
from nongrata.values.countries import country_named, find_country_words

LONGEST_NAME = 9  # words; the lists' own names are rarely longer, and a story never writes them in full
_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[\w])?")
_CAP = r"[A-ZÀ-ÞĀ-Ž][\w’'-]*"
_RUN = rf"{_CAP}(?:[ -]{_CAP})*"
_POSSESSIVE = re.compile(r"[’']s?$")
_OFFICE = re.compile(
    r"\b(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Cc]hief)(?: of| for)(?: the)? $"
)  # the rest is a title
_AFTER_COMMA = frozenset(
    ("sa", "s a", "ltd", "llc", "inc", "co", "lp", "plc", "cv", "c v", "srl", "jr", "limited", "pte")
)
_LOOSE = re.compile(r"^[^\w’']+")
_LEADING = re.compile(r"^(?:the|a|an|The|A|An|THE)\s+")
_PLANT = re.compile(rf"\b({_RUN}) (?:{'|'.join(PLANT_NOUNS)})\b")
_SHIP_WORDS = rf"(?:{'|'.join(VESSEL_NOUNS)})s?,? (?:the )?(?:(?:named|called) )?"
_VESSEL = re.compile(
    rf"\b(?:{_SHIP_WORDS}|(?:{'|'.join(map(re.escape, VESSEL_PREFIXES))}) )"
    rf"[“\"‘]?({_RUN}(?: [IVX]+| \d{{1,2}})?)"
)
_SHIP_NUMBER = re.compile(rf"\b({_RUN}(?: [IVX]+| \d{{1,2}})?)[”\"’]?,? ?\(? ?IMO(?: number| no\.?)?:? ?\d{{7}}")
_ACRONYM = re.compile(r"(?<=[\w”\"’]) \(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)")
_LOCAL_BODY = re.compile(rf"\b({_RUN} (?:school board|city council|county council|town council|police department))\b")
_BODY = re.compile(
    rf"\b((?:{_RUN} |U\.S\. |U\.N\. )?(?:Ministry|Department|Office|Bureau|Agency|Directorate|Council) "
    rf"(?:of|for) (?:the )?"
    rf"{_CAP}(?:(?:,? and|,? of|,)? {_CAP})*)"
)


class KnownNames(Protocol):
    """What the lists know: the schema of a folded name, or None."""

    def __call__(self, folded: str, /) -> str | None: ...


def find_names(text: str, story: Story, parsed: Parsed, known: KnownNames) -> tuple[Mention, ...]:
    """Give the names of parties in the story, in order, none overlapping another.

    Where two sources disagree on the extent, a name that the lists know wins, then one told by the words
    beside it, then the longer one.
    """
    found: list[Mention] = []
    for paragraph in story.paragraphs:
        found.extend(_from_lists(text, paragraph, known))
        found.extend(_from_words(text, paragraph))
    found.extend(_from_model(text, parsed, known))
    return tuple(sorted(_settle(found), key=lambda mention: mention.span))


def _from_model(text: str, parsed: Parsed, known: KnownNames) -> Iterator[Mention]:
    proper = [token.span for sentence in parsed.sentences for token in sentence.tokens if token.pos == "PROPN"]
    for name in parsed.names:
        if name.schema not in ("Person", "Organization") or not overlaps_any(name.span, proper):
            continue
        for part in _owners_apart(text, name.span):
            span = trim(text, part, is_person=name.schema == "Person")
            if (
                span is not None
                and _may_act(text, span)
                and not _is_government(text, span)
                and not _OFFICE.search(text[: span.start][-40:])
            ):
                listed = known(fold(span.of(text)))  # the model takes "al Qa’ida" for a person
                schema = listed if listed not in (None, "Person", "LegalEntity") else _schema(text, span, name.schema)
                yield Mention(span=span, schema=schema, found_by="model")


def _owners_apart(text: str, span: Span) -> Iterator[Span]:
    """Give owner and owned apart ("the Treasury’s | Office of …"), and leave out what a bracket opens."""
    words = span.of(text).partition(" (")[0]
    match = re.search(r"[’']s? (?=[A-Z])", words)
    if match is None:
        yield Span(span.start, span.start + len(words))
        return
    yield Span(span.start, span.start + match.start())
    yield Span(span.start + match.end(), span.start + len(words))


def _may_act(text: str, span: Span) -> bool:
    """Be no law, meeting, list or prize, and no bare "Department"."""
    tokens = fold(span.of(text)).split()
    return bool(tokens) and len("".join(tokens)) > 1 and tokens[-1] not in NO_PARTY_ENDINGS | TITLES


def _schema(text: str, span: Span, schema: str) -> str:
    tokens = tuple(fold(span.of(text)).split())
    by_head = schema_by_head(tokens)
    if schema == "Person" and (by_head is None or len(tokens) < 2):
        return schema
    return by_head or schema


def trim(text: str, span: Span, *, is_person: bool = True) -> Span | None:
    """Give the name without its article, titles, honorifics, possessive and loose punctuation; None if nothing is left.

    >>> trim("the late Gen. Kim’s", Span(9, 19))
    Span(start=14, end=17)
    """
    span = _without_government(text, span)
    words = span.of(text)
    end = span.start + len(_POSSESSIVE.sub("", words.rstrip(' ,.;:–-“”"(')))
    if span.end <= len(text) and words.endswith(".") and re.search(r"\b(?:Inc|Ltd|Co|Corp|Jr|S\.A|[A-Z])\.$", words):
        end = span.end
    start = span.end - len(_LOOSE.sub("", words))
    while match := _LEADING.match(text[start:end]) or (_title(text[start:end]) if is_person else None):
        start += match.end()
    if "\n" in text[start:end] and "\n\n" in text[start:end]:
        end = text.index("\n\n", start)
    if text[start : start + 1].islower() and not re.match(
        r"[a-z]+[-A-Z’']|al |bin |de |von |van |el ", text[start:end]
    ):
        return None  # what is left began inside a title: "Secretary of State | for Arms Control"
    return (
        Span(start, end) if end > start and any(char.isupper() or char.isdigit() for char in text[start:end]) else None
    )


def _without_government(text: str, span: Span) -> Span:
    """Cut a country off the name: "European Union’s | General Court", "Alfa-Bank |, Russia"."""
    article = _LEADING.match(span.of(text))
    start = span.start + (article.end() if article else 0)
    for word in find_country_words(text, span):
        after = text[word.span.end : span.end]
        if word.span.start == start and (owner := re.match(r"[’']s? +(?=\w)", after)):
            return Span(word.span.end + owner.end(), span.end)
        before = text[span.start : word.span.start]
        if after in ("", "’s", "'s", "’", "'") and (comma := re.search(r",\s+$", before)):
            return Span(span.start, span.start + comma.start())
    return span


def _title(words: str) -> re.Match[str] | None:
    match = re.match(r"([\w-]+)\.?\s+(?=\S)", words)
    return match if match and match[1].lower() in HONORIFICS | TITLES else None


def _is_government(text: str, span: Span) -> bool:
    """Be a country, a demonym, a capital or a seat of government and nothing more: governments are no parties."""
    words = re.sub(r"^(?:Government|Republic|State|Kingdom) of (?:the )?", "", span.of(text))
    return country_named(words) is not None or any(word.span.covers(span) for word in find_country_words(text, span))


def _from_lists(text: str, paragraph: Span, known: KnownNames) -> Iterator[Mention]:
    words = [Span(paragraph.start + m.start(), paragraph.start + m.end()) for m in _WORD.finditer(paragraph.of(text))]
    at = 0
    while at < len(words):
        mention = _longest_known(text, words, at, known)
        if mention is None:
            at += 1
            continue
        yield mention
        while at < len(words) and words[at].start < mention.span.end:
            at += 1


def _longest_known(text: str, words: list[Span], at: int, known: KnownNames) -> Mention | None:
    if not _is_name_word(words[at].of(text)):
        return None
    for last in range(min(at + LONGEST_NAME, len(words)) - 1, at - 1, -1):
        end = words[last].end
        if not _is_name_word(words[last].of(text)) or not _hangs_together(text, words[at : last + 1]):
            continue
        span = Span(words[at].start, end - len(_possessive(text[words[at].start : end])))
        schema = known(fold(span.of(text)))
        if schema is not None and _is_telling(text, span, schema):
            is_body = schema_by_head(tuple(fold(span.of(text)).split())) == "PublicBody"
            return Mention(span=span, schema="PublicBody" if is_body else schema, found_by="lists")
    return None


def _hangs_together(text: str, words: list[Span]) -> bool:
    """Be one name: no comma but before a legal form, no full stop but after an initial or an abbreviation."""
    for left, right in pairwise(words):
        gap = text[left.end : right.start]
        if "\n\n" in gap or any(char in gap for char in ";:•") or " – " in gap or " — " in gap:
            return False
        if "," in gap and fold(right.of(text)) not in _AFTER_COMMA:
            return False
        if "." in gap and len(left) > 4:
            return False
    return True


def _possessive(words: str) -> str:
    match = _POSSESSIVE.search(words)
    return match[0] if match else ""


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in ("al", "el") or word.startswith(("al-", "el-", "ul-"))


def _is_telling(text: str, span: Span, schema: str) -> bool:
    """Be more than a word that happens to be on a list: several words, or a long one of an organisation."""
    tokens = fold(span.of(text)).split()
    if _is_government(text, span) or all(token.isdigit() for token in tokens):
        return False
    return len(tokens) > 1 or (schema not in ("Person", "Vessel") and len(tokens[0]) >= 5) or schema == "Airplane"


def _from_words(text: str, paragraph: Span) -> Iterator[Mention]:
    words = paragraph.of(text)
    for pattern, whole, schema in _PATTERNS:
        for match in pattern.finditer(words):
            start, end = match.span(0 if whole else 1)
            first = next(_owners_apart(text, Span(paragraph.start + start, paragraph.start + end)))
            span = trim(text, first, is_person=False)
            if span is not None and _holds_a_name(text, span, schema):
                yield Mention(span=span, schema=schema, found_by="rule")


_PATTERNS: tuple[tuple[re.Pattern[str], bool, str], ...] = (
    (_PLANT, True, "Company"),
    (_VESSEL, False, "Vessel"),
    (_SHIP_NUMBER, False, "Vessel"),
    (_BODY, False, "PublicBody"),
    (_LOCAL_BODY, False, "PublicBody"),
    (_ACRONYM, False, "Organization"),
)


def _holds_a_name(text: str, span: Span, schema: str) -> bool:
    """Say more than a country: "Russian plant" and "tanker Russian" name nothing."""
    if schema == "PublicBody":
        return True
    rest = span.of(text)
    for word in find_country_words(text, span):
        rest = rest.replace(word.span.of(text), "")
    return any(char.isupper() for char in rest)


def _rank(mention: Mention) -> tuple[int, int]:
    order = {"lists": 0, "rule": 1, "table": 1, "model": 2}
    return order[mention.found_by], -len(mention.span)


def _settle(found: list[Mention]) -> Iterator[Mention]:
    """Keep one of several overlapping names. A name inside a longer one gives way, whoever saw it."""
    kept: list[Mention] = []
    for mention in sorted(found, key=_rank):
        rivals = [other for other in kept if other.span.overlaps(mention.span)]
        if not rivals:
            kept.append(mention)
        elif all(mention.span.covers(rival.span) and len(mention.span) > len(rival.span) for rival in rivals):
            for rival in rivals:
                kept.remove(rival)
            schema = rivals[0].schema if mention.schema == "Organization" and len(rivals) == 1 else mention.schema
            kept.append(replace(mention, schema=schema))
    return iter(kept)
