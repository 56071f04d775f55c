"""Words of names that tell nobody, and of kinds of bodies and ships (packed from tables/screening.toml)."""

from __future__ import annotations

import json
import re
from importlib import resources

from nongrata.values import fold

Tokens = tuple[str, ...]

_WORDS = json.loads(resources.files("nongrata.screening").joinpath("words.json").read_text("utf-8"))
LEGAL_FORMS: frozenset[str] = frozenset(_WORDS["legal_forms"])
EVERY_STATE: frozenset[str] = frozenset(_WORDS["every_state"])
TRADING_SHIPS: tuple[str, ...] = tuple(_WORDS["trading_ships"])
KINDS: tuple[tuple[str, ...], ...] = tuple(map(tuple, _WORDS["kinds"]))  # of bodies, each in the words for it
# Whom news names without saying who they are, and bodies that others on lists are called like: each with its country.
KNOWN_PEOPLE, KNOWN_BODIES = (
    {fold(name): code for code, names in _WORDS[key].items() for name in names}
    for key in ("known_people", "known_bodies")
)


_BRITISH = re.compile(
    r"\b(defen|offen|licen)ce\b|is(?=(?:e[ds]?|ing|ers?|ations?)\b)|\b(progra)mme\b|\b(lab)our\b|\b(cent)re\b"
)
_ENDINGS = ("se", "m", "or", "er")
_MAY_BE_BRITISH = re.compile("ence|is[eia]|mme|bour|ntre")  # found far sooner: nearly all names have none of it


def american(folded: str) -> str:
    """Give a folded name in American spelling, as most lists have it.

    >>> american("eritrean defence forces"), american("organised crime centre")
    ('eritrean defense forces', 'organized crime center')
    """
    return _BRITISH.sub(_respelt, folded) if _MAY_BE_BRITISH.search(folded) else folded


def _respelt(match: re.Match[str]) -> str:
    return next((stem + end for stem, end in zip(match.groups(), _ENDINGS, strict=True) if stem), "iz")
