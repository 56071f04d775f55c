"""The labelled pairs that screening is measured on, as pairs of FollowTheMoney-like entities."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Entity = Mapping[str, Any]  # {"schema": …, "properties": {"name": [...], "birthDate": [...], …}}

PAIRS = ("name_pairs", "entity_checks", "model_cases", "putin_names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two entities, and whether they are one; `kind` says what makes the pair hard."""

    left: Entity
    right: Entity
    same: bool
    kind: str = ""
    names_in: tuple[str, ...] | None = None  # the properties whose names are compared, where not all are


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """A query that is to rank above another one, against the same candidate."""

    better: Entity
    worse: Entity
    candidate: Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Evasion:
    """A name made from a listed one, or from nobody's: `wanted` are the ids that it must find."""

    query: str
    schema: str
    wanted: frozenset[str]
    category: str
    source: str  # the listed name that it was made from


def entity(schema: str, properties: Mapping[str, Any]) -> Entity:
    """Give an entity with each property as a list.

    >>> entity("Person", {"name": "Vladimir Putin", "country": ["ru"]})
    {'schema': 'Person', 'properties': {'name': ['Vladimir Putin'], 'country': ['ru']}}
    """
    listed = {name: [value] if isinstance(value, str) else list(value) for name, value in properties.items()}
    return {"schema": schema, "properties": listed}


def named(schema: str, *names: str) -> Entity:
    """Give an entity that is known by its names alone."""
    return entity(schema, {"name": names})


def read_pairs(cases: Path, name: str) -> list[Case]:
    """Give the labelled pairs of one file."""
    return [_case(row) for row in _rows(cases / f"{name}.jsonl")]


def read_triples(cases: Path) -> list[Triple]:
    """Give the pairs of queries of which one is to rank above the other."""
    return [
        Triple(
            better=entity(row["schema"], row["better"]),
            worse=entity(row["schema"], row["worse"]),
            candidate=entity(row["schema"], row["candidate_props"]),
        )
        for row in _rows(cases / "ranking.jsonl")
    ]


def read_evasion(cases: Path) -> tuple[list[Evasion], dict[str, Entity]]:
    """Give the altered names, and the entities that they were made from by their ids."""
    queries = [
        Evasion(
            query=row["query"],
            schema=row["schema"],
            wanted=frozenset(row["expected_ids"]),
            category=row["category"],
            source=row["source_name"],
        )
        for row in _rows(cases / "evasion_ofac250.jsonl.gz")
    ]
    listed = {
        row["id"]: named(row["schema"], row["name"], *row["alts"]) for row in _rows(cases / "evasion_entities.jsonl")
    }
    return queries, listed


def digest(cases: Path) -> str:
    """Give the SHA-256 of the case files, so that a change of labels is seen."""
    told = hashlib.sha256()
    for path in sorted(cases.glob("*.jsonl*")):
        told.update(path.read_bytes())
    return told.hexdigest()


def _case(row: Mapping[str, Any]) -> Case:
    left = row.get("query_props") or {"name": row["query"]}
    right = row.get("candidate_props") or {"name": row["candidate"]}
    return Case(
        left=entity(row["schema"], left),
        right=entity(row["schema"], right),
        same=row["expected"],
        kind=row.get("category") or row.get("group") or "",
        names_in=("name",) if "'nm_name_property': 'name'" in (row.get("config") or "") else None,
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    yield from map(json.loads, text.decode("utf-8").splitlines())
