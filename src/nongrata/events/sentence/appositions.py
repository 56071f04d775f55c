"""Subjects lost beside an apposition: "Tom Andrews, the envoy, | called on", "In Oman, its minister | said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nongrata.events.sentence.tree import SUBJECTS
from nongrata.mentions import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = ("NOUN", "PROPN")
_WHEN = frozenset({"after", "before", "since", "until", "at", "during"})
_DEEP = 4  # words between the place and the verb


def mend_appositions(tokens: list[Token]) -> None:
    """Give the verb of a whole sentence its subject, where the parser made an apposition of one of the two."""
    root = next((word for word, token in enumerate(tokens) if token.head == word), None)
    if root is None or tokens[-1].text not in (".", "”", '"'):
        return
    for name in _names(tokens, root):
        if (verb := _verb_behind(tokens, name)) is not None:
            tokens[verb] = replace(tokens[verb], dep="ROOT", head=verb, tag="VBD")
            tokens[root] = replace(tokens[root], dep="dep", head=verb)
            tokens[name] = replace(tokens[name], dep="nsubj", head=verb)
            return
    if any(tokens[word].tag in _FINITE for word in _verb_with_auxiliaries(tokens, root)):
        _part_time(tokens, root)
        if (doer := _doer_beside_place(tokens, root)) is not None:
            tokens[doer] = replace(tokens[doer], dep="nsubj", head=root)


def mend_names_told(tokens: list[Token]) -> None:
    """Hang a name on whom it is told of, behind another name: "an aide to Trump, | Steve Witkoff, said"."""
    for word, token in enumerate(tokens[:-1]):
        between, comma = tokens[token.head], tokens[word + 1]
        if token.dep != "appos" or token.pos != "PROPN" or between.dep != "pobj" or comma.text != ",":
            continue
        noun = tokens[between.head].head  # the comma that closes the name hangs on it
        if comma.head == noun < between.head and tokens[noun].pos == "NOUN" and tokens[noun].dep in SUBJECTS:
            tokens[word] = replace(token, head=noun)


def mend_names_done_to(tokens: list[Token]) -> None:
    """Hang a name on the noun before it that tells who it is: "sanctioned the army chief, | Gen. Burhan, in May"."""
    for word, token in enumerate(tokens):
        if token.dep != "dobj" or token.pos != "PROPN" or token.head > word:
            continue
        start = word
        while start and tokens[start - 1].pos in ("PROPN", "PUNCT") and tokens[start - 1].text != ",":
            start -= 1
        noun = start - 2
        is_told = noun > token.head and tokens[start - 1].text == "," and tokens[noun].tag == "NN"
        if is_told and (tokens[noun].dep, tokens[noun].head) == ("dobj", token.head):
            tokens[word] = replace(token, dep="appos", head=noun)


def _verb_with_auxiliaries(tokens: list[Token], verb: int) -> list[int]:
    return [
        verb,
        *(word for word, token in enumerate(tokens) if token.head == verb and token.dep in ("aux", "auxpass")),
    ]


def _names(tokens: list[Token], root: int) -> Iterator[int]:
    """Give the noun that the parser took for all there is, or who stands behind the dateline that it took for it."""
    if tokens[root].pos in _NOUNS:
        yield root
        yield from (word for word, token in enumerate(tokens) if token.head == root and token.dep == "appos")


def _verb_behind(tokens: list[Token], name: int) -> int | None:
    """Give the verb behind the apposition to a name."""
    told = next((w for w, token in enumerate(tokens) if token.head == name and token.dep == "appos"), None)
    for word, token in enumerate(tokens):
        is_hung = token.head == name and token.dep == "acl" and token.tag in ("VBN", "VBD")
        if told is not None and is_hung and name < told < word and tokens[word - 1].text == ",":
            return word
    return None


def _part_time(tokens: list[Token], root: int) -> None:
    """Make a phrase of what the parser took for a clause: "After talks in Muscat, Oman's minister | urged"."""
    mark, subject = tokens[0], next((w for w, t in enumerate(tokens) if t.head == root and t.dep in SUBJECTS), None)
    if subject is None or (mark.dep, mark.head) != ("mark", root) or mark.text.lower() not in _WHEN:
        return
    if _doer_beside_place(tokens, root, under=subject) is not None:
        tokens[0] = replace(mark, dep="prep")
        tokens[subject] = replace(tokens[subject], dep="pobj", head=0)


def _doer_beside_place(tokens: list[Token], root: int, *, under: int | None = None) -> int | None:
    """Give who acts, hung on the place that opens the sentence: "In Tehran, Iran's minister | offered help"."""
    if under is None and any(token.head == root and token.dep in (*SUBJECTS, "expl") for token in tokens):
        return None
    for word, token in enumerate(tokens[:root]):
        place = tokens[token.head]
        is_beside = token.dep == "appos" and place.dep == "pobj" and token.head < word and token.pos in _NOUNS
        if is_beside and tokens[token.head + 1].text == "," and _opens(tokens, place.head, root):
            return word
    return None


def _opens(tokens: list[Token], word: int, root: int) -> bool:
    """Hang on the verb before it, by no more than what opens the sentence."""
    for _ in range(_DEEP):
        if tokens[word].head == root:
            return word < root
        word = tokens[word].head
    return False
