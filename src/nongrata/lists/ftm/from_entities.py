"""FollowTheMoney entities as JSON lines: OpenSanctions' entities.ftm.json and targets.nested.json, or your own.

Layout: https://www.opensanctions.org/docs/bulk/json/ and https://followthemoney.tech. No real export was seen; it is
read by its published schema. Who is listed: whom a Sanction is about, or a topic says so, or the file calls a target;
and where the file marks nobody, everybody in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from nongrata.lists.fields import no_collecting, once
from nongrata.lists.ftm.lines import Entity, entities_in, is_entity
from nongrata.lists.ftm.opensanctions import list_of_dataset
from nongrata.lists.ftm.party import address_in, designation_of, identifier_in, listing_of, merged
from nongrata.lists.ftm.tables import ABOUT, SUBJECTS, TIES
from nongrata.lists.ftm.wanted import LARGE, find_wanted, is_marked
from nongrata.lists.gathered import Gathered
from nongrata.lists.record import (
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    ListFile,
    ListId,
    Listing,
)
from nongrata.lists.sound import flaw_of
from nongrata.values import Skipped

TITLE = "FollowTheMoney entities"
OPENSANCTIONS = ListId("opensanctions")
PAGE = "https://www.opensanctions.org/datasets/"

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*%?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class _Read:
    """What has been read: subjects, and what is told of them elsewhere in the file."""

    subjects: dict[str, tuple[Entity, int]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    sanctions: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[str, list[Identifier]] = field(default_factory=lambda: defaultdict(list))
    addresses: dict[str, Address] = field(default_factory=dict)
    posts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    ties: list[Entity] = field(default_factory=list)
    datasets: dict[str, None] = field(default_factory=dict)
    seen: str = ""

    def take(self, entity: Entity, line: int) -> None:
        """Keep what an entity says."""
        self.seen = max(self.seen, entity.seen)
        self.names.setdefault(entity.id, entity.caption or entity.first("name") or entity.id)
        if entity.schema in SUBJECTS:
            self.datasets.update(dict.fromkeys(entity.datasets))
            known = self.subjects.get(entity.id)
            # In nested files an entity comes once whole and again, shorter, wherever it is named.
            if known is None or len(known[0].properties) < len(entity.properties):
                self.subjects[entity.id] = (entity, line)
        elif entity.schema in TIES:
            self.ties.append(entity)
        else:
            self._note(entity)

    def _note(self, entity: Entity) -> None:
        """Keep what an entity says of another one."""
        if entity.schema == "Sanction":
            self.sanctions[entity.first("entity") or ""].append(entity)
        elif entity.schema in ABOUT:
            self.documents[entity.first(ABOUT[entity.schema]) or ""] += identifier_in(entity)
        elif entity.schema == "Address":
            if found := address_in(entity):
                self.addresses[entity.id] = found
        elif entity.schema == "Occupancy":
            self.posts[entity.first("holder") or ""].append(entity.first("post") or "")

    def is_listed(self, entity: Entity) -> bool:
        """Be marked as listed: by a Sanction, by a topic, or as a target."""
        return entity.id in self.sanctions or is_marked(entity)


def is_ftm_record(first: Mapping[str, object]) -> bool:
    """Be the first line of a file of FollowTheMoney entities."""
    return is_entity(first) and "list_id" not in first


def read_ftm(path: Path, *, version: str | None = None, large: int = LARGE) -> ListFile:
    """Give the list in this file, of which `large` bytes or more are read for what is needed first.

    Raises ListError where it cannot be trusted as a whole.
    """
    read = _Read()
    wanted = "lines of JSON, each a FollowTheMoney entity, some of them a Person, Company or Vessel that is listed"
    gathered = Gathered(path=path, list_id=OPENSANCTIONS, title=TITLE, wanted=wanted)
    needed = find_wanted(path) if path.is_file() and path.stat().st_size >= large else None
    with no_collecting():
        for number, entity in entities_in(path):
            if isinstance(entity, str):
                gathered.skip(entity, number)
            elif needed is None or needed.has(entity):
                read.take(entity, number)
        gathered.list_id, gathered.title = _list_of(read, path)
        chosen = _chosen(read)
        taken: dict[str, Listing] = {}
        for entity, line in chosen:
            if (listing := _taken(entity, line, read, gathered)) is not None:
                taken[entity.id] = listing
        listings = tuple(_linked(taken, read))
    if needed is not None or len(read.subjects) > len(chosen):
        left = "the" if needed is not None else str(len(read.subjects) - len(chosen))
        reason = f"{left} entities that nobody lists: owners, relatives and others that the file only names"
        gathered.skipped.append(Skipped(stage="lists", item=str(path), reason=reason))
    stated = _DAY.match(read.seen)
    return gathered.whole(stated[0] if stated else version, listings=listings)


def _list_of(read: _Read, path: Path) -> tuple[ListId, str]:
    """Give the id and title of the file's list: of its one dataset, of OpenSanctions, or from the file's name."""
    if len(read.datasets) > 1:
        return OPENSANCTIONS, "OpenSanctions"
    name = next(iter(read.datasets), path.name.partition(".")[0])
    plain = _NOT_A_LETTER.sub("_", name.lower()).strip("_")[:40] or "own"
    return ListId(f"ftm_{plain}"), f"{name} ({TITLE})"


def _chosen(read: _Read) -> list[tuple[Entity, int]]:
    """Give the subjects that are listed; where the file marks nobody, all of them."""
    marked = [found for found in read.subjects.values() if read.is_listed(found[0])]
    is_marking = any(entity.get("topics") or entity.is_target is not None for entity, _ in read.subjects.values())
    return marked if marked or is_marking else list(read.subjects.values())


def _taken(entity: Entity, line: int, read: _Read, gathered: Gathered) -> Listing | None:
    caption = entity.caption or entity.first("name") or ""
    if not gathered.is_new(entity.id, caption, line):
        return None
    found = once(read.addresses[id_] for id_ in entity.get("addressEntity") if id_ in read.addresses)
    listing = listing_of(entity, caption, tuple(read.documents.get(entity.id, ())), found)
    posts = (read.names[id_] for id_ in read.posts.get(entity.id, ()) if id_ in read.names)
    listing = replace(
        listing,
        positions=once((*listing.positions, *posts)),
        designations=_designations(entity, caption, read, gathered.list_id),
    )
    if flaw := flaw_of(listing):
        gathered.skip(flaw, line)
        return None
    gathered.take(listing)
    return listing


def _designations(entity: Entity, caption: str, read: _Read, own: ListId) -> tuple[Designation, ...]:
    """Give a designation for each list that a Sanction is from, else one for the file's own list."""
    acts: dict[tuple[ListId, EntityId], list[Designation]] = defaultdict(list)
    for sanction in read.sanctions.get(entity.id, ()):
        list_id, entity_id = list_of_dataset(sanction, entity, own)
        acts[list_id, entity_id].append(designation_of(sanction, list_id, entity_id, caption))
    if not acts:
        return (Designation(list_id=own, entity_id=EntityId(entity.id), caption=caption, programs=_programs(entity)),)
    return tuple(map(merged, acts.values()))


def _programs(entity: Entity) -> tuple[str, ...]:
    return once((*entity.get("program"), *entity.get("programId")))


def _linked(taken: Mapping[str, Listing], read: _Read) -> Iterator[Listing]:
    """Give the listings with what ties them to each other, and to those that the file only names."""
    links: dict[str, list[Link]] = defaultdict(list)
    for tie in read.ties:
        one_end, other_end = TIES[tie.schema].ends
        for one in tie.get(one_end):
            for other in tie.get(other_end):
                links[one].append(_link(tie, other, taken, read, at_end=0))
                links[other].append(_link(tie, one, taken, read, at_end=1))
    for id_, listing in taken.items():
        yield replace(listing, links=once(links[id_])) if id_ in links else listing


def _link(tie: Entity, other: str, taken: Mapping[str, Listing], read: _Read, *, at_end: int) -> Link:
    """Give the tie as it looks from one of its ends: only an asset has an owner."""
    kind = TIES[tie.schema]
    name, listed = read.names.get(other, other), taken.get(other)
    role = ", ".join(tie.get(kind.role)) if kind.role else ""
    percentage = tie.first("percentage")
    details = "; ".join(filter(None, (role, percentage and f"{percentage.removesuffix('%').strip()} %")))
    is_over = tie.first("endDate") is not None
    act = listed.designations[0] if listed else None
    return Link(
        kind="owner" if tie.schema == "Ownership" and at_end == 1 and not is_over else "linked",
        to_name=name,
        to_id=(act.list_id, act.entity_id) if act else None,
        share=share_of(percentage) if tie.schema == "Ownership" and at_end == 1 else None,
        source=f"{kind.words[at_end]}: {name}{f' ({details})' if details else ''}{' (formerly)' if is_over else ''}",
    )


def share_of(text: str | None) -> Fraction | None:
    """Give a share that is one number of percent; more than all, a range or "over 50" is none.

    >>> share_of("50.5 %"), share_of("25-50") is None
    (Fraction(101, 200), True)
    """
    found = _PERCENT.fullmatch(text.strip()) if text else None
    share = Fraction(found[1].replace(",", ".")) / 100 if found else None
    return share if share is not None and share <= 1 else None
