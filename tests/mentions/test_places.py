"""Places as stories name them: what they mean, where they are, and when a capital is a government."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.articles import Published, Story
from nongrata.mentions import Mention, Place
from nongrata.mentions.model import parse_story
from nongrata.mentions.places.find import find_places
from nongrata.values import Span


def places_in(text: str, parties: Sequence[Mention] = ()) -> list[Place]:
    """Give the places of a text as a story, one paragraph a line."""
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    story = Story(
        span=Span(0, len(text)), paragraphs=paragraphs, published=Published(on=None, basis="unknown"), datelines=()
    )
    parsed = parse_story(text, story)
    return list(find_places(text, story, parsed.sentences, (*parties, *parsed.names)))


def named(text: str) -> dict[str, Place]:
    """Give the places of a text by the words that name them there, the first mention of each."""
    found: dict[str, Place] = {}
    for place in places_in(text):
        found.setdefault(place.span.of(text), place)
    return found


def test_a_hyphenated_city_is_whole() -> None:
    place = named("Kim visited a plant in Komsomolsk-on-Amur, Russia, on Friday.")["Komsomolsk-on-Amur"]
    assert (place.country, round(place.lat or 0), place.geonames_id) == ("ru", 51, 2021851)


def test_a_dateline_in_capitals_names_two_cities() -> None:
    found = named("MOSCOW/SEOUL (Reuters) – Kim inspected a factory on Friday.")
    assert [(place.country, place.literal) for place in found.values()] == [("ru", True), ("kr", True)]


def test_the_country_beside_a_name_tells_which_city_is_meant() -> None:
    assert named("The ship left the port of Tripoli, Lebanon, on Monday.")["Tripoli"].country == "lb"
    assert named("The ship left the port of Tripoli, Libya, on Monday.")["Tripoli"].country == "ly"


def test_a_capital_in_a_list_is_no_region_of_the_one_before() -> None:
    found = named("The fleet serves Caracas, Tehran and Moscow.")
    assert [place.country for place in found.values()] == ["ve", "ir", "ru"]


def test_a_town_of_a_country_in_the_story_is_not_the_city_everybody_knows() -> None:
    found = named("The United States blamed Geneva-based traders. U.S. envoys flew to Geneva, American media said.")
    assert found["Geneva"].country == "ch"
    assert named("He lives in Geneva, Illinois, American media said.")["Geneva"].country == "us"


def test_a_ship_told_elsewhere_is_no_place_in_the_headline() -> None:
    text = "Rebels fired at Sea Champion in Gulf of Aden\nThe bulk carrier Sea Champion was hit off Yemen."
    names = [Mention(span=Span(text.rindex("Sea"), text.rindex(" was")), schema="Vessel", found_by="rule")]
    assert "Sea Champion" not in [place.name for place in places_in(text, names)]


def test_the_countries_of_the_story_tell_which_city_is_meant() -> None:
    football = "Mexico honoured the captain on Monday. He was born in Zamora, Mexican media said."
    assert named(football)["Zamora"].country == "mx"


def test_vostochny_in_a_story_about_russia_is_the_cosmodrome() -> None:
    place = named("Putin and Kim held a summit in Vostochny, Russian media said.")["Vostochny"]
    assert (round(place.lat or 0), round(place.lon or 0), place.country) == (52, 128, "ru")


def test_regions_and_seas_are_places() -> None:
    found = named("Troops went to the Kursk region. A tanker crossed the Red Sea from the Russian Far East.")
    assert [(name, place.country) for name, place in found.items()] == [
        ("Kursk region", "ru"),
        ("Red Sea", None),
        ("Russian Far East", "ru"),
    ]


def test_a_place_that_no_table_knows_takes_the_state_beside_it() -> None:
    found = named("MAPLE RIDGE, Ohio — The school board voted on Tuesday. It asked Barlow County for money.")
    assert [(name, place.country) for name, place in found.items()][:2] == [("MAPLE RIDGE", "us"), ("Ohio", "us")]
    assert found["MAPLE RIDGE"].lat is None


def test_peoples_adjectives_unions_and_seats_are_no_places() -> None:
    assert places_in("U.S. officials, South Koreans, the EU and the White House agreed with the Kremlin.") == []


def test_georgia_is_the_state_beside_american_cities() -> None:
    place = named("He was arrested in Atlanta, Georgia, U.S. prosecutors said.")["Georgia"]
    assert place.country == "us"
    assert (
        named("Protesters marched in Georgia, where Georgian police used force in Tbilisi.")["Georgia"].country == "ge"
    )


def test_parts_of_the_names_of_bodies_and_people_are_no_places() -> None:
    text = "Maria Mendez of the University of Chile met George Washington and the Moscow Exchange."
    assert places_in(text) == []


def test_a_country_in_the_name_of_a_body_is_no_place() -> None:
    text = "“We went to protect people,” he told Syria TV in April. The Kenya Red Cross gave out tents in Mali."
    text += "\nBEIRUT, July 15 (Levant Press) - Hm."
    assert list(named(text)) == ["Mali", "BEIRUT"]
    assert list(named("The Philippines Department of Health said so.")) == ["Philippines"]


@pytest.mark.parametrize(
    ("sentence", "literal"),
    [
        ("Washington has accused North Korea of providing arms.", False),
        ("Officials called on Moscow to show responsibility.", False),
        ("They were worried by Moscow’s friendship with its neighbour.", False),
        ("She condemned cooperation between Pyongyang and Tehran.", False),
        ("Seoul has said that soldiers were sent.", False),
        ("Lavrov invited Kim to visit Moscow.", True),
        ("He told a press conference in Seoul.", True),
        ("The city lies 6,000 km east of Moscow.", True),
        ("He fled to Moscow.", True),
        ("The train arrived from Pyongyang.", True),
        ("Drones struck Kyiv at night.", True),
        ("The concert was held at London’s Hyde Park.", True),
        ("Shells fell on eastern Damascus.", True),
        ("It is part of a visit Washington and its allies fear.", False),
        ("The parliament demanded an admission by Moscow.", False),
    ],
)
def test_a_capital_is_its_government_or_a_city(sentence: str, literal: bool) -> None:  # noqa: FBT001  # a parameter
    first = next(place for place in places_in(sentence) if place.span.of(sentence) not in ("North Korea",))
    assert first.literal is literal


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [  # whatever the model takes these names for
        ("Bandits burned houses in Kankara and Faskari, Nigerian police said.", "Faskari", "ng"),
        ("The central bank moved against exchange houses in Ibb and Dhamar, Yemeni traders said.", "Dhamar", "ye"),
        ("CODECO fighters attacked Djugu. Congolese soldiers fled.", "Djugu", "cd"),
        ("The Arakan Army surrounded Sittwe. Myanmar's junta said nothing.", "Sittwe", "mm"),
        ("They fled to the Thai border opposite Mae Sot.", "Mae Sot", "th"),
        ("In neighbouring Katsina State, Nigerian bandits burned houses.", "Katsina State", "ng"),
        ("Two people fled to the Artibonite department, Haitian police said.", "Artibonite department", "ht"),
        ("The convoy left Adre in eastern Chad on Thursday.", "Adre", "td"),
        ("A Dayton woman who worked for them pleaded guilty, the U.S. attorney said.", "Dayton", "us"),
        ("One of them, Reza Karimi, 44, of Fairfax, was arrested, U.S. agents said.", "Fairfax", "us"),
        ("Malian villagers fled Dioungani and Koro on Sunday.", "Koro", "ml"),
        ("Oil is sold from Jurf al-Sakhar and Tuz Khurmatu, Iraqi traders said.", "Tuz Khurmatu", "iq"),
        ("Gunmen attacked Djibo and Diapaga in Burkina Faso.", "Diapaga", "bf"),
        ("An island off Palau's Koror was leased to him.", "Koror", "pw"),
        ("YANGON — A junta airstrike killed 17 people.", "YANGON", "mm"),
        ("Teapot refineries in Dongying buy most of the oil.", "Dongying", "cn"),
        ("Russian forces advanced towards Kupiansk, Ukraine said.", "Kupiansk", "ua"),
        ("The deputy governor of the Kvemo-Kartli region was found dead.", "Kvemo-Kartli region", "ge"),
    ],
)
def test_local_places_are_seen_by_the_words_around_them(text: str, name: str, country: str) -> None:
    place = named(text)[name]
    assert (place.country, place.lat is None) == (country, False)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The strike on Let Htoke Taw village in Myanmar killed 17 people.", ["Let Htoke Taw", "Myanmar"]),
        ("Swans died in the villages of Bumbacari and Dudescu in Romania.", ["Bumbacari", "Dudescu", "Romania"]),
        ("The boat was found between Rangitoto and Motutapu islands.", ["Rangitoto", "Motutapu"]),
        ("A bank in Shabwa governorate was closed, Yemeni media said.", ["Shabwa"]),
        ("Fires broke out in Mokosi slum in Kenya.", ["Mokosi", "Kenya"]),
        (
            "Sudan held suspects in the violations during the liberation of El-Fasher, a lawyer said.",
            ["Sudan", "El-Fasher"],
        ),
        ("Troops took the town of al-Bab and fled al-Hasakah in Syria.", ["al-Bab", "al-Hasakah", "Syria"]),
        ("President Bashar al-Assad fled. From al-Assad came no word, Syria said.", ["Syria"]),
        ("It sent money to al-Qaeda in Yemen.", ["Yemen"]),
        ("Rain fell in the Aberdares in Kenya.", ["Aberdares", "Kenya"]),
        ("Settlers burned a Druze village and a Kurdish town.", []),
        ("He runs an Amish district council.", []),
        ("READ MORE: How the tanker got away", []),
    ],
)
def test_what_bears_a_noun_of_place_is_one(text: str, names: list[str]) -> None:
    assert list(named(text)) == names


def test_the_state_beside_a_town_tells_which_of_its_name_is_meant() -> None:
    found = named("The shop is in Aurora, a suburb of Denver. Bones were found in Fulton County in Illinois.")
    assert (round(found["Aurora"].lon or 0), round(found["Fulton County"].lon or 0)) == (-105, -90)


def test_a_place_that_no_table_knows_takes_no_country_where_the_sentence_speaks_of_others() -> None:
    text = "DUBAI — A tanker left.\nShips loaded at Kharg Island, hid near Larak Island and discharged off Malaysia."
    assert (named(text)["Larak Island"].country, named(text)["Kharg Island"].country) == (None, "ir")


def test_a_place_whose_namesakes_lie_elsewhere_takes_the_province_beside_it_or_the_storys_country() -> None:
    village = "Damaged houses in the village of al-Mukhtariya, Latakia province, in March. Syria said so."
    assert named(village)["al-Mukhtariya"].country == "sy"
    prison = "PORT SUDAN, Sudan, Oct 31 (Wire) - The army said on Friday that he was being held at Shala prison."
    assert named(prison)["Shala"].country == "sd"


def test_a_town_named_again_is_no_person_whatever_the_model_sees() -> None:
    text = "The port of Klaipeda in Lithuania is shut. Were Klaipeda to come back, potash could be shipped."
    assert [place.span.of(text) for place in places_in(text)] == ["Klaipeda", "Lithuania", "Klaipeda"]


def test_towns_in_one_list_are_places_together() -> None:
    found = named("Drones hit the Ukrainian cities of Kharkiv, Sumy, Poltava and Odesa on Monday.")
    assert [place.country for place in found.values()] == ["ua"] * 4


def test_a_body_is_not_the_town_in_its_name_but_lies_in_the_town_after_in() -> None:
    assert list(named("Leiden University hired him. The U.S. Embassy in Nairobi was closed.")) == ["Nairobi"]


def test_an_old_name_of_a_city_is_known() -> None:
    found = named("The factory in Kharkov, Ukraine, burned. He lives in Bombay, India.")
    assert (found["Kharkov"].name, found["Bombay"].name) == ("Kharkiv", "Mumbai")


def test_countries_are_always_literal() -> None:
    places = places_in("Russia accused Ukraine. Japan denied it. China warned India.")

    assert [(place.name, place.literal) for place in places] == [
        (name, True) for name in ("Russia", "Ukraine", "Japan", "China", "India")
    ]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Moscow", "in", "Ohio", ",", "the", "Kursk", "region", "U.S.", "said", "\n", "St.", "Kim", "’s"]
        ),
        max_size=12,
    )
)
def test_places_lie_in_the_text_in_order_without_overlap(words: list[str]) -> None:
    text = " ".join(words)
    places = places_in(text)

    assert all(place.span.end <= len(text) for place in places)
    assert all(left.span.end <= right.span.start for left, right in pairwise(places))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It began in Buffalo, New York, on Monday.", "New York"),
        ("Cases rose in Ohio, Michigan, New York and Oregon.", "New York"),
        ("The state of New York sued.", "New York"),
        ("He lives in Brooklyn, New York, with his dog.", "New York City"),
        ("He flew to New York on Monday.", "New York City"),
    ],
)
def test_new_york_is_the_state_only_where_the_words_beside_it_say_so(text: str, kind: str) -> None:
    assert next(place.name for place in places_in(text) if text[place.span.start :].startswith("New York")) == kind


def test_a_county_that_only_the_gazetteer_of_regions_has_is_found_in_a_list_of_them() -> None:
    names = [
        place.name for place in places_in("Norway kept people indoors: Rogaland, Vestfold, Buskerud and Telemark.")
    ]

    assert names == ["Norway", "Rogaland", "Vestfold", "Buskerud", "Telemark"]


def test_england_is_a_part_of_its_country_with_a_place_of_its_own() -> None:
    (place,) = places_in("It was found in England.")

    assert (place.name, place.country) == ("England", "gb")


@pytest.mark.parametrize("words", ["returned to the US on leave", "in other parts of the US", "in the EU, aid fell"])
def test_the_us_and_the_eu_are_places_where_one_can_be(words: str) -> None:
    assert [place.country for place in places_in(f"He {words}.")] in (["us"], ["eu"])


@pytest.mark.parametrize("words", ["US soldier died", "EU sanctions fell", "UK recall grew", "EU said so"])
def test_the_us_is_no_place_as_an_adjective_and_the_eu_is_none_where_it_acts(words: str) -> None:
    assert places_in(f"The {words}.") == []


@pytest.mark.parametrize(
    ("sentence", "literal"),
    [
        ("The U.S. said so.", False),
        ("He thanked the US and left.", False),
        ("The UK will send more aid.", False),
        ("It fell in the U.S. state of Ohio.", True),
        ("A US-based firm sold them.", True),
        ("The flu reached Canada, Spain and the US.", True),
        ("It was found on a farm in Surrey, UK, and burned.", True),
    ],
)
def test_a_short_name_of_a_country_is_its_government_or_a_place_as_capitals_are(
    sentence: str,
    literal: bool,  # noqa: FBT001  # a parameter
) -> None:
    short = next(place for place in places_in(sentence) if place.span.of(sentence) in ("U.S.", "US", "UK"))

    assert short.literal is literal


def test_the_us_before_an_office_is_no_place_whatever_stands_before_the_comma() -> None:
    assert "U.S." not in named("Bonnie Jenkins, U.S. Under Secretary of State, spoke. Ann Lee, U.S. envoy, left.")
    assert "U.S." in named("He was held in Buffalo, U.S., for a week.")


def test_a_sign_in_capitals_that_no_table_knows_is_no_place() -> None:
    assert "USDT" not in named("Tether said it had frozen $28 million in USDT in Estonia.")
    assert named("ZHUKOVKA (Reuters) – The president spoke in Moscow.")["ZHUKOVKA"].literal


def test_a_state_in_a_list_of_states_is_no_city() -> None:
    for words in ("Ohio, Utah, Washington and Wisconsin", "Washington, Ohio and Utah", "New Jersey and New York"):
        placed = named(f"Cases were found in {words}.")
        assert placed["New York" if "York" in words else "Washington"].geonames_id in (5815135, 5128638)


def test_a_town_right_before_its_region_is_one_though_the_story_names_no_country() -> None:
    found = named("The monkeys were brought to Reston, Virginia. Buffalo, New York in the United States may be next.")

    assert (found["Reston"].country, round(found["Reston"].lat or 0)) == ("us", 39)
    assert (found["Buffalo"].country, round(found["New York"].lon or 0)) == ("us", -76)


def test_a_city_may_stand_in_a_hyphenated_word() -> None:
    found = named("The Sydney-based jockeys left. A suit against Denver-based miners began in north-western Sydney.")

    assert {"Sydney", "Denver"} <= set(found)


def test_an_american_county_lies_in_its_state_not_where_a_small_town_has_its_name() -> None:
    found = named("Nobody died in Scott County, Indiana. Austin, in Scott County, was the first town.")
    alone = named("The United States counted the dead in Scott County.")["Scott County"]  # of eleven

    assert [round(found[name].lat or 0) for name in ("Scott County", "Austin")] == [39, 39]
    assert alone.lat is None


def test_a_district_is_known_that_no_town_is_named_after() -> None:
    found = named("Indonesia counts eight dead in the district of Karo, the Philippines six in Ilocos Sur province.")

    assert (round(found["Karo"].lat or 0), round(found["Ilocos Sur province"].lat or 0)) == (3, 17)


def test_what_the_text_calls_a_village_is_a_place_whatever_the_model_sees() -> None:
    assert "Kampungu" in named("The village of Kampungu has been quarantined to prevent the illness from spreading.")


def test_a_name_between_places_is_one_though_no_table_knows_it() -> None:
    found = named("Vietnam braced. Airports in Da Nang, Chu Lai and Quy Nhon were closed.")

    assert (found["Chu Lai"].country, found["Chu Lai"].lat) == ("vn", None)


def test_two_places_are_two_though_the_model_takes_them_for_one_body() -> None:
    found = named("Insurers said rates for calls at Yanbu and Jeddah in Saudi Arabia had doubled.")

    assert {"Yanbu", "Jeddah"} <= set(found)


def test_a_town_lies_beside_those_that_have_no_namesake() -> None:
    found = named("REDDING, California (AP) — Evacuees slept in Anderson and Red Bluff.")

    assert round(found["Anderson"].lon or 0) == -122  # not the larger one, in Indiana


def test_georgia_is_the_state_among_american_towns_and_the_country_elsewhere() -> None:
    state = named("ATLANTA (AP) — A gunman fled from Georgia to Alabama. He was caught near Opelika.")
    country = named("TBILISI (AFP) — Georgia froze talks. Police in Batumi held nine people.")

    assert (state["Georgia"].country, country["Georgia"].country) == ("us", "ge")


def test_towns_that_have_big_namesakes_lie_where_the_story_plays() -> None:
    found = named(
        "ATLANTA (AP) — Deputies in Meriwether County, Georgia, were called to a house outside Greenville. "
        "Two more victims were found in Manchester. The suspect fled to Opelika, Alabama."
    )

    assert [round(found[name].lon or 0) for name in ("Greenville", "Manchester")] == [-85, -85]


def test_a_city_elsewhere_is_not_meant_by_a_name_that_is_not_its_own() -> None:
    found = named("Rebels burned homes in Mambasa, in the east of the Democratic Republic of Congo.")

    assert found["Mambasa"].country != "ke"  # Mombasa


def test_what_is_near_something_is_near_a_place_whatever_the_model_sees() -> None:
    found = named("GOMA, Congo (Reuters) - Rebels seized an army base near Walikale and held it, residents said.")

    assert found["Walikale"].country in ("cd", "cg")


def test_a_place_that_no_table_knows_lies_in_the_country_named_oftenest() -> None:
    found = named(
        "SYDNEY (AFP) — A storm struck Vanuatu. Vanuatu asked for help. Fiji was spared.\n"
        "In the village of Lenakel the wharf was gone."
    )

    assert found["Lenakel"].country == "vu"
