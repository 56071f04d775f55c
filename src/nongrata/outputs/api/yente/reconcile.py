"""/reconcile/{dataset}: the reconciliation API 0.2 as OpenRefine asks it, in yente's shapes."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, TypeVar

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, Field, ValidationError
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.listed import Json
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Lists, ServiceOf
from nongrata.outputs.api.yente.columns import LIMIT_SETTING, Extend, extended
from nongrata.outputs.api.yente.datasets import wanted_lists
from nongrata.outputs.api.yente.freebase import type_of, words
from nongrata.outputs.api.yente.match import json_response, scored
from nongrata.outputs.api.yente.records import MOST_QUERIES, MatchParams, Text
from nongrata.outputs.api.yente.wanted import SCHEMATA, Wanted
from nongrata.rows import Layout, Row, row_of

router = APIRouter(tags=["OpenRefine"])
_SPACE = "https://followthemoney.tech/explorer/schemata/"
_MOST_FORM = 2_000_000
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
            "extend": {"propose_properties": fill, "property_settings": [LIMIT_SETTING]},
            "defaultTypes": [type_of(schema) for schema in words().schemata],
        }
    )


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
        return json_response(extended(lists, _parsed(Extend, extend, "extend")))
    if queries is None:
        raise Refusal(400, "found neither `queries` nor `extend`; wanted one of them in the form")
    batch = _parsed(Batch, f'{{"queries": {queries}}}', "queries")
    found = {name: {"result": _row(lists, row, wanted)} for name, row in batch.queries.items()}
    return json_response(found, headers={"x-batch-size": str(len(found))})


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
