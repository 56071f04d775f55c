"""Gerunds that the parser takes for adjectives: "denied striking civilian buildings", "accused Minsk of shipping"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.lemmas import stems
from nongrata.mentions import Token

_TO_DEEDS = frozenset({"of", "for", "from", "over"})
_WAYS = frozenset({"to", "into", "from", "through", "via"})


def mend_gerunds(tokens: list[Token]) -> None:
    for word in range(1, len(tokens)):
        if (above := _gerunds_head(tokens, word)) is not None:
            _free(tokens, word, above)


def _gerunds_head(tokens: list[Token], word: int) -> int | None:
    """Give the verb that a gerund taken for an adjective belongs under: "denied striking civilian buildings".

    It stands right after the verb, or after the preposition of one: "accused Minsk of shipping shells".
    """
    token, before, noun = tokens[word], tokens[word - 1], tokens[tokens[word].head]
    if token.dep not in ("amod", "compound") or not token.text.endswith("ing") or _gerund(token) is None:
        return None
    known = load_verbs().embeddings
    if before.pos == "VERB" and noun.dep == "dobj" and noun.head == word - 1:
        return word - 1 if before.lemma in known else None
    if before.dep != "prep" or noun.dep != "pobj" or noun.head != word - 1:
        return None
    above = before.head if tokens[before.head].pos == "VERB" else tokens[before.head].head
    is_charge = before.lemma == "with" and load_verbs().is_of(tokens[above].lemma, "legal")  # "charged with shipping"
    if before.lemma not in _TO_DEEDS and not is_charge:
        return None
    return above if tokens[above].pos == "VERB" and tokens[above].lemma in known else None


def _gerund(token: Token) -> str | None:
    """Give the verb of the table that a word in -ing is of."""
    forms = stems(replace(token, tag="VBG"))
    return next((stem for stem in (token.lemma, *forms) if stem in load_verbs().verbs), None)


def _free(tokens: list[Token], word: int, above: int) -> None:
    """Hang the gerund on its verb or preposition, and on the gerund its noun and what is said of where it went."""
    noun, stem = tokens[word].head, _gerund(tokens[word]) or tokens[word].lemma
    dep = "xcomp" if above == word - 1 else "pcomp"
    tokens[word] = replace(tokens[word], lemma=stem, pos="VERB", tag="VBG", dep=dep, head=word - 1)
    tokens[noun] = replace(tokens[noun], dep="dobj", head=word)
    for other in range(noun + 1, len(tokens)):
        token = tokens[other]
        if token.head == above and token.dep in ("prep", "dative") and token.lemma in _WAYS:
            tokens[other] = replace(token, head=word)
