"""What kind of furniture a paragraph is, told from its words alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from nongrata.articles.bylines import is_byline, is_credit_line
from nongrata.articles.phrases import AGENCIES, PHRASES, bare_line, plain_line
from nongrata.articles.record import FurnitureKind

_LONGEST = 320  # a longer paragraph is a paragraph, whatever it starts with
_LONGEST_CAPTION = 450
_LONGEST_ADDRESS = 200
_LONGEST_HEADING = 60
_REPORTED = re.compile(
    r"\b(?:said|says|told|tells|according to|announced|added|warned|reported|wrote|tweeted|posted|asked|replied)\b"
)
_QUOTE = re.compile('["“”«»]')
_TO_READER = re.compile(r"\b(?:you|your|you're|you've)\b")
_FEW_WORDS = 12
_NO_WORDS = re.compile(r"[\W_]{3,}|\W*30\W*|-\s*ends?\s*-")
_STARRED = re.compile(r"\*+\s+\S.*\S\s+\*+")  # closed up, stars are emphasis
_ADDRESS = re.compile(r"(?:\w+://|www\.)\S+")
_LINK = re.compile(r"\w+://|www\.")
_ARROW = re.compile(r"(?:[►▶▸»›→➤➡]|>{1,3}|\[\+\])\s*\S")
_CRUMBS = re.compile(r"[^|>›»/•·]{1,30}(?:\s[|>›»/•·]\s[^|>›»/•·]{1,30}){2,}")
_BROKEN_OFF = re.compile(
    r"\w{2,}\s?(?:\.{3}|…)\s*\[?(?:read|see|full|continue|learn|find out)\b[^.]{0,20}$|\[(?:\.{3}|…)\]$"
)
_PRICE = re.compile(
    r"[$€£]\s?\d{1,3}(?:\.\d\d)?\s(?:for|per|a|every)\s(?:the first\s)?(?:\d+\s)?(?:week|month|year)s?\b"
)
_STAMP = re.compile(r"(?:first |last )?(?:published|updated|posted|modified)\b.{0,60}\d{4}.{0,60}$")

_CREDIT = (
    r"(?:photos?|photographs?|images?|pictures?|pic|photo credit|image credit|picture credit|credits?|illustration)"
)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]$")
_CREDIT_CUE = re.compile(
    rf"\b(?:{_CREDIT}|handout|file|courtesy|via|pool|getty|screengrab|screenshot|epa|shutterstock|wikimedia)\b"
    r"|[A-Za-z]/[A-Z]",
    re.I,
)
_ENDS_IN_CREDIT = re.compile(
    rf"(?:(?:^|[.!?”\"')\]|]\s*|\s[|–—-]\s*|\s)\b{_CREDIT}\s*(?::|by)\s*\S[^:?!]{{1,70}}"
    r"|(?:REUTERS|Reuters|AP Photo|AP|AFP|EPA|EFE|ANSA|TASS|Xinhua|Yonhap|Kyodo)\s*/\s*[A-Z][^.?!]{2,50}"
    r"|(?:[Hh]andout|[Pp]ool|AFP|AP|EPA)\s+via\s+[A-Z][\w ]{1,30}|via Getty Images|Getty Images)\.?$",
    re.I,
)
_SEEN = re.compile(
    r"\bfile (?:photo|picture|image)\b|\bpictured (?:here|above|below|left|right|in|at|on)\b|\bseen (?:here|in this)\b"
    r"|\bhandout (?:photo|image|picture)\b|\s\((?:left|right|centre|center|(?:second|third) from (?:left|right))\)"
    r"|, (?:left|right|centre|center|second from (?:left|right)),"
)
_POSED = re.compile(
    r"\b(?:poses?|walks?|attends?|speaks?|shakes?|watch(?:es)?|looks?|arrives?|stands?|waves?|pictured|is seen|are seen"
    r"|gestures?|holds?|sits?|inspects?|shows?|talks?|delivers?|addresses|greets?|reacts?|leaves?|takes? part)\b"
)
_CITY = re.compile(r"[A-Z]{3,}\S* ")


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


def is_heading(text: str) -> bool:
    """Be a line that heads a box of other stories or of comments: what follows belongs to the box."""
    return bare_line(plain_line(text)) in PHRASES["related"].whole or is_comments(text)


def is_comments(text: str) -> bool:
    """Be the line over the readers' comments.

    >>> is_comments("Comments (12)"), is_comments("Comments made in May")
    (True, False)
    """
    return len(text) <= _LONGEST_HEADING and bare_line(plain_line(text)) in _COMMENTS


_COMMENTS = frozenset(
    {"comments", "comment", "leave a comment", "leave a reply", "join the discussion", "post a comment"}
)


def _worded(kind: FurnitureKind) -> Callable[[str, str], bool]:
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
    if _worded_caption(text, plain):
        return True
    if re.search(r"\bsaid\b", plain):
        return False
    if _ENDS_IN_CREDIT.search(text) or (len(text) <= _LONGEST and _SEEN.search(plain)):
        return True
    bracket = _IN_BRACKETS.search(text)
    return bracket is not None and text[0] not in "-*•" and _is_photo_credit(bracket[1], text[: bracket.start()])


def _is_photo_credit(inside: str, before: str) -> bool:
    if inside.lower().strip() in AGENCIES:
        return bool(_POSED.search(before)) and not _CITY.match(before)
    return bool(_CREDIT_CUE.search(inside)) and not _LINK.search(inside)


def _is_teaser(text: str, plain: str) -> bool:
    """Be another story's first words, broken off before a button."""
    return len(text) <= _LONGEST_CAPTION and bool(_BROKEN_OFF.search(plain))


def _is_related_mark(text: str, plain: str) -> bool:
    return len(text) <= 200 and bool(_STARRED.fullmatch(text) or _ARROW.match(text))


def _is_navigation_mark(text: str, plain: str) -> bool:
    if len(text) > 200:
        return False
    return bool(
        _NO_WORDS.fullmatch(plain) or _CRUMBS.fullmatch(text) or _STAMP.match(plain) or _ADDRESS.fullmatch(text)
    )


_worded_credit = _worded("credit")
_worded_caption = _worded("caption")

# The first rule that holds decides.
RULES: tuple[tuple[FurnitureKind, Callable[[str, str], bool]], ...] = (
    ("byline", lambda text, plain: is_byline(text)),
    ("credit", _is_credit),
    ("navigation", _is_navigation_mark),
    ("teaser", _is_teaser),
    ("related", _worded("related")),
    ("paywall", _worded("paywall")),
    ("subscribe", _worded("subscribe")),
    ("caption", _is_caption),
    ("navigation", _worded("navigation")),
    ("related", _is_related_mark),
)
