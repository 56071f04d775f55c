"""What an act becomes once its status is known: a meeting to come is an agreement, a ban to come a threat."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.events.record import EventType, Status
from nongrata.events.status import Standing
from nongrata.events.triggers import Trigger

FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
DEEDS = frozenset({"AID", "COOPERATE", "ASSAULT", "COERCE", "MOBILIZE"})
# The mode of a threat is its content (PLOVER manual, THREATEN).
_THREATS = {
    "SANCTION": "restrict",
    "COERCE": "restrict",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": "restrict",
}
_LOOSE = ("transfer", "agreement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The type, mode and status of an event."""

    type: EventType
    mode: str | None
    status: Status


def kind_of(trigger: Trigger, standing: Standing) -> Kind | None:
    """Give what the act is with its status, or None where it is only wished, tried, thought of or left undone."""
    frame, status = trigger.frame, standing.status
    mode = frame.mode
    if frame.says:
        return Kind(type=frame.type, mode=mode, status=frame.status or "asserted")
    if frame.modals:
        return Kind(type=frame.type, mode=mode, status="asserted")
    if not standing.told:
        return None
    if "verdict" in frame.flags and (standing.status != "asserted" or not standing.sayers):
        return None
    if frame.type == "CONCEDE" and standing.announced:
        return Kind(type=frame.type, mode=mode, status="asserted")
    if "not" in frame.flags:
        return Kind(type=frame.type, mode=mode, status="asserted")
    if standing.attempted:
        return Kind(type=frame.type, mode=mode, status=status) if frame.type in HOSTILE else None
    if status in ("hypothetical", "negated"):
        keeps = frame.type in ("AID", "COOPERATE") and (frame.sort == "transfer" or "arms+agreement" in frame.object)
        return Kind(type=frame.type, mode=mode, status=status) if keeps else None
    if status in ("planned", "threatened"):
        return _future(frame.type, mode, status)
    return Kind(type=frame.type, mode=mode, status=frame.status or status)


def _future(type_: EventType, mode: str | None, status: Status) -> Kind:
    if type_ in FRIENDLY:
        return Kind(type="AGREE", mode=None, status="planned")
    if type_ in HOSTILE:
        return Kind(type="THREATEN", mode=_threat(type_, mode), status="threatened")
    if type_ == "RETREAT":
        return Kind(type="CONCEDE", mode=None, status="planned")
    return Kind(type=type_, mode=mode, status="threatened" if type_ == "THREATEN" else status)


def _threat(type_: EventType, mode: str | None) -> str:
    return mode if mode in ("arrest", "expel") else _THREATS[type_]
