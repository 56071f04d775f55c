"""Whether two stories tell of one event in different words: a chance, from what they share and how rare that is.

The weights were fitted on the even topics of ECB+; how they do on topics they were not fitted on:
bench/desk/section.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import exp, log, sqrt

from nongrata.dossiers.alike.profile import Counts, Profile

Weights = Mapping[str, float]

TOGETHER = 0.5  # the mean chance from which a story is of a topic
SPREAD = 1.5  # how much rarity counts
_UNSEEN = 1.0  # stories that hold a word which no story holds yet
_SUPPOSED = 200.0  # stories supposed to be there before the first one


class Rarity:
    """How rare words are: in how many of how many stories each stands."""

    def __init__(self, stories: int, holding: Callable[[str], int]) -> None:
        self._all = log(1 + _SUPPOSED + stories)
        self._holding = holding

    def of(self, word: str) -> float:
        """Give a word's weight."""
        rarity = self._all - log(_UNSEEN + self._holding(word))
        return float(rarity**SPREAD)


def same_event_chance(one: Profile, other: Profile, rarity: Rarity) -> float:
    """Give the chance, 0 to 1, that two stories tell of the same event."""
    told = told_of(one, other, rarity)
    return 1 / (1 + exp(-(WEIGHTS["always"] + sum(WEIGHTS[name] * value for name, value in told.items()))))


def told_of(one: Profile, other: Profile, rarity: Rarity) -> Weights:
    """Give what two stories share, by the names of the weights."""
    return {
        "words": _likeness(one.words, other.words, rarity),
        "lead": _likeness(one.lead, other.lead, rarity),
        "names": _likeness(one.names, other.names, rarity),
        "numbers": _likeness(one.numbers, other.numbers, rarity),
        **_agreement("years", one.years, other.years),
        **_agreement("days", one.days, other.days),
    }


def _likeness(one: Counts, other: Counts, rarity: Rarity) -> float:
    """Give the root of the cosine of two counts of words, each weighed by its rarity."""
    ours = {word: (1 + log(count)) * rarity.of(word) for word, count in one.items()}
    theirs = {word: (1 + log(count)) * rarity.of(word) for word, count in other.items()}
    shared = sum(ours[word] * theirs[word] for word in ours.keys() & theirs.keys())
    length = _length(ours.values()) * _length(theirs.values())
    return sqrt(shared / length) if length else 0.0


def _length(weights: Iterable[float]) -> float:
    return sqrt(sum(weight * weight for weight in weights))


def _agreement(name: str, one: frozenset[str], other: frozenset[str]) -> Weights:
    """Say whether both tell a year, or a day, and whether they share one."""
    both = bool(one) and bool(other)
    shared = not one.isdisjoint(other)
    return {f"shared {name}": float(shared), f"other {name}": float(both and not shared)}


WEIGHTS: Weights = {
    "always": -7.05,
    "words": 3.8,
    "lead": 5.4,
    "names": 5.58,
    "numbers": 1.83,
    "shared years": 0.91,
    "other years": -1.17,
    "shared days": 0.95,
    "other days": -0.59,
}


def topics_of(stories: Sequence[str], chances: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Give for each story, the oldest first, the oldest one of its topic.

    The two groups that are most likely one are put together, by the mean chance over all their pairs, until that falls
    below `TOGETHER`. A pair that is not told counts as none.
    """
    groups = {story: [story] for story in stories}
    likeness = {pair: chance for pair, chance in chances.items() if pair[0] in groups and pair[1] in groups}
    sums = {frozenset(pair): chance for pair, chance in likeness.items()}
    while sums:
        pair = max(sums, key=lambda two: (_mean(sums, groups, two), sorted(two)))
        if _mean(sums, groups, pair) < TOGETHER:
            break
        kept, gone = sorted(pair)
        groups[kept] += groups.pop(gone)
        del sums[pair]
        for two in [two for two in sums if gone in two]:
            (other,) = two - {gone}
            joined = frozenset((kept, other))
            sums[joined] = sums.pop(two) + sums.get(joined, 0.0)
    age = {story: number for number, story in enumerate(stories)}
    firsts = {min(group, key=age.__getitem__): group for group in groups.values()}
    return {story: first for first, group in firsts.items() for story in group}


def _mean(sums: Mapping[frozenset[str], float], groups: Mapping[str, Sequence[str]], two: frozenset[str]) -> float:
    one, other = two
    return sums[two] / (len(groups[one]) * len(groups[other]))
