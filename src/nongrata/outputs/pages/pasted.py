"""Names that were pasted: one on each line, and behind a tab or a semicolon what else is known of each."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from nongrata.rows.countries import country_told
from nongrata.rows.dates import days_in
from nongrata.rows.heads import find_heads

_CELLS = re.compile(r"\s*[\t;]\s*")
_HEADS = ("name", "birth_date", "country", "other")


def as_table(lines: Sequence[str]) -> tuple[str, str]:
    """Give pasted lines as a file's text and its ending: a table where something stands beside the names.

    Cells of a table that has heads are left as they are; in one without, a date and a country are known by themselves.

    >>> as_table(["Anna Orlova", "PUTIN, Vladimir"])
    ('Anna Orlova\\nPUTIN, Vladimir\\n', '.txt')
    >>> as_table(["7; Anna Orlova; Moscow; 1950", "Ivan Petrov; RU"])[0].splitlines()
    ['name,birth_date,country,other', 'Anna Orlova,1950,,7; Moscow', 'Ivan Petrov,,RU,']
    >>> as_table(["Ivan Petrov; RU"])[0].splitlines()
    ['name,birth_date,country', 'Ivan Petrov,,RU']
    """
    cells = [_CELLS.split(line) for line in lines]
    if all(len(each) == 1 for each in cells) or find_heads(cells[:1]) is not None:
        return "\n".join(lines) + "\n", ".txt"
    rows = [_HEADS, *map(_row, cells)]
    width = 4 if any(row[3] for row in rows[1:]) else 3
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(row[:width] for row in rows)
    return out.getvalue(), ".csv"


def _row(cells: Sequence[str]) -> tuple[str, str, str, str]:
    rest = [cell for cell in cells if cell]
    day = _taken(rest, next((cell for cell in rest if days_in(cell)), ""))
    name = _taken(rest, next((cell for cell in rest if any(map(str.isalpha, cell))), ""))
    country = _taken(rest, next((cell for cell in rest if country_told(cell)), ""))
    return name, day, country, "; ".join(rest)


def _taken(rest: list[str], cell: str) -> str:
    if cell:
        rest.remove(cell)
    return cell
