"""FollowTheMoney entities as JSON lines: OpenSanctions' entities.ftm.json and targets.nested.json, or your own.

Layout: https://www.opensanctions.org/docs/bulk/json/ and https://followthemoney.tech. No real export was seen; it is
read by its published schema. Who is listed: whom a Sanction is about, or a topic says so, or the file calls a target;
and where the file marks nobody, everybody in it. The file is read once, in memory that does not grow with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nongrata.lists.fields import no_collecting, once
from nongrata.lists.ftm.lines import Entity, entities_in, is_entity
from nongrata.lists.ftm.opensanctions import list_of_dataset
from nongrata.lists.ftm.party import designation_of, identifier_in, listing_of, merged
from nongrata.lists.ftm.spilled import Spilled, spilling
from nongrata.lists.ftm.tables import SUBJECTS, TIES
from nongrata.lists.ftm.ties import links_of
from nongrata.lists.gathered import Gathered
from nongrata.lists.many import MANY
from nongrata.lists.record import Designation, EntityId, ListFile, ListId, Listing
from nongrata.lists.sound import flaw_of
from nongrata.values import Skipped

TITLE = "FollowTheMoney entities"
OPENSANCTIONS = ListId("opensanctions")
PAGE = "https://www.opensanctions.org/datasets/"

_MAX_ENDS = 1_000  # of one tie; those of real ones are one or two
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class _Whole:
    """What all entities together say of the file."""

    datasets: dict[str, None] = field(default_factory=dict)  # two at most: more say no more
    seen: str = ""

    def note(self, entity: Entity) -> None:
        """Note the latest day, and whose entities these are."""
        self.seen = max(self.seen, entity.seen)
        if entity.schema in SUBJECTS and len(self.datasets) < 2:
            self.datasets.update(dict.fromkeys(entity.datasets))


def is_ftm_record(first: Mapping[str, object]) -> bool:
    """Be the first line of a file of FollowTheMoney entities."""
    return is_entity(first) and "list_id" not in first


def read_ftm(path: Path, *, version: str | None = None, many: int = MANY) -> ListFile:
    """Give the list in this file, its listings in a file where they are more than `many`.

    Raises ListError where it cannot be trusted as a whole.
    """
    wanted = "lines of JSON, each a FollowTheMoney entity, some of them a Person, Company or Vessel that is listed"
    gathered = Gathered(path=path, list_id=OPENSANCTIONS, title=TITLE, wanted=wanted)
    with spilling(path) as spilled, no_collecting():
        whole = _spill(path, spilled, gathered)
        gathered.list_id, gathered.title = _list_of(whole, path)
        for entity, line in spilled.listed():
            if (listing := _taken(entity, line, spilled, gathered)) is not None:
                spilled.take(entity.id, listing)
        if left := spilled.count_left():
            reason = f"{left} entities that nobody lists: owners, relatives and others that the file only names"
            gathered.skipped.append(Skipped(stage="lists", item=str(path), reason=reason))
        stated = _DAY.match(whole.seen)
        return gathered.whole(stated[0] if stated else version, listings=_linked(spilled), many=many)


def _spill(path: Path, spilled: Spilled, gathered: Gathered) -> _Whole:
    """Lay all entities of the file on disk, and skip the lines that have none."""
    whole = _Whole()
    for number, entity in entities_in(path):
        if isinstance(entity, str):
            gathered.skip(entity, number)
        elif entity.schema in TIES and max(len(entity.get(end)) for end in TIES[entity.schema].ends) > _MAX_ENDS:
            gathered.skip(
                f"{entity.schema} {entity.id[:60]} ties more than {_MAX_ENDS} entities", number, is_damage=False
            )
        else:
            whole.note(entity)
            spilled.add(entity, number)
    spilled.settle()
    return whole


def _list_of(whole: _Whole, path: Path) -> tuple[ListId, str]:
    """Give the id and title of the file's list: of its one dataset, of OpenSanctions, or from the file's name."""
    if len(whole.datasets) > 1:
        return OPENSANCTIONS, "OpenSanctions"
    name = next(iter(whole.datasets), path.name.partition(".")[0])
    plain = _NOT_A_LETTER.sub("_", name.lower()).strip("_")[:40] or "own"
    return ListId(f"ftm_{plain}"), f"{name} ({TITLE})"


def _taken(entity: Entity, line: int, spilled: Spilled, gathered: Gathered) -> Listing | None:
    """Give the listing of an entity that is listed, but for its links; None for one that is skipped."""
    caption = entity.caption or entity.first("name") or ""
    if not gathered.is_named(entity.id, caption, line):
        return None
    told = spilled.told_of(entity.id, "other")
    documents = (number for each in told if each.schema != "Occupancy" for number in identifier_in(each))
    addresses = map(spilled.address_of, entity.get("addressEntity"))
    listing = listing_of(entity, caption, tuple(documents), once(found for found in addresses if found))
    posts = (spilled.name_of(each.first("post") or "") for each in told if each.schema == "Occupancy")
    listing = replace(
        listing,
        positions=once((*listing.positions, *(name for name in posts if name is not None))),
        designations=_designations(entity, caption, spilled, gathered.list_id),
    )
    if flaw := flaw_of(listing):
        gathered.skip(flaw, line)
        return None
    gathered.taken += 1
    return listing


def _designations(entity: Entity, caption: str, spilled: Spilled, own: ListId) -> tuple[Designation, ...]:
    """Give a designation for each list that a Sanction is from, else one for the file's own list."""
    acts: dict[tuple[ListId, EntityId], list[Designation]] = defaultdict(list)
    for sanction in spilled.told_of(entity.id, "sanction"):
        list_id, entity_id = list_of_dataset(sanction, entity, own)
        acts[list_id, entity_id].append(designation_of(sanction, list_id, entity_id, caption))
    if not acts:
        return (Designation(list_id=own, entity_id=EntityId(entity.id), caption=caption, programs=_programs(entity)),)
    return tuple(map(merged, acts.values()))


def _programs(entity: Entity) -> tuple[str, ...]:
    return once((*entity.get("program"), *entity.get("programId")))


def _linked(spilled: Spilled) -> Iterator[Listing]:
    """Give the listings with what ties them to each other, and to those that the file only names."""
    for id_, listing in spilled.taken():
        links = links_of(id_, spilled)
        yield replace(listing, links=links) if links else listing
