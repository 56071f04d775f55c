"""The days that a page shows to its readers: under its title, after "Published", beside its author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from nongrata.articles.pages.runs import Run
from nongrata.articles.pages.written_days import orders_in, written_days

_UPDATED = re.compile(
    r"\b(?:updated?|modified|last|edited|revised|corrected|aktualisiert|mise? à jour|actualizado|atualizad[oa]"
    r"|aggiornato|bijgewerkt|обновлено|изменено|оновлено|güncellen\w+|zaktualizowan\w+|diperbarui)\b|更新",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first |originally )?(?:published|posted|created|issued|released|filed)|date|publiziert|veröffentlicht"
    r"|erschienen|stand|publié|publicado|pubblicat[oa]|geplaatst|gepubliceerd|publicerad|publisert|udgivet|julkaistu|opublikowano|yayın\w*"
    r"|опубликован[оа]?|дата|опубліковано|diterbitkan)\b",
    re.I,
)
_LABELLED = re.compile(rf"^\W*(?:{_PUBLISHED.pattern})", re.I)
_TODAY = re.compile(r"^\W*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.I)  # above the title: the day of the visit
_HOUR = re.compile(r"\b\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m\b)", re.I)
_BYLINE = re.compile(r"^\W*(?:by|von|par|por|di|door|av|автор)\s", re.I)
_LONGEST = 160  # characters of a line with a date
_PARAGRAPH = 220  # characters: here the story has begun
_BEFORE, _AFTER, _INTO = 5, 40, 2  # lines before the title, after it, and into the story
_FEW = 6  # words beside the date in a line that is no sentence, and two for each date
_MONTH_FIRST = frozenset(("us", "ph"))
_NOBODYS = frozenset(("io", "tv", "co", "me", "ai", "fm", "ly", "cc"))  # that anybody takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A day shown, and how surely it is the story's: 0 under a label or alone, 1 in passing, 2 of a later change."""

    on: date
    rank: int


def shown_days(runs: Sequence[Run], titles: set[str], *, day_first: bool | None) -> list[Shown]:
    """Give the days shown near the title, those after "Published" wherever they are, the surest first."""
    start = next((i for i, run in enumerate(runs) if run.folded in titles), 0)
    near = list(runs[start : start + _AFTER])
    body = next((i for i, run in enumerate(near) if len(run.words) >= _PARAGRAPH), len(near))
    under = near[: body + _INTO]
    found = [each for run in under for each in _in_line(run.words, day_first=day_first)]
    if not any(each.rank == 0 for each in found):
        later = (run.words for run in runs[start + len(under) :] if _LABELLED.match(run.words))
        found += [each for line in later for each in _in_line(line, day_first=day_first) if each.rank == 0][:1]
    if not found:
        before = (run.words for run in runs[max(0, start - _BEFORE) : start] if not _TODAY.match(run.words))
        found = [Shown(on=each.on, rank=1) for line in before for each in _in_line(line, day_first=day_first)]
    return sorted(found, key=lambda each: each.rank)


def _in_line(line: str, *, day_first: bool | None) -> Iterator[Shown]:
    if len(line) > _LONGEST:
        return
    days = written_days(line, day_first=day_first)
    rest, end = line, 0
    for day in reversed(days):
        rest = rest[: day.start] + rest[day.end :]
    few = _FEW + 2 * len(days)
    is_date_line = len(rest.split()) <= few or _BYLINE.match(line) is not None
    for day in days:
        label = line[end : day.start]
        end = day.end
        if _UPDATED.search(label):
            yield Shown(on=day.on, rank=2)
        elif is_date_line and (_PUBLISHED.search(label) or _HOUR.search(rest) or len(rest.split()) <= few // 2):
            yield Shown(on=day.on, rank=0)
        elif is_date_line:
            yield Shown(on=day.on, rank=1)


def day_first(tree: HtmlElement, runs: Sequence[Run], url: str) -> bool | None:
    """Say whether the page writes a date's day first; None where nothing tells."""
    seen = {order for run in runs if len(run.words) <= _LONGEST for order in orders_in(run.words)}
    if len(seen) == 1:
        return seen.pop()
    told = [tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""]
    told += [each.get("content", "") for each in tree.iter("meta") if each.get("property") == "og:locale"]
    for locale in told:
        language, _sign, country = locale.replace("_", "-").lower().partition("-")
        if country:
            return country not in _MONTH_FIRST
        if language not in ("", "en"):
            return True
    return _of_host(url)


def _of_host(url: str) -> bool | None:
    try:
        land = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:
        return None
    if land in ("gov", "mil"):
        return False
    return land not in _MONTH_FIRST if len(land) == 2 and land.isalpha() and land not in _NOBODYS else None
