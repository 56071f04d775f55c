"""What a regime's rule says: how much of what is enough, whether stakes are added, whether control will do."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Measure = Literal["shares", "votes"]
HALF = Fraction(50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """How much of what: at least `percent`, or more than it."""

    measure: Measure = "shares"
    percent: Fraction = HALF
    more: bool = False  # more than, not just as much

    def __str__(self) -> str:
        percent = f"{self.percent} percent"
        return (f"more than {percent}" if self.more else f"{percent} or more") + f" of the {self.measure}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One regime's rule."""

    regime: str
    name: str
    law: str  # the citation
    owns: tuple[Threshold, ...]  # any of them: blocked
    controls: tuple[Threshold, ...] = ()  # any of them: control
    control: bool  # control without ownership is enough
    added: bool  # the holdings of several listed persons are added
    covers: tuple[Threshold, ...] = ()  # caught itself, without passing it on
    notes: tuple[str, ...] = ()  # what the reader of any answer must know
    caution: str = ""  # what the reader of a "not blocked" with a listed holder must know
    at_half: str = ""  # what the reader of a sum of just 50 percent must know


OR_MORE, MORE = Threshold(), Threshold(more=True)
