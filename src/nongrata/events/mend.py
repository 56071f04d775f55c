"""A sentence with the parser's usual slips mended: lemmas of verbs, and gerunds taken for adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nongrata.events.frames import load_verbs
from nongrata.mentions import Sentence, Token

_ENDINGS = {
    "VBD": ("d", "ed"),
    "VBN": ("d", "ed"),
    "VBG": ("ing",),
    "VBZ": ("s", "es"),
}


def mended(sentence: Sentence) -> Sentence:
    """Give the sentence with verbs under the lemmas of the verb table, and gerunds as verbs of their own."""
    tokens = list(sentence.tokens)
    for word, token in enumerate(tokens):
        if (lemma := _lemma(token)) is not None:
            tokens[word] = replace(token, lemma=lemma)
    for word in range(1, len(tokens)):
        if _is_hidden_gerund(tokens, word):
            _free(tokens, word)
    return replace(sentence, tokens=tuple(tokens))


def _lemma(token: Token) -> str | None:
    """Give the lemma of a verb that the lemmatizer cut too short: "fined" is of "fine", not of "fin"."""
    known = load_verbs()
    if token.tag not in _ENDINGS or token.lemma in known.verbs or token.lemma in known.embeddings:
        return None
    return next((stem for stem in _stems(token) if stem in known.verbs or stem in known.embeddings), None)


def _stems(token: Token) -> Iterator[str]:
    text = token.text.lower()
    for ending in _ENDINGS[token.tag]:
        if text.endswith(ending):
            stem = text.removesuffix(ending)
            yield from (stem, f"{stem}e")
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield f"{stem[:-1]}y"


def _is_hidden_gerund(tokens: list[Token], word: int) -> bool:
    """Be the gerund after a verb that wants one: "denied striking civilian buildings"."""
    token, before = tokens[word], tokens[word - 1]
    noun = tokens[token.head]
    governs = before.pos == "VERB" and noun.dep == "dobj" and noun.head == word - 1
    return token.tag == "VBG" and token.dep == "amod" and governs and before.lemma in load_verbs().embeddings


def _free(tokens: list[Token], word: int) -> None:
    """Hang the gerund on the verb before it, and the noun on the gerund."""
    noun = tokens[word].head
    tokens[word] = replace(tokens[word], pos="VERB", dep="xcomp", head=word - 1)
    tokens[noun] = replace(tokens[noun], head=word)
