"""Ownership: worked cases of the regulators, random graphs, OFAC's ties, registers' fixtures, a million stakes.

python -m bench ownership      writes the section; python -m bench.ownership.edges prints the million alone
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import nongrata
from bench.ownership.edges import measured_apart
from bench.ownership.graphs import compared
from bench.quality import Score
from bench.sections import Section
from nongrata.lists import read_lists
from nongrata.ownership import Stake, exposure
from nongrata.ownership.registers.recognise import kind_of_register, stakes_in
from nongrata.values import Skipped
from tests.ownership.test_law import ALL

EDGES = 1_000_000
_CASES = "data/gold/ownership/cases.json"
_TIES = "data/ownership/ofac_linked_to/linked_to_2024-05-03.csv"
_SDN = "data/lists/ofac_sdn_series/sdn_2024-05-03.csv.gz"
_BODS = "data/ownership/bods_samples/bods-v04-fixtures"
Row = tuple[str, str, str]  # measure, bar, reached


def section(shared: Path) -> Section:
    """Measure all of it."""
    rows: list[Row] = []
    measures: dict[str, float] = {}
    for part in (_cases, _law, _graphs, _ties, _fixtures, _million):
        for row, (name, value) in part(shared):
            rows.append(row)
            measures[name] = value
            print(": ".join(row), file=sys.stderr)
    digest = hashlib.sha256((shared / _CASES).read_bytes() + (shared / _TIES).read_bytes()).hexdigest()
    page = ["| measure | wanted | reached |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return Section(
        digest=f"worked cases and OFAC's ties `{digest[:16]}`",
        page=page,
        scores=[Score(name="ownership", digest=digest, measures=measures)],
    )


Measured = Iterator[tuple[Row, tuple[str, float]]]


def _cases(shared: Path) -> Measured:
    """Give how many of the worked cases have every verdict right."""
    cases = json.loads((shared / _CASES).read_text("utf-8"))["cases"]
    right = sum(_verdicts(case) == case["expect"] for case in cases)
    yield ("worked cases, every verdict", "20 of 20", f"{right} of {len(cases)}"), ("worked cases", right / len(cases))


def _verdicts(case: dict[str, Any]) -> dict[str, str]:
    answers = nongrata.exposure(
        case["stakes"], case["listed"], case["regime"], case.get("control", ()), case.get("joint", ())
    )
    return {party: answers[party].verdict for party in case["expect"]}


def _law(shared: Path) -> Measured:
    """Give how many further examples of the regulators' guidance are right, and over how many regimes they go."""
    right = sum(
        {party: nongrata.exposure(stakes, listed, regime)[party].verdict for party in expected} == expected
        for regime, _source, stakes, listed, expected in ALL
    )
    regimes = Counter(case[0] for case in ALL)
    told = f"{right} of {len(ALL)}, over {len(regimes)} regimes"
    yield ("further examples of guidance, with source", "25, all right", told), ("guidance", right / len(ALL))


def _graphs(shared: Path) -> Measured:
    """Give how many random graphs the solver answers as an enumeration of all sets does."""
    began = time.process_time()
    found = compared()
    took = time.process_time() - began
    circles = f"{found.with_circles:,} with circles; {took:.0f} s CPU"
    told = f"{found.graphs - len(found.wrong):,} of {found.graphs:,} ({circles})"
    share = 1 - len(found.wrong) / found.graphs
    yield ("random graphs to 12 parties as by enumeration", "10,000 of 10,000", told), ("graphs", share)
    kept = found.graphs - len(found.unblocked)
    more = f"{kept:,} of {found.graphs:,}"
    yield ("one more stake of a blocked owner unblocks nobody", "always", more), ("monotone", kept / found.graphs)


def _ties(shared: Path) -> Measured:
    """Give how many of OFAC's "Linked To" are read from the list as they stand there, and how many find their entry."""
    (file,) = read_lists([shared / _SDN])
    ours = {
        (str(listing.designations[0].entity_id), _bare(link.to_name)): link.to_id
        for listing in file.listings
        for link in listing.links
        if link.source.startswith("Linked To")
    }
    with (shared / _TIES).open(encoding="utf-8", newline="") as text:
        gold = list(csv.DictReader(text))
    count = sum(link.source.startswith("Linked To") for each in file.listings for link in each.links)
    found = [row for row in gold if (row["from_uid"], _bare(row["linked_to_name"])) in ours]
    told = f"{count:,}; {len(found):,} of {len(gold):,} with the same two ends"
    yield ("OFAC's “Linked To” read from the list", "6,375", told), ("ties", len(found) / len(gold))
    ends = [(row, ours[row["from_uid"], _bare(row["linked_to_name"])]) for row in found]
    resolved = sum(end is not None for _row, end in ends)
    known = [(row, end) for row, end in ends if row["linked_to_uids"] and end is not None]
    other = sum(end[1] not in row["linked_to_uids"].split("|") for row, end in known if end is not None)
    told = f"{resolved:,}; {len(known) - other:,} of {len(known):,} to the reference's entry"
    yield ("of these found by id", "5,535", told), ("ties resolved", resolved / len(gold))
    rows = [
        {"owner": row["linked_to_name"], "owned": row["from_uid"], "kind": "linked", "source": "SDN"} for row in gold
    ]
    owners = sorted({row["linked_to_name"] for row in gold})
    answers = exposure(rows, owners, "us_ofac")
    turned = sum(answers[row["from_uid"]].verdict == "blocked" for row in gold if row["from_uid"] not in owners)
    yield ("of these taken for ownership", "0", str(turned)), ("ties kept apart", float(turned == 0))


def _bare(name: str) -> str:
    """Give a name without what the reference table cut off: all behind a closing bracket, and a dot at the end."""
    return name.upper().partition(")")[0].strip().rstrip(".").strip()


def _fixtures(shared: Path) -> Measured:
    """Give how many of the registers' fixtures come out as their descriptions say."""
    checks = {
        "BODS, direct owner": _told(shared / _BODS / "core/01-direct-ownership.json") == (2, 0),
        "BODS, circle": _told(shared / _BODS / "edge-cases/10-circular-ownership.json") == (2, 0),
        "BODS, anonymous": _told(shared / _BODS / "edge-cases/11-anonymous-person.json") == (0, 1),
        "BODS, 300 statements": _told(shared / "data/ownership/bods_samples/bods_0.4_sample_300_statements.json")
        == (100, 0),
        "GLEIF, relationships": _told_in(shared, "bodspipelines_fixtures", "/rr-data.xml") == ("gleif", 10, 0),
        "GLEIF, exceptions": _told_in(shared, "bodspipelines_fixtures", "/repex-data.xml") == ("gleif", 0, 10),
        "GLEIF, LEI records": _told_in(shared, "bodspipelines_fixtures", "/lei-data.xml") == ("gleif", 0, 0),
    }
    right = sum(checks.values())
    failed = ", ".join(name for name, held in checks.items() if not held)
    told = f"{right} of {len(checks)}" + (f" (not: {failed})" if failed else "")
    yield ("fixtures of registers as described", "all", told), ("fixtures", right / len(checks))


def _told(path: Path) -> tuple[int, int]:
    """Give how many stakes a file holds, and how many rows that are none."""
    rows: Sequence[object] = list(stakes_in(path))
    return sum(isinstance(row, Stake) for row in rows), sum(isinstance(row, Skipped) for row in rows)


def _told_in(shared: Path, archive: str, name: str) -> tuple[str, int, int]:
    packed = (shared / f"data/ownership/gleif_samples/{archive}.tar.gz").read_bytes()
    with tarfile.open(fileobj=io.BytesIO(packed)) as files, tempfile.TemporaryDirectory() as folder:
        file = files.extractfile(next(each for each in files if each.name.endswith(name)))
        assert file is not None
        path = Path(folder) / "register"
        path.write_bytes(file.read())
        return kind_of_register(path), *_told(path)


def _million(shared: Path) -> Measured:
    """Give how long a million stakes take, read from a csv."""
    found = measured_apart(EDGES)
    total = found["load"] + found["solve"]
    shape = f"{found['holdings']:,.0f} stakes of {found['parties']:,.0f} parties"
    told = f"{total:.0f} s CPU: read and loaded {found['load']:.0f}, all ten regimes {found['solve']:.0f}"
    yield (f"{shape}: load and solve", "60 s on one core", told), ("million in 60 s", float(total < 60))
    yield ("memory for that", "2 GiB", f"{found['GiB']:.2f} GiB"), ("million in 2 GiB", float(found["GiB"] < 2))
    told = (
        f"p50 {found['answer p50 ms']:.1f}, p99 {found['answer p99 ms']:.1f}, worst {found['answer worst ms']:.1f} ms"
    )
    yield ("one answer after that", "20 ms", told), ("answer in 20 ms", float(found["answer p99 ms"] < 20))
