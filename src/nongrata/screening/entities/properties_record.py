"""A party made comparable: all that is held against another party, and what of it could not be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nongrata.lists import ListedName
from nongrata.screening.entities.numbers import Number
from nongrata.screening.entities.properties_words import SCHEMAS, Kind
from nongrata.values import PartialDate, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One party: all that is compared of it. Empty is not told."""

    schema: str | None = None  # FollowTheMoney's
    names: tuple[ListedName, ...] = ()
    given: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    births: tuple[PartialDate, ...] = ()
    ages: tuple[int, ...] = ()
    deaths: tuple[PartialDate, ...] = ()
    founded: tuple[PartialDate, ...] = ()
    ended: tuple[PartialDate, ...] = ()
    built: tuple[PartialDate, ...] = ()
    countries: frozenset[str] = frozenset()  # ISO 3166, lower case: nationality, seat
    flags: frozenset[str] = frozenset()
    past_flags: frozenset[str] = frozenset()
    born_in: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    numbers: tuple[Number, ...] = ()
    addresses: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    tonnes: tuple[int, ...] = ()
    skipped: tuple[Skipped, ...] = ()  # properties and values that could not be used, each with its reason

    @property
    def kinds(self) -> frozenset[Kind]:
        """What it can be, by its schema; without one, by what only such a thing has."""
        if self.schema is not None:
            return SCHEMAS[self.schema]
        if self.births or self.deaths or self.genders or self.given or self.ages or self.born_in:
            return SCHEMAS["Person"]
        found = {_ONLY[number.kind] for number in self.numbers if number.kind in _ONLY}
        return SCHEMAS[found.pop()] if len(found) == 1 else SCHEMAS["Thing"]


_ONLY: Mapping[str, str] = {
    "imo": "Vessel",
    "mmsi": "Vessel",
    "ogrn": "LegalEntity",
    "lei": "LegalEntity",
    "swift": "LegalEntity",
    "passport": "Person",
    "wallet": "CryptoWallet",
    "isin": "Thing",
}
