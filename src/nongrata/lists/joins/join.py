"""One party on many lists: which entries of different lists are of one party, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nongrata.lists.fields import no_collecting
from nongrata.lists.joins.numbers import Number
from nongrata.lists.joins.pair import pair_of
from nongrata.lists.joins.profile import Member, Profile, profile_of
from nongrata.lists.joins.rules import Found, compare, contradiction
from nongrata.lists.record import EntityId, ListId, Listing

MOST_ALIKE = 40  # entries under one key: what more of them share tells nobody apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """That two entries are of one party, how sure that is (0 to 1), and why."""

    left: tuple[ListId, EntityId]
    right: tuple[ListId, EntityId]
    score: float
    why: tuple[str, ...]


class _Weighed(NamedTuple):
    left: int
    right: int
    found: Found


def find_joins(listings: Sequence[Listing]) -> tuple[Join, ...]:
    """Give the joins between entries of different lists, the surest first; never two that contradict each other.

    Entries are joined by a number that one party alone has, or by a full name together with a birth date, a place or
    an office that agrees: never by a name alone.
    """
    with no_collecting():
        profiles = [profile_of(listing) for listing in listings if listing.designations]
        crowded = _crowded(profiles)
        weighed = [
            _Weighed(left, right, found)
            for left, right in _candidates(profiles)
            if (found := compare(profiles[left], profiles[right], crowded)) is not None
        ]
        kept = _consistent(profiles, _only_ones(profiles, weighed))
    return tuple(
        Join(left=profiles[each.left].key, right=profiles[each.right].key, score=each.found.score, why=each.found.why)
        for each in kept
    )


def _crowded(profiles: Sequence[Profile]) -> frozenset[Number]:
    """Give the numbers that several entries of one list have: an owner's, or a slip."""
    seen: Counter[tuple[ListId, Number]] = Counter()
    for profile in profiles:
        seen.update((profile.key[0], number) for number in profile.numbers)
    return frozenset(number for (_, number), count in seen.items() if count > 1)


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Give each pair of entries of different lists that share a name or a number, once."""
    blocks: defaultdict[object, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        for key in _keys(profile):
            blocks[key].append(i)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if not 1 < len(members) <= MOST_ALIKE:
            continue
        for place, left in enumerate(members):
            for right in members[place + 1 :]:
                if (left, right) not in seen and profiles[left].key[0] != profiles[right].key[0]:
                    seen.add((left, right))
                    yield left, right


def _keys(profile: Profile) -> set[object]:
    names = profile.names
    keys: set[object] = {(profile.group, number.kind, number.value) for number in profile.numbers}
    keys.update((profile.group, *key) for key in (*names.full, *names.loose))
    if profile.group == "person":
        keys.update(("sound", *key) for key in names.sounds)
    return keys


def _only_ones(profiles: Sequence[Profile], weighed: Iterable[_Weighed]) -> Iterator[_Weighed]:
    """Leave out what is weak where an entry could as well be another of the same list."""
    weighed = list(weighed)
    others: Counter[tuple[int, ListId]] = Counter()
    for each in weighed:
        others[each.left, profiles[each.right].key[0]] += 1
        others[each.right, profiles[each.left].key[0]] += 1
    for each in weighed:
        is_only = (
            others[each.left, profiles[each.right].key[0]] == 1 and others[each.right, profiles[each.left].key[0]] == 1
        )
        if is_only or not each.found.is_weak:
            yield each


def _consistent(profiles: Sequence[Profile], weighed: Iterable[_Weighed]) -> Iterator[_Weighed]:
    """Leave out the less sure joins that would put two entries that contradict each other into one party."""
    party = list(range(len(profiles)))
    members: dict[int, list[int]] = {}
    for each in sorted(weighed, key=lambda one: (-one.found.score, profiles[one.left].key, profiles[one.right].key)):
        ours, theirs = party[each.left], party[each.right]
        if ours != theirs:
            one, other = members.get(ours, [ours]), members.get(theirs, [theirs])
            is_bare = each.found.is_bare
            if any(_contradict(profiles[a], profiles[b], is_bare=is_bare) for a in one for b in other):
                continue
            members[ours] = one + other
            members.pop(theirs, None)
            for i in other:
                party[i] = ours
        yield each


def _contradict(left: Profile, right: Profile, *, is_bare: bool) -> bool:
    if left.group != right.group:
        return True
    pair = pair_of(left, right)
    # By way of an entry that tells no town, two plants of one name would be one.
    is_elsewhere = is_bare and pair.has_other_towns()
    return is_elsewhere or contradiction(pair) is not None


__all__ = ["Join", "Member", "find_joins"]
