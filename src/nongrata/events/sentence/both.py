"""The "both" that the parser takes for an adverb of what follows: "The committee added | both on Friday"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.mentions import Token


def mend_both(tokens: list[Token]) -> None:
    """Make an object of a "both" right behind its verb."""
    for word in range(1, len(tokens) - 1):
        if _is_both_of(tokens, word):
            tokens[word] = replace(tokens[word], head=word - 1, dep="dobj")


def _is_both_of(tokens: list[Token], word: int) -> bool:
    """Be the "both" right behind a verb, taken for an adverb of what follows."""
    token, behind = tokens[word], tokens[word + 1]
    is_lost = token.text == "both" and token.pos == "PRON" and token.dep in ("advmod", "preconj")
    return is_lost and behind.pos == "ADP" and tokens[word - 1].pos == "VERB" and behind.head == word - 1
