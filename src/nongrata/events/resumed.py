"""What goes on behind an aside: "Canada listed the group, after Biden had removed it, and on Friday fined a bank"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.mentions import Token

_NAMES = ("PROPN", "NOUN")
_BEFORE = ("compound", "nmod", "amod")


def mend_resumed(tokens: list[Token]) -> None:
    """Hang what goes on after a closed aside on the clause before it, and the first of two states on their noun."""
    for word, token in enumerate(tokens):
        if token.dep == "conj" and (main := _resumed(tokens, word)) is not None:
            tokens[word] = replace(token, head=main)
    _join_states(tokens)


def _resumed(tokens: list[Token], word: int) -> int | None:
    """Give the verb before the aside, where a comma closes the aside and the next verb has no subject of its own."""
    aside = tokens[word].head
    main = tokens[aside].head
    kids = [each for each, token in enumerate(tokens) if token.head == aside and each != aside]
    is_aside = tokens[aside].dep == "advcl" and main < aside < word and any(tokens[kid].dep == "mark" for kid in kids)
    closed = [kid for kid in kids if tokens[kid].dep == "cc" and aside < kid < word and tokens[kid - 1].text == ","]
    has_own = any(token.head == word and token.dep in ("nsubj", "nsubjpass") for token in tokens)
    is_alike = tokens[main].tag == tokens[word].tag and tokens[word].tag in ("VBD", "VBZ", "VBP")
    return main if is_aside and closed and is_alike and not has_own else None


def _join_states(tokens: list[Token]) -> None:
    """Read "US, UK jets hit" as jets of both, where a headline leaves out its "and"."""
    first = next((word for word, token in enumerate(tokens) if token.pos in _NAMES), len(tokens))
    if first + 4 > len(tokens) or tokens[first + 1].text != "," or tokens[first + 2].dep not in _BEFORE:
        return
    noun = first + 3
    is_list = tokens[first + 2].head == noun and tokens[first].dep in ("dep", "npadvmod", *_BEFORE)
    if is_list and tokens[noun].tag == "NNS" and tokens[first].head in (noun, tokens[noun].head):
        tokens[first] = replace(tokens[first], dep="nmod", head=noun)
