"""What the server works with: the lists in use, the store, the doors, and the worker for long work."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request

from nongrata.desk import Desk
from nongrata.outputs.api.access import Doors
from nongrata.outputs.api.book import Book
from nongrata.outputs.api.listed import Listed
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.work import Works
from nongrata.screening import ListIndex
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.lists.joins import JoinShelf
from nongrata.store.opened import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists in use, indexed, and their parties as entities."""

    desk: Desk
    listed: Listed

    @property
    def index(self) -> ListIndex:
        """The index."""
        return self.desk.index


@dataclass(slots=True, kw_only=True)
class Service:
    """All that answers need. The lists are put in their place once they are loaded, and anew when they have changed."""

    settings: Settings
    store: Store
    doors: Doors
    works: Works
    loaded: Lists | None = field(default=None)
    book: Book = field(init=False)

    def __post_init__(self) -> None:
        self.book = Book(shelf=self.store.judgements)

    @property
    def is_ready(self) -> bool:
        """Have the lists loaded."""
        return self.loaded is not None

    @property
    def lists(self) -> Lists:
        """The lists in use. Raises Refusal as long as they are being loaded."""
        if self.loaded is None:
            raise Refusal(503, "the lists are still being loaded", headers={"retry-after": "2"})
        return self.loaded

    @property
    def now(self) -> datetime:
        """The time."""
        return datetime.now(UTC)


def lists_stamp(settings: Settings) -> object:
    """Give what tells whether the lists are still those that were opened: their snapshots, what was judged of joins."""
    shelf, judged = ListShelf(settings.home), JoinShelf(settings.home).judgements_path
    told = judged.stat() if judged.exists() else None
    return shelf.in_use_now(), shelf.kept_now(), None if told is None else (told.st_mtime_ns, told.st_size)


async def service_of(request: Request) -> Service:  # one that is not async would be called in a thread of its own
    """Give the service of the app that a request came to."""
    found: Service = request.app.state.service
    return found


ServiceOf = Annotated[Service, Depends(service_of)]
