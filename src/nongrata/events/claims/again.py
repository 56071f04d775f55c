"""What is said again of another: "Washington followed suit", "Canada has not", "his wife was added in June"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nongrata.events.claims.imposers import before_list, listed_before
from nongrata.events.claims.laws import is_time
from nongrata.events.claims.stated import AUXILIARIES, Says, Stated, Words
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import below, is_imposer, meant, names_party, phrases
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree

_HAS = frozenset({"has", "have", "had"})
_NOT = frozenset({"not", "n't", "n’t"})
_ADDED: Mapping[str, Says] = {"add": "listed", "include": "listed", "remove": "lifted", "drop": "lifted"}


def stated_again(scene: Scene) -> Iterator[Stated]:
    """Give each place that says of another state, or of somebody else, what was told before."""
    yield from _by_doing(scene)
    for word in range(1, len(scene.tree.tokens) - 1):
        yield from _by_auxiliary(scene, word)
        yield from _by_adding(scene, word)


def _by_auxiliary(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "but Britain and Canada have", "the EU has not", "neither Bern nor the EU has": no verb follows."""
    tokens = scene.tree.tokens
    has_not = tokens[word + 1].text.lower() in _NOT
    end = word + 1 + has_not
    is_whole = tokens[word].text.lower() in _HAS and end < len(tokens) and tokens[end].pos == "PUNCT"
    doers = listed_before(scene, word) if is_whole else ()
    if any(isinstance(scene.named.get(each), Government) for each in doers) and _begins(scene.tree, doers[0]):
        ahead = range(before_list(scene, word - 1) + 1, word)
        has_not |= any(tokens[each].text.lower() == "neither" for each in ahead)
        words = (*ahead, *range(word, end))
        yield Stated(words=words, bearer=None, by=(doers,), says="not listed" if has_not else "listed")


def _begins(tree: Tree, word: int) -> bool:
    """Begin a clause: "but the EU has not", and not "the assets that Britain has"."""
    before = [each for each in range(word) if tree.tokens[each].lemma != "the"]
    return not before or tree.tokens[before[-1]].pos in ("PUNCT", "CCONJ", "SCONJ")


def _by_adding(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "his wife, Anna, was added three months later", "it later added his wife", where it is not told to what."""
    tree = scene.tree
    says = _ADDED.get(tree.lemma(word))
    if says is None or is_thought_of(tree, word):
        return
    is_done_to = bool(tree.kids(word, "auxpass"))
    whom = tree.subject(word) if is_done_to else tree.kid(word, "dobj")
    by = () if is_done_to else _who_adds(scene, word)
    if whom is None or not (is_done_to or by):
        return
    nouns = [noun for noun in below(tree, word, "to", "from", "in", "on", "as") if not is_time(tree, noun)]
    where = tuple(
        noun for noun in nouns if isinstance(scene.named.get(noun), Government)
    )  # "has yet to be added in London"
    if len(nouns) == len(where) and names_party(scene, whom):
        inside = () if is_done_to else tree.phrase(whom)
        words = (*tree.kids(word, *AUXILIARIES), word, *inside)
        yield Stated(words=words, bearer=whom, by=(by, where), says=turned(tree, says, word))


def _who_adds(scene: Scene, verb: int) -> Words:
    """Give the words of the state that adds somebody: "Brussels has had it on its list and later | added its owner"."""
    tree, subject = scene.tree, scene.tree.subject(verb)
    is_told = tree.lemma(verb) != "include" and tree.tokens[verb].tag in ("VBD", "VBN", "VBZ")
    is_told = is_told and subject is not None and is_imposer(scene, subject)
    return phrases(tree, meant(tree, subject)) if subject is not None and is_told else ()


def _only_follow(scene: Scene, verb: int) -> bool:
    """Be what states did too: "Britain and Canada followed a month later", not "followed with a ban"."""
    tree = scene.tree
    things = [kid for kid in tree.kids(verb, "dobj", "ccomp", "xcomp", "advcl") if kid > verb]
    is_bare = tree.lemma(verb) == "follow" and not things and not tree.kids(verb, "auxpass")
    is_timed = all(tree.lemma(prep) in ("in", "on", "after") for prep in tree.kids(verb, "prep"))
    are_states = any(isinstance(scene.named.get(kid), Government) for kid in tree.kids(verb, *SUBJECTS))
    return is_bare and is_timed and are_states and tree.dep(verb) in ("ROOT", "conj")


def _by_doing(scene: Scene) -> Iterator[Stated]:
    """Read "Washington followed suit", "Britain did so a month later"."""
    tree = scene.tree
    for verb in range(len(tree.tokens)):
        if tree.lemma(verb) not in ("follow", "do"):
            continue
        again = [kid for kid in tree.kids(verb, "dobj", "advmod", "attr", "prt") if is_word(tree.lemma(kid), "again")]
        is_so = tree.tokens[min(verb + 1, len(tree.tokens) - 1)].text == "so"  # "had done so a month before"
        if not again and not is_so and not _only_follow(scene, verb):
            continue
        subject = next(iter(tree.kids(verb, *SUBJECTS)), None)
        subject = tree.subject(verb) if subject is None else subject
        if subject is None or is_thought_of(tree, verb) or not is_imposer(scene, subject):
            continue
        doers = tuple(word for member in tree.listed(meant(tree, subject)) for word in tree.phrase(member))
        whom = below(tree, verb, "to", "for", "with", "against")  # "did the same to Hemedti"
        bearer = whom[0] if whom else None
        yield Stated(words=(*doers, verb, *again), bearer=bearer, by=(doers,), says=turned(tree, "listed", verb))
