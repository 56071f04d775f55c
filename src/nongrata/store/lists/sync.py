"""Official lists fetched and put on the shelf: asked for only when they changed, accepted as an added file is."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

from nongrata.lists import ListFile, ListVersion, find_sources, read_list
from nongrata.lists.catalogue import CatalogueEntry, CatalogueFile
from nongrata.lists.diff import ListDiff, diff_lists
from nongrata.sources import Fetched
from nongrata.sources.download import DownloadLimits, Unchanged, download, told_day
from nongrata.sources.links import find_link
from nongrata.store.files import remove
from nongrata.store.lists.manifest import PARSER, Kept
from nongrata.store.lists.shelf import ListShelf
from nongrata.store.lists.snapshot import ENTITIES, RAW, digest_of_file
from nongrata.values import ListError, Skipped, StoreError

_WORK, _OLD = ".syncing-", 24 * 3600.0

Say: TypeAlias = Callable[[str], None]
Outcome = Literal["new", "unchanged", "kept", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What became of one list: its new version, that nothing changed, or why the old one stays."""

    entry: CatalogueEntry
    outcome: Outcome  # kept: of an earlier day than the one in use, and kept for its day
    version: ListVersion | None = None  # fetched now; of an unchanged one the version in use
    before: ListVersion | None = None  # in use until now
    reason: str | None = None
    diff: ListDiff | None = None  # what changed since the one in use until now
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncOptions:
    """How to fetch, and whether to take what the guards would refuse."""

    accept: bool = False
    allow_private: bool = False  # this machine's and its network's own addresses: for a mirror there
    limits: DownloadLimits = field(default_factory=DownloadLimits)


class _NotFetchedError(Exception):
    """Why a list could not be fetched; never leaves this file."""


def sync_list(shelf: ListShelf, entry: CatalogueEntry, options: SyncOptions, *, say: Say) -> Synced:
    """Fetch one list and put it in use where it is sound; else say why the old one stays.

    Raises StoreError only where the shelf cannot be written. `say` hears what is under way.
    """
    in_use = _known(shelf, entry)
    before = None if in_use is None else in_use.version
    work = _work_folder(shelf)
    with tempfile.TemporaryDirectory(prefix=_WORK, dir=work, ignore_cleanup_errors=True) as name:
        try:
            known = None if in_use is None else (in_use, shelf.snapshot(in_use) / RAW)
            raw = _fetch_all(entry, Path(name), known, options, say)
            if raw is None:
                return Synced(entry=entry, outcome="unchanged", version=before, before=before)
            say(f"reading {entry.list_id}")
            file = _read(entry, raw, Path(name))
            if in_use is not None and _is_same(in_use, file):
                return Synced(entry=entry, outcome="unchanged", version=before, before=before)
            old = None if in_use is None else shelf.load(in_use)
            shelf.add(file, raw, now=datetime.now(UTC), accept=options.accept)
        except _NotFetchedError as error:
            return Synced(entry=entry, outcome="refused", before=before, reason=str(error))
        except ListError as error:
            # The file lies in a folder that is gone in a moment: its address says more.
            path = error.path.replace(f"{name}/", "")
            reason = str(ListError(path, error.found, error.wanted))
            return Synced(entry=entry, outcome="refused", before=before, reason=reason)
    now_used = shelf.in_use(entry.list_id)
    is_used = now_used is not None and now_used.version == file.version
    return Synced(
        entry=entry,
        outcome="new" if is_used else "kept",
        version=file.version,
        before=before,
        diff=None if old is None else diff_lists(old, file),
        skipped=file.skipped,
    )


def _work_folder(shelf: ListShelf) -> Path:
    try:
        shelf.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = (error.strerror or type(error).__name__).lower()
        wanted = "a home folder that can be written (NONGRATA_HOME)"
        raise StoreError(str(shelf.folder), what, wanted) from error
    for left in shelf.folder.glob(f"{_WORK}*"):  # by a process that was killed; a living one is younger
        if time.time() - left.stat().st_mtime > _OLD:
            remove(left)
    return shelf.folder


def _known(shelf: ListShelf, entry: CatalogueEntry) -> Kept | None:
    """Give the version in use, or None where there is none or it is damaged: then everything is fetched anew."""
    try:
        kept = shelf.in_use(entry.list_id)
        is_whole = kept is not None and digest_of_file(shelf.snapshot(kept) / ENTITIES) == kept.snapshot
    except (StoreError, OSError):
        return None
    return kept if is_whole else None


def _is_same(kept: Kept, file: ListFile) -> bool:
    """Be the very bytes in use, and read by the readers of today."""
    return kept.version.sha256 == file.version.sha256 and kept.parser == PARSER


def _fetch_all(
    entry: CatalogueEntry, folder: Path, known: tuple[Kept, Path] | None, options: SyncOptions, say: Say
) -> tuple[Fetched, ...] | None:
    """Give all files of a list, those unchanged from the shelf; None where every one is unchanged."""
    raw: list[Fetched] = []
    unchanged = 0
    for number, file in enumerate(entry.files, start=1):
        part = f" ({number} of {len(entry.files)})" if len(entry.files) > 1 else ""
        say(f"fetching {entry.list_id}: {file.name}{part}")
        before = None if known is None else _fetched_before(*known, number - 1)
        found = _fetch(file, folder / file.name, before, options)
        if isinstance(found, Skipped):
            raise _NotFetchedError(f"{found.item}: {found.reason}")
        if isinstance(found, Unchanged):
            if before is None:
                raise _NotFetchedError(f"{file.url}: found HTTP 304 where nothing was fetched before; wanted the list")
            unchanged += 1
            raw.append(_from_shelf(before, folder / file.name))
        else:
            raw.append(found)
    is_read_anew = known is not None and known[0].parser != PARSER
    return None if unchanged == len(entry.files) and not is_read_anew else tuple(raw)


def _fetch(
    file: CatalogueFile, to: Path, before: Fetched | None, options: SyncOptions
) -> Fetched | Unchanged | Skipped:
    url: str | Skipped = file.url
    if file.link is not None:
        url = find_link(file.url, file.link, now=datetime.now(UTC), allow_private=options.allow_private)
    if isinstance(url, Skipped):
        return url
    return download(url, to, known=before, limits=options.limits, allow_private=options.allow_private)


def _fetched_before(kept: Kept, folder: Path, place: int) -> Fetched | None:
    """Give the file at this place of the version in use, where it was fetched and still has its bytes."""
    raw = kept.raw[place] if place < len(kept.raw) else None
    if raw is None or raw.url is None or raw.fetched_at is None:
        return None
    path = folder / raw.name
    try:
        is_whole = digest_of_file(path) == raw.sha256
    except OSError:
        is_whole = False
    if not is_whole:
        return None
    return Fetched(path=path, url=raw.url, fetched_at=raw.fetched_at, etag=raw.etag, last_modified=raw.last_modified)


def _from_shelf(before: Fetched, to: Path) -> Fetched:
    to.write_bytes(before.path.read_bytes())
    return replace(before, path=to)


def _read(entry: CatalogueEntry, raw: Sequence[Fetched], folder: Path) -> ListFile:
    """Read the files as `lists add` does, the day told by the server where they tell none."""
    sources = find_sources([each.path for each in raw])
    dated = told_day(raw[0].last_modified) or raw[0].fetched_at[:10]
    file = read_list(sources[0], dated=dated)
    if len(sources) > 1 or file.version.list_id != entry.list_id:
        found = f"list {file.version.list_id}" if len(sources) == 1 else f"{len(sources)} lists"
        raise ListError(raw[0].url, found, f"the list {entry.list_id}")
    notes = tuple(replace(each, item=each.item.replace(f"{folder}/", "")) for each in file.skipped)
    return replace(file, skipped=notes)
