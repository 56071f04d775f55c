"""Who holds whom, as a picture: owners above, what they hold below, drawn by us."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nongrata.outputs.api.entities_shown import caption_of
from nongrata.outputs.api.listed import Beside, Listed, ListedEntity
from nongrata.outputs.words import one_line
from nongrata.screening import ListedParty

_WIDTH, _HEIGHT, _GAP, _DOWN = 190, 56, 20, 44  # of a box, and between two
_ACROSS, _MOST = 4, 8  # boxes in a row, and how many are drawn above, and below
_LETTERS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A party of the picture."""

    lines: tuple[str, ...]
    path: str | None  # its own page
    x: int
    y: int
    is_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A tie, from what holds down to what is held."""

    x1: int
    y1: int
    x2: int
    y2: int
    is_holding: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Boxes in rows: who is above, the party, who is below."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int
    sentences: tuple[str, ...]  # the same in words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tie:
    name: str
    path: str | None
    says: str
    is_above: bool
    is_holding: bool


def picture_of(parties: Iterable[ListedParty], listed: Listed) -> Picture | None:
    """Give the picture of what is above and below the first of these parties; None where nothing is known."""
    party = next(iter(parties), None)
    if party is None:
        return None
    found = listed.of_party(party)
    ties = list({(each.path, each.is_above): each for each in _ties(found, listed)}.values())
    if not ties:
        return None
    middle = _Tie(name=one_line(caption_of(found.entity)), path=None, says="", is_above=False, is_holding=False)
    above = _in_rows([each for each in ties if each.is_above][:_MOST])
    below = _in_rows([each for each in ties if not each.is_above][:_MOST])
    rows = [*above, [middle], *below]
    width = max(map(len, rows)) * (_WIDTH + _GAP) - _GAP
    return Picture(
        width=width,
        height=len(rows) * (_HEIGHT + _DOWN) - _DOWN,
        boxes=tuple(_boxes(rows, len(above), width)),
        lines=tuple(_lines(rows, len(above), width)),
        left_out=len(ties) - sum(map(len, above)) - sum(map(len, below)),
        sentences=tuple(_sentence(each, middle.name) for each in ties),
    )


def _in_rows(ties: list[_Tie]) -> list[list[_Tie]]:
    return [ties[at : at + _ACROSS] for at in range(0, len(ties), _ACROSS)]


def _ties(found: ListedEntity, listed: Listed) -> Iterator[_Tie]:
    """Give who is tied: an owner, or whom the lists say that the party belongs to, is above."""
    for name, is_above in (
        ("ownershipAsset", True),
        ("unknownLinkTo", True),
        ("ownershipOwner", False),
        ("unknownLinkFrom", False),
    ):
        for each in found.beside.get(name, ()):
            yield from _ends(each, listed, is_above=is_above)


def _ends(each: Beside, listed: Listed, *, is_above: bool) -> Iterator[_Tie]:
    told = each.entity["properties"]
    share = f"{told['percentage'][0]} %" if told.get("percentage") else ""
    is_holding = each.entity["schema"] == "Ownership"
    says = share or ("holds" if is_holding else next(iter(told.get("role", [])), "linked"))
    for id_ in told.get(each.far or "", []):
        end = listed.named(id_)
        if end is not None:
            name, path = one_line(caption_of(end.entity)), f"/listed/{end.entity['id']}"
            yield _Tie(name=name, path=path, says=one_line(says)[:24], is_above=is_above, is_holding=is_holding)


def _boxes(rows: list[list[_Tie]], middle: int, width: int) -> Iterator[Box]:
    for number, row in enumerate(rows):
        for place, each in enumerate(row):
            x, y = _at(number, place, len(row), width)
            yield Box(lines=_cut(each.name), path=each.path, x=x, y=y, is_asked=number == middle)


def _lines(rows: list[list[_Tie]], middle: int, width: int) -> Iterator[Line]:
    x, y = _at(middle, 0, 1, width)
    for number, row in enumerate(rows):
        for place, each in enumerate(row):
            if number == middle:
                continue
            at = _at(number, place, len(row), width)
            top, bottom = (at, (x, y)) if number < middle else ((x, y), at)
            yield Line(
                x1=top[0] + _WIDTH // 2,
                y1=top[1] + _HEIGHT,
                x2=bottom[0] + _WIDTH // 2,
                y2=bottom[1],
                is_holding=each.is_holding,
            )


def _at(row: int, place: int, count: int, width: int) -> tuple[int, int]:
    own = count * (_WIDTH + _GAP) - _GAP
    return (width - own) // 2 + place * (_WIDTH + _GAP), row * (_HEIGHT + _DOWN)


def _cut(name: str) -> tuple[str, ...]:
    """Give a name in at most two lines.

    >>> _cut("JOINT STOCK COMPANY SUKHOI DESIGN BUREAU OF MOSCOW")
    ('JOINT STOCK COMPANY', 'SUKHOI DESIGN BUREAU OF…')
    """
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LETTERS:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines) if len(lines) <= 2 else (lines[0], f"{lines[1]}…")


def _sentence(tie: _Tie, name: str) -> str:
    upper, lower = (tie.name, name) if tie.is_above else (name, tie.name)
    if tie.is_holding:
        return f"{upper} holds {tie.says if '%' in tie.says else 'a share that is not told'} of {lower}"
    return f"{lower} is linked to {upper} ({tie.says})"
