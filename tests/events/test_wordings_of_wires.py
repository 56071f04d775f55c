"""What wires say in their own ways: headlines, clauses turned round, acts told by the way."""

from __future__ import annotations

import pytest

from tests.events.reading import brief, events_in

BODIES = ("Volga Bank", "Alfa Steel", "Hezbollah", "Houthis")


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [brief(event) for event in events_in(text, {"Lena Vogt": ""}, BODIES)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Turkey arms Somalia with attack drones", ("AID", "asserted", "tr", "so")),
        ("Alfa Steel ships turbine parts to Russia", ("AID", "asserted", "Alfa Steel", "ru")),
        ("Canada: Iran shipped missiles to Russia", ("AID", "alleged", "ir", "ru")),
        ("Iran shipped missiles to Russia: report", ("AID", "alleged", "ir", "ru")),
    ],
)
def test_a_headline_has_its_verb_and_its_source(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_a_condition_told_by_its_order_does_not_swallow_the_threat() -> None:
    text = "Israel threatened to resume air strikes on Lebanon should Hezbollah break that promise."

    assert ("THREATEN", "threatened", "il", "lb") in told(text)


def test_a_thing_that_is_spoken_of_makes_no_offer() -> None:
    text = "Moscow denied that the drones were aimed at Poland and offered to hold talks with Warsaw."

    assert ("AGREE", "asserted", "ru", "pl") in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dozens of soldiers were trained in Iran last year.", ("AID", "asserted", "ir", "soldiers")),
        ("The Kremlin warned that it would respond.", ("THREATEN", "threatened", "ru", "")),
        ("Finland barred the freighter from leaving port.", ("COERCE", "asserted", "fi", "the freighter")),
        ("Oman said Russia would halt attacks on Ukraine.", ("CONCEDE", "planned", "ru", "ua")),
        ("Tokyo offered help after talks with Manila.", ("CONSULT", "asserted", "jp", "ph")),
        ("Russia called the accusation by Poland a lie.", ("REJECT", "asserted", "ru", "pl")),
        ("Moscow denied that soldiers were sent to Mali.", ("AID", "denied", "ru", "ml")),
        ("Lena Vogt was removed from the EU sanctions list.", ("CONCEDE", "asserted", "eu", "Lena Vogt")),
        ("Alfa Steel received a licence from Germany.", ("CONCEDE", "asserted", "de", "Alfa Steel")),
        ("Iranian crude was sold to China.", ("COOPERATE", "asserted", "ir", "cn")),
        ("Shells that North Korea shipped to Russia were found.", ("AID", "asserted", "kp", "ru")),
        ("Norway freed the men it had detained.", ("COERCE", "asserted", "no", "the men")),
        ("Iran rejected claims that it had armed Sudan.", ("AID", "denied", "ir", "sd")),
    ],
)
def test_an_act_told_in_passing_is_found(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_the_sellers_own_word_is_enough_for_a_sale() -> None:
    sale = "Volga Bank has sold its stake in Alfa Steel to Lena Vogt, {} said."

    assert [act[1] for act in told(sale.format("the companies"))] == ["asserted"]
    assert [act[1] for act in told(sale.format("a rival"))] == ["alleged"]


def test_an_arrest_is_made_where_it_happened_not_where_the_arrested_is_from() -> None:
    (arrest,) = told("Lena Vogt, 44, of Norway, was arrested on Monday in Spain.")

    assert arrest == ("COERCE", "asserted", "es", "Lena Vogt")


def test_what_is_voted_is_done_and_what_is_decided_to_send_is_planned() -> None:
    assert ("CONCEDE", "asserted", "eu", "sy") in told("The EU voted to lift sanctions on Syria.")
    assert ("AGREE", "planned", "fr", "td") in told("France decided to send weapons to Chad.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Japan agreed to impose sanctions on Alfa Steel.", ("SANCTION", "asserted", "jp", "Alfa Steel")),
        ("Britain agreed on Monday to lift sanctions on Syria.", ("CONCEDE", "asserted", "gb", "sy")),
        ("Iran agreed to freeze enrichment, Oman said.", ("AGREE", "asserted", "ir", "")),
    ],
)
def test_what_a_state_agrees_to_decree_it_has_decreed(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_who_seizes_power_seizes_no_property_and_who_beats_a_team_hurts_nobody() -> None:
    assert told("Lena Vogt, who seized power in 2021, met the president of Belarus.")[0][0] == "CONSULT"
    assert told("The Germans beat the Netherlands by three lengths.") == []
    assert ("ASSAULT", "asserted", "by", "protesters") in told("Police beat protesters in Minsk.")


def test_the_head_of_a_body_visits_a_plant_though_nobody_names_him() -> None:
    acts = told("Iran warned Israel. The head of Iran's shipping line toured Volga Bank. Iran sued.")

    assert ("CONSULT", "asserted", "The head of Iran's shipping line", "Volga Bank") in acts


def test_a_bare_organ_is_of_the_state_beside_which_it_stood() -> None:
    met, accused = "Myanmar junta chief meets Belarus’s leader.", "Rights groups accuse the junta of bombing villages."
    acts = told(f"{met} {accused} The junta denied it.")

    assert ("ACCUSE", "asserted", "Rights groups", "mm") in acts
    assert [act[:3] for act in acts if act[0] == "REJECT"] == [("REJECT", "asserted", "mm")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mali put its forces on heightened readiness on Friday.", ("MOBILIZE", "asserted", "ml", "")),
        ("Mali has sent reinforcements to the Mopti region.", ("MOBILIZE", "asserted", "ml", "")),
        ("Houthis have declared a blockade of Israel.", ("COERCE", "asserted", "Houthis", "il")),
        ("Mali handed the French ambassador a note of protest.", ("ACCUSE", "asserted", "ml", "fr")),
        ("Turkey offered help a day after talks with Iran.", ("CONSULT", "asserted", "tr", "ir")),
        ("Hundreds of protesters burned Israeli flags in Sanaa.", ("PROTEST", "asserted", "protesters", "il")),
        ("Iran will not sign the agreement with Oman.", ("REJECT", "asserted", "ir", "om")),
        ("Iran vowed that operations would go on, accusing Israel of murder.", ("ACCUSE", "asserted", "ir", "il")),
    ],
)
def test_what_states_and_fighters_do_is_told_in_the_words_of_the_wires(
    text: str, wanted: tuple[str, str, str, str]
) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Vogt, the Polish ambassador, called on Israel to end the strikes.",
        "In Tehran, Iran's foreign minister Tom Vogt urged Israel to end the strikes.",
        "After talks in Muscat, Oman's foreign minister, Tom Vogt, urged Israel to stop.",
    ],
)
def test_whoever_an_apposition_tells_of_acts(text: str) -> None:
    events = [event for event in events_in(text, {"Tom Vogt": "Polish ambassador"}) if event.type == "REQUEST"]

    assert events and events[0].actors


def test_both_ministers_are_the_two_who_met() -> None:
    text = "Lena Vogt met Ana Roth on Monday. The two ministers signed a pact."
    events = events_in(text, {"Lena Vogt": "foreign minister", "Ana Roth": "foreign minister"})

    assert len(events[-1].actors) == 2


def test_what_is_called_a_claim_is_no_fact() -> None:
    text = "Iran said it had shot down five Israeli warplanes, a claim Israel did not confirm."

    assert [act[:3] for act in told(text)] == [("ASSAULT", "alleged", "ir")]
