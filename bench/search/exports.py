"""Made-up exports of FollowTheMoney as OpenSanctions gives them: python -m bench.search.exports [PARTIES] (300,000).

A party has three names, a Sanction or two, an address and, one in five, an owner, each an entity of its own somewhere
behind it. A tenth of the parties and all of them are read, and the long one is added to a home and a name screened
against it, each in a process of its own, of which time (CPU) and the most memory are told. Names are put together as in
scale.py, from the home that NONGRATA_HOME names or the lists of bench/lists/official.py.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

from bench.lists.official import digest_of
from bench.memory import peak_mib
from bench.search.all_lists import Row
from bench.search.coined import Pool
from bench.search.names import synthetic_list
from bench.search.scale import write_pool
from bench.sections import Section
from nongrata.lists import read_lists
from nongrata.outputs.cli import main as nongrata

PARTIES = 300_000
TIMES = 10  # how much longer the long export is
_REASON = "For acting or purporting to act for or on behalf of persons whose property is blocked."
Told = dict[str, float]


def section(shared: Path) -> Section:
    """Measure it for the page."""
    head = ["| exports of FollowTheMoney | wanted | measured |", "|---|---|---|"]
    page = [*head, *(f"| {' | '.join(row[:3])} |" for row in measured(shared, PARTIES))]
    return Section(digest=f"words of the lists' files `{digest_of(shared / 'data' / 'lists')[:16]}`", page=page)


def measured(shared: Path, parties: int) -> Iterator[Row]:
    """Give each figure as it is measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pool = json.loads(write_pool(shared, folder).read_text())
        read, export = list[Told](), folder
        for count in (parties // TIMES, parties):
            export = folder / f"{count}.ftm.json"
            with export.open("w", encoding="utf-8") as out:
                out.writelines(f"{json.dumps(each, ensure_ascii=False)}\n" for each in entities(pool, count))
            read.append(_told("--read", export, home=folder / "own"))
            size = export.stat().st_size / 2**20
            yield Row(f"{count:,} parties read, {size:,.0f} MiB", "", _cost(read[-1]))
        yield Row(f"{TIMES} times the export", "", f"{read[1]['peak'] / read[0]['peak']:.1f} times the memory")
        yield Row(f"{parties:,} parties, `lists add`", "", _cost(_told("--add", export, home=folder / "own")))
        for what in ("the first `screen`, which makes the index", "the next `screen`"):
            yield Row(f"{parties:,} parties, {what}", "", _cost(_told("--ask", home=folder / "own")))


def entities(pool: Pool, count: int) -> Iterator[dict[str, object]]:
    """Give the entities of an export of so many parties."""
    chance = random.Random(9)
    for number, listing in enumerate(synthetic_list(pool, count, most_names=3).listings):
        id_, day = f"NK-{number:022}", f"{chance.randint(2014, 2025)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
        names = [name.text for name in listing.names]
        properties = {
            "name": names[:1],
            "alias": names[1:],
            "topics": ["sanction"],
            "addressEntity": [f"addr-{number}"],
        }
        yield {**_entity(id_, listing.schema, **properties), "caption": names[0], "target": True}
        for act in range(chance.randint(1, 2)):
            said = {"authority": ["Office of Lists"], "program": ["P-14"], "startDate": [day], "reason": [_REASON]}
            yield _entity(f"s-{number}-{act}", "Sanction", entity=[id_], **said)
        yield _entity(f"addr-{number}", "Address", full=[f"{number} Quay Street, Tver"], city=["Tver"], country=["ru"])
        if chance.random() < 0.2:
            owner = f"NK-{chance.randrange(number + 1):022}"
            yield _entity(f"o-{number}", "Ownership", owner=[owner], asset=[id_], percentage=["50"])


def _entity(id_: str, schema: str, /, **properties: list[str]) -> dict[str, object]:
    return {"id": id_, "schema": schema, "properties": properties, "datasets": ["us_ofac_sdn"]}


def _cost(told: Told) -> str:
    return f"{told['cpu']:.0f} s, {told['peak']:.0f} MiB at most"


def _told(*asked: object, home: Path) -> Told:
    command = [sys.executable, "-m", "bench.search.exports", *map(str, asked)]
    env = {**os.environ, "NONGRATA_HOME": str(home)}
    told: Told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=env).stdout)
    return told


def main() -> int:
    """Print the table, or what one step of it takes."""
    match sys.argv[1:]:
        case ["--read", export]:
            read_lists([Path(export)])
            print(_taken())
        case [("--add" | "--ask"), *_] as asked:
            with redirect_stdout(io.StringIO()):
                nongrata(["lists", "add", asked[1]] if asked[0] == "--add" else ["screen", "Anna Orlova"])
            print(_taken())
        case sizes:
            shared = Path(os.environ.get("NONGRATA_SHARED", "../shared"))
            for row in measured(shared, int(sizes[0]) if sizes else PARTIES):
                print(f"| {row.name} | {row.wanted} | {row.told} |", flush=True)
    return 0


def _taken() -> str:
    return json.dumps({"cpu": time.process_time(), "peak": peak_mib()})


if __name__ == "__main__":
    raise SystemExit(main())
