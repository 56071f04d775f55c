"""Claims of who is kept out or let off: "is banned from entering the EU", "Brussels has spared him"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.stated import AUXILIARIES, Stated, Words
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import is_imposer, meant, object_of, phrases, subject_of
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree


def stated_by_shutting_out(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "is banned from entering the EU", "Ottawa barred him from dealings in Canada"."""
    tree = scene.tree
    if not is_word(tree.lemma(word), "shut-out") or tree.tokens[word].pos != "VERB":
        return
    froms = [prep for prep in tree.kids(word, "prep") if tree.lemma(prep) == "from"]
    deeds = [deed for prep in froms for deed in tree.kids(prep, "pcomp", "pobj") if _is_dealing(tree, deed)]
    where = [each for deed in deeds for each in _places(tree, deed) if isinstance(scene.named.get(each), Government)]
    bearer = subject_of(tree, word) if tree.is_passive(word) else object_of(tree, word)
    if where and bearer is not None and not is_thought_of(tree, word):
        words = (*tree.kids(word, *AUXILIARIES), word, *froms[:1], *deeds[:1], *where)
        yield Stated(words=words, bearer=bearer, by=(tuple(where),), says=turned(tree, "listed", word))


def _is_dealing(tree: Tree, deed: int) -> bool:
    """Be a deed from which sanctions keep: "entering", "dealings", "doing business"."""
    things = tree.kids(deed, "dobj") if tree.lemma(deed) == "do" else (deed,)
    return any(is_word(tree.lemma(each), "dealing") for each in things)


def _places(tree: Tree, deed: int) -> Words:
    """Give the words of the states in which it is done; what is entered is the state, no stadium in it."""
    if (entered := tree.kid(deed, "dobj")) is not None and tree.lemma(deed) == "enter":
        return tree.listed(entered)
    return tree.subtree(deed)


def stated_by_sparing(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "Brussels has spared him"."""
    tree = scene.tree
    if tree.is_passive(word):
        yield from _spared_by(scene, word)
        return
    subject, thing = tree.kid(word, "nsubj"), tree.kid(word, "dobj")
    if subject is None or thing is None or not is_imposer(scene, subject) or is_thought_of(tree, word):
        return
    words = (*tree.kids(word, *AUXILIARIES), word, thing)
    says = turned(tree, "not listed", word)
    yield Stated(words=words, bearer=meant(tree, thing), by=(phrases(tree, meant(tree, subject)),), says=says)


def _spared_by(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "has been spared by the United Nations"."""
    tree, bearer = scene.tree, subject_of(scene.tree, word)
    by = tuple(noun for prep in tree.kids(word, "agent") for noun in tree.kids(prep, "pobj"))
    if bearer is None or not any(is_imposer(scene, noun) for noun in by) or is_thought_of(tree, word):
        return
    whose = tuple(each for noun in by for each in phrases(tree, noun))
    words = (*tree.kids(word, *AUXILIARIES), word, *tree.kids(word, "agent"), *whose)
    yield Stated(words=words, bearer=bearer, by=(whose,), says=turned(tree, "not listed", word))
