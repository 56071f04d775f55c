"""Count sentences of our own that vouch for nothing and yet give a fact: python -m bench.events.doubtful [--misses]

doubtful.txt holds them, a line each: types that may not come out as asserted | the sentence, or two of one paragraph.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.events.reading import brief, events_in

CASES = Path(__file__).with_name("doubtful.txt")
PEOPLE = {"Felix Tshisekedi": "President", "Kim": "leader", "Viktor Ivanov": "", "Omar Haddad": "General"}
BODIES = ("Volga Bank", "Alfa Steel", "Hezbollah", "Houthis", "Hamas", "M23", "RSF", "Bybit", "Reuters")


def main() -> int:
    """Print how many come out as facts, and with --misses which."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    found = [(text, facts_in(text, types)) for types, text in cases()]
    made = [(text, facts) for text, facts in found if facts]
    print(f"{len(found)} sentences that vouch for nothing, {len(made)} made facts")
    print("\n".join(f"{text}\n    {facts}" for text, facts in made) if asked.misses else "")
    return 0


def cases() -> Iterator[tuple[frozenset[str], str]]:
    """Give the sentences of the file, each with the types of what it only speaks of."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            types, _, text = line.partition(" | ")
            yield frozenset(types.split()), text


def facts_in(text: str, types: frozenset[str]) -> list[tuple[str, str, str, str]]:
    """Give our events of these types that are told as facts."""
    people = {name: position for name, position in PEOPLE.items() if name in text}
    told = [brief(event) for event in events_in(text, people, tuple(body for body in BODIES if body in text))]
    return [each for each in told if each[0] in types and each[1] == "asserted"]


if __name__ == "__main__":
    sys.exit(main())
