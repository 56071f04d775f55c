"""What is asked of the lists: names, what bears them, and what else is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nongrata.names.ready import Ready, ready
from nongrata.names.record import Name, NameClass
from nongrata.screening.candidates.postings import KINDS, readings_as
from nongrata.screening.entities.properties import Subject, subject_of
from nongrata.screening.entities.properties_words import SCHEMA_OF, SCHEMAS
from nongrata.values import SettingError

LONG_FORM, SHORT_FORM = 6, 3  # letters
_VOWEL = re.compile("[aeiouy]")
MOST_NAMES = 100  # names of one query that are looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Whom to look for: names, what it is, and what else is known of it, by FollowTheMoney's property names."""

    names: tuple[str, ...]
    schema: str | None = None
    properties: Mapping[str, Sequence[str]] = field(default_factory=dict)


def subject_of_query(query: Query) -> Subject | None:
    """Give what is known of the query beside its names; None where nothing of it can be used."""
    told = {"schema": query.schema, "properties": {**query.properties, "name": list(query.names)}}
    try:
        return subject_of(told, side="query")
    except SettingError:
        return None


def _classes(schema: str | None) -> tuple[NameClass, ...]:
    """Say as what kinds of names a query is read: any, where its schema leaves it open."""
    kinds = SCHEMAS[SCHEMA_OF.get(schema.lower(), "Thing")] if schema else SCHEMAS["Thing"]
    found = {"vessel" if kind in ("vessel", "aircraft", "vehicle") else kind for kind in kinds}
    return tuple(kind for kind in KINDS if kind in found) or ("body",)


def readings_of(query: Query) -> Iterator[Ready]:
    """Give the readings of the query's names, as each kind of party that it may be."""
    kinds = _classes(query.schema)
    for text in tuple(dict.fromkeys(query.names))[:MOST_NAMES]:
        is_body = len(kinds) > 1 and any(map(_has_form, readings_as(text, "body")))
        for kind in kinds:
            if not (is_body and kind == "person"):
                yield from map(ready, readings_as(text, kind))


def _has_form(name: Name) -> bool:
    """Have a legal form that nobody is called by, a long one or one without a vowel: it is no person's name."""
    forms = [token.form for token in name.tokens if token.kind == "legal"]
    return any(len(form) >= LONG_FORM or (len(form) >= SHORT_FORM and _VOWEL.search(form) is None) for form in forms)
