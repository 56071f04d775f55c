"""Whom a question means: an id of a list or a register, or a name on either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nongrata.ownership.alike import is_named
from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import Holdings
from nongrata.ownership.registers.from_lists import holder_of_party, with_id
from nongrata.ownership.resolve import Listed, Resolver
from nongrata.screening.join import ListedParty
from nongrata.values import SettingError, fold

_LIST_ID = re.compile(r"([a-z0-9_-]{2,40})[: ](\S{1,60})")
_ENTRY = re.compile(r"(?=\S*\d)[A-Za-z0-9._/|-]{2,40}")  # an entry's id alone has a digit
LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Who is meant, by which ids; and who else may be."""

    holder: Holder
    ids: tuple[str, ...]
    others: tuple[str, ...]  # names of like parties that are not looked at
    is_known: bool  # some list or source speaks of it


def meant(asked: str, holdings: Sequence[Holdings], resolver: Resolver) -> Meant:
    """Give the party that a name or an id means. Raises SettingError for an empty one."""
    asked = " ".join(asked.split())
    if not fold(asked) or len(asked) > LONGEST:
        raise SettingError("NAME", asked[:40], f"a name or an id of 1 to {LONGEST} characters")
    exact = next((found for each in holdings if (found := each.about(asked)) is not None), None)
    if exact is not None:
        return Meant(holder=exact, ids=(asked,), others=(), is_known=True)
    for party in _by_id(asked, resolver):
        holder = holder_of_party(party)
        return Meant(holder=holder, ids=(holder.id,), others=(), is_known=True)
    return _by_name(Holder(id=asked, names=(asked,)), holdings, resolver)


def _by_id(asked: str, resolver: Resolver) -> Iterator[ListedParty]:
    whole = _LIST_ID.fullmatch(asked)
    if whole is not None and whole[1] in resolver.index.spoken_of:
        yield from with_id(resolver.index, whole[2], whole[1])
    elif _ENTRY.fullmatch(asked):
        yield from with_id(resolver.index, asked)


def _by_name(asked: Holder, holdings: Sequence[Holdings], resolver: Resolver) -> Meant:
    listed = resolver.listed(asked)
    sure: list[Listed] = [each for each in listed if each.verdict == "match"][:1]
    found = (holder for each in holdings for holder in (*each.named(asked.names, asked.names), *each.like(asked.names)))
    near = list(dict.fromkeys(holder for holder in found if holder.id != asked.id))
    same = [holder for holder in near if _has_number(holder, asked.id) or is_named(asked, holder)]
    others = [each.caption for each in listed if each not in sure]
    if sure:
        ids = (*sure[0].keys, *(holder.id for holder in same))
        return Meant(holder=replace(asked, schema=sure[0].schema), ids=ids, others=tuple(others), is_known=True)
    if same:
        first = same[0]
        return Meant(holder=first, ids=(first.id,), others=(*others, *_names(same[1:])), is_known=True)
    return Meant(holder=asked, ids=(), others=(*others, *_names(near[:5])), is_known=bool(listed))


def _has_number(holder: Holder, number: str) -> bool:
    return number in (value for _, value in holder.numbers)


def _names(holders: Sequence[Holder]) -> list[str]:
    return list(dict.fromkeys(f"{holder.name} ({holder.id})" for holder in holders))
