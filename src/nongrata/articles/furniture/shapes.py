"""Shapes of lines that are no story's whatever they speak of: addresses, stamps, trails, offers with a button."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from nongrata.articles.record import FurnitureKind

Rule = Callable[[str, str], bool]  # of a line as it stands, and of its plain form
_LONG, _SHORT = 450, 200  # characters


def _is_shaped(text: str, plain: str, *, shape: re.Pattern[str], most: int, raw: bool) -> bool:
    return len(text) <= most and shape.search(text if raw else plain) is not None


def _shape(pattern: str, *, most: int = _SHORT, raw: bool = False) -> Rule:
    """Give the rule that a line's plain form (raw: the line itself) has this shape."""
    return partial(_is_shaped, shape=re.compile(pattern), most=most, raw=raw)


_DESK = (
    r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}|[a-zä-ü]{1,4}(?:[/,] ?[a-zä-ü]{1,4}){0,3} \((?:[A-Za-z]{2,12}(?:, ?|/)?){1,5}\)"
)
_TO_WRITER = (
    r"^(?:reach|contact|email|e-mail|follow|write to|call|ring|send)\b.{1,120}"
    r"(?:\S@\S|\b\d{3}-\d{4}\b|\b(?:via|by) e-?mail\b)"
)
_FOLLOW = r"^follow .{2,60} on (?:facebook|x|twitter|instagram|telegram|whatsapp|linkedin|google|threads|bluesky)\b"
_FOR_MORE = (
    r"^(?:for (?:all|more|further|daily|breaking|any|the (?:latest|full))|to (?:get|read|see|receive))\b"
    r"(?!.*\b(?:said|told|says)\b).{0,60}\b(?:news|updates?|stories|coverage|headlines|videos?|analysis)\b"
    r".{0,60}\b(?:follow|visit|subscribe|join|download|click|check|like|tune)\b"
)
_SPONSOR = (
    r"^(?:together with|presented by|sponsored by|brought to you by|in partnership with|powered by"
    r"|a (?:message|word) from) (?:our |the )?\w[^.!?,:;]{1,40}$"
)
_OFFERED = r"^.{20,300}[.!?] (?:sign up|subscribe|register|join|donate|download it) (?:here|now|today|below)[.!]?$"
_ASIDE = (
    r"^\(?(?:this (?:audio|article|text|story|video) (?:is|was|has been)|to view this video|your browser does)\b.{0,20}"
    r"(?:generated|translated|produced|recorded|read|enable|not support)"
)
_STAMP = r"^(?:first |last )?(?:published|updated|posted|modified)\b.{0,60}(?:\d{4}|\d{1,2}[.:]\d{2}|\bago\b).{0,60}$"
_FIELDS = (
    r"^(?=.*\b(?:source|date|author|category|published|location|section|topic)s?:)[^|]{1,80}(?:\s\|\s[^|]{1,80})+$"
)
_BROKEN_OFF = r"\w{2,}\s?(?:\.{3}|…)\s*\[?(?:read|see|full|continue|learn|find out)\b[^.]{0,20}$|\[(?:\.{3}|…)\]$"
_METER = (
    r"\b(?:one|two|three|four|five|[1-9])\b[^.]{0,20}\b(?:article|story|stories)s?\b[^.]{0,10}\b(?:left|remaining)\b"
)

BEFORE_PHRASES: tuple[tuple[FurnitureKind, Rule], ...] = (
    ("credit", _shape(rf"^(?:{_DESK})$", raw=True)),
    ("credit", _shape(r"^\(+[^()]{0,160}\S@\S+\.\w+[^()]{0,80}\)+$", most=_LONG, raw=True)),
    ("byline", _shape(r"^@\w{2,30}$", raw=True)),
    ("subscribe", _shape(_FOLLOW)),
    ("subscribe", _shape(_FOR_MORE)),
    ("related", _shape(_SPONSOR, most=80)),
    ("subscribe", _shape(_OFFERED, most=320)),
    ("byline", _shape(_TO_WRITER)),
    ("related", _shape(r"^(?:more )?(?:on|from) [\w-]+\.(?:com|org|net|co\.\w\w):? \S")),  # the paper's other stories
    ("related", _shape(r"^[^.!?]{3,80}:\s(?:https?://|www\.)\S+$", most=_LONG, raw=True)),  # a link and its page
    ("navigation", _shape(_ASIDE, most=_LONG)),
    ("navigation", _shape(r"^[^\w\"'“”‘’«»()]+$|^[\W_]{3,}$", raw=True)),
    ("navigation", _shape(r"^(?:[\W_]{3,}|\W*(?:30|0)\W*|-\s*ends?\s*-)$")),
    (
        "navigation",
        _shape(r"^[^|>›»/•·]{1,30}(?:\s[|>›»/•·]\s[^|>›»/•·]{1,30}){2,}$", raw=True),
    ),  # Home > News > Europe
    ("navigation", _shape(_STAMP)),
    ("navigation", _shape(_FIELDS)),
    ("navigation", _shape(r"^(?:\w+ ){1,2}(?:id|no\.?|code|number)\s*:\s*[\w-]{1,20}$")),
    ("navigation", _shape(r"^(?:\w+://|www\.)\S+(?:\s+\([^()]{1,30}\))?$", raw=True)),
    ("teaser", _shape(_BROKEN_OFF, most=_LONG)),  # another story's first words, before a button
    ("subscribe", _shape(_METER)),  # what is left to read is no wall yet
)
AFTER_PHRASES: tuple[tuple[FurnitureKind, Rule], ...] = (
    ("related", _shape(r"^\*+\s+\S.*\S\s+\*+$", raw=True)),  # closed up, stars are emphasis
    ("related", _shape(r"^(?:[►▶▸»›→➤➡]|>{1,3}|\[\+\])\s*\S", raw=True)),
)
