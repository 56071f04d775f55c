"""A finding: one thing that speaks for or against two parties being one."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.screening.record import Effect, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A reason with its weight, 0 to 1: how much of what the names leave open it closes, or takes away."""

    rule: str
    effect: Effect
    weight: float
    says: str
    decides: bool = False  # for: the same strong number; against: what one party cannot have both of

    @property
    def reason(self) -> Reason:
        """The finding as what a person reads."""
        return Reason(rule=self.rule, effect=self.effect, says=self.says)
