"""A Row from a mapping: a FollowTheMoney entity, or an object whose keys are heads of columns; or from a bare name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nongrata.lists.ftm.tables import ABOUT, SUBJECTS, TIES
from nongrata.rows.flaws import clean, flaw_of, shown
from nongrata.rows.heads import kind_of
from nongrata.rows.party import MOST_NAMES, MOST_VALUES, names_in, row_from
from nongrata.rows.record import BadRow, Layout, Row

_NAMES = {
    "name": "name",
    "firstName": "first_name",
    "middleName": "middle_name",
    "fatherName": "middle_name",
    "lastName": "last_name",
    "alias": "alias",
    "previousName": "alias",
    "weakAlias": "alias",
    "abbreviation": "alias",
}
_NOBODY = frozenset({*TIES, *ABOUT, "Address", "Article", "Document", "Event", "Mention", "Note", "Occupancy", "Pages"})
_LONGEST_VALUE = 2_000
_BY_LOWER = {name.lower(): name for name in (*SUBJECTS, "Vehicle", "Asset", "Security", "CryptoWallet", "Thing")}


def row_of(told: object, number: int, layout: Layout) -> Row | BadRow:
    """Give the row that one item makes: a name, an entity, an object.

    >>> row_of({"schema": "Person", "properties": {"name": ["Ivan Orlov"], "country": ["ru"]}}, 1, Layout()).schema
    'Person'
    >>> row_of({"Full name": "Ivan Orlov", "DOB": 1960}, 1, Layout()).properties
    {'birthDate': ('1960',)}
    """
    if isinstance(told, str):
        return row_from(number, {"name": [told]}, layout)
    if not isinstance(told, Mapping):
        return BadRow(number=number, reason=f"found {_kind(told)}; wanted a name, or an object with one")
    if isinstance(told.get("properties"), Mapping):
        return _entity(told, number, layout)
    columns: dict[str, list[str]] = {}
    known = {head.strip().casefold(): kind for kind, heads in layout.columns.items() for head in heads}
    for key, value in told.items():
        kind = known.get(str(key).strip().casefold()) or kind_of(str(key))
        if kind is not None:
            columns.setdefault(kind, []).extend(texts_of(value))
    if not set(columns) & {"name", "name_part", "first_name", "last_name", "alias"}:
        keys = ", ".join(repr(shown(str(key))) for key in list(told)[:12])
        return BadRow(number=number, reason=f"found no name among {keys or 'nothing'}; wanted a key such as name")
    return row_from(number, columns, layout)


def texts_of(value: object) -> Iterator[str]:
    """Give the texts in a value: itself, a number as text, or each of a list."""
    if isinstance(value, list | tuple):
        for each in value[:MOST_VALUES]:
            if not isinstance(each, list | tuple):
                yield from texts_of(each)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    elif value is not None and hasattr(value, "isoformat"):
        yield str(value.isoformat())


def _entity(told: Mapping[Any, Any], number: int, layout: Layout) -> Row | BadRow:
    id_ = next(map(shown, texts_of(told.get("id"))), None)
    schema = told.get("schema")
    properties = {str(name): list(texts_of(value)) for name, value in told["properties"].items()}
    naming: dict[str, list[str]] = {}
    for name, kind in _NAMES.items():
        naming.setdefault(kind, []).extend(properties.pop(name, ()))
    names = names_in(naming) or names_in({"name": list(texts_of(told.get("caption")))})
    if isinstance(schema, str) and schema in _NOBODY:
        return BadRow(number=number, id=id_, reason=f"found an entity of schema {schema}, which is nobody to screen")
    sound = tuple(name for name in names if flaw_of(name) is None)
    if not sound:
        first = names[0] if names else ""
        return BadRow(number=number, id=id_, name=shown(first), reason=flaw_of(first) or "found no name")
    return Row(
        number=number,
        id=id_,
        names=sound[:MOST_NAMES],
        schema=(_BY_LOWER.get(schema.strip().lower()) if isinstance(schema, str) else None) or layout.schema,
        properties={
            name: tuple(text[:_LONGEST_VALUE] for each in values if (text := clean(each)))
            for name, values in properties.items()
            if values
        },
        notes=tuple(f"another name was left out: {flaw_of(name)}" for name in names if name not in sound),
    )


def _kind(told: object) -> str:
    names: Mapping[type, str] = {list: "a list", int: "a number", float: "a number", bool: "a truth value"}
    return "nothing" if told is None else names.get(type(told), f"a {type(told).__name__}")
