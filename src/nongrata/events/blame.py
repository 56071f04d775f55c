"""Who is blamed for a blow that was told of without its doer: "a bomb killed five, police said, blaming the rebels"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nongrata.events.merge import Draft

_BACK = 6  # drafts before the blame among which the blow is looked for
_TO_BLAME = frozenset({"blame", "blame on", "accuse", "attribute", "hold responsible"})


def with_blame(drafts: Iterable[Draft]) -> list[Draft]:
    """Give the drafts, those without a doer laid at the door of who is blamed next; the blow is then alleged."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.cue in _TO_BLAME and draft.event.type == "ACCUSE" and draft.event.recipients:
            found[-_BACK:] = [_laid(known, draft) for known in found[-_BACK:]]
        found.append(draft)
    return found


def _laid(known: Draft, blame: Draft) -> Draft:
    event = known.event
    near = event.evidence[-1].end >= blame.event.evidence[0].start or event.evidence == blame.event.evidence
    is_open = event.type == "ASSAULT" and not event.actors and event.status in ("asserted", "alleged")
    if not is_open or not (near or blame.cue.startswith("blame")):
        return known
    blamed = replace(event, actors=blame.event.recipients, status="alleged", sources=blame.event.actors)
    return replace(known, event=blamed, speaking=blame.states)
