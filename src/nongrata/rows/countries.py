"""Countries as tables write them: codes of two or three letters, and names in many languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from nongrata.lists.fields import country_coded
from nongrata.values import fold


@lru_cache(maxsize=4_096)
def country_told(text: str) -> str | None:
    """Give the code of the country that a cell names, or None.

    >>> country_told("RU"), country_told("RUS"), country_told("Russland"), country_told("Narnia")
    ('ru', 'ru', 'ru', None)
    """
    return country_coded(text) or _names().get(fold(text))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    names: Mapping[str, str] = json.loads(
        resources.files("nongrata.rows").joinpath("country_names.json").read_text("utf-8")
    )
    return names
