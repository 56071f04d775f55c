"""The stories listed and searched."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from nongrata.ownership import ExposureKind
from nongrata.store.database import Database, Row, Value, day_text, maybe_day, moment_of
from nongrata.store.record import DossierId, KeptStory, MemberId, StoryId
from nongrata.values import fold

_COLUMNS = (
    "s.id, s.dossier, s.number, s.uri, s.title, s.agency, s.language, s.published, s.kept_at, s.exposure, s.parties,"
    " s.listed, s.events, s.made_by, s.copy_of, s.topic"
)
_MOST_WORDS = 12
_FEW = 2_000  # stories that are put in order faster than met among all


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryQuery:
    """Which stories are asked for; all conditions together."""

    words: str = ""
    exposures: tuple[ExposureKind, ...] = ()
    party: MemberId | None = None  # the id of any member of the party
    entry: tuple[str, str] | None = None  # a list and its entity that some party was found to be
    since: date | None = None  # published, or kept where that is not known
    until: date | None = None
    topic: StoryId | None = None
    copies: bool = True  # False: of each text the first story alone
    before: StoryId | None = None  # the next page: those after this one
    limit: int = 50


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
        """Give the stories asked for, those kept last first."""
        conditions, values = self._conditions(query)
        where = " AND ".join(conditions) or "1 = 1"
        # Few are fetched and put in order; many are met on the way through the newest. An order of no index's says so.
        newest = "s.kept_at || ''" if self._are_few(query) else "s.kept_at"
        found = self.database.rows(
            f"SELECT {_COLUMNS} FROM story s WHERE {where} ORDER BY {newest} DESC, s.id DESC LIMIT ?",
            *(*values, query.limit),
        )
        return tuple(map(_story, found))

    def count(self, query: StoryQuery, *, most: int | None = None) -> int:
        """Give how many stories are asked for, on all pages; counted to `most`, where more need not be known."""
        if most is not None and query == StoryQuery(words=query.words, limit=query.limit) and _words_of(query):
            return self._with_words(query, most)
        conditions, values = self._conditions(query)
        where = " AND ".join(conditions) or "1 = 1"
        bound, bounds = ("", ()) if most is None else (" LIMIT ?", (most,))
        counted = f"SELECT count(*) FROM (SELECT 1 FROM story s WHERE {where}{bound}) counted"
        return int(self.database.rows(counted, *values, *bounds)[0][0])

    def _canonical(self, party: MemberId) -> str:
        """Give the id that a party's members go by: told by itself, it lets the database know how many have it."""
        found = self.database.rows("SELECT canonical FROM member WHERE id = ?", party)
        return str(found[0][0]) if found else party

    def _are_few(self, query: StoryQuery) -> bool:
        """Be at most some thousands by their words, where words are asked for: no statistics tell."""
        return bool(_words_of(query)) and self._with_words(query, _FEW) < _FEW

    def _with_words(self, query: StoryQuery, most: int) -> int:
        """Give how many stories have the words, counted to `most`; without a look at any of them."""
        asked = f"SELECT count(*) FROM (SELECT 1 FROM story_words WHERE {self.database.dialect.has_words} LIMIT ?) held"
        return int(self.database.rows(asked, self.database.words_asked(_words_of(query)), most)[0][0])

    def _conditions(self, query: StoryQuery) -> tuple[list[str], list[Value]]:
        asked: list[tuple[str, tuple[Value, ...]]] = []
        words = _words_of(query)
        if words:
            held = f"s.id IN (SELECT story FROM story_words WHERE {self.database.dialect.has_words})"
            asked.append((held, (self.database.words_asked(words),)))
        elif query.words.strip():
            asked.append(("1 = 0", ()))  # no letter or digit in it
        if query.exposures:
            asked.append((f"s.exposure IN ({', '.join('?' * len(query.exposures))})", query.exposures))
        if query.entry is not None:
            asked.append((_OF_ENTRY, query.entry))
        optional: tuple[tuple[str, Value], ...] = (
            (_OF_PARTY, None if query.party is None else self._canonical(query.party)),
            ("coalesce(s.published, substr(s.kept_at, 1, 10)) >= ?", day_text(query.since)),
            ("coalesce(s.published, substr(s.kept_at, 1, 10)) <= ?", day_text(query.until)),
            ("s.topic = ?", query.topic),
        )
        asked += [(condition, (value,)) for condition, value in optional if value is not None]
        if not query.copies:
            asked.append(("s.copy_of = s.id", ()))
        if query.before is not None:
            asked.append((_AFTER, (query.before, query.before, query.before)))
        return [condition for condition, _values in asked], [value for _condition, values in asked for value in values]


def _words_of(query: StoryQuery) -> tuple[str, ...]:
    return tuple(fold(query.words).split()[:_MOST_WORDS])


_OF_PARTY = "s.id IN (SELECT story FROM member WHERE canonical = ?)"
_OF_ENTRY = (
    "s.id IN (SELECT m.story FROM member m JOIN finding f ON f.member = m.id"
    " WHERE f.list = ? AND f.entity = ? AND f.verdict = 'match')"
)
_AFTER = (
    "(s.kept_at < (SELECT kept_at FROM story WHERE id = ?)"
    " OR (s.kept_at = (SELECT kept_at FROM story WHERE id = ?) AND s.id < ?))"
)


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
