"""JSON as rows: an object or a name on each line, or one array of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from nongrata.rows.entity import row_of
from nongrata.rows.record import BadRow, Layout, Row
from nongrata.rows.text import LONGEST_LINE, is_broken
from nongrata.values import SourceError

MAX_ARRAY = 64 * 1024 * 1024  # of a JSON text that is no lines, and has to be read as a whole


def rows_in_lines(lines: Iterable[str], layout: Layout) -> Iterator[Row | BadRow]:
    """Give the row of each line, or why there is none; blank lines are left out.

    >>> [type(row).__name__ for row in rows_in_lines(['{"name": "Ivan Orlov"}', "", '{"na', "3"], Layout())]
    ['Row', 'BadRow', 'BadRow']
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        told = _parsed(line)
        yield BadRow(number=number, reason=told[0]) if isinstance(told, tuple) else row_of(told, number, layout)


def _parsed(line: str) -> object:
    """Give what a line holds; a tuple of one text says what is wrong with it."""
    if len(line) > LONGEST_LINE:
        return (f"found a line of more than {LONGEST_LINE:,} characters",)
    if is_broken(line):
        return ("found bytes that are not of the file's encoding: --encoding NAME tells another",)
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return (f"found a line that is no JSON: {line.strip()[:40]}",)


def is_whole(head: str) -> bool:
    """Be one JSON text over many lines, an array or a single object, and no lines of JSON."""
    first = head.lstrip().partition("\n")[0].strip()
    try:
        json.loads(first)
    except RecursionError:
        return False
    except ValueError:
        return head.lstrip().startswith("[") or first == "{"
    return first.startswith("[")


def rows_in_whole(stream: BinaryIO, encoding: str, layout: Layout, source: str) -> Iterator[Row | BadRow]:
    """Give the rows of one JSON text. Raises SourceError for what is too large, no JSON, or holds no rows."""
    data = stream.read(MAX_ARRAY + 1)
    if len(data) > MAX_ARRAY:
        raise SourceError(
            source, f"found a JSON array of more than {MAX_ARRAY >> 20} MiB; wanted an object on each line"
        )
    try:
        told = json.loads(data.decode(encoding))
    except (ValueError, RecursionError) as error:
        raise SourceError(source, f"found no JSON ({' '.join(str(error).split())[:80]}); wanted JSON lines") from None
    for number, each in enumerate(told if isinstance(told, list) else [told], start=1):
        yield row_of(each, number, layout)
