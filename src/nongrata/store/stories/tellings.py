"""Which tellings in the stories on one topic are of the same event."""

from __future__ import annotations

import json
from dataclasses import dataclass

from nongrata.screening.judged import name_key
from nongrata.store.record import StoryId, ToldId
from nongrata.store.sql.database import Database, Row
from nongrata.store.stories.same_event import Act, act_day, is_same_act
from nongrata.values import fold

_MOST = 2_000  # tellings of one topic that a new one is held against
_COLUMNS = "t.id, t.happening, t.type, t.actors, t.recipients, t.at_day, t.sentence"


@dataclass(frozen=True, slots=True)
class TellingShelf:
    """The events of all stories, made one where they are one."""

    database: Database

    def unite(self, story: StoryId) -> None:
        """Find the events of a story among those that other stories on its topic told before."""
        others = self._told("s.topic = (SELECT topic FROM story WHERE id = ?) AND s.id <> ?", story, story)
        held = [(happening, self._act(row)) for _told, happening, row in others]
        for told, own, row in self._told("s.id = ?", story):
            act = self._act(row)
            first = next((happening for happening, other in held if is_same_act(act, other)), ToldId(told))
            if first != own:
                self.database.run("UPDATE told SET happening = ? WHERE id = ?", first, told)

    def part(self, story: StoryId) -> None:
        """Let go of a story's events: those that went by the id of one of them go by the oldest that is left."""
        for (own,) in self.database.rows("SELECT id FROM told WHERE story = ?", story):
            left = self.database.rows(
                "SELECT id FROM told WHERE happening = ? AND story <> ? ORDER BY turn, id", own, story
            )
            for (told,) in left:
                self.database.run("UPDATE told SET happening = ? WHERE id = ?", left[0][0], told)

    def _told(self, where: str, *values: str) -> list[tuple[str, ToldId, Row]]:
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM told t JOIN story s ON s.id = t.story WHERE {where}"
            f" ORDER BY t.turn, t.id LIMIT {_MOST}",
            *values,
        )
        return [(row[0], ToldId(row[1]), row[2:]) for row in found]

    def _act(self, row: Row) -> Act:
        type_, actors, recipients, day, sentence = row
        return Act(
            type=type_,
            actors=frozenset(known for actor in json.loads(actors) for known in self._known(actor)),
            recipients=frozenset(known for actor in json.loads(recipients) for known in self._known(actor)),
            when=act_day(day),
            sentence=fold(sentence),
        )

    def _known(self, actor: str) -> tuple[str, ...]:
        """Give all that an actor is known by. On one topic a name is enough: two of a name rarely do the same thing."""
        kind, _colon, rest = actor.partition(":")
        if kind != "party":
            return (f"{kind}:{name_key(rest)}",)
        found = self.database.rows("SELECT canonical, name FROM member WHERE id = ?", rest)
        return tuple(known for canonical, name in found for known in (canonical, f"text:{name_key(name)}"))
