"""When a page says that its story was published: in its data, beside its title, in its address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lxml.html import HtmlElement

from nongrata.articles.pages.runs import Run
from nongrata.articles.pages.shown import Shown, day_first, shown_days
from nongrata.articles.pages.stamps import Stamp, day_of_address, timed, told_stamps
from nongrata.sources import Capture

_EARLIEST = date(1990, 1, 1)
_DAY = timedelta(days=1)
_WEST, _EAST = 12, 10  # hours of Greenwich: before and after these it is another day somewhere


def published_on(
    tree: HtmlElement, runs: Sequence[Run], titles: set[str], *, capture: Capture, guess: date | None
) -> date | None:
    """Give the day a page's story was published: as its data tell, else as shown at its head, else by its address.

    Data often give the moment in Greenwich's time; the day shown to readers, one off, is the one that they would cite.
    """
    fetched, url = capture.fetched_at.date(), capture.uri
    told = next((each for each in told_stamps(tree, titles) if _may_be(each.on, fetched)), None)
    shown = shown_days(runs, titles, day_first=day_first(tree, runs, url))
    shown = [each for each in shown if _may_be(each.on, fetched)]
    address = day_of_address(url)
    if told is not None:
        return _as_shown(told, shown, address)
    marked = (each.on for each in timed(tree, titles) if _may_be(each.on, fetched))
    sure = next((each.on for each in shown if each.rank == 0), None)
    in_passing = next((each.on for each in shown if each.rank == 1), None)
    found = (sure, next(marked, None), address, in_passing, guess, shown[0].on if shown else None)
    return next((day for day in found if day is not None), None)


def _may_be(day: date, fetched: date) -> bool:
    return _EARLIEST < day <= fetched + _DAY


def _as_shown(told: Stamp, shown: Sequence[Shown], address: date | None) -> date:
    """Give the day of a moment as its readers saw it: in America it is still yesterday, in Asia already tomorrow.

    A later change cannot come before the publication: its day counts only where it is the earlier one.
    """
    days = [each.on for each in shown if each.rank < 2 and _is_then(told, each.on)]
    days += [each.on for each in shown if each.rank == 2 and each.on < told.on and _is_then(told, each.on)]
    if not days and address is not None and told.hour is not None and _is_then(told, address):
        days = [address]
    return told.on if told.on in days or not days else days[0]


def _is_then(told: Stamp, day: date) -> bool:
    """Be the moment's day somewhere on earth; of a moment without an hour, the day before and after it too."""
    if told.hour is None:
        return abs(day - told.on) <= _DAY
    return told.on - _DAY * (told.hour < _WEST) <= day <= told.on + _DAY * (told.hour >= _EAST)
