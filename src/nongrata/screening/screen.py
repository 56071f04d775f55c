"""Hold a party against the lists: candidates by name, reasons from the story, a verdict by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from nongrata.names.comparing.compare import NOTHING
from nongrata.parties import Party
from nongrata.screening.apart import (
    Judged,
    has_very_name,
    lists_of,
    no_kin_of_whom_it_is,
    no_person_named_beside,
    none_of_a_former_name,
    none_of_a_longer_name,
    none_where_another_is_ruled_out,
    of_its_country,
    one_of_a_list,
    without_namesakes,
)
from nongrata.screening.context.names import is_common_name
from nongrata.screening.context.network import fellow_of
from nongrata.screening.context.rules import Evidence
from nongrata.screening.context.setting import Fellow, Setting
from nongrata.screening.force import in_force
from nongrata.screening.found import STRONG, Found, compare_all, find_listed, readings_of
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty, version_of
from nongrata.screening.record import Match, Reason, Verdict
from nongrata.screening.rulings import held_the_same, overruled, rulings_on
from nongrata.screening.verdict import verdict_on
from nongrata.screening.words import LEGAL_FORMS
from nongrata.values import fold

Mapper = Callable[..., Iterable[Any]]
NEAR = 0.8  # from here on a name is near enough to say why it was not taken
MOST_SHOWN = 3  # listed parties of one verdict that are shown for a name
AT_ONCE = 64  # parties whose names are looked up together
TELLING = 0.75  # from here on a name is like enough to speak for others of the story
ROUNDS = 2  # how often who is in doubt is judged again beside those that match
_ORDER: dict[Verdict, int] = {"match": 0, "possible": 1, "rejected": 2}


def screen(party: Party, index: ListIndex, setting: Setting, *, as_of: date | None) -> tuple[Match, ...]:
    """Give the party's matches, the best first, each with its reasons; one per listing of each listed party.

    A match is about identity. Whether the listing was in force on the day is said beside it.
    """
    return _told(_judged(party, index, setting), index, as_of)


def screen_all(
    parties: Sequence[Party], index: ListIndex, setting: Setting, *, as_of: date | None, map: Mapper = map
) -> Iterator[tuple[Match, ...]]:
    """Screen each party of a story, in order; the names of many are looked up in one go.

    Who is in doubt alone is judged again beside those that match.
    """
    rows: list[list[Judged]] = []
    for at in range(0, len(parties), AT_ONCE):
        some = parties[at : at + AT_ONCE]
        compare_all([name for party in some for _said, name in readings_of(party)], index)
        rows += map(lambda party: _judged(party, index, setting), some)
    told = without_namesakes(setting, parties, rows)
    if told is not setting:
        setting, rows = told, [_judged_anew(*each, index, told) for each in zip(parties, rows, strict=True)]
    for _round in range(ROUNDS):
        beside = replace(setting, fellows=tuple(_fellows(parties, rows)))
        if beside.fellows == setting.fellows:
            break
        setting = beside
        rows = [_judged_again(*each, index, setting) for each in zip(parties, rows, strict=True)]
    rows = no_kin_of_whom_it_is(parties, no_person_named_beside(parties, rows))
    return (_told(each, index, as_of) for each in rows)


def _judged(party: Party, index: ListIndex, setting: Setting) -> list[Judged]:
    """Give each listed party that it may be, with the verdict, which people’s judgement overrules."""
    found = _with_judged(party, index, setting, tuple(find_listed(party, index)))
    return _apart([_row(party, each, index, setting) for each in found])


def _judged_anew(party: Party, rows: list[Judged], index: ListIndex, setting: Setting) -> list[Judged]:
    return _apart([_row(party, found, index, setting) for found, _verdict, _evidence in rows])


def _judged_again(party: Party, rows: list[Judged], index: ListIndex, setting: Setting) -> list[Judged]:
    """Judge again whom no list has that has a match already: it names a party once."""
    matched = lists_of(found for found, verdict, _evidence in rows if verdict == "match")
    again = [row if lists_of([row[0]]) & matched else _row(party, row[0], index, setting) for row in rows]
    return _apart(again)


def _apart(rows: list[Judged]) -> list[Judged]:
    """Tell apart those who have one name."""
    of_one_name = none_of_a_longer_name(none_of_a_former_name(one_of_a_list(rows)))
    return none_where_another_is_ruled_out(of_its_country(of_one_name))


def _row(party: Party, found: Found, index: ListIndex, setting: Setting) -> Judged:
    return found, *overruled(verdict_on(party, found, index, setting), party, found.listed, setting)


def _fellows(parties: Sequence[Party], rows: Sequence[list[Judged]]) -> Iterator[Fellow]:
    """Give who of the story matches, each with what it is listed for."""
    for party, judged in zip(parties, rows, strict=True):
        sure = [found for found, verdict, _evidence in judged if verdict == "match"]
        for found in sure or _likeliest(judged):
            yield fellow_of(party, found.listed, is_sure=bool(sure))


def _likeliest(judged: list[Judged]) -> list[Found]:
    """Give who a party most likely is by a whole name that is not anybody's; nothing told speaks against it."""
    told = [
        found
        for found, _verdict, evidence in judged
        if found.score >= TELLING and not found.is_lone and all(each.weight >= 0 for each in evidence)
    ]
    best = max((found.score for found in told), default=0.0)
    return [found for found in told if found.score == best and len(found.told) > 1 and not is_common_name(found.told)]


def _told(judged: list[Judged], index: ListIndex, as_of: date | None) -> tuple[Match, ...]:
    """Give the matches of the best verdict, and the near ones that were rejected."""
    judged = sorted(judged, key=lambda row: (_ORDER[row[1]], -row[0].score))
    best = judged[0][1] if judged else "rejected"
    kept = _shown([row for row in judged if row[1] == best and best != "rejected"])
    kept += [row for row in judged if row[1] == "rejected" and _is_worth_saying(row[0], row[2])][:MOST_SHOWN]
    return tuple(
        match for each, verdict, evidence in kept for match in matches_of(each, verdict, evidence, index, as_of)
    )


def _shown(rows: list[Judged]) -> list[Judged]:
    """Give the likest, and of those that match each more that is on a list of its own: a name may be on ten lists."""
    kept = rows[:MOST_SHOWN]
    for row in rows[MOST_SHOWN:]:
        if row[1] == "match" and not lists_of([row[0]]) <= lists_of(found for found, _verdict, _evidence in kept):
            kept.append(row)
    return kept


def _with_judged(party: Party, index: ListIndex, setting: Setting, found: tuple[Found, ...]) -> Iterator[Found]:
    """Give what was found, and whom people hold to be the party although no name is like theirs."""
    yield from found
    rulings = rulings_on(party, setting)
    for owner, number in held_the_same(rulings, index) if rulings else ():
        listed = index.parties[owner]
        if all(each.listed.designations != listed.designations for each in found):
            name, told = index.names[number].name, tuple(fold(party.name).split())
            yield Found(listed=listed, name=name, told=told, said=party.name, likeness=NOTHING, score=0.0)


def _is_worth_saying(found: Found, evidence: list[Evidence]) -> bool:
    """Be a likeness that a reader might ask about: a near name, or one that something told rules out."""
    if found.is_lone:
        return False
    return found.score >= NEAR or any(each.reason.effect == "against" for each in evidence)


def matches_of(
    found: Found, verdict: Verdict, evidence: list[Evidence], index: ListIndex, as_of: date | None
) -> Iterator[Match]:
    """Give what was found as a match on each list that it stands on, with the reasons."""
    reasons = (_name_reason(found), *(each.reason for each in evidence), *_notes(found.listed))
    score = min(1.0, max(0.0, 0.85 * found.score + sum(each.weight for each in evidence) * 0.5))
    for each in found.listed.designations:
        force = in_force(each, as_of, version_of(each.list_id, index.versions))
        yield Match(
            list_id=each.list_id,
            entity_id=each.entity_id,
            caption=each.caption,
            score=round(score, 3),
            verdict=verdict,
            in_force=force,
            programs=each.programs,
            authority=each.authority,
            listed_on=each.listed_on,
            delisted_on=each.delisted_on,
            source_url=each.source_url,
            reasons=reasons,
        )


def _name_reason(found: Found) -> Reason:
    """Say how like the names are, and in which words they differ, the listed one as the list writes it in full."""
    listed = found.name.text
    if found.likeness is NOTHING:
        return Reason(
            rule="same_name",
            effect="note",
            says=f"the list has it as “{listed}”; the story calls it “{found.said}”, and gives its number",
        )
    listed_only = [word for word in found.likeness.listed_only if word not in LEGAL_FORMS]
    apart = [("the story", found.likeness.query_only), ("the list", listed_only)]
    says = f"the names are {'the same' if has_very_name(found) else 'alike'}: “{found.said}” and the listed “{listed}”"
    says += "".join(f"; only {who} has “{' '.join(words)}”" for who, words in apart if words)
    if found.name.kind in ("weak", "former"):
        says += f" ({found.name.kind} alias)"
    return Reason(rule="same_name", effect="for" if found.score >= STRONG else "note", says=says)


def _notes(listed: ListedParty) -> Iterator[Reason]:
    days = [day for day, _who in listed.birth_dates]
    if any(one.latest < other.earliest for one in days for other in days):  # a bare year is not another date
        said = "; ".join(dict.fromkeys(f"{who}: {day.in_words}" for day, who in listed.birth_dates))
        yield Reason(rule="lists_disagree", effect="note", says=f"the lists give different birth dates ({said})")
