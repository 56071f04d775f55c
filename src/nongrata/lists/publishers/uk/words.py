"""How the United Kingdom's lists write dates, places and papers: "00/05/1961", "dd/mm/1961", "(1) … (2) …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nongrata.lists.fields import country_of, date_of, once, one_line
from nongrata.lists.record import Address
from nongrata.values import PartialDate
from nongrata.values.countries import find_country_words
from nongrata.values.span import Span

_DAY = re.compile(r"(\d{1,2}|dd)[/.-](\d{1,2}|mm)[/.-](\d{4})", re.I)
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
_ITEM = re.compile(r"\(\d{1,2}\)")
_REGION = re.compile(r"\b(?:province|region|oblast|krai|governorate|county|territory|republic|state|division)\b", re.I)
_SEVERAL = re.compile(r"\.\s+")
_TAX = re.compile(r"\b(?:INN|TIN|tax(?:payer)?s?)\b", re.I)
_NOW = re.compile(r"\(?\b(?:now|today)\s+(?:part of\s+)?([^()]+)\)?$", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """An address as the files give it: up to six lines, of which the last is most often the town."""

    lines: tuple[str, ...]
    postcode: str = ""
    country: str = ""


def uk_date(text: str) -> PartialDate | None:
    """Give the date that a field states; "00", "dd" and "mm" stand for what is not known.

    >>> uk_date("00/05/1961"), uk_date("dd/mm/1961"), uk_date("29-06-2012"), uk_date("15/08/19yy")
    (PartialDate(text='1961-05'), PartialDate(text='1961'), PartialDate(text='2012-06-29'), None)
    """
    text = text.strip().rstrip(".")
    if found := _DAY.fullmatch(text):
        day, month, year = (int(part) if part.isdecimal() else 0 for part in found.groups())
        stated = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
        return date_of(stated)
    if found := _MONTH.fullmatch(text):
        return date_of(f"{found[2]}-{int(found[1]):02d}" if int(found[1]) else found[2])
    return date_of(text)


def country_in(text: str) -> str | None:
    """Give the country that a field names, in its old or its new name.

    >>> country_in("Moldovian SSR (now Republic of Moldova)"), country_in("Iraq (previous address)")
    ('md', 'iq')
    """
    text = one_line(text).rstrip(".,; ")
    now = _NOW.search(text)
    return country_of(text) or (country_of(now[1].strip()) if now else None) or country_of(text.split(" (")[0])


def uk_address(place: Place) -> Address | None:
    """Give an address; its town is the last line that names no region."""
    lines = [line for part in place.lines if (line := one_line(part).rstrip(","))]
    country, postcode = one_line(place.country), one_line(place.postcode)
    text = ", ".join(once(part for part in (*lines, postcode, country) if part))
    towns = [line for line in lines[-2:] if not _REGION.search(line) and not re.search(r"\d", line)]
    city = towns[-1] if towns and towns[-1] != country else None
    return Address(text=text, city=city, country=country_in(country) if country else None) if text else None


def born_at(towns: str, countries: str) -> Iterator[str]:
    """Give the places of birth of a row that may count its towns and its countries.

    >>> list(born_at("(1) Tiaret (2) Maskara", "(1) Algeria (2) Algeria")), list(born_at("Tver", "Russia"))
    (['Tiaret, Algeria', 'Maskara, Algeria'], ['Tver, Russia'])
    """
    left, right = _counted(towns), _counted(countries)
    if len(right) == 1:
        right = right * max(1, len(left))
    for place in range(max(len(left), len(right))):
        parts = (left[place] if place < len(left) else "", right[place] if place < len(right) else "")
        if text := ", ".join(part for part in parts if part):
            yield text


def papers_of(papers: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give each number with what is said of it, of fields that may count both.

    >>> list(papers_of([("(1) A1 (2) B2", "(1) Qatar number (2) Haiti")]))
    [('A1', 'Qatar number'), ('B2', 'Haiti')]
    """
    for numbers, words in papers:
        values, said = _counted(numbers), _counted(words)
        if len(values) == 1 and len(said) <= 1:
            values = [one_line(value) for value in _SEVERAL.split(values[0])] if len(values[0]) < 60 else values
        for place, value in enumerate(values):
            about = said[place] if place < len(said) else said[0] if len(said) == 1 else ""
            if value.strip("-—– /"):
                yield value.strip("/ "), about


def about_paper(kind: str, about: str) -> tuple[str, str | None]:
    """Give the kind and the country of a paper by what is said of it.

    >>> about_paper("national_id", "Russian INN number"), about_paper("passport", "Afghanistan number, issued in Kabul")
    (('tax_number', 'ru'), ('passport', 'af'))
    """
    kind = "tax_number" if kind == "national_id" and _TAX.search(about) else kind
    words = (
        word.country for word in find_country_words(about, Span(0, len(about))) if word.kind in ("name", "demonym")
    )
    return kind, next(words, None)


def _counted(text: str) -> list[str]:
    """Give the items of a field that counts them, empty ones too, so that two fields stay in step."""
    line = one_line(text)
    parts = _ITEM.split(line)[1:] if line.startswith("(1)") else [line] if line else []
    return ["" if part.strip() in ("-", "- .", ".") else part.strip().removesuffix(".").strip(" ;,") for part in parts]
