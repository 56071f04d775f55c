"""What the words beside an act make of it: auxiliaries, adverbs, a noun's adjectives, a "no" on who takes part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import Tree

Kinds = Iterator[tuple[str, int]]  # what is made of the act, and the word that does
SAYING = ("said", "alleged", "denied")
MODALS = {
    "planned": ("will", "'ll", "’ll", "shall", "wo"),
    "would": ("would", "'d", "’d"),
    "hypothetical": ("could", "may", "might", "can", "ca"),
    "requested": ("must", "should", "ought"),
}
_NEGATORS = ("no", "never", "neither", "nor")


def own_kinds(tree: Tree, word: int) -> Kinds:
    """Give what a verb's auxiliaries, or a noun's adjectives, make of it."""
    for kid in tree.children[word]:
        if (look := BESIDE.get(tree.dep(kid))) is not None:
            yield from look(tree, word, kid)


def _inserted(tree: Tree, _word: int, kid: int) -> Kinds:
    """Be told by somebody in between: "had, Canada asserted, bombed"."""
    yield from ((kind, kid) for kind in load_verbs().embeddings.get(tree.lemma(kid), ())[:1] if kind in SAYING)


def inserted_kinds(tree: Tree, word: int, first: int) -> Kinds:
    """Give what is inserted before the second of two verbs: "it was sold, they said, and the proceeds were paid"."""
    for kid in tree.kids(first, "parataxis"):
        if first < kid < word:
            yield from _inserted(tree, word, kid)


def _modal(tree: Tree, word: int, kid: int) -> Kinds:
    text = tree.tokens[kid].text.lower()
    if text == "to" and tree.head(word) == word:
        yield "planned", word  # a headline's "Iran to ship"
    if kid and tree.tokens[kid - 1].text.lower() == "nor":
        yield "negated", word  # "Nor did Ottawa sanction him"
    if (kind := next((kind for kind, words in MODALS.items() if text in words), None)) is not None:
        yield kind, word


def _negation(_tree: Tree, word: int, _kid: int) -> Kinds:
    yield "negated", word


def _negator(tree: Tree, word: int, kid: int) -> Kinds:
    if tree.tokens[kid].text.lower() in _NEGATORS:
        yield "negated", word


def _adverb(tree: Tree, word: int, kid: int) -> Kinds:
    yield from _negator(tree, word, kid)
    text = tree.tokens[kid].text.lower()
    if text not in _NEGATORS and (kind := load_verbs().clues["beside"].get(text)):
        yield kind, word


def _adjective(tree: Tree, word: int, kid: int) -> Kinds:
    kind = load_verbs().clues["before"].get(tree.tokens[kid].text.lower())
    if kind and not tree.is_verb(word):
        yield kind, word


def _doubted(tree: Tree, word: int, prep: int) -> Kinds:
    """Lead to what is only alleged, or meant: "under the alleged scheme", "apparently by rebels", "under the plan"."""
    clues = load_verbs().clues
    nouns = tree.kids(prep, "pobj") if tree.lemma(prep) in ("under", "by") else ()
    words = [(kid, "before") for noun in nouns for kid in tree.kids(noun, "amod")]
    words += [(kid, "beside") for kid in tree.kids(prep, "advmod")]
    if any(clues[place].get(tree.tokens[kid].text.lower()) == "alleged" for kid, place in words):
        yield "alleged", word
    is_meant = any(tree.lemma(noun) == "it" or clues["above"].get(tree.lemma(noun)) == "planned" for noun in nouns)
    if is_meant and tree.lemma(prep) == "under" and tree.tokens[word].tag in ("VBZ", "VBP"):
        yield "planned", word


def _nobody(tree: Tree, word: int, kid: int) -> Kinds:
    """Be done by nobody or to nobody: "no army", "neither man", "neither the firm nor its owner"."""
    if any(tree.lemma(each) in ("no", "neither") for each in tree.kids(kid, "det", "preconj")):
        yield "negated", word


def _thing(tree: Tree, word: int, kid: int) -> Kinds:
    """Be done to nothing, or be called a claim: "had shot down a jet, a claim that nobody confirmed"."""
    yield from _nobody(tree, word, kid)
    beside = [other for other in tree.subtree(kid) if tree.dep(other) == "appos"]
    if any(load_verbs().is_of(tree.lemma(other), "accusation") for other in beside):
        yield "alleged", word


BESIDE: Mapping[str, Callable[[Tree, int, int], Kinds]] = {
    "parataxis": _inserted,
    "aux": _modal,
    "auxpass": _modal,
    "neg": _negation,
    "det": _negator,
    "preconj": _negator,
    "advmod": _adverb,
    "amod": _adjective,
    "prep": _doubted,
    "agent": _doubted,
    "nsubj": _nobody,
    "nsubjpass": _nobody,
    "dobj": _thing,
    "dative": _nobody,
}
