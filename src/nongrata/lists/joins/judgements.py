"""What people judge of two entries: the same, not the same, or unsure. It rules over what was joined by comparing.

A judgement is a line, as nomenklatura 4 dumps and loads its resolver: [target, source, judgement, score, user, created
at], with two more that it passes over: when it was taken back, and because of what. Nothing is edited: whoever thinks
again adds a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from itertools import pairwise

from nongrata.lists.joins.join import Join, Member
from nongrata.lists.record import EntityId, ListedName, ListFile, ListId, Listing
from nongrata.values import ListError
from nongrata.values.moments import parse_moment

_WANTED = '["target", "source", "positive", null, "user", "2026-01-31T12:00:00"], as nomenklatura writes them'
_MAX_LINE = 20_000
_CUT = re.compile(r"(?<=\.\d{6})\+0$")


class Verdict(Enum):
    """What a person judged; the values are nomenklatura's."""

    SAME = "positive"
    NOT_SAME = "negative"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """That a person judged two entries to be one party, or not, or could not tell."""

    left: str  # "us_ofac_sdn:40556"; in others' files any id
    right: str
    verdict: Verdict
    by: str
    on: datetime
    because: str = ""
    taken_back: datetime | None = None


def id_of(member: Member) -> str:
    """Give an entry's id among all lists.

    >>> id_of((ListId("us_ofac_sdn"), EntityId("40556")))
    'us_ofac_sdn:40556'
    """
    return ":".join(member)


def member_of(entry: str) -> Member | None:
    """Give the list and the publisher's id; None for an id that is of no list: "NK-…", "Q7747"."""
    list_id, colon, entity_id = entry.partition(":")
    return (ListId(list_id), EntityId(entity_id)) if colon and list_id and entity_id else None


def line_of(judgement: Judgement) -> str:
    """Give a judgement as a line, with its line end."""
    target, source = sorted((judgement.left, judgement.right), reverse=True)
    taken_back = judgement.taken_back
    row = [
        *(target, source, judgement.verdict.value, None, judgement.by, judgement.on.isoformat()[:28]),
        *(taken_back.isoformat()[:28] if taken_back else None, judgement.because),
    ]
    return json.dumps(row, ensure_ascii=False) + "\n"


def read_judgements(text: str, where: str) -> tuple[Judgement, ...]:
    """Give the judgements in these lines, undecided ones left out. Raises ListError for a line that is none."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                judgement = _judgement(json.loads(line)) if len(line) <= _MAX_LINE else None
            except (ValueError, TypeError, IndexError, RecursionError):
                raise ListError(f"{where}:{number}", f"{line[:60]!r}", _WANTED) from None
            if judgement is not None:
                found.append(judgement)
    return tuple(found)


def _judgement(row: object) -> Judgement | None:
    if not isinstance(row, list):
        raise TypeError(row)
    target, source, verdict, _score, by, on = row[:6]
    if verdict == "no_judgement":
        return None
    taken_back, because = [*row[6:8], None, None][:2]
    if not (isinstance(target, str) and isinstance(source, str) and target != source):
        raise ValueError(row)
    return Judgement(
        left=source,
        right=target,
        verdict=Verdict(verdict),
        by=str(by or ""),
        on=_moment(on or "1970-01-01"),
        because=str(because or ""),
        taken_back=_moment(taken_back) if taken_back else None,
    )


def _moment(told: str) -> datetime:
    """Give a line's time. nomenklatura cuts it after 28 letters, in the midst of UTC's "+00:00".

    >>> _moment("2026-01-31T12:00:00.638811+0") == _moment("2026-01-31T12:00:00.638811")
    True
    """
    text = _CUT.sub("", told)
    if parse_moment(text) is None:
        raise ValueError(told)
    return datetime.fromisoformat(text)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Give what is held now: of each two entries the last judgement, unless it was taken back."""
    last = {frozenset((each.left, each.right)): each for each in judgements}
    return tuple(each for each in last.values() if each.taken_back is None)


def settled(joins: Sequence[Join], judgements: Iterable[Judgement]) -> tuple[Join, ...]:
    """Give the joins that hold once people have judged: theirs first, then those that unite nobody they keep apart."""
    held = standing(judgements)
    apart = {frozenset((each.left, each.right)) for each in held if each.verdict is not Verdict.SAME}
    parties = _Parties(apart)
    judged = []
    for each in held:
        if each.verdict is Verdict.SAME:
            parties.unite(each.left, each.right)
            judged.append(each)
    if not held:
        return tuple(joins)
    kept = [join for join in joins if parties.may_unite(id_of(join.left), id_of(join.right))]
    return (*_judged_joins(judged, parties), *kept)


class _Parties:
    """Which entries are one party, as joins are added; two that people keep apart are never put together."""

    def __init__(self, apart: set[frozenset[str]]) -> None:
        self._party: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def of(self, entry: str) -> set[str]:
        return self._party.setdefault(entry, {entry})

    def unite(self, one: str, other: str) -> None:
        ours, theirs = self.of(one), self.of(other)
        if ours is not theirs:
            ours |= theirs
            for entry in theirs:
                self._party[entry] = ours

    def may_unite(self, one: str, other: str) -> bool:
        """Unite them unless that puts two together whom people keep apart; say whether they are one now."""
        ours, theirs = self.of(one), self.of(other)
        if ours is not theirs:
            if any(not self._apart[entry].isdisjoint(theirs) for entry in ours if entry in self._apart):
                return False
            self.unite(one, other)
        return other not in self._apart.get(one, ())


def _judged_joins(judged: Iterable[Judgement], parties: _Parties) -> Iterator[Join]:
    """Give people's joins; where they go by way of another's id ("NK-…"), between the entries on either side."""
    for each in judged:
        why = (f"judged the same by {each.by} on {each.on:%Y-%m-%d}" + (f": {each.because}" if each.because else ""),)
        left, right = member_of(each.left), member_of(each.right)
        if left is not None and right is not None:
            yield Join(left=left, right=right, score=1.0, why=why)
            continue
        known = sorted(member for entry in parties.of(each.left) if (member := member_of(entry)) is not None)
        for one, other in pairwise(known):
            yield Join(left=one, right=other, score=1.0, why=why)


def parted(file: ListFile, judgements: Iterable[Judgement]) -> ListFile:
    """Give a list whose entries name several designations (the starter list), with those apart that people part."""
    apart = [(each.left, each.right) for each in standing(judgements) if each.verdict is Verdict.NOT_SAME]
    if not apart:
        return file
    return replace(file, listings=tuple(part for listing in file.listings for part in _parted(listing, apart)))


def _parted(listing: Listing, apart: Iterable[tuple[str, str]]) -> Iterator[Listing]:
    ids = {id_of((act.list_id, act.entity_id)) for act in listing.designations}
    leaving = {max(pair) for pair in apart if ids.issuperset(pair)}
    if not leaving:
        yield listing
        return
    yield replace(
        listing,
        designations=tuple(act for act in listing.designations if id_of((act.list_id, act.entity_id)) not in leaving),
    )
    for act in listing.designations:
        if id_of((act.list_id, act.entity_id)) in leaving:
            yield Listing(
                schema=listing.schema, names=(ListedName(text=act.caption, kind="primary"),), designations=(act,)
            )
