"""The lists in use, their versions, and what changed between two."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from nongrata.outputs.api.own.lists import difference, kept_versions
from nongrata.outputs.lists.diff import field_words, heading_of, summary_of
from nongrata.outputs.lists.words import counts_in_words
from nongrata.outputs.pages.site import Looks
from nongrata.outputs.regimes import list_title, regime_of
from nongrata.outputs.words import number_words, starter_notice

router = APIRouter(include_in_schema=False)
_SHOWN = 300  # entries of each kind that the page shows


@router.get("/lists")
def lists(visit: Looks) -> Response:
    """Show the lists in use."""
    index = visit.service.lists.index
    rows = [(version, regime_of(version.list_id), list_title(version.list_id)) for version in index.versions]
    only = sorted(index.spoken_of - {version.list_id for version in index.versions})
    return visit.page(
        "lists",
        area="lists",
        title="Lists",
        rows=rows,
        parties=len(index.parties),
        only=[(name, regime_of(name), list_title(name)) for name in only],
        starter=starter_notice(index.versions),
        number=number_words,
    )


@router.get("/lists/{list_id}")
def versions(list_id: str, visit: Looks) -> Response:
    """Show a list's kept versions."""
    kept = tuple(reversed(kept_versions(visit.service, list_id)))
    return visit.page(
        "list",
        area="lists",
        title=list_title(list_id),
        list_id=list_id,
        versions=[(each, counts_in_words(each.schemas)) for each in kept],
    )


@router.get("/lists/{list_id}/diff")
def diff(
    list_id: str,
    visit: Looks,
    old: Annotated[date | None, Query()] = None,
    new: Annotated[date | None, Query()] = None,
) -> Response:
    """Show what changed between two versions."""
    found = difference(visit.service, list_id, old, new)
    return visit.page(
        "list_diff",
        area="lists",
        title=f"What changed in {list_title(list_id)}",
        list_id=list_id,
        diff=found,
        heading=heading_of(found),
        summary=summary_of(found),
        field_words=field_words,
        shown=_SHOWN,
    )
