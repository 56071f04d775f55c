"""What kind of furniture a paragraph is, told from its words alone."""

from __future__ import annotations

import re

from nongrata.articles.furniture.bylines import is_byline, is_credit_line
from nongrata.articles.furniture.captions import is_caption
from nongrata.articles.furniture.headings import is_comments, is_more
from nongrata.articles.furniture.phrases import PHRASES, bare_line, plain_line
from nongrata.articles.furniture.shapes import AFTER_PHRASES, BEFORE_PHRASES, Rule
from nongrata.articles.record import FurnitureKind

_LONGEST = 320  # a longer paragraph is a paragraph, whatever it starts with
_LONGEST_CAPTION = 450
_LONGEST_ADDRESS = 200
_REPORTED = re.compile(
    r"\b(?:said|says|told|tells|according to|announced|added|warned|reported|wrote|tweeted|posted|asked|replied)\b"
)
_QUOTE = re.compile('["“”«»]')
_TO_READER = re.compile(r"\b(?:you|your|you're|you've)\b")
_FEW_WORDS = 12
_PRICE = re.compile(
    r"[$€£]\s?\d{1,3}(?:\.\d\d)?\s(?:for|per|a|every)\s(?:the first\s)?(?:\d+\s)?(?:week|month|year)s?\b"
)


def kind_of(text: str) -> FurnitureKind | None:
    """Give the kind of furniture that a paragraph is, or None where it is part of the story.

    >>> kind_of("READ MORE: Freight rates rise again")
    'related'
    >>> kind_of("The minister said she would read more.") is None
    True
    """
    if len(text) > _LONGEST_CAPTION:
        return None
    plain = plain_line(text)
    return next((kind for kind, is_kind in RULES if is_kind(text, plain)), None)


def _worded(kind: FurnitureKind) -> Rule:
    """Give the rule for one kind's phrases."""
    phrases = PHRASES[kind]

    def is_worded(text: str, plain: str) -> bool:
        if len(plain) > _LONGEST:
            return False
        if bare_line(plain) in phrases.whole or phrases.labels.match(plain):
            return True
        if text[:1] in "\"“‘'«" or _REPORTED.search(plain):
            return False
        if kind == "subscribe" and _PRICE.search(plain):
            return True
        return bool(phrases.starts.match(plain)) or (not _QUOTE.search(text) and _speaks_of(phrases.has, plain))

    return is_worded


def _speaks_of(has: re.Pattern[str], plain: str) -> bool:
    if len(plain) > _LONGEST_ADDRESS:
        return False
    near = len(plain.split()) <= _FEW_WORDS or _TO_READER.search(plain)
    return bool(near and has.search(plain))


def _is_credit(text: str, plain: str) -> bool:
    return is_credit_line(text) or (_worded_credit(text, plain) and not text.startswith(("Reporting", "Writing")))


def _is_caption(text: str, plain: str) -> bool:
    return _worded_caption(text, plain) or is_caption(text, plain)


def _is_wall(text: str, plain: str) -> bool:
    """Be a wall's line; who must pay to read the comments can read the story."""
    return _worded_wall(text, plain) and "comment" not in plain


_worded_wall = _worded("paywall")
_worded_credit = _worded("credit")
_worded_caption = _worded("caption")

# The first rule that holds decides.
RULES: tuple[tuple[FurnitureKind, Rule], ...] = (
    ("byline", lambda text, plain: is_byline(text)),
    ("credit", _is_credit),
    ("navigation", lambda text, plain: is_comments(text)),
    *BEFORE_PHRASES,
    ("related", _worded("related")),
    ("paywall", _is_wall),
    ("subscribe", _worded("subscribe")),
    ("caption", _is_caption),
    ("navigation", _worded("navigation")),
    ("related", lambda text, plain: is_more(text)),
    *AFTER_PHRASES,
)
