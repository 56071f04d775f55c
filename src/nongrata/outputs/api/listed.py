"""Listed parties as FollowTheMoney entities, found by their ids: what yente's routes give."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import NamedTuple

from nongrata.lists.ftm.as_entities import listing_as_ftm
from nongrata.lists.ftm.entity import Entity, make_id
from nongrata.screening import ListedParty, ListIndex

_KEPT = 5_000
Json = dict[str, object]


class _Side(NamedTuple):
    """Where an entity stands on the party that it is about, and which of its properties leads on to another one."""

    name: str
    far: str | None = None


# By the entity's schema and the property that names the party; the names are FollowTheMoney's.
_SIDES: Mapping[tuple[str, str], _Side] = {
    ("Sanction", "entity"): _Side("sanctions"),
    ("Passport", "holder"): _Side("identification"),
    ("Identification", "holder"): _Side("identification"),
    ("Ownership", "owner"): _Side("ownershipOwner", "asset"),
    ("Ownership", "asset"): _Side("ownershipAsset", "owner"),
    ("UnknownLink", "subject"): _Side("unknownLinkTo", "object"),
    ("UnknownLink", "object"): _Side("unknownLinkFrom", "subject"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """An entity that is about a party, without the property that says so; `far` leads on."""

    entity: Entity
    far: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntity:
    """A listed party as one entity, and what stands beside it, by the property that it is found under."""

    entity: Entity
    referents: tuple[str, ...]
    beside: Mapping[str, Sequence[Beside]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The parties of an index by their ids; every list's own id of a party leads to it."""

    index: ListIndex
    places: Mapping[str, int] = field(repr=False)
    tied_to: Mapping[str, Sequence[int]] = field(repr=False)  # who has a tie that leads to this id
    _made: OrderedDict[int, ListedEntity] = field(default_factory=OrderedDict, init=False, repr=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def of(self, place: int) -> ListedEntity:
        """Give the entity of a party."""
        with self._lock:
            found = self._made.get(place)
        if found is None:
            found = self._entity(place)
            with self._lock:
                self._made[place] = found
                if len(self._made) > _KEPT:
                    self._made.popitem(last=False)
        return found

    def of_party(self, party: ListedParty) -> ListedEntity:
        """Give the entity of a party that was found in the index."""
        return self.of(self.place_of(party))

    def place_of(self, party: ListedParty) -> int:
        """Give the place of a party that was found in the index."""
        act = party.designations[0]
        return self.places[make_id(act.list_id, act.entity_id)]

    def place_of_entry(self, list_id: str, entity_id: str) -> int | None:
        """Give the place of the party that a list's entry is of; None for none."""
        return self.places.get(make_id(list_id, entity_id))

    def named(self, id_: str) -> ListedEntity | None:
        """Give the entity of that id, its own or one list's; None for none."""
        place = self.places.get(id_)
        return None if place is None else self.of(place)

    def _entity(self, place: int) -> ListedEntity:
        party = self.index.parties[place]
        ids = tuple(dict.fromkeys(make_id(act.list_id, act.entity_id) for act in party.designations))
        parts = [list(listing_as_ftm(listing)) for listing in party.listings]
        others = (each for id_ in ids for each in self._ties_to(id_, place))
        beside = _beside([*(each for part in parts for each in part[1:]), *others], ids)
        entity = _merged([part[0] for part in parts], ids[0], party)
        if "addressEntity" in beside:
            entity["properties"]["addressEntity"] = [each.entity["id"] for each in beside["addressEntity"]]
        return ListedEntity(entity=entity, referents=ids[1:], beside=beside)

    def _ties_to(self, id_: str, own: int) -> Iterator[Entity]:
        for place in self.tied_to.get(id_, ()):
            if place != own:
                for listing in self.index.parties[place].listings:
                    yield from (
                        each for each in listing_as_ftm(listing) if each["schema"] in ("Ownership", "UnknownLink")
                    )


def listed_over(index: ListIndex) -> Listed:
    """Give the parties of an index by their ids; looks at each of them once."""
    places: dict[str, int] = {}
    tied_to: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(len(index.parties)):
        party = index.parties[place]
        for act in party.designations:
            places.setdefault(make_id(act.list_id, act.entity_id), place)
        for link in party.links:
            if link.to_id is not None:
                tied_to[make_id(*link.to_id)].append(place)
    return Listed(
        index=index, places=places, tied_to={id_: tuple(dict.fromkeys(all_)) for id_, all_ in tied_to.items()}
    )


def _merged(entities: Sequence[Entity], id_: str, party: ListedParty) -> Entity:
    """Give one entity of what each list tells of the party."""
    told: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities:
        for name, values in entity["properties"].items():
            told[name].update(dict.fromkeys(values))
    datasets = list(dict.fromkeys(act.list_id for act in party.designations))
    return Entity(
        id=id_,
        schema=next((each["schema"] for each in entities if each["schema"] != "LegalEntity"), "LegalEntity"),
        properties={name: list(values) for name, values in told.items() if name != "addressEntity"},
        datasets=[str(name) for name in datasets],
    )


def _beside(entities: Sequence[Entity], ids: Sequence[str]) -> dict[str, list[Beside]]:
    """Give what stands beside the party of these ids, each once."""
    found: defaultdict[str, dict[str, Beside]] = defaultdict(dict)
    for entity in entities:
        if entity["schema"] == "Address":
            found["addressEntity"][entity["id"]] = Beside(entity=entity, far=None)
        for (schema, near), side in _SIDES.items():
            if schema == entity["schema"] and set(entity["properties"].get(near, ())) & set(ids):
                kept = {name: values for name, values in entity["properties"].items() if name != near}
                shown = Entity(id=entity["id"], schema=schema, properties=kept)
                if "datasets" in entity:
                    shown["datasets"] = entity["datasets"]
                found[side.name][entity["id"]] = Beside(entity=shown, far=side.far)
    return {name: list(each.values()) for name, each in found.items()}
