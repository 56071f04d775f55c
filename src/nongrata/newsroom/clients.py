"""Clients' own names: read from a table of any layout, found in stories as listed parties are."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from nongrata.dossiers import Dossier, StoryReport
from nongrata.lists import Designation, EntityId, ListedName, ListFile, ListId, Listing, ListVersion
from nongrata.parties import PartyId
from nongrata.rows import BadRow, Layout, Row, read_rows
from nongrata.screening import ListIndex, Setting, build_index
from nongrata.screening.screen import screen
from nongrata.store.clients import Client, ClientId
from nongrata.store.sql.database import digest_of, json_text
from nongrata.values import Skipped, parse_date

CLIENTS = ListId("clients")
_COUNTRIES = ("country", "nationality", "jurisdiction", "citizenship")


def read_clients(table: str, *, now: datetime, say: Callable[[str], None]) -> Iterator[Client | Skipped]:
    """Give the clients of a table, and the rows that are none. Raises SourceError for a table that cannot be read."""
    for row in read_rows(table, Layout(), stdin=io.BytesIO(), say=say):
        if isinstance(row, BadRow):
            yield Skipped(stage="rows", item=row.name or f"{table}:{row.number}", reason=row.reason)
        else:
            yield _client(row, now=now)


def index_of(clients: Iterable[Client]) -> ListIndex | None:
    """Give the index over clients' names; None without clients."""
    listings = tuple(listing for client in clients for listing in _listings(client))
    version = ListVersion(list_id=CLIENTS, title="Clients", version="undated", sha256="", entities=len(listings))
    return build_index([ListFile(version=version, listings=listings)]) if listings else None


def clients_in(dossier: Dossier, report: StoryReport, clients: ListIndex | None) -> Mapping[PartyId, Sequence[str]]:
    """Give, for each party of a story that a client may be, the clients' names: a name alone is enough."""
    if clients is None:
        return {}
    setting = Setting(text=dossier.article.text, on=report.story.published.on, countries=frozenset(), sentences=())
    found: dict[PartyId, list[str]] = {}
    for each in report.parties:
        matches = screen(each.party, clients, setting, as_of=None)
        names = dict.fromkeys(match.caption for match in matches if match.verdict != "rejected")
        if names:
            found[each.party.id] = list(names)
    return found


def _client(row: Row, *, now: datetime) -> Client:
    about = {name: list(values) for name, values in row.properties.items()}
    about["name"] = list(row.names)
    own = row.id or digest_of(json_text(about))
    return Client(id=ClientId(own), list=CLIENTS, name=row.name, schema=row.schema or "", about=about, added_at=now)


def _listings(client: Client) -> Iterator[Listing]:
    """Give a client as an entry of a list; one whose kind is not told may be a person or a body."""
    told = {name: values for name, values in client.about.items() if isinstance(values, list)}
    days = (parse_date(str(value)) for value in told.get("birthDate", ()))
    for schema in (client.schema,) if client.schema else ("Person", "LegalEntity"):
        yield Listing(
            schema=schema,
            names=tuple(ListedName(text=str(name), kind="primary") for name in told.get("name", [client.name])),
            designations=(
                Designation(list_id=CLIENTS, entity_id=EntityId(f"{client.id} {schema}"), caption=client.name),
            ),
            birth_dates=tuple(day for day in days if day is not None) if schema == "Person" else (),
            countries=tuple(str(code).lower() for name in _COUNTRIES for code in told.get(name, ())),
        )
