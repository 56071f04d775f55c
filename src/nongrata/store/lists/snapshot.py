"""One version of a list in a folder of its own: written whole, checked when read."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from nongrata.lists import ListFile, lines_of, load_json
from nongrata.lists.many import open_lines
from nongrata.sources import Fetched
from nongrata.store.files import flush, remove, sync_folder, write_file
from nongrata.store.lists.manifest import AGAIN, NAME, Addition, RawFile, manifest_of, read_manifest
from nongrata.values import ListError, StoreError

NAME_LENGTH = 64  # a SHA-256 in hexadecimal
ENTITIES, RAW = "entities.jsonl", "raw"


def write_snapshot(folder: Path, file: ListFile, raw: Sequence[Path | Fetched], addition: Addition) -> str:
    """Write a version into a list's folder, and give the snapshot's name: the digest of its entities.

    It stands there whole or not at all. A whole snapshot of the same entities is left as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".adding-", dir=folder))
    try:
        digest = hashlib.sha256()
        with (work / ENTITIES).open("wb") as out:
            for line in lines_of(file):
                data = line.encode()
                digest.update(data)
                out.write(data)
            flush(out)
        name = digest.hexdigest()
        manifest = manifest_of(file, addition, _copied(raw, work / RAW))
        write_file(work / NAME, json.dumps(manifest, indent=1).encode())
        sync_folder(work)
        if not _is_whole(folder / name):
            if (folder / name).exists():
                damaged = work.with_name(f".damaged-{work.name}")
                (folder / name).replace(damaged)
                remove(damaged)
            work.replace(folder / name)
            sync_folder(folder)
        return name
    finally:
        shutil.rmtree(work, ignore_errors=True)


def read_snapshot(folder: Path) -> ListFile:
    """Give the list in a snapshot's folder. Raises StoreError where it is not what was kept."""
    path = folder / ENTITIES
    if digest_of_file(path) != folder.name:
        raise StoreError(str(path), "other bytes than those that were kept", AGAIN)
    try:
        return open_lines(path) or load_json(path.read_bytes(), str(path))
    except ListError as error:  # a later version of ours may have written it
        raise StoreError(str(path), error.found, AGAIN) from None


def digest_of_file(path: Path) -> str:
    """Give the SHA-256 of a file's bytes as they are."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_whole(folder: Path) -> bool:
    try:
        digest = digest_of_file(folder / ENTITIES)
        raw = read_manifest(folder, is_current=False).raw
        are_whole = all(digest_of_file(folder / RAW / each.name) == each.sha256 for each in raw)
    except (OSError, StoreError):
        return False
    return are_whole and digest == folder.name


def _copied(raw: Sequence[Path | Fetched], folder: Path) -> list[RawFile]:
    """Copy the publisher's files, numbered in the order of their roles, and give name, digest and origin of each."""
    folder.mkdir()
    copied = [_copy(each, folder, number) for number, each in enumerate(raw, start=1)]
    sync_folder(folder)
    return copied


def _copy(raw: Path | Fetched, folder: Path, number: int) -> RawFile:
    path = raw.path if isinstance(raw, Fetched) else raw
    digest = hashlib.sha256()
    name = f"{number}-{path.name}"
    with path.open("rb") as source, (folder / name).open("wb") as out:
        while chunk := source.read(1 << 20):
            digest.update(chunk)
            out.write(chunk)
        flush(out)
    if isinstance(raw, Path):
        return RawFile(name=name, sha256=digest.hexdigest())
    return RawFile(
        name=name,
        sha256=digest.hexdigest(),
        url=raw.url,
        fetched_at=raw.fetched_at,
        etag=raw.etag,
        last_modified=raw.last_modified,
    )
