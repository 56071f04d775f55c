"""Who did what to whom, and who says so, on sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.events.find import find_acts, find_events
from nongrata.mentions import Reading
from nongrata.mentions.model import parse_story
from nongrata.parties import Cast
from tests.events.reading import brief, cast_of, events_in, names, story_of


def briefs(text: str, people: dict[str, str] | None = None, bodies: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [brief(event) for event in events_in(text, people, bodies)]


def test_an_accusation_never_becomes_the_deed() -> None:
    accuse, aid = events_in("Ottawa has accused Iran of supplying drones to Belarus.")

    assert brief(accuse) == ("ACCUSE", "asserted", "ca", "ir")
    assert brief(aid) == ("AID", "alleged", "ir", "by")
    assert names(aid.sources) == "ca"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("India’s foreign ministry said it does not recognise the measures and urged an end to the embargo.", "in"),
        ("India’s foreign ministry told Iran on Friday it was concerned, urging an end to the embargo.", "in"),
    ],
)
def test_who_promises_or_asks_in_the_breath_in_which_he_speaks_says_so(text: str, who: str) -> None:
    event = next(each for each in events_in(text) if each.type == "REQUEST")

    assert names(event.sources) == who


def test_what_goes_on_since_a_month_is_the_deed_that_somebody_is_accused_of() -> None:
    text = "Ottawa has accused Iran of supplying drones to Belarus, more than 1,000 crates since August 2023."

    assert [event.when for event in events_in(text)] == ["2023-08", "2023-08"]


@pytest.mark.parametrize("plant", ["that is under U.S. sanctions", "that is shunned by the West"])
def test_the_day_behind_a_lasting_state_is_the_act_s(plant: str) -> None:
    text = f"Ana Silva visited a plant {plant} on Monday."

    assert [event.when for event in events_in(text, {"Ana Silva": "Portuguese President"})] == ["2024-05-13"]


def test_the_year_in_which_a_thing_was_built_is_no_act_s() -> None:
    (event,) = events_in("Ana Silva, born in 1961, visited Croatia.", {"Ana Silva": "Portuguese President"})

    assert event.when is None


def test_what_is_unclear_takes_its_sides_from_the_sentence_before() -> None:
    text = (
        "Ottawa has accused Iran of supplying drones to Belarus. It is unclear whether any deliveries have been made."
    )

    assert ("AID", "unclear", "ir", "by") in briefs(text)


def test_a_denial_is_not_said_by_the_accuser() -> None:
    text = "Tehran denied providing missiles to Belarus."
    denied = next(event for event in events_in(text) if event.type == "AID")

    assert brief(denied) == ("AID", "denied", "ir", "by")
    assert names(denied.sources) == "ir"


def test_a_list_of_actors_stays_one_event() -> None:
    assert briefs("Polish and Lithuanian officials called on Minsk to release the prisoners.") == [
        ("REQUEST", "asserted", "pl + lt", "by")
    ]


def test_a_passive_names_its_actor_after_by() -> None:
    assert briefs("Serbia was condemned by Croatia on Monday.") == [("ACCUSE", "asserted", "hr", "rs")]


def test_a_rival_who_tells_of_a_deed_only_alleges_it() -> None:
    (event,) = events_in("Seoul said North Korea sent 3,000 soldiers to Russia last year.")

    assert brief(event) == ("AID", "alleged", "kp", "ru")
    assert (names(event.sources), event.when) == ("kr", "2023")


def test_a_speech_reported_by_its_own_side_is_asserted() -> None:
    people = {"Nadia Weber": "Swiss Foreign Minister"}
    (event,) = events_in("Nadia Weber said Switzerland strongly condemned the invasion.", people)

    assert brief(event) == ("ACCUSE", "asserted", "ch", "")
    assert names(event.sources) == "Nadia Weber"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway will send missiles to Moldova.", ("AGREE", "planned", "no", "md")),
        ("Japan will impose sanctions on Belarus.", ("THREATEN", "threatened", "jp", "by")),
        ("Japan would not hesitate to impose sanctions on Belarus.", ("THREATEN", "threatened", "jp", "by")),
        ("Turkey threatened to close its airspace to Armenia.", ("THREATEN", "threatened", "tr", "am")),
        ("The prime minister of Spain plans to visit Cuba.", ("AGREE", "planned", "es", "cu")),
        ("Washington lifted sanctions on Syria.", ("CONCEDE", "asserted", "us", "sy")),
        ("Canada imposed sanctions on Belarus.", ("SANCTION", "asserted", "ca", "by")),
        ("Iran delivered drones to Sudan.", ("AID", "asserted", "ir", "sd")),
        ("China sold helicopters to Serbia.", ("COOPERATE", "asserted", "cn", "rs")),
        ("Russian forces shelled Ukraine.", ("ASSAULT", "asserted", "ru", "ua")),
        ("Belarus rejected a Polish proposal.", ("REJECT", "asserted", "by", "pl")),
        ("France said Niger must release the ambassador.", ("REQUEST", "asserted", "fr", "ne")),
        ("Brazil praised Angola.", ("SUPPORT", "asserted", "br", "ao")),
    ],
)
def test_one_sentence_tells_one_act(text: str, wanted: tuple[str, ...]) -> None:
    assert briefs(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Iran has supplied Belarus with missiles.", ("AID", "asserted", "ir", "by")),
        ("Belarus was supplied with Iranian missiles.", ("AID", "asserted", "ir", "by")),
        ("India imported Russian oil.", ("COOPERATE", "asserted", "in", "ru")),
        ("A court in Norway fined Serbia.", ("SANCTION", "asserted", "no", "rs")),
        ("Malaysian authorities detained a tanker owned by Iran.", ("COERCE", "asserted", "my", "ir")),
        ("Turkey granted Iran a waiver.", ("CONCEDE", "asserted", "tr", "ir")),
        ("Switzerland froze accounts of Belarus.", ("SANCTION", "asserted", "ch", "by")),
        ("Britain slapped sanctions on Belarus.", ("SANCTION", "asserted", "gb", "by")),
    ],
)
def test_an_act_that_matters_to_sanctions_is_told_in_many_ways(text: str, wanted: tuple[str, ...]) -> None:
    assert briefs(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Ottawa accused Iran of shipping shells to Belarus.",
        "Ottawa suspects Iran of having sent shells to Belarus.",
        "Iran is alleged to have sent shells to Belarus.",
        "According to an analyst, Iran sent shells to Belarus.",
        "Canada's prosecutors charged an Iranian officer with shipping shells to Belarus.",
        "Canada rejects the claim that Iran sent shells to Belarus.",
        "Iran denied shipping shells to Belarus.",
        "There is no evidence that Iran sent shells to Belarus.",
        "Iran could send shells to Belarus.",
    ],
)
def test_no_doubtful_deed_is_told_as_a_fact(text: str) -> None:
    assert [event for event in events_in(text) if event.type == "AID" and event.status == "asserted"] == []


def test_prosecutors_are_those_of_the_state_that_acted_last() -> None:
    text = "Spain expelled a Libyan envoy on Monday. Prosecutors charged him with bribery."

    assert ("ACCUSE", "asserted", "es") in [row[:3] for row in briefs(text)]


def test_a_description_is_whoever_the_next_sentence_names() -> None:
    text = "Latvia fined a broker on Monday. The broker, Volga Trade, shipped shells to Sudan."
    fined, *_ = events_in(text, bodies=("Volga Trade",))

    assert names(fined.recipients) == "Volga Trade"


def test_what_is_asked_for_is_not_done() -> None:
    assert [event.type for event in events_in("Germany urged Iran to stop supplying drones to Russia.")] == ["REQUEST"]


def test_giving_nothing_is_not_giving() -> None:
    assert briefs("Iran provided no missiles to Belarus.") == [("AID", "negated", "ir", "by")]


def test_a_report_without_a_name_only_alleges_a_transfer() -> None:
    assert briefs("A report said Iran shipped missiles to Belarus.") == [("AID", "alleged", "ir", "by")]


def test_a_dateline_is_nobody() -> None:
    people = {"Leila Karimi": "Iranian foreign minister"}
    text = "CARACAS, June 14 - Iran’s foreign minister, Leila Karimi, arrived in Cuba on Thursday."

    assert briefs(text, people) == [("CONSULT", "asserted", "Leila Karimi", "cu")]


def test_the_toll_of_an_attack_is_no_second_attack() -> None:
    assert [event.type for event in events_in("Russian forces shelled Kharkiv, killing nine people.")] == ["ASSAULT"]


def test_what_is_only_feared_is_hypothetical() -> None:
    assert briefs("Germany fears Iran could supply drones to Russia.") == [("AID", "hypothetical", "ir", "ru")]


def test_a_meeting_told_twice_is_one_event_with_two_sentences() -> None:
    people = {"Ana Silva": "Portuguese President", "Omar Haddad": "Jordanian King"}
    text = "Ana Silva met Omar Haddad on Monday. Silva held talks with Haddad in the palace."
    (event,) = events_in(text, people)

    assert event.type == "CONSULT"
    assert len(event.evidence) == 2
    assert event.when == "2024-05-13"


def test_the_speaker_of_a_quotation_stands_in_the_next_sentence() -> None:
    people = {"Ines Moreau": "French Foreign Minister"}
    text = (
        "“Any potential sale of missiles between Iran and Serbia is concerning. We condemn Serbia,” Ines Moreau said."
    )
    sale, condemn = events_in(text, people)

    assert brief(sale) == ("COOPERATE", "hypothetical", "ir", "rs")
    assert names(sale.sources) == names(condemn.sources) == "Ines Moreau"
    assert sale.quote is not None
    assert sale.quote == condemn.quote


def test_a_listing_told_as_background_is_a_claim_and_no_event() -> None:
    assert (
        events_in("The Volga yard, which is sanctioned by Canada, was visited by tourists.", bodies=("Volga yard",))
        == ()
    )


def test_sport_is_no_matter_of_states() -> None:
    text = "Marta Ruiz praised her striker and agreed to a new contract. Ruiz met the team on Friday."

    assert events_in(text, {"Marta Ruiz": "coach"}) == ()


def test_he_means_the_one_who_is_not_the_subject() -> None:
    people = {"Ivan Horvat": "Croatian foreign minister", "Petar Novak": "Serbian president"}
    text = "Ivan Horvat ended a visit to Serbia during which Petar Novak received him."

    assert ("CONSULT", "asserted", "Ivan Horvat", "Petar Novak") in briefs(text, people)


def test_a_pronoun_does_not_ask_for_itself() -> None:
    assert events_in("Some of them said both of them praised most of which they had.") == ()  # and it comes to an end


def test_an_attempt_on_a_life_is_an_act() -> None:
    assert briefs("Rebels tried to kill the president of Chad.")[0][:2] == ("ASSAULT", "asserted")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="“” .,\n'\"AaUSé said accused of Iran and not—;:()!?0", max_size=120))
def test_any_text_comes_out_with_spans_inside_it(text: str) -> None:
    for event in events_in(text):
        spans = [event.trigger, *event.evidence, *([event.quote] if event.quote else [])]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert any(span.covers(event.trigger) for span in event.evidence)


def test_a_story_without_sentences_has_no_events() -> None:
    empty = Reading(sentences=(), names=(), places=(), equipment=(), times=(), model="")

    assert find_events("", story_of(""), empty, Cast(parties=())) == ()


@pytest.mark.shared
def test_no_doubtful_event_of_the_labelled_stories_is_told_as_a_fact(shared: Path) -> None:
    gold = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))
    text = gold["text"]
    people = {party["name"]: "minister" for party in gold["parties"] if party["type"] == "Person"}
    transfers = [event for event in events_in(text, people) if event.type in ("AID", "COOPERATE")]

    assert {event.status for event in transfers} == {"alleged", "unclear", "hypothetical"}


@pytest.mark.parametrize(
    ("text", "sayer"),
    [
        ("The barge sank days after Japan imposed sanctions on the vessel, port data from Arvo and Belmor showed.",
         "port data from Arvo and Belmor"),
        ("The barge sank a week after Japan blacklisted the trader, data from Arvo, Belmor and Quint showed.",
         "data from Arvo, Belmor and Quint"),
        ("The barge sailed a day after Japan sanctioned the operator, satellite images from Arvo Labs show.",
         "satellite images from Arvo Labs"),
        ("The cargo sank after Japan sanctioned the trader, Arvo ship-tracking data shows.", "Arvo ship-tracking data"),
        ("Japan imposed sanctions on the trader, two sources said.", "two sources"),
        ("Japan blacklisted the trader, the ministry said on Monday.", "the ministry"),
    ],
)  # fmt: skip
def test_who_a_sentence_ends_with_is_its_source_and_nobodys_target(text: str, sayer: str) -> None:
    (event,) = events_in(text, bodies=("Arvo Labs", "Arvo", "Belmor", "Quint"))

    assert (event.type, names(event.actors)) == ("SANCTION", "jp")
    assert names(event.recipients) in ("the vessel", "the trader", "the operator")
    assert names(event.sources) == sayer


def test_a_name_behind_another_is_of_whom_the_sentence_is_about() -> None:
    text = "An aide to Trump, Ines Moreau, said Japan had sanctioned the trader."

    assert [names(event.sources) for event in events_in(text, {"Ines Moreau": "", "Trump": ""})] == ["Ines Moreau"]


def test_what_records_show_at_the_end_of_a_sentence_is_alleged() -> None:
    (event,) = events_in("Belarus shipped engines to Serbia, customs records reviewed by Arvo show.", bodies=("Arvo",))

    assert brief(event) == ("AID", "alleged", "by", "rs")


@pytest.mark.parametrize(
    "silent",
    [
        "Velden Optics declined to comment on the sanctions.",
        "Velden Optics refused to comment.",
        "Velden Optics did not respond to a request for comment from Arvo.",
        "Minsk declined to say when the talks would end.",
    ],
)
def test_silence_is_no_rejection(silent: str) -> None:
    assert briefs(silent, bodies=("Velden Optics", "Arvo")) == []


def test_they_are_those_who_say_it_though_nobody_names_them() -> None:
    text = (
        "Belarus fired rockets at Poland. The three Nordic powers said in a statement that they would sanction Minsk."
    )

    assert ("THREATEN", "threatened", "The three Nordic powers", "by") in briefs(text)


def test_a_denial_is_not_turned_on_the_state_it_speaks_for() -> None:
    people = {"Oleg Barsuk": "Kremlin spokesman"}
    text = "Oleg Barsuk denied on Friday that Russia was breaking any rules, and warned of retaliation against Estonia."

    assert briefs(text, people) == [
        ("REJECT", "asserted", "Oleg Barsuk", ""),
        ("THREATEN", "threatened", "Oleg Barsuk", "ee"),
    ]


def test_what_an_expert_warns_of_is_no_threat_of_his() -> None:
    assert briefs("Jan Kowal warned of retaliation against Estonia.", {"Jan Kowal": "analyst"}) == []


def test_allies_within_the_subject_are_nobody_told_of_above() -> None:
    text = "At the plenary, the United States, allies, and partners made political commitments to work together."

    assert briefs(text) == []  # and it comes to an end


def test_allies_without_an_article_are_not_the_state_told_of_before() -> None:
    text = "Iran struck Russia. The president of Ukraine urged allies to allow strikes deep inside Russia."

    assert briefs(text)[-1] == ("REQUEST", "asserted", "ua", "allies")


@pytest.mark.parametrize(
    "bounty",
    [
        "Canada offers a $5 million reward for Oleg Barsuk.",
        "Canada offered up to $5 million for information leading to the arrest of Oleg Barsuk.",
    ],
)
def test_a_reward_is_not_offered_to_whom_it_is_for(bounty: str) -> None:
    assert briefs(bounty, {"Oleg Barsuk": ""}) == []
    assert briefs("Canada offered $5 million in aid to Moldova.") == [("AGREE", "asserted", "ca", "md")]


def test_a_stake_sold_to_nobody_named_is_no_cooperation() -> None:
    people = {"Oleg Barsuk": "oil minister", "Ilmar Tamm": ""}

    assert briefs("Oleg Barsuk sold his stake in trader Velden.", people, ("Velden",)) == []
    assert briefs("Oleg Barsuk sold his stake in Velden to Ilmar Tamm.", people, ("Velden",)) == [
        ("COOPERATE", "asserted", "Oleg Barsuk", "Ilmar Tamm")
    ]


@pytest.mark.parametrize(
    "charge",
    [
        "U.S. prosecutors on Friday unsealed an indictment charging Oleg Barsuk with fraud.",
        "U.S. prosecutors filed a complaint against Oleg Barsuk, accusing him of fraud.",
    ],
)
def test_an_indictment_and_whom_it_charges_are_one_act(charge: str) -> None:
    assert briefs(charge, {"Oleg Barsuk": ""}) == [("ACCUSE", "asserted", "us", "Oleg Barsuk")]


def test_entities_and_individuals_are_sanctioned_without_a_name() -> None:
    assert briefs("The U.S. Treasury sanctioned three entities and two individuals.") == [
        ("SANCTION", "asserted", "us", "three entities + two individuals")
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Minsk on Friday rejected as "cheap lies" accusations by Poland that it had sent drones to Iran.',
        "Minsk rejected Polish claims that it had sent drones to Iran.",
    ],
)
def test_what_is_rejected_as_something_is_denied(text: str) -> None:
    assert briefs(text) == [("REJECT", "asserted", "by", "pl"), ("AID", "denied", "by", "ir")]


def test_an_accusation_has_its_accuser_for_source() -> None:
    (event,) = events_in("Minsk faces claims by Poland that it sent drones to Iran.")

    assert brief(event) == ("AID", "alleged", "by", "ir")
    assert names(event.sources) == "pl"


def test_a_denial_answers_the_accuser_not_who_is_named_in_it() -> None:
    text = "Poland accused Belarus of shipping drones. Minsk denied that it had shipped drones to Iran."

    assert ("REJECT", "asserted", "by", "pl") in briefs(text)
    assert briefs("Pavel Novak denied being Oleg Barsuk.", {"Oleg Barsuk": "", "Pavel Novak": "minister"}) == [
        ("REJECT", "asserted", "Pavel Novak", "")
    ]


def test_agreements_cancelled_are_ties_cut() -> None:
    text = (
        "Oslo cancelled a fisheries agreement with Minsk. Bern and Vienna said they would suspend a treaty with Minsk."
    )

    assert briefs(text) == [
        ("SANCTION", "asserted", "no", "by"),
        ("THREATEN", "threatened", "ch + at", "by"),
    ]


def test_where_somebody_says_what_is_no_place_for_a_delivery() -> None:
    bodies = ("Velden Lines", "Arvo", "Belmor")
    text = "Velden Lines moved the tanker after Japan sanctioned the ship, according to data from Arvo and Belmor."

    assert briefs(text, bodies=bodies) == [("SANCTION", "asserted", "jp", "the ship")]


def test_what_somebody_declines_to_confirm_is_unclear() -> None:
    assert briefs("Minsk declined to confirm that it had sent troops to Serbia.") == [("AID", "unclear", "by", "rs")]


def test_analysts_tell_of_others_not_of_what_they_do() -> None:
    text = "Belarus and Serbia signed a treaty. Analysts said they would attack Poland."

    assert ("THREATEN", "threatened", "by + rs", "pl") in briefs(text)


def test_the_army_is_of_the_state_whose_army_was_told_of_and_never_the_unions() -> None:
    text = "The European Union sanctioned Vostok. Critics blamed the Malian army. The army arrested nine men."

    assert ("COERCE", "asserted", "ml", "nine men") in briefs(text, bodies=("Vostok",))
    assert briefs("The European Union sanctioned Vostok. Police arrested nine men.", bodies=("Vostok",))[1:] == [
        ("COERCE", "asserted", "Police", "nine men")
    ]


def test_it_is_who_says_so_though_the_name_might_be_a_persons() -> None:
    text = "Belmor moved the funds. Arvo said it had frozen the assets of Velden Lines."

    found = briefs(text, people={"Arvo": ""}, bodies=("Belmor", "Velden Lines"))
    assert found[-1] == ("COERCE", "asserted", "Arvo", "Velden Lines")


def test_a_body_that_another_bought_is_a_change_of_owner() -> None:
    assert briefs("Belmor acquired Arvo on Monday.", bodies=("Belmor", "Arvo")) == [
        ("COOPERATE", "asserted", "Belmor", "Arvo")
    ]


def test_what_a_listed_party_does_is_told_though_nobody_says_that_it_holds_office() -> None:
    text = "Pavel Novak visited Arvo on Monday."
    story = story_of(text)
    parsed = parse_story(text, story)
    reading = Reading(
        sentences=parsed.sentences, names=parsed.names, places=(), equipment=(), times=(), model=parsed.model
    )
    cast = cast_of(text, {"Pavel Novak": ""}, ("Arvo",))

    private = find_acts(text, story, reading, cast).events
    listed = find_acts(text, story, reading, cast, listed=frozenset({cast.parties[1].id})).events

    assert private == ()
    assert [brief(event) for event in listed] == [("CONSULT", "asserted", "Pavel Novak", "Arvo")]


def test_goods_that_went_somewhere_are_told_though_nobody_says_who_sent_them() -> None:
    assert briefs("Ottawa accused Iran. The drones were delivered to Belarus in 2023.")[1] == (
        "AID",
        "asserted",
        "",
        "by",
    )
    assert ("AID", "asserted", "", "by") not in briefs("Kenya jailed a broker over drones smuggled to Belarus.")


def test_a_ship_takes_on_and_lands_its_cargo() -> None:
    events = briefs("Ottawa accused Iran. The tanker Vesna loaded Urals crude in Russia.", bodies=("Vesna",))

    assert events[1:] == [("COOPERATE", "asserted", "Vesna", "ru")]


def test_a_link_that_is_denied_is_no_answer_to_whom_it_would_lead() -> None:
    assert briefs("Ottawa accused Iran. Vesna denied any link to Belarus.", bodies=("Vesna",))[1:] == [
        ("REJECT", "asserted", "Vesna", "")
    ]


def test_all_three_of_a_list_of_names_are_hit() -> None:
    events = briefs(
        "Ottawa on Monday sanctioned Alba Trading, Orion Shipping and Vesna Bank, for supplying drones to Iran.",
        bodies=("Alba Trading", "Orion Shipping", "Vesna Bank"),
    )

    assert events[0] == ("SANCTION", "asserted", "ca", "Alba Trading + Orion Shipping + Vesna Bank")


def test_the_company_said_is_who_is_told_of_before() -> None:
    events = briefs(
        "Ottawa accused Iran. Alba had sold the Vesna only drones, the group said. It accused Ottawa of lying.",
        bodies=("Alba", "Vesna"),
    )

    assert ("ACCUSE", "asserted", "Alba", "ca") in events


def test_a_company_s_officials_and_rebels_are_no_state_s() -> None:
    assert briefs("Turkey fined the refiner. A company official denied the charge.")[1:] == []
    assert briefs("Turkey accused the rebels. Rebel commanders denied the charge.")[1][2] == "Rebel commanders"
    assert briefs("Turkey accused Iran. On Monday army officials threatened to strike.")[1][2] == "tr"


def test_an_administration_is_its_leader_s_where_no_state_is_told() -> None:
    events = briefs(
        "Iran threatened Israel. Senator Ann Lee urged the administration of President Carla Lim to act.",
        people={"Carla Lim": ""},
    )

    assert events[-1][3] == "Carla Lim"
    events = briefs("Canada sanctioned Iran. Chad accused the Lim government of lying.", people={"Carla Lim": ""})
    assert events[-1][3] == "Carla Lim"


def test_the_country_is_the_one_whose_official_speaks_of_it() -> None:
    events = briefs("An Emirati official denied that the country had armed either side in Sudan.")

    assert ("AID", "denied", "ae") in [event[:3] for event in events]


def test_support_for_gangs_is_alleged_by_who_says_so() -> None:
    assert ("SUPPORT", "alleged", "rw", "gangs") in briefs("Kenya's government said Rwanda had supported gangs.")


def test_some_people_of_a_nation_are_not_its_government() -> None:
    events = briefs(
        "LONDON - Three Bulgarians living in Britain spied for Russia. The jury was told to leave for Iran."
    )

    assert "bg" not in {event[2] for event in events}


def test_what_is_known_of_a_place_is_not_denied_with_the_attack_on_it() -> None:
    events = briefs(
        "Iran denied that rebels had attacked Kenscoff, where troops killed 40 people, and threatened Kenya."
    )

    assert [event[:2] for event in events] == [
        ("REJECT", "asserted"), ("ASSAULT", "denied"), ("ASSAULT", "asserted"), ("THREATEN", "threatened"),
    ]  # fmt: skip


def test_who_is_accused_is_whom_the_sentence_is_about() -> None:
    events = briefs("The bureau is accused of sending workers to China.")

    assert "cn" not in [event[3] for event in events if event[0] == "ACCUSE"]


def test_who_announces_an_indictment_brings_the_charge() -> None:
    events = briefs(
        "Damian Williams announced the unsealing of an indictment charging Gary Lam with exporting arms to Iran.",
        people={"Damian Williams": "U.S. Attorney", "Gary Lam": ""},
    )

    assert events[0] == ("ACCUSE", "asserted", "Damian Williams", "Gary Lam")


def test_who_is_blamed_for_something_else_struck_no_blow() -> None:
    events = briefs("Jets bombed a school, killing 22. The army blamed terrorists for spreading false news.")

    assert ("ASSAULT", "alleged", "terrorists") not in [event[:3] for event in events]


def test_what_is_cited_as_a_reason_tells_nothing() -> None:
    (event,) = events_in("Poland closed its border with Belarus at midnight, citing the Zapad exercises.")

    assert (event.type, event.sources) == ("SANCTION", ())


def test_a_state_speaks_by_its_state_media() -> None:
    events = briefs("North Korea denied it. Its state media on Wednesday called the allegations a fabrication.")

    assert events[-1][:3] == ("REJECT", "asserted", "kp")


def test_the_company_is_the_one_that_the_sentence_before_was_about() -> None:
    events = briefs("Alba sued Vesna over Iran. The company condemned Britain.", bodies=("Alba", "Vesna"))

    assert events[-1][:3] == ("ACCUSE", "asserted", "Alba")


def test_what_follows_the_heading_of_an_indictment_is_alleged() -> None:
    told = "According to the allegations in the indictment:\nRussia shipped drones to Iran. Belarus sent tanks to Iran."
    events = events_in(f"{told}\nRussia denied it, the ministry said. China shipped drones to Iran.")

    assert [(event.status, names(event.sources)) for event in events if event.type == "AID"] == [
        ("alleged", "the allegations in the indictment"),
        ("alleged", "the allegations in the indictment"),
        ("asserted", ""),
    ]


def test_a_lawyer_speaks_for_the_firm_as_it() -> None:
    events = briefs("Ottawa accused Alba of fraud. Alba's lawyer said it rejected the charge.", bodies=("Alba",))

    assert events[-1] == ("REJECT", "asserted", "Alba", "ca")


def test_a_state_protests_by_a_note_and_a_crowd_in_the_street() -> None:
    assert briefs("Japan on Thursday protested to Russia.") == [("ACCUSE", "asserted", "jp", "ru")]
    assert briefs("Students protested against Russia in Tbilisi.")[0][0] == "PROTEST"


def test_a_ruling_is_the_courts() -> None:
    assert briefs("A court in Kenya jailed two traders on Monday. Rwanda rejected the ruling.")[-1] == (
        "REJECT", "asserted", "rw", "ke"
    )  # fmt: skip


def test_a_plant_by_name_is_inspected_like_any_plant() -> None:
    assert briefs("Ivan Petrov inspected Alba on Monday.", {"Ivan Petrov": "defence minister"}, ("Alba",)) == [
        ("CONSULT", "asserted", "Ivan Petrov", "Alba")
    ]


def test_assets_that_were_moved_to_a_body_are_told() -> None:
    events = briefs("Ottawa accused Iran. The fund's assets were moved to Alba.", bodies=("Alba",))

    assert events[1:] == [("AID", "asserted", "", "Alba")]


def test_what_a_judge_orders_is_not_bought() -> None:
    events = briefs("A judge in Kenya ordered the yacht Vesna to be released.", bodies=("Vesna",))

    assert events == [("REQUEST", "asserted", "ke", "Vesna")]


def test_it_is_not_who_acts_upon_it() -> None:
    events = briefs("Alba left Russia. A Kenyan court fined it on Monday.", bodies=("Alba",))

    assert events == [("SANCTION", "asserted", "ke", "Alba")]


def test_a_militia_that_takes_control_of_a_town_buys_nothing() -> None:
    assert briefs("Ottawa accused Iran. Alba took control of the town of Nyala in Sudan.", bodies=("Alba",))[1][:3] == (
        "COERCE", "asserted", "Alba"
    )  # fmt: skip


def test_a_state_answers_only_who_accused_it() -> None:
    assert briefs("Ottawa accused five traders of fraud. Iran denied the claim.")[-1] == (
        "REJECT",
        "asserted",
        "ir",
        "",
    )
    assert briefs(
        "Ottawa accused Iran of fraud. Kenya accused Alba of fraud. Iran denied the claim.", bodies=("Alba",)
    )[-1] == ("REJECT", "asserted", "ir", "ca")


def test_who_shows_a_guest_round_a_plant_and_the_guest_both_visit_it() -> None:
    people = {"Oleg Barsuk": "president", "Ilmar Tamm": "defence minister"}
    text = "Oleg Barsuk took Ilmar Tamm on a tour of the Arvo plant. Ilmar Tamm was given a tour of the Belmor plant."

    assert briefs(text, people, ("Arvo plant", "Belmor plant")) == [
        ("CONSULT", "asserted", "Oleg Barsuk + Ilmar Tamm", "Arvo plant"),
        ("CONSULT", "asserted", "Ilmar Tamm", "Belmor plant"),
    ]
