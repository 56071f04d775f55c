"""Searches in a store of one SQLite file, the default, with as many stories as one desk reads in some years."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from nongrata.settings import Settings
from nongrata.store.opened import FILE, Store, open_store
from nongrata.store.sql.database import digest_of, text_of
from nongrata.store.stories.query import StoryQuery
from nongrata.store.stories.turns import turn_of

STORIES = 100_000
_VOCABULARY, _WORDS, _TEXTS = 60_000, 220, 400
_FIRST = datetime(2024, 11, 30, tzinfo=UTC)


def laid_in(home: Path, count: int = STORIES) -> Store:
    """Give a store in which so many stories stand, with their words and nothing else."""
    open_store(Settings(home=home)).close()
    chance = Random(17)

    def words(many: int) -> str:
        return " ".join(f"w{min(_VOCABULARY - 1, int(_VOCABULARY ** chance.random()) - 1)}x" for _ in range(many))

    texts = [words(_WORDS) for _ in range(_TEXTS)]
    with sqlite3.connect(home / FILE) as line:
        line.execute("PRAGMA synchronous = OFF")
        line.execute("INSERT INTO told_once VALUES (1, '', '{}')")
        for number in range(count):
            at = _FIRST + timedelta(seconds=number * 600)
            own, turn, day = digest_of(str(number)), turn_of(at), at.date().isoformat()
            line.execute(
                "INSERT INTO dossier VALUES (?, ?, NULL, ?, 1)", (own, f"https://a.example/{number}", text_of(at))
            )
            line.execute(
                "INSERT INTO story (id, dossier, number, uri, title, language, published, kept_at, exposure, parties,"
                " listed, events, lists, copy_of, topic, turn)"
                " VALUES (?, ?, 1, 'u', 'A story', 'en', ?, ?, 'none', 0, 0, 0, 1, ?, ?, ?)",
                (f"{own}.1", own, day, text_of(at), f"{own}.1", f"{own}.1", turn),
            )
            body = f"the {texts[number % _TEXTS]} {words(20)} only{number // 7}"
            line.execute("INSERT INTO story_words (rowid, words) VALUES (?, ?)", (turn, body))
    return open_store(Settings(home=home))


def searches(store: Store) -> dict[str, Callable[[], object]]:
    """Give what is asked, as the page of searches asks it: the newest stories, and how many there are."""

    def search(words: str) -> Callable[[], object]:
        query = StoryQuery(words=words, limit=25)
        return lambda: (store.stories.find(query), store.stories.count(query, most=1_000))

    day = (_FIRST + timedelta(days=300)).date()
    common = StoryQuery(words="the", since=day, until=day, limit=25)
    return {
        "a word in all stories": search("the"),
        "a word in most stories": search("w3x"),
        "a word in some hundreds": search("w900x"),
        "a rare word": search("only77"),
        "three words": search("w9x w40x w700x"),
        "two words side by side": search('"w2x w5x"'),
        "a beginning of many words": search("w12"),
        "a word in all stories, on one day": lambda: (
            store.stories.find(common), store.stories.count(common, most=1_000)
        ),
    }  # fmt: skip
