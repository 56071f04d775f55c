"""Fuzz the reading of sources.

python -m bench.hostile.fuzz [--seconds 3600] [--kinds html pdf …] [--finds FOLDER] [--seed N]

Each kind in turn, in a process of its own, for its share of the CPU's time, its changes led by the lines of ours that
they reach (atheris, which `pip install atheris` brings). A find is what raises, what takes more than ten seconds or
1 GiB, what breaks a record's promise (a span outside the text, a reason of two lines). The bytes of each are kept in
the folder, once for each place in our code; what earns it becomes a test.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

from bench.hostile.seeds import CAPTURES, PACKED, SEEDS, WORDS
from bench.memory import peak_mib

NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
SUFFIX = {"story": "txt"}
MOST_SECONDS = 10.0
MOST_BYTES = 1 << 30
LONGEST = 20_000
SLOW_LETTER = 0.0002  # CPU seconds a byte, from half a second on: work that outgrows its input is told early


def targets(kind: str) -> Callable[[bytes], None]:
    """Give what reads bytes as one kind of source and raises where it should not."""
    # Only the fuzzed process imports what is fuzzed: atheris has to be there first.
    read_article = import_module("nongrata.articles.read").read_article
    kinds = import_module("nongrata.sources.kinds")
    content_reason = import_module("nongrata.sources.read").content_reason
    each_of = import_module("nongrata.sources.unpack").each_of
    record = import_module("nongrata.sources.record")
    desk = import_module("nongrata.desk").open_desk() if kind == "story" else None

    def read(body: bytes) -> None:
        if content_reason(body) is not None:
            return
        name = f"a.{SUFFIX.get(kind, kind)}"
        capture = record.Capture(uri=name, body=body, media_type=kinds.media_type_of(body, name=name), fetched_at=NOW)
        for held in each_of(capture):
            found = held if hasattr(held, "reason") else read_article(held, published=None)
            if desk is not None and not hasattr(found, "reason"):
                desk.read_capture(held, published=date(2024, 3, 12))
            check(found)

    return read


def check(found: object) -> None:
    """Raise where a record breaks its promise: reasons of one line, spans within the text, in order."""
    reason = getattr(found, "reason", None)
    if reason is not None:
        if "\n" in reason or not reason.startswith("found "):
            raise AssertionError(f"a reason that is no line: {reason!r}")
        return
    length = len(getattr(found, "text", ""))
    for story in getattr(found, "stories", ()):
        spans = [story.span, *story.paragraphs, *(each.span for each in story.furniture)]
        if any(span.start < 0 or span.end > length or span.start > span.end for span in spans):
            raise AssertionError("a span outside the text")
        starts = [span.start for span in story.paragraphs]
        if starts != sorted(starts):
            raise AssertionError("paragraphs out of order")


def hunt(kind: str, seconds: float, finds: Path, seed: int) -> None:
    """Fuzz one kind; keep what is found. Runs in a process of its own: libFuzzer ends it."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["nongrata"]):
        read = targets(kind)
        for body in SEEDS[kind]:
            read(PACKED.get(kind, bytes)(body))  # what is imported late is imported here
    folder = Path(tempfile.mkdtemp())
    until = time.process_time() + seconds
    runs = 0

    def once(body: bytes) -> None:
        nonlocal runs
        runs += 1
        body = PACKED.get(kind, bytes)(body)
        started = time.process_time()
        if started > until:
            print(f"{kind}: {runs:,} inputs, {peak() >> 20} MiB at most", flush=True)
            shutil.rmtree(folder)
            os._exit(0)  # libFuzzer would go on
        try:
            read(body)
        except (Exception, RecursionError) as error:  # noqa: BLE001 - any is a find
            keep(finds, kind, body, _place_of(error), "".join(traceback.format_exception(error)))
        taken = time.process_time() - started
        if taken > MOST_SECONDS or (taken > 0.5 and taken > SLOW_LETTER * len(body)):
            keep(finds, kind, body, f"slow-{min(int(taken), 11)}", f"{taken:.1f} s for {len(body):,} bytes")

    options = {
        "dict": write_words(folder),
        "max_len": LONGEST,
        "len_control": 10,
        "seed": seed,
        "timeout": 60,
        "rss_limit_mb": MOST_BYTES >> 20,
        "artifact_prefix": f"{finds}/{kind}-",
        "verbosity": 0,
    }
    atheris.Setup(
        ["fuzz", str(write_corpus(folder, kind)), *(f"-{name}={value}" for name, value in options.items())], once
    )
    atheris.Fuzz()


def write_corpus(folder: Path, kind: str) -> Path:
    """Write what to start from into files of their own, and give their folder."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, body in enumerate(seeds(kind)):
        (corpus / str(number)).write_bytes(body)
    return corpus


def write_words(folder: Path) -> Path:
    """Write the pieces that changes may put in, and give their file."""
    words = folder / "words"
    words.write_text("".join(f'"{_quoted(word)}"\n' for word in WORDS), encoding="ascii")
    return words


def seeds(kind: str) -> Iterator[bytes]:
    """Give what to start from: ours, and the tests' captures of the kind."""
    yield from SEEDS[kind]
    for path in sorted((Path(__file__).parents[2] / CAPTURES).glob(f"*.{SUFFIX.get(kind, kind)}")):
        yield path.read_bytes()[:LONGEST]


def keep(finds: Path, kind: str, body: bytes, place: str, told: str) -> None:
    """Write a find down, once for each place; of several, the shortest."""
    path = finds / f"{kind}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
    if not path.exists() or path.stat().st_size > len(body):
        path.write_bytes(body)
        path.with_suffix(".told").write_text(f"{place}\n{told}", encoding="utf-8")


def peak() -> int:
    """Give the most memory that this process has held, in bytes."""
    return int(peak_mib() * 2**20)


def _place_of(error: BaseException) -> str:
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "nongrata" in frame.filename]
    last = ours[-1] if ours else None
    return f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}" if last else type(error).__name__


def _quoted(word: bytes) -> str:
    return "".join(
        chr(b) if (b < 128 and chr(b).isalnum()) or chr(b) in " <>/:!-=[]%(.,#&;" else f"\\x{b:02x}" for b in word
    )


def main() -> int:
    """Fuzz each kind for its share of the time; say what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=3600, help="of CPU, for all kinds together")
    parser.add_argument("--kinds", nargs="+", choices=tuple(SEEDS), default=list(SEEDS))
    parser.add_argument("--finds", type=Path, default=Path("fuzz-finds"))
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--one", action="store_true", help="(used by itself) fuzz the one kind in this process")
    options = parser.parse_args()
    options.finds.mkdir(parents=True, exist_ok=True)
    if options.one:
        hunt(options.kinds[0], options.seconds, options.finds, options.seed)
        return 0
    for kind in options.kinds:
        share = str(options.seconds / len(options.kinds))
        command = ["nice", "-n", "10", sys.executable, "-m", "bench.hostile.fuzz", "--one"]
        command += ["--kinds", kind, "--seconds", share]
        ended = subprocess.run(
            [*command, "--finds", options.finds, "--seed", str(options.seed)], stderr=subprocess.DEVNULL, check=False
        )
        if ended.returncode != 0:
            print(f"{kind}: ended with {ended.returncode}: see {options.finds}")
    found = sorted(options.finds.glob("*.told"))
    print("\n".join(path.read_text("utf-8").splitlines()[0] for path in found) or "nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
