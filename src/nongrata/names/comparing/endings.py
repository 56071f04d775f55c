"""Endings by which names are two that else are nearly one: a woman's of a man's, families of two languages."""

from __future__ import annotations

import re


def is_of_woman(left: str, right: str, rule: str) -> bool:
    """Have one be the other with the ending that makes it a woman's: Michel, Michelle; Fabien, Fabienne.

    Louis and Louise are Lou both, and are two.
    """
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    if rule == "nickname" and longer[:-1] == shorter and longer[-1] in "ae":
        return True
    return longer[-3:] in _OF_WOMEN and longer[:-2] == shorter


_OF_WOMEN = frozenset(("lle", "nne", "tte"))


def are_of_two_families(left: str, right: str) -> bool:
    """Have one end as Losik and the other as Lutsky: neither is a slip, or another spelling, of the other.

    >>> are_of_two_families("losik", "lutsky"), are_of_two_families("lutskiy", "lutsky")
    (True, False)
    """
    return any(_SIK.search(one) and _SKY.search(other) for one, other in ((left, right), (right, left)))


_SIK, _SKY = re.compile("[cstz]h?[iy]c?k$"), re.compile("[cstz]h?k[iyj]+$")
