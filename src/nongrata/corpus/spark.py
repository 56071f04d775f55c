"""Shards by Spark: the same work as a task for each.

Rows are written by the executors, so that the output folder must be one that all of them see.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import wait
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from nongrata.corpus.cluster import cluster, folder_here
from nongrata.corpus.local import Done
from nongrata.corpus.output import Output
from nongrata.corpus.record import Asked, Counts, Failure, Shard, counts_of, shard_of
from nongrata.corpus.work import run_shard
from nongrata.values import NongrataError

_HOME = "nongrata-home"  # as it is shipped
_LOOK_EVERY = 1.0  # seconds between two looks for marks


def run_spark(shards: Sequence[Shard], asked: Asked, *, master: str | None) -> Iterator[Done]:
    """Give what each shard came to, as its mark is seen in the output folder.

    Raises MissingExtra without PySpark, NongrataError where Spark cannot start or gives up.
    """
    waited, output = {shard.name: shard for shard in shards}, Output(asked.out)
    with cluster("nongrata corpus", master=master) as spark:
        spark.ship(_HOME, Path(asked.home))
        job = spark.start(partial(_work, json.dumps(asdict(asked))), [shard.as_json() for shard in shards])
        while not job.done():
            wait([job], timeout=_LOOK_EVERY)
            for name, counts in output.done(waited).items():
                yield waited.pop(name), counts
        for text, told in job.result().items():
            shard = shard_of(text)
            if shard.name in waited:
                yield shard, _done(told)


def _work(told: str, shard: str) -> str:
    """Do a shard, on an executor."""
    asked = Asked(**json.loads(told))
    found = run_shard(shard_of(shard), replace(asked, home=str(folder_here(_HOME, Path(asked.home)))))
    if isinstance(found, Failure) and found.stops_run:
        raise NongrataError(found.reason)  # Spark tries it elsewhere, then gives the job up
    return json.dumps({"failure": asdict(found)} if isinstance(found, Failure) else {"counts": found.as_json()})


def _done(text: str) -> Counts | Failure:
    told = json.loads(text)
    return Failure(**told["failure"]) if "failure" in told else counts_of(told["counts"])
