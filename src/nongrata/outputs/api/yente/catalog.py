"""What yente tells of itself: is it up, is it ready, which lists, which algorithms."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.problems import problem
from nongrata.outputs.api.service import ServiceOf
from nongrata.outputs.api.yente.datasets import catalogue
from nongrata.outputs.api.yente.match import json_response
from nongrata.screening.entities.evidence import RULES

router = APIRouter(tags=["yente"])
_ALGORITHM = "nongrata"


@router.get("/healthz", summary="Is the server up?")
async def healthz() -> Response:
    """Give `{"status": "ok"}` as long as the process is up; needs no token."""
    return json_response({"status": "ok"})


@router.get("/readyz", summary="Are the lists loaded?")
async def readyz(service: ServiceOf) -> Response:
    """Give `{"status": "ok"}` once the lists are loaded, and 503 before; needs no token."""
    return json_response({"status": "ok"}) if service.is_ready else problem(503, "the lists are still being loaded")


@router.get("/catalog", summary="The lists in use")
async def catalog(service: ServiceOf, caller: AsReader) -> Response:
    """Give the lists in use as datasets, each with its version, and the collections of all of them."""
    return json_response(catalogue(service.lists.index))


@router.get("/algorithms", summary="How parties are compared")
async def algorithms(caller: AsReader) -> Response:
    """Give the one way in which we compare, with each of its rules in words; yente's names for its own lead to it."""
    docs = {
        "names": {"description": "The names are alike, word by word.", "example": None},
        **{rule.__name__: {"description": _first_line(rule.__doc__), "example": None} for rule in RULES},
    }
    ours = {"name": _ALGORITHM, "description": "Names, dates, numbers and places, each a sentence.", "docs": docs}
    return json_response({"algorithms": [ours], "default": _ALGORITHM, "best": _ALGORITHM})


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0]
