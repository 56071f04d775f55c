"""Who did it and to whom: the slots of a frame filled from the words around a trigger."""

from __future__ import annotations

from nongrata.events.acts.opposite import ELSE
from nongrata.events.acts.slots import fill_slot, sayers_of
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.sentence.trigger import Trigger
from nongrata.events.who.actors import actors_at
from nongrata.events.who.doers import subject_of
from nongrata.events.who.pronouns import HE, IT, THEY, unique
from nongrata.events.who.states import BEFORE


def actors_of(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give who acts."""
    found: list[Actor] = []
    for slot in trigger.frame.actor:
        found += fill_slot(scene, trigger, slot) if slot != "subject" else subject_of(scene, trigger)
    if not found and trigger.frame.sort == "transfer" and trigger.frame.nouns and "military" in trigger.frame.context:
        found += scene.memory.giver
    if not found and "sanctions" in trigger.frame.object and scene.tree.is_passive(trigger.verb):
        found += scene.memory.imposer
    if not found and (_goes_on(scene, trigger) or _shares_doer(scene, trigger)):
        found += scene.memory.acts[0][2]
    if not found and trigger.frame.type == "SANCTION" and _is_bare_passive(scene, trigger):
        found += next((by for type_, _cue, by in scene.memory.acts[:3] if type_ == "SANCTION"), ())
    if not found and trigger.frame.mode == "release" and scene.tree.is_passive(trigger.verb):
        found += next((by for by, _whom in _jailers(scene, trigger)), ())
    if not found and "legal" in trigger.frame.flags:
        found += (
            _taken_up(scene, trigger)
            or _by_same(scene, trigger)
            or _court(scene, trigger)
            or _announcer(scene, trigger)
            or _home_court(scene, trigger)
        )
    return unique(found)


def recipients_of(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give to whom, with whom or against whom: the first slot of the frame that holds somebody."""
    best: tuple[Actor, ...] = ()
    if trigger.frame.mode == "release" and scene.tree.is_passive(trigger.verb):
        best = next((whom for by, whom in _jailers(scene, trigger) if by == actors), ())
    for slot in () if best else trigger.frame.recipient:
        if best and slot == "in":
            break  # "stopped purchases from two mines in Nicaragua" hits the mines
        found = tuple(actor for actor in fill_slot(scene, trigger, slot) if actor not in actors)
        if found and (not best or all(isinstance(actor, Unnamed) for actor in best)):
            best = found
    for look in () if best else ELSE:
        best = tuple(actor for actor in look(scene, trigger, actors) if actor not in actors)
        if best:
            break
    return best or _partner(trigger, actors)


def _goes_on(scene: Scene, trigger: Trigger) -> bool:
    """Go on with what somebody just did: "Police raided two offices. Some 250 servers were seized"."""
    tree, last = scene.tree, next((type_ for type_, _cue, _by in scene.memory.acts), "")
    is_seizure = trigger.frame.mode == "seize" and last == "COERCE"
    is_licence = trigger.frame.sort == "licence" and last == "SANCTION"
    return (
        (is_seizure or is_licence) and bool(tree.kids(trigger.verb, "auxpass")) and not tree.kids(trigger.verb, "agent")
    )


def _shares_doer(scene: Scene, trigger: Trigger) -> bool:
    """Be done to the same by whoever did what stands before: "was arrested in Lima and | extradited to Spain"."""
    tree, verb = scene.tree, trigger.verb
    if tree.dep(verb) != "conj" or not tree.is_passive(verb) or tree.kids(verb, "agent", "nsubjpass"):
        return False
    if not tree.is_passive(tree.head(verb)):
        return False
    return bool(scene.memory.acts) and scene.memory.acts[0][1] == tree.lemma(tree.head(verb))


def _is_bare_passive(scene: Scene, trigger: Trigger) -> bool:
    """Be listed by nobody told: "the builder was designated on Thursday" after "Washington imposed sanctions"."""
    is_listing = "background" in trigger.frame.flags
    return is_listing and scene.tree.is_passive(trigger.verb) and not scene.tree.kids(trigger.verb, "agent")


def _jailers(scene: Scene, trigger: Trigger) -> list[tuple[tuple[Actor, ...], tuple[Actor, ...]]]:
    """Give who seized whom before: "it was released in March", "six sailors, who were freed on Monday"."""
    subject = scene.tree.kid(trigger.verb, "nsubjpass") or scene.tree.subject(trigger.verb)
    known = [(by, whom) for by, whom in scene.memory.charges if by and whom]
    if subject is None:
        return []
    if scene.tree.tokens[subject].text.lower() in IT | HE | THEY:
        return known
    meant = set(actors_at(scene, subject))
    return [(by, whom) for by, whom in known if meant & set(whom)]


def _partner(trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the second of those who cooperate with each other: PLOVER wants a recipient."""
    return actors[1:] if trigger.frame.type == "COOPERATE" else ()


def _taken_up(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give who did what a noun takes up: "Police arrested Petrov. Amnesty condemned his arrest"."""
    whom = {actor for slot in trigger.frame.recipient for actor in fill_slot(scene, trigger, slot)}
    return next((by for by, hit in scene.memory.charges if trigger.nominal and whom & set(hit)), ())


def _by_same(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state of whose judge the same is told next: "was arrested in May and is being questioned by a judge"."""
    tree = scene.tree
    goes_on = tree.kids(trigger.verb, "conj") if tree.is_passive(trigger.verb) else ()
    agents = [prep for verb in goes_on if not tree.kids(verb, *SUBJECTS) for prep in tree.kids(verb, "agent")]
    actors = [actor for prep in agents for noun in tree.kids(prep, "pobj") for actor in actors_at(scene, noun)]
    return tuple(actor for actor in actors if isinstance(actor, Government))


def _announcer(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state or the public body that tells of a charge or an arrest, where nobody is told to have made it."""
    sayers = sayers_of(scene, trigger) if scene.tree.is_passive(trigger.verb) else ()
    return tuple(actor for actor in sayers if isinstance(actor, Government) or _is_public_body(scene, actor))


def _home_court(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state that the story is of, where its courts or police must be meant: no other one has acted here."""
    memory = scene.memory
    acted = {actor for _type, _cue, by in memory.acts for actor in by if isinstance(actor, Government)}
    is_alone = {*acted, *memory.lately, *scene.named.values()} <= {*memory.home, *scene.parties}
    here = {actor for actor in scene.named.values() if isinstance(actor, Government)}
    is_alone = is_alone or (bool(memory.seat) and {*memory.lately, *here} <= set(memory.seat))
    return memory.home if is_alone and scene.tree.is_passive(trigger.verb) else ()


def _is_public_body(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, str) and actor in scene.parties and scene.parties[actor].schema == "PublicBody"


def _court(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state whose police or court it was, where nobody is named: where it happened, or as told before."""
    tree = scene.tree
    whom = tree.kid(trigger.verb, *SUBJECTS)
    about = set() if whom is None else set(tree.subtree(whom))  # "Jan Novak, 44, of Riga, was arrested in Miami"
    below = [
        word for word in tree.subtree(trigger.verb) if tree.dep(word) == "pobj" and tree.clause(word) == trigger.verb
    ]
    for prep, noun in [(tree.lemma(tree.head(word)), word) for word in below if word not in about]:
        if prep in ("in", "of") and (actor := scene.named.get(noun)) is not None and isinstance(actor, Government):
            return (actor,)
        if prep in ("in", "at") and (
            found := [kid for kid in (noun, *tree.kids(noun, *BEFORE)) if kid in scene.places]
        ):
            return (Government(country=scene.places[found[0]]),)
    return _state_above(scene, trigger) or scene.memory.court


def _state_above(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state that has to do with whom it was done to: "Minsk pardoned Krieger, who had been condemned"."""
    tree = scene.tree
    if tree.dep(trigger.verb) != "relcl" or not tree.is_passive(trigger.verb):
        return ()
    subject = tree.subject(tree.clause(tree.head(trigger.verb)))
    actor = None if subject is None else scene.named.get(subject)
    return (actor,) if isinstance(actor, Government) else ()
