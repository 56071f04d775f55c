"""Whom a sentence means by what stands before it: pronouns, descriptions, offices, and the day of what goes on."""

from __future__ import annotations

import pytest

from nongrata.events import Event
from tests.events.reading import brief, events_in

PEOPLE = {"Omar Sidi": "", "Lena Vogt": "president", "Jan Moor": "minister"}
BODIES = ("Security Council", "Kilo Brigade", "Alfa Bank", "Volga Bank", "Central Bank of Chad", "Red Crescent")


def read(text: str) -> tuple[Event, ...]:
    people = {name: position for name, position in PEOPLE.items() if name in text}
    return events_in(text, people, tuple(name for name in BODIES if name in text))


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [brief(event) for event in read(text)]


def days(text: str) -> list[str | None]:
    return [event.when for event in read(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Iran accused Omar Sidi of bribery. Britain imposed sanctions on the Sudanese-born businessman.",
            ("SANCTION", "asserted", "gb", "Omar Sidi"),
        ),
        (
            "President Lena Vogt spoke on Monday. The head of state rejected the sanctions imposed by Iran.",
            ("REJECT", "asserted", "Lena Vogt", "ir"),
        ),
        (
            "Fighters of the Kilo Brigade killed nine villagers.",
            ("ASSAULT", "asserted", "Kilo Brigade", "nine villagers"),
        ),
        ("Police in Germany and Finland seized servers of Alfa Bank.", ("COERCE", "asserted", "de + fi", "Alfa Bank")),
        (
            "That is what the panel of experts says. It accuses Iran of arming the rebels.",
            ("ACCUSE", "asserted", "the panel of experts", "ir"),
        ),
        ("Moscow trained the guards and supplied them with rifles.", ("AID", "asserted", "ru", "the guards")),
        (
            "The Security Council's Sudan committee listed two men. Omar Sidi mocked the committee.",
            ("ACCUSE", "asserted", "Omar Sidi", "Security Council"),
        ),
        ("A spokesman for Iran's foreign ministry criticised Israel.", ("ACCUSE", "asserted", "ir", "il")),
        (
            "Iran demanded that Israel hand over the trader. Israel refused.",
            ("REJECT", "asserted", "il", "ir"),
        ),
        (
            "Omar Sidi and Jan Moor are on the blacklist. The Security Council's committee added both on Friday.",
            ("SANCTION", "asserted", "Security Council", "Omar Sidi + Jan Moor"),
        ),
        (
            "Omar Sidi was arrested in Peru on Monday and extradited to Spain.",
            ("COOPERATE", "asserted", "pe", "es"),
        ),
        ("Peru extradited Omar Sidi to Spain. Spain welcomed the handover.", ("SUPPORT", "asserted", "es", "pe")),
        (
            "Minister Jan Moor promised that he would hand over the files to Israel.",
            ("AGREE", "asserted", "Jan Moor", "il"),
        ),
        (
            "Central Bank of Chad has warned lenders that it will fine those that deal with Iran.",
            ("THREATEN", "threatened", "Central Bank of Chad", "lenders"),
        ),
        (
            "Minister Jan Moor has ordered lenders to report, according to a circular.",
            ("REQUEST", "asserted", "Jan Moor", "lenders"),
        ),
        (
            "Minister Jan Moor threatened to burn hotels that take in police.",
            ("THREATEN", "threatened", "Jan Moor", "hotels"),
        ),
        (
            "Minister Jan Moor called for talks with the transitional council.",
            ("REQUEST", "asserted", "Jan Moor", "the transitional council"),
        ),
        (
            "The Red Crescent delivered blood and surgical kits. Iran armed Chad.",
            ("AID", "asserted", "Red Crescent", ""),
        ),
        ("Iranian officers deployed two armoured vehicles to Chad.", ("MOBILIZE", "asserted", "ir", "td")),
        (
            "Omar Sidi, the exile whose firm sells arms, and whom both Iran and Chad have listed, accused Israel.",
            ("ACCUSE", "asserted", "Omar Sidi", "il"),
        ),
    ],
)
def test_who_takes_part_is_taken_up_from_what_stands_before(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_an_aide_is_not_the_one_at_whose_firm_he_works() -> None:
    text = "A bookkeeper at a firm linked to Omar Sidi was arrested by Iranian police."

    assert [whom for _type, _status, _by, whom in told(text)] != ["Omar Sidi"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran still offers two million dollars for Omar Sidi.",
        "Iran says it does not sit down with people who burn hospitals.",
        "Minister Jan Moor promised that troops would be moved into Chad.",
    ],
)
def test_a_bounty_people_of_a_sort_and_what_others_will_do_are_no_acts(text: str) -> None:
    assert [kind for kind, *_ in told(text) if kind in ("AGREE", "ASSAULT")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In a video posted on Tuesday Omar Sidi mocked the Security Council.", ["2024-05-14"]),
        ("Iran on Tuesday accused Israel of shelling villages.", ["2024-05-14", None]),
        (
            "On Tuesday Omar Sidi mocked the Security Council. He also called for talks with Iran.",
            ["2024-05-14", "2024-05-14"],
        ),
        ("The mood in parliament on Tuesday was sour. Minister Jan Moor accused Iran.", ["2024-05-14"]),
        (
            "Omar Sidi was arrested by Iranian police on Tuesday and extradited to Chad two weeks later.",
            ["2024-05-14", None],
        ),
    ],
)
def test_a_day_is_that_of_the_act_it_stands_with(text: str, wanted: list[str | None]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Panama struck four Iranian tankers off its register.",
            ("SANCTION", "asserted", "pa", "four Iranian tankers"),
        ),
        ("Iran's judiciary ordered the release of Omar Sidi.", ("RETREAT", "asserted", "ir", "Omar Sidi")),
        (
            "Omar Sidi and Jan Moor are charged by Iran. The Central Bank of Chad says that they paid Alfa Bank.",
            ("AID", "alleged", "Omar Sidi + Jan Moor", "Alfa Bank"),
        ),
    ],
)
def test_registers_releases_and_the_men_just_told_of(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    ["Minister Jan Moor refused to speak to reporters.", "Minister Jan Moor thanked his lawyers."],
)
def test_silence_and_private_thanks_are_no_acts(text: str) -> None:
    assert told(text) == []


def test_a_deadline_is_not_the_day_of_the_order() -> None:
    assert days("Minister Jan Moor ordered lenders to report by Friday.") == [None]


def test_the_end_of_a_jail_term_is_not_the_day_of_the_order() -> None:
    (event,) = events_in("A court in Madrid remanded Tom Vogt in custody until June 11.", {"Tom Vogt": ""})

    assert event.when is None
