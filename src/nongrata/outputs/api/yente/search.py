"""GET /search/{dataset}: parties by the words of their names, as yente answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.entities_shown import caption_of, shown
from nongrata.outputs.api.listed import Json, ListedEntity
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Lists, ServiceOf
from nongrata.outputs.api.yente.datasets import wanted_lists
from nongrata.outputs.api.yente.match import USUAL, json_response
from nongrata.outputs.api.yente.records import SearchParams
from nongrata.outputs.api.yente.wanted import SCHEMATA, Wanted, is_kind_of, wanted_of
from nongrata.outputs.regimes import list_title
from nongrata.outputs.words import country_words
from nongrata.screening import ListIndex
from nongrata.screening.query import Query as Asked
from nongrata.screening.search import search as search_names
from nongrata.values import fold

router = APIRouter(tags=["yente"])
_MOST = 2_000  # parties that are looked at for one question
_MOST_WORDS = 12
_FACETS = {"countries": "Countries", "topics": "Topics", "datasets": "Data sources", "schema": "Entity types"}
_SORTS: Mapping[str, Callable[[ListedEntity], str]] = {
    "caption": lambda each: fold(caption_of(each.entity)),
    "schema": lambda each: each.entity["schema"],
    "id": lambda each: each.entity["id"],
}
_VALUES: Mapping[str, Callable[[ListedEntity], Sequence[str]]] = {
    "countries": lambda each: each.entity["properties"].get("country", []),
    "topics": lambda each: each.entity["properties"].get("topics", []),
    "datasets": lambda each: each.entity.get("datasets", []),
    "schema": lambda each: [each.entity["schema"]],
}
_LABELS: Mapping[str, Callable[[str], str]] = {"countries": country_words, "datasets": list_title}


@router.get("/search/{dataset}", summary="Look for listed parties by words")
def search(dataset: str, params: Annotated[SearchParams, Query()], service: ServiceOf, caller: AsReader) -> Response:
    """Give the listed parties whose names have all the words, the closest first; then those whose names are alike.

    Without words, all parties. At most 2,000 parties are looked at for one question; `total` says so (`gte`).
    """
    lists = service.lists
    if params.schema_ not in SCHEMATA:
        raise Refusal(400, f"schema: found {params.schema_!r}; wanted one of {', '.join(sorted(SCHEMATA))}")
    wanted = wanted_of(params, wanted_lists(dataset, lists.index))
    places = list(dict.fromkeys(places_of(lists, params.q, is_fuzzy=params.fuzzy)))
    found = [each for place in places if (each := _kept(lists, place, params, wanted)) is not None]
    page = _sorted(found, params.sort)[params.offset : params.offset + params.limit]
    body = {
        "results": [shown(each) for each in page],
        "facets": {name: _facet(name, found) for name in params.facets},
        "total": {"value": len(found), "relation": "gte" if len(places) >= _MOST else "eq"},
        "limit": params.limit,
        "offset": params.offset,
    }
    return json_response(body)


def places_of(lists: Lists, words: str, *, is_fuzzy: bool) -> Iterator[int]:
    """Give the places of the parties that words look for."""
    told = tuple(dict.fromkeys(fold(words).split()))[:_MOST_WORDS]
    if not told:
        if not words.strip():
            yield from range(min(len(lists.index.parties), _MOST))
        return
    exact = _with_all(lists.index, told)
    yield from exact
    if is_fuzzy or not exact:
        hits = search_names(lists.index, Asked(names=(words[:500],)), threshold=USUAL, limit=50)
        yield from (lists.listed.place_of(hit.party) for hit in hits)


def _with_all(index: ListIndex, words: Sequence[str]) -> list[int]:
    """Give the parties with a name that has all the words, the one with the fewest others first."""
    if any(word not in index.by_token for word in words):
        return []
    names = set.intersection(*(set(index.by_token[word]) for word in words))
    best: dict[int, int] = {}
    for number in sorted(names)[: 4 * _MOST]:
        owner, more = int(index.owners[number]), len(index.names[number].tokens)
        best[owner] = min(more, best.get(owner, more))
    return sorted(best, key=lambda owner: (best[owner], owner))[:_MOST]


def _kept(lists: Lists, place: int, params: SearchParams, wanted: Wanted) -> ListedEntity | None:
    party = lists.index.parties[place]
    if params.schema_ != "Thing" and not is_kind_of(party.schema, params.schema_):
        return None
    found = lists.listed.of(place)
    if not wanted.is_open and not wanted.is_met(party, found):
        return None
    properties = found.entity["properties"]
    asked = (
        not params.countries or bool({*params.countries} & party.countries),
        not params.datasets or bool({*params.datasets} & {act.list_id for act in party.designations}),
        params.target is None or params.target == ("sanction" in properties.get("topics", ())),
        all(_has(properties, told) for told in params.filter),
    )
    return found if all(asked) else None


def _has(properties: dict[str, list[str]], told: str) -> bool:
    name, colon, value = told.removeprefix("properties.").partition(":")
    if not colon:
        raise Refusal(400, f'filter: found {told!r}; wanted a property and a value, as in "birthDate:1952-10-07"')
    return value in properties.get(name, ())


def _sorted(found: Sequence[ListedEntity], sorts: Iterable[str]) -> Sequence[ListedEntity]:
    for told in reversed(list(sorts)):
        name, _, way = told.partition(":")
        if name not in _SORTS or way not in ("", "asc", "desc"):
            raise Refusal(400, f"sort: found {told!r}; wanted one of {', '.join(_SORTS)}, with :asc or :desc")
        found = sorted(found, key=_SORTS[name], reverse=way == "desc")
    return found


def _facet(name: str, found: Iterable[ListedEntity]) -> Json:
    label = _LABELS.get(name, str)
    counts = Counter(value for each in found for value in _VALUES[name](each))
    values = [{"name": value, "label": label(value), "count": count} for value, count in counts.most_common(20)]
    return {"label": _FACETS[name], "values": values}
