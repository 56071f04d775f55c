"""What people judged: lines that are only added. The last one on two ids counts, until it is taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.lists.judgements import Judgement, Verdict, standing
from nongrata.screening.judged import Subject
from nongrata.store.database import Database, Row, json_text, maybe_moment, moment_of, text_of

_COLUMNS = "id, left_id, right_id, verdict, judged_by, judged_on, because, taken_back, subject"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptJudgement:
    """A judgement with its number; `subject` tells what `left` was: a party as a story tells of it."""

    number: int
    judgement: Judgement
    subject: Subject | None


@dataclass(frozen=True, slots=True)
class JudgementShelf:
    """The judgements."""

    database: Database

    def put(self, judgement: Judgement, *, subject: Subject | None = None) -> int:
        """Add a judgement; give its number."""
        found = self.database.rows(
            "INSERT INTO judgement (left_id, right_id, verdict, judged_by, judged_on, because, taken_back, subject)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            *(judgement.left, judgement.right, judgement.verdict.value, judgement.by, text_of(judgement.on)),
            judgement.because,
            None if judgement.taken_back is None else text_of(judgement.taken_back),
            None if subject is None else json_text([subject.name, subject.schema, subject.facts]),
        )
        return int(found[0][0])

    def get(self, number: int) -> KeptJudgement | None:
        """Give one by its number."""
        return next(iter(self._found("WHERE id = ?", number)), None)

    def all(self) -> tuple[KeptJudgement, ...]:
        """Give all, the first one first."""
        return tuple(self._found("ORDER BY id"))

    def standing(self) -> tuple[KeptJudgement, ...]:
        """Give those that are held now: of each two ids the last one, unless it was taken back."""
        kept = {id(each.judgement): each for each in self.all()}
        return tuple(kept[id(each)] for each in standing(each.judgement for each in kept.values()))

    def about(self, one: str) -> tuple[KeptJudgement, ...]:
        """Give all that was ever judged of an id."""
        return tuple(self._found("WHERE left_id = ? OR right_id = ? ORDER BY id", one, one))

    def others(self, one: str) -> frozenset[str]:
        """Give the ids that people hold to be the same as this one."""
        held = standing(each.judgement for each in self.about(one))
        same = [each for each in held if each.verdict is Verdict.SAME]
        return frozenset(other for each in same for other in (each.left, each.right)) - {one}

    def between(self, ids: frozenset[str]) -> tuple[Judgement, ...]:
        """Give what is held of two of these."""
        found = [each.judgement for one in sorted(ids) for each in self.about(one)]
        return tuple(each for each in standing(found) if {each.left, each.right} <= ids)

    def _found(self, where: str, *values: str | int) -> Iterator[KeptJudgement]:
        return map(_kept, self.database.rows(f"SELECT {_COLUMNS} FROM judgement {where}", *values))


def _kept(row: Row) -> KeptJudgement:
    number, left, right, verdict, by, on, because, taken_back, subject = row
    judgement = Judgement(
        left=left,
        right=right,
        verdict=Verdict(verdict),
        by=by,
        on=moment_of(on),
        because=because,
        taken_back=maybe_moment(taken_back),
    )
    return KeptJudgement(number=number, judgement=judgement, subject=None if subject is None else _subject(subject))


def _subject(text: str) -> Subject:
    name, schema, facts = json.loads(text)
    return Subject(name=name, schema=schema, facts=tuple((kind, value) for kind, value in facts))
