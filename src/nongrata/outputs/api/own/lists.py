"""/api/v1/lists: which lists are in use, their kept versions, and what changed between two of them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from nongrata.lists.diff import ListDiff, diff_lists
from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service, ServiceOf
from nongrata.outputs.lists.words import row_of
from nongrata.store import Kept, ListShelf

router = APIRouter(prefix="/api/v1/lists", tags=["lists"])


@router.get("", summary="The lists in use")
def lists(service: ServiceOf, caller: AsReader) -> Response:
    """Give the lists that answers are made with, the starter list among them."""
    index = service.lists.index
    return answer({"lists": [asdict(version) for version in index.versions], "parties": len(index.parties)})


@router.get("/{list_id}", summary="A list's kept versions")
def list_versions(list_id: str, service: ServiceOf, caller: AsReader) -> Response:
    """Give every kept version of a list, the oldest first."""
    return answer({"versions": [row_of(kept) for kept in kept_versions(service, list_id)]})


@router.get("/{list_id}/diff", summary="What changed between two versions of a list")
def list_diff(
    list_id: str,
    service: ServiceOf,
    caller: AsReader,
    old: Annotated[date | None, Query(description="default: the version before")] = None,
    new: Annotated[date | None, Query(description="default: the version in use")] = None,
) -> Response:
    """Give what was added, removed, changed, renamed and renumbered."""
    return answer(difference(service, list_id, old, new))


def kept_versions(service: Service, list_id: str) -> tuple[Kept, ...]:
    """Give a list's versions. Raises Refusal for a list that is not on the shelf."""
    found = ListShelf(service.settings.home).versions(list_id[:100])
    if not found:
        raise Refusal(404, f"found no list {list_id[:60]!r} on the shelf; wanted one that was added or synced")
    return found


def difference(service: Service, list_id: str, old: date | None, new: date | None) -> ListDiff:
    """Give what changed from one version to another. Raises Refusal where there are no two."""
    shelf, versions = ListShelf(service.settings.home), kept_versions(service, list_id)
    newer = (
        shelf.kept_on(list_id, new) if new is not None else next((v for v in versions if v.is_current), versions[-1])
    )
    if newer is None:
        raise Refusal(404, "found no version of that day")
    before = [each for each in versions if each.snapshot != newer.snapshot and each.day <= newer.day]
    older = shelf.kept_on(list_id, old) if old is not None else before[-1] if before else None
    if older is None or older.snapshot == newer.snapshot:
        raise Refusal(404, f"found one version of {list_id} only; wanted two to hold together")
    return diff_lists(shelf.load(older), shelf.load(newer))
