"""Whether a verb means a listing: by who does it, under which law it is done, or because it means nothing else."""

from __future__ import annotations

import calendar

from nongrata.events.acts.verbal import DAYS
from nongrata.events.claims.measures import was_told
from nongrata.events.claims.stated import Words
from nongrata.events.claims.whom import below, is_authority, is_imposer
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree

_AS = ("as", "in", "on", "among", "at", "for", "alongside")
_CALLED = ("oprd", "attr", "dobj", "xcomp", "ccomp", "npadvmod")
_MONTHS = frozenset(calendar.month_name[1:])
_PERIODS = ("day", "week", "month", "year", "spring", "summer", "autumn", "winter", "fall")
_SELVES = ("itself", "himself", "herself", "themselves")


def is_of_listing(scene: Scene, word: int, agents: list[int]) -> bool:
    """Be done by who lists others; where nobody is told, by a verb that means nothing else."""
    tree = scene.tree
    if is_word(tree.lemma(word), "hit"):
        is_theirs = is_imposer if tree.lemma(word) == "target" and was_told(scene, word) else is_authority
        return any(is_theirs(scene, noun) for noun in agents)
    if agents:  # "has never been sanctioned by anybody"
        return any(is_imposer(scene, noun) or is_word(tree.lemma(noun), "anybody") for noun in agents)
    if not is_word(tree.lemma(word), "plain-listing"):
        return True
    if _is_under_law(tree, word) or as_terrorist(tree, word):
        return True
    is_called = any(not _is_beside(tree, kid) for kid in tree.kids(word, *_CALLED))
    preps = [prep for prep in tree.kids(word, "prep") if tree.lemma(prep) in _AS]
    days = [prep for prep in preps if any(_is_time(tree, noun) for noun in tree.kids(prep, "pobj"))]
    is_as = len(preps) > len(days) or (bool(days) and not was_told(scene, word))
    return bool(tree.kids(word, "auxpass")) and not is_called and not is_as


def _is_beside(tree: Tree, word: int) -> bool:
    """Be no name for what somebody is called: "was itself listed", "was listed last October"."""
    return tree.tokens[word].text in _SELVES or (tree.dep(word) == "npadvmod" and _is_time(tree, word))


def _is_time(tree: Tree, word: int) -> bool:
    text = tree.tokens[word].text
    return text.isdecimal() or text in _MONTHS or tree.lemma(word).lower() in (*DAYS, *_PERIODS)


def _is_under_law(tree: Tree, word: int) -> bool:
    """Be told under which law or regime: "designated under the Global Magnitsky Act"."""
    laws = [each for noun in laws_of(tree, word) for each in tree.phrase(noun)]
    return any(is_word(tree.tokens[each].text.lower(), "law", "listed-on") for each in laws)


def laws_of(tree: Tree, word: int) -> Words:
    """Give the nouns under which, or pursuant to which, somebody is listed."""
    pursuant = [kid for kid in tree.children[word] if tree.lemma(kid) in ("pursuant", "accord")]
    return (*below(tree, word, "under"), *(noun for kid in pursuant for noun in below(tree, kid, "to")))


def as_terrorist(tree: Tree, word: int) -> Words:
    """Give the noun that calls somebody a terrorist: "designated (as) a terrorist organisation by the EU"."""
    nouns = (*below(tree, word, "as"), *tree.kids(word, *_CALLED))
    return tuple(n for n in nouns if any(is_word(tree.lemma(each), "terror") for each in (n, *tree.kids(n, "amod"))))
