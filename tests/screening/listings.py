"""Listings made by hand, parties as a story tells of them, and a screening of the one against the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from nongrata.lists import (
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
)
from nongrata.parties import Fact, FactKind, Party, PartyId, PartyMention
from nongrata.screening import ListedParty, ListIndex, Match, Setting, build_index, screen
from nongrata.values import PartialDate, Span

FRIDAY = date(2024, 5, 17)
NOWHERE = Setting(text="", on=FRIDAY, countries=frozenset(), sentences=())


def day(text: str | None) -> PartialDate | None:
    """Give a partial date, or None."""
    return PartialDate(text) if text else None


def listed(schema: str, *names: str, ids: Sequence[tuple[str, str]] = (("us_ofac_sdn", "1"),), **more: Any) -> Listing:
    """Give a listing; names beginning with ~ are weak aliases, with < former names. `on` and `off` are its days."""
    kinds: Mapping[str, Any] = {"~": "weak", "<": "former"}
    found = [ListedName(text=name.lstrip("~<"), kind=kinds.get(name[0], "alias")) for name in names]
    found[0] = replace(found[0], kind="primary")
    on, off = more.pop("on", None), more.pop("off", None)
    authority, reason = more.pop("authority", None), more.pop("reason", None)
    born = tuple(PartialDate(text) for text in more.pop("born", ()))
    towns = tuple(Address(text=town, city=town) for town in more.pop("towns", ()))
    numbers = tuple(Identifier(kind=kind, value=value) for kind, value in more.pop("numbers", ()))
    owners: Sequence[Link] = more.pop("links", ())
    return Listing(
        schema=schema,
        names=tuple(found),
        designations=tuple(
            Designation(
                list_id=ListId(list_id),
                entity_id=EntityId(entity_id),
                caption=found[0].text,
                authority=authority,
                reason=reason,
                listed_on=day(on),
                delisted_on=day(off),
            )
            for list_id, entity_id in ids
        ),
        birth_dates=born,
        addresses=towns,
        identifiers=numbers,
        links=tuple(owners),
        **more,
    )


def linked(to_name: str) -> Link:
    """Give a tie to another party, as OFAC words it."""
    return Link(kind="linked", to_name=to_name, source=f"Linked To: {to_name}")


def list_of(*listings: Listing, list_id: str = "us_ofac_sdn", version: str = "2024-05-03") -> ListFile:
    """Give a list with these listings; the starter list has the id "starter"."""
    return ListFile(
        version=ListVersion(
            list_id=ListId(list_id),
            title=list_id,
            version=version,
            sha256="0" * 64,
            entities=len(listings),
            is_starter=list_id == "starter",
        ),
        listings=listings,
    )


def index_of(*listings: Listing) -> ListIndex:
    """Give the index over one list of these."""
    return build_index([list_of(*listings)])


def only(*listings: Listing) -> ListedParty:
    """Give the one party that these listings are."""
    (party,) = index_of(*listings).parties
    return party


def told(name: str, schema: str = "Person", *, also: Sequence[str] = (), **facts: str | Sequence[str]) -> Party:
    """Give a party that the story tells of, with its facts; each fact's words stand at the start of the text."""
    values = {kind: (value,) if isinstance(value, str) else tuple(value) for kind, value in facts.items()}
    return Party(
        id=PartyId("p1"),
        name=name,
        schema=schema,
        mentions=(
            PartyMention(span=Span(0, len(name)), text=name, kind="full"),
            *(PartyMention(span=Span(0, len(text)), text=text, kind="alias") for text in also),
        ),
        facts=tuple(_fact(kind, value) for kind, row in values.items() for value in row),
    )


def _fact(kind: Any, value: str) -> Fact:
    checked: FactKind = kind
    return Fact(kind=checked, value=value, span=Span(0, 3))


def about(*countries: str, text: str = "", on: date | None = FRIDAY) -> Setting:
    """Give a story that names these countries; the whole text is one sentence."""
    return Setting(text=text, on=on, countries=frozenset(countries), sentences=(Span(0, len(text)),))


def verdicts(found: Sequence[Match]) -> list[tuple[str, str]]:
    """Give matches as id and verdict."""
    return [(match.entity_id, match.verdict) for match in found]


def verdict(party: Party, listing: Listing, setting: Setting = NOWHERE) -> str | None:
    """Give the verdict on a party against a lone listing; None where nothing is shown."""
    found = screen(party, index_of(listing), setting, as_of=FRIDAY)
    return found[0].verdict if found else None


def rules(found: Sequence[Match]) -> set[str]:
    """Give the rules that spoke on the first match."""
    return {reason.rule for reason in found[0].reasons}
