"""The one place where the stages are wired: the lists in use, and reading a source into a dossier."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import tee
from pathlib import Path
from typing import BinaryIO, cast

from nongrata.articles import Article
from nongrata.articles.read import read_article
from nongrata.dossiers import Dossier, MadeBy
from nongrata.dossiers.gather import Told, report_of
from nongrata.dossiers.watch import Watch, unwatched
from nongrata.lists import ListFile, read_lists, read_starter
from nongrata.lists.joins.join import Join
from nongrata.lists.past import with_past
from nongrata.mentions import Reading
from nongrata.names.compare import DEFAULT_THRESHOLD
from nongrata.ownership.ask import Meant
from nongrata.ownership.ledger import Ledger
from nongrata.ownership.own import Owned
from nongrata.rows import Layout, Row, row_of
from nongrata.rows.asked import row_about
from nongrata.screening import ListIndex, build_index
from nongrata.screening.judged import Rulings, no_rulings
from nongrata.screening.pack import index_of
from nongrata.screening.rulings_rows import ruled_hits
from nongrata.screening.search import LIMIT, Hit, Query, search_all
from nongrata.settings import Settings
from nongrata.sources import STDIN, Capture, read_sources
from nongrata.sources.read import content_reason, read_source, skipped
from nongrata.store import ListShelf
from nongrata.store.index import IndexShelf, key_of
from nongrata.store.joins import JoinShelf
from nongrata.store.ledgers import open_ledger
from nongrata.store.rulings import rulings_of
from nongrata.values import SettingError, Skipped, SourceError
from nongrata.values.loading import load
from nongrata.values.version import __version__

Paths = Sequence[str | Path]
Day = date | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The lists in use, indexed, and the verbs that need them."""

    index: ListIndex
    ledger: Ledger
    notes: tuple[Skipped, ...] = ()  # what could not be used of the list files that were named
    rulings: Rulings = no_rulings  # what people judged

    def read(
        self, uri: str, *, published: date | None = None, as_of: date | None = None, stdin: BinaryIO | None = None
    ) -> Dossier | Skipped:
        """Read a file, a URL or "-" into a dossier; what cannot be read comes back as skipped, with its reason."""
        capture = read_source(uri, now=datetime.now(UTC), stdin=stdin or _standard_input(), fetch=_fetch)
        return capture if isinstance(capture, Skipped) else self.read_capture(capture, published=published, as_of=as_of)

    def read_each(
        self, uri: str, *, published: date | None = None, as_of: date | None = None, stdin: BinaryIO | None = None
    ) -> Iterator[Dossier | Skipped]:
        """Read all that a source holds: a feed's entries, a mailbox's letters, an archive's pages, a folder's files."""
        for found in captures_of(uri, stdin=stdin):
            yield found if isinstance(found, Skipped) else self.read_capture(found, published=published, as_of=as_of)

    def read_text(self, text: str, *, published: date | None = None, as_of: date | None = None) -> Dossier | Skipped:
        """Read a text already at hand, as plain text, into a dossier."""
        capture = _as_capture(text)
        return capture if isinstance(capture, Skipped) else self.read_capture(capture, published=published, as_of=as_of)

    def read_capture(
        self, capture: Capture, *, published: date | None = None, as_of: date | None = None, watch: Watch = unwatched
    ) -> Dossier | Skipped:
        """Read what was fetched before into a dossier. `watch` is told what each stage makes of it."""
        article = read_article(capture, published=published)
        if isinstance(article, Skipped):
            return article
        watch("article", article)
        return self._dossier(article, as_of, watch)

    def screen_rows(
        self, rows: Iterable[Row], *, threshold: float, limit: int, ruled_out: bool = False
    ) -> Iterator[tuple[Hit, ...]]:
        """Give, for each row of a table in its order, the listed parties that it may be, the likest first."""
        queries = (Query(names=row.names, schema=row.schema, properties=row.properties) for row in rows)
        asked, ahead = tee(queries)
        found = search_all(self.index, ahead, threshold=threshold, limit=limit, ruled_out=ruled_out)
        return (ruled_hits(query, hits, self.rulings) for query, hits in zip(asked, found, strict=False))

    def own(self, asked: str, *, as_of: date | None = None, seats: Collection[str] = ()) -> tuple[Meant, Owned]:
        """Give whom a name or an id means, and what each regime's law makes of its owners."""
        found = self.ledger.meant(asked)
        return found, self.ledger.owned(found, as_of=as_of, seats=seats)

    def _dossier(self, article: Article, as_of: date | None, watch: Watch) -> Dossier:
        # The model takes a second to import: only when there is something to read.
        read_story: Callable[..., Reading] = load("nongrata.mentions.read:read_story")
        told = []
        for number, story in enumerate(article.stories, start=1):
            prefix = "" if number == 1 else f"s{number}."
            reading = read_story(article.text, story, known=self.ledger.schema_of, prefix=prefix)
            watch("mentions", reading)
            told.append(Told(story=story, reading=reading, prefix=prefix, watch=watch))
        reports = tuple(report_of(article.text, each, self.ledger, as_of=as_of, rulings=self.rulings) for each in told)
        model = told[0].reading.model if told else ""
        made_by = MadeBy(nongrata=__version__, model=model, lists=self.index.versions, as_of=as_of)
        return Dossier(article=article, made_by=made_by, stories=reports)


def captures_of(uri: str, *, stdin: BinaryIO | None = None) -> Iterator[Capture | Skipped]:
    """Give all that a file, a folder, a URL or "-" holds, unread."""
    return read_sources(uri, now=datetime.now(UTC), stdin=stdin or _standard_input(), fetch=_fetch)


def _fetch(url: str, /, *, now: datetime) -> Capture | Skipped:
    return cast("Capture | Skipped", load("nongrata.sources.web:fetch_page")(url, now=now))


def _standard_input() -> BinaryIO:
    """Give the standard input; an empty one where it was closed."""
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer


def _as_capture(text: str) -> Capture | Skipped:
    try:
        body = text.encode()
    except UnicodeEncodeError as error:
        return skipped(STDIN, f"found half a character (a lone surrogate) at {error.start}; wanted text")
    reason = content_reason(body)
    if reason is not None:
        return skipped(STDIN, reason)
    return Capture(uri=STDIN, body=body, media_type="text/plain", charset="utf-8", fetched_at=datetime.now(UTC))


def open_desk(
    settings: Settings | None = None,
    *,
    lists: Sequence[Path] = (),
    starter: bool = True,
    as_of: date | None = None,
    stakes: Sequence[Path] = (),
) -> Desk:
    """Give a desk over these list files, or else over the lists kept in the home folder.

    The starter list fills in for the lists that are not loaded, unless `starter` is False. With `as_of`, the versions
    of that day are used, not the newest. `stakes` are files of stakes beside those that are kept. Without `settings`,
    the environment's are used. Raises ListError for a list file or a file of stakes, StoreError for the home folder.
    """
    settings = settings or Settings.from_env(os.environ)
    desk = _open_desk(settings.home, lists, stakes, starter=starter, as_of=as_of)
    rulings = desk.ledger.resolver.rulings = rulings_of(settings)  # of owners too
    return replace(desk, rulings=rulings)


def _open_desk(home: Path, lists: Sequence[Path], stakes: Sequence[Path], *, starter: bool, as_of: date | None) -> Desk:
    if as_of is not None and not lists and _is_as_now(ListShelf(home), as_of):
        as_of = None  # the lists of that day are those in use: their index is there already
    if lists or not starter or as_of is not None:
        files, joins = lists_over(home, lists, starter=starter, as_of=as_of)
        over, notes = build_index(files, joins), tuple(note for file in files for note in file.skipped if lists)
        return Desk(index=over, ledger=open_ledger(home, over, stakes), notes=notes)
    kept = IndexShelf(home)
    shelf = ListShelf(home)
    key = key_of((*shelf.in_use_now(), *shelf.kept_now()), JoinShelf(home).judgements_path)
    index = kept.opened(key)
    if index is None:
        files, joins = lists_over(home, (), starter=True)
        index = kept.keep(key, index_of(files, joins, key)) or build_index(files, joins)
    return Desk(index=index, ledger=open_ledger(home, index, stakes, key))


def _is_as_now(shelf: ListShelf, day: date) -> bool:
    """Say that a day's question asks for the very versions that are in use."""
    kept = (shelf.kept_on(list_id, day) for list_id in shelf.list_ids())
    return all(each is not None and each.is_current for each in kept)


def lists_over(
    home: Path, lists: Sequence[Path], *, starter: bool, as_of: date | None = None
) -> tuple[tuple[ListFile, ...], tuple[Join, ...]]:
    """Give these list files, or else the lists kept in the home folder, and which of their entries are one party."""
    files: tuple[ListFile, ...] = read_lists(lists, as_of=as_of) if lists else _kept(ListShelf(home), as_of)
    shelf = JoinShelf(home)
    joins = shelf.joins(files, keep=not lists and as_of is None)
    return shelf.parted((*files, read_starter()) if starter else files), joins


def _kept(shelf: ListShelf, as_of: date | None) -> tuple[ListFile, ...]:
    """Give the lists in use, or those of a day, each with what its earlier versions tell."""
    files = shelf.current() if as_of is None else shelf.as_of(as_of)
    return tuple(with_past(file, shelf.earlier(file.version)) for file in files)


def read(source: str | Path, *, published: Day = None, as_of: Day = None, lists: str | Path | Paths = ()) -> Dossier:
    """Read one source (a path, a URL, "-") into a dossier.

    Days are dates or ISO texts; `lists` are list files or folders, instead of those added. Raises SourceError when the
    source cannot be read, ListError or StoreError for a list, SettingError for a day.
    """
    published, as_of = parse_day("published", published), parse_day("as_of", as_of)
    return _told(open_desk(lists=_paths(lists), as_of=as_of).read(str(source), published=published, as_of=as_of))


def read_text(text: str, *, published: Day = None, as_of: Day = None, lists: str | Path | Paths = ()) -> Dossier:
    """Read a text already at hand into a dossier, as `read` does a source."""
    published, as_of = parse_day("published", published), parse_day("as_of", as_of)
    return _told(open_desk(lists=_paths(lists), as_of=as_of).read_text(text, published=published, as_of=as_of))


def _paths(lists: str | Path | Paths) -> tuple[Path, ...]:
    return tuple(map(Path, (lists,) if isinstance(lists, (str, Path)) else lists))


def _told(found: Dossier | Skipped) -> Dossier:
    if isinstance(found, Skipped):
        raise SourceError(found.item, found.reason)
    return found


def parse_day(name: str, day: Day) -> date | None:
    """Give the day that an ISO date names; None for None.

    >>> parse_day("published", "2023-09-15")
    datetime.date(2023, 9, 15)
    """
    if not isinstance(day, str):
        return day.date() if isinstance(day, datetime) else day
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise SettingError(name, day, "a day as YYYY-MM-DD") from None


def screen(
    party: str | Mapping[str, object],
    *,
    lists: str | Path | Paths = (),
    as_of: Day = None,
    threshold: float = DEFAULT_THRESHOLD,
    **about: object,
) -> tuple[Hit, ...]:
    """Give the listed parties that a name or an entity may mean, the likest first, each with its reasons.

    An entity is a mapping like FollowTheMoney's (`schema`, `properties`), or a flat one (`name`, `birth_date`…); of a
    name, the same can be told as arguments. `lists` and `as_of` are as in `read`. Raises SourceError for what cannot
    be screened, SettingError for an argument. Many at once: `screen_all`.

    >>> hit, *others = screen("Vladimir Putin", schema="Person", birth_date="1952-10-07")
    >>> hit.party.designations[0].caption, hit.score
    ('PUTIN, Vladimir Vladimirovich', 1.0)
    >>> screen({"schema": "Person", "properties": {"name": ["Anna Orlova"]}})
    ()
    """
    row = row_about(party, about)
    desk = open_desk(lists=_paths(lists), as_of=parse_day("as_of", as_of))
    return next(desk.screen_rows([row], threshold=threshold, limit=LIMIT))


def screen_all(
    parties: Iterable[str | Mapping[str, object]],
    *,
    lists: str | Path | Paths = (),
    as_of: Day = None,
    threshold: float = DEFAULT_THRESHOLD,
) -> Iterator[tuple[Hit, ...] | Skipped]:
    """Give, for each of a stream of names or entities, what `screen` gives, in their order and as they come.

    One that cannot be screened comes back as Skipped, with its reason.

    >>> [len(found) > 0 for found in screen_all(["Vladimir Putin", "Anna Orlova"])]
    [True, False]
    """
    desk = open_desk(lists=_paths(lists), as_of=parse_day("as_of", as_of))
    for number, party in enumerate(parties, start=1):
        row = row_of(party, number, Layout())
        if isinstance(row, Row):
            yield next(desk.screen_rows([row], threshold=threshold, limit=LIMIT))
        else:
            yield Skipped(stage="rows", item=row.name or str(number), reason=row.reason)
