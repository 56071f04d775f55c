"""The store, opened: one SQLite file under the home folder, or what NONGRATA_STORE names, with all its shelves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nongrata.settings import Settings
from nongrata.store.alerts import AlertShelf
from nongrata.store.audit import AuditShelf
from nongrata.store.captures import CaptureShelf
from nongrata.store.clients import ClientShelf
from nongrata.store.jobs import JobShelf
from nongrata.store.judgements import JudgementShelf
from nongrata.store.migrate import migrate
from nongrata.store.parties import PartyShelf
from nongrata.store.sources import SourceShelf
from nongrata.store.sql.database import Database
from nongrata.store.sql.sqlite import SqliteDatabase
from nongrata.store.stories.dossiers import DossierShelf
from nongrata.store.stories.happenings import HappeningShelf
from nongrata.store.stories.shelf import StoryShelf
from nongrata.store.tokens import TokenShelf
from nongrata.values import StoreError
from nongrata.values.loading import load

FILE = "store.sqlite3"
_PASSWORD = re.compile(r"(?<=//)[^/@]*@")


@dataclass(frozen=True, slots=True)
class Store:
    """All shelves over one database. It may be used from several threads at once."""

    database: Database

    @property
    def captures(self) -> CaptureShelf:
        """What was fetched."""
        return CaptureShelf(self.database)

    @property
    def dossiers(self) -> DossierShelf:
        """What was answered."""
        return DossierShelf(self.database)

    @property
    def stories(self) -> StoryShelf:
        """The stories, listed and searched."""
        return StoryShelf(self.database)

    @property
    def parties(self) -> PartyShelf:
        """The parties across stories."""
        return PartyShelf(self.database)

    @property
    def happenings(self) -> HappeningShelf:
        """The events across stories."""
        return HappeningShelf(self.database)

    @property
    def judgements(self) -> JudgementShelf:
        """What people judged."""
        return JudgementShelf(self.database)

    @property
    def alerts(self) -> AlertShelf:
        """The alerts."""
        return AlertShelf(self.database)

    @property
    def sources(self) -> SourceShelf:
        """What is watched."""
        return SourceShelf(self.database)

    @property
    def clients(self) -> ClientShelf:
        """The names watched for."""
        return ClientShelf(self.database)

    @property
    def tokens(self) -> TokenShelf:
        """Who may ask."""
        return TokenShelf(self.database)

    @property
    def jobs(self) -> JobShelf:
        """Long work."""
        return JobShelf(self.database)

    @property
    def audit(self) -> AuditShelf:
        """Who did what."""
        return AuditShelf(self.database)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_store(settings: Settings) -> Store:
    """Give the store, its tables laid out.

    Raises StoreError where it cannot be opened or is of a later nongrata, MissingExtra where its driver is not
    installed.
    """
    url = settings.store or f"sqlite:///{settings.home / FILE}"
    scheme, _, rest = url.partition("://")
    database = DATABASES[scheme](url, rest)
    try:
        migrate(database, _PASSWORD.sub("", url))
    except StoreError:
        database.close()
        raise
    return Store(database)


def _sqlite(_url: str, rest: str) -> Database:
    return SqliteDatabase(Path(rest.removeprefix("/")))


def _postgres(url: str, _rest: str) -> Database:
    opened: Callable[[str], Database] = load("nongrata.store.sql.postgres:PostgresDatabase", extra="postgres")
    return opened(url)


DATABASES: Mapping[str, Callable[[str, str], Database]] = {
    "sqlite": _sqlite,
    "postgresql": _postgres,
    "postgres": _postgres,
}
