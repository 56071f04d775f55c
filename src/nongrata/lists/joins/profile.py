"""What of a listing is compared when entries of several lists are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nongrata.lists.joins.numbers import Number, numbers_of, own_number
from nongrata.lists.joins.words import WEAK_OFFICE, Names, families_of, names_of, town_sounds_in
from nongrata.lists.record import EntityId, ListId, Listing
from nongrata.values import PartialDate, fold

Group = Literal["person", "company", "vessel", "aircraft"]
Member = tuple[ListId, EntityId]

_GROUPS: dict[str, Group] = {"Person": "person", "Vessel": "vessel", "Airplane": "aircraft"}
_POSTCODE = re.compile(r"(?<![\w/-])\d{5,6}(?![\w/-])")


@dataclass(frozen=True)
class Profile:
    """One listing as it is compared; what few comparisons need is made when it is asked for."""

    listing: Listing
    key: Member
    group: Group
    names: Names
    numbers: frozenset[Number]
    families: frozenset[str]

    @cached_property
    def born(self) -> tuple[PartialDate, ...]:
        """Birth dates; of companies, when they were founded."""
        return self.listing.birth_dates

    @cached_property
    def countries(self) -> frozenset[str]:
        """Every country that the list ties it to."""
        near = (address.country for address in self.listing.addresses if address.country)
        return frozenset((*self.listing.countries, *near))

    @cached_property
    def genders(self) -> frozenset[str]:
        """What the list says."""
        return frozenset(self.listing.genders)

    @cached_property
    def towns(self) -> frozenset[str]:
        """Towns of its addresses, folded."""
        return frozenset(town for each in self.listing.addresses if (town := fold(each.city or "")))

    @cached_property
    def town_sounds(self) -> frozenset[str]:
        """The words of these towns as they sound: "Pyongyang" in "Central District, Pyongyang"."""
        return frozenset(sound for town in self.towns for sound in town_sounds_in(town))

    @cached_property
    def postcodes(self) -> frozenset[str]:
        """Postcodes of five or six digits in its addresses."""
        return frozenset(code for each in self.listing.addresses for code in _POSTCODE.findall(each.text))

    @cached_property
    def birth_towns(self) -> frozenset[str]:
        """The words before the first comma of its birth places, folded."""
        towns = (fold(place.split(",")[0].split("(")[0]) for place in self.listing.birth_places)
        return frozenset(town for town in towns if len(town) >= 3)

    @cached_property
    def office(self) -> frozenset[str]:
        """Words of its positions that tell one office from another."""
        return frozenset(_telling(" ".join(self.listing.positions)))

    @cached_property
    def said_of(self) -> frozenset[str]:
        """Such words in all that the list says of it."""
        reasons = " ".join(act.reason or "" for act in self.listing.designations)
        return self.office | frozenset(_telling(reasons))


def _telling(text: str) -> Iterator[str]:
    return (word for word in fold(text).split() if len(word) >= 4 and word.isalpha() and word not in WEAK_OFFICE)


def profile_of(listing: Listing) -> Profile:
    """Give the profile of a listing."""
    group = _GROUPS.get(listing.schema, "company")
    first = listing.designations[0]
    numbers = set(numbers_of(listing.identifiers, group=group))
    if own := own_number(first.list_id, first.entity_id):
        numbers.add(own)
    return Profile(
        listing=listing,
        key=(first.list_id, first.entity_id),
        group=group,
        names=names_of(listing),
        numbers=frozenset(numbers),
        families=frozenset(
            family for act in listing.designations for text in act.programs for family in families_of(text)
        ),
    )
