"""Which way a time expression looks, by the tense of the verb that governs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from nongrata.mentions.record import Sentence, Token
from nongrata.mentions.times.calendar import Direction
from nongrata.values import Span

# What has been settled for later: "scheduled for July", "due on Friday", "expected in 2031".
SETTLED = frozenset(["plan", "schedule", "slate", "expect", "due", "set", "likely", "upcoming"])
# An infinitive under one of these has not happened yet: "agreed to meet on Monday".
AHEAD = SETTLED | {
    "agree", "intend", "aim", "vow", "promise", "pledge", "want", "hope", "prepare", "propose", "invite", "urge",
    "ask", "order", "threaten", "seek", "ready",
}  # fmt: skip
# A timetable is told in the present tense: "The board meets again on Dec. 5". Other verbs in the present tense
# stand in captions and headlines, and look back.
TIMETABLE = {
    "meet", "open", "begin", "start", "play", "host", "face", "vote", "go", "fly", "travel", "launch", "visit",
    "arrive", "hold", "return", "end", "expire", "resume", "take", "leave", "celebrate", "run", "close", "come",
    "convene", "kick", "depart", "sit", "appear",
}  # fmt: skip
_IN_A_ROW = frozenset(["first", "second", "third", "fourth", "fifth", "last", "latest", "next", "only"])
_STEPS = 12  # a sentence deeper than that is no sentence
_AROUND = 25  # words between a verb and its auxiliary


def direction_of(sentence: Sentence, span: Span) -> Direction | None:
    """Give the direction in which the words at the span look, or None where no verb tells."""
    tokens = sentence.tokens
    inside = _indexes(tokens, span)
    top = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)
    if top is None:
        return None
    for _ in range(_STEPS):
        if top not in inside and (told := _told_by(tokens, top)):
            return told
        head = tokens[top].head
        if head == top or not 0 <= head < len(tokens):
            return None
        top = head
    return None


def counts_things(sentence: Sentence, span: Span) -> bool:
    """Tell whether the parser reads the words as a number of things: "of 2000 troops"."""
    tokens = sentence.tokens
    token = next((tokens[i] for i in _indexes(tokens, span)), None)
    if token is None or token.dep != "nummod" or not 0 <= token.head < len(tokens):
        return False
    head = tokens[token.head]
    return head.span.start >= span.end and head.tag == "NNS"


def _indexes(tokens: tuple[Token, ...], span: Span) -> range:
    first = bisect_right(tokens, span.start, key=lambda token: token.span.end)
    return range(first, bisect_left(tokens, span.end, lo=first, key=lambda token: token.span.start))


def _told_by(tokens: tuple[Token, ...], index: int) -> Direction | None:
    token = tokens[index]
    if token.pos not in ("VERB", "AUX"):
        return "future" if token.lemma in SETTLED and token.pos == "ADJ" else None
    around = tokens[max(0, index - _AROUND) : index + _AROUND]
    auxiliaries = [t for t in around if t.head == index and t is not token and t.dep in ("aux", "auxpass")]
    tags = {t.tag for t in auxiliaries}
    if any(t.lemma == "have" for t in auxiliaries):
        return "past"
    if "MD" in tags:
        return "future"
    if "TO" in tags:
        is_passive = any(t.dep == "auxpass" for t in auxiliaries)
        return _told_by_infinitive(tokens, token, is_passive=is_passive)
    if token.tag == "VBN" and token.lemma in SETTLED:
        return "future"
    return _told_by_form(token, tags)


def _told_by_infinitive(tokens: tuple[Token, ...], token: Token, *, is_passive: bool) -> Direction | None:
    """An infinitive under a plan, or under "is to", or in a headline ("Netanyahu to meet Erdogan"), looks ahead.

    So does "a film, to be shot in May"; not "the first to be shot in May".
    """
    if not 0 <= token.head < len(tokens):
        return None
    head = tokens[token.head]
    if is_passive and head.tag in ("NN", "NNS") and token.dep in ("relcl", "acl") and not _is_one_of_some(tokens, head):
        return "future"
    if head is token or head.lemma in AHEAD or (head.lemma == "be" and head.tag in ("VBZ", "VBP")):
        return "future"
    return None


def _is_one_of_some(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Be told apart by its place in a row: "the third ship", "the latest man"."""
    around = (t for t in tokens if 0 <= t.head < len(tokens) and tokens[t.head] is noun)
    return any(t.tag == "JJS" or t.lemma in _IN_A_ROW for t in around)


def _told_by_form(token: Token, tags: set[str]) -> Direction | None:
    if token.tag == "VBG":  # "is meeting on Friday"; a bare participle leaves it to the verb above
        if "VBD" in tags:
            return "past"
        return "future" if tags & {"VBZ", "VBP"} else None
    if token.tag in ("VBZ", "VBP") and token.lemma in TIMETABLE:
        return "future"
    return "past" if token.tag in ("VBD", "VBN", "VBZ", "VBP") or "VBD" in tags else None
