"""Offices by which the news calls who holds them by a family name alone."""

from __future__ import annotations

import re

from nongrata.values.countries import country_named

_OF_STATE = re.compile(
    r"(?:former |acting |interim )?(?:president|prime minister|supreme leader|head of state)(?: and head of state)?"
    r" of (?:the )?([\w' ’-]+?)(?: (?:and|since|from|until|in|on)\b.*|\W*\d.*|[^\w' ’-].*)?$",
    re.IGNORECASE,
)


def is_of_state(position: str) -> bool:
    """Be the office of a head of state or government, or have been.

    >>> is_of_state("President of the Russian Federation"), is_of_state("President of Transneft")
    (True, False)
    """
    found = _OF_STATE.match(position)
    return found is not None and country_named(found[1].strip().lower()) is not None
