"""Whether a listing was in force on a day: the second question, after identity."""

from __future__ import annotations

from datetime import date

from nongrata.lists import Designation, ListVersion
from nongrata.values import PartialDate, parse_date


def in_force(designation: Designation, as_of: date | None, version: ListVersion | None) -> bool | None:
    """Say whether the listing was in force on the day; None where the list does not tell.

    Without a day the list's own present counts. A list that gives no dates (OFAC's csv) still says that who
    stands in a version of that day or earlier, and is not known to have left since, was listed on the day; so was
    whose entry was changed before (the EU's file tells by which regulations).
    """
    if as_of is None:
        return designation.delisted_on is None
    if designation.delisted_on is not None and designation.delisted_on.latest <= as_of:
        return False
    if designation.listed_on is not None:
        return _since(designation.listed_on, designation.delisted_on, as_of)
    is_there = _stood_before(version, as_of) or any(day.latest <= as_of for day in designation.amended_on)
    return True if is_there and designation.delisted_on is None else None


def _since(listed: PartialDate, ended: PartialDate | None, as_of: date) -> bool | None:
    if listed.earliest > as_of:
        return False
    if listed.latest > as_of:
        return None
    return True if ended is None or ended.earliest > as_of else None


def _stood_before(version: ListVersion | None, as_of: date) -> bool:
    stood = parse_date(version.version[:10]) if version is not None else None
    return stood is not None and stood.latest <= as_of
