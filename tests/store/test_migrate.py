"""A store that an earlier nongrata laid out, brought to the newest step."""

from __future__ import annotations

from datetime import UTC, date, datetime

from nongrata.settings import Settings
from nongrata.store.migrate import migrate
from nongrata.store.opened import DATABASES, open_store
from nongrata.store.sql.database import Database, packed
from nongrata.store.stories.happenings import EventQuery
from nongrata.store.stories.query import StoryQuery
from nongrata.store.stories.traces import TraceShelf
from nongrata.store.stories.turns import turn_of

RUN = (1 << 40) + 8  # of 63 bits, as they were kept
PROFILE = b'{"words":{"quay":1},"lead":{"quay":1},"names":{},"numbers":{},"years":[],"days":[]}'
MADE_BY = '{"eu_fsf":"2026-05-01"}'
STORIES = (
    (1, "d.1", "First", "2026-03-01T12:00:00.000007+00:00", "the old quay"),
    (2, "d.2", "Second", "2026-03-01T12:00:00.000007+00:00", "a quay so old"),
    (3, "d.3", "Third", "2026-04-02T12:00:00.000000+00:00", "the sea"),
)
ROWS = (
    "INSERT INTO member (id, story, party, name, folded, schema, exposure, facts, kept_at, canonical) VALUES"
    " ('d.3.p1', 'd.3', 'p1', 'Anna Orlova', 'anna orlova', 'Person', 'listed', '[]',"
    " '2026-04-02T12:00:00.000000+00:00', 'd.3.p1')",
    "INSERT INTO name_word (word, folded) VALUES ('orlova', 'anna orlova')",
    "INSERT INTO finding (member, list, entity, caption, verdict, score) VALUES"
    " ('d.3.p1', 'us_ofac_sdn', '7', 'ORLOVA', 'match', 0.9)",
    "INSERT INTO told (id, story, event, type, status, actors, recipients, sources, sentence, kept_at, happening)"
    " VALUES ('d.3.e1', 'd.3', 'e1', 'CONSULT', 'asserted', '[]', '[]', '[]', '', '2026-04-02', 'd.3.e1')",
    "INSERT INTO word (word, stories) VALUES ('quay', 2)",
    f"INSERT INTO shingle (shingle, story) VALUES ({RUN}, 'd.1')",
    "INSERT INTO telling_word (word, story) VALUES ('quay', 'd.1')",
    "INSERT INTO likeness (one, other, chance) VALUES ('d.1', 'd.2', 0.9)",
)


def lay_out_as_the_fourth_step_did(database: Database) -> None:
    migrate(database, "here", to=4)
    kept_at = STORIES[0][3]
    database.run("INSERT INTO dossier (id, uri, kept_at, answer) VALUES ('d', 'u', ?, 1)", kept_at)
    for number, story, title, kept_at, words in STORIES:
        database.run(
            "INSERT INTO story (id, dossier, number, uri, title, language, published, kept_at, exposure, parties,"
            " listed, events, made_by, copy_of, topic) VALUES"
            " (?, 'd', ?, 'u', ?, 'en', '2026-02-28', ?, 'listed', 1, 1, 1, ?, ?, 'd.1')",
            *(story, number, title, kept_at, MADE_BY, story),
        )
        into = f"INSERT INTO story_words (story, words) VALUES (?, {database.dialect.as_words})"
        database.run(into, story, words)
        insert = "INSERT INTO profile (story, packed, shingles) VALUES (?, ?, ?)"
        database.run(insert, story, packed(PROFILE), packed(RUN.to_bytes(8, "big")))
    for statement in ROWS:
        database.run(statement)


def test_a_store_of_before_is_brought_up_with_all_that_it_held(store_settings: Settings) -> None:
    url = store_settings.store or f"sqlite:///{store_settings.home / 'store.sqlite3'}"
    scheme, _, rest = url.partition("://")
    database = DATABASES[scheme](url, rest)
    lay_out_as_the_fourth_step_did(database)
    database.close()

    store = open_store(store_settings)

    def titles(query: StoryQuery) -> list[str | None]:
        return [each.title for each in store.stories.find(query)]

    assert titles(StoryQuery()) == ["Third", "Second", "First"]
    assert titles(StoryQuery(words="quay")) == ["Second", "First"]
    assert titles(StoryQuery(words="qu")) == ["Second", "First"]
    assert titles(StoryQuery(words='"old quay"')) == ["First"]
    assert titles(StoryQuery(entry=("us_ofac_sdn", "7"))) == ["Third"]
    assert [each.name for each in store.parties.named("orl")] == ["Anna Orlova"]
    assert [each.id for each in store.happenings.find(EventQuery())] == ["d.3.e1"]
    traces, turn = TraceShelf(store.database), turn_of(datetime(2026, 3, 1, 12, 0, 0, 7, tzinfo=UTC))
    trace = traces.get(turn)
    assert trace is not None
    assert (trace.day, trace.shingles) == (date(2026, 2, 28), (8,))
    assert traces.sharing_words(turn + 1, trace.day, ("quay",)) == [turn] == traces.sharing_runs(turn + 1, trace)
    traces.remove(turn)
    assert traces.sharing_words(turn + 1, trace.day, ("quay",)) == [] == traces.sharing_runs(turn + 1, trace)
    assert [dict(each.made_by) for each in store.stories.find(StoryQuery())] == [{"eu_fsf": "2026-05-01"}] * 3
    assert store.database.rows("SELECT one, other FROM trace_likeness") == [(turn, turn + 1)]
    store.close()
