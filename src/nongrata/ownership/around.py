"""The part of all stakes that an answer on one party needs: everybody above it, and some below.

Whether a party is caught depends only on who is above it, so nothing else is looked at, however large the registers
are. Ids of several sources that are one party (one listed party, one number, one company name) are put together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nongrata.ownership.alike import is_named
from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import Holdings
from nongrata.ownership.registers.from_lists import is_entry
from nongrata.ownership.resolve import Listed, Resolver
from nongrata.ownership.stakes import Conflict, Stake
from nongrata.values import fold

MOST_ABOVE = 1_000  # parties looked at above one
MOST_BELOW = 60
_OWNS = frozenset({"shares", "votes", "parent", "control"})
_MOST_TIES = 40
_MOST_NAMES = 20  # of one party
_MOST_STAKES = 5_000  # of one party


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One party with all its ids."""

    label: str  # its name, and an id where two bear one name
    ids: tuple[str, ...]
    holder: Holder
    listed: tuple[Listed, ...]  # matches before what is only possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Who is around a party; the ends of the stakes are labels."""

    party: Member
    members: dict[str, Member]  # by label
    stakes: tuple[Stake, ...]
    conflicts: tuple[Conflict, ...]
    is_cut: bool  # there are more than were looked at


@dataclass(slots=True)
class _Walk:
    holdings: Sequence[Holdings]
    resolver: Resolver
    same: dict[str, str] = field(default_factory=dict)  # a union-find over ids
    looked: dict[str, Holder] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)  # ids whose owners were taken in
    stakes: list[Stake] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    is_cut: bool = False

    def root(self, id_: str) -> str:
        while self.same.setdefault(id_, id_) != id_:
            self.same[id_] = id_ = self.same[self.same[id_]]
        return id_

    def join(self, one: str, other: str) -> None:
        self.same[self.root(other)] = self.root(one)


def around(
    start: Holder, holdings: Sequence[Holdings], resolver: Resolver, *, also: Iterable[str] = (), below: bool = True
) -> Around:
    """Give who is around a party. `also` are further ids that are known to be the same party."""
    walk = _Walk(holdings, resolver)
    for id_ in also:
        walk.join(start.id, id_)
    walk.looked[start.id] = start
    _climb(walk, list(dict.fromkeys([start.id, *also])))
    mine = [id_ for id_ in walk.looked if walk.root(id_) == walk.root(start.id)]
    for id_ in mine:  # those whom the lists tie to it, without a share
        walk.stakes += [stake for stake in _of(walk, id_) if stake.kind not in _OWNS][:_MOST_TIES]
    if below:
        _climb(walk, _descend(walk, mine))
    return _named(walk, start)


def _climb(walk: _Walk, queue: list[str]) -> None:
    """Take in everybody above these, nearest first."""
    starts = list(queue)
    for id_ in queue:
        if id_ in walk.done:
            continue
        walk.done.add(id_)
        if len(walk.looked) > MOST_ABOVE:
            walk.is_cut = True
            return
        _look(walk, id_)
        for other in _others(walk, id_):
            walk.join(id_, other)
            queue.append(other)
        ties = 0
        for stake in _into(walk, id_):
            owns = stake.kind in _OWNS
            ties += not owns
            if owns or (ties <= _MOST_TIES and walk.root(id_) in map(walk.root, starts)):
                walk.stakes.append(stake)
                if owns:
                    queue.append(stake.owner)
                else:
                    _look(walk, stake.owner)


def _into(walk: _Walk, id_: str) -> Iterator[Stake]:
    return (stake for each in walk.holdings for stake in each.into(id_)[:_MOST_STAKES])


def _of(walk: _Walk, id_: str) -> Iterator[Stake]:
    return (stake for each in walk.holdings for stake in each.of(id_)[:_MOST_STAKES])


def _descend(walk: _Walk, queue: list[str]) -> list[str]:
    """Give those below, nearest first."""
    found: dict[str, None] = {}
    for id_ in queue:
        stakes = [stake for stake in _of(walk, id_) if stake.kind in _OWNS]
        for owned in dict.fromkeys(stake.owned for stake in stakes):
            if len(found) >= MOST_BELOW:
                walk.is_cut = True
                return list(found)
            if owned not in found:
                found[owned] = None
                queue.append(owned)
    return list(found)


def _look(walk: _Walk, id_: str) -> Holder:
    if id_ not in walk.looked:
        told = [holder for each in walk.holdings if (holder := each.about(id_)) is not None]
        walk.looked[id_] = max(told, key=_fulness, default=Holder(id=id_, names=(id_,)))
    return walk.looked[id_]


def _fulness(holder: Holder) -> int:
    return len(holder.properties) + (holder.schema is not None) + (holder.names != (holder.id,))


def _others(walk: _Walk, id_: str) -> Iterator[str]:
    """Give the ids under which other sources speak of the same party."""
    holder = walk.looked[id_]
    listed = next((each for each in walk.resolver.listed(holder) if each.verdict == "match"), None)
    if listed is not None:
        yield from (key for key in listed.keys if key != id_)
    names = list(dict.fromkeys((*holder.names, *(listed.names if listed else ()))))[:_MOST_NAMES]
    numbers = [value for _, value in holder.numbers]
    whole = replace(holder, names=tuple(names), schema=holder.schema or (listed.schema if listed else None))
    for each in walk.holdings:
        near = each.named(names, numbers)
        if listed is not None:  # on the lists it is called so: there may be other spellings
            near = [*near, *each.like(names)]
        for other in near:
            if other.id not in walk.same and _is_same(walk, whole, other, listed):
                walk.looked.setdefault(other.id, other)
                yield other.id


def _is_same(walk: _Walk, holder: Holder, other: Holder, listed: Listed | None) -> bool:
    """Say that two ids are one party: by a number, as one listed party, or by the very name of a company."""
    if {*holder.numbers} & {*other.numbers}:
        return True
    if is_entry(other.id):
        return False  # which entries of lists are one party, the lists' joins say
    if listed is not None and is_named(holder, other):
        theirs = next((each for each in walk.resolver.listed(other) if each.verdict == "match"), None)
        return theirs is not None and theirs.keys == listed.keys
    if "Person" in (holder.schema, other.schema):
        return False
    if holder.countries and other.countries and not {*holder.countries} & {*other.countries}:
        return False
    return bool({fold(name) for name in holder.names} & {fold(name) for name in other.names})


def _named(walk: _Walk, start: Holder) -> Around:
    """Give each party one label, and the stakes between them."""
    groups: dict[str, list[Holder]] = {}
    for id_ in [*walk.looked, *(end for stake in walk.stakes for end in (stake.owner, stake.owned))]:
        holder = _look(walk, id_)
        group = groups.setdefault(walk.root(id_), [])
        if holder not in group:
            group.append(holder)
    # The start's own name leads its group.
    names = {root: _name(group, start) for root, group in groups.items()}
    often = Counter(names.values())
    labels = {root: name if often[name] == 1 else f"{name} ({root})" for root, name in names.items()}
    members = {labels[root]: _member(walk, labels[root], group) for root, group in groups.items()}
    stakes = tuple(
        replace(stake, owner=labels[walk.root(stake.owner)], owned=labels[walk.root(stake.owned)])
        for stake in walk.stakes
    )
    return Around(
        party=members[labels[walk.root(start.id)]],
        members=members,
        stakes=stakes,
        conflicts=tuple(_dangling(walk, labels)),
        is_cut=walk.is_cut,
    )


def _name(group: Sequence[Holder], start: Holder) -> str:
    """Give the name that the source of the stakes has, not a list's, and no number where there is a name."""
    if start in group:
        return start.name
    return min(group, key=_is_stiff).name


def _is_stiff(holder: Holder) -> tuple[bool, bool]:
    is_number = holder.name == holder.id and " " not in holder.id and any(map(str.isdigit, holder.id))
    return is_number, is_entry(holder.id)


def _member(walk: _Walk, label: str, group: Sequence[Holder]) -> Member:
    found: dict[tuple[str, ...], Listed] = {}
    for holder in group:
        for listed in walk.resolver.listed(holder):
            if listed.keys not in found or listed.verdict == "match":
                found[listed.keys] = listed
    return Member(
        label=label,
        ids=tuple(holder.id for holder in group),
        holder=max(group, key=_fulness),
        listed=tuple(sorted(found.values(), key=lambda each: (each.verdict != "match", -each.score))),
    )


def _dangling(walk: _Walk, labels: dict[str, str]) -> Iterator[Conflict]:
    """Report ends of stakes that their source, which describes its parties, does not describe."""
    told: set[str] = set()
    for stake in walk.stakes:
        for each in walk.holdings:
            for end in (stake.owner, stake.owned):
                if end not in told and each.describes(stake.source) and _is_bare(each.about(end)):
                    told.add(end)
                    says = f"{stake.source}: {end} is named by a stake and described nowhere: a dangling id"
                    yield Conflict(parties=(labels[walk.root(end)],), says=says)


def _is_bare(holder: Holder | None) -> bool:
    return holder is None or (holder.names == (holder.id,) and holder.schema is None and not holder.source)
