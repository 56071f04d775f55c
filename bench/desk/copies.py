"""Agency copy altered as papers alter it, and told apart: which of all pairs of texts are found to be one text."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from bench.quality import Score
from bench.wikinews import read_wikinews
from nongrata.dossiers.alike import Shingles, is_near_copy, shingles_of

SEED = 8
TEXTS = 250  # of each of the two sources
SHORTEST = 120  # words of a text that is altered
LOCAL = 60  # words of a paragraph put in it, at most

_AMERICAN = (
    ("organiz", "organis"), ("recogniz", "recognis"), ("analyz", "analys"), ("authoriz", "authoris"),
    ("labor", "labour"), ("defense", "defence"), ("center", "centre"), ("program ", "programme "), ("favor", "favour"),
    ("harbor", "harbour"), ("neighbor", "neighbour"), ("traveled", "travelled"), ("color", "colour"),
)  # fmt: skip
_HEADLINES = ("What we know so far", "Live: the latest", "Officials confirm reports", "World in brief: a day of news")
_FURNITURE = (
    "Subscribe to our morning newsletter and never miss a story. Sign up here for free, cancel at any time.",
    "Read also: Ten photographs that tell the story of the week\nMost read: Storm warning for the coast this weekend",
    "Reporting by our correspondents; editing by the night desk\nOur standards: the trust principles of this house",
    "Share this article on social media. Send us your comments and photographs. All rights reserved.",
)


def measure_copies(shared: Path) -> tuple[list[str], Score]:
    """Give the lines of the page, and precision and recall over all pairs of all texts."""
    texts = list(_texts(shared))
    chance = random.Random(SEED)
    kept = [(number, shingles_of(each)) for number, text in enumerate(texts) for each in _versions(text, texts, chance)]
    told = {
        pair for pair in _sharing([runs for _text, runs in kept]) if is_near_copy(kept[pair[0]][1], kept[pair[1]][1])
    }
    right = sum(kept[one][0] == kept[other][0] for one, other in told)
    wanted = sum(ours == theirs for (ours, _runs), (theirs, _others) in combinations(kept, 2))
    precision, recall = right / len(told), right / wanted
    digest = hashlib.sha256("\0".join("\n".join(text) for text in texts).encode()).hexdigest()[:12]
    page = [
        f"| {len(texts)} texts, {len(kept)} versions | {precision:.4f} | {recall:.4f} |",
    ]
    measures = {"copies_precision": round(precision, 4), "copies_recall": round(recall, 4)}
    return page, Score(name="near-copies", digest=digest, measures=measures)


def _sharing(kept: Sequence[Shingles]) -> set[tuple[int, int]]:
    """Give the pairs that share anything: the others are no copies."""
    holding: dict[int, list[int]] = {}
    for number, runs in enumerate(kept):
        for run in runs:
            holding.setdefault(run, []).append(number)
    alike = {tuple(numbers) for numbers in holding.values()}
    return {pair for numbers in alike for pair in combinations(numbers, 2)}


def _texts(shared: Path) -> Iterator[Sequence[str]]:
    """Give news stories and press releases, the latter with the paragraphs that they all share."""
    yield from _long_ones([f"{title}\n{text}" for title, text, _day in read_wikinews(shared)])
    with gzip.open(shared / "data/news/treasury_press_releases/ofac_to_2024.jsonl.gz", "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    yield from _long_ones([item["title"] + "\n" + item["text"] for item in items])


def _long_ones(texts: Sequence[str]) -> list[list[str]]:
    """Give so many texts, drawn by a seed, none twice, as paragraphs with the title first."""
    drawn = random.Random(SEED).sample(sorted(set(texts)), len(set(texts)))
    split = ([part.strip() for part in re.split(r"\n+", text) if part.strip()] for text in drawn)
    return [each for each in split if len(" ".join(each).split()) >= SHORTEST and len(each) > 3][:TEXTS]


def _versions(text: Sequence[str], others: Sequence[Sequence[str]], chance: random.Random) -> Iterator[list[str]]:
    """Give the text as six papers print it."""
    title, *body = text
    yield [title, *body]
    yield [chance.choice(_HEADLINES), *_cut(body, chance)]
    yield [title, *_respelt(body)]
    yield [title, *_with_a_paragraph(body, others, chance)]
    yield [title, *body, *chance.choice(_FURNITURE).split("\n")]
    mixed = _with_a_paragraph(_respelt(_cut(body, chance)), others, chance)
    yield [chance.choice(_HEADLINES), *mixed, *chance.choice(_FURNITURE).split("\n")]


def _cut(body: Sequence[str], chance: random.Random) -> list[str]:
    """Give the beginning of it: a third to three quarters, by paragraphs."""
    return list(body[: max(2, round(len(body) * chance.uniform(0.34, 0.75)))])


def _respelt(body: Sequence[str]) -> list[str]:
    changed = []
    for paragraph in body:
        for american, british in _AMERICAN:
            paragraph = paragraph.replace(american, british)
        changed.append(paragraph.replace(" percent", " per cent").replace("“", '"').replace("”", '"'))
    return changed


def _with_a_paragraph(body: Sequence[str], others: Sequence[Sequence[str]], chance: random.Random) -> list[str]:
    """Put a paragraph of another story in it: what a paper says of its own town."""
    local = chance.choice([part for part in chance.choice(others)[1:] if len(part.split()) <= LOCAL] or _FURNITURE)
    at = chance.randrange(len(body) + 1)
    return [*body[:at], local, *body[at:]]
