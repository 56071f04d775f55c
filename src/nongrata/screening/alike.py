"""Listed people of whom a list tells more names than a story does, for a story that itself calls somebody listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD
from nongrata.parties import Party
from nongrata.screening.context.setting import Setting
from nongrata.screening.found import find_listed
from nongrata.screening.index import ListIndex
from nongrata.screening.record import Match
from nongrata.screening.screen import matches_of
from nongrata.screening.told_names import PERSONS
from nongrata.screening.verdict import verdict_on


def people_alike(party: Party, index: ListIndex, setting: Setting, *, as_of: date | None) -> Iterator[Match]:
    """Give those whom the party may be by its names alone, where nothing in the story speaks against it.

    "Gustavo Petro" is "PETRO URREGO, Gustavo Francisco": too little by itself, enough beside "whom OFAC listed".
    """
    if party.schema not in PERSONS:
        return
    for found in find_listed(party, index):
        _verdict, evidence = verdict_on(party, found, index, setting)
        is_near = found.score >= DEFAULT_THRESHOLD and not found.is_lone and found.listed.schema in PERSONS
        if is_near and sum(each.weight for each in evidence) >= 0:
            yield from matches_of(found, "possible", evidence, index, as_of)
