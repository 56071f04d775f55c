"""A file of FollowTheMoney entities read in the plainest way, all of it at once: what the reader must give as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nongrata.lists import Designation, EntityId, Link, ListId, Listing
from nongrata.lists.fields import once
from nongrata.lists.ftm.lines import Entity, entities_in
from nongrata.lists.ftm.opensanctions import list_of_dataset
from nongrata.lists.ftm.party import address_in, designation_of, identifier_in, listing_of, merged
from nongrata.lists.ftm.tables import LISTED_TOPICS, SUBJECTS, TIES
from nongrata.lists.ftm.ties import share_of


def whole_reading(path: Path, own: ListId) -> list[Listing]:
    """Give the listings of a file without flaws, `own` being its list's id."""
    entities = [entity for _, entity in entities_in(path) if isinstance(entity, Entity)]
    parties: dict[str, Entity] = {}
    for each in entities:
        if each.schema in SUBJECTS and (
            each.id not in parties or len(parties[each.id].properties) < len(each.properties)
        ):
            parties[each.id] = each
    sanctioned = {each.first("entity") for each in entities if each.schema == "Sanction"}
    marked = [each for each in parties.values() if each.id in sanctioned or _is_marked(each)]
    is_marking = any(each.get("topics") or each.is_target is not None for each in parties.values())
    listed = marked if marked or is_marking else list(parties.values())
    found = {each.id: _listing(each, entities, own) for each in listed}
    return [replace(listing, links=once(_links(id_, entities, found))) for id_, listing in found.items()]


def _is_marked(entity: Entity) -> bool:
    topics = entity.get("topics")
    return bool(set(topics) & set(LISTED_TOPICS)) if topics else bool(entity.is_target)


def _named(id_: str | None, entities: list[Entity]) -> str | None:
    return next((each.caption or each.first("name") or each.id for each in entities if each.id == id_), None)


def _listing(party: Entity, entities: list[Entity], own: ListId) -> Listing:
    caption = party.caption or party.first("name") or ""
    addresses = {each.id: found for each in entities if each.schema == "Address" and (found := address_in(each))}
    papers = [
        number
        for each in entities
        if each.schema in ("Identification", "Passport", "CryptoWallet") and each.first("holder") == party.id
        for number in identifier_in(each)
    ]
    posts = [each.first("post") for each in entities if each.schema == "Occupancy" and each.first("holder") == party.id]
    acts: dict[tuple[ListId, EntityId], list[Designation]] = {}
    for each in entities:
        if each.schema == "Sanction" and each.first("entity") == party.id:
            key = list_of_dataset(each, party, own)
            acts.setdefault(key, []).append(designation_of(each, *key, caption))
    unsaid = Designation(list_id=own, entity_id=EntityId(party.id), caption=caption)
    own_addresses = once(addresses[id_] for id_ in party.get("addressEntity") if id_ in addresses)
    listing = listing_of(party, caption, tuple(papers), own_addresses)
    names = (name for post in posts if (name := _named(post, entities)) is not None)
    return replace(
        listing,
        positions=once((*listing.positions, *names)),
        designations=tuple(map(merged, acts.values())) or (unsaid,),
    )


def _links(id_: str, entities: list[Entity], found: dict[str, Listing]) -> Iterator[Link]:
    for tie in entities:
        if tie.schema in TIES:
            firsts, seconds = (tie.get(end) for end in TIES[tie.schema].ends)
            for first, second in ((one, other) for one in firsts for other in seconds):
                if first == id_:
                    yield _link(tie, second, entities, found, is_second=False)
                if second == id_:
                    yield _link(tie, first, entities, found, is_second=True)


def _link(tie: Entity, other: str, entities: list[Entity], found: dict[str, Listing], *, is_second: bool) -> Link:
    kind, name, is_over = TIES[tie.schema], _named(other, entities) or other, bool(tie.get("endDate"))
    is_share = tie.schema == "Ownership" and is_second
    act = found[other].designations[0] if other in found else None
    said = "; ".join((*(tie.get(kind.role) if kind.role else ()), *(f"{each} %" for each in tie.get("percentage"))))
    told = name + (f" ({said})" if said else "") + (" (formerly)" if is_over else "")
    return Link(
        kind="owner" if is_share and not is_over else "linked",
        to_name=name,
        to_id=(act.list_id, act.entity_id) if act else None,
        share=share_of(tie.first("percentage")) if is_share else None,
        source=f"{kind.words[is_second]}: {told}",
    )
