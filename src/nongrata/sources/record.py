"""A Capture: bytes, from where, when. A Fetched: a file brought from the web, and what its server told of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What was fetched, unread: the bytes and where they came from."""

    uri: str  # a path as given, a URL, or "-"
    body: bytes
    media_type: str  # "text/plain", "text/html": told by the server, the file name or the bytes
    charset: str | None = None  # told by the server; None: the reader finds out
    fetched_at: datetime  # aware
    title: str | None = None  # told by the feed or the letter that held it
    published: date | None = None  # likewise
    is_whole: bool = False  # nothing but the story: an entry of a feed, a letter; no menus around it
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.body).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A file from the web: where it lies now, where it came from, and what to ask with for a newer one."""

    path: Path
    url: str
    fetched_at: str
    etag: str | None = None
    last_modified: str | None = None
