"""Rows answered as text, one after the other, in this process; bulk.py has another way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from nongrata.desk import Desk
from nongrata.outputs.screen.answer import Answer, Asked, Outcome, answers
from nongrata.rows import BadRow, Row

Rows = Iterable[Row | BadRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer as it is written."""

    text: str
    outcome: Outcome
    skipped: str | None = None  # which row was, and why


Engine = Callable[[Rows], Iterator[Told]]


def here(desk: Desk, asked: Asked, each: Callable[[Answer], str]) -> Engine:
    """Give what answers rows in this process."""
    return lambda rows: (told_of(answer, each) for answer in answers(desk, rows, asked))


def told_of(answer: Answer, each: Callable[[Answer], str]) -> Told:
    """Give an answer as it is written."""
    row = answer.row
    skipped = f"row {row.number}: {row.reason}" if isinstance(row, BadRow) else None
    return Told(text=each(answer), outcome=answer.outcome, skipped=skipped)
