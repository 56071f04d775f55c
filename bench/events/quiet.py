"""Count false events on news of sport, science and local life: python -m bench.events.quiet SHARED [--list]

The stories are Wikinews pieces of 2019 and GUM's news; quiet.txt says which, and holds a reader's verdict on each event
that we found in them: story | type | where its words begin | true or false. True is an act that an analyst of public
affairs could want, rightly coded: somebody named or described did this to somebody, with this status. An event without
a verdict counts as false.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.events.speakers import pages
from bench.wikinews import read_wikinews
from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier
from nongrata.events import Event
from nongrata.settings import Settings

VERDICTS = Path(__file__).with_name("quiet.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A story."""

    name: str
    text: str
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An event of ours with the reader's verdict, where there is one."""

    piece: Piece
    event: Event
    verdict: bool | None


def main() -> int:
    """Print how many events are true and false, and with --list all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    judged = list(judged_in(asked.shared))
    true, unknown = sum(each.verdict is True for each in judged), sum(each.verdict is None for each in judged)
    false = len(judged) - true
    print(f"{len(judged)} events: {true} true, {false} false ({unknown} of them without a verdict)")
    print(f"false events per true one: {false / max(true, 1):.2f}")
    for each in judged if asked.list else []:
        event, text = each.event, each.piece.text
        verdict = {True: "true", False: "false", None: "?"}[each.verdict]
        print(f"{each.piece.name} | {event.type} | {event.trigger.start} | {verdict}")
        print(f"    {event.status} {event.trigger.of(text)!r} {event.actors} > {event.recipients}")
        print(f"    {event.evidence[0].of(text)}")
    return 0


def judged_in(shared: Path) -> Iterator[Judged]:
    """Give our events in the stories named, each with its verdict."""
    names, verdicts = read_verdicts()
    desk: Desk = open_desk(Settings.from_env({}))
    for piece in pieces(shared):
        if piece.name not in names:
            continue
        dossier = desk.read_text(piece.text, published=piece.published)
        for report in dossier.stories if isinstance(dossier, Dossier) else ():
            for event in report.events:
                key = (piece.name, event.type, event.trigger.start)
                yield Judged(piece=piece, event=event, verdict=verdicts.get(key))


def read_verdicts() -> tuple[frozenset[str], dict[tuple[str, str, int], bool]]:
    """Give the names of the stories, and the verdicts by story, type and place."""
    rows = [line.split(" | ") for line in VERDICTS.read_text("utf-8").splitlines() if line and line[0] != "#"]
    names = frozenset(name for row in rows if len(row) == 1 for name in row[0].split())
    return names, {(row[0], row[1], int(row[2])): row[3] == "true" for row in rows if len(row) == 4}


def pieces(shared: Path) -> Iterator[Piece]:
    """Give all stories of the two sets."""
    for number, (title, body, day) in enumerate(read_wikinews(shared)):
        text = io.StringIO(f"{title}\n\n{body}", newline=None).read()
        yield Piece(name=f"wikinews-{number}", text=text, published=day)
    for page in pages(shared):
        yield Piece(name=page.name, text=page.text, published=None)


if __name__ == "__main__":
    sys.exit(main())
