"""Which words of a story are names of parties, how far they reach, and what they are the names of."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.mentions import Mention
from nongrata.mentions.names.extent import trim
from nongrata.mentions.names.find import find_names
from nongrata.mentions.names.listed import names_listed
from nongrata.mentions.names.naming import schema_by_head
from nongrata.mentions.record import Parsed
from nongrata.values import Span
from tests.parties.stories import brief, story_of, tell

LISTED = {
    "Kim Jong Un": "Person",
    "United Aircraft Corporation": "Company",
    "Rostec": "Company",
    "Ocean Pearl": "Vessel",
    "Alfa Bank": "Company",
    "RA-12345": "Airplane",
    "al Shabaab": "Organization",
    "Ministry of Defence": "LegalEntity",
    "Nordvik Lines, S.A.": "Company",
    "2020": "Organization",
    "Iran": "Organization",
    "Bank Sepah": "Company",
    "Northern Guard (NG)": "Organization",
}


def named(text: str) -> dict[str, str]:
    """Give the names of a text with their schemata."""
    return brief(tell(text, listed=LISTED))


def by_model(text: str, *names: tuple[str, str]) -> dict[str, str]:
    """Give the names of a text for which the model has seen these, whatever our model would see."""
    mentions = tuple(
        Mention(span=Span(text.index(words), text.index(words) + len(words)), schema=schema, found_by="model")
        for words, schema in names
    )
    parsed = tell(text).reading
    read = Parsed(sentences=parsed.sentences, names=mentions, model="none")
    found = find_names(text, story_of(text), read, lambda folded: None)
    return {name.span.of(text): name.schema for name in found}


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Kim Jong Un left by train.", "Kim Jong Un", "Person"),
        ("The Yakovlev plant builds jets.", "Yakovlev plant", "Company"),
        ("Guests saw the Zvezda design bureau.", "Zvezda design bureau", "Company"),
        ("The oil tanker Pablo sailed on.", "Pablo", "Vessel"),
        ("A ship named “Ocean Pearl II” sailed on.", "Ocean Pearl II", "Vessel"),
        ("Aurora 7 (IMO: 9312884) sailed on.", "Aurora 7", "Vessel"),
        ("The crew of MV Northern Light sent a signal.", "Northern Light", "Vessel"),
        ("It wrote to the Ministry of Industry and Trade.", "Ministry of Industry and Trade", "PublicBody"),
        ("The Maple Ridge school board met.", "Maple Ridge school board", "PublicBody"),
        ("Delta Oil Ltd sold the cargo.", "Delta Oil Ltd", "Company"),
        ("Meridian Trading FZE bought it.", "Meridian Trading FZE", "Company"),
        ("Aspan Arba's director, Ilya Golubev, left.", "Aspan Arba", "Company"),
        ("A fund bought half of Klaipeda-based trader Agrovita Baltic.", "Agrovita Baltic", "Company"),
        ("The board will ask for help, its head Raigo Uukkivi said.", "Raigo Uukkivi", "Person"),
        ("The Panama-flagged Skipper lay at anchor.", "Skipper", "Vessel"),
        ("Interservice, a freight company the tycoon founded, leases cars.", "Interservice", "Company"),
        ("The man at its centre is Igor Keniuh, a Belarusian national who was born there.", "Igor Keniuh", "Person"),
        ("Luiz Marvan, 49, was charged on Monday.", "Luiz Marvan", "Person"),
        ("Verkhny GOK, a miner, said it would halt shipments.", "Verkhny GOK", "Company"),
    ],
)
def test_the_words_beside_a_name_tell_what_it_is(text: str, name: str, schema: str) -> None:
    assert named(text)[name] == schema


@pytest.mark.parametrize(
    "name", ["Kaveh Marine", "Delta Systems", "Nordic Ventures", "Anka Havacılık", "Qadir Defence", "Elbe Logistik"]
)
def test_a_company_that_the_model_takes_for_a_person_is_told_by_its_trade(name: str) -> None:
    assert by_model(f"He paid {name} in May.", (name, "Person")) == {name: "Company"}


@pytest.mark.parametrize("text", ["A Russian plant burned.", "The tanker Russian crews sailed was old."])
def test_a_nationality_beside_such_a_word_is_no_name(text: str) -> None:
    assert named(text) == {}


def test_who_is_it_is_no_person() -> None:
    text = "Switzerland indicted Lombard Odier and a clerk. Lombard Odier said it rejected the charges."

    assert "Person" not in named(text).values()


def test_of_iran_and_its_ministry_the_ministry_is_named() -> None:
    assert named("Iran’s Ministry of Trade denied it.") == {"Ministry of Trade": "PublicBody"}


def test_of_a_ministry_and_its_brigade_both_are_named() -> None:
    found = named("Cuba’s Ministry of the Interior’s Special Brigade fought.")
    assert found == {"Ministry of the Interior": "PublicBody", "Special Brigade": "Organization"}
    assert "Ministry of Trade" in named("The Ministry of Trade’s Monday Call was long.")


def test_a_ship_s_prefix_is_no_part_of_its_name() -> None:
    assert named("The MV Aurora Star (IMO 9312884) sailed on.") == {"Aurora Star": "Vessel"}


def test_a_common_noun_ends_a_listed_name() -> None:
    told = tell("Men of the Houthi movement fought.", listed={"Houthi movement": "Organization"})

    assert brief(told) == {"Houthi movement": "Organization"}


def test_of_a_ship_and_its_captain_the_ship_is_named() -> None:
    assert "Pablo" in named("They boarded the tanker Pablo’s Bridge at dawn.")


def test_owner_and_owned_are_two_names() -> None:
    found = by_model("The Treasury’s Office of Assets spoke.", ("Treasury’s Office of Assets", "Organization"))

    assert list(found) == ["Treasury", "Office of Assets"]


def test_a_company_s_form_ends_its_name() -> None:
    found = by_model("It bought Delta Oil Ltd. Rostec denied it.", ("Delta Oil Ltd. Rostec", "Organization"))

    assert list(found) == ["Delta Oil Ltd.", "Rostec"]


def test_an_acronym_that_ends_a_sentence_and_what_a_quotation_mark_opens_are_names_apart() -> None:
    ended = by_model("He leads the SPLM-N. Dagalo was not there.", ("SPLM-N. Dagalo", "Organization"))
    opened = by_model("They called Sulu “Lena Corps” last year.", ("Sulu “Lena Corps", "Organization"))

    assert list(ended) == ["SPLM-N", "Dagalo"]
    assert list(opened) == ["Lena Corps"]


def test_what_a_bracket_opens_is_another_name() -> None:
    found = by_model("The Lena Volunteer Corps (LVC) met.", ("Lena Volunteer Corps (LVC", "Organization"))

    assert found == {"Lena Volunteer Corps": "Organization", "LVC": "Organization"}


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("President Anna Smith spoke.", "President Anna Smith", "Anna Smith"),
        ("the late Gen. Kim’s car", "Gen. Kim’s", "Kim"),
        ("The Rostec’s plan", "The Rostec’s", "Rostec"),
        ("“Viktor Bout” left", "“Viktor Bout", "Viktor Bout"),
        ("Apple Inc. fell", "Apple Inc.", "Apple Inc."),
        ("the European Union’s Top Court ruled", "European Union’s Top Court", "Top Court"),
        ("the European Union’s Top Court ruled", "the European Union’s Top Court", "Top Court"),
        ("MV Northern Light sank", "MV Northern Light", "Northern Light"),
        ("Alfa-Bank, Russia, said", "Alfa-Bank, Russia", "Alfa-Bank"),
        ("al-Assad fled", "al-Assad", "al-Assad"),
        ("bin Laden fled", "bin Laden", "bin Laden"),
        ("Sulu was Abu Sayyaf-free", "Abu Sayyaf-free", "Abu Sayyaf"),
    ],
)
def test_a_name_goes_without_title_article_possessive_and_country(text: str, words: str, left: str) -> None:
    start = text.index(words)
    span = trim(text, Span(start, start + len(words)))

    assert span is not None
    assert span.of(text) == left


@pytest.mark.parametrize("words", ["the", "’s", "secretary of State", "said so", ""])
def test_what_begins_inside_a_title_or_holds_no_name_is_none(words: str) -> None:
    assert trim(words, Span(0, len(words))) is None


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("Among them are Ocean Leonid, an investment house; and others.", "Organization"),
        ("Money went to Ocean Leonid, the holding through which he ruled.", "Organization"),
        ("Among them was Ocean Leonid, a guard.", "Person"),
        ("Among them was Ocean Leonid, a bank clerk.", "Person"),
    ],
)
def test_what_stands_behind_a_name_tells_a_body_from_a_person(text: str, schema: str) -> None:
    assert by_model(text, ("Ocean Leonid", "Person"))["Ocean Leonid"] == schema


def test_an_age_in_brackets_tells_a_person() -> None:
    text = "Police are looking for Domingo Hernandez (60), who fled."

    assert by_model(text, ("Domingo Hernandez", "Organization"))["Domingo Hernandez"] == "Person"


def test_a_word_that_has_a_chief_is_a_body() -> None:
    assert by_model("A judge linked Marquetalia chief Diaz to it.", ("Marquetalia", "Person")) == {
        "Marquetalia": "Organization"
    }


def test_a_listed_bank_is_not_called_by_whose_it_is() -> None:
    text = "One, the Bank Sepah of Iran of Kamal Jebry, was shut."
    span = Span(text.index("Bank"), text.index(", was"))
    parsed = Parsed(
        sentences=tell(text).reading.sentences,
        names=(Mention(span=span, schema="Organization", found_by="model"),),
        model="none",
    )
    found = find_names(text, story_of(text), parsed, {"bank sepah of iran": "Company"}.get)

    assert "Bank Sepah of Iran" in [name.span.of(text) for name in found]


def test_the_title_of_a_body_belongs_to_its_name() -> None:
    assert trim("Special Forces", Span(0, 14), is_person=False) == Span(0, 14)


@pytest.mark.parametrize(
    "law",
    [
        "Global Magnitsky Act",
        "Geneva Convention",
        "Specially Designated National",
        "Specially Designated Nationals",
        "SDN List",
        "Foreign Minister",
        "President",
        "Hajj",
        "X",
        "Countering Rivals’ Trade Act",
    ],
)
def test_laws_lists_terms_and_bare_titles_are_no_parties(law: str) -> None:
    assert by_model(f"They quoted the {law} on Monday.", (law, "Organization")) == {}


def test_stephen_king_is_no_title() -> None:
    assert by_model("Then Stephen King wrote a book.", ("Stephen King", "Person")) == {"Stephen King": "Person"}


@pytest.mark.parametrize("who", ["Moscow", "Iran", "the Government of Iran", "Russians", "Washington"])
def test_governments_are_no_parties(who: str) -> None:
    assert by_model(f"On Monday {who} protested.", (who, "Organization")) == {}


def test_the_rest_of_a_title_is_no_party() -> None:
    text = "The Under Secretary of State for Arms Control spoke."

    assert by_model(text, ("Arms Control", "Organization")) == {}


def test_an_acronym_in_brackets_after_a_name_is_a_party() -> None:
    found = named("The Lena Volunteer Corps (LVC) met. Later the LVC fought.")

    assert found["LVC"] == "Organization"


def test_an_abbreviated_thing_is_no_party_anywhere() -> None:
    text = "Iran sent unmanned aerial vehicles (UAVs). The UAVs fell."

    assert by_model(text, ("UAVs", "Organization")) == {}


def test_a_listed_name_is_found_where_the_model_passes_over_it() -> None:
    assert named("a talk with alfa, then Alfa Bank and Rostec’s men")["Alfa Bank"] == "Company"
    assert named("a talk with Rostec’s men")["Rostec"] == "Company"


def test_a_listed_name_with_a_particle_begins_in_lower_case() -> None:
    assert named("Gunmen of al Shabaab fled.")["al Shabaab"] == "Organization"


def test_a_listed_legal_form_stands_after_a_comma() -> None:
    assert "Nordvik Lines, S.A." in named("The cargo of Nordvik Lines, S.A. was lost.")


@pytest.mark.parametrize(
    "text",
    [
        "He spoke of Kim; Jong Un he left out.",
        "They met Alfa – Bank holidays came.",
        "They met Kim, Jong Un and others.",
        "They saw Alfas. Bank holidays came.",
    ],
)
def test_a_listed_name_is_not_pieced_together_over_a_stop(text: str) -> None:
    assert not {"Kim; Jong Un", "Alfa – Bank", "Kim, Jong Un", "Alfas. Bank"} & set(named(text))


def test_a_country_a_year_or_a_short_word_on_a_list_names_nobody() -> None:
    assert named("In 2020 all of Iran voted.") == {}


def test_a_tail_number_on_a_list_names_an_aircraft() -> None:
    assert named("The jet RA-12345 landed.")["RA-12345"] == "Airplane"


def test_a_shop_behind_a_listed_name_makes_another_name() -> None:
    text = "The Bank Sepah Bakery in Leeds closed."
    found = find_names(
        text,
        story_of(text),
        Parsed(sentences=tell(text).reading.sentences, names=(), model="none"),
        {"bank sepah": "Company"}.get,
    )

    assert [name.span.of(text) for name in found] == ["Bank Sepah Bakery"]


def test_a_listed_ministry_is_a_public_body() -> None:
    assert named("The Ministry of Defence denied it.") == {"Ministry of Defence": "PublicBody"}


def test_where_a_ship_loads_is_a_town_though_its_port_is_listed() -> None:
    text = "It loaded at Primorsk crude from Primorsk. Primorsk was listed."
    found = names_listed(text, Span(0, len(text)), lambda folded: "LegalEntity" if folded == "primorsk" else None)

    assert [name.span.start for name in found] == [43]


def test_the_lists_tell_what_the_model_mistakes() -> None:
    text = "Gunmen of Bank Sepah fled."
    found = find_names(
        text,
        story_of(text),
        Parsed(
            sentences=tell(text).reading.sentences,
            names=(Mention(span=Span(10, 20), schema="Person", found_by="model"),),
            model="none",
        ),
        {"bank sepah": "Company"}.get,
    )

    assert [(name.schema, name.found_by) for name in found] == [("Company", "lists")]


def test_a_name_gives_way_to_a_longer_one_around_it() -> None:
    text = "The Yuri Gagarin plant near town opened."
    found = by_model(text, ("Yuri Gagarin plant near town", "Organization"))

    assert list(found) == ["Yuri Gagarin plant near town"]
    assert found["Yuri Gagarin plant near town"] == "Company"


def test_a_ship_that_the_model_takes_for_a_man_stays_a_ship() -> None:
    assert by_model("The MT Aurora Star sank.", ("MT Aurora Star", "Person")) == {"Aurora Star": "Vessel"}


def test_a_person_inside_a_university_s_name_does_not_make_it_one() -> None:
    text = "Students of Kim Jong Un University met."
    names = (Mention(span=Span(12, 34), schema="Organization", found_by="model"),)
    parsed = Parsed(sentences=tell(text).reading.sentences, names=names, model="none")
    found = find_names(text, story_of(text), parsed, {"kim jong un": "Person"}.get)

    assert [(name.span.of(text), name.schema) for name in found] == [("Kim Jong Un University", "Organization")]


def test_names_that_cross_leave_one() -> None:
    text = "The Ministry of Trade Union met."
    found = find_names(
        text,
        story_of(text),
        Parsed(
            sentences=tell(text).reading.sentences,
            names=(Mention(span=Span(16, 31), schema="Organization", found_by="model"),),
            model="none",
        ),
        {"ministry of trade": "LegalEntity"}.get,
    )

    assert len(found) == 1


def test_a_name_of_the_model_without_a_proper_noun_is_none() -> None:
    assert by_model("They say the group left.", ("the group", "Organization")) == {}


def test_a_place_is_no_party() -> None:
    assert by_model("They flew to Lima.", ("Lima", "Place")) == {}


def test_what_is_a_weapon_or_a_bare_place_is_no_party() -> None:
    found = named("North Korea showed the Hwasong-18 in Komsomolsk-on-Amur on Monday.")

    assert found == {}


def test_a_weapon_on_a_list_is_no_party() -> None:
    text = "North Korea showed the Hwasong-18 on Monday."

    assert brief(tell(text, listed={"Hwasong-18": "Company"})) == {}


def test_a_town_that_the_model_takes_for_a_body_is_no_party() -> None:
    assert named("Natanz was hit, then Yongbyon.") == {}


def test_the_agency_that_sends_the_story_is_no_party_in_its_credit() -> None:
    text = "SEOUL (Reuters) - Kim Jong Un told Reuters that he was well."
    told = tell(text, listed={**LISTED, "Reuters": "Company"}, agency="Reuters")

    assert [name.span.start for name in told.reading.names if name.span.of(text) == "Reuters"] == [
        text.rindex("Reuters")
    ]


def test_no_words_tell_no_schema() -> None:
    assert schema_by_head(()) is None


def test_the_packed_words_are_those_of_the_table() -> None:
    root = Path(__file__).parents[2]
    packed = json.loads((root / "src/nongrata/mentions/naming.json").read_text(encoding="utf-8"))

    assert set(packed) == {
        "bodies",
        "companies",
        "genders",
        "heads",
        "not_parties",
        "persons",
        "plants",
        "relations",
        "vessels",
    }


SCRAPS = (
    "Kim Jong Un Rostec’s tanker Pablo , Ministry of Trade and ( LVC ) . said the President Ltd. Alfa Bank “ – 12 al"
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*SCRAPS.split(), "\n"]), min_size=1, max_size=25).map(" ".join))
def test_names_stand_in_the_text_in_order_and_never_overlap(text: str) -> None:
    told = tell(text, listed=LISTED)
    spans = [name.span for name in told.reading.names]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(text[span.start] not in " ,.\n" and text[span.end - 1] not in " ,\n" for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "The Department declined to say more.",
        "The Cabinet met on Monday.",
        "Aid reached the Rohingya in the camps.",
        "He spoke of Islamophobia at length.",
    ],
)
def test_a_bare_office_a_people_and_a_mood_are_no_parties(text: str) -> None:
    assert not named(text)


def test_the_short_form_of_a_department_is_a_name_though_a_bare_department_is_none() -> None:
    assert "MID" in named("He worked for the Munitions Industry Department (MID) until 2019.")


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Interpol asked for his arrest.", "Interpol", "Organization"),
        ("A complaint went to the International Court of Justice.", "International Court of Justice", "Organization"),
        ("Shares of Rio Tinto fell.", "Rio Tinto", "Company"),
        ("The National Crime Agency charged him.", "National Crime Agency", "PublicBody"),
    ],
)
def test_a_well_known_body_is_named_whatever_the_model_sees(text: str, name: str, schema: str) -> None:
    assert by_model(text)[name] == schema


def test_an_acronym_after_a_comma_is_a_body_of_its_own_and_a_legal_form_is_not() -> None:
    assert by_model("The Department of State, NASA agreed.", ("Department of State, NASA", "Organization")) == {
        "Department of State": "PublicBody",
        "NASA": "PublicBody",
    }
    assert by_model("Delta Oil, LLC agreed.", ("Delta Oil, LLC", "Organization")) == {"Delta Oil, LLC": "Company"}


def test_a_bracket_that_the_name_does_not_open_is_no_part_of_it() -> None:
    assert list(by_model("The report (by Zarya) says so.", ("Zarya)", "Organization"))) == ["Zarya"]


def test_a_listed_name_ends_before_its_letters_in_brackets_which_are_another() -> None:
    assert {"Northern Guard", "NG"} <= set(named("Men of the Northern Guard (NG) left."))
    assert not any("(" in name and ")" not in name for name in named("Men of the Northern Guard (NG, in short) left."))


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("The prosecutor of Guatemala Maria Elena Orla spoke.", "Guatemala Maria Elena Orla", "Maria Elena Orla"),
        ("A son told NPR Harun bin Talal died.", "NPR Harun bin Talal", "Harun bin Talal"),
        ("The hunt for ex-Olympian Nadia Orla goes on.", "Olympian Nadia Orla", "Nadia Orla"),
        ("The film of Chad Michael Orla won.", "Chad Michael Orla", "Michael Orla"),
        ("Israel Oren Katz spoke.", "Israel Oren Katz", "Israel Oren Katz"),
        ("KIM Jong Un spoke.", "KIM Jong Un", "KIM Jong Un"),
    ],
)
def test_what_ran_into_a_person_s_name_is_cut_off(text: str, seen: str, name: str) -> None:
    assert [found for found, schema in by_model(text, (seen, "Person")).items() if schema == "Person"] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An anti-Rostec campaign began.", "Rostec"),
        ("The Rostec-controlled refinery closed.", "Rostec"),
        ("United Aircraft Corporation-built jets flew.", "United Aircraft Corporation"),
    ],
)
def test_a_listed_name_is_seen_in_a_word_joined_by_a_hyphen(text: str, name: str) -> None:
    assert name in named(text)
    assert not any("controlled" in found for found in named(text))


@pytest.mark.parametrize("word", ["regime", "administration", "Administration", "family"])
def test_a_regime_named_for_somebody_names_the_person(word: str) -> None:
    assert named(f"Senior members of the former Valdorro {word} flew on it.")["Valdorro"] == "Person"


@pytest.mark.parametrize("words", ["Islamic regime", "Russian administration", "Drug Enforcement Administration"])
def test_a_regime_of_a_kind_or_a_country_names_no_person(words: str) -> None:
    assert "Person" not in named(f"They spoke of the {words} again.").values()


def test_a_body_ends_where_its_officer_begins() -> None:
    text = "Office of Foreign Assets Control Director Adam J. Lunt and Ministry of Trade Mary K. Orla spoke."

    assert {"Office of Foreign Assets Control", "Ministry of Trade"} <= set(named(text))


def test_the_rest_of_an_office_is_no_body() -> None:
    text = "The Under Secretary for Terrorism and Financial Intelligence spoke."

    assert by_model(text, ("Financial Intelligence", "Organization")) == {}


def test_a_country_s_letters_are_no_party_and_a_party_of_a_country_s_are() -> None:
    assert "PRC" not in named("The People’s Republic of China (PRC) replied.")
    assert "WPK" in named("He joined the Workers’ Party of Korea (WPK) early.")


def test_whoever_gave_a_law_its_name_is_not_in_the_story() -> None:
    assert named("It acted under the Rostec Accountability Act of 2016.") == {}


def test_a_listed_body_s_name_is_a_ship_s_where_its_imo_number_follows() -> None:
    assert named("The ship Rostec (IMO 9003550) sailed.") == {"Rostec": "Vessel"}
    assert named("The carrier United Aircraft Corporation sailed.")["United Aircraft Corporation"] == "Company"


def test_who_holds_an_office_or_has_an_age_is_a_person_whatever_the_model_saw() -> None:
    told = "Gaspar Maroth, the government commissioner for defence, spoke. Delta Holdings, a maker of glue, did not."

    assert by_model(told, ("Gaspar Maroth", "Organization"), ("Delta Holdings", "Organization")) == {
        "Gaspar Maroth": "Person",
        "Delta Holdings": "Company",
    }


def test_a_listed_ship_s_one_word_name_is_not_enough_to_make_a_ship_of_a_body() -> None:
    text = "The band Pearl played."
    mentions = (Mention(span=Span(9, 14), schema="Organization", found_by="model"),)
    parsed = Parsed(sentences=tell(text).reading.sentences, names=mentions, model="none")

    found = find_names(text, story_of(text), parsed, {"pearl": "Vessel"}.get)

    assert [name.schema for name in found] == ["Organization"]


@pytest.mark.parametrize(
    ("seen", "whole"),
    [
        ((("José Almeida", "Person"), ("Santos", "Place")), "José Almeida dos Santos"),
        ((("Santos", "Place"),), "José Almeida dos Santos"),
        ((("José Almeida", "Person"), ("Santos", "Person")), "José Almeida dos Santos"),
    ],
)
def test_a_person_cut_at_a_small_word_is_whole(seen: tuple[tuple[str, str], ...], whole: str) -> None:
    assert by_model("The lawyer for José Almeida dos Santos denied it.", *seen) == {whole: "Person"}


@pytest.mark.parametrize("seen", ["Person", "Place"])
def test_a_body_bound_together_as_in_persian_is_whole(seen: str) -> None:
    assert by_model("The bureau of Mujahedin-e Khalq was shut.", ("Khalq", seen)) == {
        "Mujahedin-e Khalq": "Organization"
    }


def test_small_words_go_with_the_family_name_and_titles_do_not() -> None:
    assert by_model("A spokesman for Ms dos Santos left.", ("Santos", "Person")) == {"dos Santos": "Person"}
    assert by_model("President Ursula von der Leyen left.", ("Ursula von der", "Person"), ("Leyen", "Place")) == {
        "Ursula von der Leyen": "Person"
    }


@pytest.mark.parametrize(
    ("text", "seen", "found"),
    [
        ("He met Sheikh Rashid bin Zayed.", (("bin Zayed", "Person"),), {"Rashid bin Zayed": "Person"}),
        (
            "It held Santosh Kumar Rao.",
            (("Santosh", "Organization"), ("Kumar Rao", "Person")),
            {"Santosh Kumar Rao": "Person"},
        ),
        (
            "It held Thai national Chai Somsak.",
            (("Thai national Chai Somsak", "Organization"),),
            {"Chai Somsak": "Person"},
        ),
        ("Its owner, Caravel LLC-FZ, left.", (("Caravel LLC-FZ", "Person"),), {"Caravel LLC-FZ": "Company"}),
        ("The Ex-Delta man left.", (("Ex-Delta", "Organization"),), {"Delta": "Organization"}),
    ],
)
def test_a_name_reaches_as_far_as_its_bearer_s(
    text: str, seen: tuple[tuple[str, str], ...], found: dict[str, str]
) -> None:
    assert by_model(text, *seen) == found


def test_a_given_name_cut_short_stands_before_the_rest() -> None:
    text = "Foreign Secretary Ma. Theresa Lazaro left."

    assert by_model(text, ("Ma", "Person"), ("Theresa Lazaro", "Person")) == {"Ma. Theresa Lazaro": "Person"}


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Jim O’Callaghan thanked them.", (("Jim", "Person"),), "Jim O’Callaghan"),
        ("Jim Older thanked them.", (("Jim", "Person"),), "Jim"),
        ("Minister of Defence Ruslan Uulu Bek met them.", (), "Ruslan Uulu Bek"),
        ("Minister for Trade and Foreign Affairs Lena Vogt met them.", (), "Lena Vogt"),
    ],
)
def test_a_minister_of_something_and_an_irish_name_are_whole(
    text: str, seen: tuple[tuple[str, str], ...], whole: str
) -> None:
    assert by_model(text, *seen) == {whole: "Person"}


def test_who_has_an_office_before_the_name_is_a_person_whatever_the_model_takes_him_for() -> None:
    text = "Colombian President Gustavo Petro wrote on X."

    assert by_model(text, ("Gustavo Petro", "Organization")) == {"Gustavo Petro": "Person"}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Maria Corina Machado urged it.", "Maria Corina Machado"),
        ("Maria Corina Monday urged it.", "Maria Corina"),
        ("Maria Corina Minister said so.", "Maria Corina"),
        ("Maria Corina Russian friends said so.", "Maria Corina"),
    ],
)
def test_a_family_name_left_behind_two_given_ones_is_taken_in(text: str, whole: str) -> None:
    assert by_model(text, ("Maria Corina", "Person")) == {whole: "Person"}


def test_who_begins_as_clerics_do_is_a_person_without_the_title() -> None:
    text = "The chief of courts, Hojjatoleslam Gholam Ramini Fard, met Maulana Tarek Osmani."
    seen = ("Hojjatoleslam Gholam Ramini Fard", "Organization"), ("Maulana Tarek", "Person"), ("Osmani", "Person")

    assert by_model(text, *seen) == {"Gholam Ramini Fard": "Person", "Tarek Osmani": "Person"}


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("Through Zenka SA the general held a quarter.", "Zenka SA", "Company"),
        ("He was behind Vochan, a holding that sold fuel.", "Vochan", "Company"),
        ("The police seek Corry Kinlan senior, from Cork.", "Corry Kinlan senior", "Person"),
        ("He has been listed since 2017, and his son Igor since 2023.", "Igor", "Person"),
        ("She signed what Dr Tavares put before her.", "Tavares", "Person"),
        ("Solangol, the state oil company, said nothing.", "Solangol", "Company"),
        ("Callers rang Vochan Locks Ltd of Leeds.", "Vochan Locks Ltd", "Company"),
    ],
)
def test_what_is_said_of_a_name_tells_it_whatever_the_model_sees(text: str, name: str, schema: str) -> None:
    assert by_model(text) == {name: schema}


def test_a_foundation_is_called_by_what_its_long_name_begins_with() -> None:
    told = tell("The Harlan Foundation for the Visual Arts paid. The Harlan Foundation said so.")

    assert told.names() == ["Harlan Foundation for the Visual Arts"]


def test_a_site_is_called_by_less_only_where_nobody_else_is() -> None:
    told = tell("The Church of Osmology sued. Osmology.org was slow, critics of Osmology said.", listed={})

    assert [mention.text for mention in told.party("Osmology").mentions] == ["Church of Osmology", "Osmology"]


def test_a_listed_name_with_titles_is_read_without_them_where_it_is_known_without() -> None:
    listed = {"Senior General Sai Aung Min": "Person", "Sai Aung Min": "Person"}

    assert brief(tell("The junta of Senior General Sai Aung Min fell.", listed=listed)) == {"Sai Aung Min": "Person"}


@pytest.mark.parametrize(("name", "whose"), [("Oligarchs Aven", "Aven"), ("Fugitive Jan Marsalek", "Jan Marsalek")])
def test_a_word_for_who_somebody_is_before_a_name_is_no_part_of_it(name: str, whose: str) -> None:
    assert by_model(f"{name} left Vienna on Monday.", (name, "Person")) == {whose: "Person"}


def test_the_code_of_an_index_is_no_party() -> None:
    assert by_model("The Dow Jones .DJI fell on Monday.", ("DJI", "Organization")) == {}


def test_a_cooperative_behind_a_name_makes_another_name() -> None:
    text = "The Bank Sepah Women's Cooperative in Leeds closed."

    assert [name.span.of(text) for name in tell(text, listed={"Bank Sepah": "Company"}).reading.names] == [
        "Bank Sepah Women's Cooperative"
    ]


def test_any_firm_of_a_kind_is_nobody_s_name() -> None:
    text = "Any refinery that buys"

    assert trim(text, Span(0, 12), is_person=False) is None
