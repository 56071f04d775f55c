"""Names that stand again, or the family names of people, where the model passed over them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from nongrata.articles import Story
from nongrata.mentions import Mention
from nongrata.mentions.names.naming import HONORIFICS, TITLES
from nongrata.parties.same import family_names, initials, is_generic
from nongrata.values import Span, fold
from nongrata.values.countries import country_words

_PARTS = re.compile(r"\s+(?:al-|el-|bin |de )?|(?<=\bal|\bel)-")
_WORD = re.compile(r"[\w-]+")
_OFFICE, _NAMED = re.compile(r"\b(?!The )[A-Z][\w-]+[ -]$"), re.compile(r"\.? [A-Z]")  # before and behind a title
_LETTERS = 3  # of an acronym
_MOST = 50  # names that begin with one word; a text that says one word over and over has thousands
_LONG = 5  # letters of a given name or of a company's first word that stand for the whole: "Ali", "Bank" do not


def said_again(text: str, story: Story, names: Sequence[Mention], taken: Iterable[Span]) -> Iterator[Mention]:
    """Give the places where the words of a name stand again, and nothing that is taken stands already."""
    wanted = _by_first_word(_worth_finding(text, names))
    occupied = bytearray(len(text))
    for span in (*(name.span for name in names), *taken):
        occupied[span.start : span.end] = b"\1" * len(span)
    for paragraph in story.paragraphs:
        for word in _WORD.finditer(text, paragraph.start, paragraph.end):
            for words, schema in wanted.get(word[0], ()):
                span = Span(word.start(), word.start() + len(words))
                is_free = 1 not in occupied[span.start : span.end] and not _is_title(text, words, span)
                if is_free and _stands(text, words, span, paragraph):
                    occupied[span.start : span.end] = b"\1" * len(span)
                    yield Mention(span=span, schema=schema, found_by="rule")


def _stands(text: str, words: str, span: Span, paragraph: Span) -> bool:
    """Stand here in full, and be no part of a longer word."""
    ends = span.end >= paragraph.end or _WORD.match(text[span.end]) is None or not text[span.end - 1].isalnum()
    return text.startswith(words, span.start) and span.end <= paragraph.end and ends


def _is_title(text: str, words: str, span: Span) -> bool:
    """Be a title in another's office or before another's name: "Attorney | General | Smith" is no "the General"."""
    if words.lower() not in HONORIFICS | TITLES:
        return False
    return (
        _OFFICE.search(text, max(0, span.start - 40), span.start) is not None
        or _NAMED.match(text, span.end) is not None
    )


def _by_first_word(wanted: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Give the wanted names by their first words, the longest first."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for words, schema in sorted(wanted.items(), key=lambda pair: -len(pair[0])):
        begun = found[_WORD.findall(words)[0]]
        if len(begun) < _MOST:
            begun.append((words, schema))
    return dict(found)


def _worth_finding(text: str, names: Sequence[Mention]) -> dict[str, str]:
    """Give the words to look for again, with their schema: whole names, and the short forms of people and bodies."""
    wanted: dict[str, str] = {}
    plain = frozenset(_WORD.findall(text))
    for name in names:
        words = name.span.of(text)
        for part in _PARTS.split(words):
            if part and part[0].isupper() and _stands_for(part, words, name.schema, plain):
                wanted.setdefault(part, name.schema)
        if name.schema == "Person":
            wanted |= {ending: "Person" for ending in _endings(words) if ending not in wanted}
        if name.schema != "Person" and (letters := _letters(words)) in plain:
            wanted.setdefault(letters, name.schema)  # "The ADF said", nowhere told to be the Allied Democratic Forces
        if (len(words) >= 4 or (len(words) >= 3 and words.isupper())) and words[0].isupper():
            wanted.setdefault(words, name.schema)
    return wanted


def _endings(words: str) -> Iterator[str]:
    """Give the last two words and more of a person's long name: "Fragoso do Nascimento", "Mohseni Ejei"."""
    parts = words.split(" ")
    for at in range(1, len(parts) - 1):
        if parts[-1][:1].isupper() and not parts[at].endswith("."):
            yield " ".join(parts[at:])


def _letters(words: str) -> str:
    """Give the initials of a body's name in capitals, or nothing: two letters stand for too many."""
    _with_small, letters = initials(tuple(fold(words).split()) or ("",))
    return letters.upper() if len(letters) >= _LETTERS else ""


def _stands_for(part: str, words: str, schema: str, plain: frozenset[str]) -> bool:
    """Be a word by which a story may call the bearer later: a family name, or a telling first word.

    Of a person a long given name ("Filipos"); of a company the word before those that say what kind of company it
    is ("Gudzon" for Gudzon Shipping Co LLC). `plain` are the words of the text: who "may" do it is not Ms. May.
    """
    first, *others = fold(words).split() or [""]
    if not others:
        return False
    if schema == "Person" and fold(part) in family_names((first, *others)):
        return len(part) >= 3
    is_long = len(part) >= _LONG or (len(part) >= _LETTERS and part.isupper())  # "TMS" for TMS Tankers
    is_telling = is_long and part not in country_words() and fold(part) == first and part.lower() not in plain
    return is_telling and (schema == "Person" or (schema == "Company" and is_generic(tuple(others))))
