"""A story's rows, laid on the shelf and taken from it."""

from __future__ import annotations

from nongrata.store.record import DossierId, Finding, KeptStory, Member, StoryId, Told
from nongrata.store.sql.database import Database, day_text, json_text, text_of
from nongrata.store.stories.alike import AlikeShelf
from nongrata.store.stories.index_rows import StoryRows
from nongrata.store.stories.once import told_once
from nongrata.store.stories.tellings import TellingShelf
from nongrata.store.stories.turns import free_turn
from nongrata.store.stories.words import WordShelf
from nongrata.values import fold


def delete_rows(database: Database, dossier: DossierId) -> set[StoryId]:
    """Take away the rows of a dossier; give the stories that were of one text or topic with its own."""
    left: set[StoryId] = set()
    for story, turn in database.rows("SELECT id, turn FROM story WHERE dossier = ?", dossier):
        TellingShelf(database).part(StoryId(story))
        database.run("DELETE FROM part WHERE told IN (SELECT id FROM told WHERE story = ?)", story)
        database.run("DELETE FROM told WHERE story = ?", story)
        for table in ("finding", "anchor"):
            database.run(f"DELETE FROM {table} WHERE member IN (SELECT id FROM member WHERE story = ?)", story)
        database.run("DELETE FROM member WHERE story = ?", story)
        left |= AlikeShelf(database).remove(StoryId(story))
        WordShelf(database).remove(turn)
        database.run("DELETE FROM story WHERE id = ?", story)
    return left


def insert_rows(database: Database, rows: StoryRows) -> None:
    """Lay a story's rows on the shelf."""
    turn = free_turn(database, rows.story.kept_at)
    _insert_story(database, rows.story, turn)
    WordShelf(database).put(turn, rows.words)
    for member in rows.members:
        _insert_member(database, member, turn)
    for finding in rows.findings:
        _insert_finding(database, finding, turn)
    for told in rows.told:
        _insert_told(database, told, turn)


def _insert_story(database: Database, story: KeptStory, turn: int) -> None:
    database.run(
        "INSERT INTO story (id, dossier, number, uri, title, agency, language, published, kept_at, exposure, parties,"
        " listed, events, lists, copy_of, topic, turn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(story.id, story.dossier, story.number, story.uri, story.title, story.agency, story.language),
        day_text(story.published),
        *(text_of(story.kept_at), story.exposure, story.parties, story.listed, story.events),
        *(told_once(database, dict(story.made_by)), story.copy_of, story.topic, turn),
    )


def _insert_member(database: Database, member: Member, turn: int) -> None:
    database.run(
        "INSERT INTO member (id, story, party, name, folded, schema, exposure, facts, turn, canonical)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(member.id, member.story, member.party, member.name, fold(member.name), member.schema, member.exposure),
        *(json_text(member.facts), turn, member.canonical),
    )
    for word in set(fold(member.name).split()):
        database.run(
            "INSERT INTO name_word (word, folded) VALUES (?, ?) ON CONFLICT DO NOTHING", word, fold(member.name)
        )
    for anchor in member.anchors:
        database.run(
            "INSERT INTO anchor (member, anchor, canonical) VALUES (?, ?, ?)", member.id, anchor, member.canonical
        )


def _insert_finding(database: Database, finding: Finding, turn: int) -> None:
    database.run(
        "INSERT INTO finding (member, list, entity, caption, verdict, score, turn, in_force)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        *(finding.member, finding.list_id, finding.entity_id, finding.caption, finding.verdict, finding.score, turn),
        None if finding.in_force is None else int(finding.in_force),
    )


def _insert_told(database: Database, told: Told, turn: int) -> None:
    database.run(
        "INSERT INTO told (id, story, event, type, mode, status, at_day, place, actors, recipients, sources, sentence,"
        " turn, happening) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(told.id, told.story, told.event, told.type, told.mode, told.status, told.when, told.place),
        *(json_text(told.actors), json_text(told.recipients), json_text(told.sources), told.sentence),
        *(turn, told.happening),
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
