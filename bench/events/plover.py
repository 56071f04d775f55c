"""Score event types on PLOVER's gold sentences: python -m bench.events.plover SHARED [--misses]

Each of the 168 sentences of plover_gsr.jsonl tells one event. Ours is the first one that the sentence's main clause
tells; its type is compared with the label, and its actors and recipients by their words or their country. The sentences
are older than PLOVER 2.0: they label a withdrawal to come AGREE, where the manual wants CONCEDE (docs/why/plover.md);
`strict` is the label as it stands, `manual` takes either.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nongrata.articles import Published, Story
from nongrata.events import Actor, Event, Government, Unnamed
from nongrata.events.find import find_events
from nongrata.mentions.read import read_story
from nongrata.parties import Cast, find_cast
from nongrata.values import Span, fold
from nongrata.values.countries import find_country_words

SENTENCES = "data/gold/plover_gsr.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A sentence with its label and what we made of it."""

    text: str
    wanted: str
    found: Event | None
    source: bool | None  # None: the label names nobody
    target: bool | None


def main() -> int:
    """Print the measures, the confusions, and with --misses the sentences that came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    outcomes = outcomes_of(asked.shared)
    print("\n".join(measures(outcomes)))
    print("\n".join(confusions(outcomes)))
    for each in outcomes if asked.misses else []:
        if each.found is None or each.found.type != each.wanted:
            told = f"{each.found.type} {each.found.trigger.of(each.text)!r}" if each.found else "nothing"
            print(f"{each.wanted:10} {told}: {each.text}")
        elif each.source is False or each.target is False:
            print(f"{each.wanted:10} source {each.source} target {each.target} {each.found}: {each.text}")
    return 0


def outcomes_of(shared: Path) -> list[Outcome]:
    """Give all labelled sentences with what we make of them."""
    lines = (shared / SENTENCES).read_text("utf-8").splitlines()
    return [outcome_of(json.loads(line)) for line in lines if line.strip()]


def outcome_of(row: dict[str, Any]) -> Outcome:
    """Give what we make of a labelled sentence."""
    text = row["text"].strip().strip("{}")
    events, cast = find_in(text)
    found = main_event(events)
    return Outcome(
        text=text,
        wanted=row["event"],
        found=found,
        source=takes_part(row.get("source"), found.actors if found else (), cast),
        target=takes_part(row.get("target"), found.recipients if found else (), cast),
    )


def find_in(text: str) -> tuple[tuple[Event, ...], Cast]:
    """Give the events of a sentence, and who is in it."""
    whole = Span(0, len(text))
    story = Story(span=whole, published=Published(on=None, basis="unknown"), paragraphs=(whole,))
    reading = read_story(text, story, known=lambda _name: None)
    cast = find_cast(text, story, reading)
    return find_events(text, story, reading, cast), cast


def main_event(events: Iterable[Event]) -> Event | None:
    """Give the first event that is told outright, or else the first."""
    found = list(events)
    return next((event for event in found if event.status not in ("alleged", "denied", "hypothetical")), None) or next(
        iter(found), None
    )


def takes_part(labels: Any, actors: Iterable[Actor], cast: Cast) -> bool | None:
    """Have one of those labelled among ours, by a word of the name or by the country."""
    names = [label.get("actorText") or "" for label in labels] if isinstance(labels, list) else []
    if not any(names):
        return None
    ours = list(actors)
    return any(is_same(name, actor, cast) for name in names for actor in ours)


def is_same(name: str, actor: Actor, cast: Cast) -> bool:
    """Mean the same by a word of the name, or by the country that it speaks of."""
    if isinstance(actor, Government):
        return actor.country in {word.country for word in find_country_words(name, Span(0, len(name)))}
    told = actor.text if isinstance(actor, Unnamed) else next(p.name for p in cast.parties if p.id == actor)
    return bool(set(content(told)) & set(content(name)))


def content(name: str) -> Iterator[str]:
    """Give the words of a name that tell it from another."""
    return (word for word in fold(name).split() if word not in ("the", "of", "in", "and", "a", "s"))


def shares(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Give the share of types, sources and targets that are right."""
    right = [each.found is not None and each.found.type == each.wanted for each in outcomes]
    told: dict[str, list[bool | None]] = {
        "type": list(right),
        "source": [e.source for e in outcomes],
        "target": [e.target for e in outcomes],
    }
    known = {name: [hit for hit in hits if hit is not None] for name, hits in told.items()}
    return {name: round(sum(hits) / len(hits), 4) for name, hits in known.items()}


def by_type(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Give precision and recall for each type, as rows of a table."""
    pairs: Counter[tuple[str, str]] = Counter(
        (each.wanted, each.found.type if each.found else "none") for each in outcomes
    )
    yield "| type | labelled | found | right | precision | recall |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name in sorted({wanted for wanted, _ in pairs}):
        wanted = sum(n for (label, _), n in pairs.items() if label == name)
        found = sum(n for (_, ours), n in pairs.items() if ours == name)
        hits = pairs[name, name]
        precision = f"{hits / found:.2f}" if found else ""
        yield f"| {name} | {wanted} | {found} | {hits} | {precision} | {hits / wanted:.2f} |"


def measures(outcomes: list[Outcome]) -> Iterator[str]:
    """Give the figures, a line each."""
    right = [each.found is not None and each.found.type == each.wanted for each in outcomes]
    softer = [ok or is_manual(each) for ok, each in zip(right, outcomes, strict=True)]
    yield f"type, strict      {sum(right) / len(right):.3f} ({sum(right)}/{len(right)})"
    yield f"type, manual      {sum(softer) / len(softer):.3f} ({sum(softer)}/{len(softer)})"
    yield f"nothing found     {sum(each.found is None for each in outcomes)}"
    for name, told in (("source", [e.source for e in outcomes]), ("target", [e.target for e in outcomes])):
        known = [hit for hit in told if hit is not None]
        yield f"{name} found      {sum(known) / len(known):.3f} ({sum(known)}/{len(known)})"


def is_manual(outcome: Outcome) -> bool:
    """Be a retreat to come, labelled AGREE before the manual made it CONCEDE."""
    return outcome.wanted == "AGREE" and outcome.found is not None and outcome.found.type == "CONCEDE"


def confusions(outcomes: list[Outcome]) -> Iterator[str]:
    """Give the confusion table in Markdown: labels down, ours across."""
    pairs = Counter((each.wanted, each.found.type if each.found else "none") for each in outcomes)
    rows, columns = sorted({a for a, _ in pairs}), sorted({b for _, b in pairs})
    yield "| label | " + " | ".join(columns) + " |"
    yield "|---|" + "---:|" * len(columns)
    for row in rows:
        yield f"| {row} | " + " | ".join(str(pairs[row, column] or "") for column in columns) + " |"


if __name__ == "__main__":
    sys.exit(main())
