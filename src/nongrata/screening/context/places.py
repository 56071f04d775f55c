"""Countries and towns that a story ties to a party, held against those of the lists."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.names.ordinary import is_english
from nongrata.names.telling import CITIES
from nongrata.parties import Fact, Party
from nongrata.screening.context.sanctions import said_to_be_sanctioned, sanctions_said_before
from nongrata.screening.context.setting import Setting, Stated, facts_of
from nongrata.screening.join import ListedParty
from nongrata.values import fold
from nongrata.values.countries import country_name

MOST_NAMED = 4  # countries in a reason
_EVERYWHERE = frozenset(("us", "gb", "eu"))  # the governments that every sanctions story names


def same_country(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have a country in common: nationality, office, seat or flag."""
    theirs = listed.countries or listed.named_for
    for fact in facts_of(party, "country"):
        if fact.value in theirs:
            name = country_name(fact.value)
            return f"the story ties the name to {name} (“{fact.span.of(setting.text)}”); so does the list", fact.span
    return None


def other_country(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have countries known on both sides, none of them shared."""
    told = facts_of(party, "country")
    if not told or not listed.countries or any(fact.value in listed.countries for fact in told):
        return None
    theirs = ", ".join(sorted(country_name(code) for code in listed.countries))
    return f"the story ties the name to {country_name(told[0].value)}; the list has {theirs}", told[0].span


def story_of_country(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that names a country of the listing: weak, but something."""
    if same_country(party, listed, setting):
        return None
    shared = sorted(((listed.countries or listed.named_for) & setting.countries) - _EVERYWHERE)
    if shared:
        return f"the story is also about {country_name(shared[0])}, a country of the listing", None
    shared = (
        []
        if listed.countries or listed.schema != "Person"
        else sorted((listed.about & setting.countries) - _EVERYWHERE)
    )
    return (f"the story is also about {country_name(shared[0])}, which the listing speaks of", None) if shared else None


def story_elsewhere(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that names countries, and none to which any list ties the person: weak. Firms trade anywhere.

    Where the story says beside the name that its bearer is listed, that tells more.
    """
    theirs = listed.countries | listed.named_for | (listed.about - _EVERYWHERE)
    here = setting.countries | setting.around
    if listed.schema != "Person" or not theirs or not here or not theirs.isdisjoint(here):
        return None
    if said_to_be_sanctioned(party, listed, setting) or sanctions_said_before(party, listed, setting):
        return None
    where, there = (", ".join(sorted(map(country_name, codes))[:MOST_NAMED]) for codes in (here, theirs))
    return f"the story is about {where}; the list ties the person to {there}", None


def same_place(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be placed by the story in a town that the list gives, in an address or in a name; not by its own name."""
    if party.schema == "Person":
        return None
    own = {fold(mention.text) for mention in party.mentions}
    names = " | ".join(fold(name.text) for name in listed.names)
    towns = " | ".join(fold(place) for place in listed.places)
    for fact in facts_of(party, "place"):
        town = fold(fact.value)
        if len(town) < 4 or town in own or (is_english(town) and town not in CITIES):
            continue  # an address has "Building" and "West", too
        if town in towns or (town in names and not any(town in name for name in own)):
            where = "an address" if town in towns else "a listed name"
            return f"the story places it in {fact.value}; the list has that town in {where}", fact.span
    return None


def place_names(facts: Sequence[Fact]) -> tuple[str, ...]:
    """Give the towns and countries that the story ties to a party, each once."""
    names = [fact.value for fact in facts if fact.kind == "place"]
    names += [country_name(fact.value) for fact in facts if fact.kind == "country"]
    return tuple(dict.fromkeys(names))
