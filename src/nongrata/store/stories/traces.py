"""What stories are held against each other by: of each story its profile, its runs of words and its rare words."""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TypeVar

from nongrata.dossiers.alike.copies import SHORT, Shingles, looked_up, shingles_of
from nongrata.dossiers.alike.profile import Profile, profile_of
from nongrata.dossiers.alike.topics import Rarity
from nongrata.store.sql.database import Database, Row, json_text, packed, unpacked

WINDOW = timedelta(days=30)  # reports on one event lie no further apart
_TELLING = 40  # rare words by which a story is found
_HELD_AGAINST = 80  # stories that a new one is held against
_COPIES = 200  # texts that a new one may be a copy of
_OF_ONE = 400  # stories that one word, or one run of words, leads to: those kept last
_AT_ONCE = 400  # rows of one statement: databases join no more selections than some hundred
_LOOKED_UP = 4_000  # words of one statement
_ALL = ""  # the word that stands in every story
_NARROW = b"\0"  # before runs of 32 bits, which cannot be packed; runs of before are packed, each in 64

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What is kept of a story's words."""

    day: date
    profile: Profile
    shingles: Shingles


@dataclass(frozen=True, slots=True)
class TraceShelf:
    """The traces of all stories, by their turns."""

    database: Database

    def put(self, turn: int, paragraphs: Sequence[str], *, day: date) -> Trace:
        """Keep what a story is about."""
        profile, shingles = profile_of(paragraphs), shingles_of(paragraphs)
        self._count(profile, 1)
        self.database.run(
            "INSERT INTO trace (turn, day, profile, shingles) VALUES (?, ?, ?, ?)",
            *(turn, day.toordinal(), *packed_trace(profile, shingles)),
        )
        self._lay("trace_run (run, turn)", [(each, turn) for each in looked_up(shingles)])
        return Trace(day=day, profile=profile, shingles=shingles)

    def get(self, turn: int) -> Trace | None:
        """Give what a story is about; None where nothing is kept of it."""
        return self.each_of([turn]).get(turn)

    def each_of(self, turns: Iterable[int]) -> dict[int, Trace]:
        """Give what each of these stories is about, in their order; those of which nothing is kept are left out."""
        asked = "SELECT turn, day, profile, shingles FROM trace WHERE turn IN"
        kept = dict.fromkeys(turns)
        found = {
            int(row[0]): _trace(row[1:])
            for part in _parts(list(kept))
            for row in self.database.rows(f"{asked} ({', '.join('?' * len(part))})", *part)
        }
        return {turn: found[turn] for turn in kept if turn in found}

    def telling(self, trace: Trace) -> tuple[str, ...]:
        """Give the rare words of a story, the rarest first."""
        held = self._holding(_may_tell(trace.profile))
        return tuple(sorted(held, key=lambda word: (held[word], word))[:_TELLING])

    def tell(self, turn: int, day: date, telling: Sequence[str]) -> None:
        """Let a story be found by its rare words."""
        self._lay("trace_word (word, day, turn)", [(word, day.toordinal(), turn) for word in telling])

    def remove(self, turn: int) -> None:
        """Forget what a story is about."""
        trace = self.get(turn)
        if trace is None:
            return
        self._count(trace.profile, -1)
        for shingle in looked_up(trace.shingles):
            self.database.run("DELETE FROM trace_run WHERE run = ? AND turn = ?", shingle, turn)
        for word in sorted(_may_tell(trace.profile)):
            day = trace.day.toordinal()
            self.database.run("DELETE FROM trace_word WHERE word = ? AND day = ? AND turn = ?", word, day, turn)
        self.database.run("DELETE FROM trace WHERE turn = ?", turn)

    def liken(self, chances: Mapping[tuple[int, int], float]) -> None:
        """Keep the chances that two stories tell of one event; the older one goes first."""
        self._lay("trace_likeness (one, other, chance)", [(*sorted(pair), chance) for pair, chance in chances.items()])

    def sharing_runs(self, turn: int, trace: Trace) -> list[int]:
        """Give the stories that share runs of words with one, those that share most of them first."""
        asked = "SELECT turn FROM trace_run WHERE run = ? AND turn <> ? ORDER BY turn DESC"
        return self._sharing(asked, [(each, turn) for each in looked_up(trace.shingles)], _COPIES)

    def sharing_words(self, turn: int, day: date, telling: Sequence[str]) -> list[int]:
        """Give the stories of about the same days that share rare words with one, those that share most first."""
        first, last = (day - WINDOW).toordinal(), (day + WINDOW).toordinal()
        asked = (
            "SELECT turn FROM trace_word WHERE word = ? AND day BETWEEN ? AND ? AND turn <> ?"
            " ORDER BY day DESC, turn DESC"
        )
        return self._sharing(asked, [(word, first, last, turn) for word in telling], _HELD_AGAINST)

    def rarity(self, traces: Iterable[Trace]) -> Rarity:
        """Give how rare the words of these stories are: looked up together, not one by one."""
        held = self._holding({_ALL, *(word for each in traces for word in _words(each.profile))})
        return Rarity(held[_ALL], held.__getitem__)

    def _holding(self, words: Iterable[str]) -> dict[str, int]:
        """Give in how many stories each word stands."""
        held = dict.fromkeys(words, 0)
        for part in _parts(list(held), _LOOKED_UP):
            asked = f"SELECT word, stories FROM word WHERE word IN ({', '.join('?' * len(part))})"
            held.update((word, max(stories, 0)) for word, stories in self.database.rows(asked, *part))
        return held

    def _count(self, profile: Profile, step: int) -> None:
        words = sorted({_ALL, *_words(profile)})
        more = " ON CONFLICT (word) DO UPDATE SET stories = word.stories + excluded.stories"
        self._lay("word (word, stories)", [(word, step) for word in words], more)

    def _lay(self, table: str, rows: Sequence[tuple[str | float, ...]], more: str = "") -> None:
        for part in _parts(rows):
            places = ", ".join(f"({', '.join('?' * len(row))})" for row in part)
            self.database.run(f"INSERT INTO {table} VALUES {places}{more}", *(each for row in part for each in row))

    def _sharing(self, asked: str, rows: Sequence[tuple[str | int, ...]], most: int) -> list[int]:
        shared: Counter[int] = Counter()
        each = f"SELECT turn FROM ({asked} LIMIT {_OF_ONE}) one"
        for part in _parts(rows):
            led = " UNION ALL ".join([each] * len(part))
            found = self.database.rows(led, *(value for row in part for value in row))
            shared.update(int(row[0]) for row in found)
        return sorted(shared, key=lambda turn: (-shared[turn], turn))[:most]


def _trace(row: Row) -> Trace:
    day, profile, shingles = row
    told = json.loads(unpacked(bytes(profile)))
    return Trace(
        day=date.fromordinal(day),
        profile=Profile(**{**told, "years": frozenset(told["years"]), "days": frozenset(told["days"])}),
        shingles=_runs(bytes(shingles)),
    )


def _runs(kept: bytes) -> Shingles:
    if kept.startswith(_NARROW):
        return struct.unpack(f">{len(kept) // 4}I", kept[1:])
    held = unpacked(kept)
    return tuple(each & SHORT for each in struct.unpack(f">{len(held) // 8}Q", held))


def _may_tell(profile: Profile) -> set[str]:
    """Give the words by which a story may be found, where they are rare."""
    return {*profile.lead, *profile.names}


def _words(profile: Profile) -> set[str]:
    return {*profile.words, *profile.lead, *profile.names, *profile.numbers}


def packed_trace(profile: Profile, shingles: Shingles) -> tuple[bytes, bytes]:
    """Give a profile and runs of words as they are kept."""
    told = {**asdict(profile), "years": sorted(profile.years), "days": sorted(profile.days)}
    runs = struct.pack(f">{len(shingles)}I", *shingles)
    return packed(json_text(told).encode("utf-8", "replace")), _NARROW + runs


def _parts(rows: Sequence[_Kind], most: int = _AT_ONCE) -> Iterator[Sequence[_Kind]]:
    return (rows[first : first + most] for first in range(0, len(rows), most))
