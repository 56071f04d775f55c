"""Pages of other outlets' news, of our wires, stories and pasted texts, and in other languages.

English ones stand in the shapes of real pages, and what full reading finds is the label. Of the other languages, which
full reading reads less of, the label is by construction (languages.toml, …_later.toml); theirs have no menus.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.articles.furniture import texts
from bench.corpus.pages import Text
from bench.corpus.shapes import in_shapes, shapes_of, story_of
from bench.desk.topics import read_ecb
from bench.events.wires import FOLDER as WIRES
from bench.events.wires import read_wires
from bench.reading.named import FOLDERS, read_stories

HERE = Path(__file__).parent
ECB = 150  # articles drawn
FOREIGN = ("languages.toml", "languages_later.toml")
SEED = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A page in another language, and whether it names a listed party."""

    language: str
    body: bytes
    is_listed: bool


def unseen_pages(shared: Path) -> Iterator[tuple[str, bytes]]:
    """Give English pages that full reading labels, each with its set's name."""
    chance = random.Random(SEED)
    yield from in_shapes(_texts(shared, chance), shapes_of(shared), chance)


def _texts(shared: Path, chance: random.Random) -> Iterator[Text]:
    articles = read_ecb(shared / "data/gold/ecbplus_even_topics.tar.xz")
    for article in chance.sample(articles, ECB):
        yield Text(kind="ECB+", name=article.name, body="\n".join(article.paragraphs))
    for folder in sorted(WIRES.parent.glob("wires*/")):
        for wire in read_wires(folder):
            yield Text(kind="our wires", name=wire.name, body=wire.text.strip())
    for stories in FOLDERS.values():
        for story in read_stories(stories):
            yield Text(kind="who is named", name=story.name, body=story.text)
    for text in texts():
        yield Text(kind="pasted texts", name=text.name, body=text.text)


def foreign_pages(name: str) -> Iterator[Foreign]:
    """Give pages in other languages, of one of the two sets."""
    for row in tomllib.loads((HERE / name).read_text("utf-8"))["language"]:
        for is_listed, names in ((True, row["listed"]), (False, row["others"])):
            for forms in names:
                lines = (story.format(form) for story, form in zip(row["stories"], forms, strict=True))
                yield Foreign(language=row["code"], body=_page("\n".join(lines)), is_listed=is_listed)


def _page(story: str) -> bytes:
    told = story_of(f"\n{story}\n{story}").decode()
    return f"<!doctype html><html><body><article>{told}</article></body></html>".encode()
