"""Separated values, record by record: one that cannot be read is told and the next ones are read all the same."""

from __future__ import annotations

import csv
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import islice

from nongrata.rows.heads import Heads, find_heads
from nongrata.rows.record import LONGEST_CELL, NumberedCells
from nongrata.rows.text import LONGEST_LINE, is_broken

NO_DELIMITER = "\x1f"  # what no table has between its columns: one column
_DELIMITERS = (",", ";", "\t", "|")
_MOST_LINES = 100  # of one record
_MOST_LETTERS = 2 * LONGEST_CELL
_SAMPLE = 100  # records by which the delimiter is told
_NEVER_CLOSES = 'a quote (") that is opened and never closed'
NO_CELL = "empty cells only; wanted a name"


def records_in(lines: Iterable[str], delimiter: str) -> NumberedCells:
    """Give each record's number and cells, or in words why it has none; blank lines are counted and left out.

    >>> list(records_in(['name,id\\n', '"Putin, V.",1\\n', '"open,2\\n'], ","))[1:]
    [(2, ['Putin, V.', '1']), (3, 'a quote (") that is opened and never closed: "open,2')]
    """
    waiting: deque[str] = deque()
    rest = iter(lines)
    number = 0
    while (line := _next(waiting, rest)) is not None:
        number += 1
        if number == 1 and line.startswith("sep=") and len(line.strip()) <= 5:  # Excel's own word on the delimiter
            continue
        if line.strip():
            cells = _record(line, waiting, rest, delimiter)
            yield number, cells if isinstance(cells, str) or any(map(str.strip, cells)) else NO_CELL


def _next(waiting: deque[str], rest: Iterator[str]) -> str | None:
    return waiting.popleft() if waiting else next(rest, None)


def _record(line: str, waiting: deque[str], rest: Iterator[str], delimiter: str) -> list[str] | str:
    if len(line) > LONGEST_LINE:
        return f"a line of more than {LONGEST_LINE:,} characters: {line[:40]}"
    if is_broken(line):
        return f"bytes that are not of the file's encoding (--encoding NAME tells another): {_shown(line)}"
    if '"' not in line:
        return line.rstrip("\r\n").split(delimiter)
    taken = [line]
    while (found := _parsed("".join(taken), delimiter)) is None:
        more = _next(waiting, rest)
        if more is not None:
            taken.append(more)
        if more is None or len(taken) > _MOST_LINES or sum(map(len, taken)) > _MOST_LETTERS:
            waiting.extendleft(reversed(taken[1:]))  # they may be sound by themselves
            return f"{_NEVER_CLOSES}: {_shown(line)}"
    if isinstance(found, str) and len(taken) > 1:
        waiting.extendleft(reversed(taken[1:]))
    return found


def _parsed(text: str, delimiter: str) -> list[str] | str | None:
    """Give a record's cells, why it has none, or None where a quote is still open."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            return None
        if "field limit" in str(error):
            return f"a cell of more than {csv.field_size_limit():,} characters: {_shown(text)}"
    if "\n" in text.rstrip("\r\n"):
        return f"{_NEVER_CLOSES}: {_shown(text)}"
    try:  # a quote inside a cell that is quoted as a whole: 'the "Volga" yard' as a sloppy program writes it
        return next(csv.reader([text], delimiter=delimiter))
    except csv.Error as error:
        return f"a line that is no csv ({error}): {_shown(text)}"


def _shown(line: str) -> str:
    return line.strip()[:60].encode("utf-8", "replace").decode()


def delimiter_of(lines: Iterable[str]) -> str:
    """Give what stands between the columns: that under which most heads are known, else the most even columns.

    >>> delimiter_of(["id;name\\n", "1;Putin, Vladimir\\n"]), delimiter_of(["name\\n", "Putin, Vladimir\\n"])
    (';', '\\x1f')
    """
    sample = list(islice(lines, _SAMPLE))
    if sample and sample[0].startswith("sep=") and len(sample[0].rstrip("\r\n")) == 5:
        return sample[0][4]
    scored = [(*_evenness(sample, delimiter), -place, delimiter) for place, delimiter in enumerate(_DELIMITERS)]
    heads, even, _place, best = max(scored)
    return best if even >= 0.5 or heads > 1 else NO_DELIMITER


def _evenness(sample: list[str], delimiter: str) -> tuple[int, float]:
    """Give how many heads are known, and the share of records that have as many cells as most, and more than one."""
    rows = [cells for _number, cells in records_in(sample, delimiter) if not isinstance(cells, str)]
    head: Heads | None = find_heads(rows)
    widths = Counter(len(cells) for cells in rows)
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    if head is not None and len(rows[head.place]) == 1:
        return 0, 0.0  # one head only: the others are inside its cells
    known = 0 if head is None else head.known
    return known, count / len(rows) if rows and width > 1 else 0.0
