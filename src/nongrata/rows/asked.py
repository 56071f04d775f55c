"""A Row from a single question: a name or an entity, and what else is told of it."""

from __future__ import annotations

from collections.abc import Mapping

from nongrata.rows.entity import row_of
from nongrata.rows.heads import KINDS, SCHEMAS, kind_of, schema_asked
from nongrata.rows.record import BadRow, Layout, Row
from nongrata.values import SettingError, SourceError


def row_about(party: str | Mapping[str, object], about: Mapping[str, object]) -> Row:
    """Give the row that a party and what is told of it make.

    Raises SourceError for one that cannot be screened, SettingError for what cannot be told of it.

    >>> row_about("Ivan Orlov", {"schema": "Person", "birth_date": "1960"}).properties
    {'birthDate': ('1960',)}
    """
    told = {name: value for name, value in about.items() if value is not None}
    schema = _schema(told.pop("schema", None))
    for name, value in told.items():
        if not isinstance(party, str):
            raise SettingError(name, str(value), "a name to tell it of: an entity has its own properties")
        if kind_of(name) is None:
            raise SettingError(name, str(value), f"one of {', '.join(KINDS)}")
    row = row_of({"name": party, **told} if isinstance(party, str) else party, 1, Layout(schema=schema))
    if isinstance(row, BadRow):
        raise SourceError(row.name or "the party", row.reason)
    if told and row.notes:
        raise SourceError(row.name, "; ".join(row.notes))
    return row


def _schema(told: object) -> str | None:
    if told is None:
        return None
    found = schema_asked(str(told))
    if found is None:
        raise SettingError("schema", str(told), f"one of {', '.join(SCHEMAS)}")
    return found
