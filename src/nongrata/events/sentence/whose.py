"""Clauses of "whose", where a name beside their subject misled the parser: "a firm whose head, | X, | was listed"."""

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


def _verb_behind(tokens: list[Token], noun: int) -> int | None:
    """Give the verb right behind a noun and the name in commas beside it, where it has no subject of its own."""
    if noun + 1 >= len(tokens) or tokens[noun + 1].text != ",":
        return None
    closing = next((at for at in range(noun + 2, len(tokens)) if tokens[at].text == ","), None)
    first = None if closing is None else closing + 1
    if first is None or first >= len(tokens) or tokens[first].pos not in ("AUX", "VERB"):
        return None
    verb = tokens[first].head if tokens[first].dep in ("aux", "auxpass") else first
    is_finite = tokens[first].tag in _FINITE or tokens[first].tag == "MD"
    has_own = any(token.head == verb and token.dep in _SUBJECTS for token in tokens)
    return verb if is_finite and tokens[verb].head != verb and not has_own else None
