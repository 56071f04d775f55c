"""Score the numbers that name a party: python -m bench identifiers

Numbers of official lists, drawn by a seed, each in a sentence of ours in which nobody is named: the story must have a
party matched with the entry that has the number. The same numbers with one digit altered, where check digits guard
them: none must be found. And the labelled real articles: each number found there is counted, to be read.
"""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.quality import Score
from bench.sections import Section
from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier
from nongrata.mentions.identifiers import find_identifiers
from nongrata.settings import Settings
from nongrata.values import Span
from nongrata.values.check_digits import is_base58, is_bech32, is_right

LISTS = (
    "ofac_sdn_series/sdn_2024-05-03.csv.gz",
    "ofac_2025-01_add_alt/alt.csv.gz",
    "ofac_2025-01_add_alt/add.csv.gz",
    "eu_fsf_xml_reconstructed",
    "uk",
)
SEED = 5
EACH = 40  # of a kind
FRAMES = {
    "imo": (
        "A tanker with the IMO number {} was seen off Crete on Monday, port officials said.",
        "Satellite images showed the vessel (IMO: {}) alongside another ship for nine hours.",
        "The ship, IMO {}, has changed its flag three times since March.",
    ),
    "mmsi": ("The signal of MMSI {} vanished from the map near Kerch on Friday.",),
    "inn": (
        "Filings name a buyer whose INN is {} and who paid in yuan.",
        "The contract was signed with a supplier (INN {}), the report says.",
    ),
    "ogrn": ("The firm is entered in the register under OGRN {}, journalists found.",),
    "lei": ("The form gives the counterparty’s LEI as {} and nothing else.",),
    "swift": ("The transfer went through a bank with the SWIFT code {}, the indictment says.",),
    "wallet": (
        "The ransom was paid to {} and moved on within minutes, analysts said.",
        "Blockchain records show two transfers from the address {} in May.",
    ),
    "tail_number": (
        "The aircraft with tail number {} landed in Caracas on Sunday evening.",
        "Trackers followed a cargo plane registered as {} to Benghazi.",
    ),
}
_SHAPES = {"inn": (10, 12), "ogrn": (13, 15), "mmsi": (9,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence with a listed number, and who has it."""

    kind: str
    value: str
    text: str
    owners: frozenset[tuple[str, str]]  # list and entry


def cases(desk: Desk) -> Iterator[Case]:
    """Give the cases, drawn by the seed from the lists in use."""
    owners: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for party in desk.index.parties:
        for number in party.identifiers:
            value = number.value.removeprefix("IMO").strip()
            if number.kind in FRAMES and _may_be_said(number.kind, value):
                owners[number.kind, value] |= {(each.list_id, each.entity_id) for each in party.designations}
    rng = random.Random(SEED)
    for kind, frames in FRAMES.items():
        known = sorted(value for each, value in owners if each == kind)
        for place, value in enumerate(rng.sample(known, min(EACH, len(known)))):
            text = frames[place % len(frames)].format(value)
            yield Case(kind=kind, value=value, text=text, owners=frozenset(owners[kind, value]))


def _may_be_said(kind: str, value: str) -> bool:
    """Be what its kind can be; lists hold broken numbers too, and words among them."""
    if kind in _SHAPES and len(value) not in _SHAPES[kind]:
        return False
    return " " not in value and value.isascii() and is_right(kind, value) and len(value) >= 5


def altered(case: Case) -> str | None:
    """Give the sentence with one digit of its number altered, where check digits can tell; else None."""
    if not _is_guarded(case):
        return None
    at = max(i for i, letter in enumerate(case.value) if letter.isdigit())
    wrong = case.value[:at] + str((int(case.value[at]) + 1) % 10) + case.value[at + 1 :]
    return case.text.replace(case.value, wrong)


def _is_guarded(case: Case) -> bool:
    is_wallet = case.kind == "wallet" and (is_base58(case.value) or is_bech32(case.value))
    return (case.kind in ("imo", "inn", "ogrn", "lei") or is_wallet) and any(map(str.isdigit, case.value))


def is_matched(desk: Desk, case: Case) -> bool:
    """Read a case; say whether a party in it is matched with the entry that has the number."""
    dossier = desk.read_text(case.text)
    found = (each for report in dossier.stories for each in report.parties) if isinstance(dossier, Dossier) else ()
    matches = (match for each in found for match in each.matches if match.verdict == "match")
    return any((match.list_id, match.entity_id) in case.owners for match in matches)


def section(shared: Path) -> Section:
    """Measure, and give the section."""
    with tempfile.TemporaryDirectory() as home:
        lists = [shared / "data" / "lists" / name for name in LISTS]
        desk = open_desk(Settings(home=Path(home)), lists=lists)
    drawn = list(cases(desk))
    rows, measures = ["| kind | listed numbers drawn | found and matched |", "|---|---|---|"], {}
    for kind in FRAMES:
        told = [is_matched(desk, case) for case in drawn if case.kind == kind]
        if told:
            measures[f"listed {kind} found and matched"] = round(sum(told) / len(told), 4)
            rows.append(f"| {kind} | {len(told)} | {sum(told)} |")
    wrong = [text for case in drawn if (text := altered(case)) is not None]
    taken = sum(bool(find_identifiers(text, Span(0, len(text)))) for text in wrong)
    measures["numbers with a wrong digit taken"] = taken
    rows += ["", f"With one digit altered, where check digits guard them: {taken} of {len(wrong)} taken.", ""]
    rows += _in_articles(shared)
    told_whole = [
        (case.kind, case.value, case.text, sorted(case.owners)) for case in drawn
    ]  # a set prints in any order
    digest = hashlib.sha256(repr(told_whole).encode()).hexdigest()
    return Section(
        digest=f"`{digest[:16]}`", page=rows, scores=[Score(name="identifiers", digest=digest, measures=measures)]
    )


def _in_articles(shared: Path) -> Sequence[str]:
    """Say which numbers stand in the labelled real articles."""
    found: list[str] = []
    lines = (shared / "data/gold/articles.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        text = str(json.loads(line).get("text", ""))
        found += [f"{number.kind} {number.value}" for number in find_identifiers(text, Span(0, len(text)))]
    return [f"In the {len(lines)} real articles: {len(found)} numbers" + (f" ({'; '.join(found)})." if found else ".")]
