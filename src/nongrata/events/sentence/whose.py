"""Clauses whose subject the parser misread: "a firm whose head, | X, | was listed", "X and Y, both of which | are"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.mentions import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend_whose(tokens: list[Token]) -> None:
    """Give the verb of such a clause the noun behind "whose" as its subject, and hang it on whose it is."""
    for word, token in enumerate(tokens):
        noun = token.head
        if token.text.lower() != "whose" or token.dep != "poss" or tokens[noun].dep in _SUBJECTS:
            continue
        owner = tokens[noun].head
        verb = _verb_behind(tokens, noun)
        if verb is None or owner >= word:
            continue
        is_passive = any(each.head == verb and each.dep == "auxpass" for each in tokens)
        tokens[noun] = replace(tokens[noun], dep="nsubjpass" if is_passive else "nsubj", head=verb)
        tokens[verb] = replace(tokens[verb], dep="relcl", head=owner)


def mend_of_which(tokens: list[Token]) -> None:
    """Give the verb of "both of which, like the bank, | are listed" its subject, and hang it on their noun."""
    for word, token in enumerate(tokens[:-1]):
        some = tokens[token.head].head
        is_relative = token.text.lower() in ("which", "whom") and tokens[token.head].lemma == "of"
        if not is_relative or tokens[some].dep != "appos" or some != word - 2:
            continue
        first = next((at for at in range(word + 1, len(tokens)) if _is_finite(tokens[at])), word)
        verb = tokens[first].head if tokens[first].dep in ("aux", "auxpass") else first
        if tokens[verb].dep == "advcl" and tokens[verb].head < word and not _has_subject(tokens, verb):
            is_passive = any(each.head == verb and each.dep == "auxpass" for each in tokens)
            tokens[verb] = replace(tokens[verb], dep="relcl", head=tokens[some].head)
            tokens[some] = replace(tokens[some], dep="nsubjpass" if is_passive else "nsubj", head=verb)


def _is_finite(token: Token) -> bool:
    return token.tag in _FINITE or token.tag == "MD"


def _has_subject(tokens: list[Token], verb: int) -> bool:
    return any(token.head == verb and token.dep in _SUBJECTS for token in tokens)


def _verb_behind(tokens: list[Token], noun: int) -> int | None:
    """Give the verb right behind a noun and the name in commas beside it, where it has no subject of its own."""
    if noun + 1 >= len(tokens) or tokens[noun + 1].text != ",":
        return None
    closing = next((at for at in range(noun + 2, len(tokens)) if tokens[at].text == ","), None)
    first = None if closing is None else closing + 1
    if first is None or first >= len(tokens) or tokens[first].pos not in ("AUX", "VERB"):
        return None
    verb = tokens[first].head if tokens[first].dep in ("aux", "auxpass") else first
    is_free = tokens[verb].head != verb and not _has_subject(tokens, verb)
    return verb if _is_finite(tokens[first]) and is_free else None
