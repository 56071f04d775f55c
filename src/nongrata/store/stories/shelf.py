"""The stories listed and searched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nongrata.store.parties import canonical_of
from nongrata.store.record import DossierId, KeptStory, StoryId
from nongrata.store.sql.database import Database, Row, Value, maybe_day, moment_of
from nongrata.store.stories.query import DAY, Condition, StoryQuery, among, conditions, together
from nongrata.store.stories.turns import LAST
from nongrata.store.stories.words import WordShelf, phrases_of

_COLUMNS = (
    "s.id, s.dossier, s.number, s.uri, s.title, s.agency, s.language, s.published, s.kept_at, s.exposure, s.parties,"
    " s.listed, s.events, (SELECT text FROM told_once WHERE id = s.lists), s.copy_of, s.topic"
)
_FEW = 2_000  # stories of some days that are looked at one by one
_CHUNK, _LONGEST = 64, 4_096


@dataclass(frozen=True, slots=True)
class StoryShelf:
    """The stories."""

    database: Database

    def get(self, story: StoryId) -> KeptStory | None:
        """Give a story's row."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM story s WHERE s.id = ?", story)
        return _story(found[0]) if found else None

    def of_dossier(self, dossier: DossierId) -> tuple[KeptStory, ...]:
        """Give the stories of a dossier, in their order."""
        found = self.database.rows(f"SELECT {_COLUMNS} FROM story s WHERE s.dossier = ? ORDER BY s.number", dossier)
        return tuple(map(_story, found))

    def find(self, query: StoryQuery) -> tuple[KeptStory, ...]:
        """Give the stories asked for, those kept last first; where days alone are asked for, the last day first."""
        rest, walk = self._asked(query)
        if walk is None:
            days = "" if query.since is query.until is None else f"{DAY} DESC, "
            found = self._rows(_COLUMNS, rest, f" ORDER BY {days}s.turn DESC LIMIT ?", query.limit)
            return tuple(map(_story, found))
        stories: list[KeptStory] = []
        for turns in walk:
            if turns:
                found = self._rows(_COLUMNS, (*rest, among(turns)), " ORDER BY s.turn DESC LIMIT ?", query.limit)
                stories += map(_story, found)
            if len(stories) >= query.limit:
                break
        return tuple(stories[: query.limit])

    def count(self, query: StoryQuery, *, most: int = LAST) -> int:
        """Give how many stories are asked for, on all pages; counted to `most`, where more need not be known."""
        phrases = phrases_of(query.words)
        if phrases and query == StoryQuery(words=query.words, limit=query.limit):
            return WordShelf(self.database).count(phrases, most)
        rest, walk = self._asked(query)
        if walk is None:
            condition, values = together(rest)
            held = f"SELECT 1 FROM story s WHERE {condition} LIMIT ?"
            return int(self.database.rows(f"SELECT count(*) FROM ({held}) held", *values, most)[0][0])
        counted = 0
        for turns in walk:
            counted += self._rows("count(*)", (*rest, among(turns)))[0][0] if rest and turns else len(turns)
            if counted >= most:
                break
        return min(counted, most)

    def _rows(self, columns: str, asked: Sequence[Condition], behind: str = "", *more: Value) -> list[Row]:
        condition, values = together(asked)
        return self.database.rows(f"SELECT {columns} FROM story s WHERE {condition}{behind}", *values, *more)

    def _asked(self, query: StoryQuery) -> tuple[tuple[Condition, ...], Iterator[list[int]] | None]:
        """Give the conditions, and the turns of what may fulfil them, the newest first; None where an index tells."""
        phrases, rest = phrases_of(query.words), tuple(conditions(query))
        below = LAST if query.before is None else self._turn(query.before)
        if query.words.strip() and not phrases:
            return (("1 = 0", ()),), None  # no letter or digit in it
        if query.party is not None or query.entry is not None:
            return rest, self._with(phrases, self._of_party(query, below))
        if not phrases:
            return (*rest, *self._before(query, below)), None
        if self._are_few_days(query):
            return rest, self._with(phrases, self._of_days(query, below))
        return rest, WordShelf(self.database).newest(phrases, below=below)

    def _with(self, phrases: tuple[str, ...], walk: Iterator[list[int]]) -> Iterator[list[int]]:
        """Give the turns that have these words, of each part of a walk."""
        words = WordShelf(self.database)
        return (words.among(phrases, turns) for turns in walk) if phrases else walk

    def _turn(self, story: StoryId) -> int:
        found = self.database.rows("SELECT turn FROM story WHERE id = ?", story)
        return int(found[0][0]) if found else 0

    def _before(self, query: StoryQuery, below: int) -> Iterator[Condition]:
        """Give the condition of the next page: behind the last story of the page before."""
        if query.before is not None and query.since is query.until is None:
            yield "s.turn < ?", (below,)
        elif query.before is not None:
            day = f"(SELECT {DAY} FROM story s WHERE s.id = ?)"
            yield f"({DAY} <= {day} AND ({DAY} < {day} OR s.turn < ?))", (*(query.before,) * 2, below)

    def _are_few_days(self, query: StoryQuery) -> bool:
        """Be some days with so few stories that each can be looked at."""
        days = StoryQuery(since=query.since, until=query.until)
        return days != StoryQuery() and self.count(days, most=_FEW) < _FEW

    def _of_days(self, query: StoryQuery, below: int) -> Iterator[list[int]]:
        days = tuple(conditions(StoryQuery(since=query.since, until=query.until)))
        yield [int(row[0]) for row in self._rows("s.turn", (*days, ("s.turn < ?", (below,))), " ORDER BY s.turn DESC")]

    def _of_party(self, query: StoryQuery, below: int) -> Iterator[list[int]]:
        """Give the turns of the stories of a party, or of those in which some party was found to be a list's entry."""
        table, condition = "finding", "list = ? AND entity = ? AND verdict = 'match'"
        values: tuple[str, ...] = query.entry or ()
        if query.party is not None:
            table, condition, values = "member", "canonical = ?", (canonical_of(self.database, query.party),)
        size = _CHUNK
        while True:
            asked = f"SELECT DISTINCT turn FROM {table} WHERE {condition} AND turn < ? ORDER BY turn DESC LIMIT ?"
            turns = [int(row[0]) for row in self.database.rows(asked, *values, below, size)]
            yield turns
            if len(turns) < size:
                return
            below, size = turns[-1], min(size * 4, _LONGEST)


def _story(row: Row) -> KeptStory:
    return KeptStory(
        id=StoryId(row[0]),
        dossier=DossierId(row[1]),
        number=row[2],
        uri=row[3],
        title=row[4],
        agency=row[5],
        language=row[6],
        published=maybe_day(row[7]),
        kept_at=moment_of(row[8]),
        exposure=row[9],
        parties=row[10],
        listed=row[11],
        events=row[12],
        made_by=json.loads(row[13]),
        copy_of=StoryId(row[14]),
        topic=StoryId(row[15]),
    )
