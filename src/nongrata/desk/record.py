"""The desk: the lists in use, and its verbs over them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import tee
from typing import BinaryIO, cast

from nongrata.articles import Article
from nongrata.articles.read import read_article
from nongrata.dossiers import Dossier, MadeBy
from nongrata.dossiers.gather import Told, report_of
from nongrata.dossiers.watch import Watch, unwatched
from nongrata.mentions import Reading
from nongrata.ownership.ask import Meant
from nongrata.ownership.ledger import Ledger
from nongrata.ownership.own import Owned
from nongrata.rows import Row
from nongrata.screening import ListIndex
from nongrata.screening.hits import Hit
from nongrata.screening.judged import Rulings, no_rulings
from nongrata.screening.query import Query
from nongrata.screening.rulings_rows import ruled_hits
from nongrata.screening.search import search_all
from nongrata.sources import STDIN, Capture, read_sources
from nongrata.sources.read import content_reason, read_source, skipped
from nongrata.values import Skipped
from nongrata.values.loading import load
from nongrata.values.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The lists in use, indexed, and the verbs that need them."""

    index: ListIndex
    ledger: Ledger
    notes: tuple[Skipped, ...] = ()  # what could not be used of the files of lists and stakes that were named
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
            ledger = self.ledger
            reading = read_story(article.text, story, known=ledger.schema_of, called=ledger.called_so, prefix=prefix)
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
