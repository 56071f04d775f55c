"""Family names of Korea, as they are spelled in Latin letters."""

from __future__ import annotations

from functools import lru_cache

from nongrata.names.tables import tables


@lru_cache(maxsize=1)
def korean_surnames() -> dict[str, frozenset[str]]:
    """Give for each spelling of a family name what it may be in Hangul.

    >>> sorted(korean_surnames()["rhee"])
    ['리', '이']
    """
    found: dict[str, set[str]] = {}
    for native, forms in tables().korean_surnames.items():
        for form in forms:
            found.setdefault(form, set()).add(native)
    return {form: frozenset(natives) for form, natives in found.items()}
