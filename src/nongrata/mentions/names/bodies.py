"""Bodies that the news names every day: Interpol, the State Department, Gazprom (packed from tables/bodies.toml)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources

BODIES: Mapping[str, str] = json.loads(resources.files("nongrata.mentions").joinpath("bodies.json").read_text("utf-8"))


def well_known(words: str) -> str | None:
    """Give the schema of a well-known body by the very words of the news; None for anybody else.

    >>> well_known("Workers' Party of Korea"), well_known("Google"), well_known("google")
    ('Organization', 'Company', None)
    """
    return BODIES.get(" ".join(words.replace("'", "’").split()))
