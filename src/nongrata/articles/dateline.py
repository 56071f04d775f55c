"""Where and when a report says that it was filed: "MOSCOW, July 3 (Xinhua) --"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nongrata.articles.furniture.phrases import AGENCIES
from nongrata.values.dates import MONTHS

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_UPPER = rf"{_CAPITAL}(?:{_CAPITAL}|[.'’-])+(?<!-)"  # two capitals or more
_CAPS = rf"(?:{_UPPER}|ST\.?)(?:(?:[ ]|-(?:on|sur|upon|al|de)-){_UPPER}|[ ](?:de|of|al|the|and|la)[ ]{_UPPER}){{0,3}}"
_TITLED = r"[^\W\d_a-z]\w[\w.'’-]*(?:[ ][^\W\d_a-z][\w.'’-]+){0,2}"
_REGION = r"(?:,[ ](?!(?:{months})\b)[^\W\d_a-z][\w.'’]+(?:[ ](?:of[ ]|the[ ])?[^\W\d_a-z][\w.'’]+){{0,3}})?"
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_MONTHS = (
    "Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|January|February|August|September|October|November|December"
)
_DATE = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?{_MONTH}[ ](?P<day>\d{{1,2}})(?:,?[ ](?P<year>\d{{4}}))?"
_DATE_2 = _DATE.replace("month>", "month2>").replace("day>", "day2>").replace("year>", "year2>")
_DAY_FIRST = _MONTH.replace("month>", "month3>").join((r"(?P<day3>\d{1,2})[ ]", r"(?:,?[ ](?P<year3>\d{4}))?"))
_AGENCY = (
    r"(?:\((?P<agency>[^()\d\n]{2,40})\)|/(?P<slashed>[A-Z][A-Za-z -]{1,20})/"
    r"|(?<=\d[ ])(?P<bare>[A-Z]{2,6})(?=[ ]?[-–—―]))"  # "SUVA, May 2 AAP - "
)
_DASH = r"(?:[ ][-–—―]|[ ]?--+|[–—―])[ ]?(?=[\"“‘'A-ZÀ-Þ\d])"
_REST = rf"(?:,?[ ](?:{_DATE}|{_DAY_FIRST}))?(?:,?[ ]?{_AGENCY})?(?:,?[ ]{_DATE_2})?"
_PLACE_REGION = _REGION.format(months=_MONTHS)
_AND_PLACE = rf"(?:(?:/|[ ]and[ ]|[ ]?[–-][ ]?(?={_CAPS}[ ,(/])){_CAPS}{_PLACE_REGION}){{0,3}}"
_FILED = re.compile(
    rf"(?:(?P<caps>{_CAPS}{_PLACE_REGION}{_AND_PLACE})"
    rf"|(?P<titled>{_TITLED}(?:/{_TITLED})?{_PLACE_REGION}))?{_REST}(?P<dash>{_DASH}|:[ ])"
)
_BARE_AGENCY = re.compile(rf"(?:{_DATE}[ ])?\((?P<agency>[^()\d\n]{{2,30}})\)[ ]?(?:--+|[-–—―])[ ]?")
_SPLIT = re.compile(r"/|\sand\s")
# Words in capitals that head a line and are no place.
_NO_PLACES = frozenset(
    ("FILE", "PHOTO", "VIDEO", "WATCH", "LIVE", "EXCLUSIVE", "BREAKING", "UPDATE", "ANALYSIS", "EXPLAINER", "FACTBOX",
     "INSIGHT", "OPINION", "CORRECTED", "URGENT", "NOTE", "NATO", "EU", "UN", "OPEC", "BRICS", "OFAC", "FBI", "CIA")
)  # fmt: skip
_REACH = 160  # no dateline is longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline, taken apart. `length` is how many characters of the paragraph it takes."""

    places: tuple[str, ...]
    agency: str | None
    month: int | None
    day: int | None
    year: int | None
    length: int

    @property
    def is_signed(self) -> bool:
        """Name an agency or a day, not a place alone: a surer sign that a report begins."""
        return self.agency is not None or self.day is not None


def read_dateline(paragraph: str) -> Dateline | None:
    """Give the dateline with which a paragraph begins, or None.

    >>> line = read_dateline("KYIV, July 3 (Xinhua) -- Talks went on.")
    >>> (line.places, line.agency, line.month, line.day)
    (('KYIV',), 'Xinhua', 7, 3)
    >>> read_dateline("The talks - the third round - went on.") is None
    True
    """
    head = paragraph[:_REACH]
    if bare := _BARE_AGENCY.match(head):
        agency = agency_of(bare["agency"])
        return _dateline(bare, places=(), agency=agency) if agency else None
    filed = _FILED.match(head)
    if filed is None or not (filed["caps"] or filed["titled"]) or filed["caps"] in _NO_PLACES:
        return None
    agency = agency_of(filed["agency"] or filed["slashed"] or filed["bare"] or "")
    found = _dateline(filed, places=_places(filed["caps"] or filed["titled"]), agency=agency)
    only_place = filed["titled"] or filed["dash"].startswith(":")
    return None if only_place and not found.is_signed else found


def agency_of(words: str) -> str | None:
    """Give the agency's short name, or None: "Agence France-Presse" is AFP.

    >>> agency_of("Agence France-Presse")
    'AFP'
    """
    plain = words.strip(" .©").lower().replace("’", "'")
    return AGENCIES.get(plain)


def _places(words: str) -> tuple[str, ...]:
    return tuple(place.strip(" ,") for place in _SPLIT.split(words) if place.strip(" ,"))


def _dateline(match: re.Match[str], *, places: tuple[str, ...], agency: str | None) -> Dateline:
    said = {name: value for name, value in match.groupdict().items() if value}
    month, day, year = (
        next((said[name + end] for end in ("", "2", "3") if name + end in said), None)
        for name in ("month", "day", "year")
    )
    return Dateline(
        places=places,
        agency=agency,
        month=MONTHS[month.lower()[:3]] if month else None,
        day=int(day) if day else None,
        year=int(year) if year else None,
        length=match.end(),
    )
