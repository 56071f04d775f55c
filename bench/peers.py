"""Other matchers, asked in an environment of their own: make bench-peers, then python -m bench.

They need PyICU, which is compiled, so Nongrata's environment does not have them. This file is the same on both sides:
`Peers` starts it with the other environment's Python, and hands it jobs, a JSON line each; it answers with a line each.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A matcher, the threshold that its users are told to take, and its share of pairs where it is slow."""

    name: str
    threshold: float
    names_only: bool = False
    every: int = 1  # of evasion queries, each held against all entities


PEERS = (
    Peer(name="logic-v2", threshold=0.70, every=24),
    Peer(name="name-based", threshold=0.70, every=24),
    Peer(name="WRatio", threshold=0.85, names_only=True),
    Peer(name="token_sort_ratio", threshold=0.85, names_only=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A peer's answers to one job: a score each, and the seconds that each took."""

    scores: list[float]
    seconds: list[float]


class Peers:
    """The other environment's process; `None` answers where it is not there."""

    def __init__(self, python: Path) -> None:
        self._child = subprocess.Popen(
            [str(python), str(HERE / "peers.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def pairs(self, peer: str, pairs: Sequence[Sequence[Any]]) -> Told:
        """Give the peer's score of each pair of entities."""
        return Told(**self._ask({"do": "pairs", "peer": peer, "pairs": pairs}))

    def best(self, peer: str, queries: Sequence[Any], listed: Sequence[Any]) -> list[list[float]]:
        """Give for each query its score against each of the listed entities."""
        found: list[list[float]] = self._ask({"do": "all", "peer": peer, "queries": queries, "listed": listed})["rows"]
        return found

    def lookup(self, names: Sequence[str], queries: Sequence[str]) -> Told:
        """Give juditha's best score of each query among the names."""
        return Told(**self._ask({"do": "lookup", "names": names, "queries": queries}))

    def versions(self) -> dict[str, str]:
        """Say which versions are measured."""
        told: dict[str, str] = self._ask({"do": "versions"})
        return told

    def close(self) -> None:
        """End the process."""
        if self._child.stdin:
            self._child.stdin.close()
        self._child.wait(timeout=60)

    def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        if not self._child.stdin or not self._child.stdout:
            raise ChildProcessError("the peers' process has no pipes")
        self._child.stdin.write(json.dumps(job) + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            raise ChildProcessError(f"the peers' process ended, status {self._child.wait()}")
        told: dict[str, Any] = json.loads(line)
        return told


def find_python() -> Path | None:
    """Give the Python of the peers' environment: NONGRATA_PEERS, else what `make bench-peers` made; None without."""
    told = Path(os.environ.get("NONGRATA_PEERS", HERE.parent / ".venv-bench")) / "bin" / "python"
    return told if told.is_file() else None


# What follows runs in the other environment.

Scorer = Callable[[Any, Any], float]
_NUMBERS = count()


def _scorer(peer: str) -> tuple[Scorer, Callable[[Any], Any]]:
    """Give how the peer scores two, and how it wants an entity."""
    if peer in ("WRatio", "token_sort_ratio"):
        fuzz, process = importlib.import_module("rapidfuzz.fuzz"), importlib.import_module("rapidfuzz.utils")
        ratio = getattr(fuzz, peer)

        def by_ratio(left: list[str], right: list[str]) -> float:
            return max((ratio(one, other) for one in left for other in right), default=0.0) / 100

        return by_ratio, lambda entity: [process.default_process(name) for name in _names(entity)]
    matching = importlib.import_module("nomenklatura.matching")
    algorithm = matching.get_algorithm(peer)
    config = matching.ScoringConfig.defaults()

    def by_logic(left: Any, right: Any) -> float:
        return float(algorithm.compare(left, right, config).score)

    return by_logic, _proxy


def _names(entity: Any) -> list[str]:
    told = entity["properties"]
    parts = [told.get(part, [""])[0] for part in ("firstName", "middleName", "lastName")]
    names: list[str] = [*told.get("name", ()), *told.get("alias", ())]
    return names or [" ".join(filter(None, parts))]


def _proxy(entity: Any) -> Any:
    model = importlib.import_module("followthemoney").model
    proxy = importlib.import_module("followthemoney").EntityProxy
    # An id of its own: the matchers remember what they made of an entity by it.
    clean = {"id": f"e{next(_NUMBERS)}", "schema": entity["schema"], "properties": entity["properties"]}
    return proxy.from_dict(clean, cleaned=False) if model.get(entity["schema"]) else None


def _do(job: dict[str, Any]) -> dict[str, Any]:
    if job["do"] == "versions":
        metadata = importlib.import_module("importlib.metadata")
        return {name: metadata.version(name) for name in ("nomenklatura", "rapidfuzz", "rigour", "juditha")}
    if job["do"] == "lookup":
        return _lookup(job["names"], job["queries"])
    score, shape = _scorer(job["peer"])
    if job["do"] == "all":
        queries, listed = list(map(shape, job["queries"])), list(map(shape, job["listed"]))
        return {"rows": [[round(score(query, each), 4) for each in listed] for query in queries]}
    pairs = [(shape(left), shape(right)) for left, right in job["pairs"]]
    if pairs:
        score(*pairs[0])  # loads what it loads at first use
    scores, seconds = [], []
    for left, right in pairs:
        started = time.perf_counter()
        scores.append(score(left, right))
        seconds.append(time.perf_counter() - started)
    return {"scores": scores, "seconds": seconds}


def _lookup(names: list[str], queries: list[str]) -> dict[str, Any]:
    """Put the names into juditha's store, and look each query up as its users do."""
    store_of = importlib.import_module("juditha.store")
    proxy = importlib.import_module("followthemoney").EntityProxy
    with tempfile.TemporaryDirectory() as folder:
        with store_of.BuildStore(folder) as build:
            for i, name in enumerate(names):
                entity = {"id": str(i), "schema": "LegalEntity", "properties": {"name": [name]}}
                build.aggregator.put(proxy.from_dict(entity))
            build.aggregator.flush()
            build.build()
        store = store_of.Store(folder)
        store.search(queries[0])
        scores, seconds = [], []
        for query in queries:
            started = time.perf_counter()
            found = store.search(query)
            seconds.append(time.perf_counter() - started)
            scores.append(float(found.score) if found else 0.0)
    return {"scores": scores, "seconds": seconds}


def _serve() -> None:
    # Only answers go to the pipe; what the peers print themselves goes to the error output.
    out, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        out.write(json.dumps(_do(json.loads(line))) + "\n")
        out.flush()


if __name__ == "__main__":
    _serve()
