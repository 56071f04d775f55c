"""The server under load: /match at 100 requests a second beside 20 readers of pages, one process.

python -m bench.desk.serving SHARED       NONGRATA_HOME: a home with all lists, else one is made (75 seconds)
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, perf_counter, sleep

from bench.lists.official import digest_of
from bench.search.all_lists import fill, opened
from bench.sections import Section
from nongrata.outputs.story.demo import demo_story
from nongrata.screening.index import ListIndex

RATE, SECONDS, READERS = 100, 30, 20
ALONE = 40  # times that each page is asked for by itself
PAUSE = 1.0  # seconds that a reader looks at a page
Row = tuple[str, str]


@dataclass(slots=True)
class Seen:
    """How long answers took, and which were none."""

    match: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Print the table."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("NONGRATA_SHARED", "../shared"))
    print("| serving | measured |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(os.environ.get("NONGRATA_HOME", folder))
        if home == Path(folder):
            fill(home, shared / "data" / "lists")
        for name, told in measured(home):
            print(f"| {name} | {told} |", flush=True)
    return 0


def section(shared: Path) -> Section:
    """Measure it for the page, in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-m", "bench.desk.serving", shared], check=True, stdout=subprocess.PIPE, text=True
    )
    lists = shared / "data" / "lists"
    return Section(digest=f"the lists' files `{digest_of(lists)[:16]}`", page=told.stdout.splitlines())


def measured(home: Path) -> Iterator[Row]:
    """Give each figure as it is measured."""
    index = opened(home)
    yield "entries, parties", f"{sum(len(party.listings) for party in index.parties):,}, {len(index.parties):,}"
    asked = questions(index, 3_000)
    with serving(home) as (port, process):
        paths = _pages(port)
        for name, readers in ((f"/match alone, {RATE} a second", 0), (f"with {READERS} readers of pages", READERS)):
            before, seen = _cpu(process), Seen()
            asyncio.run(_load(port, asked, paths[: readers and len(paths)], (readers, seen)))
            yield name, _told(seen, _cpu(process) - before)
        costs = [f"{_name(path)} {_cost(port, process, path):.1f} ms" for path in paths]
        yield "a processor's time for one page, asked for by itself", ", ".join(costs)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    yield "the machine meanwhile", f"{os.cpu_count()} cores, load averages {load} (the bench's own included)"


def questions(index: ListIndex, count: int) -> list[bytes]:
    """Give bodies of /match: half listed names, some with a birth date or a country; half of no list's."""
    chance, made = random.Random(8), []
    given = [party.names[0].text.split()[0] for party in (index.parties[i] for i in range(0, 4_000, 9)) if party.names]
    for number in range(count):
        party = index.parties[chance.randrange(len(index.parties))]
        name = chance.choice(party.names).text if number % 2 else " ".join(chance.sample(given, 2))
        told: dict[str, list[str]] = {"name": [name]}
        if number % 4 == 1 and party.birth_dates:
            told["birthDate"] = [str(party.birth_dates[0][0])]
        if number % 3 == 1 and party.countries:
            told["country"] = [min(party.countries)]
        made.append(json.dumps({"queries": {"q": {"schema": party.schema, "properties": told}}}).encode())
    return made


@contextmanager
def serving(home: Path) -> Iterator[tuple[int, int]]:
    """Start the server; give its port and its process once its lists are loaded."""
    command = [sys.executable, "-m", "nongrata", "serve", "--port", "0", "--rate", "100000"]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, env={**os.environ, "NONGRATA_HOME": str(home)}, stderr=log)
        try:
            port = 0
            until = monotonic() + 120
            while monotonic() < until and not (port and _is_ready(port)):
                log.seek(0)
                found = re.search(r":(\d+)  ?\(", log.read())
                port = int(found[1]) if found else 0
                sleep(0.2)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)


def _is_ready(port: int) -> bool:
    return asyncio.run(_one(port, b"GET", "/readyz", b""))[0] == 200


def _pages(port: int) -> Sequence[str]:
    """Read a story; give the pages that readers look at."""
    text, day = demo_story("kim")
    body = json.dumps({"text": text, "published": day.isoformat()}).encode()
    _status, told = asyncio.run(_one(port, b"POST", "/api/v1/read?wait=60", body))
    story = json.loads(told)["result"]["stories"][0]["story"]
    _status, told = asyncio.run(_one(port, b"GET", f"/api/v1/stories/{story}", b""))
    party = json.loads(told)["parties"][0]["id"]
    return ("/", f"/stories/{story}", f"/parties/{party}", "/search?q=putin", "/lists", "/audit", "/static/desk.css")


def _name(path: str) -> str:
    return path.partition("?")[0].strip("/").partition("/")[0] or "inbox"


def _cost(port: int, process: int, path: str) -> float:
    """Give the milliseconds of a processor that the server takes for a page that it has shown before."""
    before = _cpu(process)
    for _ in range(ALONE):
        asyncio.run(_one(port, b"GET", path, b""))
    return (_cpu(process) - before) / ALONE * 1_000


async def _one(port: int, method: bytes, path: str, body: bytes) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        return await _ask(reader, writer, method, (path, body))
    finally:
        writer.close()


Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, method: bytes, about: tuple[str, bytes]
) -> tuple[int, bytes]:
    path, body = about
    head = b"%b %b HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
    writer.write(head % (method, path.encode(), len(body)) + body)
    told = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", told.lower())
    return int(told.split(b" ", 2)[1]), await reader.readexactly(int(length[1]) if length else 0)


async def _load(port: int, asked: Sequence[bytes], paths: Sequence[str], about: tuple[int, Seen]) -> None:
    """Send a question each hundredth of a second, whether or not the last one is answered, and have pages read."""
    readers, seen = about
    free: list[Line] = []
    start, work = perf_counter(), []
    ended = start + SECONDS
    looking = [asyncio.create_task(_reader(port, paths, ended, (n, seen))) for n in range(readers)]
    for number in range(RATE * SECONDS):
        due = start + number / RATE
        await asyncio.sleep(max(0.0, due - perf_counter()))
        work.append(asyncio.create_task(_question(port, free, asked[number % len(asked)], (due, seen))))
    await asyncio.gather(*work, *looking)


async def _question(port: int, free: list[Line], body: bytes, about: tuple[float, Seen]) -> None:
    due, seen = about
    try:
        line = free.pop() if free else await asyncio.open_connection("127.0.0.1", port)
        status, _told = await _ask(*line, b"POST", ("/match/default", body))
        seen.match.append(perf_counter() - due)
        free.append(line)
        if status != 200:
            seen.wrong.append(str(status))
    except (OSError, asyncio.IncompleteReadError) as error:
        seen.wrong.append(type(error).__name__)


async def _reader(port: int, paths: Sequence[str], ended: float, about: tuple[int, Seen]) -> None:
    number, seen = about
    await asyncio.sleep(number * PAUSE / READERS)
    while perf_counter() < ended:
        for path in paths:
            since = perf_counter()
            status, _told = await _one(port, b"GET", path, b"")
            seen.pages.append(perf_counter() - since)
            if status != 200:
                seen.wrong.append(f"{status} {path}")
            await asyncio.sleep(PAUSE)


def _told(seen: Seen, cpu: float) -> str:
    parts = [f"{len(seen.match):,} answers: {_percentiles(seen.match)}"]
    if seen.pages:
        parts.append(f"{len(seen.pages):,} pages: {_percentiles(seen.pages)}")
    parts.append(f"{len(seen.wrong)} lost or refused")
    parts.append(f"{100 * cpu / SECONDS:.0f} % of a core")
    return "; ".join(parts)


def _percentiles(times: Sequence[float]) -> str:
    ordered = sorted(times)
    at = {name: ordered[min(len(ordered) - 1, int(len(ordered) * part))] for name, part in _PARTS.items()}
    return ", ".join(f"{name} {1_000 * seconds:.1f} ms" for name, seconds in at.items())


_PARTS = {"half": 0.5, "p90": 0.9, "p99": 0.99}


def _cpu(process: int) -> float:
    """Give the seconds of a processor that a process has used."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    raise SystemExit(main())
