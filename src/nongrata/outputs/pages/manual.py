"""The API on a page: each route and what it gives, from its own description."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter
from starlette.responses import Response

from nongrata.outputs.pages.site import Looks

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def manual(visit: Looks) -> Response:
    """Show the routes of the API."""
    paths = visit.request.app.openapi()["paths"]
    rows = [
        (told["tags"][0], method.upper(), path, told["summary"], told["description"])
        for path, methods in paths.items()
        for method, told in methods.items()
    ]
    groups = [(tag, list(each)) for tag, each in groupby(sorted(rows, key=lambda row: row[0]), key=lambda row: row[0])]
    return visit.page("manual", area="", title="The API", groups=groups)
