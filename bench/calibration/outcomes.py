"""Do probabilities come true? Those that `compare` gives, against what labelled pairs turn out to be.

Pairs are of names alone (name_pairs, siblings, altered names with the likest entries) and of entries of official lists
with all that the lists tell (listed_pairs.py). Beside what ships, a fit on four fifths is measured on the last fifth,
for each fifth: what fitting on other pairs gives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from bench.calibration.listed_pairs import pairs_among
from bench.calibration.siblings import make_siblings
from bench.screening.cases import Case, named, read_evasion, read_pairs
from nongrata.lists import ListFile
from nongrata.screening.entities.compare import compare
from nongrata.screening.record import Verdict
from nongrata.values.errors import SettingError

BINS = 10
SIBLING_SEEDS = (11, 12, 13)  # other draws than those whose F1 is in the table
LISTED_EVERY, EVASION_EVERY = 4, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One pair: what was told of it, and whether it is one party."""

    score: float
    probability: float
    verdict: Verdict
    kind: str  # person or body
    source: str
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The pairs whose probabilities lie close together: how many, what they were told on average, what came true."""

    pairs: int
    told: float
    came_true: float


def collect(cases: Path, files: Sequence[ListFile]) -> list[Point]:
    """Compare every labelled pair."""
    return list(_points(_labelled(cases, files)))


def told(points: Iterable[Point]) -> list[tuple[float, bool]]:
    """Give what was told of each pair, and what it is."""
    return [(point.probability, point.same) for point in points]


def by_kind(points: Sequence[Point]) -> dict[str, list[Bin]]:
    """Give the bins of persons and of all others."""
    kinds = sorted({point.kind for point in points}, reverse=True)
    return {kind: bins_of(told(point for point in points if point.kind == kind)) for kind in kinds}


def bins_of(points: Iterable[tuple[float, bool]], bins: int = BINS) -> list[Bin]:
    """Give the bins from least to most probable, without empty ones.

    >>> bins_of([(0.05, False), (0.95, True), (0.97, False)])[1]
    Bin(pairs=2, told=0.96, came_true=0.5)
    """
    grouped: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for told, same in points:
        grouped[min(bins - 1, int(told * bins))].append((told, same))
    return [
        Bin(
            pairs=len(group),
            told=round(sum(told for told, _ in group) / len(group), 4),
            came_true=round(sum(same for _, same in group) / len(group), 4),
        )
        for group in grouped
        if group
    ]


def expected_error(bins: Sequence[Bin]) -> float:
    """Give the mean distance between what was told and what came true, each pair counting as much.

    >>> expected_error([Bin(pairs=3, told=0.9, came_true=0.8), Bin(pairs=1, told=0.1, came_true=0.1)])
    0.075
    """
    return round(sum(each.pairs * abs(each.told - each.came_true) for each in bins) / sum(e.pairs for e in bins), 4)


def surprise(points: Iterable[tuple[float, bool]]) -> float:
    """Give the mean log loss: how surprising the outcomes were."""
    losses = [-log(min(1.0, max(1e-6, told if same else 1.0 - told))) for told, same in points]
    return round(sum(losses) / len(losses), 4)


def as_markdown(points: Sequence[Point], apart: Sequence[tuple[float, bool]]) -> list[str]:
    """Give the reliability table, how often each verdict was one, and the errors beside those of fits on others."""
    bins = bins_of(told(points))
    verdicts = Counter((point.verdict, point.same) for point in points)
    lines = ["| probability told | pairs | came true |", "|---|---|---|"]
    lines += [f"| {each.told:.2f} | {each.pairs:,} | {each.came_true:.2f} |" for each in bins]
    lines += ["", "| verdict | pairs | are one |", "|---|---|---|"]
    for verdict in ("match", "possible", "rejected"):
        same, other = verdicts[verdict, True], verdicts[verdict, False]
        lines.append(f"| {verdict} | {same + other:,} | {same / max(1, same + other):.2f} |")
    lines += ["", f"Expected calibration error {expected_error(bins):.3f}, log loss {surprise(told(points)):.3f}; "]
    lines[-1] += f"fitted on other pairs {expected_error(bins_of(apart)):.3f} and {surprise(apart):.3f}. "
    sources = Counter(point.source for point in points)
    lines[-1] += "Pairs: " + ", ".join(f"{name} {count:,}" for name, count in sorted(sources.items())) + "."
    return lines


def _points(labelled: Iterable[tuple[str, Case]]) -> Iterator[Point]:
    for source, case in labelled:
        try:
            told = compare(case.left, case.right, names_in=case.names_in)
        except SettingError:
            continue  # one of them says nothing that could be compared, so nothing is told
        kind = "person" if case.right["schema"] == "Person" else "body"
        yield Point(
            score=told.score,
            probability=told.probability,
            verdict=told.verdict,
            kind=kind,
            source=source,
            same=case.same,
        )


def _labelled(cases: Path, files: Sequence[ListFile]) -> Iterator[tuple[str, Case]]:
    for name in ("name_pairs", "entity_checks"):
        yield from ((name, case) for case in read_pairs(cases, name))
    for seed in SIBLING_SEEDS:
        yield from (("siblings", case) for case in make_siblings(files, seed=seed))
    yield from (("evasion", case) for case in _altered(cases))
    for pair in pairs_among(files)[::LISTED_EVERY]:
        yield "entries of lists", Case(left=pair.left, right=pair.right, same=pair.is_same)


def _altered(cases: Path) -> Iterator[Case]:
    """Each altered name with the entity that it was made from; nobody's with the entity that it looks like most."""
    queries, entities = read_evasion(cases)
    by_name = {entity["properties"]["name"][0]: entity for entity in entities.values()}
    for query in queries[::EVASION_EVERY]:
        made_from = by_name.get(query.source)
        if made_from is not None:
            yield Case(left=named(query.schema, query.query), right=made_from, same=bool(query.wanted))
