"""What people judged: lines that are only added. The last one on two ids counts, until it is taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.lists.joins.judgements import Judgement, Verdict, member_of, standing
from nongrata.screening.judged import Ruling
from nongrata.store.about import About, about_json, about_of
from nongrata.store.sql.database import Database, Row, json_text, maybe_moment, moment_of, text_of

_COLUMNS = "id, left_id, right_id, verdict, judged_by, judged_on, because, taken_back, about"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptJudgement:
    """A judgement with its number; `about` tells what it was made of, where that is a party and an entry of a list."""

    number: int
    judgement: Judgement
    about: About | None


@dataclass(frozen=True, slots=True)
class JudgementShelf:
    """The judgements."""

    database: Database

    def put(self, judgement: Judgement, *, about: About | None = None) -> int:
        """Add a judgement; give its number."""
        found = self.database.rows(
            "INSERT INTO judgement (left_id, right_id, verdict, judged_by, judged_on, because, taken_back, about)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            *(judgement.left, judgement.right, judgement.verdict.value, judgement.by, text_of(judgement.on)),
            judgement.because,
            None if judgement.taken_back is None else text_of(judgement.taken_back),
            None if about is None else json_text(about_json(about)),
        )
        return int(found[0][0])

    def get(self, number: int) -> KeptJudgement | None:
        """Give one by its number."""
        return next(iter(self._found("WHERE id = ?", number)), None)

    def all(self) -> tuple[KeptJudgement, ...]:
        """Give all, the first one first."""
        return tuple(self._found("ORDER BY id"))

    def after(self, number: int) -> tuple[KeptJudgement, ...]:
        """Give those that were added after one, in their order."""
        return tuple(self._found("WHERE id > ? ORDER BY id", number))

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

    def last(self) -> int:
        """Give the number of the last judgement; 0 for none."""
        return int(self.database.rows("SELECT coalesce(max(id), 0) FROM judgement")[0][0])

    def rulings(self) -> tuple[Ruling, ...]:
        """Give the rulings on parties that are held now."""
        return tuple(ruling for kept in self.standing() if (ruling := ruling_of(kept)) is not None)

    def _found(self, where: str, *values: str | int) -> Iterator[KeptJudgement]:
        return map(_kept, self.database.rows(f"SELECT {_COLUMNS} FROM judgement {where}", *values))


def ruling_of(kept: KeptJudgement) -> Ruling | None:
    """Give the ruling that a judgement is; None for one on two members, or two entries of lists."""
    made, entry = kept.judgement, member_of(kept.judgement.right)
    if kept.about is None or entry is None:
        return None
    list_id, entity_id = entry
    return Ruling(
        subject=kept.about.subject,
        list_id=list_id,
        entity_id=entity_id,
        caption=kept.about.caption,
        verdict=made.verdict,
        by=made.by,
        on=made.on,
        because=made.because,
        told=kept.about.told,
    )


def _kept(row: Row) -> KeptJudgement:
    number, left, right, verdict, by, on, because, taken_back, about = row
    judgement = Judgement(
        left=left,
        right=right,
        verdict=Verdict(verdict),
        by=by,
        on=moment_of(on),
        because=because,
        taken_back=maybe_moment(taken_back),
    )
    return KeptJudgement(
        number=number, judgement=judgement, about=None if about is None else about_of(json.loads(about))
    )
