"""/api/v1/ownership: who holds a party, what it holds, and what each regime's law makes of that."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.service import ServiceOf
from nongrata.outputs.own.as_json import owned_as_json
from nongrata.outputs.own.as_svg import as_svg

router = APIRouter(prefix="/api/v1/ownership", tags=["ownership"])
Asked = Annotated[str, Query(min_length=1, max_length=300, description="a name, or an id of a list or a register")]
# The picture has its style in it; no script, and nothing from elsewhere.
_CSP = "default-src 'none'; style-src 'unsafe-inline'"


@router.get("", summary="Who holds a party")
def ownership(party: Asked, service: ServiceOf, caller: AsReader, as_of: date | None = None) -> Response:
    """Give whom the words mean, the stakes around it, and each regime's answer with its path and its rule."""
    desk = service.lists.desk
    found, owned = desk.own(party, as_of=as_of)
    return answer(owned_as_json(found, owned, desk.index.versions, desk.ledger.sources))


@router.get("/picture", summary="Who holds a party, as a picture")
def picture(party: Asked, service: ServiceOf, caller: AsReader, as_of: date | None = None) -> Response:
    """Give the tree of owners as an SVG that asks nothing of the network."""
    _found, owned = service.lists.desk.own(party, as_of=as_of)
    headers = {"content-security-policy": _CSP}
    return Response(as_svg(owned).encode("utf-8", "replace"), media_type="image/svg+xml", headers=headers)
