"""Names written by their first letters."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.names.telling import HOLLOW, SKIPPED, telling

WITH_FORM = 5  # letters of which one may be that of a legal form: PDVSA
FEW = 3  # letters that many names have by chance: they stand for words of institutions only, not for a family's name
OWN = 0.95  # what a word weighs at least that is a name of its own


def is_acronym(short: Ready, long: Ready) -> bool:
    """Tell whether the one name is the first letters of the other; "of" is left out, legal forms may be."""
    word = short.acronym
    if not word or len(long.tokens) < len(word) or (len(word) <= FEW and has_own_word(long.tokens)):
        return False
    reached = {0}  # how many letters of the word are spelled so far: a legal form leaves two ways open
    for token in long.tokens:
        if token.form in SKIPPED:
            continue
        spelled = {at + 1 for at in reached if at < len(word) and word[at] == token.form[0]}
        if token.kind == "legal":
            spelled = reached | (spelled if len(word) >= WITH_FORM or token.form in HOLLOW else set())
        reached = spelled
        if not reached:
            return False
    return len(word) in reached


def has_own_word(tokens: Sequence[Token]) -> bool:
    """Tell whether a body's name has a word that hardly any other has."""
    return any(_is_name(token) and telling(token.form) >= OWN for token in tokens)


def _is_name(token: Token) -> bool:
    return token.kind == "word" and token.form not in SKIPPED and token.form not in HOLLOW
