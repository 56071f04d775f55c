"""A Row: a party that somebody asks about, as one row of a table tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

LONGEST_NAME = 1_000  # characters; the longest listed name has about 300
LONGEST_CELL = 100_000  # Excel's own limit is 32,767


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A party to screen. `properties` are FollowTheMoney's, without the names."""

    number: int  # as a spreadsheet program counts rows, the heads included; lines for JSON
    id: str | None = None  # the table's own
    names: tuple[str, ...]  # at least one
    schema: str | None = None  # FollowTheMoney's; None: not told
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()  # what in it could not be used, in words

    @property
    def name(self) -> str:
        """The first name."""
        return self.names[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that cannot be screened, and why."""

    number: int
    id: str | None = None
    name: str = ""  # what stands where the name should, shortened
    reason: str


Cells = Sequence[str]
NumberedCells = Iterator[tuple[int, Cells | str]]  # a row's number and its cells, or why it is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a user says of a table; what is not said is found out."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # a kind of column: heads, numbers or letters
    schema: str | None = None  # of rows that do not tell theirs
    delimiter: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    has_heads: bool = True
    day_first: bool | None = None  # how 01/02/1980 is meant; None: either


Say = Callable[[str], None]  # takes what a reader should know of the table as a whole
