"""POST /match/{dataset}: entities held against the lists, as yente answers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.entities_shown import shown
from nongrata.outputs.api.listed import Json
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Lists, ServiceOf
from nongrata.outputs.api.yente.datasets import wanted_lists
from nongrata.outputs.api.yente.records import Example, MatchParams, MatchQuery
from nongrata.outputs.api.yente.wanted import SCHEMATA, Wanted, is_kind_of, wanted_of
from nongrata.outputs.screen.answer import says_of
from nongrata.rows import Layout, Row, row_of
from nongrata.screening.hits import Hit

router = APIRouter(tags=["yente"])
USUAL = 0.7  # below this score names are alike by chance, and looking takes ten times as long
_AT_ONCE = 3  # queries that are answered without handing them to a thread
_MOST_FILTERED = 100
ALGORITHMS = ("best", "nongrata", "logic-v2", "logic-v1", "name-based", "name-qualified", "regression-v1")


@router.post("/match/{dataset}", summary="Look for entities by example")
async def match(
    dataset: str, query: MatchQuery, params: Annotated[MatchParams, Query()], service: ServiceOf, caller: AsReader
) -> Response:
    """Give, for each entity sent, the listed parties that it may be, the likest first, with scores and reasons.

    The body and the answer are yente's. `explanations` holds our reasons, each a sentence in `detail`. Whatever
    `algorithm` is asked for, ours answers. A query without anything to look for is a 400.
    """
    lists = service.lists
    wanted = wanted_of(params, wanted_lists(dataset, lists.index), no_ids=params.exclude_entity_ids)
    if params.algorithm not in ALGORITHMS:
        raise Refusal(400, f"found the algorithm {params.algorithm!r}; wanted one of {', '.join(ALGORITHMS)}")
    if not query.queries:
        raise Refusal(400, "found no queries; wanted at least one")
    asked = {name: _asked(name, example) for name, example in query.queries.items()}
    least = cutoff_of(params)
    if len(asked) <= _AT_ONCE and least >= USUAL:
        found = _answers(lists, asked, params, wanted)
    else:
        found = await run_in_threadpool(_answers, lists, asked, params, wanted)
    body = {"responses": _responses(found, query.queries), "matcher": {}, "limit": params.limit}
    return json_response(body, headers={"x-batch-size": str(len(found))})


def cutoff_of(params: MatchParams) -> float:
    """Give the score below which nothing is given."""
    return min(params.threshold, USUAL) if params.cutoff is None else min(params.cutoff, params.threshold)


def json_response(body: object, *, headers: Mapping[str, str] | None = None) -> Response:
    """Give an answer as JSON, in UTF-8."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode("utf-8", "replace"), media_type="application/json", headers=dict(headers or {}))


def _asked(name: str, example: Example) -> Row:
    if example.schema_ not in SCHEMATA:
        says = f"queries.{name}.schema: found {example.schema_!r}; wanted one of {', '.join(sorted(SCHEMATA))}"
        raise Refusal(400, says[:600])
    row = row_of(example.model_dump(by_alias=True), 1, Layout())
    if isinstance(row, Row):
        return row if row.schema is not None else replace(row, schema=example.schema_)
    told = {key: _texts(values) for key, values in example.properties.items() if _texts(values)}
    if not told or any(key in told for key in ("name", "alias")):
        raise Refusal(400, f"queries.{name}: {row.reason}"[:600])
    return Row(number=1, names=(), schema=example.schema_, properties=told)  # by its numbers alone


def _texts(values: object) -> tuple[str, ...]:
    each = values if isinstance(values, list) else [values]
    return tuple(str(value) for value in each if value not in (None, ""))


def _answers(
    lists: Lists, asked: Mapping[str, Row], params: MatchParams, wanted: Wanted
) -> dict[str, tuple[list[Json], int]]:
    return {name: scored(lists, each, params, wanted) for name, each in asked.items()}


def scored(lists: Lists, asked: Row, params: MatchParams, wanted: Wanted) -> tuple[list[Json], int]:
    """Give the parties that a query may mean as yente gives scored entities, and how many there are."""
    more = params.limit if wanted.is_open else min(params.limit * 4, _MOST_FILTERED + params.limit)
    hits = next(lists.desk.screen_rows([asked], threshold=cutoff_of(params), limit=more))
    shown_hits: list[Json] = []
    for hit in hits:
        entity = lists.listed.of_party(hit.party)
        if (wanted.is_open or wanted.is_met(hit.party, entity)) and _fits(asked, hit):
            is_match = hit.score >= params.threshold and hit.verdict != "rejected"
            told = explanations(hit)
            features = {name: each["score"] for name, each in told.items()}
            shown_hits.append(
                {
                    **shown(entity),
                    "score": round(hit.score, 4),
                    "match": is_match,
                    "explanations": told,
                    "features": features,
                }
            )
    return shown_hits[: params.limit], len(shown_hits)


def _fits(asked: Row, hit: Hit) -> bool:
    """Be of a kind that was asked for: of a company no person is given; a list may not tell what a party is."""
    return (
        asked.schema is None
        or is_kind_of(hit.party.schema, asked.schema)
        or is_kind_of(asked.schema, hit.party.schema)
        or not {"Person", "Vessel", "Airplane"} & {asked.schema, hit.party.schema}
    )


_SIGNS = {"for": 1.0, "against": -1.0, "note": 0.0}


def explanations(hit: Hit) -> dict[str, Json]:
    """Give the reasons of a hit by their rules: the names' likeness, and what else speaks for or against."""
    told: dict[str, Json] = {}
    for reason in hit.reasons:
        score = round(hit.likeness.score, 4) if reason.rule == "names" else _SIGNS[reason.effect]
        before = told.get(reason.rule)
        detail = says_of(reason) if before is None else f"{before['detail']}; {says_of(reason)}"
        candidate = hit.name.text if reason.rule == "names" else None
        told[reason.rule] = {"score": score, "detail": detail, "query": None, "candidate": candidate, "weight": None}
    return told


def _responses(found: Mapping[str, tuple[Sequence[Json], int]], queries: Mapping[str, Example]) -> dict[str, Json]:
    return {
        name: {
            "status": 200,
            "results": results,
            "total": {"value": total, "relation": "eq"},
            "query": queries[name].model_dump(by_alias=True),
        }
        for name, (results, total) in found.items()
    }
