"""What a kept version's manifest tells: what the list is, how it came, what it holds, digests of the raw files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from nongrata.lists import ListFile, ListId, ListVersion
from nongrata.values import StoreError, parse_date

PARSER = 2  # raised whenever a reader gives another reading of the same bytes
SCHEMA = "nongrata/list-manifest/1"
NAME = "manifest.json"
AGAIN = "a whole snapshot: add the list again, its bytes are in the raw folder beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """How a version came onto the shelf."""

    added_at: str
    lost: int  # entries of the version before it that it lacks
    was_forced: bool  # made current against the shelf's own judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """One of the publisher's files as it was kept, and where it came from when it was fetched."""

    name: str
    sha256: str
    url: str | None = None
    fetched_at: str | None = None
    etag: str | None = None
    last_modified: str | None = None


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
    publishers: tuple[str, ...] = ()
    parser: int = 1
    raw: tuple[RawFile, ...] = ()

    @property
    def day(self) -> date:
        """The day of the version: the one it states, else the one on which it was added."""
        told = parse_date(self.version.version)
        return date.fromisoformat(self.addition.added_at[:10]) if told is None else told.earliest


def manifest_of(file: ListFile, addition: Addition, raw: Sequence[RawFile]) -> dict[str, Any]:
    """Give the manifest of a version as a JSON object."""
    return {
        "schema": SCHEMA,
        **asdict(file.version),
        **asdict(addition),
        **counts_of(file),
        "parser": PARSER,
        "raw": [{name: value for name, value in asdict(each).items() if value is not None} for each in raw],
    }


def counts_of(file: ListFile) -> dict[str, Any]:
    """Give what a list holds: its entries by kind and by program, its publishers, the rows it could not use."""
    schemas, programs, publishers = Counter[str](), Counter[str](), set[str]()
    for listing in file.listings:
        schemas[listing.schema] += 1
        for act in listing.designations:
            programs.update(set(act.programs))
            publishers.update(filter(None, (act.authority,)))
    return {
        "schemas": dict(schemas.most_common()),
        "programs": dict(programs.most_common()),
        "publishers": sorted(publishers),
        "skipped": len(file.skipped),
    }


def read_manifest(folder: Path, *, is_current: bool) -> Kept:
    """Give what a snapshot's manifest tells, without reading its entities."""
    path = folder / NAME
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
        date.fromisoformat(told["added_at"][:10])
        return Kept(
            version=version,
            snapshot=folder.name,
            addition=Addition(added_at=told["added_at"], lost=int(told["lost"]), was_forced=told["was_forced"]),
            is_current=is_current,
            schemas=dict(told["schemas"]),
            programs=dict(told["programs"]),
            skipped=int(told["skipped"]),
            publishers=tuple(told["publishers"]),
            parser=int(told["parser"]),
            raw=tuple(RawFile(**each) for each in told["raw"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(str(path), f"a damaged manifest ({type(error).__name__})", AGAIN) from None
