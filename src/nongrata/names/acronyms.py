"""Names written by their first letters."""

from __future__ import annotations

from nongrata.names.ready import Ready
from nongrata.names.telling import SKIPPED

SHORTEST, LONGEST = 3, 7


def is_acronym(short: Ready, long: Ready) -> bool:
    """Tell whether one word of the one name is the first letters of the other; legal forms and "of" are skipped."""
    words = [token for token in short.tokens if token.kind not in ("legal", "place")]
    if len(words) != 1 or not SHORTEST <= len(words[0].form) <= LONGEST or len(long.tokens) < len(words[0].form):
        return False
    parts = [token for token in long.tokens if token.form not in SKIPPED]
    letters = "".join([token.form[0] for token in parts if token.kind != "legal"])
    return words[0].form in (letters, "".join([token.form[0] for token in parts]))
