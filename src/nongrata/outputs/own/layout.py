"""Where each party of an ownership tree stands in a picture: owners above, what is owned below, the party between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.outputs.own.tree import Branch, tree
from nongrata.ownership.own import Owned

WIDE = 7  # boxes in a row
WIDTH, HEIGHT, ACROSS, DOWN = 206.0, 76.0, 26.0, 78.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A party's place: the left upper corner."""

    label: str
    row: int  # 0: the party asked about; above it negative
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An owner's line down to the owned."""

    owner: str
    owned: str
    tie: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole picture."""

    boxes: dict[str, Box]
    lines: tuple[Line, ...]
    left_out: int  # parties for whom there is no room
    width: float
    height: float


def layout_of(owned: Owned) -> Layout:
    """Give everybody a place, the largest holders first where there are too many for a row."""
    rows: dict[str, int] = {owned.label: 0}
    lines: dict[tuple[str, str], Line] = {}
    for way, sign in (("up", -1), ("down", 1)):
        for parent, branch, depth, is_circle in _walk(tree(owned, "up" if way == "up" else "down")):
            ends = (branch.label, parent) if sign < 0 else (parent, branch.label)
            lines.setdefault(ends, Line(owner=ends[0], owned=ends[1], tie=branch.tie, counts=branch.counts))
            known = rows.get(branch.label)
            if known is None or (not is_circle and known * sign > 0 and depth > known * sign):
                rows[branch.label] = depth * sign
    kept, left_out = _kept(rows, owned.label)
    placed = _placed(kept, lines)
    shown = tuple(line for ends, line in lines.items() if ends[0] in placed and ends[1] in placed)
    return Layout(
        boxes=placed,
        lines=shown,
        left_out=left_out,
        width=max(box.x for box in placed.values()) + WIDTH,
        height=max(box.y for box in placed.values()) + HEIGHT,
    )


def _walk(root: Branch) -> Iterator[tuple[str, Branch, int, bool]]:
    """Give each branch with the one it grows from, its depth, and whether it closes a circle."""
    stack: list[tuple[Branch, tuple[str, ...]]] = [(root, (root.label,))]
    while stack:
        branch, way = stack.pop(0)
        for each in branch.branches:
            yield branch.label, each, len(way), each.label in way
            stack.append((each, (*way, each.label)))


def _kept(rows: dict[str, int], root: str) -> tuple[dict[int, list[str]], int]:
    found: dict[int, list[str]] = {}
    for label, row in rows.items():
        found.setdefault(row, []).append(label)
    kept = {row: [root] if row == 0 else labels[:WIDE] for row, labels in found.items()}
    return kept, len(rows) - sum(map(len, kept.values()))


def _placed(kept: dict[int, list[str]], lines: dict[tuple[str, str], Line]) -> dict[str, Box]:
    """Put each row in the order of those that its parties are tied to, and in the middle."""
    widest = max(len(labels) for labels in kept.values())
    whole = widest * (WIDTH + ACROSS) - ACROSS
    top = min(kept)
    placed: dict[str, Box] = {}
    for row in sorted(kept, key=abs):
        labels = sorted(kept[row], key=lambda label: _middle(label, placed, lines))
        left = (whole - len(labels) * (WIDTH + ACROSS) + ACROSS) / 2
        for place, label in enumerate(labels):
            x, y = left + place * (WIDTH + ACROSS), (row - top) * (HEIGHT + DOWN)
            placed[label] = Box(label=label, row=row, x=x, y=y)
    return placed


def _middle(label: str, placed: dict[str, Box], lines: dict[tuple[str, str], Line]) -> float:
    near = [
        placed[other].x
        for ends in lines
        if label in ends and (other := ends[1] if ends[0] == label else ends[0]) in placed
    ]
    return sum(near) / len(near) if near else 0.0
