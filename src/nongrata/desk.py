"""The one place where the stages are wired: settings, the lists in use, and reading a source into a dossier."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from nongrata.articles import Article, Story
from nongrata.articles.read import READERS, Reader, read_article
from nongrata.dossiers import Dossier, MadeBy, ScreenedParty, StoryReport
from nongrata.events import Claim, Event
from nongrata.events.claims import REGIME_OF_LIST, Screened, find_claims
from nongrata.events.find import find_events
from nongrata.lists import ListFile, read_lists, read_starter
from nongrata.mentions import Reading
from nongrata.ownership import Exposure, exposure_of, exposures_by_words
from nongrata.parties import Cast, PartyId, find_cast
from nongrata.screening import ListIndex, Match, Setting, build_index, merge_by_listing, screen_all
from nongrata.sources import Capture
from nongrata.sources.read import read_source
from nongrata.store import ListShelf
from nongrata.values import MissingExtra, SettingError, Skipped, SourceError
from nongrata.values.countries import find_country_words
from nongrata.values.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment decides, read once."""

    home: Path  # where lists and store live

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read `NONGRATA_HOME`; without it, the user's data folder (the XDG Base Directory specification).

        >>> Settings.from_env({"NONGRATA_HOME": "/srv/nongrata"}).home.as_posix()
        '/srv/nongrata'
        """
        told = environ.get("NONGRATA_HOME")
        if told is not None and not told.strip():
            raise SettingError("NONGRATA_HOME", told, "the path of a folder, or the variable unset")
        if told is not None:
            return cls(home=Path(told).expanduser())
        base = environ.get("XDG_DATA_HOME") or str(Path(environ.get("HOME", "~")).expanduser() / ".local" / "share")
        return cls(home=Path(base) / "nongrata")


def load(where: str, *, extra: str | None = None) -> Any:
    """Give what stands at "module:name", imported only now: for parts that take long to import, or may be missing."""
    module, _colon, name = where.partition(":")
    try:
        return getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if extra is None:
            raise
        raise MissingExtra(error.name or module, extra) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The lists in use, indexed, and the verbs that need them."""

    settings: Settings
    index: ListIndex

    def read(
        self, uri: str, *, published: date | None = None, as_of: date | None = None, stdin: BinaryIO | None = None
    ) -> Dossier | Skipped:
        """Read a file, a URL or "-" into a dossier; what cannot be read comes back as skipped, with its reason."""
        capture = read_source(
            uri,
            now=datetime.now(UTC),
            stdin=stdin or sys.stdin.buffer,
            fetch=lambda url, now: cast("Capture | Skipped", load("nongrata.sources.web:fetch_page")(url, now=now)),
        )
        return capture if isinstance(capture, Skipped) else self.read_capture(capture, published=published, as_of=as_of)

    def read_capture(
        self, capture: Capture, *, published: date | None = None, as_of: date | None = None
    ) -> Dossier | Skipped:
        """Read what was fetched before into a dossier."""
        article = read_article(capture, published=published, readers=_readers(capture.media_type))
        return article if isinstance(article, Skipped) else self._dossier(article, as_of)

    def _dossier(self, article: Article, as_of: date | None) -> Dossier:
        read_story: Callable[..., Reading] = load("nongrata.mentions.read:read_story")
        readings = [read_story(article.text, story, known=self.index.schema_of) for story in article.stories]
        reports = tuple(
            self._report(article.text, story, reading, as_of)
            for story, reading in zip(article.stories, readings, strict=True)
        )
        model = readings[0].model if readings else ""
        made_by = MadeBy(nongrata=__version__, model=model, lists=self.index.versions, as_of=as_of)
        return Dossier(article=article, made_by=made_by, stories=reports)

    def _report(self, text: str, story: Story, reading: Reading, as_of: date | None) -> StoryReport:
        day = as_of or story.published.on
        setting = _setting(text, story, reading)
        cast_ = find_cast(text, story, reading)
        matches = self._screened(cast_, setting, day)
        merged = merge_by_listing(cast_, matches)
        if merged is not cast_:
            cast_, matches = merged, self._screened(merged, setting, day)
        return StoryReport(
            story=story,
            parties=_exposed(text, cast_, matches),
            places=reading.places,
            equipment=reading.equipment,
            times=reading.times,
            events=_events(text, story, reading, cast_),
            claims=self._claims(text, story, reading, cast_, matches),
        )

    def _screened(self, cast_: Cast, setting: Setting, day: date | None) -> dict[PartyId, tuple[Match, ...]]:
        found = screen_all(cast_.parties, self.index, setting, as_of=day)
        return {party.id: matches for party, matches in zip(cast_.parties, found, strict=True)}

    def _claims(
        self, text: str, story: Story, reading: Reading, cast_: Cast, matches: Mapping[PartyId, Sequence[Match]]
    ) -> tuple[Claim, ...]:
        official = {version.list_id for version in self.index.versions if not version.is_starter}
        spoken_of = {each.list_id for party in self.index.parties for each in party.designations}
        screened = Screened(
            matches=matches,
            known=frozenset(REGIME_OF_LIST[name] for name in spoken_of if name in REGIME_OF_LIST),
            complete=frozenset(REGIME_OF_LIST[name] for name in official if name in REGIME_OF_LIST),
        )
        return find_claims(text, story, reading, cast_, screened)


def _readers(media_type: str) -> Mapping[str, Reader]:
    """The reader of pages takes a second to import: only when a page comes."""
    if media_type in ("text/html", "application/xhtml+xml"):
        return {**READERS, media_type: load("nongrata.articles.html:read_html")}
    return READERS


def _setting(text: str, story: Story, reading: Reading) -> Setting:
    words = [word for paragraph in story.paragraphs for word in find_country_words(text, paragraph)]
    return Setting(
        text=text,
        on=story.published.on,
        countries=frozenset(word.country for word in words),
        sentences=tuple(sentence.span for sentence in reading.sentences),
    )


def _events(text: str, story: Story, reading: Reading, cast_: Cast) -> tuple[Event, ...]:
    return find_events(text, story, reading, cast_)


def _exposed(text: str, cast_: Cast, matches: Mapping[PartyId, Sequence[Match]]) -> tuple[ScreenedParty, ...]:
    names = {party.id: party.name for party in cast_.parties}
    screened = []
    for party in cast_.parties:
        ownership: tuple[Exposure, ...] = exposures_by_words(party, cast_.ties, matches, names, text)
        found = tuple(matches.get(party.id, ()))
        screened.append(
            ScreenedParty(party=party, exposure=exposure_of(found, ownership), matches=found, ownership=ownership)
        )
    return tuple(screened)


def open_desk(settings: Settings, *, lists: Sequence[Path] = (), starter: bool = True) -> Desk:
    """Give a desk over these list files, or else over the lists kept in the home folder.

    The starter list fills in for the lists that are not loaded, unless `starter` is False.
    """
    files: tuple[ListFile, ...] = read_lists(lists) if lists else ListShelf(settings.home).current()
    return Desk(settings=settings, index=build_index((*files, read_starter()) if starter else files))


def read(
    source: str, *, published: str | None = None, as_of: str | None = None, lists: Sequence[str | Path] = ()
) -> Dossier:
    """Read one source (a path, a URL, "-") into a dossier.

    Dates are ISO days. Raises SourceError when the source cannot be read, ListError for a list,
    SettingError for a date.
    """
    desk = open_desk(Settings.from_env(os.environ), lists=[Path(path) for path in lists])
    return _told(desk.read(source, published=parse_day("published", published), as_of=parse_day("as_of", as_of)))


def read_text(
    text: str, *, published: str | None = None, as_of: str | None = None, lists: Sequence[str | Path] = ()
) -> Dossier:
    """Read a text already at hand into a dossier, as `read` does a source."""
    desk = open_desk(Settings.from_env(os.environ), lists=[Path(path) for path in lists])
    found = desk.read(
        "-",
        published=parse_day("published", published),
        as_of=parse_day("as_of", as_of),
        stdin=io.BytesIO(text.encode()),
    )
    return _told(found)


def _told(found: Dossier | Skipped) -> Dossier:
    if isinstance(found, Skipped):
        raise SourceError(found.item, found.reason)
    return found


def parse_day(name: str, text: str | None) -> date | None:
    """Give the day that an ISO date names; None for None.

    >>> parse_day("published", "2023-09-15")
    datetime.date(2023, 9, 15)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingError(name, text, "a day as YYYY-MM-DD") from None
