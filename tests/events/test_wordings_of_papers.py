"""What papers tell of police and gangs, of property frozen, promises made and spokesmen's men."""

from __future__ import annotations

import pytest

from tests.events.reading import brief, events_in, names

BODIES = ("Ituri Front", "Azawad Movement", "Alfa Steel", "Beta Trade", "Volga Bank", "Treasury", "Twitter")
PEOPLE = {"Lena Vogt": "", "Moussa Traore": "", "Jimmy Chery": ""}
QUIET = " Iran bombed Iraq. France expelled two diplomats."  # so that the story is of public matters


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [brief(event) for event in events_in(text + QUIET, PEOPLE, BODIES)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Canada froze the assets of Alfa Steel.", ("SANCTION", "asserted", "ca", "Alfa Steel")),
        ("Mexico declared the Ituri Front a terrorist group.", ("SANCTION", "asserted", "mx", "Ituri Front")),
        ("Mexico classified the Ituri Front as a terrorist group.", ("SANCTION", "asserted", "mx", "Ituri Front")),
        ("Customs officers in Denmark impounded two tankers.", ("COERCE", "asserted", "dk", "")),
        ("Border guards in Latvia detained two smugglers.", ("COERCE", "asserted", "lv", "two smugglers")),
        ("Two men threw eggs at reporters in Chile.", ("ASSAULT", "asserted", "Two men", "reporters")),
        ("Some 300 nurses downed their tools on Monday.", ("PROTEST", "asserted", "Some 300 nurses", "")),
        ("Gunmen of the Ituri Front killed two nurses.", ("ASSAULT", "asserted", "Ituri Front", "two nurses")),
        ("Norway pledged a million euros for families in need.", ("AGREE", "planned", "no", "families in need")),
        ("Kenya urged donors to fill a gap.", ("REQUEST", "asserted", "ke", "donors")),
        ("Mali called the measures \"the work of fools\".", ("ACCUSE", "asserted", "ml", "")),
        ("Settlers shot dead two men.", ("ASSAULT", "asserted", "Settlers", "two men")),
        (
            "Lena Vogt was arrested in May and is being questioned by a judge in Mali.",
            ("COERCE", "asserted", "ml", "Lena Vogt"),
        ),
        (
            "The rights group Beta Trade accused soldiers of torching a village.",
            ("ACCUSE", "asserted", "Beta Trade", "soldiers"),
        ),
        (
            "Jimmy Chery said in a video that his men would burn the hotels.",
            ("THREATEN", "threatened", "Jimmy Chery", ""),
        ),
        (
            "Moussa Traore, a spokesman of the Ituri Front, said its fighters would leave the town of Gao.",
            ("CONCEDE", "planned", "Ituri Front", ""),
        ),
        (
            "The Azawad Movement seized Gao. Moussa Traore, the movement's spokesman, said that its men would "
            "pull out of the town.",
            ("CONCEDE", "planned", "Azawad Movement", ""),
        ),
        (
            "Poland's foreign ministry spokesman Jimmy Chery said it had summoned the Russian ambassador.",
            ("ACCUSE", "asserted", "pl", "ru"),
        ),
        ("Kenya was blunt in blaming Iran for the attack on Chad.", ("ASSAULT", "alleged", "ir", "td")),
        (
            "Lena Vogt posted a message on Twitter blaming Iran for the attack on Chad.",
            ("ACCUSE", "asserted", "Lena Vogt", "ir"),
        ),
        (
            "Lena Vogt buys ore from Alfa Steel or from Beta Trade. Canada put both on its list.",
            ("SANCTION", "asserted", "ca", "Alfa Steel + Beta Trade"),
        ),
        ("Niger granted asylum to two pilots, its foreign ministry said.", ("AID", "asserted", "ne", "two pilots")),
        ("The Ituri Front swore allegiance to Beta Trade.", ("SUPPORT", "asserted", "Ituri Front", "Beta Trade")),
        ("Kenya questioned the legitimacy of the Ituri Front.", ("ACCUSE", "asserted", "ke", "Ituri Front")),
        ("Alfa Steel undertook to sell its stake to Beta Trade.", ("AGREE", "planned", "Alfa Steel", "Beta Trade")),
        (
            "Mali expelled a French envoy. The governments of the region urged Niger to talk.",
            ("REQUEST", "asserted", "The governments of the region", "ne"),
        ),
    ],
)  # fmt: skip
def test_an_act_is_told_of_who_did_it(text: str, wanted: tuple[str, str, str, str]) -> None:
    got = told(text)

    assert wanted in got or (wanted[3] == "" and wanted[:3] in [act[:3] for act in got])


@pytest.mark.parametrize(
    "text",
    [
        "Two teachers refused to hand over the keys.",
        "Lenders should treat the mine as blocked, lawyer Lena Vogt said.",
        "The ministry would not say how many people the drones had killed.",
    ],
)
def test_what_private_people_want_and_what_is_only_counted_is_no_event(text: str) -> None:
    assert [act for act in told(text) if act[0] in ("REJECT", "REQUEST", "ASSAULT") and act[2] != "ir"] == []


def test_a_promise_told_by_another_is_his_word() -> None:
    assert told("Poland said that Iran had promised Lena Vogt a visa.")[0][:2] == ("AGREE", "alleged")


def test_a_sentence_and_the_verdict_behind_it_are_one() -> None:
    text = "A court in Mali sentenced the president of the region to one year in prison. Lena Vogt was found guilty."

    assert [act[0] for act in told(text)].count("SANCTION") == 2  # with the diplomats


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two weeks after Canada listed Alfa Steel, Mali arrested Lena Vogt, its army said on Friday.", "2024-05-17"),
        ("Mali accused Niger of having shot four men in April.", None),
        ("Mali urged Niger to send aid before June.", None),
    ],
)
def test_a_day_is_of_the_act_that_it_dates(text: str, wanted: str | None) -> None:
    events = [event for event in events_in(text, PEOPLE, BODIES) if names(event.actors) == "ml"]

    assert [event.when for event in events][:1] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Minister Lena Vogt denied that her officers had shot anybody and blamed gangs for the killings.",
            ("ACCUSE", "asserted", "Lena Vogt", "gangs"),
        ),
        (
            "Ecuador expelled four Peruvians after a raid in which soldiers seized a truck of Alfa Steel.",
            ("COERCE", "asserted", "ec", "Alfa Steel"),
        ),
        (
            "Police in Nigeria arrested Lena Vogt. The Azawad Movement condemned her arrest.",
            ("ACCUSE", "asserted", "Azawad Movement", "ng"),
        ),
        (
            "Residents said Nigerian soldiers had burned nine houses. The army denied that.",
            ("REJECT", "asserted", "ng", "Residents"),
        ),
        ("Norway and Chad want the EU to follow. Peru opposes any such step.", ("REJECT", "asserted", "pe", "no + td")),
        ("Lena Vogt called the affair \"a circus staged before the vote\".", ("ACCUSE", "asserted", "Lena Vogt", "")),
        ("Lena Vogt invited her Chadian counterpart to a forum.", ("AGREE", "planned", "Lena Vogt", "td")),
    ],
)  # fmt: skip
def test_what_is_said_next_is_of_who_is_meant(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Japan's opposition leader went on hunger strike.", "jp"),
        ("Chad is trying to recover money that it says was moved to London.", "gb"),
        ("Lena Vogt blamed Nigeria for leaving the town without troops.", "RETREAT"),
    ],
)
def test_nothing_is_told_of_who_did_nothing(text: str, wanted: str) -> None:
    assert not [act for act in told(text) if wanted in (act[0], act[2], act[3]) and act[0] != "ACCUSE"]


def test_a_note_handed_to_a_summoned_envoy_is_one_protest() -> None:
    text = "Mali summoned the ambassador of Niger and handed him a note of protest."

    assert [act[0] for act in told(text)].count("ACCUSE") == 1


def test_a_day_to_come_dates_nothing_done() -> None:
    text = "Alfa Steel rejected the charge and said it would resume the blockade on Monday. Iran bombed Iraq."

    assert [event.when for event in events_in(text, PEOPLE, BODIES) if event.type == "REJECT"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Treasury's regulations generally prohibit all dealings by U.S. persons with Alfa Steel.",
        "Alfa Steel was listed under Order 13611, an authority aimed at blocking property of persons threatening Mali.",
        "The Treasury undertook the action in consultation with Beta Trade's lawyers.",
    ],
)
def test_what_a_rule_says_nobody_has_done(text: str) -> None:
    assert not {act[0] for act in told(text)} & {"COERCE", "THREATEN", "AGREE"}
    assert not [act for act in told(text) if act[:2] == ("SANCTION", "asserted") and act[3] == "us"]


def test_nobody_says_by_what_he_believes() -> None:
    (event,) = events_in("Kenya condemned the Ituri Front according to its own beliefs.", PEOPLE, BODIES)

    assert event.sources == ()


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel charged the ministry $6 million for the name.",
        "Alfa Steel ended up paying its drivers less.",
        "Lena Vogt agreed with the judge's decision.",
        "Kenya's top court ruled that shops must label the goods.",
        "A Kenyan helicopter shot down over Gao was found.",
        "Alfa Steel launched a keyboard case for Beta Trade.",
        "The plan reminds Kenya of the old programme.",
        "The United States welcomed the exchange.",
        "Some officials of Kenya made concessions they might not otherwise have agreed to.",
    ],
)
def test_a_verb_in_another_sense_tells_nothing(text: str) -> None:
    kinds = {act[0] for act in told(text)} - {act[0] for act in told("")}

    assert not kinds & {"ACCUSE", "SANCTION", "REJECT", "AGREE", "CONSULT", "THREATEN"}


def test_to_rape_is_an_assault_and_to_rap_a_reproach() -> None:
    assert ("ASSAULT", "asserted", "Ituri Front", "two nurses") in told("The Ituri Front raped two nurses.")
    assert ("ACCUSE", "asserted", "ke", "ml") in told("Kenya rapped Mali over the coup.")
