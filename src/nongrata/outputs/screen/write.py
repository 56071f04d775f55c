"""Answers written for other programs: csv for a spreadsheet, JSON, JSON lines, FollowTheMoney."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from nongrata.dossiers.as_json import ownership_as_json
from nongrata.lists import ListVersion
from nongrata.outputs.lists.export import harmless
from nongrata.outputs.screen.answer import Answer, Listed, says_of, telling_days
from nongrata.outputs.screen.exposed import exposure_lines
from nongrata.outputs.screen.ftm import entities_of
from nongrata.outputs.screen.request import Form
from nongrata.rows import BadRow
from nongrata.values.version import __version__

SCHEMA = "nongrata/screening/1"
_FORCE = {True: "yes", False: "no", None: "not told"}
Cell = Callable[[Listed], Iterable[str]]

# What stands in the columns behind the row's own, for each listed party; where a party is on several lists, the values
# of `lists`, `entity_ids`, `listed_on`, `in_force` and `source_urls` stand in the same order.
COLUMNS: Mapping[str, Cell] = {
    "verdict": lambda found: [found.hit.verdict],
    "score": lambda found: [f"{found.hit.score:.2f}"],
    "rank": lambda found: [f"{found.hit.rank:.2f}"],
    "listed_as": lambda found: [found.caption],
    "matched_name": lambda found: [found.hit.name.text],
    "type": lambda found: [found.hit.party.schema],
    "lists": lambda found: [match.list_id for match in found.matches],
    "entity_ids": lambda found: [match.entity_id for match in found.matches],
    "programs": lambda found: dict.fromkeys(program for match in found.matches for program in match.programs),
    "listed_on": lambda found: ["" if match.listed_on is None else str(match.listed_on) for match in found.matches],
    "in_force": lambda found: [_FORCE[match.in_force] for match in found.matches],
    "birth_dates": lambda found: map(str, telling_days(day for day, _who in found.hit.party.birth_dates)),
    "countries": lambda found: sorted(found.hit.party.countries),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What answers were made with."""

    lists: tuple[ListVersion, ...]
    as_of: date | None
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A way of writing: what stands before all answers, each answer, and what stands behind all."""

    each: Callable[[Answer], str]
    before: str = ""
    after: str = ""
    between: str = ""
    made_by: MadeBy | None = field(default=None)


def writing_of(form: Form, made_by: MadeBy, *, explain: bool) -> Writing:
    """Give the way of writing of this name."""
    ways: dict[Form, Callable[[], Writing]] = {
        "csv": lambda: as_csv(explain=explain),
        "jsonl": lambda: as_lines(explain=explain),
        "json": lambda: as_object(made_by, explain=explain),
        "ftm": as_entities,
    }
    return ways[form]()


def as_csv(*, explain: bool) -> Writing:
    """Give csv: a line for each row and listed party, "no match" or "skipped" for a row without one."""
    heads = ["row", "id", "name", *COLUMNS, "reasons", "source_urls", "exposure", "ownership"]
    return Writing(before=_csv_line(heads), each=lambda answer: "".join(_csv_lines(answer, explain=explain)))


def _csv_lines(answer: Answer, *, explain: bool) -> Iterator[str]:
    row = answer.row
    start = [str(row.number), row.id or "", row.name]
    notes = [row.reason] if isinstance(row, BadRow) else list(row.notes)
    owned = [answer.exposure or "", "; ".join(exposure_lines(answer.ownership))]
    if not answer.listed:
        yield _csv_line([*start, answer.outcome, *[""] * (len(COLUMNS) - 1), "; ".join(notes), "", *owned])
    for found in answer.listed:
        cells = ["; ".join(cell(found)) for cell in COLUMNS.values()]
        reasons = [says_of(reason) for reason in found.hit.reasons] if explain else []
        urls = [match.source_url or "" for match in found.matches]
        yield _csv_line([*start, *cells, "; ".join([*reasons, *notes]), "; ".join(urls), *owned])


def _csv_line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(harmless, cells))
    return out.getvalue()


def as_lines(*, explain: bool) -> Writing:
    """Give an object on a line for each row."""
    return Writing(each=lambda answer: json.dumps(answer_as_json(answer, explain=explain), ensure_ascii=False) + "\n")


def as_object(made_by: MadeBy, *, explain: bool) -> Writing:
    """Give one object around all rows, with what they were made with."""
    told = {
        "nongrata": __version__,
        "lists": {
            used.list_id: {"version": used.version, "sha256": used.sha256, "entities": used.entities}
            for used in made_by.lists
        },
        "as_of": None if made_by.as_of is None else made_by.as_of.isoformat(),
        "threshold": made_by.threshold,
    }
    start = json.dumps({"schema": SCHEMA, "made_by": told}, ensure_ascii=False, indent=1)
    return Writing(
        before=start.removesuffix("\n}") + ',\n "rows": [',
        each=lambda answer: "\n  " + json.dumps(answer_as_json(answer, explain=explain), ensure_ascii=False),
        between=",",
        after="\n ]\n}\n",
    )


def as_entities() -> Writing:
    """Give FollowTheMoney entities, one on a line."""
    return Writing(
        each=lambda answer: "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entities_of(answer))
    )


def answer_as_json(answer: Answer, *, explain: bool) -> dict[str, object]:
    """Give an answer as plain JSON values."""
    row = answer.row
    return {
        "row": row.number,
        "id": row.id,
        "name": row.name,
        "verdict": answer.outcome,
        "reason": row.reason if isinstance(row, BadRow) else None,
        "notes": [] if isinstance(row, BadRow) else list(row.notes),
        "hits": [_listed_as_json(found, explain=explain) for found in answer.listed],
        "exposure": answer.exposure,
        "ownership": [ownership_as_json(each) for each in answer.ownership],
    }


def _listed_as_json(found: Listed, *, explain: bool) -> dict[str, object]:
    hit = found.hit
    told: dict[str, object] = {
        "verdict": hit.verdict,
        "score": round(hit.score, 4),
        "rank": round(hit.rank, 4),
        "caption": found.caption,
        "matched_name": hit.name.text,
        "matched_name_kind": hit.name.kind,
        "schema": hit.party.schema,
        "birth_dates": list(dict.fromkeys(str(day) for day, _who in hit.party.birth_dates)),
        "countries": sorted(hit.party.countries),
        "listings": [
            {
                "list": match.list_id,
                "entity_id": match.entity_id,
                "caption": match.caption,
                "authority": match.authority,
                "programs": list(match.programs),
                "listed_on": None if match.listed_on is None else str(match.listed_on),
                "delisted_on": None if match.delisted_on is None else str(match.delisted_on),
                "in_force": match.in_force,
                "source_url": match.source_url,
            }
            for match in found.matches
        ],
    }
    if explain:
        told["reasons"] = [{"rule": each.rule, "effect": each.effect, "says": says_of(each)} for each in hit.reasons]
    return told
