"""Which regime a list belongs to, and whether a listing stood on the story's day: the chips."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from nongrata.outputs.words import date_words
from nongrata.screening import Match
from nongrata.values import PartialDate

Standing = Literal["in force", "unknown", "later", "ended", "not in force", "possible"]

_LISTS: dict[str, tuple[str, str]] = {  # chip, title
    "us_ofac_sdn": ("US", "OFAC Specially Designated Nationals"),
    "us_ofac_cons": ("US", "OFAC consolidated non-SDN lists"),
    "us_csl": ("US", "US Consolidated Screening List"),
    "un_sc": ("UN", "UN Security Council Consolidated List"),
    "eu_fsf": ("EU", "EU consolidated financial sanctions list"),
    "uk_fcdo": ("UK", "UK Sanctions List"),
    "ch_seco": ("CH", "Swiss SECO sanctions list"),
    "au_dfat": ("AU", "Australian DFAT consolidated list"),
    "ca_sema": ("CA", "Canadian autonomous sanctions list"),
    "jp_mof": ("JP", "Japanese Ministry of Finance list"),
    "nz_mfat": ("NZ", "New Zealand Russia sanctions register"),
    "tr_masak": ("TR", "Turkish MASAK list"),
}
_LIST_ID = re.compile(rf"\b(?:{'|'.join(_LISTS)})\b")
_GRAVEST: tuple[Standing, ...] = ("in force", "unknown", "later", "not in force", "ended", "possible")
REGIMES = {"us": "US", "un": "UN", "eu": "EU", "uk": "UK", "gb": "UK", "west": "the West"}
STANDINGS: dict[Standing, str] = {
    "in force": "in force",
    "unknown": "not told whether in force on the day",
    "later": "listed later",
    "ended": "no longer listed",
    "not in force": "not in force",
    "possible": "possibly the same",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One regime's answer on a party, short enough to stand beside a name."""

    regime: str
    standing: Standing
    says: str  # the whole of it in words


def regime_of(list_id: str) -> str:
    """Give a list's regime as a chip shows it; a user's own list is its own regime.

    >>> regime_of("uk_fcdo"), regime_of("our-watchlist")
    ('UK', 'our-watchlist')
    """
    return _LISTS.get(list_id, (list_id, list_id))[0]


def list_title(list_id: str) -> str:
    """Give a list's name in words."""
    return _LISTS.get(list_id, (list_id, list_id))[1]


def without_list_ids(sentence: str) -> str:
    """Give a sentence with each list's id as its regime.

    >>> without_list_ids("us_ofac_sdn 47009 NS COLUMBUS: the list gives no date")
    'US 47009 NS COLUMBUS: the list gives no date'
    """
    return _LIST_ID.sub(lambda found: regime_of(found[0]), sentence)


def standing_of(match: Match, as_of: date | None) -> Standing:
    """Say how a listing stood on the day: in force, listed later, ended, or not told."""
    if match.verdict != "match":
        return "possible"
    if match.in_force is None:
        return "unknown"
    if match.in_force:
        return "in force"
    if match.listed_on is not None and (as_of is None or match.listed_on.latest > as_of):
        return "later"
    return "ended" if match.delisted_on is not None else "not in force"


def standing_words(match: Match, as_of: date | None) -> str:
    """Say since when a listing stands, and whether it stood on the day."""
    standing = standing_of(match, as_of)
    since = "" if match.listed_on is None else f"listed {_day(match.listed_on)}"
    until = "" if match.delisted_on is None else f"delisted {_day(match.delisted_on)}"
    if match.verdict == "possible":
        stood = {True: "in force", False: "not in force on the day", None: ""}[match.in_force]
    elif standing == "later":
        stood = "after the story’s day" if since else "listed later"
    else:
        stood = STANDINGS[standing] if standing != "ended" else "no longer in force on the day"
    return ", ".join(filter(None, (since, until, stood)))


def _day(day: PartialDate) -> str:
    """Give a listing's day in words; a range is a day that is not known more exactly."""
    first, slash, last = day.text.partition("/")
    return f"between {date_words(first)} and {date_words(last)}" if slash else date_words(day.text)


def chips_of(matches: Iterable[Match], as_of: date | None) -> tuple[Chip, ...]:
    """Give one chip a regime, the gravest standing of its listings first."""
    found: dict[str, Chip] = {}
    for match in matches:
        if match.verdict == "rejected":
            continue
        standing = standing_of(match, as_of)
        regime = regime_of(match.list_id)
        if regime not in found or _GRAVEST.index(standing) < _GRAVEST.index(found[regime].standing):
            found[regime] = Chip(regime=regime, standing=standing, says=_says(match, as_of))
    return tuple(found.values())


def _says(match: Match, as_of: date | None) -> str:
    return f"{list_title(match.list_id)} {match.entity_id}: {standing_words(match, as_of)}"
