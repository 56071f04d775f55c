"""What a sentence states of somebody's listing: in which words, of whom, by whom, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Says = Literal["listed", "not listed", "lifted"]
Words = tuple[int, ...]
AUXILIARIES = ("aux", "auxpass", "neg")  # what of a claim's words stands with its verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A claim as the words of one sentence make it; a word is its place in the sentence."""

    words: Words
    bearer: int | None  # the word of whom it is said; None: of whom another claim is
    by: tuple[Words, ...] = ()  # words among which stands who lists: the first that name somebody count
    says: Says = "listed"
    is_echo: bool = False  # says of its bearer what the claim before says of another: "so has his deputy"
