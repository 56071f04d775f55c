"""Which state a noun acts for: "Malaysian authorities", "a court in Johor", and bare "prosecutors"."""

from __future__ import annotations

import re
from functools import partial

from nongrata.events.record import Actor, Government
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import BODIES, Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.pronouns import Look, governments_of, is_pronoun, pronoun_at, unique
from nongrata.events.who.seats import is_at, is_organ_at, seat, there, where

_UNITED_STATES = re.compile(r"\bU\.?S\.?\b|\bUnited States\b|\bAmerican?\b|\bFBI\b|\bWashington\b")
_ANYBODYS = frozenset({"soldier", "troop", "force", "agent"})  # who may be abroad, or have come from there
_RULES = frozenset({"administration", "government", "cabinet"})
BEFORE = ("amod", "compound", "poss", "nmod")


def state_of(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    """Give the state for which officials act; bare organs ("prosecutors") are of the state that acted last."""
    lemma, tree = scene.tree.lemma(word), scene.tree
    looks = (states_before, partial(_owners, look=look), _of_ruler, _sent_from, seat, there, where, _at_work)
    found = next((actors for each in looks if (actors := each(scene, word))), ())
    if found or tree.kids(word, "poss"):
        is_rule = bool(found) and lemma in _RULES and all(scene.is_person(actor) for actor in found)
        return scene.memory.home or found if is_rule else found  # "his government", "the government of Yunus"
    if any(tree.lemma(kid) == "federal" for kid in tree.kids(word, "amod")) and _UNITED_STATES.search(scene.text):
        return scene.memory.court or (Government(country="us"),)  # others' are told with whose they are
    if lemma in _RULES and tree.tokens[word].tag == "NNS":
        return ()  # "democratic governments worldwide"
    if lemma in _RULES and (ruled := _ruled_by(scene, word)):
        return ruled
    return _of_bare(scene, word) if is_organ_at(scene, word) and _is_bare(scene, word) else ()


def _of_bare(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state of an organ that stands without its name: whose others tell of it, or that acted last."""
    lemma, tree = scene.tree.lemma(word), scene.tree
    own = _tells_of_own(scene, word)
    if found := own if len(own) == 1 else _main_state(scene, word):
        return found
    if lemma in scene.memory.organs or _tells_of_another(scene, word):
        return scene.memory.organs.get(lemma, ())
    if lemma in _ANYBODYS:  # between two states they are of both: "troops exchanged fire"
        third = scene.memory.sides and not set(scene.memory.state) & set(scene.memory.sides)
        return scene.memory.sides if third and tree.tokens[word].tag == "NNS" else scene.memory.state
    return scene.memory.state or (() if _speaks(scene, word) else scene.memory.home)


def _ruled_by(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whose rule it is: whose office says so ("the ministry said the Biden administration"), or who leads it."""
    sayer = _sayer_above(scene, word)
    rulers = tuple(_rulers(scene, word))
    if rulers and scene.tree.lemma(word) == "administration" and _UNITED_STATES.search(scene.text):
        rulers = (Government(country="us"),)  # whoever leads another state is told with it
    if found := (sayer if scene.tree.dep(word) in SUBJECTS else ()) or rulers:
        return found
    if scene.tree.kids(word, "amod"):
        return ()
    found = sayer or scene.memory.state  # a bare "the government": the state that acted last, or that the story is of
    return found or (scene.memory.home if _is_bare(scene, word) else ())  # not "the government of Sindh"


def _at_work(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state where the sentence says that police or courts act: "threw eggs in Skopje and police held them"."""
    tree, verb = scene.tree, scene.tree.clause(word)
    is_law = tree.lemma(word) in load_verbs().actors["law"] and is_organ_at(scene, word) and _is_bare(scene, word)
    if not is_law or tree.dep(word) not in (*SUBJECTS, "pobj") or load_verbs().tells(tree.lemma(verb)):
        return ()
    clauses = {verb, tree.head(verb)} if tree.dep(verb) == "conj" else {verb}
    places = [place for place in scene.places if place >= scene.dateline and is_at(scene, place, clauses)]
    found = {scene.places[place] for place in places}
    return tuple(Government(country=country) for country in found) if len(found) == 1 else ()


def _main_state(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state that the sentence is about: "Ecuador expelled them after a raid in which soldiers seized guns"."""
    tree = scene.tree
    above = [verb for verb in tree.up(word) if tree.dep(verb) in ("relcl", "advcl")]
    root = tree.clause(tree.head(above[-1])) if above else word
    subject = tree.kid(root, "nsubj") if above and tree.dep(root) == "ROOT" else None
    state = scene.named.get(subject) if subject is not None and subject not in scene.demonyms else None
    states = {a for at, a in scene.named.items() if isinstance(a, Government) and at not in scene.demonyms}
    is_alone = states == {state}
    return (state,) if isinstance(state, Government) and is_alone else ()


def _speaks(scene: Scene, word: int) -> bool:
    """Only say so: whose prosecutors speak is for the story to tell, whose police act is where it happens."""
    verb = scene.tree.head(word)
    is_subject = scene.tree.dep(word) in SUBJECTS
    return is_subject and load_verbs().tells(scene.tree.lemma(verb))


def _tells_of_own(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state whose organs did what others of its organs tell: "Dutch police arrested him, prosecutors said"."""
    said = scene.tree.clause(word)
    told = scene.tree.kid(said, "ccomp") if scene.tree.dep(word) in SUBJECTS else None
    subject = scene.tree.kid(told, *SUBJECTS) if told is not None else None
    is_organ = subject is not None and scene.tree.lemma(subject) in load_verbs().actors["organ"]
    return states_before(scene, subject) if subject is not None and is_organ else ()


def _tells_of_another(scene: Scene, word: int) -> bool:
    """Tell what another state than the last one does: whose officials say that Britain may act, nobody knows."""
    said = scene.tree.clause(word)
    told = scene.tree.kid(said, "ccomp") if scene.tree.dep(word) in SUBJECTS else None
    subject = scene.tree.kid(told, *SUBJECTS) if told is not None else None
    actor = scene.named.get(subject) if subject is not None else None
    return isinstance(actor, Government) and actor not in (scene.memory.state or scene.memory.home)


def _is_bare(scene: Scene, word: int) -> bool:
    """Have nobody's name before it and no place after it: "the foreign ministry", "prosecutors"."""
    tree = scene.tree
    if any(_is_no_states(tree.lemma(kid)) for kid in tree.kids(word, "compound", "nmod")):
        return False  # "a company official", "rebel commanders"
    near = [kid for kid in tree.kids(word, *BEFORE, "prep") if not tree.kids(kid, "pcomp")]  # "of bombing"
    if any(tree.tokens[kid].text[0].isupper() for kid in tree.kids(word, "amod")) and tree.kids(word, "amod")[-1] > 0:
        return False  # "European governments"
    near += [kid for kid in tree.kids(word, "relcl") if tree.tokens[word + 1].text != ","]  # "the junta, which …"
    return not any(other in scene.named or tree.tokens[other].pos in ("PROPN", "ADP", "VERB") for other in near)


def _is_no_states(lemma: str) -> bool:
    """Name what has officials of its own and is no organ of a state: a company, a club, rebels."""
    actors = load_verbs().actors
    owners = (actors["private"], actors["named_last_company"], actors["forces"], actors["people"])
    return lemma not in actors["organ"] and any(lemma in names for names in owners)


def _sent_from(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the states that forces come from: "warplanes and ships from the United States and Britain"."""
    tree = scene.tree
    if tree.lemma(word) not in load_verbs().actors["forces"]:
        return ()
    froms = [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "from" for noun in tree.kids(prep, "pobj")]
    named = (scene.named.get(member) for noun in froms for member in tree.listed(noun))
    return unique(actor for actor in named if isinstance(actor, Government))


def land_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state meant by "the country": the last one named in the sentence that is no subject and no scene."""
    tree = scene.tree
    for other in range(word - 1, -1, -1):
        actor = scene.named.get(other)
        if scene.named.get(tree.head(other)) == actor and tree.head(other) != other:
            continue  # the "Saudi" of "in Saudi Arabia"
        if isinstance(actor, Government) and tree.dep(other) in (*BEFORE, "dobj", "pobj"):
            is_scene = tree.dep(other) == "pobj" and tree.lemma(tree.head(other)) in ("in", "at", "from", "near")
            if not is_scene:
                return (actor,)
    return scene.memory.target


def states_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the states in the words before a noun, or after its "of": "U.S. and South Korean officials"."""
    found: list[Actor] = []
    for kid in scene.tree.kids(word, *BEFORE):
        members = [kid, *scene.tree.kids(kid, *BEFORE, "conj")]
        members += [deep for member in scene.tree.kids(kid, "conj") for deep in scene.tree.kids(member, *BEFORE)]
        found += [scene.named[other] for other in sorted(members) if isinstance(scene.named.get(other), Government)]
    for prep in scene.tree.kids(word, "prep"):
        if scene.tree.lemma(prep) in (("of", "for") if scene.tree.lemma(word).startswith("spokes") else ("of",)):
            several = scene.tree.tokens[word].tag == "NNS"  # "the presidents of Rwanda and Angola"
            for noun in _of_whom(scene, prep, several=several):
                is_rule = scene.tree.lemma(noun) in load_verbs().actors["organ"]  # "soldiers of Mali's government"
                near = [noun, *(scene.tree.kids(noun, *BEFORE) if is_rule else ())]
                found += [scene.named[other] for other in near if isinstance(scene.named.get(other), Government)][:1]
    return unique(found)


def _of_whom(scene: Scene, prep: int, *, several: bool) -> list[int]:
    """Give the nouns behind an "of", with all members of their list if there are several in office."""
    nouns = scene.tree.kids(prep, "pobj")
    return [member for noun in nouns for member in (scene.tree.listed(noun) if several else (noun,))]


def _owners(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    """Give the party before a noun: "Treasury officials", "the Biden administration" (then the state, if known)."""
    for kid in scene.tree.kids(word, *BEFORE):
        if scene.tree.dep(kid) == "poss" and is_pronoun(scene, kid):
            owners = _officer_above(scene, kid, look) or pronoun_at(scene, kid, look)
            return governments_of(scene, owners) or owners
        actor = scene.named.get(kid)
        if isinstance(actor, str):
            is_owner = scene.parties[actor].schema in BODIES or scene.tree.dep(kid) == "poss"
            return governments_of(scene, (actor,)) or ((actor,) if is_owner else ())
    return ()


def _of_ruler(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whose rule it is: "the junta of Min Aung Hlaing" is his state, where that is told."""
    return governments_of(scene, _rulers(scene, word))


def _rulers(scene: Scene, word: int) -> list[Actor]:
    tree = scene.tree
    nouns = [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "of" for noun in tree.kids(prep, "pobj")]
    nouns += tree.kids(word, "compound", "nmod")  # "the Maduro government"
    return [scene.named[noun] for noun in nouns if noun in scene.named and scene.is_person(scene.named[noun])]


def _officer_above(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    """Give the state of the official whose country "his" is: "an Emirati official denied that his country …"."""
    tree = scene.tree
    if tree.tokens[word].text.lower() not in ("his", "her"):
        return ()
    subjects = [tree.kid(other, "nsubj") for other in tree.up(word)]
    above = next((s for s in subjects if s is not None and s < word and tree.tokens[s].pos == "NOUN"), None)
    found = () if above is None or tree.head(word) == above else look(scene, above)
    return tuple(actor for actor in found if isinstance(actor, Government))


def _sayer_above(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state whose office says so: "the State Department said the administration would …"."""
    for other in scene.tree.up(word)[1:]:
        subject = scene.tree.kid(other, "nsubj")
        if subject is not None and subject != word and subject in scene.named:
            return governments_of(scene, (scene.named[subject],))
    return ()
