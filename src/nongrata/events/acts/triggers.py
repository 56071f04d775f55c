"""The words of a sentence that tell an act, each with the frame of the verb table that it fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.events.acts.nominal import find_nominal
from nongrata.events.acts.verbal import find_verbal
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.events.sentence.trigger import Trigger

_ALLOWS = frozenset({"allow", "permit", "let", "enable", "authorise", "authorize"})


def find_triggers(scene: Scene) -> list[Trigger]:
    """Give the acts that a sentence tells, in the order of the text. A question tells none."""
    tree = scene.tree
    if tree.tokens and tree.tokens[-1].text == "?":
        return []
    found: list[Trigger] = []
    for word, token in enumerate(tree.tokens):
        if token.pos != "VERB" or any(look(scene, word) for look in (_is_description, _is_of_paper, _is_as_told)):
            continue
        if verbal := find_verbal(scene, word):
            found.append(verbal)
    taken = {word for trigger in found for word in trigger.words}
    for word, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or word in taken or (nominal := find_nominal(scene, word)) is None:
            continue
        if not any((known.verb, known.frame.type) == (nominal.verb, nominal.frame.type) for known in found):
            found.append(nominal)  # else the verb with it as its object told it: "filed a complaint"
    found += [trigger for trigger in _ready(scene) if not _holds(tree, trigger.verb, found)]
    return sorted([*found, *_phrases(scene), *_musts(scene)], key=lambda trigger: min(trigger.words))


def _is_description(scene: Scene, word: int) -> bool:
    """Stand before a noun or inside a name: "a banned party", "Specially Designated Nationals"."""
    return scene.tree.dep(word) in ("amod", "compound") or isinstance(scene.named.get(word), str)


def _is_of_paper(scene: Scene, word: int) -> bool:
    """Say what a licence allows, which its issuing tells: "a waiver from Washington allowing it to"."""
    tree = scene.tree
    paper = word if tree.dep(word) != "acl" else tree.head(word)
    while tree.dep(paper) == "pobj":
        paper = tree.head(tree.head(paper))
    is_allowed = tree.tokens[word].tag == "VBG" and tree.lemma(word) in _ALLOWS
    return is_allowed and load_verbs().is_of(tree.lemma(paper), "licence")


def _is_as_told(scene: Scene, word: int) -> bool:
    """Only say where something is told: "as alleged in a report", "as agreed in March"."""
    tree = scene.tree
    is_as = any(tree.lemma(kid) == "as" for kid in tree.kids(word, "mark"))
    return is_as and tree.tokens[word].tag == "VBN" and not tree.kids(word, "aux", "auxpass", *SUBJECTS)


def _ready(scene: Scene) -> Iterator[Trigger]:
    """Give the adjectives of readiness: "is willing to withdraw its troops", where nothing more exact is told."""
    tree = scene.tree
    for frame in load_verbs().adjectives:
        for word, token in enumerate(tree.tokens):
            if token.lemma in frame.adjectives and _is_adjective(tree, word) and tree.kids(word, "xcomp", "prep"):
                yield Trigger(frame=frame, verb=word, words=(word,))


def _is_adjective(tree: Tree, word: int) -> bool:
    return tree.dep(word) in ("acomp", "oprd") or bool(tree.kids(word, "auxpass"))


def _holds(tree: Tree, word: int, triggers: list[Trigger]) -> bool:
    below = set(tree.subtree(word))
    return any(trigger.verb in below for trigger in triggers)


def _musts(scene: Scene) -> Iterator[Trigger]:
    """Give what somebody says that somebody else must do."""
    tree = scene.tree
    for word, token in enumerate(tree.tokens):
        if token.text.lower() in ("must", "should") and token.dep == "aux":
            verb = tree.head(word)
            is_turned = any(kid > word for kid in tree.kids(verb, "nsubj", "nsubjpass"))  # "should its drones be found"
            if (
                tree.dep(verb) == "ccomp"
                and not is_turned
                and tree.lemma(tree.head(verb)) not in ("know", "think", "believe")
            ):
                for frame in load_verbs().musts:
                    yield Trigger(frame=frame, verb=verb, words=(word, verb))


def _phrases(scene: Scene) -> Iterator[Trigger]:
    span = scene.tree.sentence.span
    text = span.of(scene.text).lower()
    for frame in load_verbs().phrases:
        for says in frame.says:
            for match in re.finditer(rf"\b{re.escape(says)}\b", text) if says in text else ():
                words = tuple(
                    index
                    for index, token in enumerate(scene.tree.tokens)
                    if match.start() <= token.span.start - span.start < match.end()
                )
                if words:
                    yield Trigger(frame=frame, verb=scene.tree.clause(words[0]), words=words)
