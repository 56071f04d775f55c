"""One party on several lists is one: listings that share a publisher's id, or that were found to be of one party."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from typing import overload

from nongrata.lists import Designation, EntityId, Identifier, Link, ListedName, ListFile, Listing, ListVersion
from nongrata.lists.joins.join import Join
from nongrata.lists.record import ListId
from nongrata.screening.programmes import countries_in, countries_of_programme
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
    def about(self) -> frozenset[str]:
        """Every country that a programme or a reason names: "The Russia (Sanctions) Regulations".

        Where no list gives it a country, those of its towns: "POB Sarajevo, Bosnia-Herzegovina".
        """
        programmes = [(each.list_id, name) for each in self.designations for name in each.programs]
        texts = [each.reason for each in self.designations if each.reason]
        texts += () if self.countries else self.places
        found = (countries_of_programme(*each) for each in programmes)
        return frozenset().union(*found, *map(countries_in, texts))

    @property
    def named_for(self) -> frozenset[str]:
        """The countries of a body that no list gives one, but its names do: "Central Bank of Iraq"."""
        names = () if self.countries or self.schema == "Person" else self.names
        return frozenset().union(*(countries_in(name.text) for name in names))

    @property
    def tied_to(self) -> frozenset[str]:
        """Every country that a list ties it to or speaks of."""
        return self.countries | self.about

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
    """Give the parties of all lists, as `joined_parties` does."""
    return tuple(joined_parties(files, joins))


def joined_parties(files: Sequence[ListFile], joins: Iterable[Join] = ()) -> Iterator[ListedParty]:
    """Give the parties of all lists one by one. What an official list says rules over what the starter list says of it.

    A designation of the starter list whose own official list is loaded and lacks it is dropped, unless the
    starter list tells when it ended. Entries may lie in files: each is asked for twice, none is kept.
    """
    official = [file.listings for file in files if not file.version.is_starter]
    loaded = frozenset(file.version.list_id for file in files if not file.version.is_starter)
    starter = [listing for file in files if file.version.is_starter for listing in file.listings]
    told = frozenset(_key(each) for listing in starter for each in listing.designations)
    known = frozenset(
        key for listings in official for each in listings for act in each.designations if (key := _key(act)) in told
    )
    still_true = [kept for each in starter if (kept := _still_true(each, loaded, known)) is not None]
    entries = _Entries([*official, still_true])
    return (_joined([entries[number] for number in numbers]) for numbers in _groups(entries, joins))


class _Entries(Sequence[Listing]):
    """The listings of several files, one file after the other."""

    def __init__(self, files: Sequence[Sequence[Listing]]) -> None:
        self._files = files
        self._ends = list(accumulate(map(len, files)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, number: int) -> Listing: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Listing]: ...
    def __getitem__(self, number: int | slice) -> Listing | Sequence[Listing]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        file = bisect_right(self._ends, number)
        return self._files[file][number - self._ends[file]]  # counted from the file's end

    def __iter__(self) -> Iterator[Listing]:
        return chain.from_iterable(self._files)


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


class _Union:
    """Which listings are of one party (a union-find); each is known by the first of its party."""

    def __init__(self, count: int) -> None:
        self._parent = array("I", range(count))

    def root(self, number: int) -> int:
        """Give the first listing of the party that this one is of."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    def join(self, left: int, right: int) -> None:
        """Take two listings to be of one party."""
        early, late = sorted((self.root(left), self.root(right)))
        self._parent[late] = early


def _groups(listings: Sequence[Listing], joins: Iterable[Join]) -> Iterator[list[int]]:
    """Put listings that share an id or are joined into one group, in the order of first sight."""
    union = _united(listings, joins)
    others: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(listings)):
        if (root := union.root(number)) != number:
            others[root].append(number)
    firsts = (number for number in range(len(listings)) if union.root(number) == number)
    return ([number, *others.get(number, ())] for number in firsts)


def _united(listings: Sequence[Listing], joins: Iterable[Join]) -> _Union:
    union = _Union(len(listings))
    first: dict[str, int] = {}  # where each designation stands first; a text takes half of what a pair would
    for number, listing in enumerate(listings):
        for each in listing.designations:
            union.join(first.setdefault("\t".join(_key(each)), number), number)
    for join in joins:
        left, right = first.get("\t".join(join.left)), first.get("\t".join(join.right))
        if left is not None and right is not None:
            union.join(left, right)
    return union


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
