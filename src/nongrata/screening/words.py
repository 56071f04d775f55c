"""Words of names that tell nobody (packed from tables/screening.toml)."""

from __future__ import annotations

import json
from importlib import resources

Tokens = tuple[str, ...]

_WORDS = json.loads(resources.files("nongrata.screening").joinpath("words.json").read_text("utf-8"))
LEGAL_FORMS: frozenset[str] = frozenset(_WORDS["legal_forms"])
EVERY_STATE: frozenset[str] = frozenset(_WORDS["every_state"])
