"""Numbers as options tell them."""

from __future__ import annotations

from nongrata.values import SettingError


def whole_number(option: str, told: str, *, most: int, least: int = 1) -> int:
    """Give the whole number that an option tells. Raises SettingError for none, and for one that is out of bounds.

    >>> whole_number("--limit", "20", most=1_000)
    20
    """
    # Looked at before it is read: reading thousands of digits is refused by Python itself.
    if not told.isdecimal() or len(told) > len(str(most)) or not least <= int(told) <= most:
        raise SettingError(option, told, f"a whole number from {least} to {most}")
    return int(told)
