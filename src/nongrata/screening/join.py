"""One party on several lists is one: listings that share a publisher's id, or that were found to be of one party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nongrata.lists import Designation, EntityId, Identifier, Link, ListedName, ListFile, Listing, ListVersion
from nongrata.lists.joins.join import Join
from nongrata.lists.record import ListId
from nongrata.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParty:
    """One party with everything that the loaded lists say of it."""

    schema: str
    listings: tuple[Listing, ...]  # official ones before the starter list's
    designations: tuple[Designation, ...]  # each (list, id) once

    @property
    def names(self) -> tuple[ListedName, ...]:
        """Every name, each spelling once, the first listing's primary name first."""
        return tuple({name.text: name for listing in self.listings for name in listing.names}.values())

    @property
    def countries(self) -> frozenset[str]:
        """Every country that any list ties it to."""
        return frozenset(code for listing in self.listings for code in listing.countries)

    @property
    def genders(self) -> frozenset[str]:
        """What the lists say; more than one when they disagree."""
        return frozenset(gender for listing in self.listings for gender in listing.genders)

    @property
    def positions(self) -> tuple[str, ...]:
        """Every position as the lists write it."""
        return tuple(dict.fromkeys(text for listing in self.listings for text in listing.positions))

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Every identifier."""
        return tuple(dict.fromkeys(number for listing in self.listings for number in listing.identifiers))

    @property
    def places(self) -> tuple[str, ...]:
        """Towns of addresses and of birth, as the lists write them."""
        towns = (address.city or address.text for listing in self.listings for address in listing.addresses)
        return tuple(dict.fromkeys((*towns, *(town for listing in self.listings for town in listing.birth_places))))

    @property
    def birth_dates(self) -> tuple[tuple[PartialDate, str], ...]:
        """Every birth date with the title of the listing that gives it."""
        return tuple((day, _authority(listing)) for listing in self.listings for day in listing.birth_dates)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every tie to another listed party."""
        return tuple(link for listing in self.listings for link in listing.links)


def _authority(listing: Listing) -> str:
    if len(listing.designations) > 1:
        return "starter list"  # which joins several lists, and does not tell which of them gives a date
    return listing.designations[0].authority or listing.designations[0].list_id


def join_lists(files: Sequence[ListFile], joins: Iterable[Join] = ()) -> tuple[ListedParty, ...]:
    """Give the parties of all lists. What an official list says rules over what the starter list says of it.

    A designation of the starter list whose own official list is loaded and lacks it is dropped, unless the
    starter list tells when it ended.
    """
    official = [listing for file in files if not file.version.is_starter for listing in file.listings]
    loaded = frozenset(file.version.list_id for file in files if not file.version.is_starter)
    known = frozenset(_key(each) for listing in official for each in listing.designations)
    starter = [
        kept
        for file in files
        if file.version.is_starter
        for listing in file.listings
        if (kept := _still_true(listing, loaded, known)) is not None
    ]
    return tuple(_joined(group) for group in _groups((*official, *starter), joins))


def _key(designation: Designation) -> tuple[ListId, EntityId]:
    return designation.list_id, designation.entity_id


def _still_true(
    listing: Listing, loaded: frozenset[ListId], known: frozenset[tuple[ListId, EntityId]]
) -> Listing | None:
    kept = tuple(
        each
        for each in listing.designations
        if each.list_id not in loaded or _key(each) in known or each.delisted_on is not None
    )
    return replace(listing, designations=kept) if kept else None


def _groups(listings: Sequence[Listing], joins: Iterable[Join]) -> Iterable[list[Listing]]:
    """Put listings that share an id or are joined into one group, in the order of first sight (a union-find)."""
    parent: dict[tuple[ListId, EntityId], tuple[ListId, EntityId]] = {}

    def root(key: tuple[ListId, EntityId]) -> tuple[ListId, EntityId]:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for listing in listings:
        first, *others = (_key(each) for each in listing.designations)
        for other in others:
            parent[root(other)] = root(first)
        root(first)
    for join in joins:
        if join.left in parent and join.right in parent:
            parent[root(join.right)] = root(join.left)
    groups: defaultdict[tuple[ListId, EntityId], list[Listing]] = defaultdict(list)
    for listing in listings:
        groups[root(_key(listing.designations[0]))].append(listing)
    return groups.values()


def _joined(group: list[Listing]) -> ListedParty:
    merged: dict[tuple[ListId, EntityId], Designation] = {}
    for listing in group:
        for each in listing.designations:
            merged[_key(each)] = _filled(merged[_key(each)], each) if _key(each) in merged else each
    schemata = [listing.schema for listing in group]
    schema = next((schema for schema in schemata if schema != "LegalEntity"), schemata[0])
    return ListedParty(schema=schema, listings=tuple(group), designations=tuple(merged.values()))


def _filled(first: Designation, second: Designation) -> Designation:
    """Fill what the official file leaves out (OFAC's csv has no dates) with what the starter list knows."""
    return replace(
        first,
        listed_on=first.listed_on or second.listed_on,
        delisted_on=first.delisted_on or second.delisted_on,
        source_url=first.source_url or second.source_url,
        authority=first.authority or second.authority,
        programs=first.programs or second.programs,
    )


def version_of(list_id: ListId, versions: Iterable[ListVersion]) -> ListVersion | None:
    """Give the loaded version of a list; None where only the starter list speaks of it."""
    return next((version for version in versions if version.list_id == list_id), None)
