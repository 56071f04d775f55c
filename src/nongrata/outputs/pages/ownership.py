"""Who holds a party, and what each regime's law makes of that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from nongrata.outputs.own.as_json import owned_as_json
from nongrata.outputs.pages.site import Looks
from nongrata.outputs.words import one_line

router = APIRouter(include_in_schema=False)


@router.get("/ownership")
def ownership(visit: Looks, party: Annotated[str, Query(min_length=1, max_length=300)]) -> Response:
    """Show who holds a party, and what each regime's law makes of that."""
    desk = visit.service.lists.desk
    found, owned = desk.own(party)
    told = owned_as_json(found, owned, desk.index.versions, desk.ledger.sources)
    title = f"Who holds {one_line(owned.label)}"
    return visit.page("ownership", area="search", title=title, asked=party, told=told, same=_same(told))


def _same(told: Mapping[str, Any]) -> list[str]:
    """Give the notes that stand under every regime: they are shown once, not a dozen times."""
    first, *others = (each["notes"] for each in told["regimes"]) if len(told["regimes"]) > 1 else ([],)
    return [note for note in first if all(note in notes for notes in others)]
