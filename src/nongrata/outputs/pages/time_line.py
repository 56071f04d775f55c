"""When a party was listed: its listings as bars over the years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nongrata.lists import Designation
from nongrata.outputs.regimes import list_title, regime_of
from nongrata.outputs.story.listings import is_web
from nongrata.outputs.words import date_words, one_line
from nongrata.screening import ListedParty


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """How long one list has named the party: a bar of the time line."""

    regime: str
    title: str
    entity_id: str
    caption: str
    programs: tuple[str, ...]
    authority: str | None
    url: str | None
    says: str
    x: float  # where the bar begins, 0 to 100
    width: float
    is_open: bool  # still listed
    is_dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """The bars of a party's listings, and the years beneath them."""

    spells: tuple[Spell, ...]
    years: tuple[tuple[int, float], ...]


def time_line(parties: Iterable[ListedParty], *, today: date) -> TimeLine | None:
    """Give the listings of parties as bars over the years; None for none."""
    acts = [act for party in parties for act in party.designations]
    if not acts:
        return None
    begun = [act.listed_on.earliest.year for act in acts if act.listed_on is not None]
    first = min([*begun, today.year - 2])
    days = (today - date(first, 1, 1)).days or 1
    spells = sorted((_spell(act, first, days, today) for act in acts), key=lambda each: (not each.is_dated, each.x))
    step = max(1, (today.year - first) // 6)
    years = ((year, 100 * (date(year, 1, 1) - date(first, 1, 1)).days / days) for year in range(first, today.year + 1))
    return TimeLine(spells=tuple(spells), years=tuple(pair for pair in years if (pair[0] - first) % step == 0))


def _spell(act: Designation, first: int, days: int, today: date) -> Spell:
    start = None if act.listed_on is None else act.listed_on.earliest
    end = today if act.delisted_on is None else act.delisted_on.latest
    x = 0.0 if start is None else 100 * (start - date(first, 1, 1)).days / days
    since = "since when is not told" if act.listed_on is None else f"since {date_words(str(act.listed_on))}"
    until = "" if act.delisted_on is None else f", until {date_words(str(act.delisted_on))}"
    return Spell(
        regime=one_line(regime_of(act.list_id)),
        title=one_line(list_title(act.list_id)),
        entity_id=one_line(act.entity_id),
        caption=one_line(act.caption),
        programs=tuple(map(one_line, act.programs)),
        authority=None if act.authority is None else one_line(act.authority),
        url=act.source_url if is_web(act.source_url) else None,
        says=since + until,
        x=x,
        width=max(0.8, 100 * (min(end, today) - date(first, 1, 1)).days / days - x),
        is_open=act.delisted_on is None,
        is_dated=start is not None,
    )
