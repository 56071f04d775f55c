"""How costs grow: ten times the pages, the listed names, the length of a story; with a picture."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import log
from pathlib import Path
from time import process_time

from bench.corpus.pages import open_texts, page_of
from nongrata.corpus.tools import Tools
from nongrata.lists import ListedName
from nongrata.screening import ListedParty
from nongrata.sources import Capture
from nongrata.triage import Sieve, build_sieve, look_at

NOW = datetime(2024, 5, 17, tzinfo=UTC)
STEPS = (1, 3, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A cost in seconds at 1, 3 and 10 times."""

    name: str
    costs: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The power with which it grows between the ends: 1 is in proportion, n log n a little more."""
        return log(self.costs[-1] / self.costs[0]) / log(STEPS[-1] / STEPS[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """All curves."""

    curves: tuple[Curve, ...]

    @property
    def lines(self) -> list[str]:
        """Give the table."""
        return [
            "| cost, CPU | ×1 | ×3 | ×10 | grows with the power |",
            "|---|---|---|---|---|",
            *(
                f"| {each.name} | {' | '.join(f'{cost:.3g} s' for cost in each.costs)} | {each.exponent:.2f} |"
                for each in self.curves
            ),
        ]


def curves(shared: Path, tools: Tools) -> Grown:
    """Measure each."""
    assert tools.sieve is not None
    texts = [text.body for text in open_texts(shared) if text.kind == "wikinews"]
    chance = random.Random(9)
    pages = [page_of(body, chance) for body in texts]
    parties = list(tools.desk.index.parties[:6_000])
    short, long = parties[:300], parties[:1_000]
    measured: dict[str, Callable[[int], float]] = {
        "first look, pages": lambda n: _look(pages[:15] * n, tools.sieve),
        "full reading, pages": lambda n: _read(texts[: 3 * n], tools),
        "full reading, length of a story": lambda n: _read(["\n\n".join(texts[: 2 * n])], tools),
        "first look, length of a page": lambda n: _look(["".join(texts[: 10 * n]).encode()] * 5, tools.sieve),
        "making the sieve, listed names": lambda n: _sieve(short, n)[0],
        "first look, listed names": lambda n: _look(pages[:60], _sieve(long, n)[1]),
    }
    return Grown(curves=tuple(Curve(name=name, costs=_costs(cost)) for name, cost in measured.items()))


def _costs(cost: Callable[[int], float]) -> tuple[float, ...]:
    return tuple(cost(step) for step in STEPS)


def _look(pages: Sequence[bytes], sieve: Sieve | None) -> float:
    assert sieve is not None
    for page in pages[:50]:  # words that are met for the first time cost more, on any page
        look_at(page, sieve)
    began = process_time()
    for page in pages:
        look_at(page, sieve)
    return process_time() - began


def _read(texts: Sequence[str], tools: Tools) -> float:
    tools.desk.read_capture(_capture(texts[0][:500]))
    began = process_time()
    for text in texts:
        tools.desk.read_capture(_capture(text))
    return process_time() - began


def _capture(text: str) -> Capture:
    return Capture(uri="story", body=text.encode(), media_type="text/plain", fetched_at=NOW)


def _sieve(parties: Sequence[ListedParty], times: int) -> tuple[float, Sieve]:
    """Make a sieve over so many times the parties, the others of names that are nobody's; give what it cost too."""
    more = [_renamed(party, turn) for turn in range(times) for party in parties]
    began = process_time()
    sieve = build_sieve(more)
    return process_time() - began, sieve


def _renamed(party: ListedParty, turn: int) -> ListedParty:
    """Give a party whose names have their letters shifted, turn by turn: other names of the same make."""
    if turn == 0:
        return party
    shift = str.maketrans(
        {chr(first + i): chr(first + (i + 2 * turn + 1) % 26) for first in (ord("a"), ord("A")) for i in range(26)}
    )
    listing = party.listings[0]
    names = tuple(ListedName(text=name.text.translate(shift), kind=name.kind) for name in party.names)
    return replace(party, listings=(replace(listing, names=names),))


def as_svg(grown: Grown) -> str:
    """Draw the curves, both axes by powers of ten, with what grows in proportion as a dashed line."""
    width, height, margin = 640, 400, 50
    across, up = (width - 2 * margin) / log(10), (height - 2 * margin) / log(20)

    def line(costs: Sequence[float], style: str) -> str:
        points = " ".join(
            f"{margin + across * log(step):.0f},{height - margin - up * log(max(cost / costs[0], 0.5)):.0f}"
            for step, cost in zip(STEPS, costs, strict=True)
        )
        return f'<polyline fill="none" {style} points="{points}"/>'

    colours = ("#0b7285", "#c92a2a", "#5f3dc4", "#2b8a3e", "#e67700", "#495057")
    parts = [line(STEPS, 'stroke="#999" stroke-dasharray="6 4"')]
    for number, (curve, colour) in enumerate(zip(grown.curves, colours, strict=True)):
        parts.append(line(curve.costs, f'stroke="{colour}" stroke-width="2"'))
        told = f"{curve.name}: ×{curve.costs[-1] / curve.costs[0]:.1f}"
        parts.append(f'<text x="{margin + 10}" y="{margin + 16 * number}" fill="{colour}">{told}</text>')
    marks = "".join(
        f'<text x="{margin + across * log(step):.0f}" y="{height - margin + 18}">×{step}</text>' for step in STEPS
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="{width}" height="{height}" fill="white"/>'
        f'<path d="M{margin} {margin}V{height - margin}H{width - margin}" fill="none" stroke="#333"/>'
        f"{''.join(parts)}{marks}</svg>\n"
    )
