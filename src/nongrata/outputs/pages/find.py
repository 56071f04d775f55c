"""Search: stories, parties of stories, and listed parties, by words."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from nongrata.outputs.api.listed import ListedEntity
from nongrata.outputs.api.yente.search import places_of
from nongrata.outputs.pages.site import EXPORTS, Looks, Visit
from nongrata.outputs.regimes import regime_of
from nongrata.outputs.words import country_words, one_line
from nongrata.store.record import Member
from nongrata.store.stories import StoryQuery

router = APIRouter(include_in_schema=False)
_SHOWN = 25
_COUNTED = 1_000


@router.get("/search")
async def search(
    visit: Looks,
    q: Annotated[str, Query(max_length=500)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """Show what the words find."""
    return await run_in_threadpool(_found, visit, q.strip(), since, until)


def _found(visit: Visit, words: str, since: str, until: str) -> Response:
    store = visit.service.store
    query = StoryQuery(words=words, since=_day(since), until=_day(until), limit=_SHOWN)
    is_asked = bool(words or since or until)
    return visit.page(
        "search",
        area="search",
        title=f"Search: {words}" if words else "Search",
        q=words,
        since=since,
        until=until,
        is_asked=is_asked,
        stories=store.stories.find(query) if is_asked else (),
        count=_count(store.stories.count(query, most=_COUNTED)) if is_asked else "0",
        parties=_once(store.parties.named(words)) if words else (),
        listed=_listed(visit, words) if words else (),
        exports=(("json", "JSON"), *EXPORTS),
    )


def _count(number: int) -> str:
    return f"{number:,}" if number < _COUNTED else f"{_COUNTED:,} or more"


def _listed(visit: Visit, words: str) -> list[dict[str, object]]:
    lists = visit.service.lists
    places = list(dict.fromkeys(places_of(lists, words, is_fuzzy=True)))[:_SHOWN]
    return [_row(lists.listed.of(place)) for place in places]


def _row(found: ListedEntity) -> dict[str, object]:
    properties = found.entity["properties"]
    return {
        "path": f"/listed/{found.entity['id']}",
        "name": one_line((properties.get("name") or properties.get("alias") or ["?"])[0]),
        "schema": found.entity["schema"],
        "regimes": list(dict.fromkeys(regime_of(name) for name in found.entity.get("datasets", []))),
        "countries": [country_words(code) for code in properties.get("country", [])[:3]],
        "born": properties.get("birthDate", [])[:1],
    }


def _once(members: tuple[Member, ...]) -> list[Member]:
    """Give each party once."""
    return list({each.canonical: each for each in members}.values())[:_SHOWN]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
