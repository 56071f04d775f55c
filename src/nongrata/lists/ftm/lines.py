"""Lines of FollowTheMoney entities, flat: what stands nested in an entity becomes an entity of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nongrata.lists.fields import one_line
from nongrata.lists.files import MAX_STREAM, chunks_of
from nongrata.lists.ftm.tables import ABOUT, TIES
from nongrata.values import ListError

MAX_LINE = 16 * 1024 * 1024  # the longest nested targets have about 2 MB
MAX_LINES = 20_000_000  # OpenSanctions' default dataset has about five million
MAX_VALUE = 10_000
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entity as the file has it, its values in one line each and what was nested named by its id."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]
    caption: str | None = None
    datasets: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()
    is_target: bool | None = None
    seen: str = ""

    def get(self, name: str) -> tuple[str, ...]:
        """Give the values of a property."""
        return self.properties.get(name, ())

    def first(self, *names: str) -> str | None:
        """Give the first value that one of these properties has."""
        return next((value for name in names for value in self.get(name)), None)


def entities_in(path: Path) -> Iterator[tuple[int, Entity | str]]:
    """Give each line's number with its entities one by one, or with what is wrong with it.

    Raises ListError for a line beyond measure, and where the last line is cut short.
    """
    number = 0
    for number, line in _lines(path):
        found = _parsed(line)
        if isinstance(found, str):
            if not line.endswith(b"\n"):
                raise ListError(f"{path}:{number}", f"a last line cut short: {line[-40:]!r}", "the whole file")
            yield number, found
            continue
        for entity in _flat(found, None, 0):
            yield number, entity


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    rest, number = b"", 0
    for chunk in chunks_of(path, limit=MAX_STREAM):
        *whole, rest = (rest + chunk).split(b"\n")
        if number + len(whole) > MAX_LINES:
            raise ListError(f"{path}:{MAX_LINES}", f"more than {MAX_LINES:,} lines", "one list")
        for line in whole:
            number += 1
            if line.strip():
                yield number, line + b"\n"
        if len(rest) > MAX_LINE:
            raise ListError(f"{path}:{number + 1}", f"a line of more than {MAX_LINE >> 20} MiB", "one entity on a line")
    if rest.strip():
        yield number + 1, rest


def _parsed(line: bytes) -> dict[str, Any] | str:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return "a line that is no JSON"
    if not is_entity(found):
        return "a line that is no FollowTheMoney entity (id, schema, properties)"
    if not isinstance(found, dict):
        return "a line that is no object"
    return found


def is_entity(found: object) -> bool:
    """Be a FollowTheMoney entity as JSON has it.

    >>> is_entity({"id": "a", "schema": "Person", "properties": {"name": ["Anna Orlova"]}})
    True
    """
    if not isinstance(found, Mapping):
        return False
    named = isinstance(found.get("id"), str) and isinstance(found.get("schema"), str)
    return named and bool(found["id"]) and isinstance(found.get("properties"), Mapping)


def _flat(raw: Mapping[str, Any], parent: str | None, depth: int) -> Iterator[Entity]:
    """Give an entity and all that is nested in it; a nested one that lacks an end is about its parent."""
    id_, schema = one_line(raw["id"])[:MAX_VALUE], raw["schema"]
    properties: dict[str, tuple[str, ...]] = {}
    nested: list[Mapping[str, Any]] = []
    for name, values in raw["properties"].items():
        texts: list[str] = []
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, str):
                texts.append(one_line(value[:MAX_VALUE]))
            elif is_entity(value):
                texts.append(one_line(value["id"])[:MAX_VALUE])
                nested.append(value)
        properties[name] = tuple(filter(None, texts))
    if parent is not None and (end := _missing_end(schema, properties)):
        properties[end] = (parent,)
    caption = raw.get("caption")
    yield Entity(
        id=id_,
        schema=schema,
        properties=properties,
        caption=one_line(caption[:MAX_VALUE]) if isinstance(caption, str) else None,
        datasets=_texts(raw.get("datasets")),
        referents=_texts(raw.get("referents")),
        is_target=raw["target"] if isinstance(raw.get("target"), bool) else None,
        seen=next(filter(None, (_text(raw.get("last_seen")), _text(raw.get("last_change")))), ""),
    )
    for child in nested if depth < _MAX_DEPTH else ():
        yield from _flat(child, id_, depth + 1)


def _missing_end(schema: str, properties: Mapping[str, tuple[str, ...]]) -> str | None:
    ends = TIES[schema].ends if schema in TIES else (ABOUT[schema],) if schema in ABOUT else ()
    missing = [end for end in ends if not properties.get(end)]
    return missing[0] if len(missing) == 1 else None


def _texts(found: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, found))) if isinstance(found, list) else ()


def _text(found: object) -> str:
    return one_line(found[:MAX_VALUE]) if isinstance(found, str) else ""
