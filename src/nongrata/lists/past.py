"""What the earlier versions of a list still tell: names that an entry had, and entries that are gone since.

A story of last year calls a company what the list called it then: OFAC's entry 35901 was IRKUT CORPORATION in 2024 and
is YAKOVLEV in 2026. And it names people who were delisted in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from nongrata.lists.record import EntityId, ListedName, ListFile, ListId, Listing
from nongrata.values import PartialDate, fold, parse_date

# Publishers that never give an id to another party. Canada counts its items anew; a user's own list may do anything.
STEADY_IDS = frozenset(
    map(ListId, ("us_ofac_sdn", "us_ofac_cons", "un_sc", "eu_fsf", "uk_fcdo", "ch_seco", "au_dfat", "nz_mfat"))
)


def with_past(now: ListFile, older: Sequence[ListFile]) -> ListFile:
    """Give a list with the names that its entries had in older versions, as former, and the entries gone since.

    An entry that is gone was delisted between the last version that has it and the next one. Lists whose ids move,
    and versions without a day, tell nothing. The version stays that of the newest, and so does its count of entries.
    """
    dated = sorted((file for file in older if _day(file)), key=_day)
    if now.version.list_id not in STEADY_IDS or not dated or not _day(now):
        return now
    then = {key: listing for file in dated for key, listing in _entries(file)}
    current = dict(_entries(now))
    named = {fold(name.text) for listing in now.listings for name in listing.names}
    ends = dict(_ends([*dated, now]))
    gone = (
        _ended(listing, ends[key])
        for key, listing in then.items()
        if key not in current and fold(listing.caption) not in named
    )
    former = _former_names(dated, current)
    kept = (_renamed(listing, former.get(_key(listing), ())) for listing in now.listings)
    return replace(now, listings=(*kept, *gone))


def _day(file: ListFile) -> str:
    """Give the day of a version, or the empty text where it has none."""
    day = parse_date(file.version.version)
    return day.earliest.isoformat() if day is not None and day.is_exact else ""


def _key(listing: Listing) -> EntityId:
    return listing.designations[0].entity_id


def _entries(file: ListFile) -> Iterator[tuple[EntityId, Listing]]:
    return ((_key(listing), listing) for listing in file.listings if listing.designations)


def _ends(files: Sequence[ListFile]) -> Iterator[tuple[EntityId, PartialDate]]:
    """Give when each entry was gone: after the last version that has it, and by the next one."""
    for before, after in pairwise(files):
        still = {key for key, _listing in _entries(after)}
        for key, _listing in _entries(before):
            if key not in still:
                yield key, PartialDate(f"{_day(before)}/{_day(after)}")


def _ended(listing: Listing, gone: PartialDate) -> Listing:
    ended = (replace(each, delisted_on=each.delisted_on or gone) for each in listing.designations)
    return replace(listing, designations=tuple(ended))


def _former_names(older: Iterable[ListFile], current: Mapping[EntityId, Listing]) -> dict[EntityId, list[ListedName]]:
    found: dict[EntityId, list[ListedName]] = {}
    for file in older:
        for key, listing in _entries(file):
            now = current.get(key)
            if now is not None and now.names != listing.names and now.schema == listing.schema:
                found.setdefault(key, []).extend(listing.names)
    return found


def _renamed(listing: Listing, before: Iterable[ListedName]) -> Listing:
    """Give an entry with the names that it had and has no more."""
    known = {fold(name.text) for name in listing.names}
    former = {folded: name for name in before if (folded := fold(name.text)) not in known}
    if not former:
        return listing
    kept = (name if name.kind == "weak" else replace(name, kind="former") for name in former.values())
    return replace(listing, names=(*listing.names, *kept))
