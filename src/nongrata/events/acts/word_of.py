"""Whose word a deed stands on: told by an opponent, an analyst or a report it is alleged, whatever the verb."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.events.certainty.kinds import OTHERS_WORD
from nongrata.events.certainty.told import Told, alleged, is_vouched
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import nouns_in
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.pronouns import homes_of
from nongrata.parties import PartyId
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_OUTLAWS = frozenset({"gang", "cartel", "terrorist", "extremist", "paramilitary", "mafia"})  # no state's forces
_NO_STATE = frozenset({
    "party", "opposition", "rebel", "militia", "movement", "union", "right", "group", "company", "firm", "campaign",
    "family", "coalition", "exile", "separatist", "insurgent", "lawyer", "network", "organisation",
})  # fmt: skip


def doubted(scene: Scene, told: Told) -> Told:
    """Make a deed alleged where not the doer is the one that says so, but an opponent, an analyst or "a report"."""
    orders = scene.tree.lemma(told.trigger.verb) == "order"  # "ordered guards to beat them"
    # who agreed, agreed with somebody; what he is said to have offered is another's word
    offers = told.kind.type == "AGREE" and scene.tree.lemma(told.trigger.verb) != "agree"
    is_deed = told.kind.type in OTHERS_WORD or orders or offers or _backs_fighters(told)
    if not is_vouched(told) or not is_deed or not told.sources:
        return told
    if all(_is_doers_paper(source) for source in told.sources):
        return told
    if set(told.sources) & set(told.actors) or all(_are_the_dealers(source) for source in told.sources):
        return told
    doers, sayers = homes_of(scene, told.actors), homes_of(scene, told.sources)
    if not sayers and all(_is_public_body(scene, source) for source in told.sources):
        sayers = homes_of(scene, scene.memory.state) or doers
    is_own = bool(doers & sayers)  # an arrest told by the prosecutors of the state that made it
    is_side = told.kind.type == "COOPERATE" and bool(sayers & homes_of(scene, told.recipients))  # whom it was done with
    is_other = bool(doers and sayers) and not is_own and not is_side
    is_contestable = _is_contestable(told) or (told.kind.type == "COERCE" and not _is_official(scene, told.sources))
    is_contestable = is_contestable or all(_is_gossip(source) for source in told.sources)
    return alleged(told) if is_other or (not is_own and is_contestable) else told


def _is_doers_paper(source: Actor) -> bool:
    """Be the paper by which it is done: "has ordered lenders to report accounts, according to a circular"."""
    head = source.text.partition(" of ")[0].split() if isinstance(source, Unnamed) else []
    return any(load_verbs().is_of(word.lower(), "decree") for word in head)


def _is_gossip(source: Actor) -> bool:
    """Be what anybody may write: "several blogs"."""
    words = nouns_in(source.text) if isinstance(source, Unnamed) else set()
    return any(load_verbs().is_of(word, "gossip") for word in words)


def _is_public_body(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, str) and scene.parties[actor].schema == "PublicBody"


def _is_official(scene: Scene, sources: Sequence[Actor]) -> bool:
    """Have somebody among them who speaks for a state: police, a ministry, who holds an office."""
    return any(
        _reads_official(source.text)
        if isinstance(source, Unnamed)
        else isinstance(source, Government) or (source in scene.offices and not _is_of_others(scene, source))
        for source in sources
    )


def _is_of_others(scene: Scene, party: PartyId) -> bool:
    """Hold an office of a party, of rebels, of a company: "a spokesman for his party" is no state's."""
    positions = [fact.value for fact in scene.parties[party].facts if fact.kind == "position"]
    return bool(positions) and all(nouns_in(position) & _NO_STATE for position in positions)


def _reads_official(text: str) -> bool:
    """Be an office by its words, or a body of a country: "police", "Britain's foreign office"."""
    is_of_state = not nouns_in(text).isdisjoint(load_verbs().actors["government"])
    return is_of_state or bool(find_country_words(text, Span(0, len(text))))


def _are_the_dealers(source: Actor) -> bool:
    """Be those who did it, by a word for all of them: "has sold its stake, the companies said"."""
    if not isinstance(source, Unnamed):
        return False
    first, *rest = source.text.lower().split()
    nouns = [word.replace("ies", "y").removesuffix("s") for word in rest]
    return first in ("the", "both") and all(load_verbs().is_of(noun, "dealers") for noun in nouns)


def _is_contestable(told: Told) -> bool:
    """Be a deed that others are wont to lay at a doer's door: arms handed over, a blow struck, a bank robbed."""
    is_laid = told.kind.type in ("AID", "ASSAULT", "REQUEST") or _backs_fighters(told)
    return is_laid or told.trigger.frame.sort in ("transfer", "ownership", "cyber")


def _backs_fighters(told: Told) -> bool:
    """Be support for men at arms: "the ministry said he had supported gangs"."""
    some = [each.text.lower().split()[-1].removesuffix("s") for each in told.recipients if isinstance(each, Unnamed)]
    return told.kind.type == "SUPPORT" and any(noun in load_verbs().actors["forces"] | _OUTLAWS for noun in some)
