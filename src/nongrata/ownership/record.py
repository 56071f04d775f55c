"""An Exposure: whether a party is blocked through its owners, under one regime's rule, with the path."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

# register: what lists and registers tell; story: only the story's words; link: a tie or a holding that catches nobody
Basis = Literal["register", "story", "link"]
Result = Literal["blocked", "not blocked", "control", "unknown"]
ExposureKind = Literal["listed", "owned", "linked", "possible", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One holding on the way from a listed owner down to the party."""

    owner: str
    owned: str
    share: Fraction | None  # 0 to 1; None: not told
    source: str  # "the story: “both units of United Aircraft Corporation”", or the list's field


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """One regime's answer."""

    regime: str  # us, eu, uk, …
    rule: str  # "OFAC 50 percent rule"
    result: Result
    share: Fraction | None
    path: tuple[Step, ...]
    basis: Basis = "register"
    says: str = ""  # the arithmetic in one sentence
