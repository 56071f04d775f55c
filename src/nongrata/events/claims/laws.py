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
from nongrata.parties import PartyId

_AS = ("as", "in", "on", "among", "at", "for", "alongside")
_CALLED = ("oprd", "attr", "dobj", "xcomp", "ccomp", "npadvmod")
_MONTHS = frozenset(calendar.month_name[1:])
_PERIODS = ("day", "week", "month", "year", "spring", "summer", "autumn", "winter", "fall")
_SELVES = ("itself", "himself", "herself", "themselves")


def is_of_listing(scene: Scene, word: int, agents: list[int]) -> bool:
    """Be done by who lists others; where nobody is told, by a verb that means nothing else."""
    tree = scene.tree
    if is_word(tree.lemma(word), "hit"):
        if tree.lemma(word) == "name" and tree.kids(word, "oprd", "attr"):  # "was named envoy by the president"
            return False
        is_theirs = is_imposer if _is_hit_by_states(scene, word) else is_authority
        return any(is_theirs(scene, noun) for noun in agents)
    if agents:  # "has never been sanctioned by anybody"
        return any(
            is_imposer(scene, noun) or is_word(tree.lemma(noun), "anybody") or is_nobody(tree, noun) for noun in agents
        )
    if not is_word(tree.lemma(word), "plain-listing"):
        return True
    if _is_under_law(tree, word) or as_terrorist(tree, word):
        return True
    is_called = any(not _is_beside(tree, kid) for kid in tree.kids(word, *_CALLED))
    return bool(tree.kids(word, "auxpass")) and not is_called and not _is_elsewhere(scene, word)


def is_nobody(tree: Tree, noun: int) -> bool:
    """Be "nobody" or "no one"."""
    is_no = any(tree.lemma(kid) == "no" for kid in tree.kids(noun, "det"))
    return tree.lemma(noun) == "nobody" or (tree.lemma(noun) == "one" and is_no)


def _is_hit_by_states(scene: Scene, word: int) -> bool:
    """Mean sanctions, where a state does it: "named by Britain", "was under U.S. sanctions and hit by Britain"."""
    tree = scene.tree
    if tree.lemma(word) in ("target", "name"):
        is_named_as = any(tree.lemma(prep) == "as" for prep in tree.kids(word, "prep"))
        return was_told(scene, word) and not is_named_as and not tree.kids(word, "oprd", "attr", "dobj")
    if tree.lemma(word) == "hit" and _is_firm_or_person(scene, tree.subject(word)):  # no bomb hits a firm's name
        return was_told(scene, word)
    return tree.dep(word) == "conj" and was_told(scene, word, since=tree.sentence.span.start)


def _is_firm_or_person(scene: Scene, word: int | None) -> bool:
    """Be a firm or a person by name: a group, a place or a ship may be hit otherwise."""
    actor = scene.named.get(-1 if word is None else word)
    return isinstance(actor, str) and scene.parties[PartyId(actor)].schema in ("Company", "Person")


def _is_elsewhere(scene: Scene, word: int) -> bool:
    """Be listed as something, or at a place: "in London"; a day or a round is none, once sanctions were told of."""
    tree = scene.tree
    preps = [prep for prep in tree.kids(word, "prep") if tree.lemma(prep) in _AS]
    nouns = [noun for prep in preps for noun in tree.kids(prep, "pobj")]
    is_told = was_told(scene, word)
    return any(not is_told or not (is_time(tree, noun) or _is_round(tree, noun)) for noun in nouns) or (
        len(nouns) < len(preps)
    )


def _is_round(tree: Tree, noun: int) -> bool:
    """Be a round of listings: "in the same package"."""
    return is_word(tree.lemma(noun), "plain-roster") and not tree.kids(noun, "poss")


def _is_beside(tree: Tree, word: int) -> bool:
    """Be no name for what somebody is called: "was itself listed", "was listed last October"."""
    return tree.tokens[word].text in _SELVES or (tree.dep(word) in ("npadvmod", "dobj") and is_time(tree, word))


def is_time(tree: Tree, word: int) -> bool:
    """Be a day, a month, a year or a season."""
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
    return tuple(noun for noun in nouns if is_of_terror(tree, noun))


def is_of_terror(tree: Tree, noun: int) -> bool:
    """Be a terrorist, or a terrorist group."""
    return any(is_word(tree.lemma(each), "terror") for each in (noun, *tree.kids(noun, "amod")))
