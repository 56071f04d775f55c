"""Whom a pronoun means: in its own sentence, else as the sentences before left it in the memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.antecedents import antecedent
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.events.who.both import two_before
from nongrata.events.who.several import done_to_before

Look = Callable[[Scene, int], tuple[Actor, ...]]  # gives whom a noun means

_AT = ("on", "against", "at", "with")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
HE, IT, THEY, WE = (
    frozenset({"he", "she", "him", "her", "his", "hers"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their", "both"}),
    frozenset({"we", "us", "our", "i", "my", "me"}),
)
_PERSONAL = HE | IT | THEY | WE


def is_pronoun(scene: Scene, word: int) -> bool:
    """Be a word that takes up another."""
    token = scene.tree.tokens[word]
    return token.pos == "PRON" or token.lemma in RELATIVE or token.text.lower() in _PERSONAL


def pronoun_at(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    """Give whom a pronoun means, or nobody."""
    if word in scene.asked:
        return ()
    scene = replace(scene, asked=scene.asked | {word})
    text = scene.tree.tokens[word].text.lower()
    if (actor := scene.named.get(word)) is not None:
        return (actor,)
    if text in RELATIVE:
        meant = antecedent(scene.tree, word)
        return _without_later(scene, word, meant, look) if meant is not None else ()
    if text in WE:
        states = governments_of(scene, scene.memory.speaker) if text in ("we", "us", "our") else ()
        return unique((*scene.memory.speaker, *states))
    if text in HE:
        return _person_here(scene, word, look) if _people_before(scene, word) else scene.memory.person
    if text in IT:
        if (told := _told_before(scene, word, look)) and _is_thing(scene, told, many=False):
            return told
        told = _addressed(scene, word, look)
        return (
            (told if _is_thing(scene, told, many=False) else ())
            or subject_above(scene, word, look, several=False)
            or scene.memory.body
        )
    return _they(scene, word, look) if text in THEY else ()


def _without_later(scene: Scene, word: int, meant: int, look: Look) -> tuple[Actor, ...]:
    """Give whom a noun and the list before a relative pronoun mean: "Silva, who resigned, and Fonseka" is Silva."""
    later = [member for member in scene.tree.kids(meant, "conj") if meant < word < member]
    others = {actor for member in later for actor in look(scene, member)}
    found = look(scene, meant)
    return tuple(actor for actor in found if actor not in others) or found


def _told_before(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    """Give of whom is told what "its ministry said" ends: "Mexico granted them asylum, its foreign ministry said"."""
    tree = scene.tree
    said = tree.clause(word)
    told = tree.kid(said, "ccomp")
    is_its = tree.dep(word) == "poss" and tree.dep(tree.head(word)) in SUBJECTS and tree.head(tree.head(word)) == said
    if not is_its or told is None or told > word or not load_verbs().tells(tree.lemma(said)):
        return ()
    subject = tree.kid(told, *SUBJECTS)
    return () if subject is None else look(scene, subject)


def _addressed(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    """Give whom the clause above turns to, where its participle goes on.

    "Told the council, urging it to act"; "imposed sanctions on the owner, accusing it of …".
    """
    tree = scene.tree
    verb = tree.head(word)
    verb = tree.head(verb) if tree.dep(word) in SUBJECTS and tree.dep(verb) in ("ccomp", "xcomp") else verb
    if tree.dep(verb) != "advcl" or tree.tokens[verb].tag != "VBG" or tree.kids(verb, *SUBJECTS):
        return ()
    above = tree.head(verb)
    things = tree.kids(above, "dobj", "dative")
    preps = [prep for host in (*things, above) for prep in tree.kids(host, "prep") if tree.lemma(prep) in _AT]
    nouns = (*things, *(noun for prep in preps for noun in tree.kids(prep, "pobj") if noun < word))
    return next((actors for noun in nouns if (actors := look(scene, noun))), ())


def _they(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    if scene.tree.tokens[word].text.lower() == "both":
        return _listed_before(scene, word) or two_before(scene, word)
    here = (
        done_to_before(scene, word, look)
        or _body_above(scene, word)
        or _listed_before(scene, word)
        or subject_above(scene, word, look, several=True)
    )
    return here or _speakers_above(scene, word) or scene.memory.group


def _body_above(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the body whose own words "they" opens: "the Houthis said they had attacked"."""
    sayer = _sayer_of(scene.tree, word)
    actor = scene.named.get(sayer) if sayer is not None else None
    if len(scene.memory.group) > 1 and all(scene.is_person(each) for each in scene.memory.group):
        return ()  # "Two men are charged. The commission says that they paid": the men
    return (actor,) if isinstance(actor, str) and not scene.is_person(actor) else ()


def _speakers_above(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give those without a name whose own words "they" opens: "the three powers said they would"."""
    tree, sayer = scene.tree, _sayer_of(scene.tree, word)
    if sayer is None or tree.tokens[sayer].tag != "NNS":
        return ()
    is_nobody = any(load_verbs().is_of(tree.lemma(sayer), name) for name in ("text", "onlooker"))
    return () if is_nobody else (scene.unnamed(sayer),)


def _sayer_of(tree: Tree, word: int) -> int | None:
    """Give who says what the word opens: "Tether said it had frozen the money"."""
    return _teller_of(tree, word) if tree.dep(word) in SUBJECTS else None


def _teller_of(tree: Tree, word: int) -> int | None:
    """Give who says what the clause of a word tells."""
    clause = tree.clause(word)
    above = tree.head(clause)
    says = tree.dep(clause) == "ccomp" and load_verbs().tells(tree.lemma(above))
    return tree.kid(above, *SUBJECTS) if says else None


def _person_here(scene: Scene, word: int, look: Look) -> tuple[Actor, ...]:
    """Give whom "he" or "she" means among those named before it in its sentence: nobody where it may be either."""
    people = _people_before(scene, word)
    if len(people) == 1:
        return people
    turned_to = [actor for actor in _addressed(scene, word, look) if actor in people]  # "expelled Elovik, accusing him"
    if turned_to:
        return tuple(turned_to[:1])
    subjects = (scene.tree.kid(other, *SUBJECTS) for other in scene.tree.up(word)[1:])
    above = (scene.named.get(subject) for subject in subjects if subject is not None and subject < word)
    return tuple(actor for actor in above if actor is not None and actor in people)[:1]


def _people_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the people named before a word in its own sentence, but for who acts on it."""
    here = [scene.named[other] for other in range(word) if other in scene.named]
    subject = scene.tree.kid(scene.tree.clause(word), *SUBJECTS)
    other = {scene.named.get(subject)} if subject is not None and subject != word else set()  # "Kim received him"
    return unique(actor for actor in here if scene.is_person(actor) and actor not in other | scene.stage.turns)


def subject_above(scene: Scene, word: int, look: Look, *, several: bool) -> tuple[Actor, ...]:
    """Give the subject of a clause above, if it is several ("they") or a body or state ("it")."""
    for other in scene.tree.up(word):
        subject = next(iter(reversed(scene.tree.kids(other, *SUBJECTS))), None)  # "One of them, Alba, denied that it"
        if subject is None or not _is_another_before(scene, subject, word):
            continue
        if other == scene.tree.head(word) and scene.tree.dep(word) == "dobj":
            continue  # "a warship stopped it": another
        if several and scene.memory.group and load_verbs().is_of(scene.tree.lemma(subject), "onlooker"):
            continue
        if not several and (owner := _whose_officer(scene, subject, word, look)):
            return owner
        found = look(scene, subject)
        tag = scene.tree.tokens[subject].tag
        is_meant = tag in ("NNS", "NNPS") or len(found) > 1 if several else _is_thing(scene, found, many=tag == "NNS")
        if found and is_meant:
            return found
        if not several and _sayer_of(scene.tree, word) == subject and len(found) == 1 and may_be_body(scene, found[0]):
            return found
    return ()


def _is_another_before(scene: Scene, subject: int, word: int) -> bool:
    """Stand before the word and not with it in one list, as "allies" do in "the United States, allies and partners"."""
    is_before = subject < word and scene.tree.tokens[subject].pos != "PRON"
    return is_before and word not in scene.tree.listed(subject)


def _whose_officer(scene: Scene, subject: int, word: int, look: Look) -> tuple[Actor, ...]:
    """Give for whom somebody speaks who says what "it" opens: "the firm's lawyer said it would appeal"."""
    tree, name = scene.tree, scene.named.get(subject)
    if isinstance(name, str) and not scene.is_person(name):
        return ()  # "Croatia's pipeline operator Janaf said it would"
    if _teller_of(tree, word) != subject or tree.dep(word) not in (*SUBJECTS, "poss"):
        return ()
    if name is None:
        owners = tree.kids(subject, "poss")
    else:  # "Willy Ngoma, the movement's spokesman, said that its men", "Idris, a spokesman of the Front, said its"
        jobs = [job for job in tree.kids(subject, "appos") if tree.lemma(job) in load_verbs().actors["office"]]
        of = [prep for job in jobs for prep in tree.kids(job, "prep") if tree.lemma(prep) in ("of", "for")]
        titles = [kid for kid in tree.kids(subject, "compound") if tree.lemma(kid) in load_verbs().actors["office"]]
        titled = (subject, *titles) if titles else ()  # "the group's spokesman Idris said it had"
        owners = (
            *(own for each in titled for own in tree.kids(each, "poss")),
            *(own for job in jobs for own in tree.kids(job, "poss")),
            *(n for p in of for n in tree.kids(p, "pobj")),
        )
    found = next((actors for owner in owners if (actors := look(scene, owner))), ())
    return found if _is_thing(scene, found, many=False) else ()


def may_be_body(scene: Scene, actor: Actor) -> bool:
    """Be one word that only looks like a person's name: nothing but the model says that it is one."""
    party = scene.parties.get(actor) if isinstance(actor, str) else None
    return party is not None and " " not in party.name and not party.facts


def _is_thing(scene: Scene, actors: tuple[Actor, ...], *, many: bool) -> bool:
    """Be what "it" can mean: no person, and not some officials ("officials said it had killed nine")."""
    return not many and not any(scene.is_person(actor) for actor in actors)


def _listed_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the nearest list of at least two names before the pronoun."""
    for other in range(word - 1, -1, -1):
        if scene.tree.kids(other, "conj") and scene.tree.dep(other) != "conj":
            found = [a for member in scene.tree.listed(other) if member < word for a in named_only(scene, member)]
            if len(set(found)) > 1:
                return unique(found)
    return ()


def named_only(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give who is named by a word itself; a nationality names nobody."""
    actor = scene.named.get(word)
    return (actor,) if actor is not None and word not in scene.demonyms else ()


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Give each once, in their order."""
    return tuple(dict.fromkeys(actors))


def governments_of(scene: Scene, actors: Iterable[Actor]) -> tuple[Government, ...]:
    """Give the states that these are, or hold office in."""
    codes = [actor.country if isinstance(actor, Government) else _office(scene, actor) for actor in actors]
    return tuple(dict.fromkeys(Government(country=code) for code in codes if code))


def homes_of(scene: Scene, actors: Iterable[Actor]) -> frozenset[str]:
    """Give the countries that these are, or come from."""
    codes = [
        a.country if isinstance(a, Government) else scene.homes.get(a) for a in actors if not isinstance(a, Unnamed)
    ]
    return frozenset(code for code in codes if code)


def _office(scene: Scene, actor: Actor) -> str | None:
    return scene.homes.get(actor) if isinstance(actor, str) and actor in scene.offices else None
