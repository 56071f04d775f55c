"""/reconcile/{dataset}/extend: columns of OpenRefine filled with what the lists say of parties."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.listed import Json
from nongrata.outputs.api.service import Lists
from nongrata.outputs.api.yente.freebase import properties_of, words
from nongrata.outputs.api.yente.match import json_response
from nongrata.outputs.api.yente.records import Text

router = APIRouter(tags=["OpenRefine"])
LIMIT_SETTING: Json = {
    "name": "limit",
    "label": "Limit",
    "type": "number",
    "default": 0,
    "help_text": "Most values for each row (0: all).",
}


class ExtendProperty(BaseModel):
    """One column that is to be filled."""

    id: Annotated[str, Field(max_length=100)]
    settings: dict[str, object] = Field(default_factory=dict)


class Extend(BaseModel):
    """Which columns are to be filled for which parties."""

    ids: Annotated[list[Text], Field(max_length=1_000)]
    properties: Annotated[list[ExtendProperty], Field(max_length=50)]


@router.get("/reconcile/{dataset}/extend/property", summary="Columns that can be filled")
def extend_property(
    dataset: str,
    caller: AsReader,
    type: Annotated[str, Query(max_length=60)] = "LegalEntity",
) -> Response:
    """Give the properties that parties of a kind have."""
    rows = [{"id": name, "name": label} for name, label in properties_of(type).items()]
    return json_response({"limit": len(rows), "type": type, "properties": rows})


def extended(lists: Lists, asked: Extend) -> Json:
    """Give the properties asked for of each party; nothing for an id that is none."""
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
