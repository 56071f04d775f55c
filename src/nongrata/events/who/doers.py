"""Who acts: the subject of a verb, whoever stands after "by", or who a bare noun tells."""

from __future__ import annotations

from nongrata.events.record import Actor
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.events.sentence.trigger import Trigger
from nongrata.events.who.actors import actors_around, actors_at
from nongrata.events.who.noun_doers import doer_of_noun, suffering
from nongrata.events.who.pronouns import unique
from nongrata.events.who.states import BEFORE

_TEXTS = frozenset(
    {"the statement", "the joint statement", "the communique", "the declaration", "the letter", "the note"}
)


def subject_of(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give who acts: the subject, or who stands after "by" in a passive."""
    tree, verb = scene.tree, trigger.verb
    if trigger.nominal:
        return doer_of_noun(scene, verb, suffers=bool(suffering(scene, trigger)))
    agents = [noun for prep in _agents(tree, verb) for noun in tree.kids(prep, "pobj")]
    if tree.is_passive(verb) and (agents or tree.lemma(verb) != "oppose"):
        return unique(actor for noun in agents for actor in actors_around(scene, noun))
    if trigger.frame.says:
        subjects = [own for other in (verb, *tree.up(verb)) if (own := tree.kid(other, *SUBJECTS)) is not None]
        return next((found for own in subjects if (found := doers_at(scene, own))), ())
    subject = _blow_before(scene, trigger)
    subject = tree.subject(verb) if subject is None else subject
    if subject is None or (subject == trigger.object and tree.lemma(verb) != "oppose"):
        return ()
    return doers_at(scene, subject) or _declarer(scene, verb, subject)


def _blow_before(scene: Scene, trigger: Trigger) -> int | None:
    """Give the blow that a participle tells the toll of: "blamed each other for a strike on a hangar, killing 53"."""
    tree, verb = scene.tree, trigger.verb
    if trigger.frame.type != "ASSAULT" or tree.dep(verb) != "advcl" or tree.tokens[verb].tag != "VBG":
        return None
    if tree.kids(verb, *SUBJECTS, "mark") or _is_blow(tree, tree.head(verb)):
        return None
    blows = [word for word in range(verb) if load_verbs().is_of(tree.lemma(word), "attack")]
    return blows[-1] if blows and tree.tokens[blows[-1]].pos == "NOUN" else None


def _is_blow(tree: Tree, verb: int) -> bool:
    """Be a verb of the table that tells an assault."""
    return any(frame.type == "ASSAULT" for _particle, frame in load_verbs().verbs.get(tree.lemma(verb), ()))


def _agents(tree: Tree, verb: int) -> list[int]:
    """Give the "by" of a passive, though the parser hangs it on a sum: "was fined a million euros by a court"."""
    found = [*tree.kids(verb, "agent")]
    thing = tree.kid(verb, "dobj") if tree.kid(verb, "nsubjpass") is not None else None
    return found or [prep for prep in (() if thing is None else tree.kids(thing, "prep")) if tree.lemma(prep) == "by"]


def _declarer(scene: Scene, verb: int, subject: int) -> tuple[Actor, ...]:
    """Give who issued the words that ask: "the party issued a declaration demanding that …"."""
    tree = scene.tree
    while tree.dep(subject) == "pobj" and tree.lemma(tree.head(subject)) == "of":
        subject = tree.head(tree.head(subject))  # "announced the unsealing of an indictment charging"
    if tree.dep(verb) != "acl" or tree.dep(subject) != "dobj":
        return ()
    above = tree.subject(tree.head(subject))
    return () if above is None else doers_at(scene, above)


def doers_at(scene: Scene, subject: int) -> tuple[Actor, ...]:
    """Give who acts where a thing is the subject: "Israeli bulldozers", "the company's tankers"."""
    found = actors_at(scene, subject)
    if found:
        return found
    tree = scene.tree
    is_tool = load_verbs().is_of(tree.lemma(subject), "instrument")
    for kid in tree.kids(subject, *BEFORE):
        if kid in scene.named and (is_tool or kid not in scene.demonyms):
            return (scene.named[kid],)
        if is_tool and tree.lemma(kid) in load_verbs().actors["organ"] and (whose := actors_at(scene, kid)):
            return whose  # "junta jets"
    if is_tool and (ahead := _ahead(scene, subject)):
        return (ahead,)
    if is_tool and (users := _users(scene, subject)):
        return users
    of = [n for p in tree.kids(subject, "prep") if tree.lemma(p) in ("of", "by") for n in tree.kids(p, "pobj")]
    return unique(actor for noun in of for actor in actors_at(scene, noun)) or _authors(scene, subject)


def _authors(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give whose statement was told last: "The statement also urged Kigali to …"."""
    is_theirs = scene.words(noun).lower() in _TEXTS and scene.memory.acts
    return scene.memory.acts[0][2] if is_theirs else ()


def _users(scene: Scene, tool: int) -> tuple[Actor, ...]:
    """Give who is told to use a weapon: "drones flown by the task force struck", "a bomb planted by the group"."""
    tree = scene.tree
    agents = [prep for verb in tree.kids(tool, "acl") for prep in tree.kids(verb, "agent")]
    return unique(actor for prep in agents for noun in tree.kids(prep, "pobj") for actor in actors_at(scene, noun))


def _ahead(scene: Scene, noun: int) -> Actor | None:
    """Give whose it is where another noun has the word: "Russian missile and drone attacks"."""
    tree = scene.tree
    before = [word for word in tree.phrase(noun) if word < noun and tree.dep(word) in BEFORE]
    return next((scene.named[word] for word in before if word in scene.demonyms), None)
