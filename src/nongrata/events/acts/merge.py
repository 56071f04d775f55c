"""The same act told twice is one event with both places as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nongrata.events.certainty.kinds import DEEDS, OTHERS_WORD
from nongrata.events.record import Actor, Event, Government, Unnamed
from nongrata.events.sentence.counted import number_of
from nongrata.events.who.pronouns import unique
from nongrata.values import PartialDate

SPEECHES = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})

BLOWS = frozenset({"ASSAULT", "COERCE"})
_PENALTIES = frozenset({"sentence", "jail", "imprison", "fine"})
_VERDICTS = frozenset({"find", "convict"})
_HANDING = frozenset({"hand", "give", "deliver", "lodge", "present", "express"})
_HEDGED = ("asserted", "alleged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event as one sentence tells it, before it is known whether another tells it too."""

    event: Event
    sort: str
    states: frozenset[str] = frozenset()  # the countries for which its actors act
    offices: frozenset[str] = frozenset()  # and those whose officers they are
    speaking: frozenset[str] = frozenset()  # and for which its speakers speak
    cue: str = ""  # the lemma that tells it: two speeches are one only if told by the same verb
    headline: bool = False
    blows: bool = True  # of a blame: it may be for a blow; not "blamed them for spreading false news"
    by_noun: bool = False  # "Israel's bombing of Gaza": what the verb of another sentence may have told before


def merge_drafts(drafts: Iterable[Draft]) -> tuple[Event, ...]:
    """Give each event once, in the order in which the story first tells it."""
    merged: list[Draft] = []
    kept: defaultdict[_Key, dict[int, None]] = defaultdict(dict)  # the places of those merged, by what they may share
    for draft in drafts:
        near = sorted({at for key in (*_keys(draft), _headline(draft)) for at in kept.get(key, ())})
        at = next((at for at in near if _is_same(merged[at], draft)), len(merged))
        if at < len(merged):
            merged[at] = _join(merged[at], draft)
        else:
            merged.append(draft)
        for key in (*_keys(merged[at]), *([_headline(draft)] if merged[at].headline else [])):
            kept[key][at] = None
    return tuple(replace(draft.event, id=f"e{number}") for number, draft in enumerate(merged, start=1))


_Key = tuple[str, str, Actor | None]


def _keys(draft: Draft) -> Iterator[_Key]:
    """Give by what an event is found: two that `_shares` takes for one have one of these in common."""
    event, sort = draft.event, draft.sort
    yield from ((event.type, sort, Government(country=state)) for state in draft.states)
    yield from ((event.type, sort, actor) for actor in event.actors)
    if sort == "meeting":
        yield from ((event.type, sort, actor) for actor in event.recipients)
    if not event.actors:
        yield event.type, sort, None


def _headline(draft: Draft) -> _Key:
    """Give where the events of headlines are kept: a headline may leave out who did it."""
    return draft.event.type, draft.sort, Unnamed(text="headline")


def _is_same(known: Draft, other: Draft) -> bool:
    a, b = known.event, other.event
    return (
        (a.type, known.sort) == (b.type, other.sort)
        and (a.status == b.status or _is_announced(known, other) or _is_hedged(known, other))
        and (a.mode is None or b.mode is None or a.mode == b.mode or (known.headline and a.type == "ASSAULT"))
        and _shares(known, other)
        and (_may_share(a, b, known.sort, headline=known.headline) or _is_verdict_behind(known, other))
        and _same_day(a.when, b.when)
        and (a.type not in SPEECHES | BLOWS or known.headline or other.by_noun or _are_of_one_cue(known, other))
        and _same_speakers(known, other)
    )  # fmt: skip


def _are_of_one_cue(known: Draft, other: Draft) -> bool:
    """Be told by one verb, or be a note handed to who was summoned: "summoned the envoy and handed him a note"."""
    return known.cue == other.cue or (
        known.cue == "summon" and other.event.mode == known.event.mode == "disapprove" and other.cue in _HANDING
    )


def _is_verdict_behind(known: Draft, other: Draft) -> bool:
    """Be the verdict behind the sentence: "sentenced the region's president to … He was found guilty of"."""
    is_one = len(known.event.recipients) == len(other.event.recipients) == 1
    return known.cue in _PENALTIES and other.cue.split(" ")[0] in _VERDICTS and is_one


def _is_announced(known: Draft, other: Draft) -> bool:
    """Be a concession to come in the headline, and the announcement of it in the body."""
    statuses = (known.event.status, other.event.status)
    return known.headline and known.event.type == "CONCEDE" and statuses == ("planned", "asserted")


def _is_hedged(known: Draft, other: Draft) -> bool:
    """Be a deed told as a fact by the headline, and by the body only as what somebody says."""
    return known.headline and other.event.type in OTHERS_WORD and (known.event.status, other.event.status) == _HEDGED


def _shares(known: Draft, other: Draft) -> bool:
    """Have an actor in common, or act for one state; for a meeting, two of those who met."""
    a, b = known.event, other.event
    if known.sort == "meeting":
        return len({*a.actors, *a.recipients} & {*b.actors, *b.recipients}) > 1
    if known.headline and a.type in DEEDS and not (_named(a.actors) and b.actors):
        return a.type == "ASSAULT" or not _named(a.actors)  # a headline's "man", "spyware firm"
    if known.headline and a.mode == "release" and not _named(a.actors) and b.actors:
        return True  # "Gunmen free 40 inmates"
    if known.headline and known.sort == other.sort and known.states & other.offices:
        return True  # a headline's "Rwandan minister"
    return bool(set(a.actors) & set(b.actors)) or bool(known.states & other.states) or (not a.actors and not b.actors)


def _same_speakers(known: Draft, other: Draft) -> bool:
    """Be said by the same, by two of one state, or once by the author."""
    a, b = known.event.sources, other.event.sources
    return known.sort == "meeting" or not a or not b or bool(set(a) & set(b)) or bool(known.speaking & other.speaking)


def _may_share(a: Event, b: Event, sort: str, *, headline: bool) -> bool:
    if sort == "meeting":
        return True
    named_a, named_b = _named(a.recipients), _named(b.recipients)
    if headline and (not named_a or not named_b):
        return True  # what a headline leaves out or only describes
    if not named_a or not named_b:
        is_one = sort == "site" or set(a.recipients) == set(b.recipients) or not a.recipients or not b.recipients
        return is_one or (a.type == "SANCTION" and _are_named_later(a.recipients, named_b))
    return bool(named_a & named_b) or (sort == "site" and a.when is not None and a.when == b.when)


def _are_named_later(some: tuple[Actor, ...], named: set[Actor]) -> bool:
    """Be those whom another sentence counted: "sanctions on three politicians … Among and Kitutu were listed"."""
    first = some[0].text.split()[0].lower() if len(some) == 1 and isinstance(some[0], Unnamed) else ""
    number = number_of(first)  # "a businessman" is sentenced once and fined another time
    return number > 1 and 0 < len(named) <= number


def _named(actors: Iterable[Actor]) -> set[Actor]:
    return {actor for actor in actors if not isinstance(actor, Unnamed)}


def _same_day(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    return PartialDate(a).meets(PartialDate(b))


def _join(known: Draft, other: Draft) -> Draft:
    a, b = known.event, other.event
    cue = b if known.headline and not other.headline else a  # the body's words tell it better than the headline's
    event = replace(
        a,
        trigger=cue.trigger,
        status=cue.status,
        mode=a.mode or b.mode,
        contexts=tuple(dict.fromkeys((*a.contexts, *b.contexts))),
        evidence=tuple(dict.fromkeys((*cue.evidence, *a.evidence, *b.evidence))),
        actors=_best((*a.actors, *b.actors)),
        recipients=_best((*a.recipients, *b.recipients)),
        where=a.where or b.where,
        when=a.when or b.when,
        sources=unique((*a.sources, *b.sources)),
        quote=a.quote or b.quote,
    )
    return replace(known, event=event, headline=known.headline and other.headline)


def _best(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Give each once; the unnamed go where somebody is named."""
    found = unique(actors)
    named = tuple(actor for actor in found if not isinstance(actor, Unnamed))
    return named or found
