"""What is said in passing of a further one: "so has his deputy", "as is its unit", "his wife is not", "along with"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nongrata.events.claims.stated import Says, Stated
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree

_LEADS = frozenset({"so", "as", "neither", "nor"})
_BETWEEN = frozenset({",", "too"})
_AUXILIARY = frozenset({"is", "are", "was", "were", "has", "have", "had", "does", "do", "did"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "appos"})
_NOT = ("not", "n't", "n’t")
_ALSO = (*((word,) for word in _NOT), ("too",), ("also",), ("as", "well"), (",", "too"))


def stated_in_echo(scene: Scene) -> Iterator[Stated]:
    """Give who is told to be, or not to be, as the one before him."""
    for word in range(len(scene.tree.tokens) - 1):
        yield from _turned_round(scene, word)
        yield from _cut_short(scene, word)


def _turned_round(scene: Scene, lead: int) -> Iterator[Stated]:
    """Read "So has Kim Sang Man", ", as is Khatam al-Anbiya", "nor is his wife, Anna"."""
    tokens = scene.tree.tokens
    is_first = lead == 0 or tokens[lead - 1].pos in ("PUNCT", "CCONJ")
    if tokens[lead].text.lower() not in _LEADS or not is_first:
        return
    aux = next((w for w in range(lead + 1, len(tokens)) if tokens[w].text.lower() not in _BETWEEN), lead)
    if tokens[aux].text.lower() not in _AUXILIARY:
        return
    nouns = (w for w in range(aux + 1, len(tokens)) if tokens[w].pos in ("NOUN", "PROPN"))
    noun = next((w for w in nouns if tokens[w].dep not in ("compound", "poss", "nmod", "punct")), None)
    if noun is not None and _is_party(scene, noun):
        yield Stated(words=(*range(lead, aux + 1), noun), bearer=noun, is_echo=True)


def _cut_short(scene: Scene, aux: int) -> Iterator[Stated]:
    """Read "his brother Ahmed is not", "Lukoil is as well": nothing follows that tells what."""
    tree = scene.tree
    if tree.tokens[aux].text.lower() not in _AUXILIARY:
        return
    verb = _hit_behind(tree, aux)
    behind = tuple(token.text.lower() for token in tree.tokens[verb + 1 : verb + 4])
    also = next((each for each in _ALSO if behind[: len(each)] == each), ())
    end = verb + 1 + len(also)
    if end >= len(tree.tokens) or tree.tokens[end].text not in ".;":
        return
    subject = next((kid for kid in tree.kids(verb, *SUBJECTS)), None)
    is_neither = subject is not None and any(
        tree.lemma(kid) == "neither" for kid in tree.kids(subject, "det", "preconj", "cc")
    )
    if subject is not None and (also or is_neither) and _is_party(scene, subject):
        says: Says = "not listed" if is_neither or also[0] in _NOT else "listed"
        yield Stated(words=(subject, *range(aux, end)), bearer=subject, is_echo=True, says=says)


def _hit_behind(tree: Tree, aux: int) -> int:
    """Give the "hit" behind the auxiliary, else the auxiliary: "its owner was | hit as well"."""
    verb = min(aux + 1, len(tree.tokens) - 1)
    return verb if tree.lemma(verb) in ("hit", "target", "name") and tree.dep(aux) == "auxpass" else aux


def with_those_along(scene: Scene, stated: Stated) -> Stated:
    """Give the claim with who is told to be listed along: "joined the list last month | along with Gran Grif"."""
    tree = scene.tree
    for noun in range(max(stated.words) + 1, len(tree.tokens)):
        prep = tree.head(noun)
        is_same = tree.clause(prep) in (*stated.words, *(tree.clause(word) for word in stated.words))
        if tree.dep(noun) == "pobj" and is_alongside(tree, prep) and is_same and _is_party(scene, noun):
            return replace(stated, words=(*stated.words, *range(prep - (tree.lemma(prep) == "with"), noun + 1)))
    return stated


def is_alongside(tree: Tree, prep: int) -> bool:
    """Be "along with", "together with" or "alongside"."""
    is_with = tree.lemma(prep) == "with" and tree.tokens[max(prep - 1, 0)].text in ("along", "together")
    return is_with or tree.lemma(prep) == "alongside"


def _is_party(scene: Scene, noun: int) -> bool:
    """Be somebody of the story by name."""
    tree = scene.tree
    beside = [each for member in tree.listed(noun) for each in (member, *tree.kids(member, "appos"))]
    beside += [name for each in beside for name in tree.kids(each, "appos")]  # "his rival, army chief Burhan"
    return any(isinstance(scene.named.get(each), str) for each in beside)


def takes_up(scene: Scene, stated: Stated, before: Scene, told: Stated) -> bool:
    """Say again what was told before: "London followed suit"; "so has" only what a main clause told with "has"."""
    if not stated.is_echo:
        doers = stated.by[0] if stated.by else ()
        return stated.bearer is None and stated.words[: len(doers)] == doers != ()
    tree = before.tree
    own = [word for word in told.words if tree.tokens[word].pos in ("VERB", "AUX")]
    verbs = own or [tree.clause(told.words[0])]  # "is back | on the U.N. list"
    aside = {tree.dep(each) for word in verbs for each in (word, *tree.up(word))} & _ASIDE
    here = {scene.tree.lemma(word) for word in stated.words}
    is_told_so = any(tree.lemma(word) in here for word in verbs)  # "has been listed", "so has"
    is_done_so = "do" in here and not any(
        tree.lemma(word) in ("be", "have") for word in verbs
    )  # "faces a ban", "so does"
    return not aside and (is_told_so or is_done_so)
