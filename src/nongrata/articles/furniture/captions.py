"""Pictures: the caption under one, and the line that says whose it is."""

from __future__ import annotations

import re

from nongrata.articles.furniture.phrases import AGENCIES

_LONGEST = 320
_LONGEST_CREDIT = 120
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
    r"|(?:^|[.!?”\"’')])\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}\s?/\s?[A-Z][\w .]{2,40}"
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
_LINK = re.compile(r"\w+://|www\.")
_CITY = re.compile(r"[A-Z]{3,}\S* ")
_PICTURE = re.compile(
    r"(?:(?:Image|Photo|Picture|Photograph|Foto)(?: source| credit|graph)?\s?[:,©]\s?[^.!?]{2,60}"
    r"|(?:Getty(?: Images)?|Reuters|REUTERS|AFP|EPA|PA Media|AP Photo|Shutterstock|iStock|dpa|ANSA|Alamy)"
    r"(?:\s?/\s?[\w .]{2,30}|via [\w ]{2,30})?)"
)


def is_caption(text: str, plain: str) -> bool:
    """Be a caption by its end, a credit, or by how it speaks: "seen here", "(left)"."""
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


def is_picture_credit(text: str) -> bool:
    """Be a line that says whose picture stands beside it, and nothing else.

    >>> is_picture_credit("Getty Images"), is_picture_credit("Image: Oliver Dietze/dpa")
    (True, True)
    """
    return len(text) <= _LONGEST_CREDIT and bool(_PICTURE.fullmatch(text.strip()))
