"""What the words around a name tell: whether it is a place's, a part of a longer name, or a person's."""

from __future__ import annotations

import re
from dataclasses import replace

from nongrata.mentions.places.scene import Scene, claims_on, first_of_list, sentence_at, without_article
from nongrata.mentions.places.sites import find_sites, words_for
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_FILED = re.compile(r" ?(?:[-–—(/]|,)")
_PAIRED = (" and ", " to ")
_NEAR = 90  # letters before a name that may tell what it is
LONGEST_DATELINE = 100  # letters
_WHERE = re.compile(
    r"\b(?:(?:in|at|near|from|to|outside|around|towards?|off|into|through|across|via|between|opposite|beyond"
    r"|by way of|reached|left|visit(?:ed|ing|s)?)"
    r"|(?:city|town|village|port|capital|region|resort|cities|towns|villages|ports|outskirts|suburbs?|mayor|areas?|districts?"
    r"|provinces?|count(?:y|ies)|slums?|islands?|communit(?:y|ies)|municipality|neighbou?rhoods?|[Rr]esidents?|natives?|governor"
    r"|north|south|east|west|parts?) of|tour(?:ed|ing|s)) (?:the )?$"
    r"|\bIn $"  # "In Banja Luka, …"
    r"|, \d\d, of $|\b(?:MP|[Ss]enator|deputy|lawmaker|member of parliament) for $"
)
_LISTED = re.compile(  # "from | Bashmaq and "
    r"(?:[^\W\d_a-z][\w'’-]+(?: (?:(?:al|el|de|del|la)[ -])?[^\W\d_a-z][\w'’-]+){0,3}(?:, and | and |, )){1,4}$"
)
_OWNED = re.compile(r"[^\W\d_a-z][\w'’-]*[^\W\d_](?:['’]s|s['’]) $")
_IN = re.compile(r"\b(?:in|near|at|outside) (?:the )?$|\bIn $")
_TOWN = re.compile(
    r"-(?:based|born|bound|wide)\b"
    r"| (?:city|town|village|suburbs?|slums?|township|neighbou?rhood|resort|(?:refugee )?camps?|residents?|villagers?"
    r"|(?:[Vv]ice[- ])?[Mm]ayor|(?:wo)?man|couple|teenager|native)\b"
)
_ARABIC = re.compile(r"(?:al|el|a[dnrstz]|ash)-[A-Z]")


def begins_name(word: str) -> bool:
    """Begin with a capital, or with an article that belongs to the name.

    >>> begins_name("Bab"), begins_name("al-Bab"), begins_name("el-")
    (True, True, False)
    """
    return word[:1].isupper() or _ARABIC.match(word) is not None


def is_told(scene: Scene, span: Span) -> bool:
    """Stand after a word of place, before ", Ohio" or "residents", heading a dateline, or be seen by the model."""
    before, after = scene.text[max(0, span.start - 60) : span.start], scene.text[span.end : span.end + 40]
    if span in scene.seen or _WHERE.search(before) or _TOWN.match(after):
        return True
    return stands_before_place(scene, span) or is_dateline(scene.text, span)


def is_told_at_home(scene: Scene, span: Span) -> bool:
    """Be told to be a place, if its country is spoken of: taken or attacked, or in a list behind a word of place."""
    if is_struck(scene, span):
        return True
    start = max(0, span.start - _NEAR)
    listed = _LISTED.search(scene.text, start, span.start)
    return listed is not None and _WHERE.search(scene.text, start, listed.start()) is not None


def is_owned(scene: Scene, span: Span) -> bool:
    """Stand behind a name's "'s": "Kaliningrad's Baltiysk"."""
    return _OWNED.search(scene.text, max(0, span.start - 40), span.start) is not None


def is_struck(scene: Scene, span: Span) -> bool:
    """Be what somebody takes, attacks, reaches or leaves: "attacked Djugu", "Bara was retaken"."""
    sentence = sentence_at(scene.sentences, span)
    if sentence is None:
        return False
    inside = (first_of_list(sentence, token) for token in sentence.tokens if span.covers(token.span))
    objects = (token for token in inside if token.dep in ("dobj", "nsubjpass"))
    return any(sentence.tokens[token.head].lemma in words_for("struck") for token in objects)


def stands_before_place(scene: Scene, span: Span) -> bool:
    """Stand before a comma and a country, region or site: "Lincoln, Nebraska"."""
    text, start = scene.text, span.end + 2
    if not text.startswith(", ", span.end):
        return False
    part = Span(start, min(len(text), start + 40))
    names = (word.span for word in find_country_words(text, part) if word.kind == "name")
    return any(place.start == start for place in (*names, *(site.span for site in find_sites(text, part))))


def is_dateline(text: str, span: Span) -> bool:
    """Stand in capitals at the head of a paragraph: "MOSCOW/SEOUL (Reuters) –"."""
    head = max(0, span.start - LONGEST_DATELINE)
    start = text.rfind("\n", head, span.start) + 1
    if start == 0 and head > 0:
        return False
    line = text[start : span.start]
    return span.of(text).isupper() and len(span) > 3 and not any(letter.islower() for letter in line.split(",")[0])


def is_proper(scene: Scene, span: Span) -> bool:
    """Be a proper noun to the tagger, or head a dateline, which to the tagger is anything; not "READ MORE:"."""
    token = scene.words.get(span.start)
    is_filed = is_dateline(scene.text, span) and _FILED.match(scene.text, span.end) is not None
    return is_filed or (token is not None and token.pos == "PROPN")


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
        and len(without_article(scene.text, name.span)) > len(span)
        and not (name.found_by == "model" and (_is_list(scene, name.span, span) or _runs_on(scene, name.span, span)))
        and not _IN.search(scene.text[name.span.start : span.start])
        for name in claims_on(scene, span)
    )


def _is_list(scene: Scene, name: Span, span: Span) -> bool:
    """Be one of several names that the model took for one: "Yanbu and Jeddah", "Geneina to Adre"."""
    if ", " in name.of(scene.text):
        return True
    before, after = scene.text[name.start : span.start], scene.text[span.end : name.end]
    return (not before and after.startswith(_PAIRED)) or (not after and before.endswith(_PAIRED))


def _runs_on(scene: Scene, name: Span, span: Span) -> bool:
    """Begin a name that goes on to say where: "Diapaga | in Burkina Faso"."""
    return name.start == span.start and scene.text.startswith(" in ", span.end)


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
    if match is None:
        return ""
    is_small = words == "tails" and match[1] in words_for("small_tails")  # in capitals it is a body: "Department of"
    return match[0] if is_small or match[1].lower() in words_for(words) else ""
