"""Which stories have the words that are asked for, those kept last first.

SQLite's index of words is in the order of turns, and is walked from its end. PostgreSQL's is in no order: it is parted
by the month in which stories were kept, and gone through month by month; in each, few stories are fetched and put in
order, many are met on the way through the newest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.store.sql.database import Database
from nongrata.store.stories.turns import month_of
from nongrata.values import fold

_MOST_WORDS = 12
_FEW = 2_000  # stories that are put in order faster than met among all
_FEW_OF_MONTH = 20_000  # of those a month's index tells, without a look at them
_FEW_SIDE_BY_SIDE = 1_000  # … where each must be looked at: the index does not tell which words are neighbours
_CHUNK, _LONGEST = 64, 4_096
_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


def phrases_of(words: str) -> tuple[str, ...]:
    """Give what is asked for, folded: words, and what stands in quotation marks as one.

    >>> phrases_of('Putin "fighter-jet plant"')
    ('fighter jet plant', 'putin')
    """
    quoted = [" ".join(fold(found).split()[:_MOST_WORDS]) for found in _PHRASE.findall(words)]
    return tuple(each for each in (*quoted, *fold(_PHRASE.sub(" ", words)).split()) if each)[:_MOST_WORDS]


@dataclass(frozen=True, slots=True)
class WordShelf:
    """The words of the stories."""

    database: Database

    def put(self, turn: int, words: str) -> None:
        """Keep the words of a story."""
        dialect = self.database.dialect
        if dialect.make_month is not None:
            self.database.rows(dialect.make_month, turn)
        self.database.run(
            f"INSERT INTO story_words ({dialect.turn}, words) VALUES (?, {dialect.as_words})", turn, words
        )

    def remove(self, turn: int) -> None:
        """Forget the words of a story."""
        self.database.run(f"DELETE FROM story_words WHERE {self.database.dialect.turn} = ?", turn)

    def count(self, phrases: tuple[str, ...], most: int) -> int:
        """Give how many stories have these words, counted to `most`, without a look at any of them."""
        return self._held("story_words", self.database.words_asked(phrases), most)

    def newest(self, phrases: tuple[str, ...], *, below: int) -> Iterator[list[int]]:
        """Give the turns below one that have these words, the newest first, in parts that grow."""
        asked = self.database.words_asked(phrases)
        for table, order in self._ways(phrases, below):
            size, last = _CHUNK, below
            while turns := self._part(table, order, asked, last, size):
                yield turns
                if len(turns) < size:
                    break
                last, size = turns[-1], min(size * 4, _LONGEST)

    def among(self, phrases: tuple[str, ...], turns: list[int]) -> list[int]:
        """Give which of these turns have the words, in their order."""
        if not turns:
            return []
        asked, dialect = self.database.words_asked(phrases), self.database.dialect
        among, values = f"{dialect.turn} IN ({', '.join('?' * len(turns))})", tuple(turns)
        if dialect.months is None:  # a range is walked, where each turn would be looked for from the beginning
            among, values = f"{dialect.turn} BETWEEN ? AND ?", (min(turns), max(turns))
        found = self.database.rows(
            f"SELECT {dialect.turn} FROM story_words WHERE {dialect.has_words} AND {among}", asked, *values
        )
        held = {int(row[0]) for row in found}
        return [turn for turn in turns if turn in held]

    def _ways(self, phrases: tuple[str, ...], below: int) -> Iterator[tuple[str, str]]:
        """Give the tables to be gone through, and the order: that of turns, or one of no index's, to be made.

        Which it is goes by how many stories have the words; whether they stand side by side, only a look at each tells.
        """
        turn, months = self.database.dialect.turn, self.database.dialect.months
        words = tuple(word for phrase in phrases for word in phrase.split())
        asked, few = self.database.words_asked(words), _FEW_OF_MONTH if words == phrases else _FEW_SIDE_BY_SIDE
        if months is None:
            yield "story_words", turn
        elif self._held("story_words", asked, _FEW) < _FEW:
            yield "story_words", f"{turn} + 0"
        else:
            for (table,) in self.database.rows(months):
                held = 0 if table > f"story_words_{month_of(below)}" else self._held(table, asked, few)
                if held:
                    yield table, f"{turn} + 0" if held < few else turn

    def _part(self, table: str, order: str, asked: str, below: int, size: int) -> list[int]:
        dialect = self.database.dialect
        found = self.database.rows(
            f"SELECT {dialect.turn} FROM {table} WHERE {dialect.has_words} AND {order} < ?"
            f" ORDER BY {order} DESC LIMIT ?",
            *(asked, below, size),
        )
        return [int(row[0]) for row in found]

    def _held(self, table: str, asked: str, most: int) -> int:
        condition = self.database.dialect.has_words
        counted = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {condition} LIMIT ?) held"
        return int(self.database.rows(counted, asked, most)[0][0])
