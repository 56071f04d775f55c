"""Who a source of stakes speaks of: the party's id there, its names, and what tells it from a namesake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Properties = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """An owner or one that is owned, as a source describes it."""

    id: str
    names: tuple[str, ...] = ()
    schema: str | None = None  # FollowTheMoney's; None: the source does not tell
    countries: tuple[str, ...] = ()  # ISO 3166, lower case
    birth_dates: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()  # kind by FollowTheMoney's property: leiCode, innCode, …
    source: str = ""

    @property
    def name(self) -> str:
        """What to call it."""
        return self.names[0] if self.names else self.id

    @property
    def properties(self) -> Properties:
        """What is known of it besides its names, by FollowTheMoney's property names."""
        told: dict[str, list[str]] = {}
        for kind, value in self.numbers:
            told.setdefault(kind, []).append(value)
        if self.countries:
            told["country"] = list(self.countries)
        if self.birth_dates:
            told["birthDate"] = list(self.birth_dates)
        return {kind: tuple(values) for kind, values in told.items()}


# What registers call their numbers: FollowTheMoney's property for it.
NUMBERS: Mapping[str, str] = {
    "lei": "leiCode",
    "xi-lei": "leiCode",
    "inn": "innCode",
    "ru-inn": "innCode",
    "ogrn": "ogrnCode",
    "ru-ogrn": "ogrnCode",
    "imo": "imoNumber",
}


def number_of(scheme: str, value: str) -> tuple[str, str]:
    """Give a number under the property that holds it; of an unknown scheme it is a registration number.

    >>> number_of("XI-LEI", "5493001KJTIIGC8Y1R12"), number_of("GB-COH", "01234567")
    (('leiCode', '5493001KJTIIGC8Y1R12'), ('registrationNumber', '01234567'))
    """
    return NUMBERS.get(scheme.casefold(), "registrationNumber"), value
