"""Parties told by part of their names: "Tarasov", "RAB", "the steelmaker"."""

from __future__ import annotations

from nongrata.events.claims.said import Said
from nongrata.parties import Party

_SHORT = 2  # letters that stand for too many
_STEM = 4  # letters of a name that a noun may begin with


def bearing(parties: list[Party], said: Said) -> tuple[Party, ...]:
    """Give the one party of which a name is part, or the letters of which it is: "Tarasov", "RAB"."""
    token = said.scene.tree.tokens[said.stated.bearer] if said.stated.bearer is not None else None
    if token is None or token.pos != "PROPN":
        return ()
    bearing = [party for party in parties if token.text in party.name.split() or _is_short_for(token.text, party.name)]
    return tuple(bearing) if len(bearing) == 1 else ()


def _is_short_for(text: str, name: str) -> bool:
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(letters) > _SHORT and letters == text.upper()


def is_named_so(party: Party, lemma: str) -> bool:
    """Bear in its name what the noun begins with: "the steelmaker" is Alfa Steel, "the airline" Cham Airlines."""
    words = {word for mention in party.mentions for word in mention.text.lower().split() if len(word) >= _STEM}
    is_air = lemma == "airline" and any("air" in mention.text.lower().split() for mention in party.mentions)
    return is_air or any(lemma.startswith(word) or word.startswith(lemma) for word in words)
