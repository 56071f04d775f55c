"""The names of a story: what the model saw, what the lists know, and what the words around tell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from nongrata.articles import Story
from nongrata.mentions.bodies import well_known
from nongrata.mentions.extent import is_government, is_law, may_act, owners_apart, possessive_of, trim
from nongrata.mentions.naming import TITLES, schema_by_head
from nongrata.mentions.patterns import find_by_words, things_abbreviated, without_person
from nongrata.mentions.record import Mention, Parsed
from nongrata.values import Span, fold
from nongrata.values.placed import Placed

LONGEST_NAME = 9  # words; the lists' own names are rarely longer, and a story never writes them in full
_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[\w])?")
_OFFICE = re.compile(  # what follows is the rest of a title: "Under Secretary for Terrorism and | Financial Intelligence"
    r"\b(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Cc]hief)(?: of [A-Z]\w+)?(?: of| for)(?: the)? $"
    r"|\b(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Ee]nvoy|[Rr]epresentative|[Cc]oordinator|[Aa]dvis[eo]r|[Cc]ommissioner)"
    r"(?: of (?:the )?[A-Z]\w+)? for (?:the )?(?:[A-Z]\w+,? (?:and |of |the )*){1,5}$"
)
# What joins a name to the word that it qualifies: "anti-Houthi", "Rosneft-controlled".
_BEFORE = re.compile(r"(?:anti|pro|non|ex|pre|post|counter)-(?=[A-ZÀ-Þ])")
_AFTER = re.compile(
    r"-(?:aligned|backed|led|controlled|linked|affiliated|run|owned|designated|held|sanctioned|based|operated|funded|trained"
    r"|supplied|sponsored|allied|made|built|era|style|dominated|friendly|occupied|listed|related|supported|managed|chartered"
    r"|flagged|registered|appointed|inspired|brokered|mediated)$"
)
_OF_A_PERSON = re.compile(
    r", (?:\d\d,|who\b|(?:the|a|an|its|his|her|their|former) (?P<said>[\w ’'.-]{3,60}?)(?: of| for| at|,|\.|$))"
)
_NUMBERED = re.compile(r"[”\"’*]{0,3},? ?\(?(?:\*\*)? ?IMO\b")
_ACT = re.compile(
    r"[\s\xa0]+(?:(?:[A-Z]\w*|and|of|for|the|in)[\s\xa0]+){0,4}(?:Act|Amendment)s?\b"
)  # a law, whoever is in its name
_WITH_ACRONYM = re.compile(r"(?P<name>.+ .+) \([A-Z][\w/-]{1,9}\)")
_AFTER_COMMA = frozenset(
    ("sa", "s a", "ltd", "llc", "inc", "co", "lp", "plc", "cv", "c v", "srl", "jr", "limited", "pte")
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
    things: set[str] = set()
    for paragraph in story.paragraphs:
        found.extend(_from_lists(text, paragraph, known))
        found.extend(find_by_words(text, paragraph))
        things |= things_abbreviated(text, paragraph)
    found.extend(name for name in _from_model(text, parsed, known) if name.span.of(text) not in things)
    people = tuple(name.span for name in found if name.schema == "Person")
    found = [name if name.found_by != "rule" else without_person(text, name, people) for name in found]
    return tuple(name for name in _settle(text, found) if not _ACT.match(text, name.span.end, name.span.end + 80))


def _from_model(text: str, parsed: Parsed, known: KnownNames) -> Iterator[Mention]:
    tokens = (token for sentence in parsed.sentences for token in sentence.tokens)
    proper = Placed((token.span, token) for token in tokens if token.pos == "PROPN")
    for name in parsed.names:
        is_named = name.schema in ("Person", "Organization") and proper.touching(name.span)
        if not is_named or is_law(text, name.span):
            continue
        for part in owners_apart(text, name.span):
            is_person = name.schema == "Person"
            span = trim(text, part, is_person=is_person)
            if span is not None and may_act(text, span, is_person=is_person) and not _is_office(text, span):
                listed = known(fold(span.of(text)))  # the model takes "al Qa’ida" for a person
                is_told = listed not in (None, "Person", "LegalEntity") and not (
                    listed in ("Vessel", "Airplane") and len(fold(span.of(text)).split()) == 1
                )  # "Zeus" is a god before he is a tanker
                schema = listed if listed and is_told else _schema(text, span, name.schema)
                yield Mention(span=span, schema=schema, found_by="model")


def _is_office(text: str, span: Span) -> bool:
    """Be a government, or the rest of a title: "Secretary of State for | Arms Control"."""
    return is_government(text, span) or _OFFICE.search(text[: span.start][-40:]) is not None


def _schema(text: str, span: Span, schema: str) -> str:
    tokens = tuple(fold(span.of(text)).split())
    by_head = schema_by_head(tokens)
    if schema == "Person" and (by_head is None or len(tokens) < 2):
        return schema
    if by_head is None and len(tokens) in (2, 3) and span.of(text).replace("-", " ").istitle():
        return "Person" if _is_told_person(text, span) else schema
    return by_head or schema


def _is_told_person(text: str, span: Span) -> bool:
    """Have an age, an office or "who" right behind: "Gáspár Maróth, the government commissioner for"."""
    match = _OF_A_PERSON.match(text, span.end, span.end + 90)
    return match is not None and (match["said"] is None or not TITLES.isdisjoint(match["said"].lower().split()))


def _from_lists(text: str, paragraph: Span, known: KnownNames) -> Iterator[Mention]:
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
    before, after = _BEFORE.match(text, word.start, word.end), _AFTER.search(text, word.start, word.end)
    return Span(before.end() if before else word.start, after.start() if after else word.end)


def _longest_known(text: str, words: list[Span], at: int, known: KnownNames) -> Mention | None:
    if not _is_name_word(words[at].of(text)):
        return None
    for last in range(min(at + LONGEST_NAME, len(words)) - 1, at - 1, -1):
        end = words[last].end
        if not _may_end(words[last].of(text)) or not _hangs_together(text, words[at : last + 1]):
            continue
        span = _closed(text, Span(words[at].start, end - len(possessive_of(text[words[at].start : end]))))
        if span is None:
            continue
        schema = known(fold(span.of(text)))
        if schema is not None and _is_telling(text, span, schema):
            span = _without_acronym(text, span)
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


def _hangs_together(text: str, words: list[Span]) -> bool:
    """Be one name: no comma but before a legal form, no full stop but after an initial or an abbreviation."""
    for left, right in pairwise(words):
        gap = text[left.end : right.start]
        if any(char in gap for char in ";:•") or " – " in gap or " — " in gap:
            return False
        if "," in gap and fold(right.of(text)) not in _AFTER_COMMA:
            return False
        if "." in gap and len(left) > 4:
            return False
    return True


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in ("al", "el") or word.startswith(("al-", "el-", "ul-"))


def _may_end(word: str) -> bool:
    """Be a word of a name, or a common noun that ends one: "the Houthi movement", "the Sinaloa cartel"."""
    return _is_name_word(word) or schema_by_head((word,)) is not None


def _is_telling(text: str, span: Span, schema: str) -> bool:
    """Be more than a word that happens to be on a list: several words, or a long one of an organisation."""
    tokens = fold(span.of(text)).split()
    if is_government(text, span) or all(token.isdigit() for token in tokens):
        return False
    return len(tokens) > 1 or (schema not in ("Person", "Vessel") and len(tokens[0]) >= 5) or schema == "Airplane"


def _rank(mention: Mention) -> tuple[int, int]:
    order = {"lists": 0, "rule": 1, "table": 1, "model": 2}
    return order[mention.found_by], -len(mention.span)


def _settle(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Keep one of several overlapping names. A name inside a longer one gives way, whoever saw it."""
    kept: list[Mention] = []  # in the order of the text, none overlapping another
    for mention in sorted(found, key=_rank):
        first = bisect_right(kept, mention.span.start, key=_end)
        last = bisect_left(kept, mention.span.end, lo=first, key=_start)
        rivals = kept[first:last]
        if not rivals:
            kept.insert(first, mention)
        elif all(mention.span.covers(rival.span) and len(mention.span) > len(rival.span) for rival in rivals):
            kept[first:last] = [replace(mention, schema=_more_telling(mention, rivals))]
        elif mention.schema == "Vessel" and rivals[0].span == mention.span and _NUMBERED.match(text, mention.span.end):
            kept[first:last] = [
                replace(rivals[0], schema=mention.schema)
            ]  # "PATRIOT (IMO 9003550)", whoever else has it
    return iter(kept)


def _start(mention: Mention) -> int:
    return mention.span.start


def _end(mention: Mention) -> int:
    return mention.span.end


def _more_telling(mention: Mention, inside: list[Mention]) -> str:
    """Give the schema of a name that took the place of the ones inside it: a "plant in …" stays a company."""
    only = inside[0] if len(inside) == 1 else mention
    return only.schema if mention.schema == "Organization" and only.schema != "Person" else mention.schema
