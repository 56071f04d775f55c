"""The names in a text that the lists know, or that the news names every day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from nongrata.mentions.gazetteer import is_city
from nongrata.mentions.names.bodies import well_known
from nongrata.mentions.names.extent import JOINED_BEHIND, is_government, possessive_of
from nongrata.mentions.names.naming import HONORIFICS, TITLES, schema_by_head
from nongrata.mentions.record import Mention
from nongrata.names.ordinary import is_english
from nongrata.names.telling import CITIES, telling
from nongrata.values import Span, fold

_LONG, _LETTERS = 5, 3  # letters of a word that names a party alone, and of an acronym
_BESIDE = 30  # letters beside a name that tell whether its line is in capitals
LONGEST_NAME = 9  # words; the lists' own names are rarely longer, and a story never writes them in full
_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[\w])?")
# What joins a name to the word that it qualifies: "anti-Houthi".
_BEFORE = re.compile(r"(?:anti|pro|non|ex|pre|post|counter)-(?=[A-ZÀ-ÞĀ-Ž])")
_CARGO = (
    r"crude|oil|cargo(?:es)?|barrels|fuels?|gas|coal|grain|sailed|departed|came|coming|loaded|shipped|arrived|bound"
)
_WHERE = re.compile(rf"\b(?:at|in|near|off|outside|via|reached|left|(?:{_CARGO}) (?:from|for)) $")
_AN = re.compile(r"\b[Aa]n? $")
_WITH_ACRONYM = re.compile(r"(?P<name>.+ .+) \([A-Z][\w/-]{1,9}\)")
_BEFORE_PERSONS = HONORIFICS | TITLES | {"senior"}
_AFTER_COMMA = frozenset(
    ("sa", "s a", "ltd", "llc", "inc", "co", "lp", "plc", "cv", "c v", "srl", "jr", "limited", "pte")
)


class KnownNames(Protocol):
    """What the lists know: the schema of a folded name, or None."""

    def __call__(self, folded: str, /) -> str | None: ...


def nobody(_folded: str, /) -> str | None:
    """Know nobody."""
    return None


def names_listed(text: str, paragraph: Span, known: KnownNames) -> Iterator[Mention]:
    """Give the known names of a paragraph, the longest from each word on."""
    words = [_plain(text, Span(*match.span())) for match in _WORD.finditer(text, paragraph.start, paragraph.end)]
    at = 0
    while at < len(words):
        mention = _longest_known(text, words, at, known)
        if mention is None:
            at += 1
            continue
        yield mention
        while at < len(words) and words[at].start < mention.span.end:
            at += 1


def _plain(text: str, word: Span) -> Span:
    """Give a word without what joins it to the one it qualifies: "anti-Houthi", "Houthi-aligned"."""
    before, after = _BEFORE.match(text, word.start, word.end), JOINED_BEHIND.search(text, word.start, word.end)
    return Span(before.end() if before else word.start, after.start() if after else word.end)


def _longest_known(text: str, words: list[Span], at: int, known: KnownNames) -> Mention | None:
    if not _is_name_word(words[at].of(text)):
        return None
    for last in range(_last_of_one_name(text, words, at), at - 1, -1):
        end = words[last].end
        if not _may_end(words[last].of(text)):
            continue
        span = _closed(text, Span(words[at].start, end - len(possessive_of(text[words[at].start : end]))))
        if span is None:
            continue
        schema = known(fold(span.of(text)))
        if schema is not None and _is_telling(text, span, schema):
            span = (
                _without_titles(text, _without_acronym(text, span), known)
                if schema == "Person"
                else _without_acronym(text, span)
            )
            is_body = schema_by_head(tuple(fold(span.of(text)).split())) == "PublicBody"
            return Mention(span=span, schema="PublicBody" if is_body else schema, found_by="lists")
        if (body := well_known(span.of(text))) and not is_government(text, span):
            return Mention(span=span, schema=body, found_by="table")
    return None


def _closed(text: str, span: Span) -> Span | None:
    """Give the name with the bracket that it opens: "Federal Security Service (FSB)"; None where that goes on."""
    if span.of(text).count("(") == span.of(text).count(")"):
        return span
    return Span(span.start, span.end + 1) if text[span.end : span.end + 1] == ")" else None


def _without_acronym(text: str, span: Span) -> Span:
    """Give a name without the acronym that it ends with, which is another name: "Federal Security Service | (FSB)"."""
    match = _WITH_ACRONYM.fullmatch(span.of(text))
    return Span(span.start, span.start + match.end("name")) if match else span


def _without_titles(text: str, span: Span, known: KnownNames) -> Span:
    """Give a person's name without titles that a list has before it, if it is known without: "General | Soe Min"."""
    first, _space, rest = span.of(text).partition(" ")
    is_title = all(part in _BEFORE_PERSONS for part in first.lower().rstrip(".").split("-"))
    if not is_title or " " not in rest or (known(fold(rest)) != "Person" and rest.split(" ")[0].lower() not in TITLES):
        return span
    return _without_titles(text, Span(span.end - len(rest), span.end), known)


def _last_of_one_name(text: str, words: list[Span], at: int) -> int:
    """Give the place of the last word that can belong to the name of this one, as far as a name may go."""
    last = at
    while last + 1 < min(at + LONGEST_NAME, len(words)) and _hang_together(text, words[last], words[last + 1]):
        last += 1
    return last


def _hang_together(text: str, left: Span, right: Span) -> bool:
    """Be of one name: no comma but before a legal form, no full stop but after an initial or an abbreviation."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if any(char in gap for char in ";:•") or " – " in gap or " — " in gap:
        return False
    if "," in gap and fold(right.of(text)) not in _AFTER_COMMA:
        return False
    return "." not in gap or len(left) <= 4


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in ("al", "el") or word.startswith(("al-", "el-", "ul-"))


def _may_end(word: str) -> bool:
    """Be a word of a name, or a common noun that ends one: "the Houthi movement", "the Sinaloa cartel"."""
    return _is_name_word(word) or schema_by_head((word,)) is not None


def _is_telling(text: str, span: Span, schema: str) -> bool:
    """Be more than a word that happens to be on a list: several words, or a long one of an organisation.

    A title before one name is none of the words ("Cde Mugabe"), and what has "a" before it is a common noun: "Garantex,
    a Moscow exchange" is not the Moscow Exchange.
    """
    tokens = fold(span.of(text)).split()
    if is_government(text, span) or all(token.isdigit() for token in tokens):
        return False
    if schema == "Person" and len(tokens) == 2 and tokens[0] in HONORIFICS:
        return False
    if _AN.search(text, max(0, span.start - 3), span.start) and not _is_name_word(span.of(text).split()[-1]):
        return False
    if len(tokens) > 1 or schema == "Airplane":
        return True
    if _WHERE.search(text, max(0, span.start - 20), span.start) and is_city(tokens[0]):
        return False  # "loaded at Primorsk", whose port is listed
    if schema == "Person":
        return _is_own_name(tokens[0])
    return schema != "Vessel" and (len(tokens[0]) >= _LONG or _is_acronym(text, span))


def _is_own_name(word: str) -> bool:
    """Be a name that goes alone and that hardly anybody else has: "Hemedti"."""
    return len(word) >= _LONG and telling(word) >= 1.0 and not is_english(word) and word not in CITIES


def _is_acronym(text: str, span: Span) -> bool:
    """Be letters in capitals, a figure among them or not, in a line that is not: "M23", "the ADF of …"."""
    words, line = span.of(text), text[max(0, span.start - _BESIDE) : span.end + _BESIDE]
    return len(words) >= _LETTERS and words.isupper() and words.isalnum() and any(map(str.islower, line))
