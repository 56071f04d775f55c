"""Which word of one name stands for which of the other, and which words are left over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA

from nongrata.names.alike import alike
from nongrata.names.ready import Ready

JOINED = 0.97  # two words written as one
NEAR_JOINED = 0.88  # how alike one word and two others together must be at least
LONG = 6  # letters that a word must have to be two words written as one


class Pair(NamedTuple):
    """Words that stand for each other (by their places), how surely, and by which rule."""

    query: tuple[int, ...]
    listed: tuple[int, ...]
    score: float
    rule: str
    low: float  # what the less telling side weighs
    high: float  # … the more telling one


@dataclass(slots=True)
class Alignment:
    """Two names with their words paired as far as they go."""

    query: Ready
    listed: Ready
    pairs: list[Pair]
    query_left: list[int]
    listed_left: list[int]

    def pair(self, query: tuple[int, ...], listed: tuple[int, ...], score: float, rule: str) -> None:
        """Take these words as a pair."""
        if len(query) == len(listed) == 1:
            left, right = self.query.weights[query[0]], self.listed.weights[listed[0]]
        else:
            left = min(1.0, sum([self.query.weights[i] for i in query]))
            right = min(1.0, sum([self.listed.weights[j] for j in listed]))
        low, high = (left, right) if left < right else (right, left)
        self.pairs.append(Pair(query, listed, score, rule, low, high))


def align(query: Ready, listed: Ready) -> Alignment:
    """Pair the words of two names: the equal first, then two written as one, then the likest."""
    left: list[int] = []
    right = list(range(len(listed.forms)))
    found = Alignment(query, listed, [], left, right)
    forms = listed.forms
    for i, form in enumerate(query.forms):
        j = next((j for j in right if forms[j] == form), -1) if form in forms else -1
        if j < 0:
            left.append(i)
        else:
            right.remove(j)
            found.pair((i,), (j,), 1.0, "same")
    if left and right:
        if len(left) != len(right) or len(left) > 1:
            _pair_joined(found, at_least=1.0)
        _pair_alike(found)
        if left and right:
            _pair_joined(found, at_least=NEAR_JOINED)
    return found


def _pair_alike(found: Alignment) -> None:
    """Pair what is left, the likest first; of equally like ones the heavier."""
    left, right = found.query, found.listed
    ranked = [
        (likeness.score, max(left.weights[i], right.weights[j]), -i, -j, likeness.rule)
        for i in found.query_left
        for j in found.listed_left
        if (likeness := alike(left.tokens[i], right.tokens[j])).score > 0.0
    ]
    ranked.sort(reverse=True)
    for score, _weight, minus_i, minus_j, rule in ranked:
        if -minus_i in found.query_left and -minus_j in found.listed_left:
            found.query_left.remove(-minus_i)
            found.listed_left.remove(-minus_j)
            found.pair((-minus_i,), (-minus_j,), score, rule)


def _pair_joined(found: Alignment, *, at_least: float) -> None:
    """Pair neighbouring words of one name with the one word of the other that they make together."""
    for whole, run, score in _joins(found.query.forms, found.query_left, (found.listed, found.listed_left), at_least):
        found.pair(run, (whole,), score * JOINED, "joined")
    for whole, run, score in _joins(found.listed.forms, found.listed_left, (found.query, found.query_left), at_least):
        found.pair((whole,), run, score * JOINED, "joined")


def _joins(
    parts: tuple[str, ...], parts_left: list[int], others: tuple[Ready, list[int]], at_least: float
) -> list[tuple[int, tuple[int, ...], float]]:
    """Give each long word of the others with the run of parts that makes it, and take both from what is left."""
    joins = []
    (name, wholes_left) = others
    for whole in [each for each in wholes_left if len(name.forms[each]) >= LONG]:
        run, score = _run_for(name.forms[whole], parts, parts_left, at_least)
        if run:
            wholes_left.remove(whole)
            parts_left[:] = [i for i in parts_left if i not in run]
            joins.append((whole, run, score))
    return joins


def _run_for(whole: str, parts: tuple[str, ...], left: list[int], at_least: float) -> tuple[tuple[int, ...], float]:
    """Give the neighbouring words that make this one, and how nearly they do."""
    for start in range(len(left) - 1):
        for end in range(start + 2, min(start + 4, len(left)) + 1):
            run = left[start:end]
            if run[-1] - run[0] != end - start - 1:
                break
            text = "".join([parts[i] for i in run])
            if text == whole:
                return tuple(run), 1.0
            if at_least < 1.0 and (near := OSA.normalized_similarity(text, whole)) >= at_least:
                return tuple(run), near
    return (), 0.0
