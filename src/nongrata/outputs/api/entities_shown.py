"""Listed parties and what stands beside them as yente shows entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nongrata.lists.ftm.entity import Entity
from nongrata.outputs.api.listed import Beside, Json, Listed, ListedEntity

_CAPTIONS = ("name", "alias", "previousName", "program", "passportNumber", "number", "full", "authority", "role")


def caption_of(entity: Entity) -> str:
    """Give what an entity is called."""
    told = (entity["properties"].get(name, []) for name in _CAPTIONS)
    return next((values[0] for values in told if values), entity["schema"])


def shown(found: ListedEntity) -> Json:
    """Give a party's entity without what stands beside it."""
    return {
        **_shown(found.entity, dict(found.entity["properties"])),
        "referents": list(found.referents),
        "target": "sanction" in found.entity["properties"].get("topics", ()),
    }


def shown_nested(found: ListedEntity, listed: Listed) -> Json:
    """Give a party's entity with what stands beside it, and the far ends of its ties, in its properties."""
    told = shown(found)
    properties: dict[str, object] = dict(found.entity["properties"])
    for name, entities in found.beside.items():
        properties[name] = list(shown_beside(entities, listed, found.entity.get("datasets", [])))
    return {**told, "properties": properties}


def shown_beside(entities: Sequence[Beside], listed: Listed, datasets: list[str]) -> Iterator[Json]:
    """Give entities that stand beside a party, each with the entity that it leads on to."""
    for each in entities:
        properties: dict[str, object] = dict(each.entity["properties"])
        if each.far is not None:
            ends = each.entity["properties"].get(each.far, [])
            properties[each.far] = [id_ if (end := listed.named(id_)) is None else shown(end) for id_ in ends]
        yield {**_shown(each.entity, properties), "datasets": each.entity.get("datasets", datasets)}


def _shown(entity: Entity, properties: dict[str, object]) -> Json:
    return {
        "id": entity["id"],
        "caption": caption_of(entity),
        "schema": entity["schema"],
        "properties": properties,
        "datasets": entity.get("datasets", []),
        "referents": [],
        "target": False,
        "first_seen": None,
        "last_seen": None,
        "last_change": None,
    }
