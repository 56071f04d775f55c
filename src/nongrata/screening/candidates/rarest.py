"""Which words of a name are looked up: the rarest, and none that can only be of use beside one of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nongrata.names.ready import LIGHT
from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.at_most import COST_BODY, COST_PERSON, HABIT, SLACK, share_kept, share_told
from nongrata.screening.candidates.nearwords import INITIAL

OFTEN = 0.5  # times as often as all rarer words together that a word stands in names which is not looked up


class LookedUp(NamedTuple):
    """Which words of a name are looked up."""

    words: list[int]  # in all names
    beside_initials: list[int]  # in names with an initial alone, which may stand for one of the others


def looked_up_of(asked: Asked, at_least: float) -> LookedUp:
    """Choose the words to look up: all that cost something where they are missed but the much commoner ones.

    These are left as long as no listed name that has them and none of the others could score enough.
    """
    absent = [i for i in range(asked.heavy) if not asked.held[i] and not asked.initial[i]]
    if absent and not could_lack(asked, absent, at_least):
        return LookedUp([], [])  # nothing that is listed has what it would need
    order = sorted(range(asked.heavy), key=lambda i: (asked.initial[i], asked.held[i]))
    rarer = sum(asked.held[i] for i in order)
    while len(order) > 1:
        last = order[-1]
        rarer -= asked.held[last]
        is_common = asked.initial[last] or asked.held[last] > OFTEN * rarer
        if not is_common or could_lack(asked, order[:-1], at_least):
            break
        order.pop()
    beside: list[int] = []
    while len(order) > 1 and _needs_initial(asked, order, at_least):
        beside.append(order.pop())
    return LookedUp(order, beside)


def _needs_initial(asked: Asked, order: Sequence[int], at_least: float) -> bool:
    """Say whether the last of these words is of no use without one of the others, or an initial that stands for it."""
    return asked.is_person and not asked.initial[order[-1]] and not _is_enough(asked, order[:-1], at_least)


def could_lack(asked: Asked, words: Sequence[int], at_least: float) -> bool:
    """Say whether a listed name could score enough that has all words of a name but these.

    An initial of a person may stand in it for one of these.
    """
    full, missing = _without(asked, words)
    least = at_least - SLACK
    if not asked.is_person:
        costs = COST_PERSON if asked.name.is_person else COST_BODY
        return share_kept(costs, full, sum(missing), 0.0) >= least
    quality = (full + INITIAL * missing[0]) / (full + missing[0])
    by_initial = quality * _of_person(full + LIGHT["initial"], missing[1:])
    return by_initial >= least or _is_enough(asked, words, at_least)


def _is_enough(asked: Asked, words: Sequence[int], at_least: float) -> bool:
    """Say whether a person could score enough without these words and without an initial."""
    is_full = sum(not asked.initial[i] for i in range(len(asked.tokens)) if i not in words) >= 2
    return is_full and _of_person(*_without(asked, words)) >= at_least - SLACK


def _without(asked: Asked, words: Sequence[int]) -> tuple[float, list[float]]:
    """Give what the words but these tell, and what each of these costs, the most first."""
    full = asked.light + sum(asked.full[i] for i in range(len(asked.tokens)) if i not in words)
    return full, sorted((asked.weights[i] for i in words), reverse=True)


def _of_person(told: float, missing: Sequence[float]) -> float:
    """Give the most that a person's name scores that tells so much and lacks words of such weights."""
    kept = share_kept(COST_PERSON, told, sum(missing), 0.0)
    return kept * share_told(told, float(sum(weight > HABIT for weight in missing)))
