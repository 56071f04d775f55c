"""The starter list: well-known designations, written by hand as facts, so that the first command needs nothing else.

One party on several lists is one listing with several designations. It comes from tables/starter/*.toml.
"""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from importlib import resources
from typing import Any

from nongrata.lists.record import (
    STARTER,
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    ListedName,
    ListFile,
    Listing,
    ListVersion,
)
from nongrata.values import PartialDate

PACKED = "starter.json"


def read_starter() -> ListFile:
    """Give the list that ships in the package, under the day up to which it was checked.

    >>> read_starter().version.is_starter
    True
    """
    packed = resources.files("nongrata.lists").joinpath(PACKED).read_bytes()
    table = json.loads(packed)
    listings = tuple(_listing(row) for row in table["listings"])
    version = ListVersion(
        list_id=STARTER,
        title=table["title"],
        version=table["as_of"],
        sha256=hashlib.sha256(packed).hexdigest(),
        entities=len(listings),
        is_starter=True,
    )
    return ListFile(version=version, listings=listings)


def _listing(row: dict[str, Any]) -> Listing:
    countries = tuple(row.get("countries", ()))
    return Listing(
        schema=row["schema"],
        names=tuple(ListedName(text=text, kind=kind) for text, kind in row["names"]),
        designations=tuple(_designation(one) for one in row["designations"]),
        birth_dates=_dates(row.get("birth_dates", ())),
        death_dates=_dates(row.get("death_dates", ())),
        countries=countries,
        genders=tuple(row.get("genders", ())),
        positions=tuple(row.get("positions", ())),
        identifiers=tuple(Identifier(kind=kind, value=value) for kind, value in row.get("identifiers", ())),
        addresses=tuple(_address(city, countries) for city in row.get("cities", ())),
        links=tuple(_link(one) for one in row.get("links", ())),
    )


def _address(city: str, countries: tuple[str, ...]) -> Address:
    """Give a city as an address: "Tallinn, ee", or in the party's only country."""
    name, _, country = city.partition(", ")
    only = countries[0] if len(countries) == 1 else None
    return Address(text=name, city=name, country=country or only)


def _designation(row: dict[str, Any]) -> Designation:
    return Designation(
        list_id=row["list_id"],
        entity_id=row["entity_id"],
        caption=row["caption"],
        authority=row["authority"],
        programs=tuple(row["programs"]),
        listed_on=_date(row["listed_on"]),
        delisted_on=_date(row["delisted_on"]),
        source_url=row["source_url"],
    )


def _link(row: dict[str, Any]) -> Link:
    list_id, entity_id = row["to_id"]
    return Link(
        kind=row["kind"],
        to_name=row["to_name"],
        to_id=(list_id, EntityId(entity_id)),
        share=None if row["share"] is None else Fraction(row["share"]),
        source=row["source"],
    )


def _dates(texts: list[str] | tuple[str, ...]) -> tuple[PartialDate, ...]:
    return tuple(PartialDate(text) for text in texts)


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)
