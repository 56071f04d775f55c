"""Two listings side by side: how well their birth dates agree, and what both lists say, as sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nongrata.lists.joins.profile import Profile
from nongrata.values import PartialDate
from nongrata.values.countries import country_name

Agreement = Literal["day", "part", "near", "apart", "unknown"]

_YEARS_APART = 10  # between dates of the same day and month: a digit slipped
NUMBER_NAMES = {
    "imo": "IMO number", "inn": "Russian tax number (INN)", "ogrn": "Russian registration number (OGRN)", "lei": "LEI",
    "uscc": "Chinese social credit code", "mmsi": "MMSI", "swift": "SWIFT code", "wallet": "wallet address",
    "tail_number": "tail number", "msn": "manufacturer's serial number", "un_reference": "United Nations reference",
    "ofac": "OFAC number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two listings of different lists side by side."""

    left: Profile
    right: Profile
    births: Agreement
    dates: tuple[PartialDate, PartialDate] | None

    @property
    def countries(self) -> frozenset[str]:
        """Countries that both lists name."""
        return self.left.countries & self.right.countries

    @property
    def families(self) -> frozenset[str]:
        """Causes that programmes of both lists serve."""
        return self.left.families & self.right.families

    def has_other_countries(self) -> bool:
        """Have countries on both lists and none in common."""
        return bool(self.left.countries and self.right.countries) and not self.countries

    def has_other_towns(self) -> bool:
        """Have addresses in towns on both lists, no word of them in common by sound, and none that the names tell."""
        ours, theirs = self.left.town_sounds, self.right.town_sounds
        named = self.left.names.tokens | self.right.names.tokens
        return bool(ours and theirs) and not ours & theirs and not (ours | theirs) & named


def pair_of(left: Profile, right: Profile) -> Pair:
    """Give the two side by side."""
    return Pair(left, right, *_births(left, right))


def _births(left: Profile, right: Profile) -> tuple[Agreement, tuple[PartialDate, PartialDate] | None]:
    """Say how well the birth dates agree, by the pair of them that agrees best."""
    best: tuple[Agreement, tuple[PartialDate, PartialDate] | None] = ("unknown", None)
    for ours in left.born:
        for theirs in right.born:
            found = _agreement(ours, theirs)
            if best[1] is None or _ORDER[found] < _ORDER[best[0]]:
                best = found, (ours, theirs)
    return best


_ORDER: dict[Agreement, int] = {"day": 0, "part": 1, "near": 2, "apart": 3, "unknown": 4}


@lru_cache(maxsize=65_536)  # one birth date stands on many lists
def _agreement(ours: PartialDate, theirs: PartialDate) -> Agreement:
    if ours.is_exact and theirs.is_exact:
        if ours.earliest == theirs.earliest:
            # Who knows only the year often writes its first day.
            return "part" if (ours.earliest.month, ours.earliest.day) == (1, 1) else "day"
        if ours.earliest.year == theirs.earliest.year and _is_first(ours) != _is_first(theirs):
            return "part"
        return "near" if _is_near(ours, theirs) else "apart"
    if ours.meets(theirs):
        return "part"
    years = abs(ours.earliest.year - theirs.earliest.year), abs(ours.latest.year - theirs.latest.year)
    return "near" if min(years) <= 1 else "apart"


def _is_first(date: PartialDate) -> bool:
    return (date.earliest.month, date.earliest.day) == (1, 1)


def _is_near(ours: PartialDate, theirs: PartialDate) -> bool:
    """Be a slip of the pen apart: a month, a day and month exchanged, or one of the three told otherwise."""
    a, b = ours.earliest, theirs.earliest
    if (a.day, a.month, a.year) == (b.month, b.day, b.year):
        return True
    same = (a.year == b.year) + (a.month == b.month) + (a.day == b.day)
    return same == 2 and abs(a.year - b.year) <= _YEARS_APART


def names_say(pair: Pair, ours: str, theirs: str, *, how: str = "the same name") -> str:
    """Give the sentence that two entries' names agree, with the list of each."""
    left, right = pair.left.key[0], pair.right.key[0]
    return f"{how} on both lists: {ours} ({left}), {theirs} ({right})"


def _births_say(pair: Pair) -> str | None:
    if pair.dates is None:
        return None
    ours, theirs = pair.dates
    what = "birth date" if pair.left.group == "person" else "founding date"
    if pair.births == "day":
        return f"the same {what}: {ours}"
    if pair.births == "part":
        return f"{what}s that agree as far as they are told: {ours} and {theirs}"
    return f"but the {what}s differ: {ours} ({pair.left.key[0]}), {theirs} ({pair.right.key[0]})"


def _shared_say(pair: Pair) -> tuple[str, ...]:
    said = []
    if pair.countries:
        said.append("the same country: " + ", ".join(map(country_name, sorted(pair.countries))))
    if towns := pair.left.towns & pair.right.towns:
        said.append("an address in the same town: " + ", ".join(sorted(towns)))
    if codes := pair.left.postcodes & pair.right.postcodes:
        said.append("an address with the same postcode: " + ", ".join(sorted(codes)))
    if towns := pair.left.birth_towns & pair.right.birth_towns:
        said.append("the same birth place: " + ", ".join(sorted(towns)))
    if pair.families:
        said.append("listed for the same cause: " + ", ".join(map(_cause, sorted(pair.families))))
    if has_same_office(pair):
        said.append("the same office: " + ", ".join(sorted(_office(pair))))
    return tuple(said)


def _cause(family: str) -> str:
    return country_name(family) if len(family) == 2 else family


def _office(pair: Pair) -> frozenset[str]:
    return (pair.left.office & pair.right.said_of) | (pair.right.office & pair.left.said_of)


def has_same_office(pair: Pair) -> bool:
    """Share two telling words of an office: "minister" and "defence"."""
    return len(_office(pair)) >= 2


def why_of(pair: Pair, *first: str) -> tuple[str, ...]:
    """Give why two entries were joined, in sentences: what decided first, then what agrees or differs besides."""
    births = _births_say(pair)
    return (*first, *((births,) if births else ()), *_shared_say(pair))
