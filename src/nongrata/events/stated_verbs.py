"""Claims that a verb makes by itself: "was blacklisted by Washington", "whom OFAC sanctioned", "a sanctioned bank"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claim_words import is_word
from nongrata.events.measures import was_told
from nongrata.events.record import Government
from nongrata.events.scene import Scene
from nongrata.events.stated import Stated, Words
from nongrata.events.stated_whom import (
    below,
    is_authority,
    is_imposer,
    may_be_listed,
    meant,
    object_of,
    phrases,
    subject_of,
)
from nongrata.events.tree import Tree
from nongrata.events.vouched import is_negated, is_thought_of, turned

_AUX = ("aux", "auxpass", "neg")
_AS = ("as", "in", "on", "among", "at", "for", "alongside")
_OF_SANCTIONS = frozenset({"sanctions", "sdn", "ofac", "un", "u.n.", "eu"})
_FINES = ("fine", "ban", "suspension", "deduction")


def stated_by_verb(scene: Scene, word: int) -> Iterator[Stated]:
    """Give what a verb of listing states of its subject, its object or the noun that it stands before."""
    tree, lemma = scene.tree, scene.tree.lemma(word)
    if tree.dep(word) in ("amod", "compound"):
        yield from _adjective(tree, word)
    elif shut_out := list(_shut_out(scene, word)):
        yield from shut_out
    elif is_word(lemma, "listing", "delisting", "hit") and tree.tokens[word].pos in ("VERB", "ADJ", "AUX"):
        is_passive = tree.is_passive(word) or bool(tree.kids(word, "agent"))
        yield from _passive(scene, word) if is_passive else _active(scene, word)
    elif is_word(lemma, "spared") and tree.tokens[word].pos == "VERB" and was_told(scene, word):
        yield from _spared(scene, word)


def _shut_out(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "is banned from entering the EU", "Ottawa barred him from dealings in Canada"."""
    tree = scene.tree
    if not is_word(tree.lemma(word), "shut-out") or tree.tokens[word].pos != "VERB":
        return
    froms = [prep for prep in tree.kids(word, "prep") if tree.lemma(prep) == "from"]
    deeds = [
        deed for prep in froms for deed in tree.kids(prep, "pcomp", "pobj") if is_word(tree.lemma(deed), "dealing")
    ]
    where = [each for deed in deeds for each in tree.subtree(deed) if isinstance(scene.named.get(each), Government)]
    bearer = subject_of(tree, word) if tree.is_passive(word) else object_of(tree, word)
    if where and bearer is not None and not is_thought_of(tree, word):
        words = (*tree.kids(word, *_AUX), word, *froms[:1], *deeds[:1], *where)
        yield Stated(words=words, bearer=bearer, by=(tuple(where),), says=turned(tree, "listed", word))


def _spared(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "Brussels has spared him"."""
    tree, subject, thing = scene.tree, scene.tree.kid(word, "nsubj"), scene.tree.kid(word, "dobj")
    if subject is None or thing is None or not is_imposer(scene, subject) or is_thought_of(tree, word):
        return
    words = (*tree.kids(word, *_AUX), word, thing)
    says = turned(tree, "not listed", word)
    yield Stated(words=words, bearer=meant(tree, thing), by=(phrases(tree, meant(tree, subject)),), says=says)


def _adjective(tree: Tree, word: int) -> Iterator[Stated]:
    """Read "a sanctioned bank", "sanctions-hit"; of "not a sanctioned bank in Europe" who is none bears it."""
    noun, before = tree.head(word), tree.kids(word, "npadvmod", "compound", "advmod", "amod")
    prefix, _, stem = tree.tokens[word].text.lower().rpartition("-")
    is_of_sanctions = not _OF_SANCTIONS.isdisjoint((prefix, *(tree.tokens[kid].text.lower() for kid in before)))
    is_entity = is_word(tree.lemma(noun), "entity")  # "a designated person", not "a designated area"
    is_clear = is_word(stem, "listing") and (is_entity or not is_word(stem, "plain-listing"))
    if not is_clear and not (is_of_sanctions and is_word(stem, "hyphened")):
        return
    verb = tree.head(noun)
    is_told_of = tree.dep(noun) == "attr" and (is_entity or is_negated(tree, verb, noun))
    if is_told_of and not is_thought_of(tree, verb):
        where = tuple(each for whom in below(tree, noun, "in", "by", "under") for each in phrases(tree, whom))
        yield Stated(
            words=(word, noun), bearer=subject_of(tree, verb), by=(where,), says=turned(tree, "listed", noun, verb)
        )
    elif not is_negated(tree, noun):
        yield Stated(words=(word,), bearer=_of_headline(tree, word, noun), by=((word, *before),))


def _of_headline(tree: Tree, word: int, noun: int) -> int:
    """Give the noun that is meant where a headline's verb was taken for one: "Sanctioned tanker burns"."""
    is_last = tree.dep(noun) == "ROOT" and tree.tokens[noun].tag == "NNS"
    return word + 1 if is_last and word + 1 < noun and tree.tokens[word + 1].tag == "NN" else noun


def _passive(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "was sanctioned", "listed by the EU in May and by Britain in June"."""
    tree, bearer = scene.tree, subject_of(scene.tree, word)
    agents = list(_agents(tree, word))
    if not _is_of_listing(scene, word, [noun for _prep, noun in agents]) or is_thought_of(tree, word):
        return
    places = tuple(each for whom in below(tree, word, "in", "under") for each in phrases(tree, whom))
    by: Words = tuple(each for prep, noun in agents[:1] for each in (prep, *phrases(tree, noun)))
    by_nobody = [noun for _prep, noun in agents if tree.lemma(noun) == "nobody"]
    says = turned(tree, "lifted" if is_word(tree.lemma(word), "delisting") else "listed", *by_nobody, word)
    yield Stated(words=(*tree.kids(word, *_AUX), word, *by), bearer=bearer, by=(by, places), says=says)
    for prep, noun in agents[1:]:
        also = phrases(tree, noun)
        yield Stated(words=(prep, *also), bearer=bearer, by=(also,), says=turned(tree, says, prep))


def _active(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "the EU sanctioned him", "a firm the Treasury designated"; no league fines and no parliament allows."""
    tree = scene.tree
    subject, thing = _who(tree, word), object_of(tree, word)
    if subject is None or thing is None or is_word(tree.lemma(word), "hit") or not is_imposer(scene, subject):
        return
    is_fine = any(tree.lemma(noun) in _FINES for noun in below(tree, word, "with", "for"))
    is_plain = is_word(tree.lemma(word), "plain-listing")
    if (
        is_fine
        or is_thought_of(tree, word)
        or not (_is_told(tree, thing, word) if is_plain else may_be_listed(scene, thing))
    ):
        return
    inside = tree.phrase(thing) if thing > word else ()
    says = turned(tree, "lifted" if is_word(tree.lemma(word), "delisting") else "listed", word)
    by = phrases(tree, meant(tree, subject))
    yield Stated(words=(*tree.kids(word, *_AUX), word, *inside), bearer=thing, by=(by,), says=says)


def _who(tree: Tree, verb: int) -> int | None:
    """Give who lists somebody; of a decision or a step whose it is: "the EU's decision to sanction him"."""
    subject, above = tree.subject(verb), tree.head(verb)
    if tree.dep(verb) == "pcomp" and subject == tree.head(above):  # "took the step of sanctioning him"
        return tree.subject(tree.clause(above))
    return tree.kid(above, "poss") if subject == above and tree.kids(above, "poss") else subject


def _is_told(tree: Tree, noun: int, verb: int) -> bool:
    """Be somebody by name, or one that the story told of: "listed the lender", not "listed three reasons"."""
    articles = {tree.tokens[kid].text.lower() for kid in tree.kids(noun, "det", "poss")}
    is_that_one = bool(articles & {"the", "its", "his", "her"}) and tree.tokens[noun].tag == "NN"
    return tree.tokens[noun].pos in ("PROPN", "PRON") or is_that_one or noun < verb


def _is_of_listing(scene: Scene, word: int, agents: list[int]) -> bool:
    """Be done by who lists others; where nobody is told, by a verb that means nothing else."""
    tree = scene.tree
    if is_word(tree.lemma(word), "hit"):
        is_theirs = is_imposer if tree.lemma(word) == "target" and was_told(scene, word) else is_authority
        return any(is_theirs(scene, noun) for noun in agents)
    if agents:  # "has never been sanctioned by anybody"
        return any(is_imposer(scene, noun) or is_word(tree.lemma(noun), "anybody") for noun in agents)
    if not is_word(tree.lemma(word), "plain-listing"):
        return True
    if _is_under_law(tree, word):
        return True
    is_called = tree.kids(word, "oprd", "attr", "dobj", "xcomp", "ccomp", "npadvmod")
    is_as = any(tree.lemma(prep) in _AS for prep in tree.kids(word, "prep"))
    return bool(tree.kids(word, "auxpass")) and not is_called and not is_as


def _is_under_law(tree: Tree, word: int) -> bool:
    """Be told under which law or regime: "designated under the Global Magnitsky Act"."""
    laws = [each for noun in below(tree, word, "under") for each in tree.phrase(noun)]
    return any(is_word(tree.tokens[each].text.lower(), "law", "listed-on") for each in laws)


def _agents(tree: Tree, word: int) -> Iterator[tuple[int, int]]:
    """Give each "by" with its noun: "hit by OFAC in January and by Britain a month later"."""
    waiting = [prep for prep in tree.kids(word, "agent", "prep") if tree.lemma(prep) == "by" or tree.kids(prep, "conj")]
    while waiting:
        prep = waiting.pop(0)
        waiting += tree.kids(prep, "conj")
        if tree.lemma(prep) == "by":
            yield from ((prep, noun) for noun in tree.kids(prep, "pobj"))
