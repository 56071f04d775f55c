"""What an act becomes once its status is known: a meeting to come is an agreement, a ban to come a threat."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.events.certainty.status import Standing
from nongrata.events.record import EventType, Status
from nongrata.events.sentence.frames import Frame
from nongrata.events.sentence.trigger import Trigger

FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
DEEDS = frozenset({"AID", "COOPERATE", "ASSAULT", "COERCE", "MOBILIZE"})
# What a state is said by another to have done or given up is that one's word
OTHERS_WORD = DEEDS | {"SANCTION", "RETREAT", "CONCEDE"}
# The mode of a threat is its content (PLOVER manual, THREATEN).
_THREATS = {
    "SANCTION": "restrict",
    "COERCE": "restrict",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": "restrict",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The type, mode and status of an event."""

    type: EventType
    mode: str | None
    status: Status


def kind_of(trigger: Trigger, standing: Standing) -> Kind | None:
    """Give what the act is with its status, or None where it is only wished, tried, thought of or left undone."""
    frame, status = trigger.frame, standing.status
    if frame.says or frame.modals:
        return Kind(type=frame.type, mode=frame.mode, status=frame.status or "asserted")
    if not standing.told or ("verdict" in frame.flags and not (status == "asserted" and standing.sayers)):
        return None
    if "not" in frame.flags or (frame.type == "CONCEDE" and standing.announced):
        return Kind(type=frame.type, mode=frame.mode, status="asserted")
    if frame.type in ("SANCTION", "CONCEDE") and standing.decided and status == "planned":
        return Kind(type=frame.type, mode=frame.mode, status="asserted")
    if _is_left_undone(frame, standing):
        return None
    if standing.warned and status == "planned" and frame.type in HOSTILE:
        return None
    if status in ("planned", "threatened") and "due" not in frame.flags:
        return _future(frame.type, frame.mode, status)
    is_doubted = frame.type == "AGREE" and status != "asserted"  # what is said to have been promised stays a word
    return Kind(type=frame.type, mode=frame.mode, status=status if is_doubted else frame.status or status)


def _is_left_undone(frame: Frame, standing: Standing) -> bool:
    """Be tried without a blow, or not done, or only thought of (which still counts for a transfer or an arms deal)."""
    if standing.attempted:
        return frame.type not in HOSTILE
    deal = frame.type == "AID" and frame.sort == "transfer"
    is_military = "arms+agreement" in frame.object or (frame.sort == "transfer" and "military" in frame.context)
    arms = frame.type == "COOPERATE" and is_military
    return standing.status in ("hypothetical", "negated") and not (deal or arms)


def _future(type_: EventType, mode: str | None, status: Status) -> Kind:
    if type_ in FRIENDLY:
        return Kind(type="AGREE", mode=None, status="planned")
    if type_ == "MOBILIZE" and mode == "troops" and status == "planned":
        return Kind(type=type_, mode=mode, status=status)  # "Greece will send a frigate" threatens nobody yet
    if type_ in HOSTILE:
        return Kind(type="THREATEN", mode=_threat(type_, mode), status="threatened")
    if type_ == "RETREAT":
        return Kind(type="CONCEDE", mode=None, status="planned")
    return Kind(type=type_, mode=mode, status="threatened" if type_ == "THREATEN" else status)


def _threat(type_: EventType, mode: str | None) -> str:
    return mode if mode in ("arrest", "expel") else _THREATS[type_]
