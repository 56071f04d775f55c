"""Crawls made for benches: archives of so many pages, the same for the same number."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.corpus.pages import OTHER_LANGUAGES, open_texts
from bench.corpus.shapes import Shape, shapes_of, story_of
from nongrata.corpus.tools import Tools
from nongrata.dossiers import Dossier
from nongrata.sources import Capture
from nongrata.triage import look_at

LARGEST, SMALLEST, ARCHIVES = 250, 20, 16  # pages in an archive; how many there are at least
LISTED, FOREIGN = 0.03, 0.1  # shares of the pages
SEED = 9
POOL, LONGEST = 40, 3_000  # texts of each set that are read; characters of one: a story of some 450 words
ORDINARY = ("wikinews", "articles")  # sets of ordinary news
NOW = datetime(2024, 5, 17, tzinfo=UTC)
Pools = tuple[list[str], list[str]]  # texts that name listed parties; those that don't


def pools_of(shared: Path, tools: Tools) -> Pools:
    """Give texts that name listed parties and ordinary news that doesn't, by what full reading says."""
    chance = random.Random(SEED)
    pools: Pools = ([], [])
    short = [text for text in open_texts(shared) if len(text.body) < LONGEST]
    for kind in dict.fromkeys(text.kind for text in short):
        of = [text for text in short if text.kind == kind]
        for text in chance.sample(of, min(POOL, len(of))):
            is_listed = _names_listed(text.body, tools)
            if is_listed or kind in ORDINARY:
                pools[0 if is_listed else 1].append(text.body)
    return pools


def _names_listed(text: str, tools: Tools) -> bool:
    page = Capture(uri="text", body=text.encode(), media_type="text/plain", fetched_at=NOW)
    found = tools.desk.read_capture(page)
    stories = found.stories if isinstance(found, Dossier) else ()
    return any(party.exposure == "listed" for story in stories for party in story.parties)


def quiet_shapes(shared: Path, tools: Tools) -> list[Shape]:
    """Give the shapes of pages whose own menus and boxes let no page pass: the stories alone decide."""
    assert tools.sieve is not None
    return [shape for shape in shapes_of(shared) if not look_at(shape.page(b""), tools.sieve).passes]


def make_archives(folder: Path, pools: Pools, shapes: Sequence[Shape], count: int) -> list[Path]:
    """Write so many pages as archives in the layout of CC-NEWS; those that are there are left as they are."""
    folder.mkdir(exist_ok=True)
    done = folder / "done.json"
    if not done.exists():
        print(f"corpus: making {count:,} pages…", file=sys.stderr, flush=True)
        records = _records(pools, shapes, count)
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


def _records(pools: Pools, shapes: Sequence[Shape], count: int) -> Iterator[bytes]:
    """Give packed records: open texts in real pages' shapes, some listed, some in other languages."""
    chance = random.Random(SEED)
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
