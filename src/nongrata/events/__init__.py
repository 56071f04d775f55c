"""Who did what to whom, and who says so; the story's own claims about sanctions."""

from nongrata.events.find import find_acts, find_events
from nongrata.events.record import (
    Actor,
    Acts,
    Claim,
    ClaimVerdict,
    Event,
    EventType,
    Government,
    Quote,
    Status,
    Unnamed,
)

__all__ = [
    "Actor",
    "Acts",
    "Claim",
    "ClaimVerdict",
    "Event",
    "EventType",
    "Government",
    "Quote",
    "Status",
    "Unnamed",
    "find_acts",
    "find_events",
]
