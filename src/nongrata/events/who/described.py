"""Whom a description means that stands before the name: "a trading house", and a sentence later what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import BODIES, Scene, Stage, set_scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.mentions import Reading
from nongrata.parties import PartyId

_AHEAD = 2  # sentences after a lead within which its "a man" is named
_LEAD = 3  # sentences of a story that may be its lead
_SHIPS = frozenset({"tanker", "vessel", "ship", "freighter", "yacht"})
_FIRMS = frozenset({
    "house", "lender", "bank", "network", "exchange", "mixer", "platform", "maker", "manufacturer", "refiner",
    "refinery", "airline", "conglomerate", "distributor", "supplier", "producer", "retailer", "importer", "exporter",
    "insurer", "startup", "subsidiary", "brokerage", "consultancy", "forwarder", "registrar", "firm", "company",
    "operator", "carrier", "plant", "factory", "shipyard",
})  # fmt: skip
BODILY = _SHIPS | _FIRMS | {
    "group", "militia", "gang", "party", "union", "charity", "movement", "organisation", "organization", "cartel",
    "faction", "brigade", "sect", "force", "police", "army", "battalion", "regiment", "coalition", "syndicate",
    "alliance", "band", "outfit",
}  # fmt: skip


def scenes_of(reading: Reading, stage: Stage) -> list[Scene]:
    """Give a story's sentences as scenes, each with whom the story's descriptions mean."""
    scenes = [set_scene(sentence, stage) for sentence in reading.sentences]
    found = find_described(scenes)
    return [replace(scene, described=found) for scene in scenes] if found else scenes


def find_described(scenes: Sequence[Scene]) -> Mapping[str, PartyId]:
    """Give the noun of each description that means one party of the story and no other."""
    told: dict[str, list[PartyId]] = {}
    for scene in scenes:
        for noun, party in _appositions(scene):
            told.setdefault(noun, []).append(party)
    for noun, party in _leads(scenes):
        told.setdefault(noun, []).append(party)
    return {noun: parties[0] for noun, parties in told.items() if len(set(parties)) == 1}


def _appositions(scene: Scene) -> Iterator[tuple[str, PartyId]]:
    """Give the nouns beside a name: "the broker, Lucent Peak", "mining magnate Daniel Verhoest"."""
    tree = scene.tree
    for word, actor in scene.named.items():
        if not isinstance(actor, str):
            continue
        head = tree.head(word)
        if tree.dep(word) == "appos" and head not in scene.named:
            yield from _noun(scene, head, actor)
        for kid in tree.kids(word, "compound", "appos"):
            if kid not in scene.named:
                yield from _noun(scene, kid, actor)


def _noun(scene: Scene, word: int, actor: PartyId) -> Iterator[tuple[str, PartyId]]:
    nouns, lemma = load_verbs().actors, scene.tree.lemma(word)
    is_plural = scene.tree.tokens[word].tag in ("NNS", "NNPS")
    is_people = scene.tree.tokens[word].pos == "NOUN" and lemma in nouns["people"] and lemma not in nouns["office"]
    if is_people and not (is_plural and scene.is_person(actor)):
        yield from _called(scene, word, actor)


def _called(scene: Scene, word: int, actor: PartyId) -> Iterator[tuple[str, PartyId]]:
    """Give the words by which a noun takes the party up: "the drone maker", "the maker"."""
    yield description(scene.tree, word), actor
    yield scene.tree.lemma(word), actor


def description(tree: Tree, word: int) -> str:
    """Give a noun with the noun that tells its kind: another than the "drone maker" is a "chip maker"."""
    kinds = [kid for kid in tree.kids(word, "compound") if tree.tokens[kid].pos == "NOUN"]
    return " ".join(tree.lemma(each) for each in (*kinds[-1:], word))


def _leads(scenes: Sequence[Scene]) -> Iterator[tuple[str, PartyId]]:
    """Give the nouns of a lead with whom the next sentences introduce: "a former engineer", and then his name."""
    for index, scene in enumerate(scenes[:_LEAD]):
        if any(isinstance(actor, str) and scene.is_person(actor) for actor in scene.named.values()):
            continue
        nouns = [word for word in range(len(scene.tree.tokens)) if _is_introduced(scene, word)]
        fresh = _introduced_in(scenes, index)
        fitting = [noun for noun in nouns if fresh is not None and may_be(scene, scene.tree.lemma(noun), fresh)]
        if fresh is not None and len(fitting) == 1:
            yield from _called(scene, fitting[0], fresh)


def _is_introduced(scene: Scene, word: int) -> bool:
    """Be one person or body without a name that takes part: "a former engineer of Velden Optics"."""
    tree = scene.tree
    nouns, lemma = load_verbs().actors, tree.lemma(word)
    if tree.tokens[word].tag != "NN" or lemma not in nouns["people"] or lemma in nouns["organ"]:
        return False
    is_one = any(tree.tokens[kid].text.lower() in ("a", "an") for kid in tree.kids(word, "det"))
    return is_one and tree.dep(word) in (*SUBJECTS, "dobj", "pobj") and word not in scene.named


def _introduced_in(scenes: Sequence[Scene], index: int) -> PartyId | None:
    """Give the party that opens one of the next sentences and stood nowhere before."""
    before = {actor for scene in scenes[: index + 1] for actor in scene.named.values()}
    for scene in scenes[index + 1 : index + 1 + _AHEAD]:
        tree = scene.tree
        subjects = [word for word in range(len(tree.tokens)) if tree.dep(word) in SUBJECTS and word in scene.named]
        opening = [0] if 0 in scene.named else []
        for word in (subjects or opening)[:1]:
            actor = scene.named[word]
            return actor if isinstance(actor, str) and actor not in before else None
    return None


def may_mean(scene: Scene, lemma: str, party: PartyId) -> bool:
    """Be of the kind that the noun tells, where it tells any: "a sanctioned businessman" is no body, no ship."""
    nouns = load_verbs().actors
    is_known = any(lemma in kind for kind in (BODILY, nouns["people"], nouns["office"]))
    return not is_known or may_be(scene, lemma, party)


def may_be(scene: Scene, lemma: str, party: PartyId) -> bool:
    """Be of the kind that the noun tells: no bank is a person's, no man a body's description."""
    schema = scene.parties[party].schema
    if schema == "Vessel":
        return lemma in _SHIPS
    if schema in BODIES:
        return lemma in (BODILY - _SHIPS - _FIRMS if schema == "PublicBody" else BODILY - _SHIPS)
    return lemma not in BODILY
