"""What the worker's process does: read stories and keep their dossiers, screen tables and write the answers."""

from __future__ import annotations

import json
import logging
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from nongrata.desk import Desk, open_desk, parse_day
from nongrata.newsroom.keep import Room, keep_dossier, reread
from nongrata.outputs.api.service import lists_stamp
from nongrata.outputs.screen.answer import Answer, Asked, Counts, answers
from nongrata.outputs.screen.write import answer_as_json, as_csv
from nongrata.outputs.words import list_words, one_line, starter_notice
from nongrata.rows import Layout
from nongrata.rows.read import read_rows
from nongrata.settings import Settings
from nongrata.sources import Capture, read_sources
from nongrata.store.opened import Store, open_store
from nongrata.store.record import DossierId, Kept
from nongrata.values import NongrataError, Skipped, SourceError
from nongrata.values.loading import load

Tell = Callable[[int, int | None], None]
_EVERY = 0.5  # seconds between two words on how far it is
_MOST_ROWS = 2_000_000
log = logging.getLogger("nongrata.server")


class Labour:
    """The desk and the store of this process."""

    def __init__(self, settings: Settings, spool: Path) -> None:
        self.store: Store = open_store(settings)
        self.settings, self.spool = settings, spool
        self._desk: Desk | None = None
        self._stamp: object = None

    @property
    def room(self) -> Room:
        """The desk with its store."""
        return Room(desk=self.desk, store=self.store)

    @property
    def desk(self) -> Desk:
        """The desk over the lists in use; opened anew when they have changed."""
        stamp = lists_stamp(self.settings)
        if self._desk is None or stamp != self._stamp:
            self._desk, self._stamp = open_desk(self.settings), stamp
        return self._desk


def labour(pipe: Connection, settings: Settings, spool: Path) -> None:
    """Do what comes through the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends us
    hands = Labour(settings, spool)
    with suppress(EOFError, OSError):
        while True:
            _id, kind, asked, by = pipe.recv()
            pipe.send(_done(hands, kind, asked, by, lambda done, total: pipe.send(("progress", (done, total)))))


def _done(hands: Labour, kind: str, asked: Mapping[str, object], by: str, tell: Tell) -> tuple[str, object]:
    try:
        return "done", WORKS[kind](hands, asked, by, tell)
    except NongrataError as error:
        return "failed", str(error)
    except Exception:
        log.exception("bug in a job (%s)", kind)
        return "failed", "a fault of the server: its log tells more"


def _text(asked: Mapping[str, object], name: str) -> str | None:
    found = asked.get(name)
    return found if isinstance(found, str) else None


def _read(hands: Labour, asked: Mapping[str, object], by: str, tell: Tell) -> dict[str, object]:
    published, as_of = parse_day("published", _text(asked, "published")), parse_day("as_of", _text(asked, "as_of"))
    stories: list[dict[str, object]] = []
    skipped: list[dict[str, str]] = []
    for number, found in enumerate(_captures(hands, asked), start=1):
        kept = _kept(hands, found, published, as_of)
        if isinstance(kept, Skipped):
            skipped.append({"item": kept.item, "reason": kept.reason})
        else:
            told = {"dossier": kept.dossier, "is_new": kept.is_new, "has_changed": kept.has_changed}
            stories += [{**told, "story": each.id} for each in hands.store.stories.of_dossier(kept.dossier)]
        tell(number, None)
    if not stories and skipped:
        raise SourceError(skipped[0]["item"], skipped[0]["reason"])
    return {"stories": stories, "skipped": skipped}


def _kept(hands: Labour, found: Capture | Skipped, published: date | None, as_of: date | None) -> Kept | Skipped:
    if isinstance(found, Skipped):
        return found
    dossier = hands.desk.read_capture(found, published=published, as_of=as_of)
    if isinstance(dossier, Skipped):
        return dossier
    return keep_dossier(hands.room, dossier, now=datetime.now(UTC), capture=found)


def _reread(hands: Labour, asked: Mapping[str, object], by: str, tell: Tell) -> dict[str, object]:
    """Read stored stories again, by the lists and judgements of now."""
    told = asked.get("dossiers")
    dossiers = [DossierId(str(each)) for each in told] if isinstance(told, list) else []
    changed: list[str] = []
    skipped: list[dict[str, str]] = []
    for number, found in enumerate(reread(hands.room, dossiers, now=datetime.now(UTC)), start=1):
        if isinstance(found, Skipped):
            skipped.append({"item": found.item, "reason": found.reason})
        elif found.has_changed:
            changed.append(found.dossier)
        tell(number, len(dossiers))
    return {"read": len(dossiers), "changed": changed, "skipped": skipped}


def _captures(hands: Labour, asked: Mapping[str, object]) -> Iterator[Capture | Skipped]:
    """Give what is to be read: a text, a URL, or a file that was sent."""
    text, url, file = _text(asked, "text"), _text(asked, "url"), _text(asked, "file")
    now = datetime.now(UTC)
    if text is not None:
        title = _text(asked, "title")
        yield Capture(
            uri=_text(asked, "uri") or "pasted",
            body=text.encode("utf-8", "replace"),
            media_type="text/plain",
            charset="utf-8",
            fetched_at=now,
            title=title,
        )
    elif url is not None:
        if not url.lower().startswith(("http://", "https://")):
            raise SourceError(url[:200], "found no web address; wanted http:// or https://")
        yield from read_sources(url, now=now, stdin=BytesIO(), fetch=_fetch)
    elif file is not None:
        name = _text(asked, "name") or "file"
        for found in read_sources(str(hands.spool / Path(file).name), now=now, stdin=BytesIO(), fetch=None):
            yield _named(found, name)


def _named(found: Capture | Skipped, name: str) -> Capture | Skipped:
    """Give what a sent file holds under the name that its sender gave it."""
    if isinstance(found, Skipped):
        return replace(found, item=name)
    return replace(found, uri=name)


def _fetch(url: str, /, *, now: datetime) -> Capture | Skipped:
    found: Capture | Skipped = load("nongrata.sources.web:fetch_page")(url, now=now)
    return found


def _screen(hands: Labour, asked: Mapping[str, object], by: str, tell: Tell) -> dict[str, object]:
    """Screen a table; the answers stand in files of the spool, as csv and as JSON lines."""
    wanted = Asked(
        threshold=float(str(asked.get("threshold", 0.7))),
        limit=int(str(asked.get("limit", 5))),
        as_of=parse_day("as_of", _text(asked, "as_of")),
    )
    source = hands.spool / Path(str(asked["file"])).name
    layout = Layout(schema=_text(asked, "schema"))
    notes: list[str] = []
    rows = islice(read_rows(str(source), layout, stdin=BytesIO(), say=notes.append), _MOST_ROWS)
    counts: Counts = {}
    stem = f"{source.name.partition('.')[0]}-answers"
    writing = as_csv(explain=True)
    csv, jsonl = hands.spool / f"{stem}.csv", hands.spool / f"{stem}.jsonl"
    try:
        with csv.open("w", encoding="utf-8", newline="") as table, jsonl.open("w", encoding="utf-8") as lines:
            table.write("\ufeff" + writing.before)  # the mark is for Excel
            for answer in _told(answers(hands.desk, rows, wanted), tell):
                counts[answer.outcome] = counts.get(answer.outcome, 0) + 1
                table.write(writing.each(answer))
                lines.write(json.dumps(answer_as_json(answer, explain=True), ensure_ascii=False) + "\n")
    except SourceError as error:
        raise SourceError(str(asked.get("name") or "the table"), error.reason) from None
    finally:
        source.unlink(missing_ok=True)
    return {"counts": counts, "rows": sum(counts.values()), "notes": notes[:20], "answers": stem, **_against(hands)}


def _against(hands: Labour) -> dict[str, object]:
    """Give which lists answers hang on, for programs and in words, and what must be said of the starter list."""
    used = hands.desk.index.versions
    lists = {each.list_id: {"version": each.version, "sha256": each.sha256} for each in used}
    return {"lists": lists, "against": [one_line(list_words(each)) for each in used], "notice": starter_notice(used)}


def _told(found: Iterator[Answer], tell: Tell) -> Iterator[Answer]:
    last = monotonic()
    for number, answer in enumerate(found, start=1):
        yield answer
        if monotonic() - last > _EVERY:
            last = monotonic()
            tell(number, None)


WORKS: Mapping[str, Callable[[Labour, Mapping[str, object], str, Tell], dict[str, object]]] = {
    "read": _read,
    "reread": _reread,
    "screen": _screen,
}
