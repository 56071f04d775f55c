"""A story's rows, laid on the shelf and taken from it."""

from __future__ import annotations

from nongrata.store.alike import AlikeShelf
from nongrata.store.database import Database, day_text, json_text, text_of
from nongrata.store.index_rows import StoryRows
from nongrata.store.record import DossierId, Finding, KeptStory, Member, StoryId, Told
from nongrata.store.tellings import TellingShelf
from nongrata.values import fold


def delete_rows(database: Database, dossier: DossierId) -> set[StoryId]:
    """Take away the rows of a dossier; give the stories that were of one text or topic with its own."""
    left: set[StoryId] = set()
    for (story,) in database.rows("SELECT id FROM story WHERE dossier = ?", dossier):
        TellingShelf(database).part(StoryId(story))
        database.run("DELETE FROM part WHERE told IN (SELECT id FROM told WHERE story = ?)", story)
        database.run("DELETE FROM told WHERE story = ?", story)
        for table in ("finding", "anchor"):
            database.run(f"DELETE FROM {table} WHERE member IN (SELECT id FROM member WHERE story = ?)", story)
        database.run("DELETE FROM member WHERE story = ?", story)
        left |= AlikeShelf(database).remove(StoryId(story))
        database.run("DELETE FROM story_words WHERE story = ?", story)
        database.run("DELETE FROM story WHERE id = ?", story)
    return left


def insert_rows(database: Database, rows: StoryRows) -> None:
    """Lay a story's rows on the shelf."""
    _insert_story(database, rows.story)
    database.run(
        f"INSERT INTO story_words (story, words) VALUES (?, {database.dialect.as_words})", rows.story.id, rows.words
    )
    for member in rows.members:
        _insert_member(database, member, text_of(rows.story.kept_at))
    for finding in rows.findings:
        _insert_finding(database, finding)
    for told in rows.told:
        _insert_told(database, told, text_of(rows.story.kept_at))


def _insert_story(database: Database, story: KeptStory) -> None:
    database.run(
        "INSERT INTO story (id, dossier, number, uri, title, agency, language, published, kept_at, exposure, parties,"
        " listed, events, made_by, copy_of, topic) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(story.id, story.dossier, story.number, story.uri, story.title, story.agency, story.language),
        day_text(story.published),
        *(text_of(story.kept_at), story.exposure, story.parties, story.listed, story.events),
        *(json_text(dict(story.made_by)), story.copy_of, story.topic),
    )


def _insert_member(database: Database, member: Member, kept_at: str) -> None:
    database.run(
        "INSERT INTO member (id, story, party, name, folded, schema, exposure, facts, kept_at, canonical)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(member.id, member.story, member.party, member.name, fold(member.name), member.schema, member.exposure),
        *(json_text(member.facts), kept_at, member.canonical),
    )
    for word in set(fold(member.name).split()):
        database.run(
            "INSERT INTO name_word (word, folded) VALUES (?, ?) ON CONFLICT DO NOTHING", word, fold(member.name)
        )
    for anchor in member.anchors:
        database.run(
            "INSERT INTO anchor (member, anchor, canonical) VALUES (?, ?, ?)", member.id, anchor, member.canonical
        )


def _insert_finding(database: Database, finding: Finding) -> None:
    database.run(
        "INSERT INTO finding (member, list, entity, caption, verdict, score, in_force) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        *(finding.member, finding.list_id, finding.entity_id, finding.caption, finding.verdict, finding.score),
        None if finding.in_force is None else int(finding.in_force),
    )


def _insert_told(database: Database, told: Told, kept_at: str) -> None:
    database.run(
        "INSERT INTO told (id, story, event, type, mode, status, at_day, place, actors, recipients, sources, sentence,"
        " kept_at, happening) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(told.id, told.story, told.event, told.type, told.mode, told.status, told.when, told.place),
        *(json_text(told.actors), json_text(told.recipients), json_text(told.sources), told.sentence),
        *(kept_at, told.happening),
    )
    for role, actors in (("actor", told.actors), ("recipient", told.recipients), ("source", told.sources)):
        for actor in dict.fromkeys(actors):
            if actor.startswith("party:"):
                database.run(
                    "INSERT INTO part (told, member, role) VALUES (?, ?, ?)",
                    told.id,
                    actor.removeprefix("party:"),
                    role,
                )
