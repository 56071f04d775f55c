"""The first look at pages, measured: what it keeps, what it lets pass, how fast: python -m bench triage

Pages are open texts in the clothes of real ones (corpus/pages.py), and other outlets' news and texts of our own in the
shapes of real pages (unseen.py). What full reading of the same page finds is the label. NONGRATA_BENCH_HOME is a
home folder with all official lists; without it, one is made (two minutes).
"""

from __future__ import annotations

import hashlib
import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from bench.corpus.pages import Text, open_texts, ordinary_pages, page_of, write_archives
from bench.lists.official import FILES
from bench.quality import Score, add_lists
from bench.sections import Section
from bench.triage.drawn import NOW, lost_of
from bench.triage.tongues import lost_of as lost_in_tongues
from bench.triage.unseen import FOREIGN, foreign_pages, unseen_pages
from nongrata.corpus.tools import Tools, open_tools, prepare
from nongrata.desk import Desk
from nongrata.dossiers import Dossier
from nongrata.sources import Capture
from nongrata.sources.warc_parts import read_part
from nongrata.triage import Sieve, look_at

SEED = 9
EACH = 300  # releases of the State Department, and of the Treasury


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A page, what full reading finds, and what a look makes of it."""

    kind: str
    body: bytes
    listed: tuple[str, ...]
    passes: bool
    reading: float  # seconds of CPU
    looking: float


@contextmanager
def bench_home(shared: Path) -> Iterator[Path]:
    """Give a home folder with all official lists, their index and their sieve."""
    told = os.environ.get("NONGRATA_BENCH_HOME")
    with tempfile.TemporaryDirectory() as made:
        home = Path(told or made)
        if told is None:
            add_lists(shared, FILES, home)
        prepare(home, triage=True)
        yield home


def tools_of(home: Path) -> Tools:
    """Give the desk and the sieve of a home folder."""
    key = prepare(home, triage=True).key
    return open_tools(str(home), key, None, triage=True)


def chosen_texts(shared: Path, *, each: int = EACH) -> list[Text]:
    """Give all small sets, and of the two large ones so many texts drawn by a seed."""
    texts = list(open_texts(shared))
    large = [[text for text in texts if text.kind == kind] for kind in ("State Department", "Treasury")]
    drawn = [text for rows in large for text in random.Random(SEED).sample(rows, min(each, len(rows)))]
    return [text for text in texts if text.kind not in ("State Department", "Treasury")] + drawn


def labelled(pages: Sequence[tuple[str, bytes]], desk: Desk, sieve: Sieve) -> Iterator[Labelled]:
    """Read each page in full, and look at it."""
    for kind, body in pages:
        media_type = "text/html" if body.lstrip()[:1] == b"<" else "text/plain"
        page = Capture(uri="page", body=body, media_type=media_type, fetched_at=NOW)
        began = process_time()
        found = desk.read_capture(page)
        read = process_time()
        look = look_at(body, sieve)
        looked = process_time()
        yield Labelled(
            kind=kind,
            body=body,
            listed=_listed(found) if isinstance(found, Dossier) else (),
            passes=look.passes,
            reading=read - began,
            looking=looked - read,
        )


def _listed(dossier: Dossier) -> tuple[str, ...]:
    parties = (party for story in dossier.stories for party in story.parties)
    return tuple(party.party.name for party in parties if party.exposure == "listed")


def section(shared: Path) -> Section:
    """Measure all."""
    chance = random.Random(SEED)
    texts = chosen_texts(shared)
    with bench_home(shared) as home:
        tools = tools_of(home)
        desk, sieve = tools.desk, tools.sieve
        assert sieve is not None
        found = list(labelled([(text.kind, page_of(text.body, chance)) for text in texts], desk, sieve))
        ordinary = list(labelled(list(ordinary_pages(shared)), desk, sieve))
        unseen = list(labelled(list(unseen_pages(shared)), desk, sieve))
        foreign = [_foreign(name, sieve) for name in FOREIGN]
        lost, in_tongues = lost_of(desk, sieve), lost_in_tongues(desk, sieve)
        pace = warc_pace([row.body for row in found], sieve)
    every = [*found, *ordinary, *unseen]
    kept, listed = sum(row.passes for row in every if row.listed), sum(1 for row in every if row.listed)
    measures = {
        "listed pages kept": round(kept / listed, 4),
        "ordinary news that does not pass": round(1 - sum(row.passes for row in ordinary) / len(ordinary), 4),
    }
    ratio = sum(row.reading for row in found) / sum(row.looking for row in found)
    digest = hashlib.sha256(b"".join(row.body for row in every)).hexdigest()
    return Section(
        digest=f"{len(found)} templated pages, {len(ordinary)} ordinary ones, {len(unseen)} of other kinds, "
        f"`{digest[:16]}`",
        page=[
            "| measure | bar | reached |",
            "|---|---|---|",
            f"| listed by full reading: kept | .995 | {_kept(every)} |",
            f"| ordinary news that passes | .15 | {1 - measures['ordinary news that does not pass']:.3f} |",
            f"| … ordinary news in which full reading finds a listed party | | {_named(ordinary)} |",
            f"| … of ordinary news in which it finds nobody listed, what passes | | {_needless(ordinary)} |",
            f"| other outlets, our own texts: kept; others that pass | | {_kept(unseen)}; {_needless(unseen)} |",
            f"| 15 other languages, listed by construction: kept; others that pass | | {foreign[0]} |",
            f"| … a second set, of which the look kept 30 and passed 3 at first sight | | {foreign[1]} |",
            f"| names drawn from all lists, in our own words: lost of those that full reading finds | | {lost} |",
            f"| … in 11 languages, on pages of many makes: lost; all that do not pass | | {in_tongues} |",
            f"| times as fast as full reading, CPU, same run | 40 | {ratio:.0f} |",
            f"| pages a second and core from WARC, CPU | 400 | {pace:.0f} |",
            f"| full reading, CPU a page | | {1000 * sum(row.reading for row in found) / len(found):.0f} ms |",
            "",
            *_by_kind(every),
            "",
            f"Lost, by what full reading calls listed: {_lost(every)}.",
        ],
        scores=[Score(name="triage", digest=digest, measures=measures)],
    )


def _lost(rows: Sequence[Labelled]) -> str:
    lost = [f"{', '.join(row.listed[:2])} ({row.kind})" for row in rows if row.listed and not row.passes]
    return "; ".join(lost) or "none"


def _kept(rows: Sequence[Labelled]) -> str:
    kept = [row.passes for row in rows if row.listed]
    return f"{sum(kept) / len(kept):.4f} ({sum(kept)} of {len(kept)})"


def _named(rows: Sequence[Labelled]) -> str:
    named = sum(1 for row in rows if row.listed)
    return f"{named / len(rows):.3f} ({named} of {len(rows)})"


def _foreign(name: str, sieve: Sieve) -> str:
    counts = Counter((page.is_listed, look_at(page.body, sieve).passes) for page in foreign_pages(name))
    return f"{_share(counts, listed=True)}; {_share(counts, listed=False)}"


def _share(counts: Counter[tuple[bool, bool]], *, listed: bool) -> str:
    return f"{counts[listed, True]} of {counts[listed, True] + counts[listed, False]}"


def _needless(rows: Sequence[Labelled]) -> str:
    others = [row for row in rows if not row.listed]
    return (
        f"{sum(row.passes for row in others) / len(others):.3f} ({sum(row.passes for row in others)} of {len(others)})"
    )


def _by_kind(rows: Sequence[Labelled]) -> Iterator[str]:
    yield "| set | pages | with a listed party | of them kept | of the others passing |"
    yield "|---|---|---|---|---|"
    for kind in dict.fromkeys(row.kind for row in rows):
        of = [row for row in rows if row.kind == kind]
        counts = Counter((bool(row.listed), row.passes) for row in of)
        listed, others = counts[True, True] + counts[True, False], counts[False, True] + counts[False, False]
        yield f"| {kind} | {len(of)} | {listed} | {counts[True, True]} | {counts[False, True]} of {others} |"


def warc_pace(bodies: Sequence[bytes], sieve: Sieve) -> float:
    """Give how many pages a second of CPU are unpacked from an archive and looked at."""
    with tempfile.TemporaryDirectory() as folder:
        (path,) = write_archives(
            Path(folder), ((f"https://example.org/{n}", body) for n, body in enumerate(bodies)), each=10**6
        )
        count, took = 0, 0.0
        for _ in range(2):  # the second time with words known, as in a long run
            began, count = process_time(), 0
            for found in read_part(path, 0, path.stat().st_size, now=NOW):
                if isinstance(found, Capture):
                    look_at(found.body, sieve, charset=found.charset)
                    count += 1
            took = process_time() - began
    return count / took


if __name__ == "__main__":
    print("\n".join(section(Path(os.environ["NONGRATA_SHARED"])).page))
