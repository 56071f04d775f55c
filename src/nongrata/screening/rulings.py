"""People's rulings on a party of a story: they go over the verdict that the names and the story's words give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from nongrata.lists.joins.judgements import Verdict as Judged
from nongrata.parties import Party
from nongrata.screening.context.rules import Evidence
from nongrata.screening.context.setting import Setting
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.judged import Ruling, Subject, Weighed, is_about, ruled
from nongrata.screening.record import Verdict
from nongrata.values import fold

_FULL = ("full", "alias")
_MOST_TRIED = 2_000


def subject_of_story(party: Party, setting: Setting) -> Subject:
    """Give a party as judgements know one."""
    names = (party.name, *(mention.text for mention in party.mentions if mention.kind in _FULL))
    return Subject(
        names=tuple(dict.fromkeys(names)),
        schema=party.schema,
        facts=tuple((fact.kind, fact.value) for fact in party.facts),
        on=setting.on,
    )


def rulings_on(party: Party, setting: Setting) -> tuple[Ruling, ...]:
    """Give the rulings on a party of these names that are about this one."""
    subject = subject_of_story(party, setting)
    return tuple(ruling for ruling in setting.rulings(subject.names) if is_about(ruling, subject))


def overruled(
    judged: tuple[Verdict, list[Evidence]], party: Party, listed: ListedParty, setting: Setting
) -> tuple[Verdict, list[Evidence]]:
    """Give the verdict and its evidence as people have it, where somebody judged of this party and this listed one."""
    verdict, evidence = judged
    entries = {(act.list_id, act.entity_id) for act in listed.designations}
    rulings = [each for each in rulings_on(party, setting) if (each.list_id, each.entity_id) in entries]
    weighed = [Weighed(rule=each.reason.rule, effect=each.reason.effect, weight=each.weight) for each in evidence]
    held = ruled(subject_of_story(party, setting), rulings, weighed)
    if held is None:
        return verdict, evidence
    return held.verdict or verdict, [Evidence(reason=held.reason, weight=0.0), *evidence]


def held_the_same(rulings: Sequence[Ruling], index: ListIndex) -> Iterator[tuple[int, int]]:
    """Give the listed parties that somebody held to be the same, whatever their names: each with a name's number."""
    for ruling in rulings:
        if ruling.verdict is Judged.SAME:
            # The entry has some of its caption's words, the rarest of them on few others.
            held = sorted((index.by_token.get(word, ()) for word in fold(ruling.caption).split()), key=len)
            for number in islice(chain.from_iterable(held), _MOST_TRIED):
                if _is_entry(index.parties[int(index.owners[number])], ruling):
                    yield int(index.owners[number]), number
                    break


def _is_entry(listed: ListedParty, ruling: Ruling) -> bool:
    acts: Iterable[tuple[str, str]] = ((act.list_id, act.entity_id) for act in listed.designations)
    return (ruling.list_id, ruling.entity_id) in acts
