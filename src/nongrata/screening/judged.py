"""What people judged of a party and an entry of a list: it rules over the comparison, for every later story.

Which later parties a judgement is about, and when it is not used although it is about them: docs/why/judgements.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from nongrata.lists import EntityId, ListId
from nongrata.lists.joins.judgements import Verdict as Judged
from nongrata.screening.record import Effect, Reason, Verdict
from nongrata.values import fold, parse_date

TELLING = 0.2  # the weight from which evidence that was not there when somebody judged puts the judgement in doubt
_YEARS_APART = 1  # an age is a year or so
_OF_THE_NAME = frozenset(("known_by_name",))  # what the name alone tells, whoever judged it knew
_OF_THE_STORY = frozenset(("said_to_be_sanctioned", "sanctions_said_before", "beside_linked"))  # no fact of the party


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A party as a story, or a row of a table, tells of it."""

    names: tuple[str, ...]  # in full, the first one first
    schema: str | None = None  # FollowTheMoney's
    facts: tuple[tuple[str, str], ...] = ()  # kind and value, as in the dossier
    on: date | None = None  # the day on which it was told: of an age


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement that stands, with all that decides whether it is about a later party."""

    subject: Subject
    list_id: ListId
    entity_id: EntityId
    caption: str
    verdict: Judged
    by: str
    on: datetime
    because: str = ""
    told: frozenset[str] = frozenset()  # the rules that spoke for or against it when it was judged


class Rulings(Protocol):
    """What gives the rulings on parties of some name."""

    def __call__(self, names: Iterable[str], /) -> Sequence[Ruling]: ...


def no_rulings(_names: Iterable[str], /) -> Sequence[Ruling]:
    """Give none: nobody has judged."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What else speaks for or against: the rule, which way, how much."""

    rule: str
    effect: Effect
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What a ruling comes to: another verdict, or None where it is only told of; and the sentence that says so."""

    verdict: Verdict | None
    reason: Reason


_MEANS: Mapping[Judged, tuple[Verdict, Effect, str]] = {
    Judged.SAME: ("match", "for", "the same as"),
    Judged.NOT_SAME: ("rejected", "against", "not the same as"),
    Judged.UNSURE: ("possible", "note", "perhaps, perhaps not"),
}


def name_key(name: str) -> str:
    """Give a name's words, folded, in one order: "KIM, Jong Un" is "Kim Jong Un".

    >>> name_key("KIM, Jong Un")
    'jong kim un'
    """
    return " ".join(sorted(fold(name).split()))


def ruled(subject: Subject, rulings: Iterable[Ruling], evidence: Sequence[Weighed]) -> Ruled | None:
    """Give what the last ruling about this party comes to; None where none is about it."""
    about = [ruling for ruling in rulings if is_about(ruling, subject)]
    if not about:
        return None
    last = max(about, key=lambda ruling: ruling.on)
    verdict, effect, words = _MEANS[last.verdict]
    why = f": {last.because}" if last.because else ""
    says = f"{last.by} judged on {last.on:%Y-%m-%d} that “{last.subject.names[0]}” is {words} {last.caption}{why}"
    news = _news(last, subject, evidence)
    if news:
        says += f"; not used here, as this tells more: {', '.join(news)}"
        return Ruled(verdict=None, reason=Reason(rule="judged", effect="note", says=says))
    return Ruled(verdict=verdict, reason=Reason(rule="judged", effect=effect, says=says))


def _news(ruling: Ruling, subject: Subject, evidence: Iterable[Weighed]) -> list[str]:
    """Give what speaks against the ruling here and was not told when it was made."""
    doubt = "against" if ruling.verdict is Judged.SAME else "for"
    told = (each for each in evidence if each.rule not in _OF_THE_NAME)
    fresh = [each for each in told if each.effect == doubt and abs(each.weight) >= TELLING]
    if set(subject.facts) <= set(ruling.subject.facts):  # whoever judged knew all that is told of the party
        fresh = [each for each in fresh if each.rule in _OF_THE_STORY]
    return [each.rule.replace("_", " ") for each in fresh if each.rule not in ruling.told]


def is_about(ruling: Ruling, subject: Subject) -> bool:
    """Be a ruling on a party of the same name, of the same kind, of whom nothing is told that contradicts."""
    ours = set(map(name_key, ruling.subject.names)) - {""}
    if ours.isdisjoint(map(name_key, subject.names)):
        return False
    return not any(contradicts(ruling.subject, subject) for contradicts in CONTRADICTIONS)


def _other_kind(one: Subject, other: Subject) -> bool:
    kinds = [_KINDS.get(each.schema or "") for each in (one, other)]
    return None not in kinds and kinds[0] != kinds[1]


_KINDS: Mapping[str, str] = {
    "Person": "person",
    "Vessel": "ship",
    "Airplane": "aircraft",
    **dict.fromkeys(("Company", "Organization", "PublicBody"), "body"),
}


def _other_gender(one: Subject, other: Subject) -> bool:
    return _are_apart(_values(one, "gender"), _values(other, "gender"))


def _other_country(one: Subject, other: Subject) -> bool:
    return _are_apart(_values(one, "country"), _values(other, "country"))


def _other_number(one: Subject, other: Subject) -> bool:
    ours, theirs = _by_kind(one), _by_kind(other)
    return any(_are_apart(ours[kind], theirs[kind]) for kind in ours.keys() & theirs.keys())


def _other_birth(one: Subject, other: Subject) -> bool:
    ours, theirs = _birth_years(one), _birth_years(other)
    near = any(abs(left - right) <= _YEARS_APART for left in ours for right in theirs)
    return bool(ours) and bool(theirs) and not near


CONTRADICTIONS: tuple[Callable[[Subject, Subject], bool], ...] = (
    _other_kind,
    _other_gender,
    _other_country,
    _other_number,
    _other_birth,
)


def _are_apart(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _values(subject: Subject, kind: str) -> set[str]:
    return {value for told, value in subject.facts if told == kind}


def _by_kind(subject: Subject) -> dict[str, set[str]]:
    """Give the identifiers by their kind: "imo:9161003"."""
    found: dict[str, set[str]] = {}
    for value in _values(subject, "identifier"):
        kind, _colon, number = value.partition(":")
        found.setdefault(kind, set()).add(number)
    return found


def _birth_years(subject: Subject) -> set[int]:
    """Give the years in which it can be born, by a birth date or by an age on the day it was told."""
    days = (parse_date(value) for value in _values(subject, "birth_date"))
    years = {year for day in days if day is not None for year in (day.earliest.year, day.latest.year)}
    if subject.on is not None:
        years |= {subject.on.year - int(age) for age in _values(subject, "age") if age.isdecimal() and len(age) < 4}
    return years
