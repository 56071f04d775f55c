"""Who did what to whom, and who says so; the story's own claims about sanctions."""

from nongrata.events.find import find_events
from nongrata.events.record import (
    Actor,
    Claim,
    ClaimVerdict,
    Event,
    EventType,
    Government,
    Status,
    Unnamed,
)

__all__ = [
    "Actor",
    "Claim",
    "ClaimVerdict",
    "Event",
    "EventType",
    "Government",
    "Status",
    "Unnamed",
    "find_events",
]
