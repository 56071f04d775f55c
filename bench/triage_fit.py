"""Fit the weights of the first look anew: python -m bench.triage_fit SHARED [--pages N]

Fresh pages are drawn by a seed of their own from the open texts, among them none that bench.triage draws, and what full
reading finds of each is its label. Half of them fit the weights, by a logistic curve over each page's likeliest name;
the other half says what both the weights in use and the fitted ones keep and let pass. What is printed is rounded by
hand into triage/rules.py.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.corpus_pages import Text, open_texts, page_of
from bench.triage import Labelled, bench_home, chosen_texts, labelled, tools_of
from nongrata.triage import Sieve
from nongrata.triage.look import seen_on
from nongrata.triage.patterns import Pattern, weight_of
from nongrata.triage.rules import NAME_RULES, PAGE_RULES, PASSES, START, Seen

SEED = 30
KEPT = 0.997  # of the pages of the half that is fitted; the bar is .995
STEPS, PACE, HOLD = 300, 0.05, 0.02  # of the fitting; HOLD pulls towards the weights in use
DEAR = 6.0  # a page lost costs as much as so many that pass
NAMES = tuple(rule.__name__ for rule, _ in (*NAME_RULES, *PAGE_RULES))
IN_USE = np.array([weight for _, weight in (*NAME_RULES, *PAGE_RULES)])

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: what its names show, a row for each, and whether full reading finds a listed party."""

    kind: str
    shown: Floats
    is_listed: bool


def fresh_texts(shared: Path, count: int) -> list[Text]:
    """Give so many open texts that bench.triage does not draw."""
    taken = {text.name for text in chosen_texts(shared) if text.kind in ("State Department", "Treasury")}
    left = [text for text in open_texts(shared) if text.name not in taken]
    return random.Random(SEED).sample(left, min(count, len(left)))


def shown(seen: Seen) -> list[float]:
    """Give what each rule finds of a name."""
    pattern = Pattern(words=seen.entry.words, form=seen.entry.form)
    words = weight_of(pattern.words)
    by_itself = (float(rule(pattern, words, seen.party)) for rule, _weight in NAME_RULES)
    return [*by_itself, *(float(rule(seen)) for rule, _weight in PAGE_RULES)]


def pages_of(rows: Sequence[Labelled], sieve: Sieve) -> Iterator[Page]:
    """Give the pages with what their names show; identifiers aside, which need no weighing."""
    for row in rows:
        _language, seen = seen_on(row.body, sieve)
        names = np.array([shown(each) for each in seen if each.entry.form != "number"])
        yield Page(kind=row.kind, shown=names.reshape(-1, len(NAMES)), is_listed=bool(row.listed))


def likeliest(page: Page, weights: Floats) -> Floats:
    """Give what the likeliest name of a page shows; nothing at all where there is none."""
    if not len(page.shown):
        return np.zeros(len(NAMES))
    best: Floats = page.shown[int(np.argmax(page.shown @ weights))]
    return best


def fitted(pages: Sequence[Page], weights: Floats, start: float) -> tuple[Floats, float]:
    """Give the weights, and the start, with which the pages' likeliest names tell their labels best."""
    own, begin = weights.copy(), start - PASSES
    wanted = np.array([page.is_listed for page in pages])
    for _ in range(STEPS):
        best = np.array([likeliest(page, own) for page in pages])
        chance = 1 / (1 + np.exp(-(best @ own + begin)))
        off = (chance - wanted) * np.where(wanted, DEAR, 1.0)
        own -= PACE * (off @ best / len(pages) + HOLD * (own - weights))
        begin -= PACE * off.mean()
    return own, begin + PASSES


def told(pages: Sequence[Page], weights: Floats, start: float) -> tuple[float, float]:
    """Give the share kept of the pages that name a listed party, and the share of the others that passes."""
    scores = np.array([best_score(page, weights, start) for page in pages])
    wanted = np.array([page.is_listed for page in pages])
    return float((scores[wanted] >= PASSES).mean()), float((scores[~wanted] >= PASSES).mean())


def best_score(page: Page, weights: Floats, start: float) -> float:
    """Give what the likeliest name of a page weighs."""
    return float((page.shown @ weights).max()) + start if len(page.shown) else -np.inf


def start_that_keeps(pages: Sequence[Page], weights: Floats) -> float:
    """Give the start with which as many pages are kept as should be."""
    scores = sorted(best_score(page, weights, 0.0) for page in pages if page.is_listed)
    return float(PASSES - scores[int((1 - KEPT) * len(scores))])


def main() -> int:
    """Fit, and say what comes of it."""
    parser = argparse.ArgumentParser(prog="bench.triage_fit", description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    args = parser.parse_args()
    chance = random.Random(SEED)
    with bench_home(args.shared) as home:
        tools = tools_of(home)
        assert tools.sieve is not None
        texts = fresh_texts(args.shared, args.pages)
        rows = list(labelled([(text.kind, page_of(text.body, chance)) for text in texts], tools.desk, tools.sieve))
        pages = list(pages_of(rows, tools.sieve))
    fit, held = pages[::2], pages[1::2]
    own, _start = fitted(fit, IN_USE, START)
    start = start_that_keeps(fit, own)
    print(f"{len(pages)} pages, {sum(page.is_listed for page in pages)} with a listed party")
    for name, weights, begin in (("in use", IN_USE, START), ("fitted", own, start)):
        kept, passing = told(held, weights, begin)
        print(f"{name}: of the half held out {kept:.3f} kept, of the others {passing:.3f} pass")
    print(f"START {start:.2f}")
    for name, was, weight in zip(NAMES, IN_USE, own, strict=True):
        print(f"{name:24} {was:6.2f} {weight:6.2f}")
    for row, page in zip(rows, pages, strict=True):
        if page.is_listed and best_score(page, IN_USE, START) < PASSES:
            print(f"lost with the weights in use: {', '.join(row.listed[:3])} ({row.kind})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
