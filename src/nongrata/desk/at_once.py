"""One question at a time: what the library answers without an open desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from nongrata.desk.opened import open_desk
from nongrata.dossiers import Dossier
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD
from nongrata.rows import Layout, Row, row_of
from nongrata.rows.asked import row_about
from nongrata.screening.hits import Hit
from nongrata.screening.search import LIMIT
from nongrata.values import SettingError, Skipped, SourceError

Paths = Sequence[str | Path]
Day = date | str | None


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
