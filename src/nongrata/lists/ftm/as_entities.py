"""A list as FollowTheMoney entities: a party, its documents and addresses, a Sanction for each designation, its ties.

Ids come from the list and the party's number on it: the same list gives the same ids again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from nongrata.lists.ftm.entity import Entity, days_of, make_entity, make_id
from nongrata.lists.ftm.numbers import property_of
from nongrata.lists.record import Address, Designation, EntityId, Identifier, Link, ListFile, ListId, Listing
from nongrata.values import PartialDate

_OWNERS = frozenset({"Person", "Company", "Organization", "LegalEntity"})
_ASSETS = frozenset({"Company", "Vessel", "Airplane"})
_SCHEMAS = _OWNERS | _ASSETS
_DOCUMENTS: Mapping[str, str] = {
    "passport": "Passport",
    "national_id": "National identification",
    "driving_licence": "Driving licence",
    "document": "Document",
}
_ISSUERS: Mapping[str, str] = {"uk": "gb", "us": "us", "eu": "eu", "ch": "ch", "au": "au", "ca": "ca"} | {
    code: code for code in ("jp", "nz", "tr")
}
_CODES = {"su": "suhh"}  # how FollowTheMoney writes countries that are no more
_NAMES = {"primary": "name", "alias": "alias", "former": "previousName", "weak": "weakAlias"}
_NAME_LENGTH, _NUMBER_LENGTH, _LINE_LENGTH = 380, 64, 1_000
_UN_LENGTH = 16

Act = tuple[ListId, EntityId]
Ends = Mapping[Act, Entity]  # the parties of the list, by each of their designations


def as_ftm(file: ListFile) -> Iterator[Entity]:
    """Give the entities of a list, each id once."""
    ends: dict[Act, Entity] = {}
    for listing in file.listings:
        party = _party(listing)
        ends.update({(act.list_id, act.entity_id): party for act in listing.designations})
    seen: set[str] = set()
    for listing in file.listings:
        for entity in listing_as_ftm(listing, ends):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield entity


def listing_as_ftm(listing: Listing, ends: Ends = MappingProxyType({})) -> Iterator[Entity]:
    """Give the entities of one listing: the party first; `ends` are the parties that its links may lead to."""
    party = _party(listing)
    yield party
    yield from (_address(address) for address in listing.addresses)
    if listing.schema in _OWNERS:
        yield from _documents(listing, party["id"])
    yield from (_sanction(act, party["id"]) for act in listing.designations)
    for link in listing.links:
        yield from _tie(link, party, ends)


def _party(listing: Listing) -> Entity:
    schema = listing.schema if listing.schema in _SCHEMAS else "LegalEntity"
    numbers: dict[str, list[str]] = {}
    notes = [*_vague("Born", listing.birth_dates), *_vague("Died", listing.death_dates)]
    for found in listing.identifiers:
        kept = property_of(found, schema)
        if kept is not None:
            numbers.setdefault(kept[0], []).append(kept[1])
        elif found.kind not in _DOCUMENTS or schema not in _OWNERS or len(found.value) > _NUMBER_LENGTH:
            notes.append(f"{found.kind.replace('_', ' ')}: {found.value}")
    names: dict[str, list[str]] = {}
    for name in listing.names:
        names.setdefault(_NAMES[name.kind] if len(name.text) <= _NAME_LENGTH else "notes", []).append(
            name.text.strip('"')
        )
    person = _of_person(listing) if schema == "Person" else {}
    is_in_force = any(act.delisted_on is None for act in listing.designations)
    entity = make_entity(
        _id_of(listing),
        schema,
        **{**person, **numbers, **names},
        country=map(_code, listing.countries),
        addressEntity=[make_id("address", address.text) for address in listing.addresses],
        topics=["sanction"] if is_in_force else [],
    )
    if notes:
        entity["properties"].setdefault("notes", []).extend(dict.fromkeys(notes))
    entity["datasets"] = list(dict.fromkeys(act.list_id for act in listing.designations))
    return entity


def _of_person(listing: Listing) -> dict[str, list[str]]:
    return {
        "birthDate": [day for date in listing.birth_dates for day in days_of(date)],
        "deathDate": [day for date in listing.death_dates for day in days_of(date)],
        "birthPlace": [place[:_LINE_LENGTH] for place in listing.birth_places],
        "gender": list(listing.genders),
        "position": [position[:_LINE_LENGTH] for position in listing.positions],
    }


def _vague(label: str, dates: tuple[PartialDate, ...]) -> list[str]:
    """Give the dates that FollowTheMoney cannot hold, about years and ranges, in words."""
    return [f"{label}: {date.text}" for date in dates if not days_of(date)]


def _id_of(listing: Listing) -> str:
    first = listing.designations[0]
    return make_id(first.list_id, first.entity_id)


def _code(country: str) -> str:
    return _CODES.get(country, country)


def _address(address: Address) -> Entity:
    return make_entity(
        make_id("address", address.text),
        "Address",
        full=[address.text[:_LINE_LENGTH]],
        city=[] if address.city is None else [address.city],
        country=[] if address.country is None else [_code(address.country)],
    )


def _documents(listing: Listing, holder: str) -> Iterator[Entity]:
    for found in listing.identifiers:
        if found.kind in _DOCUMENTS and len(found.value) <= _NUMBER_LENGTH:
            yield _document(found, holder)


def _document(found: Identifier, holder: str) -> Entity:
    return make_entity(
        make_id(holder, found.kind, found.value, found.country or ""),
        "Passport" if found.kind == "passport" else "Identification",
        holder=[holder],
        number=[found.value],
        type=[_DOCUMENTS[found.kind]],
        country=[] if found.country is None else [_code(found.country)],
    )


def _sanction(act: Designation, party: str) -> Entity:
    issuer = _ISSUERS.get(act.list_id.partition("_")[0])
    is_un = act.list_id == "un_sc" and len(act.entity_id) <= _UN_LENGTH
    entity = make_entity(
        make_id(party, act.list_id, act.entity_id),
        "Sanction",
        entity=[party],
        authority=[] if act.authority is None else [act.authority],
        authorityId=[act.entity_id] if len(act.entity_id) <= _NUMBER_LENGTH else [],
        unscId=[act.entity_id] if is_un else [],
        recordId=[act.entity_id],
        program=act.programs,
        country=[] if issuer is None else [issuer],
        listingDate=days_of(act.listed_on),
        startDate=days_of(act.listed_on),
        endDate=days_of(act.delisted_on),
        modifiedAt=[day for date in act.amended_on for day in days_of(date)],
        status=["Inactive"] if act.delisted_on is not None else [],
        sourceUrl=[act.source_url] if act.source_url is not None and _is_web(act.source_url) else [],
        # "provisions" is what is forbidden, not by which act.
        programUrl=[act.legal_act_url] if act.legal_act_url is not None and _is_web(act.legal_act_url) else [],
        reason=_reasons(act),
    )
    entity["datasets"] = [act.list_id]
    return entity


def _reasons(act: Designation) -> list[str]:
    """Give the reason, and the legal act where the reason does not name it."""
    reason = act.reason or ""
    is_told = act.legal_act is None or act.legal_act in reason
    return [text for text in (reason, "" if is_told else f"Legal act: {act.legal_act}") if text]


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url


def _tie(link: Link, party: Entity, ends: Ends) -> Iterator[Entity]:
    """Give the tie, and an entity for its other end where the list only names it."""
    other = None if link.to_id is None else ends.get(link.to_id)
    if other is None:
        id_ = make_id(*link.to_id) if link.to_id else make_id("named", party["datasets"][0], link.to_name)
        other = make_entity(id_, "LegalEntity", name=[link.to_name[:_NAME_LENGTH]])
        if link.to_id is None or ends:
            yield other
    id_ = make_id(party["id"], other["id"], link.kind, link.source)
    told = {"description": [link.source]}
    if link.kind == "owner" and other["schema"] in _OWNERS and party["schema"] in _ASSETS and other != party:
        share = [] if link.share is None else [f"{float(link.share) * 100:g}"]
        yield make_entity(id_, "Ownership", owner=[other["id"]], asset=[party["id"]], percentage=share, **told)
    else:
        role = [link.source.partition(":")[0][:_LINE_LENGTH]]
        yield make_entity(id_, "UnknownLink", subject=[party["id"]], object=[other["id"]], role=role, **told)
