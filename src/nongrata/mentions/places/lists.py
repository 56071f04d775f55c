"""Places that a list tells: "the villages of", "provinces", and names that stand among places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nongrata.mentions.places.countries import Cities, Toponym
from nongrata.mentions.places.evidence import is_acronym, is_part_of_run, is_surname, is_told_by_words
from nongrata.mentions.places.scene import Scene, sentence_at
from nongrata.mentions.places.sites import words_for
from nongrata.mentions.places.unknown import is_name, longest, named
from nongrata.values import Span

_MANY = "villages|hamlets|townships|neighbou?rhoods|suburbs|(?:sub-?)?districts|provinces|governorates|counties|islands"
_VILLAGES_OF = re.compile(
    rf"\b(?P<noun>{_MANY}|towns|cities|communes|settlements|localities|village|hamlet|town|settlement|suburb"
    rf"|township|island) of "
)
_VILLAGES = re.compile(rf" (?P<noun>{_MANY})\b")
_JOINT = re.compile(r", (?:and |or )?| (?:and|or) ")
_JOINT_BEFORE = re.compile(r"(?:, (?:and |or )?| (?:and|or) )$")
_LONGEST_JOINT = len(", and ")
_LIST = 3  # names that make one
_KNOWN = 2  # of them at least are places
LISTED = "place"  # the noun of a name that only the list tells


def told_in_lists(scene: Scene, grams: Sequence[Span], cities: Cities) -> Iterator[Toponym]:
    """Give the names that stand in one list behind "the villages of" or before "provinces"."""
    starts, ends = longest(grams, by_end=False), longest(grams, by_end=True)
    for opening in _VILLAGES_OF.finditer(scene.text):
        run = list(_run(scene.text, starts, opening.end(), forward=True))
        yield from (named(scene, gram, cities, opening["noun"]) for gram in run if is_name(scene, gram))
    for closing in _VILLAGES.finditer(scene.text):
        run = list(_run(scene.text, ends, closing.start(), forward=False))
        if len(run) > 1:  # "Christian villages"
            yield from (named(scene, gram, cities, closing["noun"]) for gram in run if is_name(scene, gram))


def told_by_company(scene: Scene, grams: Sequence[Span], cities: Cities, found: Sequence[Toponym]) -> Iterator[Toponym]:
    """Give the names that stand in one list, or pair, with places, most of them known, behind a word of place.

    Countries and capitals do not count: they stand in lists with parties, too.
    """
    starts = longest(grams, by_end=False)
    places = {one.span.start for one in found if one.word is None}
    for start in sorted(places):
        run = list(_run(scene.text, starts, start, forward=True))
        known = [gram for gram in run if gram.start in places]
        is_list = len(run) >= _LIST and len(known) >= _KNOWN and 2 * len(known) >= len(run)
        if not is_list and not _is_pair(scene, run):
            continue
        if len(known) > _KNOWN or is_told_by_words(scene, run[0]):
            others = (gram for gram in run if gram not in known)
            yield from (named(scene, gram, cities, LISTED) for gram in others if _is_listed(scene, gram))


def _is_pair(scene: Scene, run: Sequence[Span]) -> bool:
    """Be two names that hang together for the parser, too: not "in Bakhmut and Wagner said"."""
    sentence = sentence_at(scene.sentences, run[0]) if len(run) == _KNOWN else None
    if sentence is None:
        return False
    return any(
        run[1].covers(token.span) and token.dep == "conj" and run[0].covers(sentence.tokens[token.head].span)
        for token in sentence.tokens
    )


def _is_listed(scene: Scene, span: Span) -> bool:
    """Be a name that may be a place's: no acronym, no part of a longer name, nobody's surname."""
    words = span.of(scene.text)
    if is_acronym(scene.text, span) or is_surname(scene, words) or words.lower() in words_for("not_cities"):
        return False
    return is_name(scene, span) and not is_part_of_run(scene, span)


def _run(text: str, names: Mapping[int, Span], at: int, *, forward: bool) -> Iterator[Span]:
    """Give the names of a list that starts, or ends, here."""
    while (gram := names.get(at)) is not None:
        yield gram
        joint = (
            _JOINT.match(text, gram.end)
            if forward
            else _JOINT_BEFORE.search(text, max(0, gram.start - _LONGEST_JOINT), gram.start)
        )
        if joint is None:
            return
        at = joint.end() if forward else joint.start()
