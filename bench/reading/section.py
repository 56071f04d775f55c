"""Reading, stage by stage: names on GUM, times on GUM, places on GeoVirus, equipment on re3d, articles, speed.

Each part is a module of its own that can be asked alone, with --misses: bench.reading.gum, bench.reading.gum_parties,
bench.reading.times, bench.reading.geovirus, bench.reading.re3d.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.lists.official import load_all
from bench.quality import Score
from bench.reading import geovirus, gum, gum_parties, re3d, times
from bench.reading.costs import costs
from bench.reading.named import FOLDERS, as_row, digest_of, read_stories
from bench.reading.read_rows import Row, score_rows
from bench.sections import Section
from nongrata import Desk, Settings, open_desk

ARTICLES = "data/gold/articles.jsonl"
LABELLED = frozenset(("us_ofac_sdn", "us_ofac_cons", "eu_fsf", "uk_fcdo", "un_sc"))  # that the articles' labels name
HELD = ("listed parties F1", "listed parties' mentions recall", "party mentions F1", "grouping F1")
SHOWN = ("listed parties precision", "listed parties recall", "listed parties' mentions recall", "party mentions F1",
         "grouping F1", "namesakes wrongly matched")  # fmt: skip


def section(shared: Path) -> Section:
    """Measure, and give the section."""
    names, told = gum.tally_of(shared, _quiet), times.tally_of(shared, _quiet)
    one_party = gum_parties.f1(gum_parties.tally_of(shared, _quiet))
    places, arms = geovirus.tally_of(shared, _quiet), re3d.tally_of(shared, _quiet)
    with tempfile.TemporaryDirectory() as folder:
        for _file in load_all(shared / "data" / "lists", Path(folder)):
            pass
        desk = open_desk(Settings(home=Path(folder)))
        speed = costs(shared, desk)  # before the texts are known
        rows = _rows(shared)
        articles, of_four = score_rows(shared, rows, desk), _of_four_lists(rows, desk, shared)
        named = {name: score_rows(shared, _named(folder), desk) for name, folder in FOLDERS.items()}
    alone, ours = (gum.f1(names[who]) for who in ("spaCy alone", "nongrata"))
    near = places["near"] / places.total()
    page = [
        "| measure | reached |",
        "|---|---|",
        f"| persons, bodies, places on GUM’s news, F1 | {ours:.3f}; spaCy’s small model alone {alone:.3f} |",
        f"| parties resolved on GUM’s news, pairs of names in one party or not, F1 | {one_party:.3f} |",
        f"| days with their value on GUM’s news | {told['days'][0]} of {told['days'][1]} |",
        f"| places within 161 km, GeoVirus, of all labelled | {near:.4f} ({places['near']} of {places.total()}) |",
        f"| … of those that we take for places | {places['near'] / (places.total() - places['not seen']):.4f} |",
        f"| … the right country, its middle elsewhere | {places['right country']} of {places.total()} |",
        f"| weapons and platforms on re3d, F1 | {re3d.f1(arms):.3f} ({dict(arms)}) |",
        *(f"| 73 articles, all official lists: {name} | {articles[name]:.4f} |" for name in SHOWN if name in articles),
        f"| … listed parties precision, by the four lists that the labels name | {of_four:.4f} |",
        *(
            f"| {each}, all official lists: {name} | {told[name]:.4f} |"
            for each, told in named.items()
            for name in SHOWN
            if name in told
        ),
        *speed.rows,
    ]
    measures = {
        "GUM names F1": round(ours, 4),
        "GUM parties resolved F1": round(one_party, 4),
        "GUM days right": round(told["days"][0] / told["days"][1], 4),
        "GeoVirus places within 161 km": round(near, 4),
        "re3d weapons and platforms F1": round(re3d.f1(arms), 4),
    }
    digest = hashlib.sha256((geovirus.digest_of(shared) + re3d.digest_of(shared) + _gum(shared)).encode()).hexdigest()
    scores = [
        Score(name="reading", digest=digest, measures=measures),
        *(
            Score(name=name, digest=digest_of(FOLDERS[name]), measures={each: told[each] for each in HELD})
            for name, told in named.items()
        ),
    ]
    return Section(digest=f"`{digest[:16]}`", page=page, scores=scores)


def _quiet(_line: str) -> None:
    """Say nothing."""


def _gum(shared: Path) -> str:
    return hashlib.sha256((shared / gum.ARCHIVE).read_bytes()).hexdigest()


def _of_four_lists(rows: Sequence[Row], desk: Desk, shared: Path) -> float:
    """Give the precision on the articles by the lists that their labels name: what another list has is not counted."""
    return score_rows(shared, rows, desk, lists=LABELLED)["listed parties precision"]


def _named(folder: Path) -> list[Row]:
    return [as_row(story) for story in read_stories(folder)]


def _rows(shared: Path) -> list[Row]:
    lines = (shared / ARTICLES).read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row.get("text") and "parties" in row]
