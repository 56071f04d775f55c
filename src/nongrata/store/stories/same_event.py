"""One event told by several outlets: who acts on whom, what is done, when; each telling stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.values import PartialDate, parse_date

_DAYS_APART = 1  # a day told in another time zone, or the day of the report for that of the event


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a telling says was done. Who takes part is told by all that they are known by: ids, names, countries."""

    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    when: PartialDate | None
    sentence: str = ""  # folded: two copies of a text tell it in the same words


def act_day(when: str | None) -> PartialDate | None:
    """Give the day of an event as it was kept; None for one that is not told."""
    return None if when is None else parse_date(when)


def is_same_act(one: Act, other: Act) -> bool:
    """Be the same event in two stories on one topic: its status may differ, for that is what outlets disagree on."""
    if one.sentence and one.sentence == other.sentence:
        return one.type == other.type
    return (
        one.type == other.type
        and _meet(one.actors, other.actors)
        and (_meet(one.recipients, other.recipients) or not one.recipients or not other.recipients)
        and _are_near(one.when, other.when)
    )


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return not ours.isdisjoint(theirs)


def _are_near(ours: PartialDate | None, theirs: PartialDate | None) -> bool:
    if ours is None or theirs is None:
        return True
    apart = max((ours.earliest - theirs.latest).days, (theirs.earliest - ours.latest).days)
    return apart <= _DAYS_APART
