"""Who acts and on whom where asides, lists, particles and tolls stand between them."""

from __future__ import annotations

import pytest

from tests.events.reading import brief, events_in

PEOPLE = {"Lena Vogt": "", "Omar Said": ""}
BODIES = ("Volga Bank", "Alfa Steel", "Hezbollah", "Orsk Army")


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [brief(event) for event in events_in(text, PEOPLE, BODIES)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Canada imposed measures on Volga Bank, a lender that firms tied to the family own, and on Alfa Steel.",
            ("SANCTION", "asserted", "ca", "Volga Bank + Alfa Steel"),
        ),
        (
            "The Orsk Army, another militia, and its leader Omar Said were sanctioned by Canada on Monday.",
            ("SANCTION", "asserted", "ca", "Orsk Army + Omar Said"),
        ),
        (
            "Volga Bank was sanctioned by Canada on Monday together with Alfa Steel, a maker of pipes.",
            ("SANCTION", "asserted", "ca", "Volga Bank + Alfa Steel"),
        ),
        (
            "Alfa Steel is large. On Monday Canada placed the company and 40 firms tied to it under sanctions.",
            ("SANCTION", "asserted", "ca", "Alfa Steel"),
        ),
        (
            "Omar Said, a militia leader from Tyre on whom Canada imposed sanctions on Monday, left.",
            ("SANCTION", "asserted", "ca", "Omar Said"),
        ),
        (
            "Canada sanctioned Volga Bank on Monday. Norway followed suit.",
            ("SANCTION", "asserted", "no", "Volga Bank"),
        ),
        ("Volga Bank was cut off from the financial system by Canada.", ("SANCTION", "asserted", "ca", "Volga Bank")),
        (
            "Canada imposed sanctions on Alfa Steel on Monday. Volga Bank was designated on Tuesday.",
            ("SANCTION", "asserted", "ca", "Volga Bank"),
        ),
        (
            "Ukraine's security service claimed responsibility for drone strikes on Alfa Steel on Friday.",
            ("ASSAULT", "asserted", "ua", "Alfa Steel"),
        ),
        (
            "Canada thanked Norway. Omar Said urged European governments to sanction Iran.",
            ("REQUEST", "asserted", "Omar Said", "European governments"),
        ),
        ("Serbia has stripped Omar Said of his citizenship.", ("SANCTION", "asserted", "rs", "Omar Said")),
        ("Canada accused Turkey of flying in fighters.", ("AID", "alleged", "tr", "")),
        ("Canada accused Turkey of arming its enemies.", ("AID", "alleged", "tr", "its enemies")),
        ("On Friday jihadists struck army posts.", ("ASSAULT", "asserted", "jihadists", "")),
        (
            "Omar Said, the commander whose men have been attacking Alfa Steel, left.",
            ("ASSAULT", "asserted", "Omar Said", "Alfa Steel"),
        ),
        ("The pictures purportedly show Iran sending drones to Russia.", ("AID", "alleged", "ir", "ru")),
        ("Canada did not deny that Norway had sent drones to Ukraine.", ("AID", "alleged", "no", "ua")),
        ("Lena Vogt did not dispute that she had sent drones to Ukraine.", ("AID", "asserted", "Lena Vogt", "ua")),
    ],
)
def test_an_act_is_done_by_whom_and_to_whom_it_is_told(text: str, event: tuple[str, str, str, str]) -> None:
    assert event in told(text)


def test_the_toll_of_a_blow_is_not_laid_on_who_speaks_of_the_blow() -> None:
    events = told("Canada and Norway blamed each other for an air strike that hit a hangar, killing 53 people.")

    assert not [by for kind, _status, by, _to in events if kind == "ASSAULT" and by]


def test_what_is_ordered_to_be_done_is_no_purchase() -> None:
    kinds = [kind for kind, *_ in told("Volga Bank is a drone maker. Canada ordered it to suspend its business.")]

    assert kinds == ["REQUEST"]
