"""The nouns of sanctions: measures that somebody is under, and lists on which names stand."""

from __future__ import annotations

import re

from nongrata.events.claims.stated import Words
from nongrata.events.claims.whom import is_authority, is_imposer, is_of_regime
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree
from nongrata.events.who.actors import actors_at

_BEFORE = ("compound", "amod", "nmod")
_TOLD = re.compile(
    r"[Ss]anction|\bSDN\b|[Bb]lacklist|asset[ -]freeze|[Rr]estrictive|\bfr(?:oze|ozen|eezes?|eezing) (?:\w+ )?assets\b"
)
_LIST = re.compile(r"\b(?:black)?list\b")
_LISTED = re.compile(
    r"(?:sanctions|black) ?list|\bSDN list|list of (?:designated|sanctioned)"
    r"|\b(?:add|put|place|enter)\w* [^.;]{0,60}\b(?:to|on|onto) (?:its|their|the [\w.]+(?:['’]s)?) list\b"
)
_OF_STATES = ("measure", "restriction", "curb", "penalty")
_STANDS = ("be", "remain", "stay", "come", "fall", "live", "labour", "labor")
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")  # "the EU's 16th package"
_FARTHER = 4
_FAR = 400  # characters before "the list" and "none" in which it was told which


def is_measure(scene: Scene, word: int) -> bool:
    """Be sanctions, an asset freeze, a travel ban; or what takes them up: "none on him", "those of the EU"."""
    tree = scene.tree
    lemma, pos = tree.lemma(word), tree.tokens[word].pos
    if pos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ") or tree.dep(word) in _BEFORE:
        return False
    if is_word(lemma, "plain-measure"):
        beside = [
            kid
            for each in (word, *tree.kids(word, *_BEFORE, "npadvmod"))
            for kid in (each, *tree.kids(each, "compound"))
        ]
        is_said = any(is_word(tree.lemma(kid), "measured") for kid in beside) or _is_imposed(scene, word)
        is_such = any(tree.lemma(kid) == "such" for kid in tree.kids(word, *_BEFORE, "predet"))
        is_said = is_said or any(
            is_word(tree.lemma(each), "frozen") for each in _on(tree, word)
        )  # "freeze on his funds"
        is_theirs = _is_of_states(scene, word)
        if is_said or (is_theirs and _is_stood_under(tree, word)):
            return True
        is_under = is_theirs and tree.lemma(tree.head(word)) == "under"  # "works under US measures"
        return (is_such or is_under or _is_borne(tree, word)) and was_told(scene, word)
    if is_word(lemma, "naming"):
        return _is_by_state(scene, word) or _is_imposed(scene, word)
    is_taken = is_word(lemma, "stand-in") and (pos != "NOUN" or lemma == "none") and tree.tokens[word].tag != "WDT"
    is_taken_up = is_taken and was_told(scene, word)
    return is_word(lemma, "measure") or is_taken_up


def _on(tree: Tree, word: int) -> Words:
    preps = [prep for prep in tree.kids(word, "prep") if tree.lemma(prep) in ("on", "against")]
    return tuple(noun for prep in preps for noun in tree.kids(prep, "pobj"))


def _is_of_states(scene: Scene, word: int) -> bool:
    """Be told whose before it: "UN measures", "no EU or Swiss measures"."""
    before = [each for kid in scene.tree.kids(word, *_BEFORE) for each in scene.tree.listed(kid)]
    return any(isinstance(scene.named.get(each), Government) or is_authority(scene, each) for each in before)


def _is_stood_under(tree: Tree, word: int) -> bool:
    """Be what a party stands under as a state of its own: "has been under UN measures", "the bank, under EU curbs"."""
    prep, above = tree.head(word), tree.head(tree.head(word))
    if tree.lemma(word) not in _OF_STATES or tree.lemma(prep) != "under":
        return tree.lemma(word) in _OF_STATES and is_word(tree.lemma(above), "target") and tree.lemma(prep) == "of"
    is_aside = tree.tokens[prep - 1].text in (",", "–", "—") and tree.tokens[prep - 2].pos == "PROPN"
    return is_aside or tree.lemma(above) in _STANDS or (is_word(tree.lemma(above), "put") and tree.is_passive(above))


def _is_by_state(scene: Scene, word: int) -> bool:
    """Be told to be a state's, or of sanctions: "its EU listing", "his designation by the Treasury"."""
    tree = scene.tree
    by = [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "by" for noun in tree.kids(prep, "pobj")]
    before = tree.kids(word, *_BEFORE, "poss")
    is_theirs = any(
        isinstance(scene.named.get(each), Government) or is_authority(scene, each) for each in (*before, *by)
    )
    return is_theirs or any(is_word(tree.lemma(kid), "measure") for kid in before)


def _is_borne(tree: Tree, word: int) -> bool:
    """Be what somebody is subject to or free of: "is no longer subject to any restrictions"."""
    above = tree.head(tree.head(word))
    return (
        tree.dep(word) == "pobj" and tree.tokens[above].pos == "ADJ" and is_word(tree.lemma(above), "subject", "free")
    )


def _is_imposed(scene: Scene, word: int) -> bool:
    """Be put on somebody by a state: "the Treasury imposed restrictions on the bank"."""
    verb = scene.tree.head(word)
    if is_word(scene.tree.lemma(word), "naming") and scene.tree.dep(word) == "nsubjpass":
        return is_word(scene.tree.lemma(verb), "lift")  # "his designation was rescinded"
    subject = scene.tree.subject(verb) if scene.tree.dep(word) == "dobj" else None
    is_plain = scene.tree.lemma(word) in _OF_STATES or is_word(scene.tree.lemma(word), "naming")
    is_done = is_word(scene.tree.lemma(verb), "impose", "lift")
    is_theirs = subject is not None and (is_imposer(scene, subject) or is_word(scene.tree.lemma(subject), "court"))
    return is_plain and is_done and is_theirs


def is_roster(scene: Scene, word: int) -> bool:
    """Be a list of those under sanctions: "its blacklist", "the U.N. list", "the list" once it was told which."""
    tree = scene.tree
    lemma = tree.lemma(word)
    if tree.dep(word) == "pobj" and (
        lemma == "it" or _is_of_another(scene, word)
    ):  # "is on the British list, stays on it"
        return _is_list_taken_up(scene, word)
    if lemma == "nationals":  # "on the Treasury's Specially Designated Nationals and Blocked Persons List"
        return any(tree.tokens[kid].text == "Designated" for kid in tree.kids(word, *_BEFORE))
    is_noun = tree.tokens[word].pos in ("NOUN", "PROPN") and tree.dep(word) != "compound"
    if not is_noun or not is_word(lemma, "roster", "plain-roster"):
        return False
    kids = tree.kids(word, *_BEFORE)
    before = [each for each in (tree.lemma(kid) for kid in kids) if each not in ("same", "such")]
    if lemma == "package" and _is_of_state(scene, word) and any(_NTH.fullmatch(tree.tokens[k].text) for k in kids):
        return True
    if lemma == "blacklist" or any(is_word(each, "listed-on") for each in before) or _is_of_listed(tree, word):
        return True
    if lemma != "list":
        return _is_notice(scene, word)
    return _is_of_state(scene, word) or (not before and was_told(scene, word))


def _is_notice(scene: Scene, word: int) -> bool:
    """Be what names more of them, once sanctions were told of: "the same British notice covered", "the round hit"."""
    tree = scene.tree
    is_that = any(tree.lemma(kid) in ("the", "that", "this") for kid in tree.kids(word, "det"))
    does = (
        tree.dep(word) == "nsubj"
        and is_word(tree.lemma(tree.head(word)), "hold")
        and tree.kids(tree.head(word), "dobj")
    )
    return bool(does) and (is_that or _is_of_state(scene, word)) and was_told(scene, word)


def _is_of_another(scene: Scene, word: int) -> bool:
    """Be another's of the kind told of: "is on those of Paris", "put him on its own", "on the British one"."""
    tree = scene.tree
    if tree.lemma(word) == "one" or tree.kids(word, "case"):
        return _is_of_states(scene, word) or isinstance(scene.named.get(word), Government)
    of = [prep for prep in tree.kids(word, "prep") if tree.lemma(prep) == "of"]
    return (tree.lemma(word) in ("those", "that") and bool(of)) or (
        tree.lemma(word) == "own" and bool(tree.kids(word, "poss"))
    )


def _is_list_taken_up(scene: Scene, word: int) -> bool:
    """Take up a list told before: "his sister came off the EU's list, but he stays on it"."""
    tree = scene.tree
    prep, start = tree.head(word), tree.sentence.span.start
    if tree.lemma(prep) not in ("on", "off", "from"):
        return False
    here = tree.tokens[word].span.start
    if _LIST.search(scene.text, start, here) is not None:
        return True
    stays = is_word(tree.lemma(tree.head(prep)), "be") or tree.lemma(word) != "it"  # "remains on it": the one before
    return stays and _LISTED.search(scene.text, max(0, here - _FAR), here) is not None


def was_told(scene: Scene, word: int, *, since: int = 0) -> bool:
    """Come after a word of sanctions that says what "the list" and "none" are; "the same list" may be far from it."""
    here = scene.tree.tokens[word].span.start
    is_same = any(scene.tree.lemma(kid) == "same" for kid in scene.tree.kids(word, "amod"))
    return _TOLD.search(scene.text, max(since, here - _FAR * (_FARTHER if is_same else 1)), here) is not None


def _is_of_state(scene: Scene, word: int) -> bool:
    """Be a state's, or an organ's: "the EU's list", "its list" where a state was told of."""
    tree = scene.tree
    owners = [kid for kid in tree.kids(word, "poss") if tree.tokens[kid].pos == "PRON"]
    if any(isinstance(a, Government) or a in scene.offices for kid in owners for a in actors_at(scene, kid)):
        return True
    if owners and _does_list(scene, tree.clause(word)):
        return True
    words = [each for kid in tree.kids(word, *_BEFORE, "poss") for each in tree.phrase(kid)]
    if any(is_word(tree.lemma(each), "court") for each in words):  # "the UN tribunal's list of fugitives"
        return False
    return any(each in scene.named or is_word(tree.tokens[each].text.lower(), "imposer", "union") for each in words)


def _does_list(scene: Scene, verb: int) -> bool:
    """Be done by an organ that lists: "the Security Council's committee added him to its list"."""
    subject = scene.tree.subject(verb)
    return subject is not None and is_of_regime(scene, subject)


def _is_of_listed(tree: Tree, word: int) -> bool:
    """Be told what it is of: "list of sanctioned companies", "package of sanctions"."""
    of = [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "of" for noun in tree.kids(prep, "pobj")]
    return any(is_word(tree.lemma(each), "listing", "listed-on") for noun in of for each in tree.phrase(noun))
