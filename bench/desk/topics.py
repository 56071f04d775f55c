"""ECB+: which pairs of articles tell of the same event, beside TF-IDF in the same run."""

from __future__ import annotations

import hashlib
import tarfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from pathlib import Path

import numpy as np
from lxml import etree

from bench.quality import Score
from nongrata.dossiers.alike import Profile, Rarity, profile_of
from nongrata.dossiers.alike.topics import WEIGHTS, told_of, topics_of

FOLDS = 4
_STEPS, _RIDGE = 50, 1e-4
Pairs = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article, its topic, and which of the topic's two events it tells of."""

    name: str
    topic: str
    event: str
    paragraphs: tuple[str, ...]


def measure_topics(shared: Path) -> tuple[list[str], Score]:
    """Give the lines of the page, and the F1 over all pairs of articles."""
    path = shared / "data/gold/ecbplus_even_topics.tar.xz"
    articles = read_ecb(path)
    told = _told(articles)
    held_out: set[tuple[str, str]] = set()
    for fold in range(FOLDS):
        tested = [each for each in articles if _fold(each, articles) == fold]
        weights = fitted({pair: told[pair] for pair in told if not _touches(pair, tested)}, articles)
        held_out |= _together(tested, told, weights)
    inside = set().union(*(_pairs_of(each, articles) for each in range(FOLDS)))
    rows = (
        ("ours, each fourth of the topics with weights fitted on the others", _f1(held_out, articles, inside)),
        ("ours, with the weights that ship, fitted on all", _f1(_together(articles, told, WEIGHTS), articles)),
        ("TF-IDF cosine, with the threshold that is best here", _best_f1(_cosines(articles), articles)),
    )
    page = [f"| {name} | {value:.3f} |" for name, value in rows]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    measures = {"same_event_f1": round(rows[0][1], 4), "same_event_f1_shipped": round(rows[1][1], 4)}
    return page, Score(name="ECB+ even topics", digest=digest, measures=measures)


def read_ecb(path: Path) -> list[Labelled]:
    """Give the articles, without the address that some begin with: it is no part of a story."""
    found = []
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda each: each.name):
            if member.name.endswith(".xml") and (file := archive.extractfile(member)) is not None:
                name = Path(member.name).stem
                kind = "plus" if name.endswith("plus") else "ecb"
                sentences: dict[str, list[str]] = {}
                for token in etree.fromstring(file.read()).iter("token"):
                    sentences.setdefault(str(token.get("sentence")), []).append(token.text or "")
                lines = tuple(" ".join(words) for words in sentences.values())
                kept = tuple(line for line in lines if not line.replace(" ", "").startswith(("http", "www.")))
                found.append(Labelled(name=name, topic=name.split("_")[0], event=kind, paragraphs=kept))
    return found


def _told(articles: Sequence[Labelled]) -> dict[tuple[str, str], Mapping[str, float]]:
    """Give what each pair shares, as the store reckons it."""
    profiles = {each.name: profile_of(each.paragraphs) for each in articles}
    held = Counter(word for each in profiles.values() for word in _words(each))
    rarity = Rarity(len(articles), lambda word: held[word])
    return {(a, b): told_of(profiles[a], profiles[b], rarity) for a, b in combinations(sorted(profiles), 2)}


def _words(profile: Profile) -> set[str]:
    return {*profile.words, *profile.lead, *profile.names, *profile.numbers}


def fitted(told: Mapping[tuple[str, str], Mapping[str, float]], articles: Sequence[Labelled]) -> dict[str, float]:
    """Give the weights of a logistic regression on these pairs."""
    names = [name for name in WEIGHTS if name != "always"]
    rows = np.array([[*(each[name] for name in names), 1.0] for each in told.values()])
    label = {each.name: (each.topic, each.event) for each in articles}
    wanted = np.array([float(label[one] == label[other]) for one, other in told])
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - wanted) / len(wanted) + _RIDGE * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows / len(wanted) + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return dict(zip((*names, "always"), map(float, weights), strict=True))


def _together(
    articles: Sequence[Labelled], told: Mapping[tuple[str, str], Mapping[str, float]], weights: Mapping[str, float]
) -> set[tuple[str, str]]:
    """Give the pairs that end up on one topic."""
    names = sorted(each.name for each in articles)
    chances = {pair: _chance(told[pair], weights) for pair in combinations(names, 2)}
    topic = topics_of(names, {pair: chance for pair, chance in chances.items() if chance >= 0.05})
    return {pair for pair in chances if topic[pair[0]] == topic[pair[1]]}


def _chance(told: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return float(1 / (1 + np.exp(-(weights["always"] + sum(weights[name] * value for name, value in told.items())))))


def _fold(article: Labelled, articles: Sequence[Labelled]) -> int:
    topics = sorted({each.topic for each in articles}, key=int)
    return topics.index(article.topic) % FOLDS


def _touches(pair: tuple[str, str], articles: Sequence[Labelled]) -> bool:
    names = {each.name for each in articles}
    return pair[0] in names or pair[1] in names


def _pairs_of(fold: int, articles: Sequence[Labelled]) -> set[tuple[str, str]]:
    return set(combinations(sorted(each.name for each in articles if _fold(each, articles) == fold), 2))


def _f1(found: set[tuple[str, str]], articles: Sequence[Labelled], among: set[tuple[str, str]] | None = None) -> float:
    label = {each.name: (each.topic, each.event) for each in articles}
    wanted = {pair for pair in combinations(sorted(label), 2) if label[pair[0]] == label[pair[1]]}
    wanted = wanted if among is None else wanted & among
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def _cosines(articles: Sequence[Labelled]) -> Pairs:
    """Give the plain cosine of each pair's words, weighed by rarity."""
    counts = {each.name: Counter(" ".join(each.paragraphs).lower().split()) for each in articles}
    held = Counter(word for each in counts.values() for word in each)
    place: dict[str, int] = {word: number for number, word in enumerate(held)}
    rows = np.zeros((len(counts), len(place)))
    for number, name in enumerate(sorted(counts)):
        for word, count in counts[name].items():
            rows[number, place[word]] = (1 + log(count)) * (1 + log((1 + len(counts)) / (1 + held[word]))) ** 2
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    likeness, names = rows @ rows.T, sorted(counts)
    return {(names[i], names[j]): float(likeness[i, j]) for i, j in combinations(range(len(names)), 2)}


def _best_f1(chances: Pairs, articles: Sequence[Labelled]) -> float:
    label = {each.name: (each.topic, each.event) for each in articles}
    ordered = sorted(chances, key=chances.__getitem__, reverse=True)
    right = np.cumsum([label[one] == label[other] for one, other in ordered])
    found = np.arange(1, len(ordered) + 1)
    return float(np.max(2 * right / (found + right[-1])))
