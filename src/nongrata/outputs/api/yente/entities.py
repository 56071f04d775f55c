"""GET /entities/{id} and what stands beside it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.entities_shown import shown, shown_beside, shown_nested
from nongrata.outputs.api.listed import Beside, Json, Listed, ListedEntity
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import ServiceOf
from nongrata.outputs.api.yente.match import json_response
from nongrata.outputs.api.yente.records import PageParams

router = APIRouter(tags=["yente"])


@router.get("/entities/{entity_id}", summary="A listed party", response_class=Response)
def entity(entity_id: str, service: ServiceOf, caller: AsReader, nested: bool = True) -> Response:  # noqa: FBT001, FBT002 - a query's parameter
    """Give a listed party with its listings, documents, addresses and ties; another list's id of it leads to it."""
    listed = service.lists.listed
    found = _found(listed, entity_id)
    if found.entity["id"] != entity_id:
        return RedirectResponse(f"/entities/{found.entity['id']}?nested={str(nested).lower()}", status_code=308)
    return json_response(shown_nested(found, listed) if nested else shown(found))


@router.get("/entities/{entity_id}/adjacent", summary="What stands beside a listed party")
def adjacent(entity_id: str, params: Annotated[PageParams, Query()], service: ServiceOf, caller: AsReader) -> Response:
    """Give the party, and by property what stands beside it, a page of each."""
    listed = service.lists.listed
    found = _found(listed, entity_id)
    pages = {name: _page(each, params, listed, found) for name, each in found.beside.items()}
    return json_response({"entity": shown(found), "adjacent": pages})


@router.get("/entities/{entity_id}/adjacent/{name}", summary="What stands beside a listed party, of one kind")
def adjacent_of(
    entity_id: str, name: str, params: Annotated[PageParams, Query()], service: ServiceOf, caller: AsReader
) -> Response:
    """Give a page of what stands beside the party under one property: sanctions, addressEntity, ownershipOwner, …"""
    listed = service.lists.listed
    found = _found(listed, entity_id)
    return json_response(_page(list(found.beside.get(name, ())), params, listed, found))


def _found(listed: Listed, entity_id: str) -> ListedEntity:
    found = listed.named(entity_id)
    if found is None:
        raise Refusal(404, f"found no listed party with the id {quote(entity_id[:100])!r}")
    return found


def _page(entities: object, params: PageParams, listed: Listed, found: ListedEntity) -> Json:
    everything: list[Beside] = list(entities) if isinstance(entities, list | tuple) else []
    part = everything[params.offset : params.offset + params.limit]
    return {
        "results": list(shown_beside(part, listed, found.entity.get("datasets", []))),
        "total": {"value": len(everything), "relation": "eq"},
        "limit": params.limit,
        "offset": params.offset,
    }
