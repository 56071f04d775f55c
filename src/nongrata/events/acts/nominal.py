"""Acts that a noun tells: "held a summit", "the sale of arms", "a visit to"."""

from __future__ import annotations

from nongrata.events.certainty.status import standing_of
from nongrata.events.sentence.frames import Frame, load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree
from nongrata.events.sentence.trigger import Trigger, claim_of
from nongrata.events.who.nouns import after_of, is_measure, is_of

_FORBIDS = frozenset({"ban", "prohibit", "outlaw", "forbid", "embargo", "block", "bar"})
_SINCE = ("after", "during", "following", "since", "at")
_SPANS = frozenset({"hour", "day", "week", "month", "year"})
_NEAR = 6  # further apart, the noun alone is the trigger


def find_nominal(scene: Scene, noun: int) -> Trigger | None:
    """Give the act that a noun tells, by the first of its frames that fits; None where none does."""
    tree = scene.tree
    if any(tree.lemma(kid) == "such" for kid in tree.kids(noun, "amod", "det", "predet")) or _is_stopped(tree, noun):
        return None
    frames = [f for f in load_verbs().nouns.get(tree.lemma(noun), ()) if not f.of or _is_about(scene, noun, f)]
    return next((trigger for frame in frames if (trigger := _of_frame(tree, noun, frame))), None)


def _is_stopped(tree: Tree, noun: int) -> bool:
    """Be what somebody forbids, which is told of him: "exports of drones had been banned"."""
    return tree.dep(noun) in ("dobj", "nsubjpass") and tree.lemma(tree.head(noun)) in _FORBIDS


def _of_frame(tree: Tree, noun: int, frame: Frame) -> Trigger | None:
    """Give the trigger that a noun is by this frame: with a light verb, by itself, or as a verdict ("is a breach")."""
    if "verdict" in frame.flags:
        return Trigger(frame=frame, verb=tree.head(noun), words=(noun,)) if tree.dep(noun) == "attr" else None
    verb = _light_verb(tree, _measured(tree, noun), frame)
    if verb is not None:
        words = (verb, noun) if abs(verb - noun) < _NEAR else (noun,)
        return Trigger(frame=frame, verb=verb, words=words, object=noun)
    is_claimed = frame.type == "ASSAULT" and claim_of(tree, noun) is not None
    is_told = frame.sort == "meeting" and _is_past(tree, noun)
    if frame.of or frame.sort == "country" or "bare" in frame.flags or is_claimed or is_told:
        return Trigger(frame=frame, verb=noun, words=(noun,), object=noun, nominal=True)
    return None


def _is_about(scene: Scene, noun: int, frame: Frame) -> bool:
    """Be a transfer of the goods asked for, or a bare one that tells to whom, or that may never have come."""
    tree = scene.tree
    about = [*after_of(tree, noun), *tree.kids(noun, "compound", "nmod"), *_after_to(tree, noun, frame)]
    if any(is_of(scene, other, frame.of) for other in about):
        return True
    if about or not load_verbs().is_of(tree.lemma(noun), "bare"):
        return False
    is_asked = standing_of(tree, noun).status == "unclear"
    return is_asked or any(tree.lemma(prep) == "to" for prep in tree.kids(noun, "prep"))


def _after_to(tree: Tree, noun: int, frame: Frame) -> list[int]:
    """Give what is ended or frozen: "announced an end to all aid"."""
    preps = [prep for prep in tree.kids(noun, "prep") if tree.lemma(prep) in ("to", "on")]
    return [thing for prep in preps for thing in tree.kids(prep, "pobj")] if frame.type == "SANCTION" else []


def _measured(tree: Tree, noun: int) -> int:
    """Give the measure that a noun stands in: "hundreds of air strikes", "two days of talks"."""
    head = tree.head(noun)
    lemma = tree.lemma(tree.head(head))
    return tree.head(head) if tree.lemma(head) == "of" and (is_measure(lemma) or lemma in _SPANS) else noun


def _is_held(tree: Tree, noun: int, prep: int, frame: Frame) -> bool:
    """Be told of with whom by the way: "offered help after talks with Tokyo", "agreed at a meeting with Oman"."""
    joins = ("with", "between", "to") if frame.mode == "phone" else ("with", "between")
    hosts = (noun, *after_of(tree, noun))  # "after two days of talks with"
    is_with = any(tree.lemma(kid) in joins for host in hosts for kid in tree.kids(host, "prep"))
    return frame.sort == "meeting" and is_with and tree.lemma(prep) in ("after", "during", "following", "at", "in")


def _is_past(tree: Tree, noun: int) -> bool:
    """Be a meeting that took place: "talks between Oman and Iran ended", "since his meeting with the envoy"."""
    verb = tree.head(noun)
    if not any(tree.lemma(kid) in ("with", "between") for kid in tree.kids(noun, "prep")):
        return False
    if tree.dep(noun) in ("nsubj", "nsubjpass"):
        return tree.tokens[verb].tag in ("VBD", "VBN") and not tree.kids(verb, "neg")
    return tree.dep(noun) == "pobj" and tree.lemma(verb) in _SINCE


def _light_verb(tree: Tree, noun: int, frame: Frame) -> int | None:
    head, dep = tree.head(noun), tree.dep(noun)
    if dep == "conj":
        head, dep = tree.head(head), tree.dep(head)
    if dep == "pobj":
        verb = tree.head(head)
        verb = tree.head(verb) if tree.dep(verb) == "npadvmod" else verb  # "arrived a day after talks with Oman"
        if _is_held(tree, noun, head, frame) and tree.is_verb(verb):
            return verb
        wanted = f"{tree.lemma(verb)} {tree.lemma(head)}"
        return verb if wanted in frame.light or (tree.lemma(verb) in frame.light and tree.lemma(head) == "of") else None
    if dep not in ("dobj", "nsubjpass"):
        return None
    lemma = tree.lemma(head)
    particles = [f"{lemma} {tree.lemma(kid)}" for kid in tree.kids(head, "prt")]
    return head if lemma in frame.light or any(phrase in frame.light for phrase in particles) else None
