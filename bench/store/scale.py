"""A store of very many dossiers in PostgreSQL, asked as the desk asks, and written to beside: python -m bench store

NONGRATA_BENCH_DOSSIERS says how many; NONGRATA_BENCH_STORE names a database that was laid in before, to ask it again.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import md5
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import psycopg

from bench.sections import Section
from bench.store.made import MONTHS, VOCABULARY, lay_in
from bench.store.sqlite import STORIES, laid_in, searches
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from nongrata.store.record import MemberId
from nongrata.store.stories.happenings import EventQuery
from nongrata.store.stories.query import StoryQuery
from tests.postgres import find_programs, running_postgres
from tests.store.made import Named, dossier_of

DOSSIERS = int(os.environ.get("NONGRATA_BENCH_DOSSIERS", "1000000"))
LAID_IN = os.environ.get("NONGRATA_BENCH_STORE")
_TIMES = 15
_WRITTEN = 30
_NOW = datetime(2026, 12, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of the desk, and how long it takes in milliseconds: the middle one and the slowest of several."""

    name: str
    middle: float
    slowest: float


def section(shared: Path) -> Section:
    """Measure; `shared` is not needed."""
    with TemporaryDirectory(prefix="nongrata-bench-") as home:
        small = laid_in(Path(home))
        in_file = [_measured(name, ask) for name, ask in searches(small).items()]
        small.close()
    with _laid_in() as (url, seconds):
        store = open_store(Settings(home=Path("/nonexistent"), store=url))
        size, rows, count = _size(url)
        asked = [_measured(name, ask) for name, ask in questions(store, count).items()]
        written = write(store, _WRITTEN)
        store.close()
    return Section(
        digest=f"made, {count:,} dossiers over {MONTHS} months",
        page=[
            f"{count:,} dossiers, {rows:,} rows, laid in by the server in {seconds:,.0f} s, indexes included:",
            f"{size / 2**30:.1f} GiB, {size / count / 1024:.1f} kB a dossier; in proportion 10,000,000 take",
            f"{size / count * 1e7 / 2**30:.0f} GiB.",
            "",
            f"Written beside by one writer, {_WRITTEN} stories with parties and events, their reading not counted:",
            f"{1 / statistics.mean(written):.0f} a second, {statistics.median(written) * 1_000:.0f} ms the middle one,",
            f"{max(written) * 1_000:.0f} ms the slowest.",
            "",
            *_table("question", asked),
            "",
            *_table(f"search in one SQLite file of {STORIES:,} stories", in_file),
        ],
    )


def _table(about: str, asked: Sequence[Asked]) -> list[str]:
    return [
        f"| {about} | middle of {_TIMES} | slowest |",
        "|---|---|---|",
        *(f"| {each.name} | {each.middle:.1f} ms | {each.slowest:.1f} ms |" for each in asked),
    ]


@contextmanager
def _laid_in() -> Iterator[tuple[str, float]]:
    if LAID_IN is not None:
        yield LAID_IN, 0.0
        return
    programs = find_programs()
    if programs is None:
        raise SystemExit("found no PostgreSQL; wanted its programs (initdb, pg_ctl) on the path")
    with running_postgres(programs, "wal_level=minimal", "max_wal_senders=0") as url:
        open_store(Settings(home=Path("/nonexistent"), store=url)).close()
        yield url, lay_in(url, DOSSIERS)


def _measured(name: str, ask: Callable[[], object]) -> Asked:
    times = []
    for _ in range(_TIMES):
        began = perf_counter()
        ask()
        times.append((perf_counter() - began) * 1_000)
    return Asked(name=name, middle=statistics.median(times), slowest=max(times))


def questions(store: Store, count: int) -> dict[str, Callable[[], object]]:
    """Give the questions of each page: with what is common, and with what is rare."""
    common, rare = _member(0, 0), _member(count // 2, 3)
    day, stories = date(2025, 11, 30), store.stories

    def search(words: str, **told: date) -> Callable[[], object]:
        return lambda: stories.find(StoryQuery(words=words, limit=25, **told))  # type: ignore[arg-type] # days

    def counted(words: str) -> Callable[[], object]:
        return lambda: stories.count(StoryQuery(words=words), most=1_000)

    page = stories.find(StoryQuery(limit=50))[-1].id
    return {
        "inbox: the new alerts": lambda: store.alerts.find(state="new"),
        "inbox: how many are new": lambda: store.alerts.count(state="new", most=1_000),
        "inbox: the stories read last": lambda: stories.find(StoryQuery(limit=50)),
        "stories: the next page": lambda: stories.find(StoryQuery(limit=50, before=page)),
        "stories: those that touch an owner": lambda: stories.find(StoryQuery(exposures=("owned",), limit=50)),
        "stories: of one day": lambda: stories.find(StoryQuery(since=day, until=day, limit=25)),
        "stories: of half a year": lambda: stories.find(StoryQuery(since=day, until=day + timedelta(180), limit=25)),
        "search: a word in most stories": search("w3x"),
        "search: a word in some hundreds": search("w900x"),
        "search: a rare word": search("only77"),
        "search: a word nobody wrote": search("nowhere"),
        "search: three words": search("w9x w40x w700x"),
        "search: two words side by side": search('"w2x w5x"'),
        "search: a beginning of many words": search("w12"),
        "search: a common word on one day": search("w3x", since=day, until=day),
        "search: how many have the common word": counted("w3x"),
        "search: how many have some words": counted("w9x w40x"),
        "search: a party named often": lambda: store.parties.named("listed0"),
        "search: a party named seldom": lambda: store.parties.named("other39999"),
        "party: members of one named often": lambda: store.parties.get(common),
        "party: its stories": lambda: stories.find(StoryQuery(party=common, limit=50)),
        "party: its stories with a word": lambda: stories.find(StoryQuery(party=common, words="w40x", limit=50)),
        "party: its events": lambda: store.happenings.find(EventQuery(party=common)),
        "party: one named seldom": lambda: (store.parties.get(rare), stories.find(StoryQuery(party=rare))),
        "a listing: its stories": lambda: stories.find(StoryQuery(entry=("us_ofac_sdn", "0"), limit=50)),
        "events: the newest": lambda: store.happenings.find(EventQuery()),
        "events: the newest of a rare type": lambda: store.happenings.find(EventQuery(types=("AGREE",))),
    }


def _member(number: int, party: int) -> MemberId:
    return MemberId(f"{md5(str(number).encode()).hexdigest()}.1.p{party}")


def write(store: Store, count: int) -> list[float]:
    """Keep so many stories more, with words and parties as uneven as those that are there; give the seconds of each."""
    chance, seconds = Random(5), []

    def uneven(most: int) -> int:
        return min(most - 1, int(most ** chance.random()) - 1)

    for number in range(count):
        listed = uneven(3_000)
        told = [f"Listed{listed} Name{listed % 700}", f"Person{number} Other"]
        body = "\n".join(" ".join(f"W{uneven(VOCABULARY)}x" for _ in range(60)) + "." for _ in range(5))
        parties = (Named(name=told[0], listed=(f"us_ofac_sdn:{listed}",)), Named(name=told[1]))
        dossier = dossier_of(
            f"{told[0]} met {told[1]}.\n{body}", *parties, uri=f"https://new.example/{number}", events=3
        )
        began = perf_counter()
        store.dossiers.put(dossier, at=_NOW + timedelta(seconds=number))
        seconds.append(perf_counter() - began)
    return seconds


def _size(url: str) -> tuple[int, int, int]:
    with psycopg.connect(url, autocommit=True) as line:
        asked = (
            "SELECT sum(pg_total_relation_size(oid))::bigint, sum(reltuples)::bigint,"
            " (SELECT reltuples::bigint FROM pg_class WHERE relname = 'dossier') FROM pg_class"
            " WHERE relkind = 'r' AND relname NOT LIKE 'made%'"
        )
        found = line.execute(asked).fetchone()
    assert found is not None
    size, rows, count = found
    return int(size), int(rows), int(count)
