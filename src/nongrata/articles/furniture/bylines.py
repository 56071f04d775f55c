"""Who wrote a story: the byline under its title, the credits at its end."""

from __future__ import annotations

import re

from nongrata.articles.furniture.phrases import AGENCIES

_BY = re.compile(r"(?:by|story by|text by|words by|written by|report by)\s*:?\s+(?=\S)", re.I)
_DONE_BY = re.compile(
    r"[(\[]?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited|reported|translated)"
    r"(?: and (?:reporting|writing|editing))?) by:?\s+",
    re.I,
)
_CORRESPONDENT = re.compile(  # "Star Business Report", "Staff Correspondent, Chattogram"
    r"[A-Z][\w’-]+(?: [A-Z]?[\w’-]+){0,3} (?:correspondent|reporter|newsroom|staff writer|bureau)"
    r"|(?:[A-Z][\w’-]+ ){0,2}(?:staff|news|business|sports?|city|online|web|foreign|diplomatic|special|own) "
    r"(?:report|desk|correspondent|reporter|bureau|team)(?:, [A-Z]\w+)?",
    re.I,
)
_MAIL = re.compile(r"\S+@\S+\.\w+")
_DESK = re.compile(
    r"\b(?:staff|correspondent|reporter|writer|editor|bureau|desk|agencies|news service|newsroom|columnist)\b",
    re.I,
)
_OUTLET = re.compile(
    r"\b(?:Times|Post|News|Courier|Herald|Press|Journal|Tribune|Gazette|Daily|Weekly|Chronicle|Star|Media|Mail|Observer"
    r"|Telegraph|Independent|Standard|Examiner|Register|Dispatch|Globe|Monitor|Review|Service|Network|Radio|Television)\b"
)
_EDITED = re.compile(r"[;,.]?\s*\b(?:editing|edited|translated|compiled) by\b.*", re.I | re.S)
_SMALL_WORDS = (
    "and of for in the at on to with from by de van von der den di da del la le el al bin ibn staff writer writers "
    "reporter reporters correspondent correspondents special editor editors senior chief bureau political diplomatic "
    "security defence defense foreign national business energy economics agencies agency wire news desk contributor "
    "columnist reporting editing writing additional further compiled contributing | - – — • · &"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_LONGEST = 160
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|&|\band\b|\bin\b(?=\s+[A-Z])|\b(?:for|FOR|AND)\b|\s[–—-]\s)\s*")
_NO_NAME = re.compile(r"[:/@©]|[a-z]{3}\.\s[A-Z]|\b(?:Inc|Ltd|LLC|Online|Staff|The|Follow)\b")
_FOLLOW = re.compile(r"\s(?:Follow|FOLLOW)$")  # a button behind the name
_NAME = re.compile(r"[^\W\d_]\S*(?:\s+\S+){1,4}")


def is_byline(text: str) -> bool:
    """Be a line that names the authors.

    >>> is_byline("By Jane Doe, Springfield Times")
    True
    >>> is_byline("By Monday the water had reached the second floor.")
    False
    """
    if len(text) > _LONGEST or ("\n" in text and len(text) > 120):
        return False
    if (
        _MAIL.fullmatch(text)
        or (len(text) < 60 and _CORRESPONDENT.fullmatch(text))
        or text.strip(" .()").lower() in AGENCIES
    ):
        return True
    if by := _BY.match(text):
        return _is_names(text[by.end() :])
    names, _, rest = text.partition(",")
    return bool(_DESK.search(rest)) and _is_names(text) and len(names.split()) in (2, 3) and len(text) < 80


def is_credit_line(text: str) -> bool:
    """Be a line of the desk: "Reporting by …; Editing by …"."""
    found = _DONE_BY.match(text)
    return found is not None and len(text) <= 400 and _is_names(re.sub(r"(?i)\bby\b", ",", text[found.end() :]))


def names_authors(text: str) -> bool:
    """Be a line of credits that says who wrote or contributed; others name owners, funders, photographers."""
    return _BY.match(text) is not None or _DONE_BY.match(text) is not None or "contributed" in text


def find_authors(text: str) -> tuple[str, ...]:
    """Give the names in a byline or a line of credits; of credits, those who reported or wrote.

    >>> find_authors("By Jane Doe and John Roe, Springfield Times")
    ('Jane Doe', 'John Roe')
    """
    by = _BY.match(text) or _DONE_BY.match(text)
    line = _FOLLOW.sub("", _EDITED.sub("", text[by.end() :] if by else text).strip("()[]. "))
    parts = [part.strip(" .,") for part in _SPLIT.split(_DONE_BY.sub("; ", line))]
    return tuple(dict.fromkeys(part for part in parts if _NAME.fullmatch(part) and _is_person(part)))


def _is_person(part: str) -> bool:
    words = part.split()
    is_outlet = part.lower() in AGENCIES or _DESK.search(part) or _OUTLET.search(part) or _NO_NAME.search(part)
    return not is_outlet and words[0][0].isupper() and words[-1][0].isupper()


def _is_names(text: str) -> bool:
    """Be next to nothing but capitalised words and the small words between them."""
    words = [word.strip(".,;:()[]") for word in text.split()]
    words = [word for word in words if word]
    if not words or not (words[0][0].isupper() or words[0].lower() in _SMALL):
        return False
    strange = [w for w in words if not (w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL or "@" in w)]
    return len(strange) * 6 <= len(words) - 1 and not text.rstrip().endswith(("!", "?"))
