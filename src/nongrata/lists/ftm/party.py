"""FollowTheMoney entities as parts of a listing: the party itself, its documents, addresses and designations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nongrata.lists.fields import country_of, date_of, names_once, once, shortened
from nongrata.lists.ftm.lines import Entity
from nongrata.lists.ftm.tables import COUNTRIES, NAMES, NUMBERS, SUBJECTS
from nongrata.lists.record import Address, Designation, EntityId, Identifier, ListedName, ListId, Listing
from nongrata.values import PartialDate
from nongrata.values.countries import is_country

_ON_AIRPLANES = {"registrationNumber": "tail_number"}
_PASSPORT = ("passport", "pasaporte", "паспорт")
_BY_ACT = "Legal act: "  # as our own export tells it, for FollowTheMoney has no property of its own
_ACT = re.compile(rf"(?:^|; ){_BY_ACT}([^;]+)$")
_PLACES = ("street", "city", "state", "region", "postalCode", "country")


def listing_of(entity: Entity, caption: str, documents: tuple[Identifier, ...], found: tuple[Address, ...]) -> Listing:
    """Give the party that an entity is, without its designations."""
    is_person = entity.schema == "Person"
    addresses = once((*found, *(Address(text=text) for text in entity.get("address") if _is_new(text, found))))
    countries = (country_in(code) for name in COUNTRIES for code in entity.get(name))
    return Listing(
        schema=SUBJECTS[entity.schema],
        names=names_once(_names(entity, caption)),
        designations=(),
        birth_dates=_dates(entity, "birthDate"),
        birth_places=entity.get("birthPlace"),
        death_dates=_dates(entity, "deathDate"),
        countries=once(code for code in (*countries, *(address.country for address in addresses)) if code),
        genders=tuple(text for text in entity.get("gender") if text in ("male", "female")),
        positions=entity.get("position") if is_person else (),
        identifiers=once((*_identifiers(entity), *documents)),
        addresses=addresses,
    )


def _is_new(text: str, found: Sequence[Address]) -> bool:
    return all(text.casefold() != address.text.casefold() for address in found)


def _names(entity: Entity, caption: str) -> Iterator[ListedName]:
    yield ListedName(text=caption, kind="primary")
    for name, kind in NAMES.items():
        for text in entity.get(name):
            yield ListedName(text=text, kind=kind)


def _dates(entity: Entity, *names: str) -> tuple[PartialDate, ...]:
    found = (date_of(text.partition("T")[0]) for name in names for text in entity.get(name))
    return once(date for date in found if date)


# ISO 3166-3: what was a country once.
_FORMER = {"suhh": "su", "yucs": "yu", "cshh": "cs", "csxx": "cs", "ddde": "dd"}


def country_in(code: str) -> str | None:
    """Give the country of a FollowTheMoney code; of a part of a country ("ge-ab") the whole; of a name too.

    >>> country_in("RU"), country_in("ua-cri"), country_in("suhh"), country_in("zz"), country_in("Chine")
    ('ru', 'ua', 'su', None, None)
    """
    code = code.strip().lower()
    if is_country(code):
        return code
    whole = _FORMER.get(code) or code.partition("-")[0]
    return country_of(code) or (whole if len(code) > len(whole) == 2 and is_country(whole) else None)


def _identifiers(entity: Entity) -> Iterator[Identifier]:
    kinds = {**NUMBERS, **_ON_AIRPLANES} if entity.schema == "Airplane" else NUMBERS
    for name, kind in kinds.items():
        for value in entity.get(name):
            plain = value.upper().removeprefix("IMO").strip() if kind == "imo" else value
            country = "ru" if kind in ("inn", "ogrn", "okpo", "kpp", "bik") else None
            yield Identifier(kind=kind, value=plain, country=country)


def identifier_in(entity: Entity) -> Iterator[Identifier]:
    """Give the number of a document or wallet."""
    country = next(filter(None, map(country_in, entity.get("country"))), None)
    if entity.schema == "CryptoWallet":
        kind = "wallet"
    else:
        words = " ".join(entity.get("type")).lower()
        is_passport = entity.schema == "Passport" or any(word in words for word in _PASSPORT)
        kind = "passport" if is_passport else "national_id"
    for value in once((*entity.get("number"), *entity.get("passportNumber"), *entity.get("publicKey"))):
        yield Identifier(kind=kind, value=value, country=country)


def address_in(entity: Entity) -> Address | None:
    """Give an address, as a whole where the entity has it so, else from its parts."""
    text = entity.first("full") or ", ".join(found for name in _PLACES if (found := entity.first(name)))
    if not text:
        return None
    country = next(filter(None, map(country_in, entity.get("country"))), None)
    return Address(text=text, city=entity.first("city"), country=country)


def designation_of(sanction: Entity, list_id: ListId, entity_id: EntityId, caption: str) -> Designation:
    """Give what one Sanction says; the day it was listed, before the day it took effect."""
    days = sorted(_dates(sanction, "listingDate") or _dates(sanction, "startDate"))
    changed = sorted({*days[1:], *_dates(sanction, "modifiedAt")})
    reasons = sanction.get("reason")
    legal_act = next((found[1] for text in reversed(reasons) if (found := _ACT.search(text))), None)
    said = (
        *(text for text in reasons if text != f"{_BY_ACT}{legal_act}"),
        *sanction.get("provisions"),
        *(f"Status: {text}" for text in sanction.get("status") if text.lower() != "active"),
        *sanction.get("summary"),
        *sanction.get("description"),
    )
    return Designation(
        list_id=list_id,
        entity_id=entity_id,
        caption=caption,
        authority=sanction.first("authority", "publisher"),
        programs=once((*sanction.get("program"), *sanction.get("programId"))),
        listed_on=days[0] if days else None,
        delisted_on=max(_dates(sanction, "endDate"), default=None),
        source_url=sanction.first("sourceUrl", *(() if legal_act else ("programUrl",))),
        reason=shortened("; ".join(once(said))),
        legal_act=legal_act,
        legal_act_url=sanction.first("programUrl") if legal_act else None,
        amended_on=once(changed),
    )


def merged(acts: Sequence[Designation]) -> Designation:
    """Give several Sanctions of one list as one designation: over only when all of them are."""
    if len(acts) == 1:
        return acts[0]
    days = sorted({day for act in acts for day in (act.listed_on, *act.amended_on) if day})
    ends = [act.delisted_on for act in acts if act.delisted_on]
    reasons = once(act.reason for act in acts if act.reason)
    return replace(
        acts[0],
        programs=once(program for act in acts for program in act.programs),
        listed_on=days[0] if days else None,
        amended_on=tuple(days[1:]),
        delisted_on=max(ends) if len(ends) == len(acts) else None,
        source_url=next((act.source_url for act in acts if act.source_url), None),
        legal_act=next((act.legal_act for act in acts if act.legal_act), None),
        legal_act_url=next((act.legal_act_url for act in acts if act.legal_act), None),
        reason=shortened("; ".join(reasons)),
    )
