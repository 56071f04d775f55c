"""Under which rule a listing makes its party an owner that counts: the list, and for directives their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from nongrata.lists import Designation, ListVersion
from nongrata.ownership.resolve import Listed
from nongrata.screening.force import in_force
from nongrata.screening.join import version_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One question of law: a rule, and which listings count under it."""

    id: str
    regime: str  # of ownership/law/rules.py
    called: str  # in words
    short: str  # as a chip shows it
    list_id: str
    counts: Callable[[Designation], bool] = lambda act: True


def _directive(number: int) -> Callable[[Designation], bool]:
    """Be subject to a sectoral directive, as the list's remarks say."""
    wanted = re.compile(rf"\bSubject to Directive {number}\b")
    return lambda act: "UKRAINE-EO13662" in act.programs and wanted.search(act.reason or "") is not None


def _capta_2(act: Designation) -> bool:
    """Be named under Directive 2 of Executive Order 14024."""
    return "RUSSIA-EO14024" in act.programs and re.search(r"\bDirective 2\)", act.reason or "") is not None


_CONS = "us_ofac_cons"
SEATS: tuple[Seat, ...] = (
    Seat(id="us_ofac", regime="us_ofac", called="United States, blocking", short="US", list_id="us_ofac_sdn"),
    *(
        Seat(
            id=f"us_ssi:{number}",
            regime="us_ssi",
            called=f"United States, sectoral directive {number}",
            short=f"US directive {number}",
            list_id=_CONS,
            counts=_directive(number),
        )
        for number in (1, 2, 3)
    ),
    Seat(
        id="us_ssi_4",
        regime="us_ssi_4",
        called="United States, sectoral directive 4",
        short="US directive 4",
        list_id=_CONS,
        counts=_directive(4),
    ),
    Seat(
        id="us_capta_2",
        regime="us_capta_2",
        called="United States, correspondent accounts",
        short="US CAPTA",
        list_id=_CONS,
        counts=_capta_2,
    ),
    Seat(id="eu", regime="eu", called="European Union", short="EU", list_id="eu_fsf"),
    Seat(id="eu_2024", regime="eu_2024", called="European Union, best practices of 2024", short="EU", list_id="eu_fsf"),
    Seat(id="uk", regime="uk", called="United Kingdom", short="UK", list_id="uk_fcdo"),
    Seat(id="ch", regime="ch", called="Switzerland", short="CH", list_id="ch_seco"),
    Seat(id="au", regime="au", called="Australia", short="AU", list_id="au_dfat"),
    Seat(id="ca", regime="ca", called="Canada", short="CA", list_id="ca_sema"),
)


def seats_of(listed: Listed, versions: Iterable[ListVersion], as_of: date | None) -> frozenset[str]:
    """Give the questions under which this listed party counts on the day; what a list does not date counts."""
    versions = tuple(versions)
    return frozenset(
        seat.id
        for seat in SEATS
        for act in listed.acts
        if act.list_id == seat.list_id
        and seat.counts(act)
        and in_force(act, as_of, version_of(act.list_id, versions)) is not False
    )
