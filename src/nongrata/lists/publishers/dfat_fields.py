"""The fields of Australia's list, which hold several facts in prose: dates, places, posts, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.lists.fields import country_of, date_of, one_line
from nongrata.lists.labelled import labelled_in, refined
from nongrata.lists.record import Address, Identifier
from nongrata.values import PartialDate

_ITEM = re.compile(r"(?:^|(?<=[\s,;.]))\(?[a-z]\)\s*")
_DAY = r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}"
_DATE = re.compile(_DAY)
_LISTED = re.compile(
    rf"^(?:\D{{0,60}}\n)?(?:.{{0,80}}?(?<!Last )(?<!Re-)(?<!Formerly )[Ll]isted\b[^.()\d]{{0,30}}?"
    rf"(?:\d{{4}} Comm?ittee\s*)?"
    rf"(?:on)?:?\s*|Designated under .{{0,60}}? on )?({_DAY})",
    re.S,
)
_INSTRUMENT = re.compile(r"\b(?:Instrument|Designation) (20\d\d)\b")
_AMENDED = re.compile(r"\(\s*amended\b([^()]*)\)?", re.I)
_RELISTED = re.compile(rf"(?:[Rr]e-?listed|[Ll]ast listed)(?: on)?:?\s*((?:(?:{_DAY})[,;\s]*)+)")
_ABOUT = re.compile(r"(?:approximately|circa|about)\s*:?\s*", re.I)
_BETWEEN = re.compile(r"between\s+(.+?)\s+and\s+(.+)", re.I)
_BIRTHS = re.compile(r"\s*[,;\n]\s*|(?<=\d{4})\.(?=\d{4})")
_COMPANY_NUMBER = re.compile(r"\b(Company|State registration) Identification N(?:umber|o\.?)", re.I)
_NATIONAL_ID = re.compile(
    r"\bNational (?:identification|identity|ID)(?: card)?(?: (?:no|number))?[.:]*\s*(?:card )?"
    r"([A-Z]{0,3}[ -]?\d[\w/-]{4,})",
    re.I,
)
_PASSPORT = re.compile(r"\bpassports?\s*(?:no|number)?s?[.:]*\s*(?:\([A-Z]{2,3}\)\s*)?:?\s*([A-Z]{1,3} ?\d{5,}|\d{6,})")
_WEB = re.compile(r"((?:https?://|www\.)[^\s;,]*[\w/])")
_MAIL = re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_ROLE = re.compile(r"\b(?:last known (?:rank and )?position)\s*[:–-]+\s*([^.\n;]{3,200})", re.I)
_TITLES = re.compile(r"\bTitle\s*:\s*(.+?)(?=\s*\b(?:Designation|DOB|POB)\s*:|[.\n]|$)")
_POST = re.compile(
    r"\bDesignation\s*:\s*(.+?)"
    r"(?=\s*\b(?:DOB|POB|Good quality a\.k\.a|Passport no|Other information|Nationality|Address|Listed on)\b|[.\n]|$)"
)
_IS_ROLE = re.compile(
    r"(?:(?:former|current|first|deputy|acting|senior|chief|vice|major|brigadier|general|colonel|lieutenant|rear)"
    r"[ -]+)*"
    r"(?:minister|head|chair|president|director|governor|member|commander|secretary|ambassador|envoy|officer|deputy|"
    r"judge|prosecutor|general|admiral|colonel|major|captain|leader|mayor|manager|partner|founder|owner|ceo|chief)",
    re.I,
)


def listed_in(*acts: str, control: PartialDate | None) -> tuple[PartialDate | None, list[PartialDate]]:
    """Give the day of listing and those of changes, where the texts about them tell.

    An instrument that has only a year is dated by the entry's control date, if that is of the same year.
    """
    amended = [day for act in acts for part in _AMENDED.findall(act) for day in _days(part)]
    amended += [day for act in acts for part in _RELISTED.findall(act) for day in _days(part)]
    for act in acts:
        plain = _RELISTED.sub(" ", _AMENDED.sub(" ", act)).strip()
        if (found := _LISTED.match(plain)) and (day := _day(found[1])):
            return day, amended
    years = {found[1] for act in acts for found in _INSTRUMENT.finditer(act)}
    is_first = control is not None and not amended and years == {control.text[:4]}
    return (control if is_first else None), amended


def _days(text: str) -> list[PartialDate]:
    return [day for each in _DATE.findall(text) if (day := _day(each))]


def _day(text: str) -> PartialDate | None:
    return date_of(" ".join(text.replace(".", " ").replace(",", " ").split()))


def births_in(text: str) -> Iterator[PartialDate]:
    """Give the dates of birth in a field.

    >>> [date.text for date in births_in("Approximately 1963, 30/01/1972")]
    ['1963~', '1972-01-30']
    >>> [date.text for date in births_in("Approximately: Between 1959 and 1965")]
    ['1959/1965']
    """
    for part in _BIRTHS.split(text):
        said = " ".join(part.split()).lstrip("/")
        about = _ABOUT.match(said)
        plain = said[about.end() :] if about else said
        if years := _BETWEEN.fullmatch(plain):
            date = date_of(f"{years[1]} to {years[2]}")
        else:
            date = date_of(f"circa {plain}") if about else _month(plain) or date_of(plain)
        if date is not None:
            yield date


def _month(text: str) -> PartialDate | None:
    """Read "02/1961"."""
    found = re.fullmatch(r"(\d{1,2})/(\d{4})", text)
    return date_of(f"{found[2]}-{found[1].zfill(2)}") if found else None


def items_in(text: str) -> Iterator[str]:
    """Give the parts of a field that counts them with letters.

    >>> list(items_in("a) Kabul, Afghanistan b) Herat, Afghanistan"))
    ['Kabul, Afghanistan', 'Herat, Afghanistan']
    """
    parts = _ITEM.split(text) if re.match(r"\(?a\)", text) else re.split(r";\s*\n|\n\s*\n", text)
    for part in parts:
        if item := one_line(part).strip(" ;,"):
            yield item


def addresses_in(text: str) -> Iterator[Address]:
    """Give the addresses in a field, each with its country.

    >>> [(found.text, found.country) for found in addresses_in("a) Iraq; Lebanon b) 1 Mira St, Moscow 119180 Russia")]
    [('Iraq', 'iq'), ('Lebanon', 'lb'), ('1 Mira St, Moscow 119180 Russia', 'ru')]
    """
    for item in items_in(text):
        several = [part.strip() for part in item.split(";")]
        for each in several if all(map(country_of, several)) else [item]:
            yield Address(text=each, country=country_at_end(each))


def country_at_end(address: str) -> str | None:
    """Give the country an address ends with, which may stand without a comma, before a postcode or an aside."""
    inside = address[1:-1] if address.startswith("(") and address.endswith(")") else address
    plain = re.sub(r"\s*\([^()]*\)", "", inside) or address
    for part in reversed([plain.strip(" .("), *re.split(r"[,;]|\s-\s", plain)]):
        words = re.sub(r"[\d().]+", " ", part).split()
        endings = (part.strip(), *(" ".join(words[-count:]) for count in (4, 3, 2, 1)))
        if found := next(filter(None, map(country_of, endings)), None):
            return found
    return None


def positions_in(text: str) -> Iterator[str]:
    """Give the posts that a note tells: behind their label, or as the whole note."""
    for pattern in (_TITLES, _POST, _ROLE):
        for found in pattern.findall(text):
            yield from (item.strip(" .") for item in items_in(found) if item.lower() not in ("na", "not available"))
    plain = one_line(text).removesuffix(".")
    if _IS_ROLE.match(plain) and len(plain) <= 150 and not re.search(r"[:.\d]", plain):
        yield plain


def numbers_in(text: str, *, is_person: bool) -> Iterator[Identifier]:
    """Give the numbers, websites and addresses that a note tells."""
    plain = _COMPANY_NUMBER.sub("Company No", text)
    yield from labelled_in(plain)
    if is_person:
        yield from (refined(Identifier(kind="passport", value=value)) for value in _PASSPORT.findall(text))
        yield from (refined(Identifier(kind="national_id", value=value)) for value in _NATIONAL_ID.findall(text))
    for kind, pattern in (("website", _WEB), ("email", _MAIL)):
        yield from (
            Identifier(kind=kind, value=value) for value in pattern.findall(text) if "interpol.int" not in value
        )
