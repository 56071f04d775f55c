"""Parties held against listings, always with reasons."""

from nongrata.screening.record import (
    Effect,
    Match,
    Reason,
    Verdict,
)

__all__ = [
    "Effect",
    "Match",
    "Reason",
    "Verdict",
]
