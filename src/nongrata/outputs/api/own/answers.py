"""What our routes give: records of the store and of the lists as JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction

from starlette.responses import Response

from nongrata.values import PartialDate


def plain(told: object) -> object:
    """Give a record as what JSON holds: dates as ISO texts, shares as numbers.

    >>> plain({"on": date(2024, 3, 1), "share": Fraction(1, 2), "day": PartialDate("2024-03")})
    {'on': '2024-03-01', 'share': 0.5, 'day': '2024-03'}
    """
    match told:
        case date() | datetime():
            return told.isoformat()
        case PartialDate():
            return told.text
        case Fraction():
            return float(told)
        case Enum():
            return told.value
        case dict():
            return {str(key): plain(value) for key, value in told.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(each) for each in told]
        case _ if is_dataclass(told) and not isinstance(told, type):
            return {each.name: plain(getattr(told, each.name)) for each in fields(told)}
        case _:
            return told


def answer(told: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Give an answer as JSON."""
    text = json.dumps(plain(told), ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode("utf-8", "replace"), status, headers, media_type="application/json")
