"""What the words around a name tell: whether it is a place's, a part of a longer name, or a person's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nongrata.mentions.naming import FAMILY_NAME_FIRST, schema_by_head
from nongrata.mentions.record import Mention, Sentence, Token
from nongrata.mentions.sites import find_sites, words_for
from nongrata.values import Span
from nongrata.values.countries import find_country_words

LONGEST_DATELINE = 100  # letters
_WHERE = re.compile(
    r"\b(?:(?:in|at|near|from|to|outside|around|towards?|off|into|through|across|via|between|reached|left|visit(?:ed|ing|s)?)"
    r"|(?:city|town|village|port|capital|region|resort|cities|towns|villages|ports|outskirts|suburbs?|mayor|areas?|districts?"
    r"|provinces?|count(?:y|ies)|slums?|islands?|communit(?:y|ies)|municipality|neighbou?rhoods?|residents|governor"
    r"|north|south|east|west) of|tour(?:ed|ing|s)) (?:the )?$"
    r"|\bIn $"  # "In Banja Luka, …"
)
_IN = re.compile(r"\b(?:in|near|at|outside) (?:the )?$|\bIn $")
_PLACE_OF = re.compile(
    r"\b(?:cit(?:y|ies)|towns?|villages?|hamlets?|suburbs?|ports?|islands?|districts?|provinces?|municipality|townships?"
    r"|neighbou?rhoods?|slums?|communes?) (?:of|called|named) $"
)
_TOWN = re.compile(
    r"-(?:based|born|bound|wide)\b"
    r"| (?:city|town|village|suburbs?|slums?|township|neighbou?rhood|resort|(?:refugee )?camps?|residents?|villagers?"
    r"|mayor)\b"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the story while its toponyms are looked for."""

    text: str
    parties: tuple[Mention, ...]  # by where they start
    longest: int  # letters of the longest of them
    surnames: frozenset[str]  # the last words of the persons named in full, and "Mahan" of Mahan Air
    seen: frozenset[Span]  # where the model saw a place
    words: Mapping[int, Token]  # by where they start
    countries: frozenset[str]


def scene_of(text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], names: Sequence[Mention]) -> Scene:
    """Give what of a story is asked about each place in it, found once."""
    placed = [name for name in names if name.schema == "Place" or _is_told_place(text, name)]
    no_parties = {name.span for name in placed}
    parties = sorted(
        (name for name in names if name.schema != "Nationality" and name.span not in no_parties),
        key=lambda name: name.span,
    )
    full = [name.span.of(text).split(" ") for name in parties if name.schema == "Person"]
    first = {words[0] for words in full if len(words) in (2, 3) and words[0].lower() in FAMILY_NAME_FIRST}
    firms = [name.span.of(text).split(" ") for name in parties if name.schema == "Company"]
    shorts = {words[0] for words in firms if len(words) > 1 and schema_by_head((words[1].lower(),)) == "Company"}
    return Scene(
        text=text,
        parties=tuple(parties),
        longest=max((len(name.span) for name in parties), default=0),
        surnames=frozenset((*shorts, *first, *(" ".join(words[at:]) for words in full for at in range(1, len(words))))),
        seen=frozenset(without_article(text, name.span) for name in placed),
        words={token.span.start: token for sentence in sentences for token in sentence.tokens},
        countries=frozenset(word.country for part in paragraphs for word in find_country_words(text, part)),
    )


def _is_told_place(text: str, name: Mention) -> bool:
    """Be what the model took for a party, though the words before call it a place: "the village of Kampungu"."""
    return (
        name.found_by == "model" and _PLACE_OF.search(text, max(0, name.span.start - 30), name.span.start) is not None
    )


def claims_on(scene: Scene, span: Span) -> tuple[Mention, ...]:
    """Give the names of parties that share a letter with the span."""
    first = bisect_left(scene.parties, span.start - scene.longest, key=lambda name: name.span.start)
    last = bisect_left(scene.parties, span.end, key=lambda name: name.span.start)
    return tuple(name for name in scene.parties[first:last] if name.span.overlaps(span))


def without_article(text: str, span: Span) -> Span:
    """Give a name without the article before it and the "'s" behind: "the Hague's" is Hague."""
    words = span.of(text)
    start = span.start + (4 if words[:4].lower() == "the " else 0)
    end = span.end - (2 if words.endswith(("'s", "’s")) else 0)
    return Span(start, max(start, end))


def is_told(scene: Scene, span: Span) -> bool:
    """Stand after a word of place, before ", Ohio" or "residents", heading a dateline, or be seen by the model."""
    before, after = scene.text[max(0, span.start - 60) : span.start], scene.text[span.end : span.end + 40]
    if span in scene.seen or _WHERE.search(before) or _TOWN.match(after):
        return True
    if after.startswith(", ") and _starts_a_place(scene.text, span.end + 2):
        return True
    return is_dateline(scene.text, span)


def _starts_a_place(text: str, start: int) -> bool:
    part = Span(start, min(len(text), start + 40))
    names = [word.span for word in find_country_words(text, part) if word.kind == "name"]
    return any(span.start == start for span in [*names, *(site.span for site in find_sites(text, part))])


def is_dateline(text: str, span: Span) -> bool:
    """Stand in capitals at the head of a paragraph: "MOSCOW/SEOUL (Reuters) –"."""
    head = max(0, span.start - LONGEST_DATELINE)
    start = text.rfind("\n", head, span.start) + 1
    if start == 0 and head > 0:
        return False
    line = text[start : span.start]
    return span.of(text).isupper() and len(span) > 3 and not any(letter.islower() for letter in line.split(",")[0])


def is_proper(scene: Scene, span: Span) -> bool:
    """Be a proper noun to the model, as "Reading" is at the head of a name and not of a sentence."""
    token = scene.words.get(span.start)
    return token is not None and token.pos == "PROPN"


def is_part_of_run(scene: Scene, span: Span) -> bool:
    """Stand in the middle of a longer name: "Moscow Exchange", "President Lincoln"."""
    text = scene.text
    after = re.match(r" ([A-Z][\w-]+)", text[span.end : span.end + 30])
    if after and (token := scene.words.get(span.end + 1)) and token.pos == "PROPN":
        return True
    return follows_a_name(scene, span)


def follows_a_name(scene: Scene, span: Span) -> bool:
    """Stand right behind another word of a name: "Valeska Paris"; not behind "central" and the like."""
    text = scene.text
    before = re.search(
        r"([A-Z][\w.-]*)(?<![a-z]{4}\.) $", text[max(0, span.start - 30) : span.start]
    )  # no sentence's end
    if before is None or words_for("heads").issuperset(before[1].lower().split("-")):
        return False
    token = scene.words.get(span.start - 1 - len(before[1]))
    return token is not None and token.pos == "PROPN"


def modifies(scene: Scene, span: Span) -> bool:
    """Stand before a noun that it says more of: "Moscow officials"."""
    token = scene.words.get(span.start)
    return token is not None and token.dep in ("compound", "amod", "nmod")


def is_inside_name(scene: Scene, span: Span) -> bool:
    """Be part of a party's longer name, but for "Embassy in Moscow" and a list that the model took for one name."""
    return any(
        name.span.covers(span)
        and len(name.span) > len(span)
        and not (name.found_by == "model" and ", " in name.span.of(scene.text))
        and not _IN.search(scene.text[name.span.start : span.start])
        for name in claims_on(scene, span)
    )


def stands_in(scene: Scene, span: Span) -> bool:
    """Stand right after "in", "near", "at" or "outside"."""
    return bool(_IN.search(scene.text[max(0, span.start - 12) : span.start]))


def is_surname(scene: Scene, words: str) -> bool:
    """Be the last name of a person named in full elsewhere: Zamora, the footballer."""
    return words in scene.surnames


def is_told_by_words(scene: Scene, span: Span) -> bool:
    """Be told to be a place by the words around it, whatever the model saw."""
    return is_told(replace(scene, seen=frozenset()), span)


def is_acronym(text: str, span: Span) -> bool:
    """Be in capitals in a line that is not: HIV is a disease before it is a town in Iran."""
    return span.of(text).isupper() and not is_dateline(text, span)


def tail_of(text: str, span: Span, words: str = "tails") -> str:
    """Give the noun that makes the name a region's: " region" after Kursk."""
    match = re.match(r" ([A-Za-z]+)\b", text[span.end : span.end + 15])
    return match[0] if match and match[1].lower() in words_for(words) else ""
