"""Which entry of one version of a list is which of another: by id, and where ids moved, by name and birth date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeAlias

from nongrata.lists.joins.words import words_of
from nongrata.lists.record import Designation, EntityId, ListId, Listing
from nongrata.values import fold

Key: TypeAlias = tuple[ListId, EntityId]
Told: TypeAlias = tuple[Listing, Designation]


def pairs_of(before: Mapping[Key, Told], after: Mapping[Key, Told]) -> dict[Key, Key]:
    """Give the old id of each entry that both versions have, by its new id; the same for nearly all.

    An id that stands under another name in the new version is still the same entry (a party was renamed), unless one
    of the two names stands under another id in the other version: then the ids moved.
    """
    both = [key for key in after if key in before]
    strangers = {key for key in both if before[key] is not after[key] and not _share_a_name(before[key], after[key])}
    pairs = {key: key for key in both if key not in strangers}
    left = [key for key in before if key not in pairs]
    came = [key for key in after if key not in pairs]
    moved = dict(_moved(before, after, left, came))
    taken = set(moved.values())
    stayed = {key: key for key in strangers if key not in moved and key not in taken}
    return {**pairs, **stayed, **moved}


def _moved(
    before: Mapping[Key, Told], after: Mapping[Key, Told], left: Iterable[Key], came: Iterable[Key]
) -> Iterator[tuple[Key, Key]]:
    """Give the new and the old id of those who are the only ones of their name among what left and what came.

    First within a programme, then by the name alone, last without legal forms: "VTB Bank OAO", "VTB Bank PJSC".
    """
    olds, news = dict.fromkeys(left), dict.fromkeys(came)
    for meaning in (_in_programme, _name, _bare_name):
        by_old, by_new = _only_ones(before, olds, meaning), _only_ones(after, news, meaning)
        for words, new in by_new.items():
            old = by_old.get(words)
            if old is not None and _born_alike(before[old], after[new]):
                del olds[old], news[new]
                yield new, old


def _only_ones(
    told: Mapping[Key, Told], keys: Iterable[Key], meaning: Callable[[Told], Hashable]
) -> Mapping[Hashable, Key]:
    found: dict[Hashable, list[Key]] = defaultdict(list)
    for key in keys:
        listing, _ = told[key]
        found[key[0], listing.schema == "Person", meaning(told[key])].append(key)
    return {words: alike[0] for words, alike in found.items() if len(alike) == 1}


def _in_programme(told: Told) -> Hashable:
    return _name(told), tuple(sorted(told[1].programs))


def _name(told: Told) -> tuple[str, ...]:
    return _words(told[1].caption)


def _bare_name(told: Told) -> tuple[str, ...]:
    return tuple(sorted(words_of(told[1].caption, is_person=told[0].schema == "Person")))


def _born_alike(old: Told, new: Told) -> bool:
    ours, theirs = old[0].birth_dates, new[0].birth_dates
    return not ours or not theirs or any(one.meets(other) for one in ours for other in theirs)


def _share_a_name(old: Told, new: Told) -> bool:
    if old[1].caption == new[1].caption:
        return True
    ours = {_words(name.text) for name in old[0].names}
    return any(_words(name.text) in ours for name in new[0].names)


def _words(caption: str) -> tuple[str, ...]:
    return tuple(sorted(fold(caption).split()))
