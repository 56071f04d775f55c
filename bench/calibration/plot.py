"""The reliability diagram, drawn by hand: what was told against what came true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from bench.calibration.outcomes import Bin

SIDE, LEFT, TOP, WIDTH, HEIGHT = 360, 56, 20, 560, 430
COLOURS = ("#1b6ca8", "#c4572b", "#3f7d3a")


def as_svg(series: Mapping[str, Sequence[Bin]]) -> str:
    """Give the plot: a circle for each bin, as large as it has pairs, and the line on which all would lie.

    >>> as_svg({"all": [Bin(pairs=4, told=0.5, came_true=0.5)]}).count("<circle")
    2
    """
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img" aria-label="Probabilities told, against the share that came true">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_grid(),
        _line((0.0, 0.0), (1.0, 1.0), "#888888", dashed=True),
    ]
    for place, (name, bins) in enumerate(series.items()):
        parts += _series(name, bins, COLOURS[place % len(COLOURS)], place)
    middle = LEFT + SIDE / 2
    parts.append(_text(middle, TOP + SIDE + 40, "probability told", anchor="middle"))
    parts.append(
        f'<text x="14" y="{TOP + SIDE / 2:.0f}" fill="#333333" text-anchor="middle" '
        f'transform="rotate(-90 14 {TOP + SIDE / 2:.0f})">share that came true</text>'
    )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _grid() -> list[str]:
    parts = []
    for step in range(0, 11, 2):
        at = step / 10
        parts += [_line((at, 0.0), (at, 1.0), "#e4e4e4"), _line((0.0, at), (1.0, at), "#e4e4e4")]
        parts.append(_text(LEFT + at * SIDE, TOP + SIDE + 18, f"{at:.1f}", anchor="middle"))
        parts.append(_text(LEFT - 8, TOP + SIDE - at * SIDE + 4, f"{at:.1f}", anchor="end"))
    return parts


def _series(name: str, bins: Sequence[Bin], colour: str, place: int) -> list[str]:
    places = [_place(each.told, each.came_true) for each in bins]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    most = max((each.pairs for each in bins), default=1)
    parts = [f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>']
    for each, (x, y) in zip(bins, places, strict=True):
        told = f"{each.pairs} pairs: told {each.told:.2f}, came true {each.came_true:.2f}"
        radius = 3 + 9 * sqrt(each.pairs / most)
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.55">'
            f"<title>{told}</title></circle>"
        )
    across, down = LEFT + SIDE + 20, TOP + 16 + place * 20
    parts.append(f'<circle cx="{across}" cy="{down - 4}" r="5" fill="{colour}"/>')
    parts.append(_text(across + 12, down, name, anchor="start"))
    return parts


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, *, dashed: bool = False) -> str:
    (x1, y1), (x2, y2) = _place(*start), _place(*end)
    dash = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"{dash}/>'


def _place(told: float, came_true: float) -> tuple[float, float]:
    return LEFT + told * SIDE, TOP + SIDE - came_true * SIDE


def _text(x: float, y: float, text: str, *, anchor: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="#333333" text-anchor="{anchor}">{text}</text>'
