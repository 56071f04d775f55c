"""A table of measures, ours beside the peers', and what of ours is held against the floors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Table:
    """The rows to print, and our measures by their names."""

    columns: list[str]
    rows: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)
    measures: dict[str, float] = field(default_factory=dict)

    def add(
        self, row: str, wanted: str, cells: Mapping[str, str], *, value: float | None = None, title: str | None = None
    ) -> None:
        """Put a row below the others; with `value`, it is one of our measures, named by `title` or as the row is."""
        self.rows.append((row, wanted, cells))
        if value is not None:
            self.measures[title or row] = round(value, 4)

    def lines(self) -> list[str]:
        """Give the table in Markdown.

        >>> table = Table(columns=["ours"])
        >>> table.add("F1", ".80", {"ours": "0.81"}, value=0.81)
        >>> table.lines()
        ['| measure | wanted | ours |', '|---|---|---|', '| F1 | .80 | 0.81 |']
        """
        rows = [["measure", "wanted", *self.columns]]
        rows += [[row, wanted, *(cells.get(each, "") for each in self.columns)] for row, wanted, cells in self.rows]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return [lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]
