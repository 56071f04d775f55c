"""Score event types on PETRARCH's unit records: python -m bench.events.petrarch SHARED [--misses]

The records are stylized sentences with CAMEO codes. Their made-up countries (Arnor, Gondor) are read here as real ones
that nothing in the sentences is about (Norway, Spain): who is a country is no question of theirs. A code is turned into
a PLOVER type by the shared table; a record counts where one of its codes has a type there and it is a whole sentence.
Ours is right where an event of one of the record's types is found.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.events.plover import find_in

RECORDS = "data/gold/petrarch_unit_records.xml"
CODES = "data/gold/ontology/cameo_to_plover.json"
# The file is no well-formed XML: its comments hold what they like.
_RECORD = re.compile(r"<Sentence [^>]*>(.*?)</Sentence>", re.S)
_CODE = re.compile(r'eventcode\s*=\s*"?(\d+)')
_LANDS = {
    "Gondorian": "Spanish", "Gondor": "Spain", "Arnorian": "Norwegian", "Arnor": "Norway", "Osgiliath": "Madrid",
    "Eriadori": "Peruvian", "Eriador": "Peru", "Calenardhon": "Kenya", "Ithilen": "Chile", "Mordor": "Laos",
    "Cirith Ungol": "Vientiane", "Fornost": "Oslo", "Dagolathi": "Polish", "Dagolath": "Poland", "Bree": "Ghana",
    "Minas Tirith": "Madrid", "Dol Amroth": "Portugal", "Zabulon": "Angola",
}  # fmt: skip
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A record's sentence, the types that its codes stand for, and those that we found."""

    text: str
    wanted: frozenset[str]
    found: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Have one of the types wanted."""
        return bool(self.wanted & set(self.found))


def main() -> int:
    """Print the share that is right, and with --misses what came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    outcomes = list(outcomes_of(asked.shared))
    print(f"one of the record's types found: {sum(each.right for each in outcomes)}/{len(outcomes)}")
    for each in outcomes if asked.misses else []:
        if not each.right:
            print(sorted(each.wanted), each.found, each.text)
    return 0


def outcomes_of(shared: Path) -> Iterator[Outcome]:
    """Give the records whose codes have a PLOVER type, with what we make of them."""
    types = {code: row["event"] for code, row in json.loads((shared / CODES).read_text("utf-8")).items()}
    for body in _RECORD.findall((shared / RECORDS).read_text("utf-8")):
        wanted = frozenset(types[code] for code in _CODE.findall(body) if code in types)
        text = _TEXT.search(body)
        if wanted and text is not None:
            sentence = " ".join(text[1].split())
            for made_up, real in _LANDS.items():
                sentence = sentence.replace(made_up, real)
            yield Outcome(text=sentence, wanted=wanted, found=tuple(event.type for event in find_in(sentence)[0]))


if __name__ == "__main__":
    sys.exit(main())
