"""Designated weapons and platforms: Su-35, Hwasong-17, HMS Daring. Generic nouns are not looked for."""

from __future__ import annotations

from nongrata.mentions.record import Equipment
from nongrata.values import Span


def find_equipment(text: str, span_of_story: Span) -> tuple[Equipment, ...]:
    """Give the designated weapons and platforms within the span, in the order of the text."""
    return ()
