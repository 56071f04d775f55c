"""Between which days OFAC listed somebody, by the number of the entry, where its csv gives no day."""

from __future__ import annotations

import json
from bisect import bisect_left
from datetime import date, timedelta
from importlib.resources import files

from nongrata.lists.record import EntityId, ListId

_TABLE = json.loads(files("nongrata.lists").joinpath("ofac.json").read_text("utf-8"))
_DAYS = tuple(date.fromisoformat(day) for day, _number in _TABLE["numbers"])
_NUMBERS = tuple(number for _day, number in _TABLE["numbers"])
# Of 6,492 entries that came new between five files of 2024 to 2026, 146 have a number that tells of an earlier day
# (it was taken long before, or they were listed anew), and none a number that tells of a later one.
_BEFORE = timedelta(days=30)
_AFTER = timedelta(days=60)


def listed_between(list_id: ListId, entity_id: EntityId) -> tuple[date | None, date | None]:
    """Give the days between which OFAC listed somebody, as far as the entry's number tells; of other lists neither.

    >>> listed_between(ListId("us_ofac_sdn"), EntityId("55045"))
    (datetime.date(2025, 6, 1), datetime.date(2025, 10, 13))
    """
    number = entity_id.removeprefix("SDN-")
    if list_id not in ("us_ofac_sdn", "us_csl") or not number.isdecimal():
        return None, None
    at = bisect_left(_NUMBERS, int(number))
    after = _DAYS[at - 1] - _BEFORE if at > 0 else None
    return after, _DAYS[at] + _AFTER if at < len(_DAYS) else None
