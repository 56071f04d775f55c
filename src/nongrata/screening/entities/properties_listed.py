"""A listed party as what two parties are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from nongrata.lists import Identifier
from nongrata.screening.entities.numbers import KINDS, Number, number_of
from nongrata.screening.entities.properties import Subject
from nongrata.screening.entities.properties_words import SCHEMA_OF, SCHEMAS
from nongrata.screening.join import ListedParty

_T = TypeVar("_T")
# Kinds of the lists that are compared as another.
_KINDS: Mapping[str, str] = {
    "tail_number": "registration_number",
    "company_number": "registration_number",
    "construction_number": "msn",
    "driving_licence": "national_id",
    "document": "national_id",
    "identifier": "registration_number",
}


def subject_of_party(party: ListedParty) -> Subject:
    """Give a listed party with all that its listings tell; numbers that are none are left out."""
    listings = party.listings
    schema = SCHEMA_OF.get(party.schema.lower())
    is_ship = schema in ("Vessel", "Airplane")
    return Subject(
        schema=schema if schema in SCHEMAS else None,
        names=party.names,
        births=_once(day for listing in listings for day in listing.birth_dates),
        deaths=_once(day for listing in listings for day in listing.death_dates),
        countries=frozenset() if is_ship else party.countries,
        flags=party.countries if is_ship else frozenset(),
        genders=party.genders,
        numbers=_once(_numbers(party.identifiers)),
        addresses=_once(address.text for listing in listings for address in listing.addresses),
        birth_places=_once(place for listing in listings for place in listing.birth_places),
        positions=party.positions,
        sites=_values(party.identifiers, "website"),
        emails=_values(party.identifiers, "email"),
        phones=_values(party.identifiers, "phone"),
    )


def _numbers(identifiers: Iterable[Identifier]) -> Iterator[Number]:
    for each in identifiers:
        kind = _KINDS.get(each.kind, each.kind)
        found = number_of(kind, each.value) if kind in KINDS else None
        if isinstance(found, Number):
            yield found


def _values(identifiers: Iterable[Identifier], kind: str) -> tuple[str, ...]:
    return _once(each.value for each in identifiers if each.kind == kind)


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
