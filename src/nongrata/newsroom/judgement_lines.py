"""Judgements as lines in nomenklatura's resolver format, out of the store and into it.

Behind what nomenklatura reads stand when it was taken back, because of what, and what it was made of; nomenklatura
passes over them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from nongrata.lists.joins.judgements import Judgement, line_of, member_of, read_judgements
from nongrata.store.about import About, about_json, about_of
from nongrata.store.judgements import KeptJudgement
from nongrata.store.opened import Store
from nongrata.store.record import MemberId
from nongrata.values import ListError

_ABOUT = 8  # its place in a line
_MAX_LINE = 100_000


def export_lines(store: Store) -> Iterator[str]:
    """Give every judgement as a line, the first one first."""
    for kept in store.judgements.all():
        row = json.loads(line_of(_without_zone(kept.judgement)))
        row.append(None if kept.about is None else about_json(kept.about))
        yield json.dumps(row, ensure_ascii=False) + "\n"


def import_lines(store: Store, text: str, where: str, *, by: str, now: datetime) -> tuple[KeptJudgement, ...]:
    """Keep the judgements in these lines that are not there yet; give those. All or, with a ListError, none.

    Lines on two entries of lists are of no use here: `nongrata lists judge` keeps those.
    """
    there = {_key(kept.judgement) for kept in store.judgements.all()}
    added: list[KeptJudgement] = []
    with store.database.transaction():
        for judgement, about in _read(text, where):
            if _key(judgement) not in there:
                number = store.judgements.put(judgement, about=about)
                added.append(KeptJudgement(number=number, judgement=judgement, about=about))
        ids = {MemberId(each) for kept in added for each in (kept.judgement.left, kept.judgement.right)}
        store.parties.unite({each for each in ids if store.parties.get(each)})
        if added:
            detail: Mapping[str, object] = {"count": len(added), "numbers": [each.number for each in added]}
            store.audit.add(who=by, did="imported judgements", about=where, at=now, detail=detail)
    return tuple(added)


def _read(text: str, where: str) -> Iterator[tuple[Judgement, About | None]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if len(line) > _MAX_LINE:
            raise ListError(f"{where}:{number}", f"a line of {len(line):,} characters", f"at most {_MAX_LINE:,}")
        about = _about(line, f"{where}:{number}")
        for judgement in read_judgements(line if about is None else _shortened(line), f"{where}:{number}"):
            if about is not None and member_of(judgement.left) is not None:  # lines put the greater id first
                judgement = replace(judgement, left=judgement.right, right=judgement.left)
            yield _with_zone(judgement), about


def _about(line: str, where: str) -> About | None:
    try:
        row = json.loads(line)
        told = row[_ABOUT] if isinstance(row, list) and len(row) > _ABOUT else None
        return None if told is None else about_of(told)
    except (ValueError, RecursionError):
        raise ListError(where, f"{line[:60]!r}", "a line as  nongrata judge export  writes it") from None


def _shortened(line: str) -> str:
    return json.dumps(json.loads(line)[:_ABOUT])


def _key(judgement: Judgement) -> tuple[object, ...]:
    pair = frozenset((judgement.left, judgement.right))
    back = judgement.taken_back
    return pair, judgement.verdict, judgement.by, _seconds(judgement.on), None if back is None else _seconds(back)


def _seconds(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _without_zone(judgement: Judgement) -> Judgement:
    """Give it with nomenklatura's times: UTC's, without saying so."""
    back = judgement.taken_back
    return replace(judgement, on=_bare(judgement.on), taken_back=None if back is None else _bare(back))


def _with_zone(judgement: Judgement) -> Judgement:
    back = judgement.taken_back
    return replace(judgement, on=_aware(judgement.on), taken_back=None if back is None else _aware(back))


def _bare(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
