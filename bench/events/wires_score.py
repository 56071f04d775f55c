"""Score our reading of the wire stories: python -m bench.events.wires_score [--misses] [FOLDER]"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.events.wires import FOLDER, WantedEvent, Wire, is_state, read_wires
from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier, StoryReport
from nongrata.events import Actor, Claim, Event, Government, Unnamed
from nongrata.settings import Settings
from nongrata.values import fold


@dataclass(slots=True, kw_only=True)
class Tally:
    """Hits and how many there could be, by measure."""

    hits: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)  # wanted and ours
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, hit: bool, says: str = "") -> None:  # noqa: FBT001  # a tally's own word
        self.hits[name] += hit
        self.of[name] += 1
        if says and not hit:
            self.misses.append(f"{name}: {says}")


def main() -> int:
    """Print the measures, and with --misses what came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    tally = score_all(read_wires(asked.folder), open_desk(Settings.from_env({})))
    for name in sorted(tally.of):
        print(f"{name:45} {tally.hits[name] / tally.of[name]:.3f} ({tally.hits[name]}/{tally.of[name]})")
    print("\n".join(tally.misses if asked.misses else []))
    return 0


def score_all(wires: Iterable[Wire], desk: Desk) -> Tally:
    """Read each story and hold it against its labels."""
    tally = Tally()
    for wire in wires:
        dossier = desk.read_text(wire.text, published=wire.published)
        if not isinstance(dossier, Dossier):
            raise TypeError(f"{wire.name}: {dossier.reason}")
        for report in dossier.stories[:1]:
            score_events(wire, report, tally)
            score_claims(wire, report, tally)
            score_quotes(wire, report, tally)
    return tally


def score_events(wire: Wire, report: StoryReport, tally: Tally) -> None:
    """Hold the events against the labels as score_stories.py does: type, place, and one actor in common."""
    used: set[str] = set()
    for wanted in sorted(wire.events, key=lambda each: each.optional):
        fitting = [e for e in report.events if e.id not in used and _fits(wanted, e, wire, report)]
        fitting.sort(key=lambda e: not any(a < e.trigger.end and e.trigger.start < b for a, b in wanted.cues))
        found = fitting[0] if fitting else None
        if found:
            used.add(found.id)
        if not wanted.optional:
            score_event(wanted, found, wire, report, tally)
    for event in report.events:
        says = f"{wire.name}: {event.type} {event.status} {wire.text[event.trigger.start : event.trigger.end]!r}"
        tally.add("events precision", event.id in used, f"{says} by {event.actors} to {event.recipients}")
        if wire.quiet:
            tally.add("quiet stories' events wanted", event.id in used)


def score_event(wanted: WantedEvent, found: Event | None, wire: Wire, report: StoryReport, tally: Tally) -> None:
    """Hold what was found against one label."""
    name = f"{wire.name}: {wanted.words}"
    tally.add("events recall", found is not None, name)
    if found is None:
        return
    is_right = found.status in wanted.statuses
    tally.statuses[found.status if is_right else wanted.statuses[0], found.status] += 1
    tally.add("status right", is_right, f"{name}: {found.status}")
    recipients = is_one(wanted.recipients, found.recipients, wire, report)
    tally.add("recipient right", recipients, f"{name}: {found.recipients}")
    right_day = not wanted.when or (found.when or "").startswith(wanted.when)
    tally.add("date right", right_day, f"{name}: {found.when} for {wanted.when}")
    if "asserted" not in wanted.statuses:
        tally.add("doubtful not given as asserted", found.status != "asserted", name)


def _fits(wanted: WantedEvent, event: Event, wire: Wire, report: StoryReport) -> bool:
    spans = [(event.trigger.start, event.trigger.end), *((e.start, e.end) for e in event.evidence[:1])]
    return (
        event.type in wanted.types
        and any(a < end and start < b for a, b in wanted.cues for start, end in spans)
        and is_one(wanted.actors, event.actors, wire, report)
    )


def is_one(wanted: Sequence[str], found: Iterable[Actor], wire: Wire, report: StoryReport) -> bool:
    """Have one in common; where nobody or one of the unnamed is wanted, anybody will do (as in score_stories.py)."""
    named = [name for name in wanted if is_state(name) or name in wire.forms]
    if not named or len(named) < len(wanted):
        return True
    return any(means(name, actor, wire, report) for name in named for actor in found)


def means(name: str, actor: Actor, wire: Wire, report: StoryReport) -> bool:
    """Mean the one of this name."""
    if isinstance(actor, Government):
        return actor.country == name
    forms = {fold(form) for form in wire.forms.get(name, (name,))}
    if isinstance(actor, Unnamed):
        return any(form in fold(actor.text) or fold(actor.text) in form for form in forms)
    names = [mention.text for each in report.parties if each.party.id == actor for mention in each.party.mentions]
    return any(fold(each) in forms for each in names)


def score_claims(wire: Wire, report: StoryReport, tally: Tally) -> None:
    """Hold the claims against the labels: found, of the right party, by the right regimes."""
    used: set[int] = set()
    for wanted in wire.claims:
        over = [i for i, c in enumerate(report.claims) if c.span.start < wanted.end and wanted.start < c.span.end]
        used.update(over)
        if wanted.optional:
            continue
        name = f"{wire.name}: {wire.text[wanted.start : wanted.end]!r}"
        tally.add("claims found", bool(over), name)
        over.sort(key=lambda index: not _is_of(report.claims[index], wanted.party, wire, report))
        for index in over[:1]:
            claim = report.claims[index]
            party = _is_of(claim, wanted.party, wire, report)
            tally.add("claims' party right", party, f"{name}: {claim.party}")
            tally.add("claims' regimes right", wanted.regimes <= set(claim.regimes), f"{name}: {claim.regimes}")
            if wanted.verdict:
                tally.add("claims' verdict right", claim.verdict == wanted.verdict, f"{name}: {claim.verdict}")
    for index, claim in enumerate(report.claims):
        tally.add("claims precision", index in used, f"{wire.name}: {claim.span.of(wire.text)!r}")


def _is_of(claim: Claim, party: str, wire: Wire, report: StoryReport) -> bool:
    return claim.party is not None and means(party, claim.party, wire, report)


def score_quotes(wire: Wire, report: StoryReport, tally: Tally) -> None:
    """Hold the quotations' speakers against the labels."""
    for wanted in wire.quotes:
        quote = next(
            (q for q in report.quotes if q.kind == "direct" and q.span.start <= wanted.start < q.span.end), None
        )
        tally.add("quotes found", quote is not None, f"{wire.name}: {wanted}")
        if quote is not None:
            right = any(means(wanted.speaker, speaker, wire, report) for speaker in quote.sources)
            tally.add("quotes' speaker right", right, f"{wire.name}: {wanted} {quote.sources}")


if __name__ == "__main__":
    sys.exit(main())
