"""What the lists tell of a party in a reporter's words, and what others of its name are: the slots of drawn.toml."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench.reading.drawn_names import acronym_of, body_names, is_latin, news_name, person_name, respelt
from nongrata.mentions.names.naming import schema_by_head
from nongrata.screening import ListedParty
from nongrata.screening.words import LEGAL_FORMS
from nongrata.values import fold
from nongrata.values.countries import country_name, is_country

TOLD: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("drawn.toml").read_text("utf-8"))
ON = date(2025, 10, 15)
_GOVERNMENTS = frozenset(("us", "gb", "eu", "su"))


def slots_of(party: ListedParty, kind: str, chance: random.Random) -> dict[str, str] | None:
    """Give what the list tells of a party, in a reporter's words; None where it has no name that news could write."""
    home = [code for code in sorted(party.countries or party.about - _GOVERNMENTS) if is_country(code)]
    abroad = chance.choice([code for code in TOLD["towns"] if code not in party.tied_to])
    nation = TOLD["nationalities"].get(home[0]) if home else None
    trade = chance.choice(TOLD["trades"].get(kind, [""]))
    slots = {
        "trade": trade,
        "Trade": trade[:1].upper() + trade[1:],
        "a_trade": f"{'an' if trade[:1] in 'aeiou' else 'a'} {trade}",
        "country": country_name(home[0]) if home else "",
        "nat": nation or "",
        "a_nat": f"{'an' if nation[0] in 'AEIOU' else 'a'} {nation}" if nation else "",
        "about": next((country_name(code) for code in sorted(party.about - _GOVERNMENTS) if is_country(code)), ""),
        "town2": TOLD["towns"][abroad],
        "country2": country_name(abroad),
        "owner": next((news_name(link.to_name) for link in party.links if is_latin(link.to_name)), ""),
    }
    named = _of_person(party, chance) if kind == "person" else _of_other(party, kind)
    if named is None:
        return None
    alias = [news_name(name.text) for name in party.names[1:] if is_latin(name.text) and name.kind == "alias"]
    names = {fold(text) for text in named.values()}
    slots["alias"] = next((text for text in alias if fold(text) not in names and " " in text), "")
    return slots | named


def _of_person(party: ListedParty, chance: random.Random) -> dict[str, str] | None:
    name = person_name(party)
    if name is None:
        return None
    family = " ".join(name.family)
    office = next(map(_office, (text for text in party.positions if is_latin(text))), "")
    years = sorted(int(day.text[:4]) for day, _list in party.birth_dates if day.text[:4].isdigit())
    age = ON.year - years[0] if years else 0
    off = age - 22 if age >= 45 else age + 25 if age else chance.randrange(19, 24)
    towns = [town.split(",")[0] for listing in party.listings for town in listing.birth_places if is_latin(town)]
    man = party.genders == {"male"}
    return {
        "name": name.full, "full": name.full, "short": name.short, "family": family,
        "Family": family[0].upper() + family[1:], "CAPS": family.upper(),
        "respelt": name.short if name.is_family_first else respelt(name.short),
        "office": office[:1].upper() + office[1:], "the_office": f"the {office}" if office else "",
        "age": str(age) if years and age < 100 and years[-1] == years[0] else "", "off_age": str(off) if years else "",
        "birth_year": str(years[0]) if years else "", "birth_town": towns[0] if towns else "",
        "young": "21" if not years or age > 40 else "", "role": "businessman" if man else "official",
    }  # fmt: skip


def _office(text: str) -> str:
    """Give an office as a reporter shortens it; "" where it is no office, or too long."""
    said = re.split(r"[.;,(/]", text)[0].strip()
    said = said if said.split(" ")[0].isupper() else said[:1].lower() + said[1:]
    return said if 1 < len(said.split()) <= 10 and "“" not in said and said.isascii() else ""


def _of_other(party: ListedParty, kind: str) -> dict[str, str] | None:
    names = body_names(party)
    if names is None or (kind == "body" and party.schema == "LegalEntity" and not _is_body(names[1])):
        return None
    plain, whole = (names[1], names[1]) if kind != "body" else names
    if kind == "body" and plain.lower() in LEGAL_FORMS:
        return None
    reasons = " ".join(act.reason or "" for act in party.designations)
    types = re.search(r"Vessel Type ((?:Crude |Chemical/|Products? |LPG |Oil )*(?:Tanker|Cargo|Carrier))", reasons)
    towns = [each.city for listing in party.listings for each in listing.addresses if each.city and is_latin(each.city)]
    return {
        "name": plain, "Name": plain[0].upper() + plain[1:], "whole": whole,
        "caps": plain.upper(), "CAPS": plain.upper(),
        "acronym": acronym_of(party) or "",
        "town": towns[0] if towns else "", "kind": "company" if party.schema == "Company" else "organisation",
        "type": types[1].lower() if types else "tanker" if party.about & {"ru", "ir"} else "",
        "imo": next((each.value for each in party.identifiers if each.kind == "imo"), ""),
        "former": next((news_name(each.text) for each in party.names if each.kind == "former"), ""),
    }  # fmt: skip


def _is_body(name: str) -> bool:
    words = tuple(fold(name).split())
    return schema_by_head(words) is not None or not LEGAL_FORMS.isdisjoint(words)
