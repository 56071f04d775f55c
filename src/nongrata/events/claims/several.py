"""Whom words for several mean where a story speaks of sanctions: "both", "neither of them", "all three", "the pair"."""

from __future__ import annotations

import re

from nongrata.events.claims.said import Said
from nongrata.events.claims.whereabouts import last_two
from nongrata.events.sentence.tree import SUBJECTS, tree_of
from nongrata.events.who.described import may_mean
from nongrata.parties import Party
from nongrata.values import Span

_COUNTS = {
    "both": 2, "pair": 2, "duo": 2, "two": 2, "neither": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip
_LISTED = re.compile(r"[^.!?“”\"]*\band\b[^.!?“”\"]*")  # what stands between two of a list
_THEY = frozenset({"they", "them", "all", "none", "each", "these"})


def several_meant(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give those named together right before: as many as are counted, else the last list, else the last two people."""
    bearer, tree = said.stated.bearer, said.scene.tree
    if bearer is None:
        return ()
    words = {tree.tokens[word].text.lower() for word in (bearer, *tree.kids(bearer, "det", "nummod", "predet"))}
    count = next((_COUNTS[word] for word in words if word in _COUNTS), None)
    if count is None and not words & _THEY:
        return ()
    if count is not None and len(said.told_of) == count:  # "A was sanctioned, and so was B; London listed neither"
        return said.told_of
    fitting = [party for party in parties if _is_of_kind(said, bearer, party)]
    here = _named_in(fitting, Span(tree.sentence.span.start, said.span.start))
    before = _named_in(fitting, said.before.span) if said.before else []
    told = next((each for each in (here, before) if len(each) == count), None)
    if told is None and count is None:
        told = _subjects(said, before)
    if told is None and count in (2, None):
        is_pronoun = tree.tokens[bearer].pos != "NOUN"
        fitting = [party for party in fitting if not is_pronoun or party.schema == "Person"]
        two = last_two(fitting, said.span.start)
        return two if is_pronoun or count == 2 or _is_together(said, two) else ()
    return tuple(told or ())


def _is_together(said: Said, parties: tuple[Party, ...]) -> bool:
    """Be named last side by side: "these individuals" are neither the official who spoke nor whom he spoke of."""
    last = [max(m.span.start for m in party.mentions if m.span.start < said.span.start) for party in parties]
    return not last or _LISTED.fullmatch(said.scene.text, min(last), max(last)) is not None


def _is_of_kind(said: Said, bearer: int, party: Party) -> bool:
    """Be a person for "both men", a body for "the three banks", anybody for "all three"."""
    token = said.scene.tree.tokens[bearer]
    return token.pos != "NOUN" or token.text.lower() in _COUNTS or may_mean(said.scene, token.lemma, party.id)


def _named_in(parties: list[Party], place: Span) -> list[Party]:
    """Give who is named in a stretch of text, in its order."""
    firsts = [(min(starts), party.id, party) for party in parties if (starts := _starts(party, place))]
    return [party for _start, _id, party in sorted(firsts, key=lambda row: row[:2])]


def _starts(party: Party, place: Span) -> list[int]:
    return [mention.span.start for mention in party.mentions if place.start <= mention.span.start < place.end]


def _subjects(said: Said, named: list[Party]) -> list[Party] | None:
    """Give the list that is the subject of the sentence before, where it is one."""
    if said.before is None:
        return None
    tree = tree_of(said.before)
    roots = [word for word in range(len(tree.tokens)) if tree.head(word) == word]
    words = [each for root in roots for noun in tree.kids(root, *SUBJECTS) for each in tree.listed(noun)]
    spans = [tree.tokens[word].span for word in words]
    listed = [party for party in named if any(m.span.covers(span) for m in party.mentions for span in spans)]
    return listed if len(listed) > 1 else None
