"""The ownership tree as a picture: one SVG that stands alone, in light and dark, with every text escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from textwrap import wrap

from nongrata.outputs.own.layout import HEIGHT, WIDTH, Box, Layout, Line, layout_of
from nongrata.outputs.own.tree import caught_by, listed_by
from nongrata.outputs.words import and_words, date_words, one_line
from nongrata.ownership.own import Owned

_EDGE, _HEAD, _FOOT, _AROUND = 28.0, 92.0, 90.0, 70.0
_NAME, _SMALL, _TIE = 25, 34, 22  # letters in a line of a box, beside a line
_LEAST = 640.0
_STYLE = """
svg{--paper:#fff;--ink:#1a1d21;--soft:#5b636d;--line:#8d96a0;--box:#f6f7f8;--listed:#b42318;--listed-bg:#fde8e4;
--owned:#8a5000;--owned-bg:#fdf0d5;--maybe:#5b3fa8;--maybe-bg:#eee9fb;background:var(--paper);
font-family:Inter,system-ui,-apple-system,"Segoe UI",sans-serif}
@media(prefers-color-scheme:dark){svg{--paper:#14171a;--ink:#e8eaed;--soft:#a3abb4;--line:#6f7882;--box:#1f2429;
--listed:#ff8a75;--listed-bg:#3b1a15;--owned:#f0b45b;--owned-bg:#35270f;--maybe:#b9a3ff;--maybe-bg:#272040}}
text{fill:var(--ink)}.title{font-size:21px;font-weight:700}.says{font-size:13.5px;fill:var(--soft)}
.box{fill:var(--box);stroke:var(--line);stroke-width:1.2}.asked .box{stroke-width:3;stroke:var(--ink)}
.listed .box{fill:var(--listed-bg);stroke:var(--listed)}.owned .box{fill:var(--owned-bg);stroke:var(--owned)}
.maybe .box{fill:var(--maybe-bg);stroke:var(--maybe);stroke-dasharray:5 3}
.name{font-size:13.5px;font-weight:650;text-anchor:middle}.mark{font-size:11px;font-weight:600;text-anchor:middle}
.listed .mark{fill:var(--listed)}.owned .mark{fill:var(--owned)}.maybe .mark{fill:var(--maybe)}
.tie{fill:none;stroke:var(--line);stroke-width:1.6}.tie.counts{stroke:var(--listed);stroke-width:2.4}
.tie.loose{stroke-dasharray:3 4}.head{fill:var(--line)}.head.counts{fill:var(--listed)}
.share{font-size:12px;font-weight:600;text-anchor:middle;paint-order:stroke;stroke:var(--paper);stroke-width:5px;
stroke-linejoin:round}
"""


def as_svg(owned: Owned) -> str:
    """Give the picture. It asks nothing of the network, and runs nothing."""
    layout = layout_of(owned)
    width, height = max(_LEAST, layout.width + 2 * _margin(layout)), layout.height + _HEAD + _FOOT
    shift = (width - layout.width) / 2
    says, lines = _says(owned), list(_lines(owned, layout))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" aria-labelledby="title says">',
        f'<title id="title">{_text(f"Who owns {owned.label}")}</title>',
        f'<desc id="says">{_text(says)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<text class="title" x="{_EDGE:.0f}" y="36">{_text(_cut(owned.label, int(width / 13)))}</text>',
        *(
            f'<text class="says" x="{_EDGE:.0f}" y="{58 + 17 * nth}">{_text(line)}</text>'
            for nth, line in enumerate(wrap(says, int(width / 7.2))[:2])
        ),
        f'<g transform="translate({shift:.1f} {_HEAD:.0f})">',
        *(drawn for drawn, _ in lines),
        *(_box(owned, box) for box in layout.boxes.values()),
        *(share for _, share in lines),
        "</g>",
        *_foot(owned, layout, width, height),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _says(owned: Owned) -> str:
    """Say the answer in one sentence."""
    listed, caught = listed_by(owned, owned.around.party), caught_by(owned, owned.label)
    day = f" on {date_words(owned.as_of.isoformat())}" if owned.as_of else ""
    parts = [f"Listed by {and_words(listed)}" if listed else "On no list used here"]
    parts += [f"caught through its owners under {and_words(caught)}"] if caught else []
    return ", ".join(parts) + day + "."


def _margin(layout: Layout) -> float:
    """Give the room beside the boxes: more where a line goes around some of them."""
    rows = ((layout.boxes[line.owner].row, layout.boxes[line.owned].row) for line in layout.lines)
    return _EDGE + (_AROUND if any(below - above != 1 for above, below in rows) else 0.0)


def _lines(owned: Owned, layout: Layout) -> Iterator[tuple[str, str]]:
    """Give every line, and its share beside the end where fewer lines meet."""
    out, into = (Counter(getattr(line, end) for line in layout.lines) for end in ("owner", "owned"))
    kinds = {line: _kind(owned, line) for line in layout.lines}
    for line, kind in sorted(kinds.items(), key=lambda each: each[1] == "counts"):
        owner, below = layout.boxes[line.owner], layout.boxes[line.owned]
        if below.row - owner.row == 1:
            way, head, at = _down(owner, below, near_owner=out[line.owner] <= into[line.owned])
        else:
            way, head, at = _aside(owner, below, layout.width)
        drawn = f'<path class="tie {kind}" d="{way}"/><path class="head {kind}" d="{head}"/>'
        words = _text(_cut(line.tie.replace(" (cannot be right)", " !"), _TIE))
        yield drawn, f'<text class="share" x="{at[0]:.1f}" y="{at[1]:.1f}">{words}</text>'


def _kind(owned: Owned, line: Line) -> str:
    if not line.counts:
        return "loose"
    return "counts" if _standing(owned, line.owner) in ("listed", "owned") else "plain"


_Drawn = tuple[str, str, tuple[float, float]]  # the line, its head, where its share stands


def _down(owner: Box, owned: Box, *, near_owner: bool) -> _Drawn:
    """Draw a line to the next row."""
    x1, y1, x2, y2 = owner.x + WIDTH / 2, owner.y + HEIGHT, owned.x + WIDTH / 2, owned.y
    middle, share = (y1 + y2) / 2, 0.27 if near_owner else 0.73
    way = f"M{x1:.1f} {y1:.1f}C{x1:.1f} {middle:.1f} {x2:.1f} {middle:.1f} {x2:.1f} {y2 - 8:.1f}"
    at = (_along((x1, x1, x2, x2), share), _along((y1, middle, middle, y2), share) + 4)
    return way, f"M{x2:.1f} {y2 - 1:.1f}l-5 -9h10z", at


def _aside(owner: Box, owned: Box, width: float) -> _Drawn:
    """Draw a line around the boxes between: over rows, along one, or back up where the owners go in a circle."""
    is_left = owner.x + owned.x + WIDTH < width
    side, edge = (-1, 0.0) if is_left else (1, WIDTH)
    x1, y1, x2, y2 = owner.x + edge, owner.y + HEIGHT / 2, owned.x + edge, owned.y + HEIGHT / 2
    bend = (min(x1, x2) if is_left else max(x1, x2)) + side * _AROUND
    way = f"M{x1:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y2:.1f} {x2 + side * 8:.1f} {y2:.1f}"
    at = (_along((x1, bend, bend, x2), 0.5), _along((y1, y1, y2, y2), 0.5) + 4)
    return way, f"M{x2 + side:.1f} {y2:.1f}l{side * 9} -5v10z", at


def _along(points: tuple[float, float, float, float], t: float) -> float:
    """Give the place on a curve."""
    p0, p1, p2, p3 = points
    s = 1 - t
    return s**3 * p0 + 3 * s**2 * t * p1 + 3 * s * t**2 * p2 + t**3 * p3


def _standing(owned: Owned, label: str) -> str:
    member = owned.around.members[label]
    if listed_by(owned, member):
        return "listed"
    if caught_by(owned, label):
        return "owned"
    return "maybe" if any(each.verdict == "possible" for each in member.listed) else "none"


def _box(owned: Owned, box: Box) -> str:
    member = owned.around.members[box.label]
    listed, caught = listed_by(owned, member), caught_by(owned, box.label)
    marks = [f"listed: {' '.join(map(one_line, listed))}"] if listed else []
    marks += [f"caught: {' '.join(caught)}"] if caught else []
    if not marks and _standing(owned, box.label) == "maybe":
        marks = ["possibly a listed party"]
    name = _name_lines(one_line(box.label))
    rows = [("name", line, 16.5) for line in name] + [("mark", _cut(mark, _SMALL), 14.0) for mark in marks[:2]]
    y = box.y + (HEIGHT - sum(row[2] for row in rows)) / 2 + 12
    parts = [f'<rect class="box" x="{box.x:.1f}" y="{box.y:.1f}" width="{WIDTH:.0f}" height="{HEIGHT:.0f}" rx="8"/>']
    for kind, line, height in rows:
        parts.append(f'<text class="{kind}" x="{box.x + WIDTH / 2:.1f}" y="{y:.1f}">{_text(line)}</text>')
        y += height
    asked = " asked" if box.label == owned.label else ""
    return f'<g class="{_standing(owned, box.label)}{asked}"><title>{_text(box.label)}</title>{"".join(parts)}</g>'


def _name_lines(name: str) -> list[str]:
    """Give a name in at most two lines; capitals are wider."""
    most = _NAME - 4 if sum(map(str.isupper, name)) > len(name) / 2 else _NAME
    lines = wrap(name, most)
    return lines if len(lines) <= 2 else [lines[0], _cut(" ".join(lines[1:]), most)]


def _foot(owned: Owned, layout: Layout, width: float, height: float) -> Iterator[str]:
    stakes = owned.around.stakes
    sources = list(dict.fromkeys(one_line(stake.source) for stake in stakes if stake.source))
    most = int(width / 7.8)
    told = wrap(f"Sources: {'; '.join(sources) or 'none'}.", most)
    more = [f"{layout.left_out} more parties are not drawn."] if layout.left_out else []
    key = "A red line is a stake of a listed or caught party; dashes are ties that own nothing."
    shown = [*wrap(key, most), *more, told[0] if len(told) == 1 else _cut(told[0], most - 2) + " …"]
    for nth, line in enumerate(shown):
        yield f'<text class="says" x="{_EDGE:.0f}" y="{height - _FOOT + 34 + 16 * nth:.0f}">{_text(line)}</text>'


def _cut(text: str, most: int) -> str:
    text = one_line(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _text(text: str) -> str:
    """Give a text that is nothing but text in XML; what no XML may hold is shown as a sign."""
    return escape("".join(sign if sign.isprintable() else "\ufffd" for sign in one_line(text)))
