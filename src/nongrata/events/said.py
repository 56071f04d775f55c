"""Where a story speaks of sanctions on somebody: each place with its wording and whose sanctions they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nongrata.events.regimes import Imposers, imposers_of
from nongrata.events.wordings import WORDINGS, Wording
from nongrata.mentions import Reading, Sentence
from nongrata.values import Span

_BEFORE = 60  # characters before a claim in which "not" or "could" still bears on it
_NO = r"(?:not(?! only| just)|never|neither|nor|no longer|\w+n[’']t)"
_NOT = re.compile(rf"\b{_NO} (?:[\w.]+ ){{0,2}}$", re.I)
_NOT_INSIDE = re.compile(rf"\b{_NO}\b", re.I)
_THOUGHT_OF = re.compile(
    r"\b(?:could|may|might|would|will|should|must|to|if|whether|risk\w*|fear\w*|threat\w*|propos\w*|consider\w*"
    r"|call\w* for|urg\w*|demand\w*|seek\w*|sought|want\w*|discuss\w*|weigh\w*|prepar\w*|veto\w*|oppos\w*|block\w*"
    r"|lifting|easing|ending|relief from|possible|potential|any|every|each|no) "
    r"(?:(?!which|that|who|is|was)[\w.]+ ){0,2}$",
    re.I,
)
# What is said of today: "is under", "remains", "has been subject to"; "was sanctioned" may be over since
_NOW = re.compile(r"(?:(?:that|which|who) )?(?:is|are|both remain|remains?|stays?|(?:has|have) (?:\w+ )?been)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that say that somebody is, was or is not under sanctions."""

    span: Span
    wording: Wording
    imposers: Imposers
    sentence: Sentence
    before: Sentence | None  # the sentences beside it, in which its party may be named
    after: Sentence | None


def find_said(text: str, reading: Reading) -> Iterator[Said]:
    """Give the places in the order of the sentences; what only may come, or is asked for, is none."""
    sentences = (None, *reading.sentences, None)
    for before, sentence, after in zip(sentences, reading.sentences, sentences[2:], strict=False):
        for span, wording in _worded(text, sentence.span):
            yield Said(
                span=span,
                wording=wording,
                imposers=imposers_of(text, span, sentence.span, before.span if before else None),
                sentence=sentence,
                before=before,
                after=after,
            )


def _worded(text: str, sentence: Span) -> Iterator[tuple[Span, Wording]]:
    """Give the words of a sentence that speak of sanctions, with what they say; the first wording that fits wins."""
    taken: list[Span] = []
    for wording in WORDINGS:
        for match in wording.pattern.finditer(text, sentence.start, sentence.end):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            before = text[max(sentence.start, span.start - _BEFORE) : span.start]
            if (wording.says_listed or wording.says_lifted) and _THOUGHT_OF.search(before):
                continue
            is_denied = wording.says_listed and (_NOT.search(before) or _NOT_INSIDE.search(span.of(text)))
            says_now = _NOW.match(text, span.start) is not None
            yield span, replace(wording, says_listed=wording.says_listed and not is_denied, says_now=says_now)
