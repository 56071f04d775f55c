"""The same act told twice is one event with both places as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nongrata.events.pronouns import unique
from nongrata.events.record import Actor, Event, Government, Unnamed
from nongrata.values import PartialDate

SPEECHES = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event as one sentence tells it, before it is known whether another tells it too."""

    event: Event
    sort: str
    cue: str = ""  # the lemma that tells it: two speeches are one only if told by the same verb
    headline: bool = False


def merge_drafts(drafts: Iterable[Draft]) -> tuple[Event, ...]:
    """Give each event once, in the order in which the story first tells it."""
    merged: list[Draft] = []
    for draft in drafts:
        for index, known in enumerate(merged):
            if _is_same(known, draft):
                merged[index] = _join(known, draft)
                break
        else:
            merged.append(draft)
    return tuple(replace(draft.event, id=f"e{number}") for number, draft in enumerate(merged, start=1))


def _is_same(known: Draft, other: Draft) -> bool:
    a, b = known.event, other.event
    return (
        (a.type, a.status, known.sort) == (b.type, b.status, other.sort)
        and (a.mode is None or b.mode is None or a.mode == b.mode)
        and _shares(a.actors + (a.recipients if known.sort == "meeting" else ()),
                    b.actors + (b.recipients if known.sort == "meeting" else ()), known.sort)
        and _may_share(a, b, known.sort)
        and _same_day(a.when, b.when)
        and (a.type not in SPEECHES or known.cue == other.cue or known.headline)
        and (not a.sources or not b.sources or bool(set(a.sources) & set(b.sources)) or known.sort == "meeting")
    )  # fmt: skip


def _shares(a: Sequence[Actor], b: Sequence[Actor], sort: str) -> bool:
    shared = len(set(a) & set(b))
    return shared >= (2 if sort == "meeting" else 1) or (not a and not b)


def _may_share(a: Event, b: Event, sort: str) -> bool:
    if sort == "meeting":
        return True
    named_a, named_b = _named(a.recipients), _named(b.recipients)
    if not named_a or not named_b:
        return sort == "site" or set(a.recipients) == set(b.recipients) or not a.recipients or not b.recipients
    return bool(named_a & named_b) or (sort == "site" and a.when is not None and a.when == b.when)


def _named(actors: Iterable[Actor]) -> set[Actor]:
    return {actor for actor in actors if not isinstance(actor, Unnamed)}


def _same_day(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    return PartialDate(a).meets(PartialDate(b))


def _join(known: Draft, other: Draft) -> Draft:
    a, b = known.event, other.event
    cue = b if known.headline and not other.headline else a  # the body's words tell it better than the headline's
    event = replace(
        a,
        trigger=cue.trigger,
        mode=a.mode or b.mode,
        contexts=tuple(dict.fromkeys((*a.contexts, *b.contexts))),
        evidence=tuple(dict.fromkeys((*cue.evidence, *a.evidence, *b.evidence))),
        actors=_best((*a.actors, *b.actors)),
        recipients=_best((*a.recipients, *b.recipients)),
        where=a.where or b.where,
        when=a.when or b.when,
        sources=unique((*a.sources, *b.sources)),
        quote=a.quote or b.quote,
    )
    return replace(known, event=event, headline=known.headline and other.headline)


def _best(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Give each once; the unnamed go where somebody is named."""
    found = unique(actors)
    named = tuple(actor for actor in found if not isinstance(actor, Unnamed))
    return named or found


def states(actors: Iterable[Actor]) -> set[str]:
    """Give the codes of the governments among them."""
    return {actor.country for actor in actors if isinstance(actor, Government)}
