"""Pairs, entities and own-script names of our own, in halves: python -m bench.screening.unseen [--misses]

The rows are facts of our own knowledge, written before any answer to them was seen (sets/unseen). Only the half that
is tuned with is ever shown; of the other one the figures alone are printed.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from bench.quality import Score
from bench.screening.ordinary_bodies import bodies, ships
from bench.search.all_lists import fill, opened
from bench.sections import Section
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, compare_texts
from nongrata.names.record import NameClass
from nongrata.names.scripts_of import script_of
from nongrata.screening import ListIndex
from nongrata.screening.entities.compare import compare
from nongrata.screening.hits import Hit
from nongrata.screening.query import Query
from nongrata.screening.search import search_all

FOLDER = Path(__file__).parent / "sets" / "unseen"
COMPANIES, SHIPS = 2_000, 600
SAME_NAME = 0.97
SCHEMAS = {
    "person": "Person",
    "body": "Company",
    "company": "Company",
    "organization": "Organization",
    "vessel": "Vessel",
    "airplane": "Airplane",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A labelled row with our answer."""

    line: str
    group: str
    is_same: bool
    score: float
    probability: float

    @property
    def is_called(self) -> bool:
        """Be taken for one."""
        return self.score >= DEFAULT_THRESHOLD

    @property
    def is_held(self) -> bool:
        """Belong to the half that nobody looks at, by the digest of the row."""
        return bool(sha256(self.line.encode()).digest()[0] & 1)


def main() -> int:
    """Print the figures of both halves, and with --misses what went wrong in the half that may be seen."""
    parser = argparse.ArgumentParser(prog="bench.screening.unseen", description=__doc__)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    for name, read in SETS.items():
        told = list(read())
        for half, rows in halves(told).items():
            print(f"{name}, {half}: {shown(rows)}")
            if args.misses and half == "seen":
                for each in rows:
                    if each.is_called != each.is_same:
                        print(f"  {'missed' if each.is_same else 'alarm '} {each.score:.2f} {each.line}")
    return 0


def section(shared: Path) -> Section:
    """Measure all for the page; ordinary companies and ships against the lists of NONGRATA_HOME, or all."""
    page = ["| set | half | rows | F1 | precision | recall | Brier |", "|---|---|---:|---:|---:|---:|---:|"]
    measures: dict[str, float] = {}
    for name, read in SETS.items():
        for half, rows in halves(list(read())).items():
            f1, precision, recall = f1_of(rows)
            brier = f"{brier_of(rows):.3f}" if not name.startswith(("own script", "forms")) else ""
            page.append(f"| {name} | {half} | {len(rows)} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {brier} |")
            measures[f"{name} F1, {half}"] = round(f1, 4)
    page += ["", "| nobody's names | asked | namesakes | hits | taken for a match |", "|---|---:|---:|---:|---:|"]
    for name, alarms in ordinary(shared):
        page.append(f"| {name} | {' | '.join(map(str, alarms))} |")
        measures[f"{name} left alone"] = round(1 - alarms[2] / (alarms[0] - alarms[1]), 4)
    digest = sha256(b"".join(path.read_bytes() for path in sorted(FOLDER.iterdir()))).hexdigest()
    return Section(
        digest=f"rows of our own `{digest[:16]}`",
        page=page,
        scores=[Score(name="unseen", digest=digest, measures=measures)],
    )


def ordinary(shared: Path) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    """Give for ordinary companies and ships how many were asked for, are namesakes, have hits, have a match."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(os.environ.get("NONGRATA_HOME", folder))
        if home == Path(folder):
            fill(home, shared / "data" / "lists")
        index = opened(home)
        yield "companies", _alarms(index, bodies(COMPANIES), "Company")
        yield "ships", _alarms(index, ships(SHIPS), "Vessel")


def _alarms(index: ListIndex, names: Sequence[str], schema: str) -> tuple[int, int, int, int]:
    found = list(search_all(index, [Query(names=(name,), schema=schema) for name in names]))
    others = [hits for hits in found if not any(map(_is_namesake, hits))]
    matched = sum(any(hit.verdict == "match" for hit in hits) for hits in others)
    return len(names), len(names) - len(others), sum(map(bool, others)), matched


def _is_namesake(hit: Hit) -> bool:
    """Be called just so: nobody can tell the two by their names; legal forms aside."""
    return hit.likeness.is_exact or hit.score >= SAME_NAME


def halves(told: Sequence[Told]) -> dict[str, list[Told]]:
    """Give the half that may be seen, and the one that is held back."""
    return {
        "seen": [each for each in told if not each.is_held],
        "held": [each for each in told if each.is_held],
    }


def f1_of(rows: Sequence[Told]) -> tuple[float, float, float]:
    """Give F1, precision and recall."""
    right = sum(each.is_called and each.is_same for each in rows)
    called, true = sum(each.is_called for each in rows), sum(each.is_same for each in rows)
    return 2 * right / max(1, called + true), right / max(1, called), right / max(1, true)


def brier_of(rows: Sequence[Told]) -> float:
    """Give the mean square of what probabilities are off by."""
    return sum((each.probability - each.is_same) ** 2 for each in rows) / max(1, len(rows))


def shown(rows: Sequence[Told]) -> str:
    """Give precision, recall and F1, and recall or false alarms by kind."""
    groups: dict[str, list[Told]] = {}
    for each in rows:
        groups.setdefault(f"{each.group}{'+' if each.is_same else '-'}", []).append(each)
    parts = (f"{name} {sum(e.is_called for e in its)}/{len(its)}" for name, its in sorted(groups.items()))
    told = "F1 {:.3f}, precision {:.3f}, recall {:.3f}".format(*f1_of(rows))
    return f"{len(rows)} rows, {told}, Brier {brier_of(rows):.3f}\n    {', '.join(parts)}"


def pairs(file: str = "pairs.tsv") -> Iterator[Told]:
    """Give pairs of names."""
    for line in _lines(file):
        kind, same, group, left, right = line.split("\t")
        found = compare({"name": left}, {"name": right}, schema=SCHEMAS[kind])
        group = kind if kind == "vessel" else f"{kind} {group}"
        yield Told(line=line, group=group, is_same=same == "1", score=found.score, probability=found.probability)


def entities(file: str = "entities.tsv") -> Iterator[Told]:
    """Give pairs of entities with what is known of them."""
    for line in _lines(file):
        schema, same, group, *sides = line.split("\t")
        left, right = map(_properties, sides)
        found = compare(left, right, schema=schema)
        yield Told(line=line, group=group, is_same=same == "1", score=found.score, probability=found.probability)


def forms(file: str = "forms.tsv") -> Iterator[Told]:
    """Give listed names with the forms that newspapers have of them, in many scripts, each beside all the names."""
    rows = [line.split("\t") for line in _lines(file)]
    for form, own in dict.fromkeys((form, listed) for listed, form in rows):
        for listed in dict.fromkeys(listed for listed, _form in rows):
            found = compare({"name": form}, {"name": listed}, schema="Person")
            yield Told(
                line=f"{listed}\t{form}",
                group=script_of(form) or "Latin",
                is_same=listed == own,
                score=found.score,
                probability=found.probability,
            )


def _properties(side: str) -> dict[str, list[str]]:
    """Give a side's properties, each with all that is told of it: "name=…; birthDate=1972; birthDate=1973"."""
    found: dict[str, list[str]] = {}
    for part in side.split("; "):
        name, value = part.split("=", 1)
        found.setdefault(name, []).append(value)
    return found


def own_script(file: str = "own_script.tsv", apart: str | None = "own_script_apart.tsv") -> Iterator[Told]:
    """Give names in their own script beside their Latin form, all other Latin ones, and others of their trade."""
    rows = [line.split("\t") for line in _lines(file)]
    for kind, script, native, latin in rows:
        for other_kind, other in dict.fromkeys((each[0], each[3]) for each in rows):
            if (kind, latin) == (other_kind, other) or (kind == other_kind and not _share(latin, other)):
                yield _told(kind, script, (native, other), is_same=latin == other)
    for line in _lines(apart) if apart else ():
        kind, script, native, other = line.split("\t")
        yield _told(kind, script, (native, other), is_same=False)


def _told(kind: str, script: str, names: tuple[str, str], *, is_same: bool) -> Told:
    score = compare_texts(*names, NAME_KINDS[kind]).score
    line = "\t".join((kind, script, *names))
    return Told(line=line, group=script, is_same=is_same, score=score, probability=score)


NAME_KINDS: dict[str, NameClass] = {"person": "person", "body": "body"}
SETS: dict[str, Callable[[], Iterator[Told]]] = {
    "pairs": pairs,
    "pairs, second lot": partial(pairs, "pairs_second.tsv"),
    "pairs, third lot": partial(pairs, "pairs_third.tsv"),
    "pairs, fourth lot": partial(pairs, "pairs_fourth.tsv"),
    "pairs, fifth lot": partial(pairs, "pairs_fifth.tsv"),
    "pairs, sixth lot": partial(pairs, "pairs_sixth.tsv"),
    "entities": entities,
    "entities, second lot": partial(entities, "entities_second.tsv"),
    "entities, third lot": partial(entities, "entities_third.tsv"),
    "entities, fourth lot": partial(entities, "entities_fourth.tsv"),
    "entities, fifth lot": partial(entities, "entities_fifth.tsv"),
    "entities, sixth lot": partial(entities, "entities_sixth.tsv"),
    "pairs, seventh lot": partial(pairs, "pairs_seventh.tsv"),
    "entities, seventh lot": partial(entities, "entities_seventh.tsv"),
    "pairs, eighth lot": partial(pairs, "pairs_eighth.tsv"),
    "entities, eighth lot": partial(entities, "entities_eighth.tsv"),
    "own script": own_script,
    "own script, second lot": partial(own_script, "own_script_second.tsv", None),
    "forms of newspapers": forms,
    "forms of newspapers, second lot": partial(forms, "forms_second.tsv"),
}


def _share(left: str, right: str) -> bool:
    """Share a word: the Latin names of one party in two spellings, mostly."""
    return bool(set(left.lower().split()) & set(right.lower().split()))


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    raise SystemExit(main())
