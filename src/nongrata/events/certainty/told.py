"""Told: what is known of a trigger before it is an event."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nongrata.events.certainty.kinds import Kind
from nongrata.events.record import Actor
from nongrata.events.sentence.trigger import Trigger
from nongrata.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An act with its kind, its people and its speakers."""

    trigger: Trigger
    kind: Kind
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    sources: tuple[Actor, ...]
    quote: Span | None

    @property
    def everybody(self) -> tuple[Actor, ...]:
        """Give all who take part."""
        return (*self.actors, *self.recipients)


def is_vouched(told: Told) -> bool:
    """Be told as done, if only as a promise made: "Japan pledged two boats" is planned, and so far a fact."""
    return told.kind.status == "asserted" or (told.kind.status == "planned" == told.trigger.frame.status)


def alleged(told: Told) -> Told:
    """Give as somebody's word what is told as a fact: "the army 'killed 50 civilians'" is not the headline's own."""
    return replace(told, kind=replace(told.kind, status="alleged")) if is_vouched(told) else told
