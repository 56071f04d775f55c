"""Countries as tables write them: codes of two or three letters, and names in many languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from nongrata.lists.fields import country_coded
from nongrata.values import Span, fold
from nongrata.values.countries import find_country_words


@lru_cache(maxsize=4_096)
def country_told(text: str) -> str | None:
    """Give the code of the country that a cell names, or whose people it names, or None.

    >>> country_told("RU"), country_told("RUS"), country_told("Russland"), country_told("Narnia")
    ('ru', 'ru', 'ru', None)
    >>> country_told("Russian"), country_told("SOUTH KOREAN"), country_told("Moscow")
    ('ru', 'kr', None)
    """
    return country_coded(text) or _names().get(fold(text)) or _country_of_people(text.strip())


def _country_of_people(text: str) -> str | None:
    """Give the country of a nationality: "Iranian" stands in many a column of that name."""
    words = text.title() if text.isupper() or text.islower() else text
    whole = Span(0, len(words))
    found = (word for word in find_country_words(words, whole) if word.span == whole and word.kind == "demonym")
    return next((word.country for word in found), None)  # "Moscow" is a town, however news calls a government


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    names: Mapping[str, str] = json.loads(
        resources.files("nongrata.rows").joinpath("country_names.json").read_text("utf-8")
    )
    return names
