"""Verbs under the lemmas of the verb table, where the lemmatizer cut them too short: "fined" is of "fine"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token

_IRREGULAR = {"frozen": "freeze", "broken": "break", "stolen": "steal", "seized": "seize", "withdrawn": "withdraw"}
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
        elif (lemma := _joined(tokens, word) or _lemma(token)) is not None:
            tokens[word] = replace(token, lemma=lemma)
        elif _is_between(tokens, word) or _is_stressed(tokens, word):
            _make_verb(tokens, word)
        elif token.tag == "JJ" and token.text.endswith("ed") and (aux := _perfect(tokens, word)) is not None:
            _make_perfect(tokens, word, aux)


def _joined(tokens: list[Token], word: int) -> str | None:
    """Give the verb that the word before makes another: "test-fired" is no firing, "nor denied it" no denial."""
    if tokens[word].lemma == "deny" and word and tokens[word - 1].lemma == "nor":
        return "unconfirmed"
    if word < 2 or tokens[word - 1].text != "-" or tokens[word].pos != "VERB":
        return None
    lemma = f"{tokens[word - 2].text.lower()}-{_lemma(tokens[word]) or tokens[word].lemma}"
    return lemma if lemma in load_verbs().verbs else None


def _is_between(tokens: list[Token], word: int) -> bool:
    """Be the verb that the parser took for an adjective of its object: "the bloc had | frozen talks"."""
    token, noun = tokens[word], tokens[tokens[word].head]
    if word == 0 or token.dep != "amod" or token.tag not in ("JJ", "VBN") or noun.dep != "dobj":
        return False
    is_had = tokens[word - 1].lemma == "have" and noun.head == word - 1
    return is_had and _past(token) is not None and token.head == word + 1


def _is_stressed(tokens: list[Token], word: int) -> bool:
    """Be the verb behind a "did" that the parser took for the verb itself: "London did | blacklist Zhao Wei"."""
    did, token = tokens[word - 1] if word else None, tokens[word]
    is_do = did is not None and did.text.lower() in ("did", "does") and did.pos == "VERB"
    return is_do and token.tag == "NN" and token.dep in ("compound", "dobj") and token.text in load_verbs().verbs


def _past(token: Token) -> str | None:
    """Give the verb of the table of which a word may be the participle."""
    known, text = load_verbs().verbs, token.text.lower()
    if text not in _IRREGULAR and not text.endswith("ed"):
        return None  # "has close ties"
    forms = (token.lemma, _IRREGULAR.get(text, ""), *stems(replace(token, tag="VBN")))
    return next((stem for stem in forms if stem in known), None)


def _make_verb(tokens: list[Token], word: int) -> None:
    """Put the verb in the place of its "had" or "did"."""
    had, stem = word - 1, _past(tokens[word]) or tokens[word].lemma
    tag = "VB" if tokens[had].lemma == "do" else "VBN"
    place = tokens[had]
    for other, token in enumerate(tokens):
        if token.head == had and other not in (had, word):
            tokens[other] = replace(token, head=word)
    head = word if place.head == had else place.head
    tokens[word] = replace(tokens[word], pos="VERB", tag=tag, lemma=stem, dep=place.dep, head=head)
    tokens[had] = replace(place, pos="AUX", dep="aux", head=word)


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
    if token.text.lower() in ("raped", "raping"):
        return "rape"  # not of "rap"
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
