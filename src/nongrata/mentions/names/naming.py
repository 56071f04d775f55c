"""The words that tell what a name is the name of (packed from tables/naming.toml)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources

_TABLE = json.loads(resources.files("nongrata.mentions").joinpath("naming.json").read_text("utf-8"))

HEADS: Mapping[str, frozenset[str]] = {schema: frozenset(words) for schema, words in _TABLE["heads"].items()}
# Of a head that several have, the first counts.
_SCHEMA_BY_HEAD = {head: schema for schema, heads in reversed(list(HEADS.items())) for head in heads}
PLANT_NOUNS: tuple[str, ...] = tuple(_TABLE["plants"]["nouns"])
VESSEL_NOUNS: tuple[str, ...] = tuple(sorted(_TABLE["vessels"]["nouns"], key=len, reverse=True))
EVERYDAY_BODIES: tuple[str, ...] = tuple(_TABLE["bodies"]["everyday"])
BODY_KINDS: tuple[tuple[str, ...], ...] = (EVERYDAY_BODIES, *map(tuple, _TABLE["bodies"]["kinds"]))
SMALL_CRAFT: tuple[str, ...] = tuple(sorted(_TABLE["vessels"]["small_craft"], key=len, reverse=True))
VESSEL_PREFIXES: tuple[str, ...] = tuple(_TABLE["vessels"]["prefixes"])
HONORIFICS: frozenset[str] = frozenset(_TABLE["persons"]["honorifics"])
TITLES: frozenset[str] = frozenset(_TABLE["persons"]["titles"])
TRADES: frozenset[str] = frozenset(_TABLE["persons"]["trades"])  # of every day: nobody is listed for one
JOBS: frozenset[str] = frozenset(_TABLE["persons"]["jobs"])
FAMILY_NAME_FIRST: frozenset[str] = frozenset(_TABLE["persons"]["family_name_first"])
NO_PARTY_ENDINGS: frozenset[str] = frozenset(_TABLE["not_parties"]["endings"])
SAID_BEFORE: tuple[str, ...] = tuple(_TABLE["not_parties"]["before"])
LAWS: frozenset[str] = frozenset(_TABLE["not_parties"]["laws"])
TERMS: frozenset[str] = frozenset((*_TABLE["not_parties"]["terms"], *_TABLE["not_parties"]["peoples"]))
NEVER_ALONE: frozenset[str] = frozenset(_TABLE["not_parties"]["never"])
COMPANY_FORMS: tuple[str, ...] = tuple(sorted(_TABLE["companies"]["forms"], key=len, reverse=True))
SHOPS: frozenset[str] = frozenset(_TABLE["companies"]["shops"])
PLAIN_OWNERS: frozenset[str] = frozenset(_TABLE["persons"]["plain_owners"])
GENDERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    gender: {kind: tuple(words) for kind, words in rows.items()} for gender, rows in _TABLE["genders"].items()
}
KIN: frozenset[str] = frozenset((*_TABLE["persons"]["kin"], *(kin for rows in GENDERS.values() for kin in rows["kin"])))
NOBODY_ALONE: frozenset[str] = frozenset(_TABLE["not_parties"]["alone"])
OWNED_BY: tuple[str, ...] = tuple(sorted(_TABLE["relations"]["owned_by"], key=len, reverse=True))


def schema_by_head(tokens: tuple[str, ...]) -> str | None:
    """Give the schema that a name's last word tells, or its first for a public body ("Ministry of …").

    >>> schema_by_head(("united", "aircraft", "corporation"))
    'Company'
    >>> schema_by_head(("ministry", "of", "defence")), schema_by_head(("anka", "havacilik"))
    ('PublicBody', 'Company')
    """
    if not tokens:
        return None
    if "of" in tokens and not HEADS["PublicBody"].isdisjoint(tokens[: tokens.index("of")]):
        return "PublicBody"  # "the Iranian Ministry of Defence"
    return _SCHEMA_BY_HEAD.get(tokens[-1])
