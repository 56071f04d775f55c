"""Very many dossiers laid into a PostgreSQL by the server itself, as the shelves lay them: for `python -m bench store`.

Words, names and sizes are as uneven as the news is: a few words in half of all stories and most in a few, a few listed
parties in very many stories, names that stand once. A text is one of some hundred made ones with words of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from random import Random
from time import perf_counter
from typing import LiteralString

import psycopg

from nongrata.dossiers.alike.copies import shingles_of
from nongrata.dossiers.alike.profile import profile_of
from nongrata.store.stories.traces import packed_trace

MONTHS = 24
_FIRST = 1_732_924_800_000_000_000  # turns begin on 30 November 2024
_SPAN = MONTHS * 365 * 86_400 // 12 * 1_000_000  # microseconds
_BATCH = 50_000
VOCABULARY = 60_000
_TEXTS, _WORDS = 400, 220
_ANSWER = 2_000  # bytes of an answer, packed: the mean of the stories of a desk, without what it was made by

Statements = tuple[LiteralString, ...]

_SERVER: Statements = ("ALTER SYSTEM SET max_wal_size = '6GB'", "SELECT pg_reload_conf()", "SELECT setseed(0.17)")
_SESSION: Statements = (
    "SELECT setseed(0.17)",
    "SET maintenance_work_mem = '500MB'",
    "SET work_mem = '200MB'",
    "SET max_parallel_workers_per_gather = 0",
    "SET max_parallel_maintenance_workers = 0",
    "SET session_replication_role = replica",  # no look-up of each row's keys while they are laid in
)

_BEFORE: Statements = (
    """CREATE FUNCTION made_turns(first bigint, step bigint, since bigint, until bigint)
       RETURNS TABLE (n bigint, turn bigint) LANGUAGE sql IMMUTABLE
       AS 'SELECT n, first + n * step FROM generate_series(since, until - 1) n'""",
    """CREATE FUNCTION uneven(most int) RETURNS int LANGUAGE sql VOLATILE
       RETURN least(most - 1, power(most, random())::int - 1 + (random() * 0.4)::int)""",
    """CREATE FUNCTION some_words(many int, most int, salt bigint) RETURNS text LANGUAGE sql VOLATILE
       RETURN (SELECT string_agg('w' || uneven(most) || 'x', ' ') FROM generate_series(1, many) WHERE salt >= 0)""",
    "CREATE UNLOGGED TABLE made_text (t int, words tsvector, answer bytea, profile bytea, shingles bytea)",
    """CREATE UNLOGGED TABLE made_own AS SELECT t, some_words(9, 60000, t) AS title,
       to_tsvector('simple', some_words(25, 60000, t)) AS words FROM generate_series(0, 3999) t""",
    """CREATE UNLOGGED TABLE made_rare AS SELECT t, array_agg('w' || (uneven(1500) * 40 + g)::text || 'x') AS words
       FROM generate_series(0, 7999) t, generate_series(0, 19) half,
         LATERAL (SELECT half + 20 * (t / 4000) AS g) at GROUP BY t""",
    """INSERT INTO told_once (digest, text) VALUES ('lists',
         '{"eu_fsf":"2026-05-01","uk_fcdo":"2026-08-20","un_sc":"2026-08-01","us_ofac_sdn":"2026-08"}')""",
    """CREATE UNLOGGED TABLE made (n bigint, own text, story text, turn bigint, kept_at text, exposure text)""",
    """CREATE UNLOGGED TABLE made_cast (story text, turn bigint, p int, listed int, name text)""",
)

_READY: Statements = (
    """CREATE UNLOGGED TABLE made_all AS SELECT o.t, o.words || m.words AS words
       FROM made_own o JOIN made_text m ON m.t = o.t % 400""",
    "ANALYZE made_text, made_own, made_rare, made_all",
)

_LAY: Statements = (
    "TRUNCATE made",
    "TRUNCATE made_cast",
    """INSERT INTO made SELECT n, md5(n::text), md5(n::text) || '.1', %(first)s + n * %(step)s,
       to_char(to_timestamp((%(first)s + n * %(step)s) / 1000000000.0) AT TIME ZONE 'UTC',
               'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
       CASE WHEN n < 3000 OR random() < 0.6 THEN 'listed' WHEN random() < 0.001 THEN 'owned' ELSE 'none' END
       FROM generate_series(%(from)s::bigint, %(to)s::bigint - 1) n""",
    """INSERT INTO made_cast SELECT story, turn, p, listed, CASE WHEN listed IS NULL
         THEN 'Other' || (random() * 400000)::int || ' Person' || (random() * 5000)::int
         ELSE 'Listed' || listed || ' Name' || listed %% 700 END
       FROM (SELECT story, turn, p, CASE WHEN exposure <> 'listed' OR p > 1 THEN NULL
               WHEN n < 3000 AND p = 0 THEN n::int ELSE uneven(3000) END AS listed
             FROM made, generate_series(0, 4) p) picked""",
    """INSERT INTO dossier (id, uri, kept_at, answer)
       SELECT own, 'https://news' || n %% 400 || '.example/' || n, kept_at, 1 FROM made""",
    """INSERT INTO answer (dossier, number, digest, kept_at, packed, made_by) SELECT own, 1, md5(own), kept_at,
       decode(md5(own), 'hex') || answer, 1 FROM made JOIN made_text ON t = n %% 400""",
    """INSERT INTO story (id, dossier, number, uri, title, agency, language, published, kept_at, exposure, parties,
         listed, events, lists, copy_of, topic, turn)
       SELECT story, own, 1, 'https://news' || n %% 400 || '.example/' || n, title, 'Reuters', 'en',
         substr(kept_at, 1, 10), kept_at, exposure, 5, CASE exposure WHEN 'listed' THEN 2 ELSE 0 END, 3, 1,
         story, story, turn FROM made JOIN made_own ON t = n * 7919 %% 4000""",
    """INSERT INTO member (id, story, party, name, folded, schema, exposure, facts, turn, canonical)
       SELECT story || '.p' || p, story, 'p' || p, name, lower(name), 'Person',
         CASE WHEN listed IS NULL THEN 'none' ELSE 'listed' END, '[["position","minister"]]', turn,
         CASE WHEN listed IS NULL THEN story || '.p' || p ELSE md5(listed::text) || '.1.p0' END FROM made_cast""",
    """INSERT INTO anchor (member, anchor, canonical) SELECT story || '.p' || p, list || ':' || listed,
         md5(listed::text) || '.1.p0' FROM made_cast, unnest(array['us_ofac_sdn', 'eu_fsf']) list
       WHERE listed IS NOT NULL""",
    """INSERT INTO finding (member, list, entity, caption, verdict, score, turn, in_force)
       SELECT story || '.p' || p, list, listed, name, 'match', 0.98, turn, 1
       FROM made_cast, unnest(array['us_ofac_sdn', 'eu_fsf']) list WHERE listed IS NOT NULL""",
    """INSERT INTO told (id, story, event, type, status, at_day, actors, recipients, sources, sentence, turn, happening)
       SELECT story || '.e' || e, story, 'e' || e,
         (array['CONSULT', 'CONSULT', 'ACCUSE', 'AID', 'COERCE', 'SANCTION', 'REQUEST', 'AGREE'])[1 + uneven(8)],
         'asserted', substr(kept_at, 1, 10), '["party:' || story || '.p0"]', '["country:us"]', '[]',
         'They met on Monday, an official said, and talked for hours about the delivery of machines to the plant.',
         turn, story || '.e' || e FROM made, generate_series(1, 3) e""",
    """INSERT INTO part (told, member, role) SELECT story || '.e' || e, story || '.p0', 'actor'
       FROM made, generate_series(1, 3) e""",
    """INSERT INTO alert (id, rule, story, made_at, says, about, state) SELECT own, 'listed_party_acts', story, kept_at,
         'Somebody who is listed met others.', '{}', CASE WHEN n %% 200 = 0 THEN 'new' ELSE 'closed' END
       FROM made WHERE exposure = 'listed'""",
)

_NAMES: LiteralString = """INSERT INTO name_word SELECT DISTINCT word, folded
   FROM (SELECT DISTINCT folded FROM member) named, unnest(string_to_array(folded, ' ')) word"""

_LAY_WORDS: Statements = (
    """SELECT make_month_of_words(min(turn))::text
       FROM made_turns(%(first)s, %(step)s, %(from)s, %(to)s) made
       GROUP BY date_trunc('month', to_timestamp(turn / 1000000000) AT TIME ZONE 'UTC')""",
    """INSERT INTO story_words (turn, words)
       SELECT turn, made_all.words || array_to_tsvector(array['only' || n / 7])
       FROM made_turns(%(first)s, %(step)s, %(from)s, %(to)s) made JOIN made_all ON t = n * 7919 %% 4000""",
)

_LAY_TRACES: Statements = (
    """INSERT INTO trace (turn, day, profile, shingles) SELECT turn, turn / 86400000000000 + 719163, profile, shingles
       FROM made_turns(%(first)s, %(step)s, %(from)s, %(to)s) made JOIN made_text ON t = n %% 400""",
    """INSERT INTO trace_run (run, turn)
       SELECT DISTINCT hashint8extended(n * 24 + g, 7) & 4294967288, turn
       FROM made_turns(%(first)s, %(step)s, %(from)s, %(to)s) made, generate_series(1, 24) g""",
    """INSERT INTO trace_word (word, day, turn) SELECT word, turn / 86400000000000 + 719163, turn
       FROM made_turns(%(first)s, %(step)s, %(from)s, %(to)s) made,
         LATERAL (VALUES (n * 7919 %% 4000), (4000 + n / 3 %% 3989)) half (h)
         JOIN made_rare ON t = h, unnest(words) word""",
)

_COUNTS: Statements = (
    "INSERT INTO word SELECT word, count(*) FROM trace_word GROUP BY word",
    "INSERT INTO word SELECT '', count(*) FROM trace ON CONFLICT (word) DO UPDATE SET stories = excluded.stories",
)

# Each with tables of its own, which nothing else refers to: they are laid in side by side.
_LOTS: tuple[tuple[tuple[str, ...], Statements, Statements], ...] = (
    (("story_words",), _LAY_WORDS, ()),
    (("trace", "trace_run", "trace_word"), _LAY_TRACES, _COUNTS),
    (("dossier", "answer", "story", "member", "anchor", "finding", "told", "part", "alert"), _LAY, (_NAMES,)),
)


def lay_in(url: str, count: int) -> float:
    """Lay the dossiers in, without indexes, which are made afterwards as the migrations make them; give the seconds."""
    began = perf_counter()
    with psycopg.connect(url, autocommit=True) as line:
        for each in _SERVER:
            line.execute(each)
        for each in _BEFORE:
            line.execute(each)
        with line.cursor() as cursor:
            cursor.executemany("INSERT INTO made_text VALUES (%s, to_tsvector('simple', %s), %s, %s, %s)", _texts())
        for each in _READY:
            line.execute(each)
        with ThreadPoolExecutor(len(_LOTS)) as at_once:
            for laid in [at_once.submit(_lay_lot, url, count, *lot) for lot in _LOTS]:
                laid.result()
        line.execute("ANALYZE")
    return perf_counter() - began


def _lay_lot(url: str, count: int, tables: tuple[str, ...], statements: Statements, after: Statements) -> None:
    """Lay a lot in, in one transaction: of tables emptied in it nothing is logged (wal_level=minimal)."""
    with psycopg.connect(url, autocommit=True) as line, line.transaction():
        for each in _SESSION:
            line.execute(each)
        line.execute(f"TRUNCATE {', '.join(tables)} CASCADE".encode())
        indexes = _without_indexes(line, tables)
        for first in range(0, count, _BATCH):
            told = {"first": _FIRST, "step": _SPAN // count * 1_000, "from": first, "to": min(count, first + _BATCH)}
            for statement in statements:
                line.execute(statement, told)
        for index in indexes:
            line.execute(index.encode())
        for statement in after:
            line.execute(statement)


def _texts() -> Iterator[tuple[int, str, bytes, bytes, bytes]]:
    """Give the made texts, each with an answer as long as those of a desk, and its trace."""
    chance = Random(17)
    for number in range(_TEXTS):
        words = (f"W{min(VOCABULARY - 1, int(VOCABULARY ** chance.random()) - 1)}x" for _ in range(_WORDS))
        paragraphs = [" ".join(islice(words, _WORDS // 5)) + "." for _ in range(5)]
        profile, shingles = packed_trace(profile_of(paragraphs), shingles_of(paragraphs))
        yield number, " ".join(paragraphs), chance.randbytes(_ANSWER), profile, shingles


def _without_indexes(line: psycopg.Connection[tuple[object, ...]], tables: Sequence[str]) -> list[str]:
    """Take away what slows the laying in; give the statements that bring it back."""
    found = line.execute(
        "SELECT c.conname, pg_get_constraintdef(c.oid), c.conrelid::regclass::text FROM pg_constraint c"
        " WHERE c.contype = 'p' AND c.conrelid::regclass::text = ANY(%s) AND c.conrelid::regclass::text <> ALL(%s)",
        (list(tables), ["dossier", "story", "member", "told", "alert", "story_words"]),
    ).fetchall()
    keys = [f"ALTER TABLE {table} ADD CONSTRAINT {name} {told}" for name, told, table in found]
    for name, _told, table in found:
        line.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}".encode())
    held = line.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY(%s)"
        " AND indexname NOT LIKE '%%_pkey'",
        (list(tables),),
    ).fetchall()
    for name, _told in held:
        line.execute(f"DROP INDEX {name}".encode())
    return [*keys, *(str(told).replace(" ON ONLY ", " ON ") for _name, told in held)]
