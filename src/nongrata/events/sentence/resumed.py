"""What goes on behind an aside: "Canada listed the group, after Biden had removed it, and on Friday fined a bank".

Of nouns too: "imposed measures on a bank, a lender that companies own, and on a mine".
"""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token

_NAMES = ("PROPN", "NOUN")
_SPEECHES = frozenset({
    "accuse", "ask", "blame", "call", "condemn", "demand", "denounce", "dismiss", "reject", "threaten", "urge", "vow",
})  # fmt: skip
_BEFORE = ("compound", "nmod", "amod")


def mend_resumed(tokens: list[Token]) -> None:
    """Hang what goes on after a closed aside on the clause before it, and the first of two states on their noun."""
    for word, token in enumerate(tokens):
        if token.dep == "conj" and (main := _resumed(tokens, word)) is not None:
            tokens[word] = replace(token, head=main)
        elif token.pos == "ADP" and (deed := _deed_before(tokens, word)) is not None:
            tokens[word] = replace(token, head=tokens[deed].head)
        elif token.pos == "ADP" and token.dep == "conj" and tokens[token.head].dep == "pobj":
            tokens[word] = replace(token, head=tokens[token.head].head)  # "on it since January and | under sanctions"
        elif token.pos == "ADP" and (first := _taken_up_again(tokens, word)) is not None:
            tokens[word] = replace(token, head=first, dep="conj")
    _join_states(tokens)
    _part_speech(tokens)


def _part_speech(tokens: list[Token]) -> None:
    """Hang what somebody goes on to say on what he said before: "denied that he had shot them | and blamed gangs"."""
    for word, token in enumerate(tokens):
        said = tokens[token.head].head
        is_behind = token.dep == "conj" and tokens[token.head].dep == "ccomp" and said < token.head < word
        if is_behind and tokens[said].tag == token.tag == "VBD" and _goes_on_saying(tokens, word):
            tokens[word] = replace(token, head=said)


def _goes_on_saying(tokens: list[Token], word: int) -> bool:
    """Be a verb of speech without a subject of its own, behind one of a deed told of the time before it or to come."""
    told = tokens[word].head
    speaks = load_verbs().tells(tokens[word].lemma) or tokens[word].lemma in _SPEECHES
    own = [token for token in tokens if token.head == word and token.dep in ("nsubj", "nsubjpass", "aux", "auxpass")]
    is_of_then = any(token.head == told and token.dep in ("aux", "auxpass") for token in tokens)
    return speaks and not own and is_of_then


def _deed_before(tokens: list[Token], word: int) -> int | None:
    """Give the preposition of the deed beside which another is told: "accused it of arming them, …, and of bombing"."""
    if word == 0 or tokens[word - 1].dep != "cc" or not _has_deed(tokens, word):
        return None
    same = (at for at in range(word - 1, -1, -1) if tokens[at].lemma == tokens[word].lemma and _has_deed(tokens, at))
    return next(same, None)


def _has_deed(tokens: list[Token], prep: int) -> bool:
    return tokens[prep].dep == "prep" and any(
        token.head == prep and token.dep == "pcomp" and token.tag == "VBG" for token in tokens
    )


def _taken_up_again(tokens: list[Token], word: int) -> int | None:
    """Give the preposition that one behind ", and" repeats, the highest of those before it in its sentence."""
    if word < 2 or tokens[word - 1].dep != "cc" or tokens[word - 2].text != "," or tokens[word].dep != "prep":
        return None
    same = [other for other in range(word) if tokens[other].lemma == tokens[word].lemma and tokens[other].dep == "prep"]
    depths = {other: _depth(tokens, other) for other in same}
    first = min(same, key=lambda other: (depths[other], -other), default=None)
    return first if first is not None and depths[first] < _depth(tokens, word) else None


def _depth(tokens: list[Token], word: int) -> int:
    """Give how many words stand above one."""
    depth = 0
    while tokens[word].head != word and depth < len(tokens):
        word, depth = tokens[word].head, depth + 1
    return depth


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
