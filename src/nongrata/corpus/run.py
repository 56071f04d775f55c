"""A whole run: sources into shards, shards to workers, and a report; begun anew or gone on with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from nongrata.corpus.output import Output
from nongrata.corpus.record import Asked, Counts, Failure, Shard
from nongrata.corpus.shards import WARC_BYTES, files_of, shards_of
from nongrata.values import NongrataError
from nongrata.values.version import __version__

Engine = Callable[[Sequence[Shard], Asked], Iterable[tuple[Shard, Counts | Failure]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is."""

    done: int  # shards, those of earlier runs too
    shards: int
    counts: Counts
    failures: tuple[Failure, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Be a run of which nothing is left."""
        return self.done == self.shards


def run_corpus(
    sources: Sequence[str], asked: Asked, engine: Engine, *, warc_bytes: int = WARC_BYTES
) -> Iterator[Progress]:
    """Read all sources into the output folder; give how far it is, first and last and after each shard.

    Raises SourceError for a source that is not there, StoreError for a folder with other answers or a home that lacks
    what is needed, NongrataError where all other shards would fail likewise: a full disk.
    """
    output = Output(asked.out)
    with output.opened():
        output.plan(_key(sources, asked), _planned(output, sources, warc_bytes))
        shards, done = output.planned(), output.done()
        left = [shard for shard in shards if shard.name not in done]
        counts = Counts()
        for each in done.values():
            counts.add(each)
        progress = Progress(done=len(shards) - len(left), shards=len(shards), counts=counts)
        yield progress
        for _shard, found in engine(left, asked) if left else ():
            progress = _further(progress, found)
            yield progress
        output.report(_report(progress, asked, sources))


def _planned(output: Output, sources: Sequence[str], warc_bytes: int) -> tuple[Shard, ...]:
    """Give the shards; where some are planned already, the plan rules, and none need be cut."""
    return output.planned() or shards_of(sources, warc_bytes=warc_bytes)


def _further(progress: Progress, found: Counts | Failure) -> Progress:
    if isinstance(found, Failure):
        if found.stops_run:
            done = f"{progress.done} of {progress.shards} parts are done"
            raise NongrataError(f"{found.reason}; {done}: mend it and run the same command again")
        return replace(progress, failures=(*progress.failures, found))
    progress.counts.add(found)
    return replace(progress, done=progress.done + 1)


def _key(sources: Iterable[str], asked: Asked) -> str:
    """Give what the answers hang on: the files, the lists, the options that change rows, our version."""
    told = {name: value for name, value in asdict(asked).items() if name not in ("home", "lists", "out", "store")}
    files = sorted(files_of(sources))
    return hashlib.sha256(json.dumps([files, told, __version__], sort_keys=True).encode()).hexdigest()


def _report(progress: Progress, asked: Asked, sources: Sequence[str]) -> dict[str, object]:
    return {
        "schema": "nongrata/corpus-report/1",
        "nongrata": __version__,
        "sources": [str(Path(source)) for source in sources],
        "lists": asked.index_key,
        "parts": {"done": progress.done, "of": progress.shards},
        "failed": [asdict(failure) for failure in progress.failures],
        **progress.counts.as_json(),
    }
