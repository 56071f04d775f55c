"""What a person judged of a party and a listed one: it rules over the comparison, for every later story."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A party as the story told of it when somebody judged."""

    name: str
    schema: str
    facts: tuple[tuple[str, str], ...] = ()  # kind and value, as in the dossier
