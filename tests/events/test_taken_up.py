"""What a sentence leaves open and another one tells: who did what is condemned, who is blamed, what will not be."""

from __future__ import annotations

import pytest

from nongrata.events import Unnamed
from nongrata.events.find import find_acts
from nongrata.mentions import Reading
from nongrata.mentions.model import parse_story
from tests.events.reading import brief, cast_of, events_in, story_of

BODIES = ("Volga Bank", "Alfa Steel", "Hezbollah", "Council")


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [brief(event) for event in events_in(text, {"Lena Vogt": ""}, BODIES)]


@pytest.mark.parametrize(
    "text",
    [
        "The United States will not supply missiles to Ukraine.",
        "The United States is not planning to supply missiles to Ukraine.",
        "The United States is not going to supply missiles to Ukraine.",
    ],
)
def test_what_will_not_be_done_is_not_planned(text: str) -> None:
    assert ("AID", "negated", "us", "ua") in told(text)
    assert "planned" not in [status for _type, status, *_ in told(text)]


def test_who_condemns_an_act_condemns_whoever_did_it() -> None:
    text = "Israel bombed a depot in Syria. Turkey seized a ship of Alfa Steel. Qatar condemned the bombing."

    assert ("ACCUSE", "asserted", "qa", "il") in told(text)


def test_a_blow_without_a_doer_is_laid_at_the_door_of_who_is_blamed_and_stays_alleged() -> None:
    text = "An air strike killed nine villagers on Monday, officials in Kenya said. Kenya blamed Ethiopia."

    assert ("ASSAULT", "alleged", "et", "nine villagers") in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hezbollah said its fighters attacked an Israeli convoy.", ("ASSAULT", "asserted", "Hezbollah", "il")),
        ("Ships from Canada and Norway bombed Libya.", ("ASSAULT", "asserted", "ca + no", "ly")),
        ("Two men charged in Germany with spying for Iran", ("ACCUSE", "asserted", "de", "Two men")),
        ("Volga Bank was fined 2 million euros by a French court.", ("SANCTION", "asserted", "fr", "Volga Bank")),
        ("Sweden revoked an agreement with Iran.", ("SANCTION", "asserted", "se", "ir")),
        ("Poland handed over two Russian spies.", ("RETREAT", "asserted", "pl", "two Russian spies")),
        ("Poland warned that it could close the border to Belarus.", ("THREATEN", "threatened", "pl", "by")),
        ("Kenya sent a team to Oslo to discuss the case.", ("CONSULT", "asserted", "ke", "no")),
        ("Volga Bank was hit with Swiss sanctions on Monday.", ("SANCTION", "asserted", "ch", "Volga Bank")),
        (
            "Canada added Volga Bank to its blacklist over drone transfers to Sudan.",
            ("AID", "alleged", "Volga Bank", "sd"),
        ),
        ("Japan imposed sanctions on Hezbollah over massacres in Mali.", ("ASSAULT", "alleged", "Hezbollah", "ml")),
        ("Israel struck Iranian nuclear sites last week.", ("ASSAULT", "asserted", "il", "ir")),
        (
            "The lender Volga Bank lost.\n\nJapan froze assets of Alfa Steel. The bank, Volga Bank, left."
            "\n\nPoland fined Alfa Steel. The company is negotiating with Norway.",
            ("CONSULT", "asserted", "Alfa Steel", "no"),
        ),
        (
            "Kenya sent Lena Vogt to Peru, where prosecutors accuse her of fraud.",
            ("ACCUSE", "asserted", "pe", "Lena Vogt"),
        ),
        ("Kenya's foreign minister asked the Council to sanction Rwanda.", ("REQUEST", "asserted", "ke", "Council")),
        ("Police in Poland arrested a Belarusian.", ("COERCE", "asserted", "pl", "a Belarusian")),
        ("The Russian was detained in Poland by Polish police.", ("COERCE", "asserted", "pl", "The Russian")),
        ("Poland warned that it was ready to expel Russian diplomats.", ("THREATEN", "threatened", "pl", "ru")),
        (
            "The U.S. lifted in 2025 the sanctions that it had imposed on Volga Bank.",
            ("CONCEDE", "asserted", "us", "Volga Bank"),
        ),
        (
            "Kenya's minister visited Alfa Steel and Volga Bank, both units of Hezbollah.",
            ("CONSULT", "asserted", "ke", "Alfa Steel + Volga Bank"),
        ),
        ("Latvia's central bank fined Volga Bank.", ("SANCTION", "asserted", "lv", "Volga Bank")),
    ],
)
def test_it_is_told_who_did_it_in_many_ways(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_goods_are_taken_up_by_a_pronoun() -> None:
    text = "The missiles were found in Aden. They had been shipped to Yemen by Iran."

    assert ("AID", "asserted", "ir", "ye") in told(text)


def test_the_north_is_a_state_where_the_story_is_of_korea() -> None:
    assert ("AID", "asserted", "kp", "ru") in told("North Korea is poor. The North sent shells to Russia.")
    assert all(by != "kp" for *_, by, _to in told("The North sent shells to Russia."))


def test_who_warns_of_others_threatens_nobody() -> None:
    assert all(kind != "THREATEN" for kind, *_ in told("Poland warned that Russia could attack Estonia."))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Canada lifted sanctions on Alfa Steel on Friday, four months after Sweden expelled two diplomats.",
            "2024-01",
        ),
        ("Israel bombed Syria on Wednesday, a day after Turkey expelled the Russian ambassador.", "2024-05-14"),
        ("Israel bombed Syria on Wednesday, two weeks before Turkey expelled the Russian ambassador.", "2024-05-29"),
    ],
)
def test_a_day_is_counted_from_anothers(text: str, when: str) -> None:
    assert when in [event.when for event in events_in(text, {"Lena Vogt": ""}, BODIES)]


@pytest.mark.parametrize(
    "text",
    [
        "In January, the Paris-based agency said, Turkey expelled the Russian ambassador.",
        "ANKARA, May 17 (Reuters) - In January, Turkey expelled the Russian ambassador.",
        "In January, Turkey – a member of NATO – expelled the Russian ambassador.",
    ],
)
def test_a_hyphen_in_a_word_closes_no_dateline(text: str) -> None:
    assert "2024-01" in [event.when for event in events_in(text) if event.type == "SANCTION"]


def test_the_day_of_what_is_only_added_on_somebody_is_not_the_acts() -> None:
    text = "Lena Vogt, who was sanctioned by Canada in 2018, accused Turkey of arming Hezbollah."

    assert {event.when for event in events_in(text, {"Lena Vogt": ""}, BODIES) if event.type == "ACCUSE"} == {None}


def test_a_tanker_of_the_lead_is_no_agency_named_after_it() -> None:
    text = "Turkey detained a tanker off Izmir. Coastal Directorate said that the crew had no papers."

    assert ("COERCE", "asserted", "tr", "a tanker") in [
        brief(event) for event in events_in(text, {}, ("Coastal Directorate",))
    ]


def test_fighters_of_a_body_are_that_body_and_some_of_them_are_not() -> None:
    assert ("ASSAULT", "asserted", "Hezbollah", "il") in told("Hezbollah fighters attacked Israel on Friday.")
    assert ("ASSAULT", "asserted", "Two Hezbollah fighters", "il") in told("Two Hezbollah fighters attacked Israel.")


def test_it_is_whom_the_speaker_turned_to() -> None:
    text = "Lena Vogt told Alfa Steel on Friday, urging it to impose sanctions on Sweden."
    events = events_in(text, {"Lena Vogt": "minister"}, BODIES)

    assert [brief(event)[2:] for event in events if event.type == "REQUEST"] == [("Lena Vogt", "Alfa Steel")]


def test_nobody_knows_whose_officials_tell_what_another_state_does() -> None:
    text = "Sweden expelled two Turkish diplomats. Britain suspended aid to Syria, officials said."

    assert [event.sources for event in events_in(text) if event.evidence[0].start > 30] == [
        (Unnamed(text="officials"),)
    ]


def test_a_chip_maker_is_not_the_maker_of_drones() -> None:
    text = (
        "Chip maker sues Sweden. Sweden sanctioned the drone maker Alfa Steel. The drone maker sued Sweden on Friday."
    )

    assert [brief(event)[2] for event in events_in(text, {}, BODIES) if event.type == "ACCUSE"] == [
        "Chip maker",
        "Alfa Steel",
    ]


def test_sanctions_on_one_and_on_others_are_on_all_of_them() -> None:
    text = "Canada imposed sanctions on Lena Vogt, on the lender Volga Bank and on Alfa Steel."
    (event,) = [event for event in events_in(text, {"Lena Vogt": ""}, BODIES) if event.type == "SANCTION"]

    assert len(event.recipients) == 3


def test_a_name_taken_for_an_adverb_is_who_is_told_of_behind_it() -> None:
    text = "Vogt, a Uzbek-born metals minister, asked Volga Bank to free two hostages."

    assert "a Uzbek-born metals minister" not in [by for *_, by, _to in told(text)]


def test_who_is_called_on_is_the_one_that_would_act() -> None:
    text = (
        "Lena Vogt, the special rapporteur on human rights in Syria, called on Russia and China to stop supplying"
        " weapons to Hezbollah."
    )
    events = events_in(text, {"Lena Vogt": "rapporteur"}, BODIES)

    assert [brief(event)[2:] for event in events if event.type == "AID"] == [("ru + cn", "Hezbollah")]


def test_a_body_tells_its_own_deeds_as_they() -> None:
    text = "Israel bombed Syria on Monday. Turkey condemned it. Hezbollah said they had attacked Sweden."

    assert ("ASSAULT", "asserted", "Hezbollah", "se") in told(text)


def test_what_another_says_in_an_aside_is_not_the_first_ones_word() -> None:
    text = "Hezbollah said it had freed two men, while Sweden said its forces had bombed Syria."
    (event,) = [event for event in events_in(text, {}, BODIES) if event.type == "ASSAULT"]

    assert [brief(event)[2], len(event.sources)] == ["se", 1]


def test_who_goes_on_behind_an_aside_is_the_one_before_it() -> None:
    text = (
        "The United States returned Hezbollah to its list of terrorist groups this month, three years after President"
        " Lena Vogt removed it, and on Friday imposed sanctions on Volga Bank."
    )

    assert ("SANCTION", "asserted", "us", "Volga Bank") in told(text)


def test_who_rejects_a_charge_is_the_one_that_would_have_done_it() -> None:
    assert [by for kind, _status, by, _to in told("Iran rejects US charge of arming Hezbollah") if kind == "AID"] == [
        "ir"
    ]


def test_the_jets_of_two_states_in_a_headline_are_of_both() -> None:
    assert ("ASSAULT", "asserted", "us + gb", "Hezbollah") in told("* US, UK jets hit Hezbollah near Tyre")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Mali's military government met Volga Bank. The junta, which banned Alfa Steel, detained Lena Vogt.",
            ("COERCE", "asserted", "ml", "Lena Vogt"),
        ),
        (
            "Sudan severed relations with Qatar, accusing the Gulf state of arming Hezbollah.",
            ("AID", "alleged", "qa", "Hezbollah"),
        ),
        ("A senior Qatari official denied that his country had sent weapons to Sudan.", ("AID", "denied", "qa", "sd")),
        (
            "Chad and Sudan signed a truce. Each side accuses the other. Military commanders will meet on Friday.",
            ("AGREE", "planned", "td + sd", ""),
        ),
    ],
)
def test_who_is_meant_by_a_word_for_a_state_or_its_men(text: str, wanted: tuple[str, str, str, str]) -> None:
    acts = told(text)

    assert any(wanted[:2] == act[:2] and set(wanted[2].split(" + ")) <= set(act[2].split(" + ")) for act in acts), acts
    assert wanted[3] in ("", *(act[3] for act in acts))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Soldiers have seized power in Gabon.", "COERCE"),
        ("Gabon dissolved parliament and imposed a curfew.", "COERCE"),
        ("Chad and Sudan exchanged fire near a temple.", "ASSAULT"),
        ("Sudan used cluster munitions against Chad.", "ASSAULT"),
        ("Chad and Sudan set up an investment fund.", "COOPERATE"),
        ("Russia increased deliveries of gas to Serbia.", "COOPERATE"),
        ("The International Court threw out a case of Sudan against Qatar.", "REJECT"),
    ],
)
def test_acts_of_coups_fronts_and_courts_are_found(text: str, wanted: str) -> None:
    assert wanted in [type_ for type_, *_ in told(text)]


def test_what_one_says_within_a_relative_clause_is_alleged() -> None:
    text = "Alfa Steel, a company that Sweden says gave Hezbollah money and equipment, is owned by a national of Sudan."

    assert told(text) == [("AID", "alleged", "Alfa Steel", "Hezbollah")]


def test_who_defends_himself_supports_nobody() -> None:
    assert told("Volga Bank said it would defend itself vigorously against Sweden.") == []


def test_both_men_are_the_two_named_last() -> None:
    text = "Lena Vogt left. Omar Haddad stayed. The United States sanctioned both men on Friday."
    (event,) = events_in(text, {"Lena Vogt": "", "Omar Haddad": ""})

    assert len(event.recipients) == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Finland detained Lena Vogt in May. She was freed on Tuesday.",
            ("RETREAT", "asserted", "fi", "Lena Vogt"),
        ),
        (
            "Chad and Sudan signed a truce. Chad had recalled its ambassador on Wednesday.",
            ("SANCTION", "asserted", "td", "sd"),
        ),
        (
            "Venezuela held a vote. Venezuela's opposition cried foul. Panama withdrew its diplomats.",
            ("SANCTION", "asserted", "pa", "ve"),
        ),
    ],
)
def test_the_other_side_is_told_before(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_what_is_forbidden_is_not_done() -> None:
    text = "Kazakhstan said that exports of drones to Russia had been banned. Alfa Steel is a producer."

    assert [kind for kind, *_ in told(text)] == ["COERCE"]


def test_what_is_sent_to_a_listed_body_is_told_whoever_sent_it() -> None:
    text = (
        "Omar Haddad is accused of sending money to Hezbollah. It rained. A match was lost. Two teams left. He slept."
    )
    story, parsed = story_of(text), parse_story(text, story_of(text))
    reading = Reading(
        sentences=parsed.sentences, names=parsed.names, places=(), equipment=(), times=(), model=parsed.model
    )
    cast = cast_of(text, {"Omar Haddad": ""}, ("Hezbollah",))
    listed = find_acts(text, story, reading, cast, listed=frozenset({cast.parties[1].id})).events

    assert ("AID", "alleged", "Omar Haddad", "Hezbollah") in [brief(event) for event in listed]
    assert find_acts(text, story, reading, cast).events == ()


def test_a_group_told_by_its_name_is_not_the_group_told_of_before() -> None:
    text = (
        "Hezbollah is a group in Lebanon. The group, Hezbollah, is armed. Iran shipped rockets to the Alfa Steel group."
    )

    assert ("AID", "asserted", "ir", "Alfa Steel") in told(text)


def test_the_group_is_not_the_experts_who_report_on_it() -> None:
    text = "Hezbollah leader Lena Vogt met Alfa Steel experts. Lena Vogt said Iran had shipped rockets to the group."

    assert ("AID", "alleged", "ir", "Hezbollah") in told(text)


def test_a_name_behind_whom_it_tells_of_is_the_one_to_whom_it_is_done() -> None:
    text = "Sudan's army advanced. The United States also sanctioned the army chief, Gen. Lena Vogt, later in May."

    assert ("SANCTION", "asserted", "us", "Lena Vogt") in told(text)
