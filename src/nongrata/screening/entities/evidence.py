"""What speaks for and against two parties being one, beside their names: a table of rules, each a sentence or nothing.

A rule's docstring is what the manual shows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from nongrata.screening.entities.evidence_days import birth_dates, death_dates, founding_dates
from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.evidence_forms import other_legal_form
from nongrata.screening.entities.evidence_numbers import other_number, same_number
from nongrata.screening.entities.evidence_party import gender, parts_of_name, same_contact, same_office, same_tonnage
from nongrata.screening.entities.evidence_places import (
    other_birth_country,
    other_country,
    same_address,
    same_birth_place,
    same_country,
)
from nongrata.screening.entities.properties import Subject

Rule = Callable[[Subject, Subject, date | None], Finding | None]

RULES: tuple[Rule, ...] = (
    same_number,
    other_number,
    birth_dates,
    death_dates,
    founding_dates,
    gender,
    parts_of_name,
    other_legal_form,
    same_country,
    other_country,
    other_birth_country,
    same_birth_place,
    same_address,
    same_office,
    same_contact,
    same_tonnage,
)


def findings_of(left: Subject, right: Subject, *, on: date | None = None) -> tuple[Finding, ...]:
    """Give every agreement and contradiction that can be stated, in the order of the table.

    `on` is the day on which an age was told.
    """
    return tuple(found for rule in RULES if (found := rule(left, right, on)) is not None)
