"""Stories across outlets: copies of one text are one text, reports on one event are one topic.

Both are found from what is kept, when a story comes or goes, among the few stories that share its rare words or its
runs of words. A text and a topic go by the id of their oldest story; which is older, their turns tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.dossiers.alike.copies import is_near_copy
from nongrata.dossiers.alike.topics import same_event_chance, topics_of
from nongrata.store.record import StoryId
from nongrata.store.sql.database import Database, maybe_day
from nongrata.store.stories.traces import Trace, TraceShelf

_FLOOR = 0.05  # a chance below is not kept
_NEAR = 0.2  # a chance from which the other's topic is looked through anew
_MOST_AT_ONCE = 300  # stories whose topics are found anew together


@dataclass(frozen=True, slots=True)
class AlikeShelf:
    """What stories are about, and which are alike."""

    database: Database

    @property
    def traces(self) -> TraceShelf:
        """What is kept of the stories' words."""
        return TraceShelf(self.database)

    def add(self, story: StoryId, paragraphs: Iterable[str]) -> None:
        """Keep what a story is about, and find its text and its topic. The story's row is there already."""
        turn, day = self._turn_and_day(story)
        trace = self.traces.put(turn, tuple(paragraphs), day=day)
        first = self._first_copy(turn, trace)
        if first is not None:
            self._follow(turn, first)
            return
        self._compare(turn, trace)
        self._find_topics(self._near({turn}))

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
        turn, _day = self._turn_and_day(story)
        self.traces.remove(turn)
        self.database.run("DELETE FROM trace_likeness WHERE one = ? OR other = ?", turn, turn)
        return left

    def settle(self, left: Iterable[StoryId]) -> None:
        """Find the texts and topics of these stories anew, after one of theirs is gone."""
        traces = {turn: self.traces.get(turn) for turn in sorted(self._turn_and_day(each)[0] for each in left)}
        for turn, trace in traces.items():
            first = None if trace is None else self._first_copy(turn, trace)
            if first is None:
                self.database.run("UPDATE story SET copy_of = id, topic = id WHERE turn = ?", turn)
            else:
                self._follow(turn, first)
        self._find_topics(self._near(set(self._firsts([turn for turn, trace in traces.items() if trace]))))

    def _first_copy(self, turn: int, trace: Trace) -> int | None:
        """Give the oldest story with the same text, older than this one; None where this one is the first."""
        held = self.traces.each_of(self.traces.sharing_runs(turn, trace))
        copies = [other for other, found in held.items() if is_near_copy(trace.shingles, found.shingles)]
        asked = "SELECT f.turn FROM story s JOIN story f ON f.id = s.copy_of WHERE s.turn = ?"
        firsts = [int(row[0]) for each in copies for row in self.database.rows(asked, each)]
        oldest = min((*firsts, turn))
        return oldest if oldest != turn else None

    def _follow(self, turn: int, first: int) -> None:
        """Let a story be a copy of another, and of its topic."""
        self.database.run(
            "UPDATE story SET copy_of = (SELECT id FROM story WHERE turn = ?),"
            " topic = (SELECT topic FROM story WHERE turn = ?) WHERE turn = ?",
            *(first, first, turn),
        )

    def _compare(self, turn: int, trace: Trace) -> None:
        """Hold a story against those that share its rare words; keep the chances."""
        telling = self.traces.telling(trace)
        self.traces.tell(turn, trace.day, telling)
        held = self.traces.each_of(self._firsts(self.traces.sharing_words(turn, trace.day, telling)))
        rarity = self.traces.rarity([trace, *held.values()])
        chances = {
            (turn, other): same_event_chance(trace.profile, found.profile, rarity) for other, found in held.items()
        }
        self.traces.liken({pair: chance for pair, chance in chances.items() if chance >= _FLOOR})

    def _near(self, turns: set[int]) -> set[int]:
        """Give these stories and all of the topics that they may be of."""
        near = set(turns)
        for turn in turns:
            found = self.database.rows(
                "SELECT o.turn FROM (SELECT other AS near FROM trace_likeness WHERE one = ? AND chance >= ?"
                " UNION ALL SELECT one FROM trace_likeness WHERE other = ? AND chance >= ?) l"
                " JOIN story n ON n.turn = l.near"
                " JOIN story o ON o.topic = n.topic AND o.copy_of = o.id ORDER BY o.turn DESC LIMIT ?",
                *(turn, _NEAR, turn, _NEAR, _MOST_AT_ONCE),
            )
            near |= {int(row[0]) for row in found}
        return near

    def _find_topics(self, turns: set[int]) -> None:
        chances: dict[tuple[str, str], float] = {}
        ids = {turn: self._id(turn) for turn in sorted(turns)}
        for turn, story in ids.items():
            asked = "SELECT other, chance FROM trace_likeness WHERE one = ?"
            for other, chance in self.database.rows(asked, turn):
                if other in ids:
                    chances[story, ids[other]] = chance
        for each, topic in topics_of(list(ids.values()), chances).items():
            self.database.run("UPDATE story SET topic = ? WHERE copy_of = ? AND topic <> ?", topic, each, topic)

    def _id(self, turn: int) -> StoryId:
        return StoryId(self.database.rows("SELECT id FROM story WHERE turn = ?", turn)[0][0])

    def _firsts(self, turns: Sequence[int]) -> list[int]:
        """Give those of these stories that are no copies, in their order."""
        if not turns:
            return []
        asked = f"SELECT turn FROM story WHERE copy_of = id AND turn IN ({', '.join('?' * len(turns))})"
        firsts = {int(row[0]) for row in self.database.rows(asked, *turns)}
        return [turn for turn in turns if turn in firsts]

    def _turn_and_day(self, story: StoryId) -> tuple[int, date]:
        asked = "SELECT turn, substr(coalesce(published, kept_at), 1, 10) FROM story WHERE id = ?"
        turn, told = self.database.rows(asked, story)[0]
        day = maybe_day(told)
        assert day is not None
        return int(turn), day
