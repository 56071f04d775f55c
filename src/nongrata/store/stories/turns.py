"""Turns: the order in which stories were kept, as one number each.

A turn is the instant in nanoseconds since 1970; instants are kept to the microsecond, so that the last three digits
tell apart what was kept at the same one.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from nongrata.store.sql.database import Database

LAST = (1 << 63) - 1
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)
_SLOTS = 1_000


def turn_of(moment: datetime) -> int:
    """Give the first turn of an instant.

    >>> turn_of(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000000
    """
    return (moment - _FIRST) // timedelta(microseconds=1) * _SLOTS


def free_turn(database: Database, moment: datetime) -> int:
    """Give the next turn of an instant that no story has."""
    turn = turn_of(moment)
    while True:
        found = database.rows("SELECT max(turn) FROM story WHERE turn >= ? AND turn < ?", turn, turn + _SLOTS)
        if found[0][0] is None:
            return turn
        if found[0][0] < turn + _SLOTS - 1:
            return int(found[0][0]) + 1
        turn += _SLOTS


def month_of(turn: int) -> str:
    """Give the month of a turn.

    >>> month_of(1_000_000_000)
    '1970_01'
    """
    return f"{_FIRST + timedelta(microseconds=turn // _SLOTS):%Y_%m}"
