"""Who is blamed for a blow that was told of without its doer: "a bomb killed five, police said, blaming the rebels"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nongrata.events.acts.merge import Draft
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import Tree

_BACK = 6  # drafts before the blame among which the blow is looked for
_FOR = frozenset({"for", "of"})
_TO_BLAME = frozenset({"blame", "blame on", "accuse", "attribute", "hold responsible"})


def with_blame(drafts: Iterable[Draft]) -> list[Draft]:
    """Give the drafts, those without a doer laid at the door of who is blamed next; the blow is then alleged."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.cue in _TO_BLAME and draft.blows and draft.event.type == "ACCUSE" and draft.event.recipients:
            found[-_BACK:] = [_laid(known, draft) for known in found[-_BACK:]]
        found.append(draft)
    return found


def may_be_for_blow(tree: Tree, verb: int) -> bool:
    """Say whether what somebody is blamed for may be a blow: not "for spreading false news"."""
    if tree.dep(verb) == "relcl" and load_verbs().is_of(tree.lemma(tree.head(verb)), "attack"):
        return False  # "the massacre of tourists, which Delhi blames on them"
    preps = [prep for host in (verb, *tree.kids(verb, "dobj")) for prep in tree.kids(host, "prep")]
    told = [deed for prep in preps if tree.lemma(prep) in _FOR for deed in tree.kids(prep, "pcomp")]
    frames = [[frame for _particle, frame in load_verbs().verbs.get(tree.lemma(deed), ())] for deed in told]
    return not told or any(frame.type == "ASSAULT" for each in frames for frame in each)


def _laid(known: Draft, blame: Draft) -> Draft:
    event = known.event
    near = event.evidence[-1].end >= blame.event.evidence[0].start or event.evidence == blame.event.evidence
    is_open = event.type == "ASSAULT" and not event.actors and event.status in ("asserted", "alleged")
    if not is_open or not (near or blame.cue.startswith("blame")):
        return known
    blamed = replace(event, actors=blame.event.recipients, status="alleged", sources=blame.event.actors)
    return replace(known, event=blamed, speaking=blame.states)
