"""What changed between two versions of a list: by the publisher's own id, and by meaning, not by order or spelling.

Some publishers' ids are places in a schedule, and move: Canada's items are numbered anew when one is struck out. Who
stands there under the same name as before, and under another id, is told as renumbered, not as gone and new.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from nongrata.lists.diff_pairs import Key, Told, pairs_of
from nongrata.lists.many import Many
from nongrata.lists.record import Designation, EntityId, ListFile, ListId, Listing, ListVersion
from nongrata.values import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What one field of an entry gained and lost."""

    field: str  # names, birth dates, programs, …
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One entry that both versions have, and say something different of."""

    list_id: ListId
    entity_id: EntityId
    before: str  # the caption then
    after: str  # the caption now
    fields: tuple[FieldChange, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether the same id stands under a new name: not only in other spelling, or with its words in other order."""
        return _words(self.before) != _words(self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryMove:
    """One entry that stands under another id than before, and what else changed of it."""

    list_id: ListId
    before: EntityId
    after: EntityId
    caption: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry that only one of the versions has."""

    list_id: ListId
    entity_id: EntityId
    caption: str
    schema: str
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDiff:
    """What changed from one version to the other; every entry by its id."""

    old: ListVersion
    new: ListVersion
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[EntryChange, ...]  # those renamed included
    renumbered: tuple[EntryMove, ...] = ()

    @property
    def renamed(self) -> tuple[EntryChange, ...]:
        """The entries that stand under a new name."""
        return tuple(change for change in self.changed if change.is_renamed)


def diff_lists(old: ListFile, new: ListFile) -> ListDiff:
    """Give what changed from `old` to `new`, in the order of `new` (what was removed: of `old`)."""
    before, after = _by_id(old), _by_id(new)
    pairs = pairs_of(before, after)
    stayed = (key for key in after if pairs.get(key) == key)
    moved = (key for key in after if pairs.get(key) not in (None, key))
    found = frozenset(pairs.values())
    return ListDiff(
        old=old.version,
        new=new.version,
        added=tuple(_entry(key, *after[key]) for key in after if key not in pairs),
        removed=tuple(_entry(key, *before[key]) for key in before if key not in found),
        changed=tuple(change for key in stayed if (change := _change(key, before[key], after[key]))),
        renumbered=tuple(_move(pairs[key], key, before[pairs[key]], after[key]) for key in moved),
    )


def lost_in(old: ListFile, new: ListFile) -> int:
    """Count the entries of `old` that `new` has neither under their ids nor under others; of long lists, by ids."""
    if isinstance(old.listings, Many) or isinstance(new.listings, Many):
        return len(_ids(old) - _ids(new))
    before = _by_id(old)
    return len(before) - len(set(pairs_of(before, _by_id(new)).values()))


def _ids(file: ListFile) -> frozenset[str]:
    return frozenset(act.entity_id for listing in file.listings for act in listing.designations)


def _by_id(file: ListFile) -> Mapping[Key, Told]:
    return {(act.list_id, act.entity_id): (listing, act) for listing in file.listings for act in listing.designations}


def _entry(key: Key, listing: Listing, act: Designation) -> Entry:
    return Entry(
        list_id=key[0], entity_id=key[1], caption=act.caption, schema=listing.schema, programs=tuple(act.programs)
    )


def _change(key: Key, old: Told, new: Told) -> EntryChange | None:
    if old == new:
        return None
    fields = tuple(_field_changes(old, new))
    if not fields:  # only in another order
        return None
    return EntryChange(list_id=key[0], entity_id=key[1], before=old[1].caption, after=new[1].caption, fields=fields)


def _move(before: Key, after: Key, old: Told, new: Told) -> EntryMove:
    fields = tuple(_field_changes(old, new))
    return EntryMove(list_id=after[0], before=before[1], after=after[1], caption=new[1].caption, fields=fields)


def _field_changes(old: Told, new: Told) -> Iterator[FieldChange]:
    for name, values_of in FIELDS.items():
        before, after = dict.fromkeys(values_of(*old)), dict.fromkeys(values_of(*new))
        if before.keys() != after.keys():
            yield FieldChange(
                field=name,
                gained=tuple(str(value) for value in after if value not in before),
                lost=tuple(str(value) for value in before if value not in after),
            )


def _told(*values: object) -> list[str]:
    return [str(value) for value in values if value is not None]


def _numbers(listing: Listing) -> list[str]:
    return [
        f"{found.kind} {found.value}" + (f" ({found.country})" if found.country else "")
        for found in listing.identifiers
    ]


def _links(listing: Listing) -> list[str]:
    share = ((link, "" if link.share is None else f", {link.share}") for link in listing.links)
    return [f"{link.kind}: {link.to_name}{part}" for link, part in share]


# What is compared: each field as a set of texts that a person can read.
FIELDS: Mapping[str, Callable[[Listing, Designation], Iterable[Hashable]]] = {
    "caption": lambda _, act: [act.caption],
    "names": lambda listing, _: [f"{name.text} ({name.kind})" for name in listing.names],
    "schema": lambda listing, _: [listing.schema],
    "programs": lambda _, act: act.programs,
    "listed on": lambda _, act: _told(act.listed_on),
    "delisted on": lambda _, act: _told(act.delisted_on),
    "amended on": lambda _, act: map(str, act.amended_on),
    "authority": lambda _, act: _told(act.authority),
    "source": lambda _, act: _told(act.source_url),
    "birth dates": lambda listing, _: map(str, listing.birth_dates),
    "birth places": lambda listing, _: listing.birth_places,
    "death dates": lambda listing, _: map(str, listing.death_dates),
    "countries": lambda listing, _: listing.countries,
    "genders": lambda listing, _: listing.genders,
    "positions": lambda listing, _: listing.positions,
    "identifiers": lambda listing, _: _numbers(listing),
    "addresses": lambda listing, _: [address.text for address in listing.addresses],
    "links": lambda listing, _: _links(listing),
    "legal act": lambda _, act: _told(act.legal_act, act.legal_act_url),
    "reason": lambda _, act: _told(act.reason),
}


def _words(caption: str) -> list[str]:
    return sorted(fold(caption).split())
