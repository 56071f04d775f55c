"""Score the acts that matter to sanctions on sentences of our own: python -m bench.events.act_cases [--misses]"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nongrata.events import Event
from tests.events.reading import events_in, names

CASES = Path(__file__).with_name("act_cases.txt")
PEOPLE = {"Ana Silva": "Portuguese President", "Omar Haddad": "Jordanian King", "Kim": "leader", "Lena Vogt": ""}
BODIES = ("Volga Bank", "Alfa Steel", "Hezbollah", "Hamas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence and the act that it tells."""

    act: str
    half: str
    text: str
    type: str
    status: str
    actor: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A case with our events of its type, the likest first."""

    case: Case
    events: tuple[Event, ...]

    @property
    def found(self) -> Event | None:
        """Give our event of the type wanted, by the actor wanted."""
        of_type = [event for event in self.events if event.type == self.case.type]
        return next((event for event in of_type if self.case.actor in names(event.actors)), None)

    @property
    def right(self) -> bool:
        """Have type, actor, recipient and status right."""
        found = self.found
        is_whole = found is not None and self.case.recipient in names(found.recipients)
        return is_whole and found is not None and found.status == self.case.status

    @property
    def is_made_a_fact(self) -> bool:
        """Give as asserted what is not."""
        of_type = [event for event in self.events if event.type == self.case.type]
        return self.case.status != "asserted" and any(event.status == "asserted" for event in of_type)


def main() -> int:
    """Print the measures by half and by act, and with --misses what came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    outcomes = [outcome_of(case) for case in cases()]
    for half in ("tune", "held", "fresh"):
        part = [each for each in outcomes if each.case.half == half]
        found, right = sum(each.found is not None for each in part), sum(each.right for each in part)
        facts = sum(each.is_made_a_fact for each in part)
        print(f"{half}: {len(part)} sentences, found {found}, right in all {right}, doubtful given as asserted {facts}")
    missed = Counter(each.case.act for each in outcomes if not each.right)
    print("not right in all, by act:", ", ".join(f"{act} {n}" for act, n in missed.most_common()))
    for each in outcomes if asked.misses else []:
        if not each.right:
            ours = [(e.type, e.status, names(e.actors), names(e.recipients)) for e in each.events]
            wanted = (each.case.type, each.case.status, each.case.actor, each.case.recipient)
            print(f"{each.case.half}: {each.case.text}\n    wanted {wanted}\n    found {ours}")
    return 0


def cases() -> Iterator[Case]:
    """Give the cases of the file."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            act, half, text, wanted = (cell.strip() for cell in line.split(" | "))
            told, _, recipient = wanted.partition(" > ")
            type_, status, actor = told.split(" ", 2)
            yield Case(act=act, half=half, text=text, type=type_, status=status, actor=actor, recipient=recipient)


def outcome_of(case: Case) -> Outcome:
    """Give what we make of a case."""
    people = {name: position for name, position in PEOPLE.items() if name in case.text}
    return Outcome(case=case, events=events_in(case.text, people, BODIES))


if __name__ == "__main__":
    sys.exit(main())
