"""The words of a sentence that tell an act, each with the frame of the verb table that it fills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.events.actors import RELATIVE, actors_around, actors_at, antecedent
from nongrata.events.frames import Frame, load_verbs
from nongrata.events.record import Government
from nongrata.events.scene import Scene
from nongrata.events.tree import Tree
from nongrata.values.dates import MONTHS

BARE = frozenset({"delivery", "shipment", "transfer"})  # tell of arms by themselves, once arms were spoken of
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend")
MEASURES = frozenset(
    [
        "number",
        "ton",
        "tonne",
        "range",
        "thousand",
        "hundred",
        "dozen",
        "million",
        "billion",
        "batch",
        "amount",
        "worth",
        "quantity",
        "shipment",
        "delivery",
        "supply",
        "series",
        "kg",
        "kilogram",
        "piece",
        "member",
        "group",
        "round",
        "package",
        "most",
        "some",
        "part",
        "all",
        "any",
        "couple",
        "lot",
        "leg",
        "stage",
        "half",
    ]
)
DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)
_ATTACHED = ("prt", "dobj", "prep", "advmod", "dative", "agent", "acomp", "oprd", "aux")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """An act told: the verb of its clause, the words that tell it, and its nouns."""

    frame: Frame
    verb: int  # the word by whose place in the sentence the status is judged; a noun for a bare nominal event
    words: tuple[int, ...]
    object: int | None = None  # the thing or person acted upon, where there is one
    nominal: bool = False


def find_triggers(scene: Scene) -> list[Trigger]:
    """Give the acts that a sentence tells, in the order of the text. A question tells none."""
    tree = scene.tree
    if tree.tokens and tree.tokens[-1].text == "?":
        return []
    found: list[Trigger] = []
    for word, token in enumerate(tree.tokens):
        if token.pos == "VERB" and not _is_description(scene, word) and (verbal := _verbal(scene, word)):
            found.append(verbal)
    taken = {word for trigger in found for word in trigger.words}
    for word, token in enumerate(tree.tokens):
        if token.pos == "NOUN" and word not in taken and (nominal := _nominal(scene, word)):
            found.append(nominal)
    found += [trigger for trigger in _ready(scene) if not _holds(tree, trigger.verb, found)]
    return sorted([*found, *_phrases(scene), *_musts(scene)], key=lambda trigger: min(trigger.words))


def _is_description(scene: Scene, word: int) -> bool:
    """Stand before a noun or inside a name: "a banned party", "Specially Designated Nationals"."""
    return scene.tree.dep(word) in ("amod", "compound") or isinstance(scene.named.get(word), str)


def object_of(tree: Tree, verb: int) -> int | None:
    """Give what is acted upon: the object, the subject of a passive, or the noun a participle hangs on."""
    if (found := tree.kid(verb, "dobj")) is not None:
        return found
    if (clause := tree.kid(verb, "ccomp")) is not None and not tree.kids(clause, "mark"):
        # "urged Seoul to show restraint" comes as a clause of its own as often as not
        if any(tree.lemma(kid) == "to" for kid in tree.kids(clause, "aux")):
            return tree.kid(clause, "nsubj")
    if not tree.is_passive(verb):
        return None
    if (found := tree.kid(verb, "nsubjpass")) is not None:
        return found
    if tree.dep(verb) in ("acl", "amod") and not tree.is_verb(tree.head(verb)):
        return tree.head(verb)
    return tree.subject(verb)


def preps_of(tree: Tree, verb: int, object_: int | None) -> Iterator[tuple[str, int]]:
    """Give the prepositions on a verb, its particle or its object, each with its noun."""
    hosts = [
        verb,
        *tree.kids(verb, "prt", "advmod", "acomp", "oprd", "prep", "agent"),
        *([] if object_ is None else [object_]),
    ]
    for host in hosts:
        for prep in tree.kids(host, "prep", "agent", "dative"):
            for noun in tree.kids(prep, "pobj"):
                yield tree.lemma(prep), noun


def is_of(scene: Scene, word: int, classes: tuple[str, ...]) -> bool:
    """Be a noun of one of the classes: by itself, by what it measures, or by what stands before it."""
    return any(_is_of(scene, member, wanted) for member in scene.tree.listed(word) for wanted in classes)


def _is_of(scene: Scene, word: int, wanted: str) -> bool:
    tree = scene.tree
    if tree.lemma(word) in RELATIVE and (meant := antecedent(tree, word)) is not None:
        word = meant
    if wanted == "actor":
        return bool(actors_at(scene, word))
    if wanted == "person":
        return _is_person(scene, word)
    modifier, plus, noun = wanted.rpartition("+")
    if plus and modifier == "own":
        return _is_of(scene, word, noun) and any(tree.tokens[kid].pos == "PRON" for kid in tree.kids(word, "poss"))
    if plus:
        before = [*tree.kids(word, "amod", "compound", "nmod"), *_of(tree, word)]
        return _is_of(scene, word, noun) and any(tree.lemma(kid) in _class(modifier) for kid in before)
    lemmas = {tree.lemma(word)}
    if lemmas & MEASURES or tree.tokens[word].pos in ("NUM", "SYM"):
        lemmas.update(tree.lemma(noun) for noun in _of(tree, word))
    if wanted in ("arms", "goods", "money"):
        lemmas.update(tree.lemma(kid) for kid in tree.kids(word, "compound", "nmod"))
    return bool(lemmas & _class(wanted))


def _is_person(scene: Scene, word: int) -> bool:
    actors = actors_at(scene, word)
    nouns = load_verbs().actors["people"]
    return (
        any(scene.is_person(actor) for actor in actors)
        or scene.tree.lemma(word) in nouns
        or (scene.tree.tokens[word].text.lower() in ("him", "her", "he", "she", "them"))
    )


def _of(tree: Tree, word: int) -> list[int]:
    return [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "of" for noun in tree.kids(prep, "pobj")]


def _class(name: str) -> frozenset[str]:
    return load_verbs().classes.get(name) or frozenset({name})


def _verbal(scene: Scene, verb: int) -> Trigger | None:
    tree = scene.tree
    object_ = object_of(tree, verb)
    for particle, frame in load_verbs().verbs.get(tree.lemma(verb), ()):
        beside = [kid for kid in tree.kids(verb, *_ATTACHED) if _is_particle(tree, verb, kid, particle)]
        if particle and not beside:
            continue
        if _fits(scene, verb, object_, frame, particle):
            return Trigger(frame=frame, verb=verb, words=(verb, *beside[:1]), object=object_)
    return None


def _is_particle(tree: Tree, verb: int, kid: int, particle: str) -> bool:
    """Be the word that a verb wants close behind it; "called on Sunday" is not "called on Moscow"."""
    if tree.tokens[kid].text.lower() != particle:
        return False
    nouns = tree.kids(kid, "pobj")
    return not any(tree.tokens[noun].text.lower() in DAYS for noun in nouns)


def _fits(scene: Scene, verb: int, object_: int | None, frame: Frame, particle: str) -> bool:
    tree = scene.tree
    preps = list(preps_of(tree, verb, object_))
    if frame.object and not _object_fits(scene, object_, frame):
        return False
    if (
        not frame.object
        and "object" in frame.recipient
        and not particle
        and not _has_complement(scene, verb, object_, frame)
    ):
        return False
    if frame.needs and not any(prep in frame.needs for prep, _ in preps):
        return False
    places = frame.needs or ((particle,) if particle else ())
    if frame.prep_object and not any(prep in places and is_of(scene, noun, frame.prep_object) for prep, noun in preps):
        return False
    if "nothat" in frame.flags and any(tree.kids(kid, "mark") for kid in tree.kids(verb, "ccomp")):
        return False
    if "not" in frame.flags and not tree.kids(verb, "neg"):
        return False
    if frame.complement:
        return any(tree.lemma(kid) in frame.complement for kid in tree.kids(verb, "xcomp", "advcl", "ccomp"))
    if "deed" in frame.flags:
        return object_ is not None or bool(tree.kids(verb, "xcomp", "prep", "dative"))
    return not ("xcomp" in frame.flags and not tree.kids(verb, "xcomp", "ccomp")) and not _asks(tree, verb, frame)


def _asks(tree: Tree, verb: int, frame: Frame) -> bool:
    """Be a question, not a request: "asked him if he knew"."""
    marks = [kid for clause in tree.kids(verb, "ccomp") for kid in tree.kids(clause, "mark", "advmod", "dobj", "attr")]
    return frame.content == "requested" and any(
        tree.lemma(m) in ("if", "whether", "how", "why", "what", "who") for m in marks
    )


def _has_complement(scene: Scene, verb: int, object_: int | None, frame: Frame) -> bool:
    """Have an object, a clause or one of the frame's prepositions: "he resisted" and "numbers declined" tell nothing."""
    if object_ is not None or scene.tree.kids(verb, "ccomp", "xcomp", "dative"):
        return True
    return any(prep in (*frame.recipient, "as") for prep, _ in preps_of(scene.tree, verb, None))


def _object_fits(scene: Scene, object_: int | None, frame: Frame) -> bool:
    if object_ is None:
        return "nobody" in frame.object
    return is_of(scene, object_, frame.object)


def _nominal(scene: Scene, noun: int) -> Trigger | None:
    tree = scene.tree
    if any(tree.lemma(kid) == "such" for kid in tree.kids(noun, "amod", "det", "predet")):
        return None
    for frame in load_verbs().nouns.get(tree.lemma(noun), ()):
        if frame.of and not _is_about(scene, noun, frame):
            continue
        if "verdict" in frame.flags:
            if tree.dep(noun) == "attr":
                return Trigger(frame=frame, verb=tree.head(noun), words=(noun,))
            continue
        verb = _light_verb(tree, _measured(tree, noun), frame)
        if verb is not None:
            words = (verb, noun) if abs(verb - noun) < 6 else (noun,)
            return Trigger(frame=frame, verb=verb, words=words, object=noun)
        if frame.of or frame.sort == "country":
            return Trigger(frame=frame, verb=noun, words=(noun,), object=noun, nominal=True)
    return None


def _is_about(scene: Scene, noun: int, frame: Frame) -> bool:
    """Be a transfer of the goods asked for; bare "deliveries" are, once the story has told of arms going somewhere."""
    tree = scene.tree
    about = [*_of(tree, noun), *tree.kids(noun, "compound", "nmod")]
    if any(is_of(scene, other, frame.of) for other in about):
        return True
    bare = not about and tree.lemma(noun) in BARE and not tree.kids(noun, "poss")
    return bare and bool(scene.memory.giver or _arms_before(scene, noun))


def _arms_before(scene: Scene, noun: int) -> bool:
    return any(_is_of(scene, word, "arms") for word in range(noun))


def _measured(tree: Tree, noun: int) -> int:
    """Give the measure that a noun stands in: "hundreds of air strikes" is carried out as a whole."""
    head = tree.head(noun)
    return tree.head(head) if tree.lemma(head) == "of" and tree.lemma(tree.head(head)) in MEASURES else noun


def _light_verb(tree: Tree, noun: int, frame: Frame) -> int | None:
    head, dep = tree.head(noun), tree.dep(noun)
    if dep == "conj":
        head, dep = tree.head(head), tree.dep(head)
    if dep == "pobj":
        verb = tree.head(head)
        wanted = f"{tree.lemma(verb)} {tree.lemma(head)}"
        return verb if wanted in frame.light or (tree.lemma(verb) in frame.light and tree.lemma(head) == "of") else None
    if dep not in ("dobj", "nsubjpass"):
        return None
    lemma = tree.lemma(head)
    particles = [f"{lemma} {tree.lemma(kid)}" for kid in tree.kids(head, "prt")]
    return head if lemma in frame.light or any(phrase in frame.light for phrase in particles) else None


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
            if tree.dep(verb) == "ccomp" and tree.lemma(tree.head(verb)) not in ("know", "think", "believe"):
                for frame in load_verbs().musts:
                    yield Trigger(frame=frame, verb=verb, words=(word, verb))


def _phrases(scene: Scene) -> Iterator[Trigger]:
    span = scene.tree.sentence.span
    text = span.of(scene.text).lower()
    for frame in load_verbs().phrases:
        for says in frame.says:
            for match in re.finditer(rf"\b{re.escape(says)}\b", text):
                words = tuple(
                    index
                    for index, token in enumerate(scene.tree.tokens)
                    if match.start() <= token.span.start - span.start < match.end()
                )
                if words:
                    yield Trigger(frame=frame, verb=scene.tree.clause(words[0]), words=words)


def holds_state(scene: Scene, word: int) -> bool:
    """Mean or hold a government."""
    return any(isinstance(actor, Government) for actor in actors_around(scene, word))
