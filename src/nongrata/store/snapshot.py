"""One version of a list in a folder of its own: written whole, checked when read."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from nongrata.lists import ListFile, ListId, ListVersion, lines_of, load_json
from nongrata.values import ListError, StoreError

PARSER = 1  # raised whenever a reader gives another reading of the same bytes
SCHEMA = "nongrata/list-manifest/1"
NAME_LENGTH = 64  # a SHA-256 in hexadecimal
_ENTITIES, _MANIFEST = "entities.jsonl", "manifest.json"
_AGAIN = "a whole snapshot: add the list again, its bytes are in the raw folder beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """How a version came onto the shelf."""

    added_at: str
    lost: int  # entries of the version before it that it lacks
    was_forced: bool  # made current against the shelf's own judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A version on the shelf: what it is, what it holds, how it came there, and whether it is in use."""

    version: ListVersion
    snapshot: str
    addition: Addition
    is_current: bool
    schemas: dict[str, int]
    programs: dict[str, int]
    skipped: int


def write_snapshot(folder: Path, file: ListFile, raw: Sequence[Path], addition: Addition) -> str:
    """Write a version into a list's folder, and give the snapshot's name: the digest of its entities.

    It stands there whole or not at all. A whole snapshot of the same entities is left as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".adding-", dir=folder))
    try:
        digest = hashlib.sha256()
        with (work / _ENTITIES).open("wb") as out:
            for line in lines_of(file):
                data = line.encode()
                digest.update(data)
                out.write(data)
            _flush(out)
        name = digest.hexdigest()
        manifest = {"schema": SCHEMA, **asdict(file.version), **asdict(addition), **_counts(file)}
        manifest["raw"] = _copied(raw, work / "raw")
        write_file(work / _MANIFEST, json.dumps(manifest, indent=1).encode())
        sync_folder(work)
        if not _is_whole(folder / name):
            if (folder / name).exists():
                (folder / name).replace(work.with_name(f".damaged-{work.name}"))
            work.replace(folder / name)
            sync_folder(folder)
        return name
    finally:
        shutil.rmtree(work, ignore_errors=True)


def read_snapshot(folder: Path) -> ListFile:
    """Give the list in a snapshot's folder. Raises StoreError where it is not what was kept."""
    path = folder / _ENTITIES
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != folder.name:
        raise StoreError(str(path), "other bytes than those that were kept", _AGAIN)
    try:
        return load_json(data, str(path))
    except ListError as error:  # a later version of ours may have written it
        raise StoreError(str(path), error.found, _AGAIN) from None


def read_manifest(folder: Path, *, is_current: bool) -> Kept:
    """Give what a snapshot's manifest tells, without reading its entities."""
    path = folder / _MANIFEST
    try:
        told = json.loads(path.read_bytes())
        version = ListVersion(
            list_id=ListId(told["list_id"]),
            title=told["title"],
            version=told["version"],
            sha256=told["sha256"],
            entities=int(told["entities"]),
            is_starter=told["is_starter"],
        )
        return Kept(
            version=version,
            snapshot=folder.name,
            addition=Addition(added_at=told["added_at"], lost=int(told["lost"]), was_forced=told["was_forced"]),
            is_current=is_current,
            schemas=dict(told["schemas"]),
            programs=dict(told["programs"]),
            skipped=int(told["skipped"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(str(path), f"a damaged manifest ({type(error).__name__})", _AGAIN) from None


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that it lasts through a power cut."""
    with path.open("wb") as out:
        out.write(data)
        _flush(out)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush(out: BinaryIO) -> None:
    out.flush()
    os.fsync(out.fileno())


def _is_whole(folder: Path) -> bool:
    try:
        digest = hashlib.sha256((folder / _ENTITIES).read_bytes()).hexdigest()
        read_manifest(folder, is_current=False)
    except (OSError, StoreError):
        return False
    return digest == folder.name


def _counts(file: ListFile) -> dict[str, Any]:
    acts = [act for listing in file.listings for act in listing.designations]
    return {
        "parser": PARSER,
        "schemas": dict(Counter(listing.schema for listing in file.listings).most_common()),
        "programs": dict(Counter(program for act in acts for program in set(act.programs)).most_common()),
        "publishers": sorted({act.authority for act in acts if act.authority}),
        "skipped": len(file.skipped),
    }


def _copied(raw: Sequence[Path], folder: Path) -> list[dict[str, str]]:
    """Copy the publisher's files, numbered in the order of their roles, and give name and digest of each."""
    folder.mkdir()
    copied: list[dict[str, str]] = []
    for number, path in enumerate(raw, start=1):
        digest = hashlib.sha256()
        name = f"{number}-{path.name}"
        with path.open("rb") as source, (folder / name).open("wb") as out:
            while chunk := source.read(1 << 20):
                digest.update(chunk)
                out.write(chunk)
            _flush(out)
        copied.append({"name": name, "sha256": digest.hexdigest()})
    sync_folder(folder)
    return copied
