"""What a run of words may stand for, and what stands around it on a page: what weighing looks at."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.triage.patterns import PatternForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a number may stand for: a run of words of a party's name, or of a country's."""

    words: tuple[str, ...]
    form: PatternForm
    party: int
    weight: float  # what speaks for it by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What weighing asks of a party."""

    schema: str
    countries: frozenset[str]
    leads_state: bool = False  # or did
    lists: int = 1  # on how many it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Words of a page beside a listed run of words, and what stands around them."""

    said: tuple[str, ...]  # folded
    entry: Entry
    party: Told
    likeness: float  # 80 to 100
    before: str  # the word before it in the same run of words with capitals, folded; empty where there is none
    after: str
    is_apart: bool  # a few words stand by themselves, as a menu's do
    has_form: bool  # a legal form stands beside it
    has_gap: bool  # a word stands between the two
    countries: frozenset[str]  # that the page names
    speaks_of_sanctions: bool
    speaks_of_ships: bool
    is_english: bool
