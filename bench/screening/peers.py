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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Where their users are told to cut, and a stricter cut. rapidfuzz tells none: it does best on name pairs at these.
THRESHOLDS = {
    "logic-v2": (0.70, 0.80),
    "name-based": (0.70, 0.80),
    "WRatio": (0.85, 0.90),
    "token_sort_ratio": (0.85, 0.90),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Answers to one job: a score each, and the seconds that each took."""

    scores: list[float]
    seconds: list[float]


class Peers:
    """The other environment's process."""

    def __init__(self, python: Path) -> None:
        self._child = subprocess.Popen(
            [str(python), str(HERE / "peers.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def matchers(self) -> tuple[PeerMatcher, ...]:
        """Give each peer with the threshold that its users are told to take."""
        cuts = THRESHOLDS.items()
        return tuple(PeerMatcher(peers=self, name=name, threshold=cut, stricter=more) for name, (cut, more) in cuts)

    def ask(self, **job: Any) -> dict[str, Any]:
        """Give the answer to a job; raises ChildProcessError where the process ended."""
        if not self._child.stdin or not self._child.stdout:
            raise ChildProcessError("the peers' process has no pipes")
        self._child.stdin.write(json.dumps(job) + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            self.close()
            raise ChildProcessError(f"the peers' process ended, status {self._child.returncode}")
        told: dict[str, Any] = json.loads(line)
        return told

    def lookup(self, names: Sequence[str], queries: Sequence[str]) -> Told:
        """Give juditha's best score of each query among the names; 0 for none above its own threshold."""
        return Told(**self.ask(do="lookup", names=names, queries=queries))

    def ordinary(self, wanted: int) -> dict[str, list[str]]:
        """Give so many names from a census, and half as many from the world: ordinary.py."""
        told: dict[str, list[str]] = self.ask(do="ordinary", wanted=wanted)
        return told

    def altered(self, names: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
        """Give names altered as those do who evade, made from these by id, and nobody's names, without an id."""
        told: list[dict[str, str]] = self.ask(do="altered", names=names)["cases"]
        return told

    def versions(self) -> dict[str, str]:
        """Say which versions are measured."""
        told: dict[str, str] = self.ask(do="versions")
        return told

    def close(self) -> None:
        """End the process."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                pipe.close()
        self._child.wait(timeout=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerMatcher:
    """One peer, asked as our own matcher is."""

    peers: Peers
    name: str
    threshold: float
    stricter: float

    def pairs(self, pairs: Sequence[Any]) -> Told:
        """Give the score of each pair of entities; a pair may say in which properties names are compared."""
        rows = [(pair.left, pair.right, pair.names_in) for pair in pairs]
        return Told(**self.peers.ask(do="pairs", peer=self.name, pairs=rows))

    def against(self, queries: Sequence[Any], listed: Sequence[Any]) -> list[list[float]]:
        """Give for each query its score against each of the listed entities."""
        rows: list[list[float]] = self.peers.ask(do="all", peer=self.name, queries=queries, listed=listed)["rows"]
        return rows


def find_python() -> Path | None:
    """Give the Python of the peers' environment: NONGRATA_PEERS, else what `make bench-peers` made; None without."""
    told = Path(os.environ.get("NONGRATA_PEERS", HERE.parents[1] / ".venv-bench")) / "bin" / "python"
    return told if told.is_file() else None


# What follows runs in the other environment.

Scorer = Callable[[Any, Any], float]
_NUMBERS = count()


def _matcher(peer: str, names_in: Sequence[str] | None = None) -> tuple[Scorer, Callable[[Any], Any]]:
    """Give how the peer scores two, and how it wants an entity."""
    if peer in ("WRatio", "token_sort_ratio"):
        ratio = getattr(importlib.import_module("rapidfuzz.fuzz"), peer)
        processed = importlib.import_module("rapidfuzz.utils").default_process

        def by_ratio(left: list[str], right: list[str]) -> float:
            return max((ratio(one, other) for one in left for other in right), default=0.0) / 100

        return by_ratio, lambda entity: [processed(name) for name in _names(entity)]
    matching = importlib.import_module("nomenklatura.matching")
    algorithm, config = matching.get_algorithm(peer), matching.ScoringConfig.defaults()
    if names_in:
        config.config["nm_name_property"] = names_in[0]
    return lambda left, right: float(algorithm.compare(left, right, config).score), _proxy


def _names(entity: Any) -> list[str]:
    told = entity["properties"]
    parts = [told.get(part, [""])[0] for part in ("firstName", "middleName", "lastName")]
    names: list[str] = [*told.get("name", ()), *told.get("alias", ())]
    return names or [" ".join(filter(None, parts))]


def _proxy(entity: Any) -> Any:
    proxy = importlib.import_module("followthemoney").EntityProxy
    # An id of its own: the matchers remember what they made of an entity by it.
    told = {"id": f"e{next(_NUMBERS)}", "schema": entity["schema"], "properties": entity["properties"]}
    return proxy.from_dict(told, cleaned=False)


def _do(job: dict[str, Any]) -> Any:
    match job.pop("do"):
        case "pairs":
            return _pairs(**job)
        case "all":
            return _all(**job)
        case "lookup":
            return _lookup(**job)
        case "altered":
            return _altered(**job)
        case "ordinary":
            ordinary = importlib.import_module("ordinary")
            wanted = job["wanted"]
            return {"census": ordinary.census_names(wanted), "world": ordinary.world_names(wanted // 2)}
        case _:
            metadata = importlib.import_module("importlib.metadata")
            return {name: metadata.version(name) for name in ("nomenklatura", "rapidfuzz", "rigour", "juditha")}


def _pairs(peer: str, pairs: list[Any]) -> dict[str, Any]:
    scores, seconds = [], []
    for i, (left, right, names_in) in enumerate([*pairs[:1], *pairs]):
        score, shape = _matcher(peer, names_in)
        one, other = shape(left), shape(right)
        started = time.process_time()
        told = score(one, other)
        if i:  # the first is asked twice: it loads what is loaded at first use
            scores.append(told)
            seconds.append(time.process_time() - started)
    return {"scores": scores, "seconds": seconds}


def _all(peer: str, queries: list[Any], listed: list[Any]) -> dict[str, Any]:
    score, shape = _matcher(peer)
    entities = list(map(shape, listed))
    return {"rows": [[round(score(query, each), 4) for each in entities] for query in map(shape, queries)]}


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
            started = time.process_time()
            found = store.search(query)
            seconds.append(time.process_time() - started)
            scores.append(float(found.score) if found else 0.0)
    return {"scores": scores, "seconds": seconds}


def _altered(names: dict[str, list[str]]) -> dict[str, Any]:
    """Make the queries with the package that made the shared evasion set, as that was made."""
    sources, benchmark = importlib.import_module("ssb.sources"), importlib.import_module("ssb.benchmark")
    entities = [
        sources.Entity(entity_id=key, primary_name=first, entity_type="individual", aliases=more)
        for key, (first, *more) in names.items()
    ]
    made = benchmark.build(sources.ListSnapshot(source="lists", retrieved_at="", entities=entities))
    cases = [
        {
            "query": case.query,
            "id": case.expected_entity_id or "",
            "category": case.perturbation,
            "source": case.source_name,
        }
        for case in made.cases
    ]
    return {"cases": cases}


def _serve() -> None:
    # Only answers go to the pipe; what the peers print themselves goes to the error output.
    out, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        out.write(json.dumps(_do(json.loads(line))) + "\n")
        out.flush()


if __name__ == "__main__":
    _serve()
