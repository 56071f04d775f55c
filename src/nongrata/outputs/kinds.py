"""What the schemata of FollowTheMoney are called in words."""

from __future__ import annotations

from collections.abc import Mapping

from nongrata.outputs.words import one_line

_WORDS: Mapping[str, str] = {
    "Person": "person",
    "Company": "company",
    "Organization": "organisation",
    "PublicBody": "public body",
    "Vessel": "ship",
    "Airplane": "aircraft",
    "LegalEntity": "person or organisation",
}


def kind_words(schema: str) -> str:
    """Give what a party of that schema is called.

    >>> kind_words("Vessel"), kind_words("LegalEntity"), kind_words("Vehicle")
    ('ship', 'person or organisation', 'vehicle')
    """
    return _WORDS.get(schema, one_line(schema).lower())
