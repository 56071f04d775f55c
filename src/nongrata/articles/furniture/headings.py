"""Lines that head what is no story: other stories, tags, the readers' comments, whom the press may ring."""

from __future__ import annotations

import re

from nongrata.articles.furniture.phrases import PHRASES, bare_line, plain_line

_LONGEST = 60
_CONTACTS = re.compile(
    r"(?:press|media|news) (?:contacts?|inquiries|enquiries|office)|(?:contacts?|kontakt) (?:for )?(?:press|media)?"
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


def is_heading(text: str) -> bool:
    """Be a line that heads a box of other stories or of comments: what follows belongs to the box."""
    bare = bare_line(plain_line(text))
    return is_more(text) or bare in PHRASES["related"].whole or bare in _TAGS or is_comments(text)


def is_comments(text: str) -> bool:
    """Be the line over the readers' comments.

    >>> is_comments("Comments (12)"), is_comments("3 comments"), is_comments("Comments made in May")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    plain = plain_line(text)
    return bare_line(plain) in _COMMENTS or _COUNTED.fullmatch(plain) is not None


def is_more(text: str) -> bool:
    """Announce other stories: "More from Business", "Latest news"."""
    return len(text) <= _LONGEST and _MORE.fullmatch(bare_line(plain_line(text))) is not None


def is_contacts(text: str) -> bool:
    """Be the line over whom the press may ring."""
    return bool(_CONTACTS.fullmatch(plain_line(text).strip(" :")))
