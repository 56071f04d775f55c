"""Count accusations, denials, plans and wishes that came out as facts: python -m bench.events.reported [--misses]

reported.toml has frames ("{S} accused {A} of {ing}") and acts; each frame is filled with each act, and read.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nongrata.events import Event
from tests.events.reading import events_in, names

TABLE = Path(__file__).with_name("reported.toml")
SPEAKER = "Canada"
BODIES = ("Volga Bank", "Alfa Steel", "Hezbollah")
# A threat, a promise and a request are acts of their own, told with the words of what is threatened or asked for
SPEECHES = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE", "SUPPORT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence: what its frame makes of the act, and the act's types."""

    means: str
    frame: str
    text: str
    types: frozenset[str]
    deed: tuple[int, int]  # where the act's own words stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A case with what we find told by the act's own words."""

    case: Case
    deeds: tuple[Event, ...]

    @property
    def is_made_a_fact(self) -> bool:
        return self.case.means != "asserted" and any(event.status == "asserted" for event in self.deeds)

    @property
    def is_fact_lost(self) -> bool:
        """Be told as a fact, and not found as one."""
        return self.case.means == "asserted" and not any(event.status == "asserted" for event in self.deeds)


def main() -> int:
    """Print the shares by what the frames mean, and with --misses the sentences that came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    outcomes = [outcome_of(case) for case in cases()]
    total, wrong, told = (Counter[str]() for _ in range(3))
    for each in outcomes:
        total[each.case.means] += 1
        wrong[each.case.means] += each.is_made_a_fact or each.is_fact_lost
        told[each.case.means] += bool(each.deeds)
    for means, number in total.items():
        word = "not found as facts" if means == "asserted" else "made facts"
        print(f"{means:13} {number:5} sentences, {told[means]:5} with the act, {wrong[means]:4} {word}")
    print(f"doubtful ones made facts: {share_made_facts(outcomes):.4f}")
    for each in outcomes if asked.misses else []:
        if each.is_made_a_fact or each.is_fact_lost:
            ours = [(e.type, e.status, names(e.actors), names(e.recipients)) for e in each.deeds]
            print(f"{each.case.means}: {each.case.text}\n    {ours}")
    return 0


def share_made_facts(outcomes: list[Outcome]) -> float:
    """Give the share of sentences that vouch for nothing from which a fact came out."""
    doubtful = [each for each in outcomes if each.case.means != "asserted"]
    return sum(each.is_made_a_fact for each in doubtful) / len(doubtful)


def cases() -> Iterator[Case]:
    """Give each frame filled with each act."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    for means, frames in table["frames"].items():
        for frame in frames.strip().splitlines():
            for act in table["act"]:
                yield _case(means, frame, act)


def _case(means: str, frame: str, act: dict[str, str]) -> Case:
    forms = {form: act[form] for form in ("base", "pres", "past", "had", "ing")}
    form = next(form for form in forms if f"{{{form}}}" in frame)
    text = frame.format(A=act["who"], S=SPEAKER, **forms)
    start = text.index(forms[form])
    return Case(
        means=means, frame=frame, text=text, types=frozenset(act["type"]), deed=(start, start + len(forms[form]))
    )


def outcome_of(case: Case) -> Outcome:
    """Give what we make of a case: the events that its act's own words tell, whatever the type."""
    start, end = case.deed
    deeds = tuple(
        event
        for event in events_in(case.text, bodies=BODIES)
        if event.type not in SPEECHES - case.types and event.trigger.start < end and start < event.trigger.end
    )
    return Outcome(case=case, deeds=deeds)


if __name__ == "__main__":
    sys.exit(main())
