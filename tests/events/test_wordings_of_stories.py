"""Acts as whole stories tell them: whose they are, and what of them is no act at all."""

from __future__ import annotations

import pytest

from tests.events.reading import brief, events_in

PEOPLE = {"Lena Vogt": "foreign minister", "Omar Sidi": "", "Karim Haddad": "", "Jalal Nasser": ""}
BODIES = ("Alfa Steel", "Bombardier")


def told(text: str) -> list[tuple[str, str, str, str]]:
    people = {name: position for name, position in PEOPLE.items() if name in text}
    return [brief(event) for event in events_in(text, people, tuple(body for body in BODIES if body in text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ghana called in the Malian ambassador.", ("ACCUSE", "asserted", "gh", "ml")),
        ("Lena Vogt summoned Ambassador Omar Sidi on Thursday.", ("ACCUSE", "asserted", "Lena Vogt", "Omar Sidi")),
        ("Dutch police took over the servers of Alfa Steel.", ("COERCE", "asserted", "nl", "Alfa Steel")),
        ("Chinese hackers broke into Alfa Steel.", ("COERCE", "asserted", "Chinese hackers", "Alfa Steel")),
        ("Canada froze any assets that four Kenyans may hold there.", ("SANCTION", "asserted", "ca", "four Kenyans")),
        ("Greece will send a navy vessel to Libya.", ("MOBILIZE", "planned", "gr", "ly")),
        ("The EU has listed Alfa Steel, according to several blogs.", ("SANCTION", "alleged", "eu", "Alfa Steel")),
        (
            "Mothers marched to the army camp in Mali. Police in Mali blocked the road to the camp.",
            ("COERCE", "asserted", "ml", ""),
        ),
        ("Police in Malta turned back a Bombardier jet.", ("COERCE", "asserted", "mt", "")),
        (
            "Omar Sidi, who accused France of theft, Karim Haddad and Jalal Nasser were sanctioned by Britain.",
            ("ACCUSE", "asserted", "Omar Sidi", "fr"),
        ),
        (
            "The three are Omar Sidi, Karim Haddad and Jalal Nasser. Britain holds them responsible for killings.",
            ("ACCUSE", "asserted", "gb", "Omar Sidi + Karim Haddad + Jalal Nasser"),
        ),
    ],
)
def test_an_act_is_of_those_whom_the_story_means(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_those_whom_one_sentence_counts_are_those_whom_the_next_names() -> None:
    text = "Britain imposed sanctions on three Ugandan politicians. Britain sanctioned Omar Sidi and Karim Haddad."
    assert told(text) == [("SANCTION", "asserted", "gb", "Omar Sidi + Karim Haddad")]


def test_one_man_without_a_name_is_not_whoever_is_named_next() -> None:
    text = "A Japan court sentenced a Russian businessman to prison. A Japan court fined Omar Sidi."
    assert [each[3] for each in told(text)] == ["a Russian businessman", "Omar Sidi"]


@pytest.mark.parametrize(
    "text",
    [
        "The strike left 300 people without power in Mali.",
        "Our office in Sudan is shut. We condemn this violence.",
        "The measures ban Omar Sidi from travelling to Britain.",
        "Police blocked the road to the camp.",
        "Burglars broke into a shop in Mali.",
    ],
)
def test_what_measures_do_and_what_nobody_is_known_to_do_is_no_act(text: str) -> None:
    assert not told(text)
