"""A store of very many dossiers in PostgreSQL: laid in by COPY, then asked as the desk asks: python -m bench store

The dossiers are made: names, words and sizes as the stories of a desk have them, the names of listed parties as uneven
as the news is (a few in many stories). What is measured is the store: its size, and how long each question takes.
"""

from __future__ import annotations

import os
import random
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

import psycopg

from bench.sections import Section
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from nongrata.store.record import MemberId
from nongrata.store.stories import StoryQuery
from tests.postgres import find_programs, running_postgres

DOSSIERS = int(os.environ.get("NONGRATA_BENCH_DOSSIERS", "1000000"))
SEED = 17
_LISTED, _OTHERS, _WORDS = 3_000, 400_000, 40_000
_ANSWER = 2_600  # bytes of an answer, packed: the mean of the stories of a desk
_FIRST = datetime(2021, 1, 1, tzinfo=UTC)
_TIMES = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question of the desk, and how long it takes in milliseconds: the middle one and the worst of several."""

    name: str
    middle: float
    worst: float


def section(shared: Path) -> Section:
    """Measure; `shared` is not needed."""
    programs = find_programs()
    if programs is None:
        raise SystemExit("found no PostgreSQL; wanted its programs (initdb, pg_ctl) on the path")
    with running_postgres(programs) as url:
        store = open_store(Settings(home=Path("/nonexistent"), store=url))
        seconds = lay_in(url, DOSSIERS)
        size, rows = _size(url)
        asked = [_measured(name, ask) for name, ask in questions(store, DOSSIERS).items()]
        store.close()
    return Section(
        digest=f"made, seed {SEED}: {DOSSIERS:,} dossiers",
        page=[
            f"{DOSSIERS:,} dossiers, {rows:,} rows, laid in by COPY in {seconds:,.0f} s, indexes included:",
            f"{size / 2**30:.1f} GiB, {size / DOSSIERS / 1024:.1f} kB a dossier. In proportion 10,000,000 take",
            f"{size / DOSSIERS * 1e7 / 2**30:.0f} GiB.",
            "",
            "| question | middle of 7 | worst |",
            "|---|---|---|",
            *(f"| {each.name} | {each.middle:.1f} ms | {each.worst:.1f} ms |" for each in asked),
        ],
    )


def _measured(name: str, ask: Callable[[], object]) -> Asked:
    times = []
    for _ in range(_TIMES):
        began = perf_counter()
        ask()
        times.append((perf_counter() - began) * 1_000)
    return Asked(name=name, middle=statistics.median(times), worst=max(times))


def questions(store: Store, count: int) -> dict[str, Callable[[], object]]:
    """Give the questions of each page: with what is common, and with what is rare."""
    common, rare = MemberId("m0.1.p0"), MemberId(f"m{count // 2}.1.p3")
    day = (_FIRST + timedelta(days=900)).date()
    return {
        "inbox: the new alerts": lambda: store.alerts.find(state="new"),
        "inbox: how many are new": lambda: store.alerts.count(state="new"),
        "inbox: the stories read last": lambda: store.stories.find(StoryQuery(limit=50)),
        "search: stories with a common word": lambda: store.stories.find(StoryQuery(words="w3x", limit=25)),
        "search: how many have it": lambda: store.stories.count(StoryQuery(words="w3x"), most=1_000),
        "search: stories with three words": lambda: store.stories.find(StoryQuery(words="w9x w40x w700x", limit=25)),
        "search: a rare word": lambda: store.stories.find(StoryQuery(words="w39998x", limit=25)),
        "search: stories of one day": lambda: store.stories.find(StoryQuery(since=day, until=day, limit=25)),
        "search: a party named often": lambda: store.parties.named("listed0"),
        "search: a party named seldom": lambda: store.parties.named("other399999"),
        "party: members of one named often": lambda: store.parties.get(common),
        "party: its stories": lambda: store.stories.find(StoryQuery(party=common, limit=50)),
        "party: one named seldom": lambda: (store.parties.get(rare), store.stories.find(StoryQuery(party=rare))),
        "a listing: its stories": lambda: store.stories.find(StoryQuery(entry=("us_ofac_sdn", "0"), limit=50)),
    }


def _size(url: str) -> tuple[int, int]:
    with psycopg.connect(url, autocommit=True) as line:
        size = line.execute("SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r'").fetchone()
        rows = line.execute("SELECT sum(reltuples)::bigint FROM pg_class WHERE relkind = 'r'").fetchone()
    assert size is not None
    assert rows is not None
    return int(size[0]), int(rows[0])


Row = tuple[object, ...]
_TABLES = {
    "dossier": "id, uri, kept_at, answer",
    "answer": "dossier, number, digest, kept_at, packed",
    "story": "id, dossier, number, uri, title, agency, language, published, kept_at, exposure, parties, listed, events,"
    " made_by, copy_of, topic",
    "member": "id, story, party, name, folded, schema, exposure, facts, kept_at, canonical",
    "anchor": "member, anchor, canonical",
    "finding": "member, list, entity, caption, verdict, score, in_force",
    "told": "id, story, event, type, status, at_day, actors, recipients, sources, sentence, kept_at, happening",
    "part": "told, member, role",
    "profile": "story, packed, shingles",
    "shingle": "shingle, story",
    "telling_word": "word, story",
    "alert": "id, rule, story, made_at, says, about, state",
}


def lay_in(url: str, count: int) -> float:
    """Lay the dossiers in, without indexes and keys, which are made afterwards as the migrations make them."""
    began, chance = perf_counter(), random.Random(SEED)
    oldest: dict[int, str] = {}
    with psycopg.connect(url, autocommit=True) as line:
        line.execute("SET maintenance_work_mem = '512MB'")
        line.execute("SET session_replication_role = replica")  # no look-up of each row's keys while they are laid in
        made = _without_indexes(line)
        for first in range(0, count, 20_000):
            batch = _batch(range(first, min(count, first + 20_000)), count, chance, oldest)
            for table, columns in _TABLES.items():
                with line.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                    for row in batch[table]:
                        copy.write_row(row)
            with line.cursor().copy("COPY words_laid (story, words) FROM STDIN") as copy:
                for row in batch["story_words"]:
                    copy.write_row(row)
            line.execute("INSERT INTO story_words SELECT story, to_tsvector('simple', words) FROM words_laid")
            line.execute("TRUNCATE words_laid")
        line.execute(
            "INSERT INTO name_word SELECT DISTINCT word, folded FROM (SELECT DISTINCT folded FROM member) n,"
            " unnest(string_to_array(folded, ' ')) word"
        )
        for statement in made:
            line.execute(statement)
        line.execute("ANALYZE")
    return perf_counter() - began


def _without_indexes(line: psycopg.Connection[Row]) -> list[str]:
    """Take away what slows the laying in; give the statements that bring it back."""
    line.execute("CREATE UNLOGGED TABLE words_laid (story TEXT, words TEXT)")
    found = line.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY(%s)"
        " AND indexname NOT LIKE '%%_pkey'",
        ([*_TABLES, "story_words"],),
    ).fetchall()
    for name, _told in found:
        line.execute(f"DROP INDEX {name}".encode())
    return [str(told) for _name, told in found]


def _batch(numbers: range, count: int, chance: random.Random, oldest: dict[int, str]) -> dict[str, list[Row]]:
    """Give the rows of these dossiers, table by table."""
    rows: dict[str, list[Row]] = {name: [] for name in (*_TABLES, "story_words")}
    for number in numbers:
        at = _FIRST + timedelta(seconds=number * (5 * 365 * 86_400 // count))
        _lay_story(rows, number, at, chance, oldest)
    return rows


def _lay_story(
    rows: dict[str, list[Row]], number: int, at: datetime, chance: random.Random, oldest: dict[int, str]
) -> None:
    own, story, kept = f"m{number}", f"m{number}.1", at.isoformat(timespec="microseconds")
    uri = f"https://news{number % 400}.example/{number}"
    rows["dossier"].append((own, uri, kept, 1))
    rows["answer"].append((own, 1, own, kept, chance.randbytes(_ANSWER)))
    people = [_uneven(chance, _LISTED) for _ in range(2)]
    names = [(f"Listed{each} Name{each}", each) for each in dict.fromkeys(people)]
    names += [(f"Other{chance.randrange(_OTHERS)} Person{chance.randrange(5_000)}", -1) for _ in range(4)]
    exposure = "listed" if chance.random() < 0.6 else "none"
    names = names if exposure == "listed" else names[len(set(people)) :]
    title = " ".join(f"w{_uneven(chance, _WORDS)}x" for _ in range(9))
    rows["story"].append(
        (story, own, 1, uri, title, "Reuters", "en", at.date().isoformat(), kept, exposure, len(names),
         len(names) - 4 if exposure == "listed" else 0, 3, '{"lists": {}}', story, story)
    )  # fmt: skip
    rows["story_words"].append((story, " ".join({f"w{_uneven(chance, _WORDS)}x" for _ in range(220)})))
    rows["profile"].append((story, chance.randbytes(500), chance.randbytes(400)))
    rows["shingle"] += {(chance.getrandbits(62), story) for _ in range(16)}
    rows["telling_word"] += {(f"w{_uneven(chance, _WORDS)}x", story) for _ in range(30)}
    for at_party, (name, listed) in enumerate(names):
        member = f"{story}.p{at_party}"
        canonical = oldest.setdefault(listed, member) if listed >= 0 else member
        shown = "listed" if listed >= 0 else "none"
        rows["member"].append(
            (member, story, f"p{at_party}", name, name.lower(), "Person", shown, "[]", kept, canonical)
        )
        if listed >= 0:
            rows["anchor"].append((member, f"us_ofac_sdn:{listed}", canonical))
            rows["finding"].append((member, "us_ofac_sdn", str(listed), name, "match", 0.98, 1))
    _lay_events(rows, story, kept, at.date())
    if exposure == "listed":
        state = "new" if number % 500 == 0 else "closed"
        rows["alert"].append((f"a{number}", "listed_acts", story, kept, f"{names[0][0]} met others", "{}", state))


def _lay_events(rows: dict[str, list[Row]], story: str, kept: str, day: date) -> None:
    for event in range(3):
        told = f"{story}.e{event}"
        actor = f'["party:{story}.p0"]'
        rows["told"].append(
            (told, story, f"e{event}", "CONSULT", "asserted", day.isoformat(), actor, "[]", "[]",
             "They met on Monday, an official said, and talked for hours.", kept, told)
        )  # fmt: skip
        rows["part"].append((told, f"{story}.p0", "actor"))


def _uneven(chance: random.Random, most: int) -> int:
    """Give a number below `most`, the small ones far more often: as words and names are in the news."""
    return min(most - 1, int(most ** chance.random()) - 1)
