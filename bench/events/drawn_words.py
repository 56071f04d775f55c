"""How newspapers word claims about sanctions: the sentences that drawn_claims.py fills."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nongrata.lists import Listing
from nongrata.values.countries import country_name, is_country

# By regime: who does it, its capital or its people, and the adjective
REGIMES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "us": (("the United States", "Washington", "the U.S. Treasury", "OFAC"), ("U.S.", "US", "American")),
    "eu": (("the European Union", "Brussels", "the EU", "the bloc"), ("EU", "European Union")),
    "uk": (("Britain", "London", "the United Kingdom", "the UK"), ("British", "UK", "U.K.")),
    "un": (("the United Nations", "the U.N. Security Council", "the UN"), ("U.N.", "UN", "United Nations")),
    "ch": (("Switzerland", "Bern", "the Swiss government"), ("Swiss",)),
    "au": (("Australia", "Canberra"), ("Australian",)),
    "ca": (("Canada", "Ottawa"), ("Canadian",)),
    "jp": (("Japan", "Tokyo"), ("Japanese",)),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A sentence with its gaps: {who} the name, {it} "he", {the} "the company", {by} who lists, {adj} "Swiss"."""

    says: Literal["listed", "not listed", "lifted"]
    text: str
    regimes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who is told of: a name as a newspaper writes it, its kind, and the year of the first listing."""

    name: str
    schema: str
    year: str


WORDINGS = (
    Wording(says="listed", text="{who}, which {by} sanctioned in {year}, did not reply to questions."),
    Wording(says="listed", text="{By} blacklisted {who} in {year}."),
    Wording(says="listed", text="{who} was sanctioned by {by} in {year}."),
    Wording(says="listed", text="{who} is under {adj} sanctions."),
    Wording(says="listed", text="{who} has been on the {adj} sanctions list since {year}."),
    Wording(says="listed", text="{The}, designated by {by} in {year}, denies any wrongdoing."),
    Wording(says="listed", text="{The} has been under sanctions imposed by {by} since {year}."),
    Wording(says="listed", text="{By} put {the} on its sanctions list in {year}, public records show."),
    Wording(says="listed", text="{The} was blacklisted in {year} by {by}."),
    Wording(says="listed", text="{The} is subject to {adj} sanctions, including an asset freeze."),
    Wording(says="listed", text="{The} is on the sanctions lists of {by} and {by2}.", regimes=2),
    Wording(says="listed", text="{The} is under {adj} and {adj2} sanctions.", regimes=2),
    Wording(says="listed", text="{who} has been sanctioned by both {by} and {by2}.", regimes=2),
    Wording(says="listed", text="{By} and {by2} have imposed sanctions on {the}.", regimes=2),
    Wording(says="listed", text="{By} accuses {the} of breaking its rules and added {it} to its blacklist in {year}."),
    Wording(says="listed", text="{The} remains subject to an asset freeze in {place}."),
    Wording(says="not listed", text="{who} is not under {adj} sanctions."),
    Wording(says="not listed", text="{By} has not sanctioned {the}."),
    Wording(says="not listed", text="{The} does not appear on the sanctions list of {by}."),
    Wording(says="not listed", text="{The} has never been sanctioned by {by}."),
    Wording(says="not listed", text="Unlike its allies, {by} has yet to impose sanctions on {the}."),
    Wording(says="not listed", text="{The} is on neither the {adj} nor the {adj2} sanctions list.", regimes=2),
    Wording(says="lifted", text="{who} was removed from the {adj} sanctions list in {year}."),
    Wording(says="lifted", text="{By} lifted its sanctions on {the} last year."),
    Wording(says="lifted", text="{The} is no longer under {adj} sanctions."),
    Wording(says="lifted", text="{By} delisted {the} in {year}."),
)
_KINDS = {
    "Person": ("the businessman", "the official"), "Vessel": ("the tanker", "the ship"),
    "Company": ("the company", "the firm"),
}  # fmt: skip
_GROUP = ("the group", "the organisation", "the entity")


def about(name: str, listing: Listing, chance: random.Random) -> str:
    """Give a sentence that tells who it is, by what its entry tells."""
    where = next((country_name(code) for code in sorted(listing.countries) if is_country(code)), "the region")
    if listing.schema == "Person":
        born = [day.earliest.year for day in listing.birth_dates]
        age = f", who was born in {born[0]}," if born else ""
        return f"Officials in {where} met {name}{age} on Monday to speak of grain."
    if listing.schema == "Vessel":
        number = next((f", IMO {each.value}," for each in listing.identifiers if each.kind == "imo"), "")
        return f"The tanker {name}{number} left port on Monday with a cargo of oil, shipping data showed."
    return chance.choice((
        f"{name}, which is based in {where}, signed the contract last week, two people who know of the deal said.",
        f"Two people in {where} who have worked with {name} spoke to reporters on Monday.",
    ))  # fmt: skip


def told_as(wording: Wording, named: Named, regimes: Sequence[str], chance: random.Random) -> str:
    """Fill a sentence."""
    is_person = named.schema == "Person"
    by = [chance.choice(REGIMES[regime][0]) for regime in regimes]
    adj = [chance.choice(REGIMES[regime][1]) for regime in regimes]
    the = chance.choice((named.name, *_KINDS.get(named.schema, _GROUP)))
    text = wording.text.replace("which", "whom") if is_person else wording.text
    return text.format(
        who=named.name, the=the, The=the[:1].upper() + the[1:], it="him" if is_person else "it", by=by[0],
        By=by[0][:1].upper() + by[0][1:], by2=by[-1], adj=adj[0], adj2=adj[-1], year=named.year,
        place=REGIMES[regimes[0]][0][0],
    )  # fmt: skip
