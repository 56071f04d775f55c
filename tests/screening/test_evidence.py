"""Each rule by itself: what it takes for agreement, what for contradiction, and what for neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from nongrata.screening.entities.evidence import RULES, findings_of
from nongrata.screening.entities.evidence_days import WEIGHTS, relation_of
from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.numbers import KINDS
from nongrata.screening.entities.properties import subject_of
from nongrata.values import PartialDate

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "compare.md"


def found(left: dict[str, object], right: dict[str, object]) -> list[Finding]:
    """Give what speaks for and against these two, of one name."""
    ours, theirs = (subject_of({"name": "X Y", **told}, side="left") for told in (left, right))
    return list(findings_of(ours, theirs))


def said(left: dict[str, object], right: dict[str, object]) -> dict[str, str]:
    """Give the rules that spoke, with the way they pull."""
    return {each.rule: each.effect for each in found(left, right)}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("1952-10-07", "1952-10-07", "same day"),
        ("1952-10", "1952-10-07", "same month"),
        ("1952", "1952-10-07", "same year"),
        ("1951~", "1952-10-07", "same year"),
        ("1952-10-07", "1952-07-10", "swapped"),
        ("1952-10-07", "1952-10-17", "slip"),
        ("1952-10-07", "1957-10-07", "slip in year"),
        ("1952-10-07", "1952-01-25", "other day"),
        ("1952-10-07", "1953-12-25", "near"),
        ("1953", "1952-10-07", "near"),
        ("1952-10-07", "1961", "apart"),
    ],
)
def test_dates_are_the_same_or_a_slip_or_another_s(left: str, right: str, relation: str) -> None:
    assert relation_of(PartialDate(left), PartialDate(right)) == relation
    assert relation_of(PartialDate(right), PartialDate(left)) == relation


def test_the_likest_of_many_dates_counts() -> None:
    (finding,) = found({"birthDate": ["1950", "7 October 1952"]}, {"birthDate": ["1949-01-01", "1952-10-07"]})

    assert (finding.effect, finding.says) == ("for", "both give the birth date 7 October 1952")


def test_who_died_before_the_other_was_born_is_another() -> None:
    (finding,) = found({"deathDate": "1931"}, {"birthDate": "1952-10-07"})

    assert (finding.effect, finding.decides) == ("against", True)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"nationality": "ru"}, {"country": "Russia"}, {"same_country": "for"}),
        ({"nationality": "ru"}, {"country": "Cuba"}, {"other_country": "against"}),
        ({"nationality": "suhh"}, {"citizenship": "Ukraine"}, {}),
        ({"birthCountry": "ru"}, {"birthCountry": "fr"}, {"other_birth_country": "against"}),
        ({"flag": "pa"}, {"pastFlags": ["ir", "pa"]}, {"same_country": "for"}),
        ({"gender": "male"}, {"gender": "F"}, {"gender": "against"}),
        ({"gender": "male"}, {"gender": "unknown"}, {}),
        ({"birthPlace": "Leningrad, USSR"}, {"birthPlace": "Leningrad"}, {"same_birth_place": "for"}),
        ({"birthPlace": "Afghanistan"}, {"birthPlace": "Kandahar, Afghanistan"}, {}),
        ({"address": "12 Main St, Valletta"}, {"address": "Main St 12, Valletta, Malta"}, {"same_address": "for"}),
        ({"address": "Pakistan"}, {"address": "Lahore, Pakistan"}, {}),
        ({"addressEntity": "ng-1"}, {"addressEntity": "ng-1"}, {}),
        ({"position": "Minister of Defence"}, {"position": "Defence Minister of"}, {"same_office": "for"}),
        ({"email": "A@example.org"}, {"email": "a@example.org"}, {"same_contact": "for"}),
        ({"website": "https://www.example.org/en"}, {"website": "example.org"}, {"same_contact": "for"}),
        ({"website": "facebook.com/a"}, {"website": "facebook.com/b"}, {}),
        ({"phone": "+7 495 123-45-67"}, {"phone": "8 495 1234567"}, {"same_contact": "for"}),
        ({"tonnage": "105,358"}, {"tonnage": 105400}, {"same_tonnage": "for"}),
        ({"incorporationDate": "1998-04-01"}, {"incorporationDate": "1998"}, {"founding_dates": "for"}),
        ({"buildDate": "1998"}, {"buildDate": "2011"}, {"founding_dates": "against"}),
        ({"name": "Alfa OOO"}, {"name": "ПАО Альфа"}, {"other_legal_form": "against"}),
        ({"name": ["Alfa OOO", "Alfa AO"]}, {"name": "PJSC Alfa"}, {}),
        ({"name": "Alfa Ltd"}, {"name": "Alfa PJSC"}, {}),
        ({"leiCode": "5493001KJTIIGC8Y1R12"}, {"leiCode": "5493 001K JTII GC8Y 1R12"}, {"same_number": "for"}),
        ({"imoNumber": "9929429"}, {"imoNumber": "IMO9187629"}, {"other_number": "against"}),
        ({"passportNumber": "AB 123456"}, {"passportNumber": "CD654321"}, {}),
        ({"publicKey": "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"}, {"publicKey": "12QtD5BFwRsdNsAZY76UVE1xyCGNTojh9H"}, {}),
    ],
    ids=str,
)  # fmt: skip
def test_what_speaks_for_and_against(
    left: dict[str, object], right: dict[str, object], expected: dict[str, str]
) -> None:
    assert said(left, right) == expected
    assert said(right, left) == expected


def test_a_number_with_wrong_check_digits_proves_less() -> None:
    right, wrong = (found({"imoNumber": number}, {"imoNumber": number})[0] for number in ("9929429", "9929428"))

    assert (right.decides, wrong.decides) == (True, False)
    assert wrong.weight < right.weight


def test_another_number_with_wrong_check_digits_does_not_decide() -> None:
    (finding,) = found({"imoNumber": "9929428"}, {"imoNumber": "9187629"})

    assert (finding.effect, finding.decides) == ("against", False)


def test_the_manual_says_what_each_rule_does_and_weighs() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert [rule.__name__ for rule in RULES if f"| {' '.join((rule.__doc__ or '-').split())} |" not in page] == []
    assert [name for name, weight in WEIGHTS.items() if f"| {weight:+.2f} |" not in page] == []
    assert [
        kind.words for kind in KINDS.values() if kind.proves and f"| {kind.words} | {kind.proves:.2f} |" not in page
    ] == []
