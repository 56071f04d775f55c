"""The rows that a run writes: dossiers, parties, matches, events, what was skipped, and samples of the dropped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC

from nongrata.dossiers import Dossier
from nongrata.dossiers.as_json import as_json
from nongrata.sources import Capture
from nongrata.sources.parquet import Kind
from nongrata.triage import Look
from nongrata.values import Skipped

Row = dict[str, object]
TABLES: Mapping[str, Mapping[str, Kind]] = {
    "dossiers": {
        "dossier": "string",  # of its page's address and bytes: the same page has the same id in every run
        "uri": "string",
        "sha256": "string",
        "fetched_at": "string",
        "media_type": "string",
        "published": "string",
        "title": "string",
        "language": "string",
        "stories": "int64",
        "parties": "int64",
        "listed": "int64",
        "exposure": "string",  # the strongest of its parties'
        "look": "float64",  # what the first look weighed; null without one
        "json": "string",  # the whole dossier, "nongrata/dossier/1"
    },
    "parties": {
        "dossier": "string",
        "party": "string",
        "name": "string",
        "schema": "string",
        "exposure": "string",
        "mentions": "int64",
        "start": "int64",
        "end": "int64",
    },
    "matches": {
        "dossier": "string",
        "party": "string",
        "list": "string",
        "entity_id": "string",
        "caption": "string",
        "score": "float64",
        "verdict": "string",
        "in_force": "bool",
        "reasons": "list",
    },
    "events": {
        "dossier": "string",
        "event": "string",
        "type": "string",
        "mode": "string",
        "status": "string",
        "when": "string",
        "where": "string",
        "actors": "list",
        "recipients": "list",
        "sources": "list",
        "evidence": "string",
    },
    "skips": {"uri": "string", "stage": "string", "reason": "string"},
    "dropped": {  # samples; a run over this folder without the first look tells what it lost
        "uri": "string",
        "look": "float64",
        "language": "string",
        "likeliest": "string",
        "charset": "string",
        "fetched_at": "string",
        "body": "binary",
    },
}
_STRONGEST = ("listed", "owned", "linked", "possible", "none")


def rows_of(dossier: Dossier, look: Look | None) -> Iterator[tuple[str, Row]]:
    """Give the rows of a dossier, each with its table."""
    told = as_json(dossier)
    article, text = dossier.article, dossier.article.text
    key = id_of(article.uri, article.sha256)
    parties = [party for story in dossier.stories for party in story.parties]
    first = dossier.stories[0].story if dossier.stories else None
    exposures = {party.exposure for party in parties}
    yield (
        "dossiers",
        {
            "dossier": key,
            "uri": article.uri,
            "sha256": article.sha256,
            "fetched_at": article.fetched_at,
            "media_type": article.media_type,
            "published": None if first is None or first.published.on is None else first.published.on.isoformat(),
            "title": None if first is None or first.title is None else first.title.of(text),
            "language": None if first is None else first.language,
            "stories": len(dossier.stories),
            "parties": len(parties),
            "listed": sum(party.exposure == "listed" for party in parties),
            "exposure": next((each for each in _STRONGEST if each in exposures), "none"),
            "look": None if look is None else look.weight,
            "json": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
        },
    )
    stories = told["stories"]
    assert isinstance(stories, list)
    for story in stories:
        for party in story["parties"]:
            yield "parties", _party(key, party)
            yield from (("matches", _match(key, party["id"], match)) for match in party["matches"])
        yield from (("events", _event(key, event, text)) for event in story["events"])


def skipped_row(skipped: Skipped) -> tuple[str, Row]:
    """Give the row of what was skipped."""
    return "skips", {"uri": skipped.item, "stage": skipped.stage, "reason": skipped.reason}


def dropped_row(capture: Capture, look: Look) -> tuple[str, Row]:
    """Give the row of a page that the first look dropped."""
    return "dropped", {
        "uri": capture.uri,
        "look": max(look.weight, -99.0),
        "language": look.language,
        "likeliest": look.sightings[0].said if look.sightings else None,
        "charset": capture.charset,
        "fetched_at": capture.fetched_at.isoformat(),
        "body": capture.body,
    }


def id_of(uri: str, sha256: str) -> str:
    """Give a dossier's id.

    >>> id_of("https://example.org/story", "0" * 64)
    '4d2c92aca4df86111023f81418443f93'
    """
    return hashlib.sha256(f"{uri}\n{sha256}".encode("utf-8", "replace")).hexdigest()[:32]


def day_of(capture: Capture) -> str:
    """Give the day on which a page was taken, in UTC: the part of the tables it stands in."""
    return capture.fetched_at.astimezone(UTC).date().isoformat()


def _party(key: str, party: Mapping[str, object]) -> Row:
    mentions = party["mentions"]
    assert isinstance(mentions, list)
    first = mentions[0] if mentions else {"start": None, "end": None}
    return {
        "dossier": key,
        "party": party["id"],
        **{name: party[name] for name in ("name", "schema", "exposure")},
        "mentions": len(mentions),
        "start": first["start"],
        "end": first["end"],
    }


def _match(key: str, party: object, match: Mapping[str, object]) -> Row:
    reasons = match["reasons"]
    assert isinstance(reasons, list)
    names = ("list", "entity_id", "caption", "score", "verdict", "in_force")
    return {
        "dossier": key,
        "party": party,
        **{name: match[name] for name in names},
        "reasons": [reason["says"] for reason in reasons],
    }


def _event(key: str, event: Mapping[str, object], text: str) -> Row:
    evidence = event["evidence"]
    return {
        "dossier": key,
        "event": event["id"],
        **{name: event[name] for name in ("type", "mode", "status", "when", "where")},
        **{name: _actors(event[name]) for name in ("actors", "recipients", "sources")},
        "evidence": text[evidence["start"] : evidence["end"]] if isinstance(evidence, dict) else None,
    }


def _actors(told: object) -> list[str]:
    """Give actors as texts: a party's id as it is, a government and the unnamed as JSON."""
    assert isinstance(told, list)
    return [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in told]
