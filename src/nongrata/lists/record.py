"""A Listing: who is listed, by whom, since when, and all that the list tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NewType

from nongrata.names.scripts_of import script_of
from nongrata.values import PartialDate, Skipped

ListId = NewType("ListId", str)  # us_ofac_sdn, un_sc, eu_fsf, uk_fcdo, …, or the name of a user's list
EntityId = NewType("EntityId", str)  # the publisher's own: 20157, EU.7510.16, RUS0251
NameKind = Literal["primary", "alias", "former", "weak"]
LinkKind = Literal["owner", "linked"]

STARTER = ListId("starter")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """A name that the list gives. "weak" is OFAC's weak a.k.a. and the United Nations' "low" quality."""

    text: str
    kind: NameKind = "alias"
    language: str | None = None  # ISO 639-1, lower case, where the list tells it; else its own code

    @property
    def script(self) -> str | None:
        """The script that most of its letters are of: Latin, Cyrillic, Arabic, Han, Hangul, …; None without letters."""
        return script_of(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number or code that the list gives, by our name for its kind: imo, mmsi, inn, ogrn, lei, passport, …"""

    kind: str
    value: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as the list writes it, with what is told apart in it."""

    text: str
    city: str | None = None
    country: str | None = None  # ISO 3166, lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """That one list names this party: which list, under which id, by which law, since when."""

    list_id: ListId
    entity_id: EntityId
    caption: str  # the primary name on that list
    authority: str | None = None  # "OFAC", "Council of the European Union"
    programs: tuple[str, ...] = ()
    listed_on: PartialDate | None = None
    delisted_on: PartialDate | None = None
    source_url: str | None = None
    reason: str | None = None  # the publisher's own text, shortened to 2,000 characters
    legal_act: str | None = None  # what the listing rests on: "2022/581 (OJ L110)", "Executive Order 14024"
    legal_act_url: str | None = None
    amended_on: tuple[PartialDate, ...] = ()  # when the list changed this entry, where it tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That the list ties this party to another: an owner (with its share), or only "Linked To"."""

    kind: LinkKind
    to_name: str
    to_id: tuple[ListId, EntityId] | None = None
    share: Fraction | None = None  # 0 to 1; None: not told
    source: str  # the words or document behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One entry: a party with its names and its designation (the starter list: several designations)."""

    schema: str  # FollowTheMoney's: Person, Company, Organization, Vessel, Airplane, LegalEntity
    names: tuple[ListedName, ...]  # the primary one first
    designations: tuple[Designation, ...]
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    death_dates: tuple[PartialDate, ...] = ()
    countries: tuple[str, ...] = ()  # ISO 3166, lower case: nationality, registration, flag, address
    genders: tuple[str, ...] = ()  # male, female
    positions: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def caption(self) -> str:
        """The primary name."""
        return self.names[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class ListVersion:
    """Which version of a list was used: enough to find the very same bytes again."""

    list_id: ListId
    title: str  # "OFAC Specially Designated Nationals"
    version: str  # the date in the file, else the date it was told to have, else "undated"
    sha256: str  # of the files' bytes, in the order of their roles
    entities: int
    is_starter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A list as read: its version, its listings, and the rows that could not be used."""

    version: ListVersion
    listings: Sequence[Listing]  # a tuple; of a list that is very long, lines of a file: many.py
    skipped: tuple[Skipped, ...] = ()

    def dated(self, version: str) -> ListFile:
        """Give the same list under the date a user told, for a file that does not say its own."""
        return replace(self, version=replace(self.version, version=version))
