"""Verbs under the lemmas of the verb table, where the lemmatizer cut them too short: "fined" is of "fine"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nongrata.events.frames import load_verbs
from nongrata.mentions import Token

_ENDINGS = {
    "VBD": ("d", "ed"),
    "VBN": ("d", "ed"),
    "VBG": ("ing",),
    "VBZ": ("s", "es"),
}


def mend_words(tokens: list[Token]) -> None:
    for word, token in enumerate(tokens):
        if token.dep == "pcomp" and token.pos == "NOUN" and tokens[token.head].pos == "ADP":
            tokens[word] = replace(token, dep="pobj")  # "for whose capture it offered"
        elif token.text.lower() == "crude" and tokens[token.head].pos == "VERB" and token.dep in ("advmod", "acomp"):
            tokens[word] = replace(token, pos="NOUN", tag="NN", dep="dobj")  # "transferred crude to another ship"
        elif _is_name_of_crude(tokens, word):
            tokens[word] = replace(token, dep="compound", head=word + 1)
        elif (lemma := _lemma(token)) is not None:
            tokens[word] = replace(token, lemma=lemma)
        elif token.tag == "JJ" and token.text.endswith("ed") and (aux := _perfect(tokens, word)) is not None:
            _make_perfect(tokens, word, aux)


def _is_name_of_crude(tokens: list[Token], word: int) -> bool:
    """Be what a crude is called, taken for another object of the verb: "loaded Urals crude"."""
    if word + 1 == len(tokens) or tokens[word].dep != "dobj" or tokens[word + 1].text.lower() != "crude":
        return False
    return tokens[word + 1].head in (tokens[word].head, word)


def _perfect(tokens: list[Token], word: int) -> int | None:
    """Give the "had" right before a participle that the parser took for an adjective: "claims that it had armed"."""
    before = tokens[word - 1] if word else None
    is_have = before is not None and before.head == word and before.dep == "aux" and before.lemma == "have"
    return word - 1 if is_have else None


def _make_perfect(tokens: list[Token], word: int, aux: int) -> None:
    stem = next((stem for stem in stems(replace(tokens[word], tag="VBN")) if stem in load_verbs().verbs), None)
    if stem is None:
        return
    for other, token in enumerate(tokens):
        if token.head == aux and other != aux:
            tokens[other] = replace(token, head=word)
    tokens[word] = replace(tokens[word], pos="VERB", tag="VBN", lemma=stem)


def _lemma(token: Token) -> str | None:
    """Give the lemma of a verb that the lemmatizer cut too short: "fined" is of "fine", not of "fin"."""
    known = load_verbs()
    if token.tag not in _ENDINGS or token.lemma in known.verbs or token.lemma in known.embeddings:
        return None
    return next((stem for stem in stems(token) if stem in known.verbs or stem in known.embeddings), None)


def stems(token: Token) -> Iterator[str]:
    text = token.text.lower()
    for ending in _ENDINGS[token.tag]:
        if text.endswith(ending):
            stem = text.removesuffix(ending)
            yield from (stem, f"{stem}e")
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield f"{stem[:-1]}y"
