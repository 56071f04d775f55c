"""Machines called by their maker's name, who is no party to what is done with them: "a Bombardier jet"."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token


def is_maker(tokens: Sequence[Token], word: int) -> bool:
    """Only say who built a machine, not whose it is: "a Bombardier jet", "a Bombardier"."""
    token, known = tokens[word], load_verbs()
    if not known.is_of(token.text.lower(), "makers"):
        return False
    before_machine = token.dep == "compound" and known.is_of(tokens[token.head].lemma, "machine")
    return before_machine or any(each.head == word and each.text.lower() in ("a", "an") for each in tokens[:word])
