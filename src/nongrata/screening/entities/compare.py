"""Two entities held against one another: are they one? With a score, a verdict, and every reason in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from nongrata.names.comparing.compare import Words
from nongrata.screening.entities.calibrate import probability_of
from nongrata.screening.entities.evidence import findings_of
from nongrata.screening.entities.names import Named, likest_names
from nongrata.screening.entities.properties import Subject, subject_of
from nongrata.screening.entities.verdict import THRESHOLD, conclude
from nongrata.screening.record import Effect, Reason, Verdict
from nongrata.values import Skipped

ONE_PARTY = 0.9  # what agrees so much, as the very day of birth, lets either name be the one that was shortened


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How sure two entities are one, and why.

    `score` is 0 to 1, and 0.70 is where two are taken for one; `rank` has no bounds and puts the more telling of two
    high scores first; `probability` is how often pairs of that score were one party.
    """

    score: float
    verdict: Verdict
    rank: float
    probability: float
    reasons: tuple[Reason, ...]
    weights: tuple[float, ...] = ()  # of each reason: the names' likeness, and how much a finding adds or takes, 0 to 1
    skipped: tuple[Skipped, ...] = ()  # properties that could not be used, each with its reason
    names: tuple[str, str] | None = None  # the likest two names
    words: tuple[Words, ...] = ()  # which word of the one stands for which of the other, how surely, by which rule

    def __bool__(self) -> bool:
        """Be taken for one: a score of 0.70 or more."""
        return self.score >= THRESHOLD


def compare(
    left: object,
    right: object,
    *,
    schema: str | None = None,
    on: date | None = None,
    names_in: Collection[str] | None = None,
) -> Comparison:
    """Compare two entities: names, or mappings like FollowTheMoney's ({"schema": …, "properties": {"name": […]}}).

    The left is what is asked, the right what a list has: a word that only the left has weighs more.
    Flat mappings of texts will do, and entities that have `to_dict`. `schema` says what both are where they do not;
    `on` is the day on which an age was told; `names_in` are the properties whose names are compared ("name" alone).
    Raises SettingError where one side has nothing to compare.

    >>> found = compare("Vladimir Putin", "ПУТИН, Владимир")
    >>> found.verdict, found.score > 0.9
    ('match', True)
    >>> putin = {"schema": "Person", "name": "Vladimir Putin", "birthDate": "1952-10-07"}
    >>> compare(putin, {**putin, "birthDate": "1975-03-01"}).reasons[1].says
    'the left’s birth date 7 October 1952 differs from the right’s 1 March 1975 in the year'
    """
    wanted = None if names_in is None else frozenset(name.replace("_", "").lower() for name in names_in)
    ours = subject_of(left, side="left", schema=schema, names_in=wanted)
    theirs = subject_of(right, side="right", schema=schema, names_in=wanted)
    return compare_subjects(ours, theirs, on=on)


def compare_subjects(left: Subject, right: Subject, *, on: date | None = None) -> Comparison:
    """Compare two parties that are read already."""
    skipped = (*left.skipped, *right.skipped)
    kinds = left.kinds & right.kinds
    if not kinds:
        return Comparison(
            score=0.0,
            verdict="rejected",
            rank=-10.0,
            probability=0.0,
            reasons=(_apart(left, right),),
            weights=(1.0,),
            skipped=skipped,
        )
    findings = findings_of(left, right, on=on)
    agreed = sum(each.weight for each in findings if each.effect == "for")
    named = likest_names(left, right, is_either_way=agreed >= ONE_PARTY)
    concluded = conclude(named, findings, kinds)
    doubts = () if concluded.doubt is None else (Reason(rule="doubt", effect="note", says=concluded.doubt),)
    return Comparison(
        score=concluded.score,
        verdict=concluded.verdict,
        rank=concluded.rank,
        probability=probability_of(concluded.score, "person" if "person" in kinds else "body"),
        reasons=(*_of_names(named, left), *(each.reason for each in findings), *doubts),
        weights=(0.0 if named is None else named.score, *(each.weight for each in findings), *(0.0 for _ in doubts)),
        skipped=skipped,
        names=None if named is None else (named.left.text, named.right.text),
        words=() if named is None else named.words,
    )


def _apart(left: Subject, right: Subject) -> Reason:
    kinds = [" or ".join(sorted(subject.kinds)) for subject in (left, right)]
    says = f"the left is a {kinds[0]}, the right a {kinds[1]}: never the same"
    return Reason(rule="other_schema", effect="against", says=says)


def _of_names(named: Named | None, left: Subject) -> tuple[Reason, ...]:
    if named is None:
        side = "right" if left.names else "left"
        return (Reason(rule="names", effect="note", says=f"the {side} has no name that could be compared"),)
    effect: Effect = "for" if named.score >= THRESHOLD else "against"
    return (Reason(rule="names", effect=effect, says=named.says),)
