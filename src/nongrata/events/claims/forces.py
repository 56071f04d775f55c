"""Whether a listing held on a day of which its list doesn't tell: OFAC numbers its entries as they come."""

from __future__ import annotations

from datetime import date

from nongrata.lists.publishers.ofac.numbering import listed_between
from nongrata.screening import Match


def force_of(match: Match, day: date | None) -> bool | None:
    """Give whether it held on the day: as the list says, else by the number of its entry; None where neither tells."""
    if match.in_force is not None or match.listed_on is not None or day is None:
        return match.in_force
    after, by = listed_between(match.list_id, match.entity_id)
    if after is not None and after >= day:
        return False
    return True if by is not None and by <= day and match.delisted_on is None else None


def first_day_of(match: Match) -> date | None:
    """Give the first day on which it can have held."""
    if match.listed_on is not None:
        return match.listed_on.earliest
    return listed_between(match.list_id, match.entity_id)[0]


def note_on_number(match: Match, day: date | None) -> str | None:
    """Say what the number tells of a day, where it is all that does."""
    after, _by = listed_between(match.list_id, match.entity_id)
    if day is None or after is None or match.in_force is not None or after < day:
        return None
    return f"OFAC gave the number {match.entity_id} after {after.day} {after:%B %Y}"
