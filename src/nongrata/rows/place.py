"""Rows of cells as parties: where the heads are, what stands under them, and which rows are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from string import ascii_uppercase

from nongrata.rows.delimited import NO_CELL
from nongrata.rows.flaws import shown
from nongrata.rows.heads import KINDS, MOST_ABOVE, MOST_COLUMNS, NAMING, Heads, find_heads, kind_of, known_heads
from nongrata.rows.party import row_from
from nongrata.rows.record import BadRow, Cells, Layout, NumberedCells, Row, Say
from nongrata.values import SettingError, SourceError

_LONG_LINE = 150  # characters: names have 20, with all their parts 60
_PROSE = 3  # of so many lines one that is as long: a story has its headline, a byline and paragraphs
_WORDS = {kind: kind.replace("_", " ") for kind in KINDS}


def rows_under_heads(rows: NumberedCells, layout: Layout, source: str, say: Say) -> Iterator[Row | BadRow]:
    """Give each row as a party, or why it is none; say which columns are read. Raises SourceError without names."""
    rows = (each for each in rows if isinstance(each[1], str) or any(map(str.strip, each[1])))
    first = list(islice(rows, MOST_ABOVE if layout.has_heads else 1))
    if not first:
        raise SourceError(source, "found no rows in it; wanted a table of names")
    heads = place_columns([() if isinstance(cells, str) else cells for _number, cells in first], layout, source)
    say(_in_words(heads))
    for place, (number, cells) in enumerate(first):
        if place < heads.place and cells == NO_CELL:
            continue  # what sets a title apart from the table
        if place < heads.place:
            reason = "stands above the heads of the columns"
            yield BadRow(number=number, name="" if isinstance(cells, str) else shown(" ".join(cells)), reason=reason)
        elif place > heads.place:
            row = _row(number, cells, heads, layout)
            yield BadRow(number=number, reason="is a second row of heads") if _are_all_heads(cells, heads) else row
    for number, cells in rows:
        yield _row(number, cells, heads, layout)


def place_columns(rows: Sequence[Cells], layout: Layout, source: str) -> Heads:
    """Give what the columns are: as the layout says, else by their heads. Raises SourceError where no name is found.

    >>> layout = Layout(columns={"name": ("Bezeichnung",), "id": ("A",)})
    >>> place_columns([["Kd", "Bezeichnung"]], layout, "a.csv").columns
    {'name': (1,), 'id': (0,)}
    """
    found = find_heads(rows) if layout.has_heads else None
    if layout.columns:
        heads = _as_told(rows, layout, found)
    elif found is not None:
        heads = found
    elif _is_plain_list(rows, source):
        heads = Heads(place=-1, texts=(), columns={"name": (0,)})
    else:
        heads = Heads(place=-1, texts=(), columns={})
    if not any(kind in heads.columns for kind in NAMING):
        raise SourceError(source, _no_names(next(filter(None, rows), ()), layout))
    return heads


def _is_plain_list(rows: Sequence[Cells], source: str) -> bool:
    """Be a column without heads; not a table whose columns were not told apart, with heads in one cell.

    Raises SourceError for prose, which is no list of names.
    """
    texts = [cells[0] for cells in rows if cells]
    if any(len(cells) > 1 for cells in rows) or not texts or known_heads(texts[0]):
        return False
    if sum(len(text) > _LONG_LINE for text in texts) * _PROSE >= len(texts):
        raise SourceError(source, "found prose; wanted a name on each line. A story is read with  nongrata read")
    return True


def _as_told(rows: Sequence[Cells], layout: Layout, found: Heads | None) -> Heads:
    """Give the columns that a user names by head, number or letter, beside those that are known."""
    place = _row_that_has(rows, layout, found)
    texts = tuple(rows[place]) if place >= 0 else ()
    width = min(MOST_COLUMNS, max((len(cells) for cells in rows), default=0))
    told = {
        kind: tuple(at for name in names for at in _column(name, texts, width, kind))
        for kind, names in layout.columns.items()
    }
    taken = {at for places in told.values() for at in places}
    known = found.columns if found is not None and found.place == place else {}
    if "name" in told:  # what is told to be the name is all of it
        known = {kind: places for kind, places in known.items() if kind not in (*NAMING, "middle_name")}
    rest = {kind: tuple(at for at in places if at not in taken) for kind, places in known.items() if kind not in told}
    return Heads(place=place, texts=texts, columns={**{kind: at for kind, at in rest.items() if at}, **told})


def _row_that_has(rows: Sequence[Cells], layout: Layout, found: Heads | None) -> int:
    if not layout.has_heads:
        return -1
    wanted = {name.strip().casefold() for names in layout.columns.values() for name in names}
    hits = [len(wanted & {cell.strip().casefold() for cell in cells}) for cells in rows]
    most = max(hits, default=0)
    if most:
        return hits.index(most)
    return found.place if found is not None else next((at for at, cells in enumerate(rows) if cells), 0)


def _column(name: str, texts: Sequence[str], width: int, kind: str) -> tuple[int, ...]:
    """Give the places of a column by its head (all of them, where it stands twice), its number or its letter."""
    key = name.strip().casefold()
    by_head = tuple(at for at, text in enumerate(texts) if text.strip().casefold() == key)
    if by_head:
        return by_head
    number = int(name) if name.strip().isdecimal() and len(name) < 6 else _by_letters(name.strip())
    if number is not None and 1 <= number <= max(width, 1):
        return (number - 1,)
    known = ", ".join(repr(shown(text)) for text in texts if text.strip())[:300]
    raise SettingError(f"--{kind.replace('_', '-')}-column", name, f"one of {known}" if known else f"1 to {width}")


def _by_letters(name: str) -> int | None:
    """Give the number of the column that a spreadsheet calls so.

    >>> _by_letters("B"), _by_letters("AA"), _by_letters("Name")
    (2, 27, None)
    """
    if not 1 <= len(name) <= 2 or any(letter not in ascii_uppercase for letter in name):
        return None
    tens, ones = (0, name) if len(name) == 1 else (ord(name[0]) - ord("@"), name[1])
    return 26 * tens + ord(ones) - ord("@")


def _no_names(cells: Cells, layout: Layout) -> str:
    found = ", ".join(repr(shown(cell)) for cell in cells if cell.strip())[:300] or "nothing"
    wanted = "the head of the column with the names: --name-column HEAD, or its number; --no-header where there is none"
    if not layout.has_heads:
        wanted = "the number of the column with the names: --name-column 1"
    if layout.delimiter is not None and len(cells) == 1:
        wanted = f"several columns with {layout.delimiter!r} between them: leave out --delimiter, or tell another one"
    return f"found no column of names among {found}; wanted {wanted}"


def _row(number: int, cells: Cells | str, heads: Heads, layout: Layout) -> Row | BadRow:
    if isinstance(cells, str):
        return BadRow(number=number, reason=f"found {cells}")
    told = {kind: [cells[at] for at in places if at < len(cells)] for kind, places in heads.columns.items()}
    reason = _other_than_a_row(cells, heads)
    if reason is not None:
        names = [*told.get("name", ()), *told.get("last_name", ()), ""]
        return BadRow(number=number, id=shown("".join(told.get("id", ()))) or None, name=shown(names[0]), reason=reason)
    return row_from(number, told, layout)


def _other_than_a_row(cells: Cells, heads: Heads) -> str | None:
    """Say why these cells are no row of the table: heads again, or more of them than heads."""
    if heads.place < 0:
        return None
    if heads.are(cells):
        return "repeats the heads of the columns"
    if len(cells) > len(heads.texts) and any(cell.strip() for cell in cells[len(heads.texts) :]):
        count = f"{len(cells)} cells under {len(heads.texts)} heads"
        return f"found {count}: a cell that holds what stands between cells must be in quotes"
    return None


def _are_all_heads(cells: Cells | str, heads: Heads) -> bool:
    """Be words for columns, nearly all of them known, where the names stand too; and others than the row of heads'."""
    if isinstance(cells, str) or heads.place < 0 or heads.are(cells):
        return False
    shown_cells = [cell for cell in cells if cell.strip()]
    known = sum(kind_of(cell) is not None for cell in shown_cells)
    under_name = [cells[at] for kind in NAMING for at in heads.columns.get(kind, ()) if at < len(cells)]
    return known > 1 and 2 * known > len(shown_cells) and any(map(kind_of, under_name))


def _in_words(heads: Heads) -> str:
    """Say which columns are read as what, and which are left out.

    >>> _in_words(Heads(place=0, texts=("Kunde", "Ort"), columns={"name": (0,)}))
    "read 'Kunde' as name; left out 'Ort'"
    """
    if heads.place < 0 and heads.columns == {"name": (0,)}:
        return "found no heads of columns; each line is taken as a name"
    texts = [repr(shown(text)) for text in heads.texts] or [f"column {at + 1}" for at in range(MOST_COLUMNS)]
    read = [f"{' and '.join(texts[at] for at in at_)} as {_WORDS[kind]}" for kind, at_ in heads.columns.items()]
    taken = set(chain.from_iterable(heads.columns.values()))
    left = [repr(shown(text)) for at, text in enumerate(heads.texts) if at not in taken and text.strip()]
    more = f"; left out {', '.join(left[:12])}{' and others' if len(left) > 12 else ''}" if left else ""
    return f"read {', '.join(read)}{more}"
