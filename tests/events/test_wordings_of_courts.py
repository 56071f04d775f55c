"""What is told of courts, prosecutors and lawyers, and what is only said beside it."""

from __future__ import annotations

import pytest

from tests.events.reading import brief, events_in

PEOPLE = {"Lena Vogt": "", "Tom Roth": "", "Tina Bek": ""}
BODIES = ("Alfa Steel", "Volga Bank", "United National Movement", "Northern Court", "Volga Club")


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [brief(event) for event in events_in(text, PEOPLE, BODIES)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Northern Court jailed Tom Roth in Dublin. The court ordered that Alfa Steel be wound up.",
            ("COERCE", "asserted", "Northern Court", "Alfa Steel"),
        ),
        ("A court in Madrid ordered Alfa Steel to pay a fine.", ("SANCTION", "asserted", "es", "Alfa Steel")),
        (
            "Magistrate Lena Vogt ordered that Volga Bank be wound up.",
            ("COERCE", "asserted", "Lena Vogt", "Volga Bank"),
        ),
        ("A judge in Madrid ordered Tom Roth to be held.", ("COERCE", "asserted", "es", "Tom Roth")),
        ("The Paris prosecutor’s office charged Tom Roth.", ("ACCUSE", "asserted", "fr", "Tom Roth")),
        (
            "Canada charged Tom Roth. His counsel, Lena Vogt, said her client rejects the charges.",
            ("REJECT", "asserted", "Tom Roth", "ca"),
        ),
        ("Poland barred Tom Roth from entry.", ("SANCTION", "asserted", "pl", "Tom Roth")),
    ],
)
def test_a_court_orders_and_a_lawyer_speaks_for_somebody(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_a_lawyer_tells_of_my_client_in_a_quotation() -> None:
    text = (
        "Kenya accused Tom Roth of lying.\n“My client rejects the charges,” said his lawyer, Lena Vogt, who asked the"
        " court for bail. The court refused it."
    )

    assert not [act for act in told(text) if act[3] == "My client"]


def test_who_sues_is_no_court_by_which_others_are_charged() -> None:
    text = "Tom Roth sued Alfa Steel in Kenya on Monday. Two engineers will be charged, Lena Vogt said."

    assert not [act for act in told(text) if act[2] == "Tom Roth" and act[3] != "Alfa Steel"]


def test_the_prison_service_is_the_states_and_no_firm_named_before() -> None:
    text = "Poland accused Alfa Steel of bribery. The prison service denied the accusations."

    assert not [act for act in told(text) if act[0] == "REJECT" and act[2] != "pl"]


def test_a_search_and_what_it_took_are_one_act() -> None:
    assert len(told("Polish police searched two houses and seized a pistol.")) == 1


def test_a_ruling_that_is_on_nobody_is_no_penalty() -> None:
    text = "A Finnish court rejected the charges by Estonia, ruling that Finnish law could not be applied."

    assert not [act for act in told(text) if act[0] == "SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's foreign ministry warned citizens not to travel to Sudan.",
        "Volga Club, which Poland sanctioned in May, warned members not to pay strangers in Poland.",
    ],
)
def test_who_is_warned_for_his_own_good_is_not_threatened(text: str) -> None:
    assert not [act for act in told(text) if act[0] == "THREATEN"]


def test_whoever_is_warned_off_by_a_state_is_threatened() -> None:
    assert ("THREATEN", "threatened", "ir", "il") in told("Iran warned Israel not to attack its plants.")


def test_what_somebodys_mother_paid_is_no_aid_to_a_country() -> None:
    text = "Mexico arrested Tom Roth. His mother sent money to Mexico for a flat."

    assert not [act for act in told(text) if act[0] == "AID"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“Without him the rest are clerks,” said Tina Bek of the United National Movement, who"
            " urged Washington to act.",
            ("REQUEST", "asserted", "Tina Bek", "us"),
        ),
        (
            "Canada accused Alfa Steel of arming Sudan. Its owner, Lena Vogt, called that “a lie by a rival”.",
            ("REJECT", "asserted", "Lena Vogt", "ca"),
        ),
        (
            "Soldiers of Israel shot dead a 19-year-old falconer.",
            ("ASSAULT", "asserted", "il", "a 19-year-old falconer"),
        ),
        ("Policemen beat protesters in Minsk.", ("ASSAULT", "asserted", "Policemen", "protesters")),
        (
            "Britain froze the assets of Tom Roth. Georgia's public defender, Lena Vogt, spoke of beatings."
            " The interior ministry denied the accusations.",
            ("REJECT", "asserted", "ge", ""),
        ),
    ],
)
def test_who_and_whom_are_read_off_the_words_beside_them(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_a_country_declares_a_group_terrorist_whatever_the_parser_makes_of_it() -> None:
    text = "The United States declared Volga Club a foreign terrorist organization on Friday."

    assert ("SANCTION", "asserted", "us", "Volga Club") in told(text)
