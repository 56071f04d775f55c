"""Stories across outlets: copies of one text are one text, reports on one event are one topic.

Both are found from what is kept, when a story comes or goes, among the few stories that share its rare words or its
runs of words. A text and a topic go by the id of their oldest story.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from nongrata.dossiers.alike.copies import Shingles, is_near_copy, looked_up, shingles_of
from nongrata.dossiers.alike.profile import Profile, profile_of
from nongrata.dossiers.alike.topics import Rarity, same_event_chance, topics_of
from nongrata.store.database import Database, json_text, maybe_day, packed, unpacked
from nongrata.store.record import StoryId

WINDOW = timedelta(days=30)  # reports on one event lie no further apart
_FLOOR = 0.05  # a chance below is not kept
_NEAR = 0.2  # a chance from which the other's topic is looked through anew
_TELLING = 60  # rare words by which a story is found
_HELD_AGAINST = 80  # stories that a new one is held against
_COPIES = 200  # texts that a new one may be a copy of
_MOST_AT_ONCE = 300  # stories whose topics are found anew together


@dataclass(frozen=True, slots=True)
class AlikeShelf:
    """What stories are about, and which are alike."""

    database: Database

    def add(self, story: StoryId, paragraphs: Iterable[str]) -> None:
        """Keep what a story is about, and find its text and its topic. The story's row is there already."""
        told = tuple(paragraphs)
        profile, shingles = profile_of(told), shingles_of(told)
        self._keep(story, profile, shingles)
        first = self._first_copy(story, shingles)
        if first is not None:
            self._follow(story, first)
            return
        self._compare(story, profile)
        self._find_topics(self._near({story}))

    def remove(self, story: StoryId) -> set[StoryId]:
        """Forget what a story is about; give the other stories of its text and its topic."""
        left = {
            StoryId(row[0])
            for row in self.database.rows(
                "SELECT o.id FROM story s JOIN story o ON o.topic = s.topic OR o.copy_of = s.copy_of"
                " WHERE s.id = ? AND o.id <> s.id",
                story,
            )
        }
        found = self._profile(story)
        for word in () if found is None else _words(found):
            self.database.run("UPDATE word SET stories = stories - 1 WHERE word = ?", word)
        for table in ("profile", "shingle", "telling_word"):
            self.database.run(f"DELETE FROM {table} WHERE story = ?", story)
        self.database.run("DELETE FROM likeness WHERE one = ? OR other = ?", story, story)
        return left

    def settle(self, left: Iterable[StoryId]) -> None:
        """Find the texts and topics of these stories anew, after one of theirs is gone."""
        stories = [each for each in left if self._profile(each) is not None]
        for story in self._by_age(stories):
            first = self._first_copy(story, self._shingles(story))
            if first is None:
                self.database.run("UPDATE story SET copy_of = id, topic = id WHERE id = ?", story)
            else:
                self._follow(story, first)
        self._find_topics(self._near({each for each in stories if self._is_first(each)}))

    def _keep(self, story: StoryId, profile: Profile, shingles: Shingles) -> None:
        held = struct.pack(f">{len(shingles)}Q", *shingles)
        told = {**asdict(profile), "years": sorted(profile.years), "days": sorted(profile.days)}
        self.database.run(
            "INSERT INTO profile (story, packed, shingles) VALUES (?, ?, ?)",
            *(story, packed(json_text(told).encode("utf-8", "replace")), packed(held)),
        )
        for shingle in looked_up(shingles):
            self.database.run("INSERT INTO shingle (shingle, story) VALUES (?, ?)", shingle, story)
        for word in _words(profile):
            self.database.run(
                "INSERT INTO word (word, stories) VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET"
                " stories = word.stories + 1",
                word,
            )

    def _first_copy(self, story: StoryId, shingles: Shingles) -> StoryId | None:
        """Give the oldest story with the same text, older than this one; None where this one is the first."""
        found = self.database.rows(
            "SELECT o.story FROM shingle s JOIN shingle o ON o.shingle = s.shingle AND o.story <> s.story"
            " WHERE s.story = ? GROUP BY o.story ORDER BY count(*) DESC, o.story LIMIT ?",
            *(story, _COPIES),
        )
        copies = [each for (each,) in found if is_near_copy(shingles, self._shingles(StoryId(each)))]
        firsts = [StoryId(row[0]) for each in copies for row in self._rows_of("copy_of", each)]
        oldest = self._by_age({*firsts, story})
        return oldest[0] if oldest[0] != story else None

    def _follow(self, story: StoryId, first: StoryId) -> None:
        """Let a story be a copy of another, and of its topic."""
        self.database.run(
            "UPDATE story SET copy_of = ?, topic = (SELECT topic FROM story WHERE id = ?) WHERE id = ?",
            *(first, first, story),
        )

    def _compare(self, story: StoryId, profile: Profile) -> None:
        """Hold a story against those that share its rare words; keep the chances."""
        rarity = self._rarity()
        words = sorted({*profile.lead, *profile.names}, key=rarity.of, reverse=True)[:_TELLING]
        for word in words:
            self.database.run("INSERT INTO telling_word (word, story) VALUES (?, ?)", word, story)
        for other in self._candidates(story):
            held = self._profile(other)
            chance = 0.0 if held is None else same_event_chance(profile, held, rarity)
            if chance >= _FLOOR:
                one, two = sorted((story, other))
                self.database.run("INSERT INTO likeness (one, other, chance) VALUES (?, ?, ?)", one, two, chance)

    def _candidates(self, story: StoryId) -> list[StoryId]:
        day = self._day(story)
        found = self.database.rows(
            "SELECT o.story FROM telling_word w JOIN telling_word o ON o.word = w.word AND o.story <> w.story"
            " JOIN story s ON s.id = o.story"
            " WHERE w.story = ? AND s.copy_of = s.id"
            " AND substr(coalesce(s.published, s.kept_at), 1, 10) BETWEEN ? AND ?"
            " GROUP BY o.story ORDER BY count(*) DESC, o.story LIMIT ?",
            *(story, (day - WINDOW).isoformat(), (day + WINDOW).isoformat(), _HELD_AGAINST),
        )
        return [StoryId(row[0]) for row in found]

    def _near(self, stories: set[StoryId]) -> set[StoryId]:
        """Give these stories and all of the topics that they may be of."""
        near = set(stories)
        for story in stories:
            found = self.database.rows(
                "SELECT o.id FROM likeness l JOIN story n ON n.id = CASE WHEN l.one = ? THEN l.other ELSE l.one END"
                " JOIN story o ON o.topic = n.topic AND o.copy_of = o.id"
                " WHERE (l.one = ? OR l.other = ?) AND l.chance >= ? ORDER BY o.kept_at DESC LIMIT ?",
                *(story, story, story, _NEAR, _MOST_AT_ONCE),
            )
            near |= {StoryId(row[0]) for row in found}
        return near

    def _find_topics(self, stories: set[StoryId]) -> None:
        chances: dict[tuple[str, str], float] = {}
        for story in stories:
            for other, chance in self.database.rows("SELECT other, chance FROM likeness WHERE one = ?", story):
                chances[story, other] = chance
        for each, topic in topics_of(self._by_age(stories), chances).items():
            self.database.run("UPDATE story SET topic = ? WHERE copy_of = ? AND topic <> ?", topic, each, topic)

    def _rarity(self) -> Rarity:
        held: dict[str, int] = {}

        def holding(word: str) -> int:
            if word not in held:
                found = self.database.rows("SELECT stories FROM word WHERE word = ?", word)
                held[word] = max(found[0][0], 0) if found else 0
            return held[word]

        return Rarity(int(self.database.rows("SELECT count(*) FROM profile")[0][0]), holding)

    def _profile(self, story: StoryId) -> Profile | None:
        found = self.database.rows("SELECT packed FROM profile WHERE story = ?", story)
        if not found:
            return None
        told = json.loads(unpacked(bytes(found[0][0])))
        return Profile(**{**told, "years": frozenset(told["years"]), "days": frozenset(told["days"])})

    def _shingles(self, story: StoryId) -> Shingles:
        found = self.database.rows("SELECT shingles FROM profile WHERE story = ?", story)
        held = unpacked(bytes(found[0][0])) if found else b""
        return struct.unpack(f">{len(held) // 8}Q", held)

    def _by_age(self, stories: Iterable[StoryId]) -> list[StoryId]:
        rows = [row for each in stories for row in self._rows_of("kept_at, id", each)]
        return [StoryId(row[1]) for row in sorted(rows)]

    def _rows_of(self, columns: str, story: str) -> list[tuple[str, ...]]:
        return self.database.rows(f"SELECT {columns} FROM story WHERE id = ?", story)

    def _is_first(self, story: StoryId) -> bool:
        return self._rows_of("copy_of", story) == [(story,)]

    def _day(self, story: StoryId) -> date:
        day = maybe_day(self._rows_of("substr(coalesce(published, kept_at), 1, 10)", story)[0][0])
        assert day is not None
        return day


def _words(profile: Profile) -> set[str]:
    return {*profile.words, *profile.lead, *profile.names, *profile.numbers}
