"""/reconcile/{dataset}: the reconciliation API 0.2 as OpenRefine asks it, in yente's shapes."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, TypeVar

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel, Field, ValidationError
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.entities_shown import caption_of
from nongrata.outputs.api.listed import Json
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Lists, ServiceOf
from nongrata.outputs.api.yente.datasets import wanted_lists
from nongrata.outputs.api.yente.freebase import begins, properties_of, property_rows, type_of, words
from nongrata.outputs.api.yente.match import json_response, scored
from nongrata.outputs.api.yente.records import MOST_QUERIES, MatchParams, Text
from nongrata.outputs.api.yente.search import places_of
from nongrata.outputs.api.yente.wanted import SCHEMATA, Wanted
from nongrata.rows import Layout, Row, row_of

router = APIRouter(tags=["OpenRefine"])
_SPACE = "https://followthemoney.tech/explorer/schemata/"
_MOST_FORM = 2_000_000
_SUGGESTED = 20
_Model = TypeVar("_Model", bound=BaseModel)


class Property(BaseModel):
    """One column that a row is told by."""

    pid: Annotated[str, Field(max_length=100)]
    v: Text | int | float | bool | list[Text | int | float] | dict[str, object] | None = None


class ReconQuery(BaseModel):
    """One row."""

    query: Text | None = None
    type: str | list[str] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 5
    properties: Annotated[list[Property], Field(max_length=50)] = Field(default_factory=list)


class Batch(BaseModel):
    """A batch of rows."""

    queries: Annotated[dict[str, ReconQuery], Field(max_length=MOST_QUERIES)]


class ExtendProperty(BaseModel):
    """One column that is to be filled."""

    id: Annotated[str, Field(max_length=100)]
    settings: dict[str, object] = Field(default_factory=dict)


class Extend(BaseModel):
    """Which columns are to be filled for which parties."""

    ids: Annotated[list[Text], Field(max_length=1_000)]
    properties: Annotated[list[ExtendProperty], Field(max_length=50)]


@router.get("/reconcile/{dataset}", summary="What OpenRefine should know of this service")
def manifest(dataset: str, request: Request, service: ServiceOf, caller: AsReader) -> Response:
    """Give the manifest: add this address in OpenRefine as a service, with `?api_key=` where a token is needed."""
    wanted_lists(dataset, service.lists.index)
    root = str(request.base_url).rstrip("/")
    here, key = f"{root}/reconcile/{dataset}", f"?{request.url.query}" if request.url.query else ""
    path = {
        name: {"service_url": here, "service_path": f"/suggest/{name}{key}"} for name in ("entity", "type", "property")
    }
    fill = {"service_url": here, "service_path": f"/extend/property{key}"}
    return json_response(
        {
            "versions": ["0.2"],
            "name": f"Sanctions lists: {dataset} (Nongrata)",
            "identifierSpace": _SPACE,
            "schemaSpace": _SPACE,
            "documentation": f"{root}/docs",
            "view": {"url": f"{root}/listed/{{{{id}}}}"},
            "preview": {"url": f"{root}/listed/{{{{id}}}}/preview{key}", "width": 430, "height": 320},
            "batchSize": 10,
            "suggest": path,
            "extend": {"propose_properties": fill, "property_settings": [_LIMIT_SETTING]},
            "defaultTypes": [type_of(schema) for schema in words().schemata],
        }
    )


_LIMIT_SETTING: Json = {
    "name": "limit",
    "label": "Limit",
    "type": "number",
    "default": 0,
    "help_text": "Most values for each row (0: all).",
}


@router.post("/reconcile/{dataset}", summary="Rows looked for, or columns filled")
def reconcile(
    dataset: str,
    service: ServiceOf,
    caller: AsReader,
    queries: Annotated[str | None, Form(max_length=_MOST_FORM)] = None,
    extend: Annotated[str | None, Form(max_length=_MOST_FORM)] = None,
) -> Response:
    """Give, for `queries` (a JSON object of rows), each row's parties; for `extend`, the parties' properties."""
    lists = service.lists
    wanted = Wanted(lists=wanted_lists(dataset, lists.index))
    if extend is not None and extend.strip():
        return json_response(_extended(lists, _parsed(Extend, extend, "extend")))
    if queries is None:
        raise Refusal(400, "found neither `queries` nor `extend`; wanted one of them in the form")
    batch = _parsed(Batch, f'{{"queries": {queries}}}', "queries")
    found = {name: {"result": _row(lists, row, wanted)} for name, row in batch.queries.items()}
    return json_response(found, headers={"x-batch-size": str(len(found))})


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


@router.get("/reconcile/{dataset}/extend/property", summary="Columns that can be filled")
def extend_property(
    dataset: str,
    caller: AsReader,
    type: Annotated[str, Query(max_length=60)] = "LegalEntity",
) -> Response:
    """Give the properties that parties of a kind have."""
    rows = [{"id": name, "name": label} for name, label in properties_of(type).items()]
    return json_response({"limit": len(rows), "type": type, "properties": rows})


def _suggested(prefix: str, result: list[Json]) -> Response:
    return json_response({"code": "/api/status/ok", "status": "200 OK", "prefix": prefix, "result": result})


def _parsed(model: type[_Model], text: str, what: str) -> _Model:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(map(str, first["loc"]))
        raise Refusal(400, f"{what}: found no JSON as wanted: {at}: {first['msg']}"[:500]) from None


def _row(lists: Lists, row: ReconQuery, wanted: Wanted) -> list[Json]:
    told = row.type[0] if isinstance(row.type, list) and row.type else row.type
    schema = told if isinstance(told, str) and told in SCHEMATA else "Thing"
    properties: dict[str, list[str]] = {"name": [row.query]} if row.query else {}
    for each in row.properties:
        properties.setdefault(each.pid.rpartition(":")[2], []).extend(_values(each.v))
    asked = row_of({"schema": schema, "properties": properties}, 1, Layout())
    if not isinstance(asked, Row):
        return []
    found, _total = scored(lists, replace(asked, schema=schema), MatchParams(limit=row.limit), wanted)
    return [_scored_row(each) for each in found]


def _scored_row(each: Json) -> Json:
    schema = str(each["schema"])
    told = {"id": each["id"], "name": each["caption"], "description": schema, "type": [type_of(schema)]}
    return {**told, "score": each["score"], "match": each["match"]}


def _values(told: object) -> list[str]:
    if isinstance(told, list):
        return [value for each in told for value in _values(each)]
    if isinstance(told, dict):  # a value that was reconciled before
        return _values(told.get("name"))
    return [] if told is None or told == "" else [str(told)]


def _extended(lists: Lists, asked: Extend) -> Json:
    rows: dict[str, Json] = {}
    labels = {name: label for _schema, found in words().properties.items() for name, label in found.items()}
    for id_ in asked.ids:
        found = lists.listed.named(id_)
        rows[id_] = {}
        if found is not None:
            told = found.entity["properties"]
            rows[id_] = {each.id: _cells(told.get(each.id, []), each.settings) for each in asked.properties}
    meta = [{"id": each.id, "name": labels.get(each.id, each.id)} for each in asked.properties]
    return {"meta": meta, "rows": rows}


def _cells(values: list[str], settings: dict[str, object]) -> list[Json]:
    limit = settings.get("limit")
    most = int(limit) if isinstance(limit, int | float) or (isinstance(limit, str) and limit.isdecimal()) else 0
    return [{"str": value} for value in (values[:most] if most > 0 else values)]
