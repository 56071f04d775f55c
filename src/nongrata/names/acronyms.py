"""Names written by their first letters."""

from __future__ import annotations

from nongrata.names.ready import Ready
from nongrata.names.telling import SKIPPED


def is_acronym(short: Ready, long: Ready) -> bool:
    """Tell whether the one name is the first letters of the other; "of" is left out, legal forms may be."""
    word = short.acronym
    if not word or len(long.tokens) < len(word):
        return False
    reached = {0}  # how many letters of the word are spelled so far: a legal form leaves two ways open
    for token in long.tokens:
        if token.form in SKIPPED:
            continue
        spelled = {at + 1 for at in reached if at < len(word) and word[at] == token.form[0]}
        reached = spelled | reached if token.kind == "legal" else spelled
        if not reached:
            return False
    return len(word) in reached
