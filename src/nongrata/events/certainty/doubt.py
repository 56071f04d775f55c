"""What becomes of an act under words that no table knows: without one that vouches for it, it is no fact."""

from __future__ import annotations

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import Tree

_INSTEAD = frozenset({"instead", "short", "far", "rather", "aside", "apart"})
_NOUNS = ("NOUN", "PROPN")


def doubt_of(tree: Tree, word: int, head: int) -> str | None:
    """Give what the word above makes of a clause or a preposition with a gerund, where the tables are silent."""
    dep = tree.dep(word)
    if dep == "prep" and tree.kids(word, "pcomp"):
        return _by_preposition(tree, word, head)
    if tree.tokens[head].pos in _NOUNS:
        return _below_noun(tree, word, head, dep)
    if dep == "ccomp" and any(tree.lemma(kid) == "that" for kid in tree.kids(word, "mark")):
        return None if load_verbs().is_of(tree.lemma(head), "vouching") or _speaks(tree, head) else "alleged"
    if dep == "xcomp" and is_infinitive(tree, word):
        is_known = tree.lemma(head) in load_verbs().embeddings or load_verbs().is_of(tree.lemma(head), "vouching")
        return None if is_known else "hypothetical"
    return None


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Have "to" before it: "to ship"."""
    return tree.tokens[verb].tag == "VB" and any(tree.lemma(kid) == "to" for kid in tree.kids(verb, "aux"))


def _speaks(tree: Tree, head: int) -> bool:
    known = load_verbs()
    return known.is_of(tree.lemma(head), "speaking") or tree.lemma(head) in known.embeddings


def _below_noun(tree: Tree, word: int, noun: int, dep: str) -> str | None:
    """Give what a noun makes of the clause that tells what it is: "suspicions that", "a drive to"."""
    if dep not in ("acl", "relcl", "ccomp") or not tree.is_verb(word):
        return None
    lemma = tree.lemma(noun)
    if any(tree.lemma(kid) == "that" for kid in tree.kids(word, "mark")):
        return None if load_verbs().is_of(lemma, "vouching") else "alleged"
    is_told = load_verbs().is_of(lemma, "vouching") or any(
        load_verbs().is_of(tree.lemma(kid), "vouching") for kid in tree.kids(noun, "amod")
    )
    return "hypothetical" if is_infinitive(tree, word) and not is_told else None


def _by_preposition(tree: Tree, prep: int, host: int) -> str | None:
    """Give what a preposition makes of the gerund after it: "from shipping", "instead of shipping"."""
    near = (host, *tree.kids(prep, "advmod"))
    if any(tree.lemma(word) in _INSTEAD for word in near):
        return "negated"
    known, lemma = load_verbs(), tree.lemma(host)
    if known.is_of(lemma, "suspicion"):
        return "alleged"
    is_ahead = prep < host and tree.is_verb(host)  # "on arriving in Kyiv he said"
    doubt = known.clues["preposition"].get(tree.lemma(prep))
    if doubt is None or is_ahead or known.is_of(lemma, "vouching"):
        return None
    kind = known.embeddings.get(lemma, ("said",))[0]
    is_own = kind in ("said", "asserted", "decided", "plotted")
    return doubt if is_own else kind  # "prevented from", "is planning on"
