"""The parties that statements of the Beneficial Ownership Data Standard describe: entities and persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nongrata.ownership.holder import Holder, number_of

MAX_EACH = 50  # names, numbers, countries of one party
_SCHEMAS = {"entity": "Company", "person": "Person", "entityStatement": "Company", "personStatement": "Person"}
_OF_ENTITIES = {"arrangement": "LegalEntity", "state": "PublicBody", "stateBody": "PublicBody"}


def holder_of(source: str, statement: Mapping[str, object]) -> Holder | None:
    """Give the party of a statement (0.4: of a record; before: of the statement itself); None where it tells none."""
    is_record = isinstance(statement.get("recordType"), str)
    kind = str(statement.get("recordType" if is_record else "statementType"))
    details = statement.get("recordDetails") if is_record else statement
    id_ = statement.get("recordId" if is_record else "statementID")
    if kind not in _SCHEMAS or not isinstance(details, Mapping) or not isinstance(id_, str) or not id_:
        return None
    return Holder(
        id=id_,
        names=tuple(dict.fromkeys(_names(details)))[:MAX_EACH],
        schema=_schema(kind, details),
        countries=tuple(dict.fromkeys(_countries(details)))[:MAX_EACH],
        birth_dates=tuple(_texts([details.get("birthDate")])),
        numbers=tuple(_numbers(details))[:MAX_EACH],
        source=source,
    )


def _schema(kind: str, details: Mapping[str, object]) -> str:
    told = details.get("entityType")
    type_ = told.get("type") if isinstance(told, Mapping) else told
    return _OF_ENTITIES.get(str(type_), _SCHEMAS[kind])


def _names(details: Mapping[str, object]) -> Iterator[str]:
    yield from _texts([details.get("name")])
    for name in _rows(details.get("names")):
        yield from _texts([name.get("fullName")])
    alternate = details.get("alternateNames")
    yield from _texts(alternate if isinstance(alternate, list) else [])


def _countries(details: Mapping[str, object]) -> Iterator[str]:
    places = [
        details.get("jurisdiction"),
        details.get("incorporatedInJurisdiction"),
        *_rows(details.get("nationalities")),
    ]
    for place in places:
        if isinstance(place, Mapping):
            yield from (code.lower()[:2] for code in _texts([place.get("code")]))


def _numbers(details: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for row in _rows(details.get("identifiers")):
        scheme, value = (next(_texts([row.get(key)]), "") for key in ("scheme", "id"))
        if value:
            yield number_of(scheme, value)


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in value[:MAX_EACH] if isinstance(row, Mapping)] if isinstance(value, list) else []


def _texts(values: list[object]) -> Iterator[str]:
    return (value[:500] for value in values if isinstance(value, str) and value.strip())
