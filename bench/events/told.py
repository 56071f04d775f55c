"""Who says it, and what we took for what, in the labelled stories: python -m bench.events.told SHARED [--misses]

An event of ours is the label's if it has its type and an actor of it, as score_stories.py says. Where none of ours has,
the one told by the label's own words shows for what its type was taken.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bench.quality import SETS
from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier, StoryReport
from nongrata.events import Actor, Event, Government, Unnamed
from nongrata.settings import Settings
from nongrata.values import Span, fold
from nongrata.values.countries import find_country_words

Gold = Mapping[str, Any]  # a labelled story, event or actor as SCHEMA.md has it


@dataclass(slots=True, kw_only=True)
class Told:
    """Confusions of type and of status, each label and ours; and how often the speaker is right."""

    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    speakers: int = 0
    speakers_right: int = 0
    misses: list[str] = field(default_factory=list)


def main() -> int:
    """Print the speakers' share and both tables, and with --misses whose speaker is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    told = told_in(asked.shared)
    print(f"speaker right: {told.speakers_right} of {told.speakers}")
    print("\n".join([*table_of(told.types), "", *table_of(told.statuses)]))
    print("\n".join(told.misses if asked.misses else []))
    return 0


def told_in(shared: Path) -> Told:
    """Give what all labelled stories show: the seed story and the eight."""
    told, desk = Told(), open_desk(Settings.from_env({}))
    for labels in SETS.values():
        for gold in stories_in(shared / labels):
            score_story(gold, desk, told)
    return told


def stories_in(labels: Path) -> list[Gold]:
    """Give the labelled stories; the seed's text stands beside its labels."""
    found: list[Gold] = []
    for file in [labels] if labels.is_file() else sorted(labels.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        found.append(gold if "text" in gold else gold | {"text": file.with_name("story.txt").read_text("utf-8")})
    return found


def score_story(gold: Gold, desk: Desk, told: Told) -> None:
    """Hold our reading of one story against its labels."""
    published = date.fromisoformat(gold["published"]) if gold.get("published") else None
    dossier = desk.read_text(gold["text"], published=published)
    if not isinstance(dossier, Dossier):
        raise TypeError(f"{gold['id']}: {dossier.reason}")
    events = [(event, report) for report in dossier.stories for event in report.events]
    parties = {party["id"]: party for party in gold["parties"]}
    used: set[tuple[str, int]] = set()
    for label in gold["events"]:
        found = _found(label, parties, [row for row in events if (row[0].id, id(row[1])) not in used])
        if found is not None:
            used.add((found[0].id, id(found[1])))
        if label.get("optional"):
            continue
        other = _beside(label, events)
        told.types[label["type"], label["type"] if found else other] += 1
        if found is not None:
            _score(gold["id"], label, parties, found, told)


Row = tuple[Event, StoryReport]


def _found(label: Gold, parties: Mapping[str, Gold], events: Sequence[Row]) -> Row | None:
    fitting = [
        row
        for row in events
        if row[0].type == label["type"]
        and _is_told_there(label, [row[0].trigger, *row[0].evidence[:1]])
        and (not _named(label["actors"]) or share(label["actors"], row[0].actors, parties, row[1]))
    ]
    return min(fitting, key=lambda row: not _is_told_there(label, [row[0].trigger]), default=None)


def _beside(label: Gold, events: Sequence[Row]) -> str:
    """Give another type that the label's words told us, or "none"."""
    types = (event.type for event, _report in events if _is_told_there(label, [event.trigger]))
    return next((type_ for type_ in types if type_ != label["type"]), "none")


def _is_told_there(label: Gold, spans: Iterable[Span]) -> bool:
    cues = [label["trigger"], *label.get("also", [])]
    return any(cue["start"] < span.end and span.start < cue["end"] for cue in cues for span in spans)


def _named(actors: Sequence[Any]) -> bool:
    return bool(actors) and all(isinstance(actor, str) or actor.get("country") for actor in actors)


def _score(story: str, label: Gold, parties: Mapping[str, Gold], found: Row, told: Told) -> None:
    event, report = found
    wanted = label.get("status_ok", [label["status"]])
    told.statuses[event.status if event.status in wanted else label["status"], event.status] += 1
    if event.status not in wanted:
        told.misses.append(f"{story}: {label['trigger']['text']!r} wanted {label['status']}, ours {event.status}")
    if sources := label.get("sources"):
        right = share(sources, event.sources, parties, report)
        told.speakers += 1
        told.speakers_right += right
        if not right:
            told.misses.append(f"{story}: {label['trigger']['text']!r} wanted {sources}, ours {event.sources}")


def share(wanted: Sequence[Any], found: Sequence[Actor], parties: Mapping[str, Gold], report: StoryReport) -> bool:
    """Have one in common."""
    return any(_is_same(label, actor, parties, report) for label in wanted for actor in found)


def _is_same(label: Any, actor: Actor, parties: Mapping[str, Gold], report: StoryReport) -> bool:
    if isinstance(label, str):
        labelled = parties.get(label, {}).get("mentions", [])
        ours = [m.span for each in report.parties if each.party.id == actor for m in each.party.mentions]
        return any(cue["start"] < span.end and span.start < cue["end"] for cue in labelled for span in ours)
    if "country" in label:
        return isinstance(actor, Government) and actor.country == label["country"]
    if isinstance(actor, Government):  # "Russian diplomats" are Russia to us
        words = find_country_words(label["text"], Span(0, len(label["text"])))
        return any(word.country == actor.country for word in words)
    texts = [actor.text] if isinstance(actor, Unnamed) else []
    texts += [m.text for each in report.parties if each.party.id == actor for m in each.party.mentions]
    return any(fold(label["text"]) in fold(text) or fold(text) in fold(label["text"]) for text in texts)


def table_of(confusions: Counter[tuple[str, str]]) -> list[str]:
    """Give a table, labels down and ours across."""
    rows, columns = (sorted({pair[side] for pair in confusions}) for side in (0, 1))
    return [
        "| label | " + " | ".join(columns) + " |",
        "|---|" + "---:|" * len(columns),
        *(f"| {row} | " + " | ".join(str(confusions[row, c] or "") for c in columns) + " |" for row in rows),
    ]


if __name__ == "__main__":
    sys.exit(main())
