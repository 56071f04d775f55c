"""What OpenRefine calls types, properties and entities, of FollowTheMoney's words (tables/ftm.toml)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from nongrata.outputs.api.listed import Json
from nongrata.outputs.api.yente.wanted import is_kind_of
from nongrata.values import fold

PACKED = "ftm.json"


class Words(NamedTuple):
    """The packed table: kinds of parties with what they are called, and the properties that each kind has first."""

    schemata: Mapping[str, tuple[str, str]]
    properties: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def words() -> Words:
    """Give the packed table."""
    told = json.loads(resources.files(__package__).joinpath(PACKED).read_text("utf-8"))
    return Words(schemata={name: (row[0], row[1]) for name, row in told["schema"].items()}, properties=told["property"])


def type_of(schema: str) -> Json:
    """Give a kind of party as OpenRefine shows one."""
    plural, describes = words().schemata.get(schema, (schema, schema))
    return {"id": schema, "name": plural, "description": describes}


def properties_of(schema: str) -> dict[str, str]:
    """Give the properties that a kind of party has, with what each is called."""
    return {
        name: label
        for first, found in words().properties.items()
        if is_kind_of(schema, first)
        for name, label in found.items()
    }


def property_rows() -> Iterator[Json]:
    """Give every property as OpenRefine shows one, by the schema that has it first: "Person:birthDate"."""
    for schema, found in words().properties.items():
        for name, label in found.items():
            yield {"id": f"{schema}:{name}", "name": label, "description": f"{label} ({schema})"}


def begins(prefix: str, *texts: str) -> bool:
    """Have a word that begins with the prefix in one of the texts.

    >>> begins("bir", "birthDate", "Date of birth"), begins("", "name"), begins("x", "name")
    (True, True, False)
    """
    asked = fold(prefix)
    return any(word.startswith(asked) for text in texts for word in (fold(text), *fold(text).split()))
