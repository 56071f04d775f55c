"""A party as a name, a mapping or an entity tells of it."""

from __future__ import annotations

from collections.abc import Mapping

from nongrata.screening.entities.properties_read import Reader, shortened
from nongrata.screening.entities.properties_record import Subject
from nongrata.values import SettingError

__all__ = ["Subject", "subject_of"]


def subject_of(
    source: object, *, side: str, schema: str | None = None, names_in: frozenset[str] | None = None
) -> Subject:
    """Give the party that a name, a mapping or a FollowTheMoney entity tells of.

    `side` is what an error calls it. Raises SettingError where nothing is left to compare.
    """
    if isinstance(source, str):
        source = {"name": [source]}
    elif not isinstance(source, Mapping) and callable(to_dict := getattr(source, "to_dict", None)):
        source = to_dict()
    if not isinstance(source, Mapping):
        wanted = "a name, a mapping with schema and properties, or an entity with to_dict()"
        raise SettingError(side, shortened(source), wanted)
    reader = Reader(side, names_in)
    subject = reader.read(source, schema)
    if not subject.names and not subject.numbers:
        why = "; ".join(f"{each.item}: {each.reason}" for each in subject.skipped[:3])
        raise SettingError(
            side, shortened(_told(source)), "a name with letters or digits, or a number" + (f" ({why})" if why else "")
        )
    return subject


def _told(source: Mapping[str, object]) -> object:
    """Give the name that was told where nothing else was, as an error is to show it."""
    names = source.get("name")
    if len(source) == 1 and isinstance(names, list) and len(names) == 1:
        return names[0]
    return f"an entity with {', '.join(map(str, source)) or 'nothing in it'}"
