"""/reconcile/{dataset}/suggest: parties, kinds and properties whose names begin as somebody types in OpenRefine."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.entities_shown import caption_of
from nongrata.outputs.api.listed import Json
from nongrata.outputs.api.service import ServiceOf
from nongrata.outputs.api.yente.datasets import wanted_lists
from nongrata.outputs.api.yente.freebase import begins, property_rows, type_of, words
from nongrata.outputs.api.yente.match import json_response
from nongrata.outputs.api.yente.search import places_of

router = APIRouter(tags=["OpenRefine"])
_SUGGESTED = 20


@router.get("/reconcile/{dataset}/suggest/entity", summary="Parties whose names begin so")
def suggest_entity(
    dataset: str, service: ServiceOf, caller: AsReader, prefix: Annotated[str, Query(max_length=500)] = ""
) -> Response:
    """Give the parties that the words look for."""
    lists = service.lists
    wanted = wanted_lists(dataset, lists.index)
    result: list[Json] = []
    for place in places_of(lists, prefix, is_fuzzy=True):
        found = lists.listed.of(place)
        if (wanted is None or wanted & {*found.entity.get("datasets", [])}) and len(result) < _SUGGESTED:
            schema = found.entity["schema"]
            row = {"id": found.entity["id"], "name": caption_of(found.entity), "description": schema}
            result.append({**row, "type": [type_of(schema)]})
    return _suggested(prefix, result)


@router.get("/reconcile/{dataset}/suggest/type", summary="Kinds of parties")
def suggest_type(dataset: str, caller: AsReader, prefix: Annotated[str, Query(max_length=100)] = "") -> Response:
    """Give the kinds of parties that begin so."""
    found = [schema for schema, (plural, _says) in words().schemata.items() if begins(prefix, schema, plural)]
    return _suggested(prefix, [type_of(schema) for schema in found])


@router.get("/reconcile/{dataset}/suggest/property", summary="Properties of parties")
def suggest_property(dataset: str, caller: AsReader, prefix: Annotated[str, Query(max_length=100)] = "") -> Response:
    """Give the properties that begin so."""
    rows = [row for row in property_rows() if begins(prefix, str(row["id"]).partition(":")[2], str(row["name"]))]
    return _suggested(prefix, rows[:_SUGGESTED])


def _suggested(prefix: str, result: list[Json]) -> Response:
    return json_response({"code": "/api/status/ok", "status": "200 OK", "prefix": prefix, "result": result})
