"""Where a claim made with a noun tells whose sanctions they are: beside the noun, in a place, or by who acts."""

from __future__ import annotations

from nongrata.events.claims.stated import Words
from nongrata.events.claims.whom import is_imposer, meant
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree

_BETWEEN = frozenset({",", "-", "and", "or", "the", "both", "nor", "neither", "either"})


def imposers_by(scene: Scene, word: int, verb: int | None) -> tuple[Words, ...]:
    """Give the words that may tell it, those first that count first."""
    tree = scene.tree
    before = [each for kid in tree.kids(word, "compound", "amod", "poss", "nmod") for each in tree.subtree(kid)]
    preps = [prep for prep in tree.kids(word, "prep") if tree.lemma(prep) in ("of", "by", "in", "from")]
    before += [word] * (scene.tree.kids(word, "case") != ())  # "and on America's since 2010"
    own = (*before, *listed_before(scene, word), *(each for prep in preps for each in tree.subtree(prep)))
    own += tuple(each for put in tree.kids(word, "acl") if tree.tokens[put].tag == "VBN" for each in _where(tree, put))
    if verb is None:
        return (own,)
    where = _where(tree, verb)
    return ((*own, *(where if preps or not own else ())), where, _doers(scene, verb))


def listed_before(scene: Scene, word: int) -> Words:
    """Give the names of states that lead to a word: "under U.S., EU and British sanctions", "US- and UK-sanctioned"."""
    last = before_own(scene.tree, word)
    first = before_list(scene, last)
    return tuple(each for each in range(first + 1, last + 1) if each in scene.named)


def before_own(tree: Tree, word: int) -> int:
    """Give the place before a noun and the nouns that are one with it: "the U.N. | sanctions list"."""
    while word > 0 and tree.dep(word - 1) == "compound" and tree.tokens[word - 1].pos == "NOUN":
        word -= 1
    return word - 1


def before_list(scene: Scene, word: int) -> int:
    """Give the place before the states of a list that ends here: "on | neither the British nor the U.N."."""
    while word >= 0 and (word in scene.named or scene.tree.tokens[word].text in _BETWEEN):
        word -= 1
    return word


def _where(tree: Tree, verb: int) -> Words:
    """Give the words of the places in which it holds, and of the agent: "in Britain and in Japan", "by the EU"."""
    hosts = (verb, *(prep for prep in tree.kids(verb, "prep") if tree.lemma(prep) == "in"))
    preps = (prep for host in hosts for prep in tree.kids(host, "prep", "agent", "conj"))
    return tuple(each for prep in preps if tree.lemma(prep) in ("in", "by") for each in tree.subtree(prep))


def _doers(scene: Scene, verb: int) -> Words:
    """Give the words of states and their organs that do what the verb says."""
    tree = scene.tree
    subject = None if tree.is_passive(verb) or is_word(tree.lemma(verb), "be") else tree.subject(verb)
    if subject is None:
        return ()
    everybody = tree.listed(meant(tree, subject))
    members = [each for each in everybody if is_imposer(scene, each) or is_word(tree.lemma(each), "court")]
    return tuple(each for member in members for each in tree.phrase(member))
