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
_NO_WORDS = re.compile(r"[\W_]{3,}|\W*(?:30|0)\W*|-\s*ends?\s*-")
_STARRED = re.compile(r"\*+\s+\S.*\S\s+\*+")  # closed up, stars are emphasis
_ADDRESS = re.compile(r"(?:\w+://|www\.)\S+(?:\s+\([^()]{1,30}\))?")
_SIGNS = re.compile(r"[\W_]{3,}")
_LINK = re.compile(r"\w+://|www\.")
_ARROW = re.compile(r"(?:[►▶▸»›→➤➡]|>{1,3}|\[\+\])\s*\S")
_CRUMBS = re.compile(r"[^|>›»/•·]{1,30}(?:\s[|>›»/•·]\s[^|>›»/•·]{1,30}){2,}")
_BROKEN_OFF = re.compile(
    r"\w{2,}\s?(?:\.{3}|…)\s*\[?(?:read|see|full|continue|learn|find out)\b[^.]{0,20}$|\[(?:\.{3}|…)\]$"
)
_PRICE = re.compile(
    r"[$€£]\s?\d{1,3}(?:\.\d\d)?\s(?:for|per|a|every)\s(?:the first\s)?(?:\d+\s)?(?:week|month|year)s?\b"
)
_TO_WRITER = re.compile(
    r"(?:reach|contact|email|e-mail|follow|write to|call|ring|send)\b.{1,120}"
    r"(?:\S@\S|\b\d{3}-\d{4}\b|\b(?:via|by) e-?mail\b)"
)
_OFFERED = re.compile(
    r".{20,300}[.!?] (?:sign up|subscribe|register|join|donate|download it) (?:here|now|today|below)[.!]?"
)
_FOLLOW = re.compile(
    r"follow .{2,60} on (?:facebook|x|twitter|instagram|telegram|whatsapp|linkedin|google|threads|bluesky)\b"
)
_TO_PAGE = re.compile(r"[^.!?]{3,80}:\s(?:https?://|www\.)\S+")
_DESK_SIGN = re.compile(
    r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}|[a-zä-ü]{1,4}(?:[/,] ?[a-zä-ü]{1,4}){0,3} \((?:[A-Za-z]{2,12}(?:, ?|/)?){1,5}\)"
)
_ASIDE = re.compile(
    r"\(?(?:this (?:audio|article|text|story|video) (?:is|was|has been)|to view this video|your browser does)\b.{0,20}"
    r"(?:generated|translated|produced|recorded|read|enable|not support)"
)
_STAMP = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified)\b.{0,60}(?:\d{4}|\d{1,2}[.:]\d{2}|\bago\b).{0,60}$"
)
_FIELDS = re.compile(
    r"(?=.*\b(?:source|date|author|category|published|location|section|topic)s?:)"
    r"[^|]{1,80}(?:\s\|\s[^|]{1,80})+"
)
_COUNTED_AS = re.compile(r"(?:\w+ ){1,2}(?:id|no\.?|code|number)\s*:\s*[\w-]{1,20}")
_HANDLE = re.compile(r"@\w{2,30}")
_ASIDE_MAIL = re.compile(r"\(+[^()]{0,160}\S@\S+\.\w+[^()]{0,80}\)+")

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
    bare = bare_line(plain_line(text))
    is_more = len(text) <= _LONGEST_HEADING and _MORE.fullmatch(bare) is not None
    return is_more or bare in PHRASES["related"].whole or bare in _TAGS or is_comments(text)


def is_comments(text: str) -> bool:
    """Be the line over the readers' comments.

    >>> is_comments("Comments (12)"), is_comments("3 comments"), is_comments("Comments made in May")
    (True, True, False)
    """
    if len(text) > _LONGEST_HEADING:
        return False
    plain = plain_line(text)
    return bare_line(plain) in _COMMENTS or _COUNTED.fullmatch(plain) is not None


_CONTACTS = re.compile(
    r"(?:press|media|news) (?:contacts?|inquiries|enquiries|office)|(?:contacts?|kontakt) (?:for )?(?:press|media)?"
)
_PICTURE = re.compile(
    r"(?:(?:Image|Photo|Picture|Photograph|Foto)(?: source| credit|graph)?\s?[:,©]\s?[^.!?]{2,60}"
    r"|(?:Getty(?: Images)?|Reuters|REUTERS|AFP|EPA|PA Media|AP Photo|Shutterstock|iStock|dpa|ANSA|Alamy)"
    r"(?:\s?/\s?[\w .]{2,30}|via [\w ]{2,30})?)"
)
_MORE = re.compile(
    r"more (?:from|on|in|about) [\w' ]{2,30}|(?:more|other|related|latest|top|recommended) [\w' ]{0,20}"
    r"(?:articles|stories|news|headlines|coverage|reading|posts|videos)"
)
_TAGS = frozenset({"tags", "topics", "keywords", "categories", "filed under", "explore more on these topics"})
_COUNTED = re.compile(r"(?:view |show |see )?(?:all )?[\d,.]{1,7} (?:comments|replies|responses)")
_COMMENTS = frozenset(
    {"comments", "comment", "leave a comment", "leave a reply", "join the discussion", "post a comment"}
)


def is_contacts(text: str) -> bool:
    """Be the line over whom the press may ring."""
    return bool(_CONTACTS.fullmatch(plain_line(text).strip(" :")))


def is_picture_credit(text: str) -> bool:
    """Be a line that says whose picture stands beside it, and nothing else.

    >>> is_picture_credit("Getty Images"), is_picture_credit("Image: Oliver Dietze/dpa")
    (True, True)
    """
    return len(text) <= _LONGEST_HEADING * 2 and bool(_PICTURE.fullmatch(text.strip()))


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
    if len(text) <= _LONGEST_HEADING and _MORE.fullmatch(bare_line(plain)):
        return True
    return len(text) <= 200 and bool(_STARRED.fullmatch(text) or _ARROW.match(text))


def _is_navigation_mark(text: str, plain: str) -> bool:
    if len(text) > 200:
        return False
    return bool(
        is_comments(text)
        or _SIGNS.fullmatch(text)
        or _NO_WORDS.fullmatch(plain)
        or _CRUMBS.fullmatch(text)
        or _STAMP.match(plain)
        or _FIELDS.fullmatch(plain)
        or _COUNTED_AS.fullmatch(plain)
        or _ADDRESS.fullmatch(text)
    )


_worded_credit = _worded("credit")
_worded_caption = _worded("caption")

# The first rule that holds decides.
RULES: tuple[tuple[FurnitureKind, Callable[[str, str], bool]], ...] = (
    ("byline", lambda text, plain: is_byline(text)),
    ("credit", _is_credit),
    ("credit", lambda text, plain: bool(_DESK_SIGN.fullmatch(text) or _ASIDE_MAIL.fullmatch(text))),
    ("byline", lambda text, plain: bool(_HANDLE.fullmatch(text))),
    ("subscribe", lambda text, plain: len(text) <= _LONGEST_ADDRESS and bool(_FOLLOW.match(plain))),
    ("subscribe", lambda text, plain: len(text) <= _LONGEST and bool(_OFFERED.fullmatch(plain))),
    ("byline", lambda text, plain: len(text) <= _LONGEST_ADDRESS and bool(_TO_WRITER.match(plain))),
    ("related", lambda text, plain: bool(_TO_PAGE.fullmatch(text))),
    ("navigation", lambda text, plain: bool(_ASIDE.match(plain))),
    ("navigation", _is_navigation_mark),
    ("teaser", _is_teaser),
    ("related", _worded("related")),
    ("paywall", _worded("paywall")),
    ("subscribe", _worded("subscribe")),
    ("caption", _is_caption),
    ("navigation", _worded("navigation")),
    ("related", _is_related_mark),
)
