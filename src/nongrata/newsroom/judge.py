"""Judging: what a person says of a party and an entry of a list, or of two parties; written down for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from nongrata.lists.joins.judgements import Judgement, Verdict, member_of
from nongrata.rows.countries import country_told
from nongrata.rows.flaws import flaw_of, shown
from nongrata.screening.judged import Subject
from nongrata.store.about import About, subject_id
from nongrata.store.judgements import KeptJudgement
from nongrata.store.opened import Store
from nongrata.store.record import DossierId, MemberId
from nongrata.values import NongrataError, SettingError, parse_date

Told = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedMatch:
    """What somebody says of a match: which verdict, who, when, why."""

    verdict: Verdict
    by: str
    on: datetime
    because: str = ""


def judge_match(store: Store, member: MemberId, entry: str, said: JudgedMatch, *, caption: str = "") -> KeptJudgement:
    """Keep what somebody says of a stored party and an entry ("us_ofac_sdn:36431").

    `caption` names an entry that the party was not held against. Raises NongrataError for an unknown party.
    """
    about = _about(store, member, entry, caption=caption)
    return _keep(store, subject_id(about.subject), entry, said, about=about)


def judge_name(store: Store, subject: Subject, entry: str, said: JudgedMatch, *, caption: str) -> KeptJudgement:
    """Keep what somebody says of a name, or a row of a table, and an entry. Raises NongrataError for no name."""
    for name in subject.names:
        if (flaw := flaw_of(name)) is not None:
            raise NongrataError(f"{shown(name)!r}: {flaw}")
    return _keep(store, subject_id(subject), entry, said, about=About(subject=subject, caption=caption))


def facts_told(*, birth_date: str | None, country: str | None) -> tuple[tuple[str, str], ...]:
    """Give what is told of a name, as judgements keep it.

    Raises SettingError for what cannot be read: a judgement with it would rule nobody.

    >>> facts_told(birth_date="1952-10", country="Russia")
    (('birth_date', '1952-10'), ('country', 'ru'))
    """
    facts = []
    if birth_date is not None:
        if (day := parse_date(birth_date)) is None:
            raise SettingError("birth date", birth_date, "a day, month or year of birth: 1952-10-07, 1952-10, 1952")
        facts.append(("birth_date", day.text))
    if country is not None:
        if (code := country_told(country)) is None:
            raise SettingError("country", country, "a country's code or name: ru, Russia")
        facts.append(("country", code))
    return tuple(facts)


def judge_members(store: Store, one: MemberId, other: MemberId, said: JudgedMatch) -> KeptJudgement:
    """Keep whether two stored parties are one; they are one, or two, from now on."""
    if one == other:
        raise NongrataError(f"found {one} twice; wanted two parties")
    for member in (one, other):
        if not store.parties.get(member):
            raise NongrataError(f"{member}: found no such party in the store; wanted the id of one")
    with store.database.transaction():
        kept = _keep(store, one, other, said, about=None)
        store.parties.unite({one, other})
    return kept


def take_back(store: Store, number: int, *, by: str, on: datetime, because: str = "") -> KeptJudgement:
    """Take a judgement back, by a new line; the old one stays. Raises NongrataError where it does not stand."""
    found = next((each for each in store.judgements.standing() if each.number == number), None)
    if found is None:
        raise NongrataError(f"found no judgement {number} that stands; wanted one: see  nongrata judge show")
    with store.database.transaction():
        made = replace(found.judgement, by=by, on=on, because=because, taken_back=on)
        kept = _written(store, made, found.about, did="took back a judgement")
        store.parties.unite({MemberId(made.left), MemberId(made.right)} if found.about is None else ())
    return kept


def _keep(store: Store, left: str, right: str, said: JudgedMatch, *, about: About | None) -> KeptJudgement:
    if not said.by.strip():
        raise NongrataError("found nobody who judges; wanted a name")
    if about is not None and member_of(right) is None:
        raise NongrataError(f"{right}: found no list in it; wanted LIST:ID, as in us_ofac_sdn:36431")
    made = Judgement(left=left, right=right, verdict=said.verdict, by=said.by, on=said.on, because=said.because)
    return _written(store, made, about, did="judged")


def _written(store: Store, made: Judgement, about: About | None, *, did: str) -> KeptJudgement:
    with store.database.transaction():
        number = store.judgements.put(made, about=about)
        detail = {
            "number": number,
            "left": made.left,
            "right": made.right,
            "verdict": made.verdict.value,
            "because": made.because,
            "names": None if about is None else list(about.subject.names),
            "caption": None if about is None else about.caption,
        }
        store.audit.add(who=made.by, did=did, about=made.left, at=made.on, detail=detail)
    return KeptJudgement(number=number, judgement=made, about=about)


def _about(store: Store, member: MemberId, entry: str, *, caption: str) -> About:
    """Give the party as its story tells of it, and what had spoken for and against it."""
    story, _dot, party_id = member.partition(".")[2].partition(".")
    told = store.dossiers.get(DossierId(member.partition(".")[0]))
    stories = cast("Sequence[Told]", (told or {}).get("stories") or ())
    report = stories[int(story) - 1] if story.isdecimal() and 0 < int(story) <= len(stories) else {}
    parties = cast("Sequence[Told]", report.get("parties") or ())
    party = next((each for each in parties if each["id"] == party_id), None)
    if party is None:
        raise NongrataError(f"{member}: found no such party in the store; wanted the id of one")
    matches = cast("Sequence[Told]", party["matches"])
    match = next((each for each in matches if f"{each['list']}:{each['entity_id']}" == entry), None)
    if match is None and not caption:
        raise NongrataError(f"{entry}: found no such match of {party['name']}; wanted one, or the entry's name")
    reasons = cast("Sequence[Mapping[str, str]]", [] if match is None else match["reasons"])
    return About(
        subject=_subject(party, report),
        caption=str(match["caption"]) if match is not None else caption,
        told=frozenset(each["rule"] for each in reasons if each["effect"] != "note"),
    )


def _subject(party: Told, report: Told) -> Subject:
    mentions = cast("Sequence[Mapping[str, str]]", party["mentions"])
    facts = cast("Sequence[Mapping[str, str]]", party["facts"])
    day = cast("Mapping[str, str | None]", report["published"])["date"]
    full = [each["text"] for each in mentions if each["kind"] in ("full", "alias")]
    return Subject(
        names=tuple(dict.fromkeys((str(party["name"]), *full))),
        schema=str(party["schema"]),
        facts=tuple(dict.fromkeys((each["kind"], each["value"]) for each in facts)),
        on=None if day is None else date.fromisoformat(day),
    )
