"""An accusation that goes on in the next sentence: "The indictment says he bought chips. He then shipped them to"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nongrata.events.certainty.kinds import DEEDS
from nongrata.events.certainty.told import Told, alleged
from nongrata.events.record import Actor, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import nouns_in
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.actors import actors_at
from nongrata.events.who.pronouns import is_pronoun
from nongrata.events.who.speakers import Saying, may_tell

_HEADING = re.compile(
    r"(?:According to|As (?:alleged|charged|set out|detailed|described) in) (?P<paper>[^.;:]{0,60}?"
    r"\b(?:indictment|complaint|charges|information|affidavit|filings?|documents?|papers?|allegations|prosecutors)\b"
    r"[^.;:]{0,60}):\s*"
)
_GOES_ON = frozenset({"also", "then", "later", "further", "furthermore", "moreover", "additionally", "even"})


def charged_by(told: Told) -> Mapping[Actor, tuple[Actor, ...]]:
    """Give those whom an act of the sentence charges with something, each with who does."""
    if told.kind.status == "alleged" and told.sources:
        return dict.fromkeys(told.actors, told.sources)
    is_charge = told.kind.type == "ACCUSE" and told.trigger.frame.content == "alleged"
    return dict.fromkeys(told.recipients, told.actors) if is_charge else {}


def told_of_by(scene: Scene, sayings: Sequence[Saying]) -> Mapping[Actor, tuple[Actor, ...]]:
    """Give those of whom a report, an indictment or an accuser tells what they did, each with who tells it."""
    found: dict[Actor, tuple[Actor, ...]] = {}
    for saying in sayings:
        if saying.content is None or not _only_claims(scene, saying):
            continue
        for word, token in enumerate(scene.tree.tokens):
            if token.dep in SUBJECTS and saying.content.covers(token.span):
                found |= {actor: saying.speakers for actor in actors_at(scene, word) if actor not in saying.speakers}
    return found


def _only_claims(scene: Scene, saying: Saying) -> bool:
    """Be the word of a paper, or a claim by its verb."""
    kinds = load_verbs().embeddings.get(scene.tree.lemma(saying.verb), ())
    papers = [who for who in saying.speakers if isinstance(who, Unnamed) and any(map(may_tell, nouns_in(who.text)))]
    return bool(papers) or "alleged" in kinds


def heading_of(scene: Scene) -> tuple[Actor, ...]:
    """Give the paper that a line of its own names for all that follows: "According to the indictment:"."""
    match = _HEADING.fullmatch(scene.tree.sentence.span.of(scene.text))
    return () if match is None else (Unnamed(text=match["paper"]),)


def carried_on(scene: Scene, told: Told) -> Told:
    """Give a deed as alleged where it goes on, without a speaker of its own, with what the sentence before alleged."""
    if told.kind.status != "asserted" or told.kind.type not in DEEDS or told.sources:
        return told
    if scene.memory.under:
        return replace(alleged(told), sources=scene.memory.under)
    if not _goes_on(scene, told):
        return told
    by = next((scene.memory.claimed[actor] for actor in told.actors if actor in scene.memory.claimed), ())
    return replace(alleged(told), sources=by) if by else told


def _goes_on(scene: Scene, told: Told) -> bool:
    """Take the one accused up with a pronoun, or go on with "also" and the like."""
    tree, verb = scene.tree, told.trigger.verb
    subject = tree.subject(verb)
    taken_up = () if subject is None else (subject, *tree.kids(subject, "poss"))
    return any(is_pronoun(scene, word) for word in taken_up) or any(
        tree.lemma(kid) in _GOES_ON for kid in tree.kids(tree.clause(verb), "advmod")
    )
