"""Subjects lost behind what opens a sentence: "In a video posted on Friday | he mocked", "Petrov, who …, | denied"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.tree import SUBJECTS, kids_of
from nongrata.mentions import Token
from nongrata.values.dates import MONTHS, WEEKDAYS

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = ("NOUN", "PROPN", "PRON")
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_INSIDE = ("compound", "det", "amod", "poss", "nmod", "nummod", "case", "punct")


def mend_opened(tokens: list[Token]) -> None:
    """Give the sentence's verb the subject that the parser hung on a day before it or told of at length."""
    for word in range(len(tokens)):
        _mend_relative(tokens, word)
    root = next((word for word, token in enumerate(tokens) if token.head == word), None)
    if root is None:
        return
    if tokens[root].pos in ("NOUN", "PROPN"):
        _mend_told_of(tokens, root)
    elif tokens[root].tag in _FINITE | {"VBN"} and not kids_of(tokens, root, *SUBJECTS):
        _mend_behind_day(tokens, root)


def _mend_relative(tokens: list[Token], word: int) -> None:
    """Hang a second "who" on the noun of the first: "a minister who fled, and | who was listed, accused"."""
    token, above = tokens[word], tokens[tokens[word].head]
    own = (kid for kid in kids_of(tokens, word, "nsubj", "nsubjpass", "dobj") if kid < word)
    if token.dep != "conj" or token.pos != "VERB" or not any(tokens[kid].text.lower() in _RELATIVE for kid in own):
        return
    if above.pos in _NOUNS:
        tokens[word] = replace(token, dep="relcl")
    elif above.dep == "relcl":
        tokens[word] = replace(token, dep="relcl", head=above.head)


def _mend_told_of(tokens: list[Token], name: int) -> None:
    """Make the verb of what ends a sentence of a name and what is told of it: "Petrov, whom Kyiv wants, | denied"."""
    if tokens[-1].text not in (".", "”", '"'):
        return
    for word, token in enumerate(tokens):
        first = min((word, *kids_of(tokens, word, "aux", "auxpass")))
        is_hung = token.dep == "conj" and token.pos == "VERB" and tokens[first].tag in _FINITE
        if not is_hung or tokens[first - 1].text != "," or kids_of(tokens, word, *SUBJECTS):
            continue
        above = token.head
        while tokens[above].dep == "conj" and tokens[tokens[above].head].pos == "VERB":
            above = tokens[above].head
        if tokens[above].dep in ("relcl", "acl") and tokens[above].head == name and name < above < word:
            tokens[word] = replace(token, dep="ROOT", head=word)
            tokens[name] = replace(tokens[name], dep="nsubj", head=word)
            return


def _mend_behind_day(tokens: list[Token], verb: int) -> None:
    """Give a verb the noun before it, which the parser hung on the day that the opening words end with."""
    opening = [kid for kid in kids_of(tokens, verb, "prep") if kid < verb]
    first = min((verb, *kids_of(tokens, verb, "aux", "auxpass", "neg")))
    days = [word for word in range(1, first) if _is_day(tokens, word)]
    if not opening or not days or days[-1] + 1 == first:
        return
    behind = range(days[-1] + 1, first)
    heads = [word for word in behind if tokens[word].head not in behind]
    top = heads[-1] if heads else first
    is_phrase = all(word == top or tokens[word].dep in _INSIDE for word in heads)
    if not is_phrase or tokens[top].pos not in _NOUNS or not opening[0] < days[-1]:
        return
    for word in range(days[-1], days[0] - 1, -1):
        if tokens[word].head in behind:
            is_after = tokens[word - 1].pos == "ADP"
            tokens[word] = replace(tokens[word], dep="pobj" if is_after else "npadvmod", head=word - 1)
    tokens[top] = replace(tokens[top], dep="nsubj", head=verb)


def _is_day(tokens: list[Token], word: int) -> bool:
    """End a date: "Saturday", the "14" of "August 14", the "August" of "14 August"."""
    text, before = tokens[word].text.lower(), tokens[word - 1].text.lower()
    return text in WEEKDAYS or (text in MONTHS and before.isdecimal()) or (text.isdecimal() and before in MONTHS)
