"""Clauses that the parser joins to the wrong verb: "denies backing it | and accuses Congo", "said so; | none knew"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPEN = frozenset({"VBG", "VB"})
_BELIEVED = frozenset({"say", "believe", "think", "know", "suspect", "understand", "report"})


def mend_conjoined(tokens: list[Token]) -> None:
    """Hang each clause on the verb that it is of, one kind of slip after the other."""
    for word in range(len(tokens)):
        _mend_finite(tokens, word)
        _mend_behind_comma(tokens, word)
        _mend_semicolon(tokens, word)
        _mend_reduced(tokens, word)
        _mend_passive(tokens, word)


def _mend_finite(tokens: list[Token], word: int) -> None:
    """Join a verb with a time of its own to the one that has one: "denies backing it | and accuses Congo"."""
    token, above = tokens[word], tokens[word].head
    if token.dep != "conj" or token.tag not in _FINITE or token.pos != "VERB" or not _is_open(tokens, above):
        return
    while _is_open(tokens, above) and tokens[above].dep in ("xcomp", "pcomp", "conj", "advcl", "ccomp"):
        above = tokens[above].head
        if tokens[above].pos == "ADP":
            above = tokens[above].head
    if tokens[above].tag in _FINITE and above < word:
        tokens[word] = replace(token, head=above)


def _is_open(tokens: list[Token], word: int) -> bool:
    """Be a gerund, a bare infinitive, or what should be done: "demanded that he be heard | and threatened"."""
    if tokens[word].tag != "VBN" and tokens[word].tag not in _OPEN:
        return False
    auxiliaries = [each for each in tokens if each.head == word and each.dep in ("aux", "auxpass")]
    if tokens[word].tag == "VBN":
        return any(each.text.lower() == "be" for each in auxiliaries)
    return not any(each.lemma != "to" for each in auxiliaries)


def _mend_behind_comma(tokens: list[Token], word: int) -> None:
    """Give a verb behind a comma back to whoever speaks: "he denied that they had attacked it, and | threatened to"."""
    token, told = tokens[word], tokens[tokens[word].head]
    if token.dep != "conj" or token.tag != "VBD" or told.dep != "ccomp" or told.tag != "VBN":
        return
    if all(tokens[at].text != "," for at in range(max(0, word - 3), word)):
        return
    is_past = any(each.head == token.head and each.dep == "aux" and each.lemma == "have" for each in tokens)
    has_own = any(each.head == word and each.dep in ("nsubj", "nsubjpass") for each in tokens)
    if is_past and not has_own and tokens[told.head].tag == "VBD":
        tokens[word] = replace(token, head=told.head)


def _mend_semicolon(tokens: list[Token], word: int) -> None:
    """Part what is said from the sentence behind the semicolon: "said jets bombed it; | nobody could confirm that"."""
    token, after = tokens[word], tokens[word].head
    says = tokens[after].head
    is_before = token.dep == "ccomp" and word < after and any(each.text == ";" for each in tokens[word:after])
    if is_before and tokens[after].dep == "ccomp" and says < word and load_verbs().tells(tokens[says].lemma):
        tokens[word] = replace(token, head=says)
        tokens[after] = replace(tokens[after], dep="conj")


def _mend_reduced(tokens: list[Token], word: int) -> None:
    """Give a verb its object back: "indicted seven men | said to belong to the unit"."""
    token, verb = tokens[word], tokens[word].head
    is_clause = token.dep == "ccomp" and token.tag in ("VBD", "VBN") and token.lemma in _BELIEVED and verb < word
    if not is_clause or load_verbs().embeddings.get(tokens[verb].lemma):
        return
    kids = [each for each in tokens if each.head == word]
    if not any(each.dep == "xcomp" for each in kids):
        return
    nouns = [each for each, kid in enumerate(tokens) if kid.head == word and kid.dep in ("nsubj", "nsubjpass")]
    has_object = any(each.head == verb and each.dep == "dobj" for each in tokens)
    if len(nouns) == 1 and nouns[0] == word - 1 and not has_object and not any(k.dep == "mark" for k in kids):
        tokens[nouns[0]] = replace(tokens[nouns[0]], head=verb, dep="dobj")
        tokens[word] = replace(token, head=nouns[0], dep="acl", tag="VBN")


def _mend_passive(tokens: list[Token], word: int) -> None:
    """Make suffered what is told beside a passive: "was arrested on Tuesday and | extradited to China"."""
    token, before = tokens[word], tokens[tokens[word].head]
    if token.dep != "conj" or token.tag != "VBD" or not load_verbs().is_of(token.lemma, "suffered"):
        return
    kids = {(each.head, each.dep) for each in tokens}
    is_passive = before.tag == "VBN" and any((token.head, dep) in kids for dep in ("auxpass", "nsubjpass"))
    if is_passive and not any((word, dep) in kids for dep in ("dobj", "nsubj", "ccomp")):
        tokens[word] = replace(token, tag="VBN")
