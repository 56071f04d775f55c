"""Listed parties drawn by chance, put into short stories: whom the reader finds, and whom it takes for them by mistake.

python -m bench.reading.drawn HOME [--seed 1] [--parties 200] [--misses] tells how many are found by the facts that the
list has of them, and how many others of their name, with facts of their own, are taken for them.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from bench.reading.drawn_slots import ON, TOLD, slots_of
from nongrata import Desk, Dossier, Settings, open_desk
from nongrata.screening import ListedParty
from nongrata.values import fold

_KINDS = {"Person": "person", "Vessel": "ship", "Airplane": "plane"}
ANOTHER = 70  # a ratio: below it, a match is another listed party, and none that the lists have twice
MOST_WORDS = 2  # of a name that a bakery, too, may have
_SLOT = re.compile(r"\{(\w+)\}")
_TRADES = re.compile(  # names that tell what a body is: none of these is a bakery
    r"\b(?:bank\w*|air\w*|refiner\w*|petro\w*|oil|gas|ministry|universit\w*|institut\w*|plant|factory|shipping|shipyard|insurance"
    r"|group|industr\w*|machine\w*|mining|brigade|army|front|party|committee|court|center|centre|research|energy|marine|maritime)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A story with the listed party whose name is in it."""

    party: ListedParty
    kind: str
    name: str
    text: str
    template: int
    is_own: bool  # with the facts of the listing


def drawn_stories(desk: Desk, *, seed: int, parties: int) -> Iterator[Drawn]:
    """Give two stories for each party drawn: one of itself, and one of another of its name."""
    chance, by_list = random.Random(seed), _by_list(desk)
    given, seen = 0, set[int]()
    while given < parties:
        number = chance.choice(by_list[chance.choice(sorted(by_list))])
        party = desk.index.parties[number]
        kind = _KINDS.get(party.schema, "body")
        slots = slots_of(party, kind, chance) if number not in seen else None
        seen.add(number)
        own = _story(party, kind, slots, chance, is_own=True) if slots else None
        if slots and own:
            given += 1
            yield own
            other = _story(party, kind, slots, chance, is_own=False)
            if other and not (kind == "body" and _tells_its_trade(other.name)):
                yield other


def _by_list(desk: Desk) -> dict[str, list[int]]:
    """Give the parties of each list: a small list is drawn from as often as a long one."""
    found: dict[str, list[int]] = {}
    for number in range(len(desk.index.parties)):
        for act in desk.index.parties[number].designations:
            found.setdefault(act.list_id, []).append(number)
    return found


def _tells_its_trade(name: str) -> bool:
    """Be a name that nothing else would have: "Ryazan Oil Refinery" is no bakery."""
    return len(name.split()) > MOST_WORDS or _TRADES.search(name) is not None


def _story(
    party: ListedParty, kind: str, slots: Mapping[str, str], chance: random.Random, *, is_own: bool
) -> Drawn | None:
    stories = TOLD[kind]["own" if is_own else "other"]
    fit = [at for at, story in enumerate(stories) if all(slots.get(slot) for slot in _SLOT.findall(story))]
    if not fit:
        return None
    at = chance.choice(fit)
    text = stories[at].format_map(slots).replace(" / ", "\n\n")
    return Drawn(party=party, kind=kind, name=slots["name"], text=text, template=at, is_own=is_own)


def judged(story: Drawn, desk: Desk) -> tuple[str, str]:
    """Give what became of the drawn party in its story, and who else was matched."""
    dossier = desk.read_text(story.text, published=ON)
    parties = [each for told in dossier.stories for each in told.parties] if isinstance(dossier, Dossier) else []
    acts = {(act.list_id, act.entity_id) for act in story.party.designations}
    best, others = "not seen", []
    if any(set(fold(story.name).split()) & set(fold(screened.party.name).split()) for screened in parties):
        best = "no likeness"
    for screened in parties:
        for match in screened.matches:
            is_it = (match.list_id, match.entity_id) in acts
            told = " ".join(each.rule for each in match.reasons if each.effect == "against")
            if is_it and (best.split(" ")[0] in ("not", "no", "rejected") or match.verdict == "match"):
                best = match.verdict if match.verdict == "match" else f"{match.verdict} {told}".strip()
            elif (
                not is_it
                and match.verdict == "match"
                and fuzz.token_set_ratio(*map(fold, (story.name, match.caption))) < ANOTHER
            ):
                others.append(f"{screened.party.name} > {match.caption} ({match.list_id} {match.entity_id})")
    return best, "; ".join(dict.fromkeys(others))


def main() -> int:
    """Print how many are found, and why the others are not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path, help="a home with the lists to screen against")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parties", type=int, default=200)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    desk = open_desk(Settings(home=asked.home))
    causes: Counter[tuple[bool, str, str]] = Counter()
    for story in drawn_stories(desk, seed=asked.seed, parties=asked.parties):
        cause, others = judged(story, desk)
        causes[story.is_own, story.kind, cause] += 1
        is_wrong = bool(others) or (cause == "match") != story.is_own
        if asked.misses and is_wrong:
            print("OWN" if story.is_own else "OTHER", story.kind, story.template, cause, "| also:", others)
            print(
                "   ", sorted({name.text for name in story.party.names})[:5], "\n   ", story.text.replace("\n\n", " / ")
            )
    for (is_own, kind, cause), count in sorted(causes.items(), key=lambda row: (not row[0][0], row[0][1], -row[1])):
        print("own facts" if is_own else "another  ", f"{kind:7} {count:4} {cause}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
