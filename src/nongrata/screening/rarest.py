"""Which words of a name are looked up: the rarest, and none that can only be of use beside one of these."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.names.ready import LIGHT
from nongrata.screening.bounds import (
    COST_BODY,
    COST_PERSON,
    HABIT,
    LIGHT_TOLD,
    MOST_TOLD,
    SLACK,
    TOLD,
    TOLD_FOR_EACH,
    Asked,
)
from nongrata.screening.nearwords import INITIAL

OFTEN = 1  # times as often as all rarer words together that a word stands in names which is not looked up


def looked_up_of(asked: Asked, at_least: float) -> list[int]:
    """Choose the words to look up: all that cost something where they are missed but the much commoner ones.

    These are left as long as no listed name that has them and none of the others could score enough.
    """
    order = sorted(range(asked.heavy), key=lambda i: (asked.initial[i], asked.near[i].held))
    rarer = sum(asked.near[i].held for i in order)
    while len(order) > 1:
        last = order[-1]
        rarer -= asked.near[last].held
        is_common = asked.initial[last] or asked.near[last].held > OFTEN * rarer
        if not is_common or could_lack(asked, order[:-1], at_least):
            break
        order.pop()
    return order


def could_lack(asked: Asked, words: Sequence[int], at_least: float) -> bool:
    """Say whether a listed name could score enough that has all words of a name but these.

    An initial of a person may stand in it for one of these.
    """
    others = [i for i in range(len(asked.tokens)) if i not in words]
    full, missing = sum(asked.full[i] for i in others), sorted((asked.weights[i] for i in words), reverse=True)
    least = at_least - SLACK
    if not asked.is_person:
        cost = (COST_PERSON if asked.name.is_person else COST_BODY)[0]
        return 1 - cost * sum(missing) / (full + LIGHT_TOLD + sum(missing)) >= least
    is_enough = sum(not asked.initial[i] for i in others) >= 2 and _of_person(full, missing) >= least
    quality = (full + INITIAL * missing[0]) / (full + missing[0])
    return is_enough or quality * _of_person(full + LIGHT["initial"], missing[1:]) >= least


def _of_person(told: float, missing: Sequence[float]) -> float:
    """Give the most that a person's name scores that tells so much and lacks words of such weights."""
    needed = min(MOST_TOLD, TOLD + TOLD_FOR_EACH * sum(weight > HABIT for weight in missing))
    return (1 - COST_PERSON[0] * sum(missing) / (told + sum(missing))) * min(1.0, told / needed)
