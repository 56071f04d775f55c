"""Fit the weights of a line's looks anew: python -m bench.articles.furniture_fit [--without LOT…] [--write]

What is fitted on is our own: the labelled texts of sets/furniture, and stories of bench/events/sets/wires* among which
lines of sets/furniture_lines are strewn as pages have them. A first curve weighs each line by itself and its
neighbours' kinds; a second one sees what the first made of the neighbours. --without leaves texts out by the first
letters of their names.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.articles.furniture import Labelled, labelled, texts
from bench.events.wires import FOLDER, read_wires
from nongrata.articles.furniture.blocks import Block
from nongrata.articles.furniture.lines import Page
from nongrata.articles.furniture.looks import looks_of
from nongrata.articles.furniture.weighed import page_among
from nongrata.articles.stories import find_marked, find_parts

LINES = Path(__file__).parent / "sets" / "furniture_lines"
PACKED = Path(__file__).parents[2] / "src/nongrata/articles/weights.json"
WIRES = ("wires", "wires_held", "wires_third", "wires_fourth", "wires_fifth")
SEED = 11
STREWN = 6  # pages made of each wire
FOLDS = 4
STEPS, PACE, HOLD = 250, 0.1, 0.012
OWN_WEIGHT = 2.0  # of a labelled text's line beside one of a page that was made
FEWEST_LINES = 3  # different ones in which a look has to occur
LEAST = 0.05  # a weight below says nothing
LEARNED = ("word ", "pair ", "opens ")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A story's blocks in one text, and which of them are furniture: None counts neither way."""

    text: str
    blocks: Sequence[Block]
    wanted: tuple[bool | None, ...]
    worth: float


def strewn(story: str, pools: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    """Give a marked text: a story with lines of the pools about it."""
    title, *body = [line for line in story.splitlines() if line.strip()]
    heads = chance.sample([line for line in pools["head"] if len(line.split()) < 5], chance.randint(0, 3))
    lines = [_marked(line) for line in heads if chance.random() < 0.6] + [title]
    lines += [_marked(line) for line in chance.sample(pools["head"], chance.randint(0, 7))]
    for paragraph in body:
        lines.append(paragraph)
        if chance.random() < 0.3:
            lines += chance.sample(pools["body"], chance.randint(1, 3))
        if chance.random() < 0.25:
            lines += [_marked(line) for line in chance.sample(pools["mid"], chance.randint(1, 3))]
    if chance.random() < 0.5:
        lines += chance.sample(pools["body"], chance.randint(1, 2))
    for _ in range(chance.randint(0, 4) if chance.random() < 0.8 else 0):
        start = chance.randrange(len(pools["tail"]))
        lines += [_marked(line) for line in pools["tail"][start : start + chance.randint(1, 5)]]
    return chance.choice(("\n", "\n\n", "\n\n")).join(lines)


def stories() -> Iterator[str]:
    """Give the texts of stories without furniture: wires, and other kinds in which people say "you" and "we"."""
    yield from (wire.text for folder in WIRES for wire in read_wires(FOLDER.with_name(folder)))
    yield from (path.read_text("utf-8") for path in sorted((LINES / "stories").glob("*.txt")))


def _marked(line: str) -> str:
    return f"[[{line} ]]" if line.endswith("]") else f"[[{line}]]"


def parts_of(one: Labelled, worth: float) -> Iterator[Part]:
    """Give the stories of a labelled text, as the reader cuts them."""
    for blocks in find_parts(one.text, find_marked(one.text)):
        yield Part(text=one.text, blocks=blocks, wanted=tuple(_wanted(one, each) for each in blocks), worth=worth)


def _wanted(one: Labelled, block: Block) -> bool | None:
    inside = [i for i in range(block.span.start, block.span.end) if not one.text[i].isspace()]
    if block.kind == "date" or sum(i in one.ignored for i in inside) * 2 > len(inside):
        return None
    return sum(i in one.furniture for i in inside) * 2 > len(inside)


def parts(without: Sequence[str]) -> list[Part]:
    """Give all that is fitted on."""
    chance = random.Random(SEED)
    pools = {path.stem: path.read_text("utf-8").splitlines() for path in LINES.glob("*.txt")}
    found = [
        part
        for one in texts()
        if not one.name.startswith(tuple(without) or ("\0",))
        for part in parts_of(one, OWN_WEIGHT)
    ]
    for story in stories():
        for _ in range(STREWN):
            found += parts_of(labelled("strewn", strewn(story, pools, chance)), 1.0)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Lines as the numbers of their looks, end to end."""

    looks: NDArray[np.int64]
    starts: NDArray[np.int64]
    wanted: Floats
    worth: Floats
    part: NDArray[np.int64]


def rows_of(found: Sequence[Part], pages: Sequence[Page], names: Mapping[str, int]) -> Rows:
    """Give the rows of all lines that count."""
    looks: list[int] = []
    starts, wanted, worth, place = [], [], [], []
    for number, (part, page) in enumerate(zip(found, pages, strict=True)):
        for i, want in enumerate(part.wanted):
            if want is not None:
                starts.append(len(looks))
                looks += [names[look] for look in looks_of(page, i) if look in names]
                wanted.append(float(want))
                worth.append(part.worth * min(3.0, max(0.5, len(page.lines[i]) / 60)))
                place.append(number)
    as_floats = (np.array(each, dtype=np.float64) for each in (wanted, worth))
    as_ints = (np.array(each, dtype=np.int64) for each in (looks, starts, place))
    (w, o), (lk, st, pl) = as_floats, as_ints
    return Rows(looks=lk, starts=st, wanted=w, worth=o, part=pl)


def names_of(found: Sequence[Part], pages: Sequence[Page]) -> dict[str, int]:
    """Give the looks that occur in lines enough, and of words those that are not names."""
    lines: dict[str, set[str]] = defaultdict(set)
    small: set[str] = set()
    for part, page in zip(found, pages, strict=True):
        small |= set(re.findall(r"\b[a-z][a-z']+\b", part.text.replace("’", "'")))
        for i, line in enumerate(page.lines):
            for look in looks_of(page, i):
                lines[look].add(line)
    kept = sorted(
        look for look, where in lines.items()
        if len(where) >= FEWEST_LINES and (not look.startswith(LEARNED) or set(look.split()[1:]) <= small)
    )  # fmt: skip
    return {look: number for number, look in enumerate(kept)}


def fitted(rows: Rows, size: int, fold: NDArray[np.bool_]) -> Floats:
    """Give the weights that tell the lines of the fold best: a logistic curve, held towards nought."""
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    worth = rows.worth * fold / (rows.worth * fold).sum()
    counts = np.diff(np.append(rows.starts, len(rows.looks)))
    for step in range(1, STEPS + 1):
        off = (_curve(rows, weights) - rows.wanted) * worth
        slope = np.bincount(rows.looks, weights=np.repeat(off, counts), minlength=size) + HOLD / 100 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= PACE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
    return weights


def _curve(rows: Rows, weights: Floats) -> Floats:
    sums = np.add.reduceat(weights[rows.looks], rows.starts)
    curve: Floats = 1 / (1 + np.exp(-sums))
    return curve


def fit(found: Sequence[Part]) -> dict[str, dict[str, float]]:
    """Give both tables of weights; the second is fitted on what the first makes of parts that it was not fitted on."""
    pages = [Page.of(part.text, part.blocks) for part in found]
    names = names_of(found, pages)
    rows = rows_of(found, pages, names)
    folds = rows.part % FOLDS
    likely = np.zeros(len(rows.wanted))
    for fold in range(FOLDS):
        likely[folds == fold] = _curve(rows, fitted(rows, len(names), folds != fold))[folds == fold]
    among = [
        _page_among(part, page, likely[rows.part == at])
        for at, (part, page) in enumerate(zip(found, pages, strict=True))
    ]
    later = names_of(found, among)
    everything = np.ones(len(rows.wanted), dtype=bool)
    alone = fitted(rows, len(names), everything)
    second = rows_of(found, among, later)
    return {"alone": _table(names, alone), "among": _table(later, fitted(second, len(later), everything))}


def _page_among(part: Part, page: Page, likely: Floats) -> Page:
    told = iter(likely)
    each = [0.0 if want is None else float(next(told)) for want in part.wanted]
    return page_among(part.text, part.blocks, each, title=page.title)


def _table(names: Mapping[str, int], weights: Floats) -> dict[str, float]:
    return {name: round(float(weights[at]), 2) for name, at in names.items() if abs(weights[at]) >= LEAST}


def main() -> int:
    """Fit, say how large the tables are, and write them where asked to."""
    parser = argparse.ArgumentParser(prog="bench.articles.furniture_fit", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = parts(options.without)
    tables = fit(found)
    print(f"{len(found)} stories, {', '.join(f'{name}: {len(table)} looks' for name, table in tables.items())}")
    if options.write:
        PACKED.write_text(json.dumps(tables, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
