"""An Alert: that something a desk watches for stands in a story, by which rule, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

AlertId = NewType("AlertId", str)
AlertState = Literal["new", "seen", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One alert. Its id comes from what it is about, so that the same one is not raised twice."""

    id: AlertId
    rule: str
    story: str | None  # the id of the stored story
    made_at: datetime
    says: str  # a sentence that a person can check
    about: Mapping[str, object]  # what the rule found: the party, the listing, the event, the client; JSON values
    state: AlertState = "new"
