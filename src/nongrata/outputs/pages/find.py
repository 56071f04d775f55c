"""Search: stories, parties of stories, and listed parties, by words."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from nongrata.outputs.api.listed import ListedEntity
from nongrata.outputs.api.yente.search import places_of
from nongrata.outputs.pages.site import EXPORTS, MOST_COUNTED, Looks, Visit
from nongrata.outputs.regimes import regime_of
from nongrata.outputs.words import country_words, one_line
from nongrata.store.record import Member, StoryId
from nongrata.store.stories.query import StoryQuery
from nongrata.store.stories.words import phrases_of

router = APIRouter(include_in_schema=False)
_SHOWN = 25


@router.get("/search")
def search(
    visit: Looks,
    q: Annotated[str, Query(max_length=500)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    before: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show what the words find; `before` is the last story of the page before."""
    page = StoryId(before) if before else None
    query = StoryQuery(words=q.strip(), since=_day(since), until=_day(until), before=page, limit=_SHOWN)
    store, words = visit.service.store, query.words
    is_asked = bool(words or since or until or query.before)
    is_first = query.before is None
    stories = store.stories.find(query) if is_asked else ()
    return visit.page(
        "search",
        area="search",
        title=f"Search: {words}" if words else "Search",
        q=words,
        since=since,
        until=until,
        is_asked=is_asked,
        stories=stories,
        count=_count(visit, query, len(stories)) if is_asked and is_first else "",
        parties=_once(store.parties.named(words)) if words and is_first else (),
        listed=_listed(visit, words) if words and is_first else (),
        is_first=is_first,
        shown=_SHOWN,
        exports=(("json", "JSON"), *EXPORTS),
    )


def _count(visit: Visit, query: StoryQuery, shown: int) -> str:
    """Say how many stories there are. With words side by side they are not counted: each would have to be looked at."""
    if shown < query.limit:
        return str(shown)
    if any(" " in each for each in phrases_of(query.words)):
        return f"{shown} or more"
    number = visit.service.store.stories.count(query, most=MOST_COUNTED)
    return f"{number:,}" if number < MOST_COUNTED else f"{MOST_COUNTED:,} or more"


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
