"""The shelf of accepted lists: each version whole in a folder of its own, and a pointer to the one in use.

    HOME/lists/us_ofac_sdn/current                  the name of the snapshot in use, since when and why
    HOME/lists/us_ofac_sdn/history                  the same, one line for each change
    HOME/lists/us_ofac_sdn/<digest>/entities.jsonl  the list as read; <digest> is this file's SHA-256
    HOME/lists/us_ofac_sdn/<digest>/manifest.json   what it is and where it came from, counts, parser version
    HOME/lists/us_ofac_sdn/<digest>/raw/            the publisher's own bytes

A snapshot is written beside its place and renamed into it; the pointer is replaced in one step. Whoever is stopped in
between leaves the old version in use, and at worst a folder whose name begins with a dot.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from nongrata.lists import ListFile, ListId, ListVersion, is_list_id
from nongrata.lists.choose import chosen
from nongrata.lists.diff import lost_in
from nongrata.sources import Fetched
from nongrata.store.files import locked, remove, sweep
from nongrata.store.lists.manifest import Addition, Kept, read_manifest
from nongrata.store.lists.pointer import is_snapshot, pointed_at, switch_to, told_by_folder
from nongrata.store.lists.snapshot import read_snapshot, write_snapshot
from nongrata.values import ListError, StoreError, parse_date

MAX_EARLIER = 12  # earlier versions of a list that are read for what it once said: some half a second for each
MAX_LOST = 0.05  # of the entries of the version before: a list that loses more is not taken without being told


@dataclass(frozen=True, slots=True)
class ListShelf:
    """The accepted lists under a home folder."""

    home: Path
    max_lost: float = MAX_LOST

    @property
    def folder(self) -> Path:
        """Where the lists are."""
        return self.home / "lists"

    def add(self, file: ListFile, raw: Sequence[Path | Fetched], *, now: datetime, accept: bool = False) -> ListVersion:
        """Keep a list, and put it in use unless the one in use is of a later day. `raw` are the publisher's files.

        Raises ListError, and changes nothing, where it lost more than 5 % of the entries of the version before it;
        StoreError where the shelf cannot be read or written. `accept` puts the list in use in either case, and this is
        recorded. Of two processes that add to one list, one waits for the other.
        """
        list_id = file.version.list_id
        where = str(_path_of(raw[0])) if raw else str(list_id)
        if not is_list_id(list_id):
            raise ListError(where, f"list id {list_id[:64]!r}", "letters and digits, at most 64")
        folder = self.folder / list_id
        with told_by_folder(folder), locked(folder):
            sweep(folder)
            current = self._in_use(list_id)
            is_older = current is not None and _is_older(file.version, current.version)
            before = self._before(file.version) if is_older else current
            lost = 0 if before is None else lost_in(before, file)
            is_too_much = before is not None and lost > self.max_lost * len(before.listings)
            if before is not None and is_too_much and not accept:
                raise _shrunk(where, file, before, lost, self.max_lost)
            forced = accept and (is_older or is_too_much)
            addition = Addition(added_at=now.isoformat(timespec="seconds"), lost=lost, was_forced=forced)
            name = write_snapshot(folder, file, raw, addition)
            if accept or not is_older:
                switch_to(folder, name, addition)
        return file.version

    def current(self) -> tuple[ListFile, ...]:
        """Give all lists in use, by their ids. Raises StoreError for a damaged snapshot."""
        loaded = (self._load(list_id) for list_id in self.list_ids())
        return tuple(file for file in loaded if file is not None)

    def as_of(self, day: date) -> tuple[ListFile, ...]:
        """Give of each list the newest kept version that is not of a later day; the oldest where all are later."""
        kept = (self.kept_on(list_id, day) for list_id in self.list_ids())
        return tuple(self.load(each) for each in kept if each is not None)

    def earlier(self, version: ListVersion) -> tuple[ListFile, ...]:
        """Give the kept versions of a list before this one, the oldest first; of many the ends and some between.

        A damaged one is left out: what is in use does not hang on it.
        """
        older = [each for each in self.versions(version.list_id) if _is_older(each.version, version)]
        step = max(1, -(-len(older) // MAX_EARLIER))
        found: list[ListFile] = []
        for each in (*older[:-1:step], *older[-1:]):
            with suppress(StoreError):
                found.append(self.load(each))
        return tuple(found)

    def kept_on(self, list_id: str, day: date) -> Kept | None:
        """Give the version of a list that a day's question asks for, or None where no version is kept."""
        # Of two versions of one day: the one in use, else the one that came last.
        newest_first = sorted(
            self.versions(list_id), key=lambda each: (each.is_current, each.addition.added_at), reverse=True
        )
        return (
            newest_first[chosen([each.day.isoformat() for each in newest_first], as_of=day)] if newest_first else None
        )

    def in_use(self, list_id: str) -> Kept | None:
        """Give what the manifest of the version in use tells, or None where there is none."""
        return next((each for each in self.versions(list_id) if each.is_current), None)

    def load(self, kept: Kept) -> ListFile:
        """Give a kept version's list. Raises StoreError for a damaged snapshot."""
        folder = self.snapshot(kept)
        with told_by_folder(folder):
            return read_snapshot(folder)

    def snapshot(self, kept: Kept) -> Path:
        """Give the folder of a kept version."""
        return self.folder / kept.version.list_id / kept.snapshot

    def remove(self, list_id: str, kept: Sequence[Kept]) -> None:
        """Take these versions of a list from the shelf, never the one in use."""
        folder = self.folder / list_id
        with told_by_folder(folder), locked(folder):
            sweep(folder)
            in_use = pointed_at(folder)
            for each in kept:
                if each.snapshot != in_use and (folder / each.snapshot).is_dir():
                    gone = folder / f".pruned-{each.snapshot}"
                    (folder / each.snapshot).replace(gone)
                    remove(gone)

    def versions(self, list_id: str) -> tuple[Kept, ...]:
        """Give all kept versions of a list, by their days."""
        folder = self.folder / list_id
        if not is_list_id(list_id) or not folder.is_dir():
            return ()
        current = pointed_at(folder)
        with told_by_folder(folder):
            names = [child.name for child in folder.iterdir() if is_snapshot(child.name)]
            kept = [read_manifest(folder / name, is_current=name == current) for name in names]
        return tuple(sorted(kept, key=lambda each: (each.version.version, each.addition.added_at)))

    def list_ids(self) -> tuple[ListId, ...]:
        """Give the ids of the lists that have a version in use."""
        with told_by_folder(self.folder):
            try:
                folders = sorted(child for child in self.folder.iterdir() if not child.name.startswith("."))
            except FileNotFoundError:  # no list was added yet; anything else that is no folder is a fault
                return ()
            return tuple(ListId(child.name) for child in folders if (child / "current").exists())

    def in_use_now(self) -> tuple[tuple[ListId, str], ...]:
        """Give which snapshot of which list is in use, without opening any."""
        named = ((list_id, pointed_at(self.folder / list_id)) for list_id in self.list_ids())
        return tuple((list_id, name) for list_id, name in named if name is not None)

    def kept_now(self) -> tuple[tuple[ListId, str], ...]:
        """Give the names of all kept snapshots of the lists in use, without opening any."""
        with told_by_folder(self.folder):
            found = (
                (list_id, child.name) for list_id in self.list_ids() for child in (self.folder / list_id).iterdir()
            )
            return tuple(sorted((list_id, name) for list_id, name in found if is_snapshot(name)))

    def _before(self, version: ListVersion) -> ListFile | None:
        """Give the newest kept version that is older than this one, or None."""
        older = [each for each in self.versions(version.list_id) if _is_older(each.version, version)]
        try:
            return self.load(max(older, key=lambda each: each.day)) if older else None
        except StoreError:
            return None

    def _in_use(self, list_id: ListId) -> ListFile | None:
        """Give the version in use; a damaged one is none, for adding the list again must mend it."""
        try:
            return self._load(list_id)
        except StoreError:
            return None

    def _load(self, list_id: ListId) -> ListFile | None:
        folder = self.folder / list_id
        name = pointed_at(folder)
        if name is None:
            return None
        with told_by_folder(folder):
            return read_snapshot(folder / name)


def _path_of(raw: Path | Fetched) -> Path:
    return raw.path if isinstance(raw, Fetched) else raw


def _shrunk(where: str, file: ListFile, before: ListFile, lost: int, most: float) -> ListError:
    count = len(before.listings)
    which = f"the {count:,} of version {before.version.version}"
    found = f"{file.version.entities:,} entries, and {lost:,} of {which} ({lost / count:.1%}) are gone"
    return ListError(where, found, f"a list that loses at most {most:.0%}; --accept takes it all the same")


def _is_older(new: ListVersion, current: ListVersion) -> bool:
    ours, theirs = parse_date(new.version), parse_date(current.version)
    return ours is not None and theirs is not None and ours.latest < theirs.earliest
