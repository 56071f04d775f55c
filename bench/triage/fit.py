"""Fit the weights of the first look anew, and say what they are worth on pages they were not fitted on.

python -m bench.triage.fit SHARED: the pages of bench.triage.first_look; what full reading finds of each is its label. A
logistic curve over each page's likeliest name gives the weights. A fifth of the pages after the other is held out, with
weights and start fitted on the rest. What is printed at the end is rounded by hand into triage/rules.py.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.corpus.pages import ordinary_pages, page_of
from bench.triage.first_look import Labelled, bench_home, chosen_texts, labelled, tools_of
from bench.triage.unseen import unseen_pages
from nongrata.triage import Sieve
from nongrata.triage.look import seen_on
from nongrata.triage.patterns import Pattern
from nongrata.triage.rules import NAME_RULES, PAGE_RULES, PASSES, START, weigh
from nongrata.triage.seen import Seen
from nongrata.triage.telling import weight_of

SEED = 30
KEPT = 0.995  # of the pages that are fitted
FOLDS = 5
STEPS, PACE, HOLD = 600, 0.3, 0.003  # of the fitting; HOLD pulls towards the weights in use
DEAR = 10.0  # a page lost costs as much as so many that pass
GIVEN_UP = -2.0  # a listed page that weighs less beside the bar: full reading found what no name says
NAMES = tuple(rule.__name__ for rule, _ in (*NAME_RULES, *PAGE_RULES))
IN_USE = np.array([weight for _, weight in (*NAME_RULES, *PAGE_RULES)])

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: what its names show, a row for each, and whether full reading finds a listed party."""

    shown: Floats
    has_number: bool  # a listed ship's or body's, which passes by itself
    is_listed: bool


def shown(seen: Seen) -> list[float]:
    """Give what each rule finds of a name."""
    pattern = Pattern(words=seen.entry.words, form=seen.entry.form)
    words = weight_of(pattern.words)
    by_itself = (float(rule(pattern, words, seen.party)) for rule, _weight in NAME_RULES)
    return [*by_itself, *(float(rule(seen)) for rule, _weight in PAGE_RULES)]


def pages_of(rows: Sequence[Labelled], sieve: Sieve) -> Iterator[Page]:
    """Give the pages with what their names show; identifiers aside, which need no weighing."""
    for row in rows:
        seen = list(seen_on(row.body, sieve)[1])
        names = np.array([shown(each) for each in seen if each.entry.form != "number"])
        has_number = any(each.entry.form == "number" and weigh(each) >= PASSES for each in seen)
        yield Page(shown=names.reshape(-1, len(NAMES)), has_number=has_number, is_listed=bool(row.listed))


def likeliest(page: Page, weights: Floats) -> Floats:
    """Give what the likeliest name of a page shows; nothing at all where there is none."""
    if not len(page.shown):
        return np.zeros(len(NAMES))
    best: Floats = page.shown[int(np.argmax(page.shown @ weights))]
    return best


def fitted(pages: Sequence[Page], weights: Floats, start: float) -> Floats:
    """Give the weights with which the pages' likeliest names tell their labels best."""
    own, begin = weights.copy(), start - PASSES
    wanted = np.array([page.is_listed for page in pages])
    for _ in range(STEPS):
        best = np.array([likeliest(page, own) for page in pages])
        weight = best @ own + begin
        off = (1 / (1 + np.exp(-weight)) - wanted) * np.where(wanted, DEAR, 1.0)
        off[wanted & (weight < GIVEN_UP)] = 0.0
        own -= PACE * (off @ best / len(pages) + HOLD * (own - weights))
        begin -= PACE * off.mean()
    return own


def best_score(page: Page, weights: Floats, start: float) -> float:
    """Give what the likeliest name of a page weighs."""
    return float((page.shown @ weights).max()) + start if len(page.shown) else -np.inf


def start_that_keeps(pages: Sequence[Page], weights: Floats) -> float:
    """Give the start with which as many pages are kept as should be."""
    scores = sorted(best_score(page, weights, 0.0) for page in pages if page.is_listed)
    return float(PASSES - scores[int((1 - KEPT) * len(scores))])


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way of choosing weights and start from pages."""

    name: str
    chosen: Callable[[Sequence[Page]], tuple[Floats, float]]


def _fitted(pages: Sequence[Page]) -> tuple[Floats, float]:
    own = fitted(pages, IN_USE, START)
    return own, start_that_keeps(pages, own)


WAYS = (
    Way(name="in use", chosen=lambda pages: (IN_USE, START)),
    Way(name="in use, their start fitted", chosen=lambda pages: (IN_USE, start_that_keeps(pages, IN_USE))),
    Way(name="fitted", chosen=_fitted),
)


def held_out(pages: Sequence[Page], way: Way) -> list[bool]:
    """Say of each page whether it passes by what was chosen on the other folds."""
    passes = [False] * len(pages)
    for fold in range(FOLDS):
        weights, start = way.chosen([page for place, page in enumerate(pages) if place % FOLDS != fold])
        for place in range(fold, len(pages), FOLDS):
            passes[place] = pages[place].has_number or best_score(pages[place], weights, start) >= PASSES
    return passes


def lines_of(pages: Sequence[Page]) -> Iterator[str]:
    """Give what each way keeps and lets pass of what it did not see."""
    yield "| weights | listed pages kept | others that pass |"
    yield "|---|---|---|"
    for way in WAYS:
        rows = list(zip(pages, held_out(pages, way), strict=True))
        kept = [passes for page, passes in rows if page.is_listed]
        others = [passes for page, passes in rows if not page.is_listed]
        yield (
            f"| {way.name} | {sum(kept) / len(kept):.4f} ({sum(kept)} of {len(kept)}) | "
            f"{sum(others) / len(others):.3f} ({sum(others)} of {len(others)}) |"
        )


def main() -> int:
    """Fit, and say what comes of it."""
    parser = argparse.ArgumentParser(prog="bench.triage.fit", description=__doc__)
    parser.add_argument("shared", type=Path)
    args = parser.parse_args()
    chance = random.Random(SEED)
    with bench_home(args.shared) as home:
        tools = tools_of(home)
        assert tools.sieve is not None
        found = [(text.kind, page_of(text.body, chance)) for text in chosen_texts(args.shared)]
        found += [(kind, body) for kind, body in ordinary_pages(args.shared) if kind == "Zyte"]
        found += unseen_pages(args.shared)
        chance.shuffle(found)
        pages = list(pages_of(list(labelled(found, tools.desk, tools.sieve)), tools.sieve))
    print("\n".join(lines_of(pages)))
    own, start = _fitted(pages)
    print(f"START {start:.2f}")
    for name, was, weight in zip(NAMES, IN_USE, own, strict=True):
        print(f"{name:24} {was:6.2f} {weight:6.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
