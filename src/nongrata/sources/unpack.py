"""What a source holds: a feed's entries, a mailbox's letters, an archive's pages, a folder's files."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from nongrata.sources.kinds import EMAIL, FEED, MAILBOX, WARC, document_type
from nongrata.sources.read import Fetch, read_source, skipped
from nongrata.sources.record import Capture
from nongrata.values import Skipped
from nongrata.values.loading import load

_DEEPEST = 3  # containers in containers: a letter in a mailbox, with a letter attached
_MOST_FILES = 10_000

Opener = Callable[[Capture], Iterator[Capture | Skipped]]


def read_sources(uri: str, *, now: datetime, stdin: BinaryIO, fetch: Fetch | None) -> Iterator[Capture | Skipped]:
    """Give all captures that a path, a URL or "-" holds, in order; what cannot be used is skipped with its reason."""
    path = Path(uri)
    if uri and _is_folder(path):  # Path("") is the folder one is in: nobody means it by an empty argument
        yield from _in_folder(path, now=now, stdin=stdin, fetch=fetch)
    elif _is_archive(path):
        try:
            with path.open("rb") as file:
                for each in _archived(file, uri=uri, now=now):
                    yield from each_of(each)
        except OSError as error:
            yield skipped(uri, f"found {str(error.strerror).lower()}; wanted a file that can be read: check its rights")
    else:
        yield from each_of(read_source(uri, now=now, stdin=stdin, fetch=fetch))


def each_of(found: Capture | Skipped, *, depth: int = 0) -> Iterator[Capture | Skipped]:
    """Give what a capture holds, each thing on its own; the capture itself where it is no container."""
    opener = None if isinstance(found, Skipped) else OPENERS.get(found.media_type)
    if isinstance(found, Skipped) or opener is None:
        yield found
    elif depth >= _DEEPEST:
        yield skipped(
            found.uri, f"found the {depth + 1}th container in another; wanted at most {_DEEPEST}: take it out"
        )
    else:
        for each in opener(found):
            yield from each_of(each, depth=depth + 1)


def _later(where: str) -> Opener:
    """Give an opener that is imported when the first container of its kind comes."""

    def opened(capture: Capture) -> Iterator[Capture | Skipped]:
        opener: Opener = load(where)
        return opener(capture)

    return opened


def _warc(capture: Capture) -> Iterator[Capture | Skipped]:
    return _archived(io.BytesIO(capture.body), uri=capture.uri, now=capture.fetched_at)


def _archived(file: BinaryIO, *, uri: str, now: datetime) -> Iterator[Capture | Skipped]:
    read_warc: Callable[..., Iterator[Capture | Skipped]] = load("nongrata.sources.warc:read_warc")
    return read_warc(file, uri=uri, now=now)


OPENERS: Mapping[str, Opener] = {
    FEED: _later("nongrata.sources.feed:read_feed"),
    EMAIL: _later("nongrata.sources.mail:read_mail"),
    MAILBOX: _later("nongrata.sources.mail:read_mailbox"),
    WARC: _warc,
}


def _is_folder(path: Path) -> bool:
    try:
        return str(path) not in ("", "-") and path.is_dir()
    except (OSError, ValueError):
        return False


def _is_archive(path: Path) -> bool:
    """Be a WARC, which may be larger than what is read at once."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return document_type(file.read(4096)) == WARC
    except (OSError, ValueError):
        return False


def _in_folder(folder: Path, *, now: datetime, stdin: BinaryIO, fetch: Fetch | None) -> Iterator[Capture | Skipped]:
    """Give what the files of a folder hold, by name; links and hidden files are left alone."""
    files = sorted(path for path in folder.rglob("*") if not path.is_symlink() and path.is_file())
    shown = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not shown:
        yield skipped(str(folder), "found a folder without files; wanted one with stories")
    for path in shown[:_MOST_FILES]:
        yield from read_sources(str(path), now=now, stdin=stdin, fetch=fetch)
    if len(shown) > _MOST_FILES:
        yield skipped(str(folder), f"found {len(shown):,} files; wanted at most {_MOST_FILES:,}: the rest is left out")
