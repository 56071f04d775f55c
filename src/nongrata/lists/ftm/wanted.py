"""Which entities of a large file of FollowTheMoney a list needs: found by reading it twice, so that only they are kept.

OpenSanctions' default dataset has millions of entities in 4 GB, of which those that are listed are a tenth: owners,
relatives, addresses and papers of the others would fill the memory and say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from nongrata.lists.ftm.lines import Entity, entities_in
from nongrata.lists.ftm.tables import ABOUT, LISTED_TOPICS, SUBJECTS, TIES

LARGE = 32 * 1024 * 1024  # bytes as the file lies there: a smaller one is read once, and kept whole


@dataclass(slots=True)
class Wanted:
    """The ids of those who are listed, and of what has only to be named beside them."""

    listed: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    is_marking: bool = False  # the file says of some entities whether they are listed

    def has(self, entity: Entity) -> bool:
        """Say that an entity is listed, or tells something of one that is."""
        return entity.id in self.listed or entity.id in self.beside or self._is_about_listed(entity)

    def mark(self, entity: Entity) -> None:
        """Note whom an entity says to be listed."""
        if entity.schema == "Sanction":
            self.listed.update(entity.get("entity")[:1])
        elif entity.schema in SUBJECTS:
            self.is_marking |= bool(entity.get("topics")) or entity.is_target is not None
            if is_marked(entity):
                self.listed.add(entity.id)

    def note(self, entity: Entity) -> None:
        """Note what else is needed to tell of those who are listed."""
        if entity.id in self.listed:
            self.beside.update(entity.get("addressEntity"))
        elif self._is_about_listed(entity):
            ends = TIES[entity.schema].ends if entity.schema in TIES else ("post",)
            self.beside.update(id_ for end in ends for id_ in entity.get(end))

    def _is_about_listed(self, entity: Entity) -> bool:
        ends = TIES[entity.schema].ends if entity.schema in TIES else _ABOUT.get(entity.schema, ())
        return any(id_ in self.listed for end in ends for id_ in entity.get(end))


_ABOUT = {**{schema: (end,) for schema, end in ABOUT.items()}, "Sanction": ("entity",), "Occupancy": ("holder",)}


def is_marked(entity: Entity) -> bool:
    """Say that an entity itself says that it is listed: by a topic, or as a target where it has none."""
    topics = entity.get("topics")
    return any(topic in LISTED_TOPICS for topic in topics) if topics else bool(entity.is_target)


def find_wanted(path: Path) -> Wanted | None:
    """Give what a file holds of listed ones; None where it marks nobody: everybody in it is listed then.

    Lines that cannot be read are passed over: who reads the file for good tells of them.
    """
    wanted = Wanted()
    for _, entity in entities_in(path):
        if not isinstance(entity, str):
            wanted.mark(entity)
    if not wanted.listed and not wanted.is_marking:
        return None
    for _, entity in entities_in(path):
        if not isinstance(entity, str):
            wanted.note(entity)
    return wanted
