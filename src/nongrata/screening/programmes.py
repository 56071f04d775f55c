"""The countries that a sanctions programme is about (packed from tables/programmes.toml)."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

from nongrata.lists.record import ListId
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_CODES: dict[str, dict[str, list[str]]] = json.loads(
    resources.files("nongrata.screening").joinpath("programmes.json").read_text("utf-8")
)


@lru_cache(maxsize=2_000)
def countries_of_programme(list_id: ListId, programme: str) -> frozenset[str]:
    """Give the countries that a programme's name tells, or else those that its code stands for.

    >>> sorted(countries_of_programme(ListId("us_ofac_sdn"), "DPRK4"))
    ['kp']
    >>> sorted(countries_of_programme(ListId("us_csl"), "SYRIA")), countries_of_programme(ListId("eu_fsf"), "HR")
    (['sy'], frozenset())
    """
    told = countries_in(programme)
    codes = {} if told else _CODES.get(list_id.partition("_")[0], {})
    return told or frozenset(code for begun, all_ in codes.items() if programme.startswith(begun) for code in all_)


@lru_cache(maxsize=2_000)
def countries_in(text: str) -> frozenset[str]:
    """Give the countries that a text of a list names.

    >>> sorted(countries_in("The Russia (Sanctions) (EU Exit) Regulations 2019"))
    ['eu', 'ru']
    """
    return frozenset(word.country for word in find_country_words(text, Span(0, len(text))))
