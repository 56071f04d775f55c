"""Crawls made for benches: archives of so many pages, the same for the same number."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.corpus_pages import OTHER_LANGUAGES, chosen_pools
from bench.corpus_shapes import shapes_of, story_of
from nongrata.corpus.tools import Tools

LARGEST, SMALLEST, ARCHIVES = 250, 20, 16  # pages in an archive; how many there are at least
LISTED, FOREIGN = 0.03, 0.1  # shares of the pages
SEED = 9
POOL = 24  # texts of each set that are looked at
Pools = Sequence[Sequence[str]]  # texts that name listed parties; those that don't


def pools_of(shared: Path, tools: Tools) -> Pools:
    """Give texts that name listed parties and texts that don't, by what full reading says."""
    return [[text.body for text in pool] for pool in chosen_pools(shared, tools, each=POOL)]


def make_archives(shared: Path, folder: Path, pools: Pools, count: int) -> list[Path]:
    """Write so many pages as archives in the layout of CC-NEWS; those that are there are left as they are."""
    folder.mkdir(exist_ok=True)
    done = folder / "done.json"
    if not done.exists():
        print(f"corpus: making {count:,} pages…", file=sys.stderr, flush=True)
        records = _records(shared, pools, count)
        each = max(SMALLEST, min(LARGEST, count // ARCHIVES))
        starts = enumerate(range(0, count, each))
        names = [_write(folder, number, records, min(each, count - start)) for number, start in starts]
        done.write_text(json.dumps(names), "utf-8")
    return [folder / name for name in json.loads(done.read_text("utf-8"))]


def _write(folder: Path, number: int, records: Iterator[bytes], count: int) -> str:
    path = folder / f"CC-NEWS-20240517-{number:05d}.warc.gz"
    with path.open("wb") as file:
        file.writelines(next(records) for _ in range(count))
    return path.name


def _records(shared: Path, pools: Pools, count: int) -> Iterator[bytes]:
    """Give packed records: open texts in real pages' shapes, some listed, some in other languages."""
    chance, shapes = random.Random(SEED), shapes_of(shared)
    listed, others = pools
    for number in range(count):
        names_listed, is_foreign = chance.random() < LISTED, chance.random() < FOREIGN
        text = (
            _foreign(chance, is_listed=names_listed)
            if is_foreign
            else chance.choice(listed if names_listed else others)
        )
        story = story_of(text, mark=f"Story {number} of this day.")
        yield chance.choice(shapes).record(f"https://news{number % 97}.example.org/{number}", story)


def _foreign(chance: random.Random, *, is_listed: bool) -> str:
    _language, sentence, listed, other = chance.choice(OTHER_LANGUAGES)
    return f"{sentence % other}\n" + "\n".join([sentence % (listed if is_listed else other)] * 6)
