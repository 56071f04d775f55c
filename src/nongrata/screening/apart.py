"""Which of several listed parties that have the name is meant: the others are ruled out or in doubt, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from nongrata.lists import ListId
from nongrata.parties import Party
from nongrata.parties.kin import is_told_as_kin
from nongrata.screening.context.rules import Evidence, rules_of
from nongrata.screening.context.setting import Setting
from nongrata.screening.found import Found
from nongrata.screening.index import GATHERED
from nongrata.screening.needed import OF_THE_BEARER, SPELLING
from nongrata.screening.record import Reason, Verdict
from nongrata.screening.told_names import PERSONS
from nongrata.screening.words import LEGAL_FORMS
from nongrata.values import Span, fold

TOO_LIKE = 0.9  # from here on a name may be another entry of the same party, on one list too
_TIES = frozenset(("same_country", "same_place"))
Judged = tuple[Found, Verdict, list[Evidence]]


def _against(row: Judged, verdict: Verdict, rule: str, says: str, span: Span | None = None) -> Judged:
    """Give the row with another verdict, and why."""
    found, _verdict, evidence = row
    reason = Reason(rule=rule, effect="against", says=says, span=span)
    return found, verdict, [*evidence, Evidence(reason=reason, weight=0.0)]


def one_of_a_list(judged: list[Judged]) -> list[Judged]:
    """Rule out who is only called alike where the same list has somebody under the very name: they are two.

    A list names a party once, but for those that gather other lists or give a party an entry for each of its programs.
    """
    named = [found for found, verdict, _ in judged if verdict == "match" and has_very_name(found)]
    kept = []
    for found, verdict, evidence in judged:
        is_told = any(each.decides for each in evidence)
        other = (
            None if is_told or found.score >= TOO_LIKE else next((e for e in named if _share_a_list(e, found)), None)
        )
        if verdict != "match" or other is None:
            kept.append((found, verdict, evidence))
            continue
        says = f"the same list has “{other.name.text}”, the very name, as another party"
        kept.append(_against((found, verdict, evidence), "rejected", "another_has_the_name", says))
    return kept


def none_of_a_former_name(judged: list[Judged]) -> list[Judged]:
    """Leave in doubt whom a list calls so by a former name, where the same list has another who is called so now."""
    now = [found for found, verdict, _ in judged if verdict == "match" and found.name.kind in ("primary", "alias")]
    kept = []
    for found, verdict, evidence in judged:
        is_former = verdict == "match" and found.name.kind == "former" and not any(each.decides for each in evidence)
        other = next((each for each in now if is_former and _share_a_list(each, found)), None)
        if other is None:
            kept.append((found, verdict, evidence))
            continue
        says = f"it had the name before; the same list has “{other.name.text}” as the name of another now"
        kept.append(_against((found, verdict, evidence), "possible", "another_has_the_name_now", says))
    return kept


def none_of_a_longer_name(judged: list[Judged]) -> list[Judged]:
    """Leave in doubt a body with one more word in its name, where another list has somebody under the very name.

    Novatek is not what Novatek Murmansk is: that a second list has the daughter tells nothing of the mother.
    """
    named = [found for found, verdict, _ in judged if verdict == "match" and has_very_name(found)]
    kept = []
    for found, verdict, evidence in judged:
        is_told = any(each.decides for each in evidence) or found.listed.schema in PERSONS
        more = [word for word in found.likeness.listed_only if word not in LEGAL_FORMS]
        is_longer = len(more) == 1  # many more are a name in full: "State Duma of the Federal Assembly of …"
        other = next((each for each in named if each is not found and each.told == found.told), None)
        if verdict != "match" or is_told or not is_longer or found.score >= TOO_LIKE or other is None:
            kept.append((found, verdict, evidence))
            continue
        says = f"another list has “{other.name.text}”, the very name; this one may be a part of it"
        kept.append(_against((found, verdict, evidence), "possible", "another_list_has_the_name", says))
    return kept


def of_its_country(judged: list[Judged]) -> list[Judged]:
    """Rule out who has the same name as another match and is not of the country or place that the story ties it to.

    "Ansar Allah" in Yemen are the Houthis; the list that has it among the names of Hizballah means another.
    """
    tied = [
        found for found, verdict, evidence in judged if verdict == "match" and not _TIES.isdisjoint(rules_of(evidence))
    ]
    kept = []
    for found, verdict, evidence in judged:
        is_tied = any(found is each for each in tied) or any(each.decides for each in evidence)
        like = (each for each in tied if each.told == found.told and each.score >= found.score)
        other = next((each for each in like if _share_a_list(each, found)), None)
        if verdict != "match" or is_tied or other is None:
            kept.append((found, verdict, evidence))
            continue
        says = f"“{other.name.text}”, of the country or place that the story tells, has this name too"
        kept.append(_against((found, verdict, evidence), "rejected", "another_is_of_the_country", says))
    return kept


def no_person_named_beside(parties: Sequence[Party], rows: Sequence[list[Judged]]) -> list[list[Judged]]:
    """Rule out that a body is a person whom the story names besides: "LockBit" is no alias there of the man behind it.

    The two would be one party if the story called him so.
    """
    named = {
        id(found.listed): party
        for party, judged in zip(parties, rows, strict=True)
        for found, verdict, _evidence in judged
        if party.schema in PERSONS and verdict == "match" and not found.is_lone
    }
    return [
        judged if party.schema in PERSONS else [_unless_named(row, named) for row in judged]
        for party, judged in zip(parties, rows, strict=True)
    ]


def no_kin_of_whom_it_is(parties: Sequence[Party], rows: Sequence[list[Judged]]) -> list[list[Judged]]:
    """Rule out that somebody told as kin by a given name is the listed one whom the story names besides in full."""
    named = {
        id(found.listed): party
        for party, judged in zip(parties, rows, strict=True)
        for found, verdict, _evidence in judged
        if verdict == "match" and party.schema in PERSONS and not is_told_as_kin(party)
    }
    return [
        [_unless_kin(party, row, named) for row in judged] if is_told_as_kin(party) else judged
        for party, judged in zip(parties, rows, strict=True)
    ]


def _unless_kin(party: Party, row: Judged, named: Mapping[int, Party]) -> Judged:
    found, verdict, _evidence = row
    other = named.get(id(found.listed))
    if verdict == "rejected" or other is None or _are_spellings(party.name, other.name):
        return row
    says = f"the listed “{found.name.text}” is “{other.name}”, of whose family the story tells this one"
    return _against(row, "rejected", "another_of_the_family", says)


def _are_spellings(one: str, other: str) -> bool:
    """Be one name in two spellings: "Abdul Rahim Dagalo", "Abdelrahim Dagalo"."""
    left, right = (fold(name.rpartition(" ")[0]).replace(" ", "") for name in (one, other))
    return fuzz.ratio(left, right) >= SPELLING


def _unless_named(row: Judged, named: Mapping[int, Party]) -> Judged:
    found, verdict, _evidence = row
    person = named.get(id(found.listed))
    if verdict == "rejected" or person is None or found.listed.schema not in PERSONS:
        return row
    says = f"the listed “{found.name.text}” is a person, whom the story names as “{person.name}”"
    return _against(row, "rejected", "another_is_the_person", says)


def none_where_another_is_ruled_out(judged: list[Judged]) -> list[Judged]:
    """Leave in doubt who has the name of another entry that an age or a gender rules out, and tells none itself.

    Lists that nobody joined have one man twice: his doctor's age is no reason to take her for the other.
    """
    ruled_out = [
        (found.told, each.reason)
        for found, _verdict, evidence in judged
        for each in evidence
        if each.decides and each.weight < 0 and found.score >= TOO_LIKE
    ]
    kept = []
    for found, verdict, evidence in judged:
        against = next((reason for told, reason in ruled_out if told == found.told), None)
        if verdict != "match" or against is None or rules_of(evidence) & OF_THE_BEARER:
            kept.append((found, verdict, evidence))
            continue
        says = f"of another entry of this name {against.says}; this one tells nothing of it"
        kept.append(_against((found, verdict, evidence), "possible", "another_is_ruled_out", says, against.span))
    return kept


def without_namesakes(setting: Setting, parties: Sequence[Party], rows: Sequence[list[Judged]]) -> Setting:
    """Give the setting without the names of those who only have a listed name: they speak for nobody beside them."""
    apart = {
        mention.span
        for party, judged in zip(parties, rows, strict=True)
        if any(_is_namesake(row) for row in judged) and all(verdict == "rejected" for _found, verdict, _ in judged)
        for mention in party.mentions
    }
    named = {words: span for words, span in setting.named.items() if span not in apart}
    return setting if len(named) == len(setting.named) else replace(setting, named=named)


def _is_namesake(row: Judged) -> bool:
    """Have a listed name, and be told to be somebody else."""
    found, verdict, evidence = row
    is_like = found.score >= TOO_LIKE and not found.is_lone
    return is_like and verdict == "rejected" and any(each.weight < 0 for each in evidence)


def _share_a_list(one: Found, other: Found) -> bool:
    return one is not other and not lists_of([one]).isdisjoint(lists_of([other]))


def lists_of(found: Iterable[Found]) -> set[ListId]:
    """Give the lists that have one of these, without those that give a party several entries."""
    return {act.list_id for each in found for act in each.listed.designations} - GATHERED


def has_very_name(found: Found) -> bool:
    """Have all words of the listed name in the story's, legal forms apart."""
    listed_only = [word for word in found.likeness.listed_only if word not in LEGAL_FORMS]
    return (found.likeness.is_exact or found.score >= 1.0) and not listed_only
