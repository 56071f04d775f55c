"""Turns of a transcript: "PAZ: Well, prosecutors arrived". Who takes them is not who is spoken of."""

from __future__ import annotations

import re

from nongrata.parties import Cast, PartyId

_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")
_TURNS = 3  # so many lines with a name and a colon make a transcript


def label_of(said: str) -> re.Match[str] | None:
    """Give the name in capitals and the colon with which a turn begins, or None."""
    return _LABEL.match(said)


def turn_takers(text: str, cast: Cast) -> frozenset[PartyId]:
    """Give the people whose turns a transcript has."""
    labels = [match["name"].casefold() for line in text.splitlines() if (match := _LABEL.match(line))]
    if len(labels) < _TURNS:
        return frozenset()
    words = {word for label in labels for word in label.split()}
    people = (party for party in cast.parties if party.schema == "Person")
    return frozenset(party.id for party in people if party.name.casefold().split()[-1] in words)
