"""Screening beside its peers, on the same pairs in the same run: python -m bench.screening.section [SHARED]

`make bench-peers` makes the peers' environment; without it, the table has our column alone and says so.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.calibration import outcomes
from bench.calibration.fit import held_out
from bench.calibration.plot import as_svg
from bench.calibration.siblings import make_siblings
from bench.lists.official import FILES
from bench.quality import Score
from bench.screening.cases import PAIRS, Case, digest, named, read_evasion, read_pairs, read_triples
from bench.screening.index import add_rows
from bench.screening.ours import Matcher, Ours, is_ordered
from bench.screening.peers import Peers, Told, find_python
from bench.screening.scores import Counts, count, times_of
from bench.screening.table import Table
from bench.sections import Section
from nongrata.lists import ListFile, read_lists

# Evasion: one query in twenty made from a listed name, and all of nobody's, are held against all entities, which takes
# the slow peers a minute. Of one in six of nobody's, the share of alarms was .048 by chance where it is .025 of all.
EVERY_NAMED, EVERY_NOBODY = 20, 1
PLOT = "calibration/reliability.svg"
WANTED = {"name_pairs": ".84", "entity_checks": ".94", "model_cases": "1", "putin_names": ".93", "siblings": ".80"}
RECALLED = frozenset({"putin_names"})  # all its pairs are one, so that recall says all


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured: a page of Markdown, a plot, and our measures by name with the digest of their labels."""

    page: list[str]
    plot: str
    measures: dict[str, float]
    digest: str
    beside: str  # the peers' versions; empty where they are not installed

    @property
    def name(self) -> str:
        """Name the set, so that floors are only held against what was measured in the same way."""
        return "screening" if self.beside else "screening, no peers installed"


def measure(shared: Path) -> Measured:
    """Measure everything, beside the peers where they are installed."""
    files = read_lists([shared / "data" / "lists" / name for name in FILES])
    python = find_python()
    peers = Peers(python) if python else None
    table = pairs_table(shared, files, peers)
    add_rows(table, files, shared, peers)
    beside = "; ".join(f"{name} {version}" for name, version in peers.versions().items()) if peers else ""
    if peers:
        peers.close()
    points = outcomes.collect(shared / "data" / "cases", files)
    apart = [pair for kind in ("person", "body") for pair in held_out([each for each in points if each.kind == kind])]
    errors = {"expected calibration error": outcomes.expected_error(outcomes.bins_of(outcomes.told(points)))}
    versions = "; ".join(f"{file.version.list_id} {file.version.version}" for file in files)
    told = digest(shared / "data" / "cases")
    return Measured(
        page=[
            f"Cases `{told[:16]}`; lists {versions}. Beside {beside or 'no peers: make bench-peers'}.",
            "",
            *table.lines(),
            "",
            *outcomes.as_markdown(points, apart),
        ],
        plot=as_svg(outcomes.by_kind(points)),
        measures={**table.measures, **errors},
        digest=hashlib.sha256(f"{told} {versions}".encode()).hexdigest(),
        beside=beside,
    )


def section(shared: Path) -> Section:
    """Measure everything for the page."""
    found = measure(shared)
    return Section(
        digest=f"cases and lists `{found.digest[:16]}`",
        page=[*found.page, "", f"![reliability]({PLOT})"],
        scores=[Score(name=found.name, digest=found.digest, measures=found.measures)],
        beside={PLOT: found.plot},
    )


def pairs_table(shared: Path, files: Sequence[ListFile], peers: Peers | None) -> Table:
    """Give the table of all that hangs on pairs of names and entities."""
    cases = shared / "data" / "cases"
    matchers: list[Matcher] = [Ours(), *(peers.matchers() if peers else ())]
    table = Table(columns=[*(each.name for each in matchers), *(["juditha"] if peers else [])])
    sets = {name: read_pairs(cases, name) for name in PAIRS} | {"siblings": make_siblings(files)}
    told = {name: {each.name: each.pairs(pairs) for each in matchers} for name, pairs in sets.items()}
    for name, pairs in sets.items():
        _add_pairs(table, name, pairs, {each: told[name][each.name] for each in matchers})
    triples = read_triples(cases)
    in_order = sum(map(is_ordered, triples))
    table.add("ranking", "13/13", {"Nongrata": f"{in_order}/{len(triples)}"}, value=in_order / len(triples))
    _add_evasion(table, cases, matchers)
    for name in ("name_pairs", "entity_checks"):
        table.add(f"{name}: pairs a second, p50", "", {each: _speed(told[name][each]) for each in told[name]})
    return table


def _add_pairs(table: Table, name: str, pairs: Sequence[Case], told: Mapping[Matcher, Told]) -> None:
    labels = [each.same for each in pairs]
    counts = {each.name: count(answers.scores, labels, each.threshold) for each, answers in told.items()}
    kind = "recall" if name in RECALLED else "F1"
    cells = {each: f"{_value(name, counted):.3f}" for each, counted in counts.items()}
    title = f"{name} {kind}"
    table.add(f"{title} ({len(pairs)} pairs)", WANTED[name], cells, value=_value(name, counts["Nongrata"]), title=title)


def _value(name: str, counted: Counts) -> float:
    return counted.recall if name in RECALLED else counted.f1


def _add_evasion(table: Table, cases: Path, matchers: Sequence[Matcher]) -> None:
    """Hold some of the altered names against all entities: is the right one found, and is nobody's name left alone?"""
    queries, entities = read_evasion(cases)
    some = [query for query in queries if query.wanted][::EVERY_NAMED]
    some += [query for query in queries if not query.wanted][::EVERY_NOBODY]
    ids, listed = list(entities), list(entities.values())
    rows = {each: each.against([named(query.schema, query.query) for query in some], listed) for each in matchers}
    title = f"evasion ({len(some)} of {len(queries)} queries, all {len(listed)} entities)"
    for measured, wanted, is_named in (("recall", ".92", True), ("false alarms", ".03", False)):
        asked = [i for i, query in enumerate(some) if bool(query.wanted) == is_named]
        cells = {}
        for each in matchers:
            cuts = dict.fromkeys((each.threshold, each.stricter))
            hits = {cut: [_hits(rows[each][i], ids, cut, some[i].wanted) for i in asked] for cut in cuts}
            cells[each.name] = "; ".join(f"{sum(told) / len(told):.3f} @{cut:.2f}" for cut, told in hits.items())
        value = float(cells["Nongrata"].split()[0])
        table.add(f"{title}: {measured}", wanted, cells, value=value, title=f"evasion {measured}")


def _hits(row: Sequence[float], ids: Sequence[str], cut: float, wanted: frozenset[str]) -> bool:
    """Say whether the wanted entity is found, or any at all where none is wanted."""
    return any(score >= cut and (not wanted or ids[i] in wanted) for i, score in enumerate(row))


def _speed(told: Told) -> str:
    times = times_of(told.seconds)
    return f"{times.per_second:,.0f}, {times.p50 * 1000:.0f} µs"


def main() -> int:
    """Print the page."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("NONGRATA_SHARED", "../shared"))
    print("\n".join(measure(shared).page))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
