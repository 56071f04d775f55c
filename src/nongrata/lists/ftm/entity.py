"""What every FollowTheMoney entity of ours is made of: its id, its dates, and values that another tool can read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha1
from typing import NotRequired, TypedDict

from nongrata.lists.fields import one_line
from nongrata.values import PartialDate

_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ISO_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Entity(TypedDict):
    """One FollowTheMoney entity as JSON has it."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    datasets: NotRequired[list[str]]  # of an exported list: the lists that it is from


def make_entity(id_: str, schema: str, /, **properties: Iterable[str]) -> Entity:
    """Give an entity with its values readable, each once, and without the properties that have none."""
    cleaned = {
        name: list(dict.fromkeys(text for value in values if (text := _readable(name, value))))
        for name, values in properties.items()
    }
    return Entity(id=id_, schema=schema, properties={name: values for name, values in cleaned.items() if values})


def _readable(name: str, value: str) -> str:
    return _UNREADABLE.sub("", value).strip() if name == "bodyText" else one_line(_UNREADABLE.sub(" ", value))


def make_id(*parts: str) -> str:
    """Give an id that the same parts give again."""
    digest = sha1("\x1f".join(parts).encode("utf-8", "replace"), usedforsecurity=False)
    return f"ng-{digest.hexdigest()}"


def days_of(day: PartialDate | None) -> list[str]:
    """Give a date that FollowTheMoney can hold: a day, month or year, but no range and no "about"."""
    return [day.text] if day is not None and ISO_DAY.fullmatch(day.text) else []


def first_and_last(edtf: str | None) -> tuple[str | None, str | None]:
    """Give the first and last day of a date; a month or year that FollowTheMoney can hold stays one."""
    if edtf is None:
        return None, None
    bare = edtf.partition("T")[0]
    try:
        day = PartialDate(bare)
    except ValueError:
        return None, None
    return (bare, bare) if ISO_DAY.fullmatch(bare) else (day.earliest.isoformat(), day.latest.isoformat())
