"""What a corpus run is made of: shards of its sources, what each came to, and what the run was asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

ShardKind = Literal["warc", "warc part", "lines", "parquet", "files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A part of the sources that is read in one go: of a file its bytes, lines or groups of rows, or whole files."""

    name: str  # six digits: its place among all
    kind: ShardKind
    paths: tuple[str, ...]
    start: int = 0
    end: int = 0  # exclusive

    def as_json(self) -> str:
        """Give it as JSON."""
        return json.dumps(asdict(self))


def shard_of(text: str) -> Shard:
    """Give the shard in this JSON."""
    told = json.loads(text)
    return Shard(**{**told, "paths": tuple(told["paths"])})


@dataclass(slots=True)
class Counts:
    """What became of the pages of a shard, or of a run."""

    pages: int = 0
    dropped: int = 0  # by the first look
    dossiers: int = 0
    listed: int = 0  # dossiers that name a listed party
    sampled: int = 0  # dropped pages that were kept
    skipped: Counter[str] = field(default_factory=Counter)  # by stage and kind of reason
    bytes: int = 0

    def add(self, other: Counts) -> None:
        """Add what another shard came to."""
        for name in ("pages", "dropped", "dossiers", "listed", "sampled", "bytes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.skipped.update(other.skipped)

    def as_json(self) -> dict[str, object]:
        """Give it as plain values."""
        return {**asdict(self), "skipped": dict(sorted(self.skipped.items()))}


def counts_of(told: Mapping[str, object]) -> Counts:
    """Give the counts in these plain values."""
    values = dict(told)
    skipped = values.pop("skipped")
    assert isinstance(skipped, dict)
    return Counts(**values, skipped=Counter(skipped))  # type: ignore[arg-type] # our own numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a run was asked, beside its sources; the same for all its shards."""

    home: str  # where the lists, their index and the sieve are
    index_key: str
    lists: str | None = None  # where index and sieve are, of lists that were named for this run; None: in the home
    store: str | None = None  # the URL of the store with what people judged; None: the home's own
    out: str
    triage: bool = True
    sample_one_in: int = 100  # of the dropped pages; 0: none
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A shard that could not be done, and why; another run tries it again."""

    shard: str
    reason: str
    stops_run: bool = False  # what every other shard would meet too: a full disk, no model
