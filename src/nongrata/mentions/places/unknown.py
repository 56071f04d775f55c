"""Places that no table knows, told by the model or by the noun that they bear: "Let Htoke Taw village"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nongrata.mentions.gazetteer import folded
from nongrata.mentions.places.countries import Toponym
from nongrata.mentions.places.evidence import is_told_by_words
from nongrata.mentions.places.scene import Scene, claims_on
from nongrata.mentions.places.sites import words_for
from nongrata.values import Span
from nongrata.values.countries import find_country_words

# What stands behind a name and says that it is a place's. Not "camp", "town hall", "island state".
_BEARS = re.compile(
    r" (?:village|hamlet|township|neighbou?rhood|suburb|district|sub-?district|province|governorate|county|oblast|raion"
    r"|prefecture|municipality|commune|department|canton|voivodeship|displacement camp|refugee camp"
    r"|local government area|island|valley|forest|(?:town|city)(?= (?:in|on|near)\b|[.,;]))(?![\w-]| (?:of|council)\b)"
)
_MANY = "villages|hamlets|townships|neighbou?rhoods|suburbs|(?:sub-?)?districts|provinces|governorates|counties|islands"
_VILLAGES_OF = re.compile(
    rf"\b(?P<noun>{_MANY}|towns|cities|communes|settlements|localities|village|hamlet|town|settlement|suburb"
    rf"|township|island) of "
)
_VILLAGES = re.compile(rf" (?P<noun>{_MANY})\b")
_JOINT = re.compile(r", and |, | and ")
_JOINT_BEFORE = re.compile(r"(?:, and |, | and )$")
_LONGEST_JOINT = len(", and ")
_ARTICLE = re.compile(r"\b(?:an?|every|each|another|this|that|which|no) $", re.I)


def told_by_model(scene: Scene) -> Iterator[Toponym]:
    """Give the places that the model saw and that say so themselves: "Barlow County", "in Maple Ridge"."""
    for span in sorted(scene.seen):
        words = span.of(scene.text)
        last = words.split()[-1].lower() if words else ""
        generic = words_for("tails") | words_for("features")
        if (
            words[:1].isupper()
            and words.lower() not in generic  # "Pag-asa | Island"
            and not find_country_words(scene.text, span)
            and (last in generic or is_told_by_words(scene, span))
        ):
            yield Toponym(span=span, key=folded(words), spots=())


def told_in_lists(scene: Scene, grams: Sequence[Span]) -> Iterator[Toponym]:
    """Give the names that stand in one list behind "the villages of" or before "provinces"."""
    starts, ends = _longest(grams, by_end=False), _longest(grams, by_end=True)
    for opening in _VILLAGES_OF.finditer(scene.text):
        run = list(_run(scene.text, starts, opening.end(), forward=True))
        yield from (_named(scene, gram, opening["noun"]) for gram in run if _is_name(scene, gram))
    for closing in _VILLAGES.finditer(scene.text):
        run = list(_run(scene.text, ends, closing.start(), forward=False))
        if len(run) > 1:  # "Christian villages"
            yield from (_named(scene, gram, closing["noun"]) for gram in run if _is_name(scene, gram))


def _longest(grams: Sequence[Span], *, by_end: bool) -> Mapping[int, Span]:
    """Give the longest name that starts, or ends, at each place."""
    found: dict[int, Span] = {}
    for gram in grams:
        at = gram.end if by_end else gram.start
        found[at] = max(gram, found.get(at, gram), key=len)
    return found


def _run(text: str, names: Mapping[int, Span], at: int, *, forward: bool) -> Iterator[Span]:
    """Give the names of a list that starts, or ends, here."""
    while (gram := names.get(at)) is not None:
        yield gram
        joint = (
            _JOINT.match(text, gram.end) if forward else _JOINT_BEFORE.search(text, max(0, gram.start - 6), gram.start)
        )
        if joint is None:
            return
        at = joint.end() if forward else joint.start()


def _named(scene: Scene, span: Span, noun: str) -> Toponym:
    return Toponym(span=span, key=folded(span.of(scene.text)), spots=(), tail=noun)


def told_by_noun(scene: Scene, grams: Sequence[Span]) -> Iterator[Toponym]:
    """Give the names right before a noun of place, in small letters, whatever the model took them for."""
    for end, gram in _longest(grams, by_end=True).items():
        if (noun := _BEARS.match(scene.text, end)) and _is_name(scene, gram):
            yield _named(scene, gram, noun[0].strip())


def _is_name(scene: Scene, span: Span) -> bool:
    """Be no adjective ("a Druze village"), no people's name and nothing that words or lists tell to be a party."""
    token = scene.words.get(scene.text.rfind(" ", span.start, span.end) + 1 or span.start)  # of its last word
    if token is None or token.pos != "PROPN" or _ARTICLE.search(scene.text, max(0, span.start - 8), span.start):
        return False
    if span in scene.peoples:
        return False
    claims = claims_on(scene, span)
    return all(name.found_by == "model" and span.covers(name.span) for name in claims)
