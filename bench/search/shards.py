"""One index in several shards, asked here and on Spark.

python -m bench.search.shards [ENTRIES] (600,000, in three shards)

A list is made up as for scale.py. A table of clients and a small crawl that names some of it are answered in this
process and on Spark's local[2]: the rows must be the same. NONGRATA_HOME is a home with the lists; without one, the
lists are read first.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench.corpus.pages import page_of, write_archives
from bench.corpus.runs import digest_of_rows
from bench.quality import Score
from bench.search.names import listed_queries, made_queries, synthetic_list
from bench.search.scale import write_pool
from bench.sections import Section
from nongrata.corpus import Asked as AskedRun
from nongrata.corpus import Counts, run_corpus
from nongrata.corpus.local import run_local
from nongrata.corpus.run import Engine
from nongrata.corpus.spark import run_spark
from nongrata.corpus.tools import open_kept
from nongrata.desk import Desk
from nongrata.outputs.screen.answer import Asked
from nongrata.outputs.screen.bulk import Bulk, answer_all
from nongrata.outputs.screen.engines import here
from nongrata.outputs.screen.write import MadeBy, writing_of
from nongrata.rows import Row
from nongrata.screening import ListIndex
from nongrata.screening.pack import index_of
from nongrata.settings import Settings
from nongrata.store.index import IndexShelf
from nongrata.store.sieve import SieveShelf

ENTRIES, SHARDS = 600_000, 3
ROWS, PAGES, NAMING = 4_000, 400, 10  # one page in so many names somebody of the list
MASTER, KEY = "local[2]", "made"
ASKED = Asked(threshold=0.7, limit=5)
Told = TypeVar("Told")


def section(shared: Path) -> Section:
    """Measure it for the page."""
    return measured(shared, ENTRIES)


def measured(shared: Path, entries: int) -> Section:
    """Make the list, and ask it both ways."""
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        pool = json.loads(write_pool(shared, home).read_text("utf-8"))
        file = synthetic_list(pool, entries, most_names=1, with_new_words=True)
        index = IndexShelf(home).keep(KEY, index_of([file], (), KEY, shard=-(-entries // SHARDS)))
        assert index is not None
        SieveShelf(home).keep(KEY, index.parties)
        rows = list(_rows(index, pool))
        screened = _screened(open_kept(Settings(home=home), KEY), rows, home)
        crawled = _crawled(index, home)
    same = [one == other for one, other in (screened, crawled)]
    names = sum(len(table.listed) for table in index.shards)
    return Section(
        digest=f"{names:,} made-up names in {len(index.shards)} shards; {ROWS:,} clients, {PAGES} pages",
        page=["| the same of Spark, local[2], and of one process | |", "|---|---|", *_lines(screened, crawled)],
        scores=[Score(name="shards", digest=f"{entries}", measures={"the same rows": sum(same) / len(same)})],
    )


def _lines(screened: tuple[object, object], crawled: tuple[object, object]) -> Iterator[str]:
    for what, (one, other) in (("clients screened", screened), ("a crawl", crawled)):
        yield f"| {what} | {'yes' if one == other else 'NO'} |"


def _rows(index: ListIndex, pool: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """Give clients: one in ten is listed, or nearly so."""
    listed = [query.names[0] for _way, _owner, query in listed_queries(index, ROWS // NAMING)]
    others = [query.names[0] for query in made_queries(pool, ROWS - len(listed), random.Random(6))]
    for number, name in enumerate([*listed, *others], start=1):
        yield Row(number=number, names=(name,))


def _screened(desk: Desk, rows: Sequence[Row], home: Path) -> tuple[object, object]:
    made_by = MadeBy(lists=desk.index.versions, as_of=None, threshold=ASKED.threshold)
    each = writing_of("jsonl", made_by, explain=True).each
    bulk = Bulk(settings=Settings(home=home), key=KEY, stakes=(), asked=ASKED, form="jsonl", explain=True)
    return (
        _timed("screened here", lambda: list(here(desk, ASKED, each)(rows))),
        _timed("screened by Spark", lambda: list(answer_all(bulk, desk, rows, master=MASTER))),
    )


def _crawled(index: ListIndex, home: Path) -> tuple[object, object]:
    sources = [str(path) for path in write_archives(home, _pages(index), each=PAGES // 8)]

    def run(name: str, engine: Engine) -> tuple[Counts, str]:
        out = home / name
        asked = AskedRun(home=str(home), index_key=KEY, out=str(out))
        *_, last = run_corpus(sources, asked, engine)
        return last.counts, digest_of_rows(out)

    return (
        _timed("crawled here", lambda: run("here", partial(run_local, workers=1))),
        _timed("crawled by Spark", lambda: run("spark", partial(run_spark, master=MASTER))),
    )


def _pages(index: ListIndex) -> Iterator[tuple[str, bytes]]:
    """Give pages of which some name a listed party."""
    chance = random.Random(7)
    for number in range(PAGES):
        party = index.parties[chance.randrange(len(index.parties))]
        name = party.names[0].text if number % NAMING == 0 else "the mayor"
        text = (
            f"The bridge of May {number}\n\nThe council of Springfield met {name} on Tuesday to speak of the sanctions."
        )
        yield f"https://example.org/{number}", page_of(text, chance, size=6_000)


def _timed(what: str, do: Callable[[], Told]) -> Told:
    began = time.monotonic()
    found = do()
    print(f"{what}: {time.monotonic() - began:.1f} s", file=sys.stderr)
    return found


def main() -> int:
    """Print the table."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    found = measured(Path(os.environ.get("NONGRATA_SHARED", "../shared")), entries)
    print(f"{found.digest}\n\n" + "\n".join(found.page))
    return 0 if all(score.measures["the same rows"] == 1 for score in found.scores) else 1


if __name__ == "__main__":
    raise SystemExit(main())
