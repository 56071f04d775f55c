"""The entries of the US Consolidated Screening List, from its csv or its JSON, in one form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nongrata.lists.fields import country_coded, one_line
from nongrata.lists.files import text_of
from nongrata.lists.record import Address
from nongrata.values import ListError

WANTED = ("source", "entity_number", "name", "alt_names", "source_information_url")  # of the csv's columns
MAX_FIELD = 50_000  # characters
MAX_PARTS = 1_000  # of one field

_SINGLE = (
    "source", "entity_number", "type", "name", "title", "federal_register_notice", "start_date", "end_date",
    "license_requirement", "license_policy", "call_sign", "vessel_type", "vessel_flag", "vessel_owner", "remarks",
    "source_list_url", "source_information_url",
)  # fmt: skip
_SEVERAL = ("programs", "alt_names", "citizenships", "nationalities", "dates_of_birth", "places_of_birth")
_CODE = re.compile(r"(?:.*,\s*)?([A-Z]{2})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, or another fact, by the label that OFAC gives its kind."""

    label: str
    value: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the list, its fields told apart."""

    where: str  # the row or the place in the array, for messages
    entity: str
    single: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]
    addresses: tuple[Address, ...]
    numbers: tuple[Number, ...]


def is_csl_header(header: Sequence[str]) -> bool:
    """Be the column names of the csv.

    >>> is_csl_header(["_id", "source", "entity_number", "name", "alt_names", "source_information_url"])
    True
    """
    return set(WANTED) <= {cell.strip().lower() for cell in header}


def is_csl_record(first: Mapping[str, object]) -> bool:
    """Be the first entry of the JSON, or the object around the entries.

    >>> is_csl_record({"results": [{"source": "", "name": "", "source_information_url": ""}]})
    True
    """
    results = first.get("results")
    if isinstance(results, list):
        return bool(results) and isinstance(results[0], dict) and is_csl_record(results[0])
    return {"source", "name", "source_information_url"} <= set(first)


def csl_entries(path: Path) -> Iterator[Entry | str]:
    """Give the entries of either format, and for what is none the words that say so.

    Raises ListError where the file is neither, or ends early.
    """
    text = text_of(path)
    yield from _from_json(path, text) if text.lstrip()[:1] in ("{", "[") else _from_csv(path, text)


def _from_csv(path: Path, text: str) -> Iterator[Entry | str]:
    if not text.endswith("\n"):
        raise ListError(str(path), "a csv file whose last row is cut", "the whole file; fetch it again")
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip().lower().lstrip("_") for cell in next(rows, [])]
        if not is_csl_header(header):
            raise ListError(f"{path}:1", f"columns {', '.join(header)[:80]}", f"columns {', '.join(WANTED)}, …")
        for cells in rows:
            if len(cells) == len(header):
                yield _csv_entry(str(rows.line_num), dict(zip(header, cells, strict=True)))
            else:
                yield f"{rows.line_num}: a row of {len(cells)} columns"
    except csv.Error as error:
        raise ListError(f"{path}:{rows.line_num}", f"a damaged row ({error})", "csv; fetch it again") from None


def _csv_entry(where: str, row: Mapping[str, str]) -> Entry:
    return Entry(
        where=where,
        entity=one_line(row.get("id", "")[:100]),
        single={column: one_line(row.get(column, "")[:MAX_FIELD]) for column in _SINGLE},
        several={column: tuple(_parts(row.get(column, ""))) for column in _SEVERAL},
        addresses=tuple(_addresses(row.get("addresses", ""))),
        numbers=tuple(map(_number, _parts(row.get("ids", "")))),
    )


def _parts(text: str) -> list[str]:
    return [part for each in text[:MAX_FIELD].split(";")[:MAX_PARTS] if (part := one_line(each))]


def _addresses(text: str) -> Iterator[Address]:
    """Give the addresses in a field; each ends with the code of its country, if it has one."""
    so_far: list[str] = []
    for part in _parts(text):
        so_far.append(part)
        if code := _CODE.fullmatch(part):
            yield Address(text="; ".join(so_far), country=country_coded(code[1]))
            so_far = []
    if so_far:
        yield Address(text="; ".join(so_far))


def _number(text: str) -> Number:
    """Read "RU, 2014-01-01, 2024-01-01, 1027739000728, Registration ID"."""
    value, _, label = text.rpartition(", ")
    parts = value.split(", ")
    code = parts.pop(0) if len(parts) > 1 and _CODE.fullmatch(parts[0]) else ""
    while len(parts) > 1 and _DAY.fullmatch(parts[0]):
        parts.pop(0)
    return Number(label=label, value=", ".join(parts), country=country_coded(code) if code else None)


def _from_json(path: Path, text: str) -> Iterator[Entry | str]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ListError(
            str(path), f"JSON that is damaged ({str(error)[:100]})", "the whole file; fetch it again"
        ) from None
    results = whole.get("results") if isinstance(whole, dict) else whole
    if not isinstance(results, list):
        raise ListError(str(path), "JSON without a list of results", 'the list as {"results": […]}')
    for place, record in enumerate(results):
        if isinstance(record, dict):
            yield _json_entry(f"results[{place}]", record)
        else:
            yield f"results[{place}]: {type(record).__name__} that is no entry"


def _json_entry(where: str, record: Mapping[str, object]) -> Entry:
    return Entry(
        where=where,
        entity=_text(record.get("id") or record.get("_id")),
        single={field: _text(record.get(field)) for field in _SINGLE},
        several={field: tuple(filter(None, map(_text, _list(record.get(field))))) for field in _SEVERAL},
        addresses=tuple(found for each in _list(record.get("addresses")) if (found := _json_address(each))),
        numbers=tuple(number for each in _list(record.get("ids")) if (number := _json_number(each))),
    )


def _text(value: object) -> str:
    return one_line(str(value)[:MAX_FIELD]) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _list(value: object) -> list[object]:
    """Give what should be a list as one: the schema has lists, single texts and null in their place."""
    if isinstance(value, list):
        return value[:MAX_PARTS]
    return list(_parts(value)) if isinstance(value, str) else []


def _json_address(value: object) -> Address | None:
    if not isinstance(value, dict):
        return next(_addresses(_text(value)), None)
    parts = [_text(value.get(part)) for part in ("address", "city", "state", "postal_code", "country")]
    text = ", ".join(filter(None, parts))
    return Address(text=text, city=parts[1] or None, country=country_coded(parts[4])) if text else None


def _json_number(value: object) -> Number | None:
    if not isinstance(value, dict):
        return _number(text) if (text := _text(value)) else None
    label, number, code = (_text(value.get(part)) for part in ("type", "number", "country"))
    return Number(label=label, value=number, country=country_coded(code) if code else None) if number or label else None
