"""Who is one and the same within a story."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.mentions import Mention
from nongrata.mentions.names.extent import trim
from nongrata.parties.aliases import is_alias_of
from nongrata.parties.cast import find_cast
from nongrata.parties.same import is_generic, is_short_of_organisation, is_short_of_person, same_person
from nongrata.parties.states import state_of
from nongrata.values import Span
from tests.parties.stories import Told, story_of, tell, words

LISTED = {
    "Kim Jong Un": "Person",
    "Kim Yo Jong": "Person",
    "Sovcomflot": "Company",
    "Viktor Bout": "Person",
    "Sergei Lavrov": "Person",
    "Yuri Gagarin Aviation Plant": "Company",
    "Lena Volunteer Corps": "Organization",
    "Rafael Nadal Parera": "Person",
    "Filemon Garcia Ayala": "Person",
    "Ahmed al-Sharaa": "Person",
}


def read(text: str) -> Told:
    """Read a text with well-known names on the lists."""
    return tell(text, listed=LISTED)


def test_kim_stands_for_kim_jong_un() -> None:
    told = read("Kim Jong Un arrived by train.\nKim left on Sunday.")

    assert words(told.party("Kim").mentions) == [("Kim Jong Un", "full"), ("Kim", "short")]


def test_two_people_of_one_family_stay_two_and_a_short_name_means_the_nearest() -> None:
    told = read("Kim Jong Un arrived. Kim Yo Jong arrived and Kim smiled.")

    assert told.names() == ["Kim Jong Un", "Kim Yo Jong"]
    assert told.party("Kim").name == "Kim Yo Jong"


def test_in_another_paragraph_a_short_name_means_the_one_named_most() -> None:
    told = read("Kim Jong Un met Kim Yo Jong. Kim Jong Un spoke.\nKim left.")

    assert told.party("Kim").name == "Kim Jong Un"


def test_ms_kim_is_the_sister_and_mr_kim_is_not() -> None:
    told = read("Kim Jong Un met his sister Kim Yo Jong.\nLater Ms. Kim left.")
    assert told.party("Kim").name == "Kim Yo Jong"

    told = read("Kim Jong Un met his sister Kim Yo Jong.\nLater Mr. Kim left.")
    assert told.party("Kim").name == "Kim Jong Un"


def test_mr_kim_is_nobody_where_only_a_woman_of_that_name_is_told_of() -> None:
    told = read("They met Ms. Kim Yo Jong.\nLater Mr. Kim left.")

    assert told.names() == ["Kim Yo Jong", "Kim"]


@pytest.mark.parametrize("again", ["Sergey Lavrov", "Sergei Viktorovich Lavrov", "Lavrov", "LAVROV"])
def test_a_name_is_known_again_in_another_spelling(again: str) -> None:
    told = read(f"Sergei Lavrov arrived. On Monday {again} spoke.")

    assert len(told.cast.parties) == 1
    assert len(told.cast.parties[0].mentions) == 2


def test_the_fullest_name_is_the_party_s() -> None:
    told = read("Sergei Lavrov arrived. On Monday Sergei Viktorovich Lavrov spoke.")

    assert told.names() == ["Sergei Viktorovich Lavrov"]


def test_the_gagarin_plant_is_the_yuri_gagarin_aviation_plant() -> None:
    told = read("They saw the Yuri Gagarin Aviation Plant. The Gagarin plant builds jets.")

    assert told.party("Gagarin plant").name == "Yuri Gagarin Aviation Plant"


def test_treasury_is_the_department_of_the_treasury() -> None:
    told = read("The U.S. Department of the Treasury acted. Treasury spoke. The Treasury Department agreed.")

    assert told.names() == ["U.S. Department of the Treasury"]


def test_the_ministries_of_two_states_are_two() -> None:
    told = read("Iran’s Ministry of Trade spoke. Russia’s Ministry of Trade spoke. Iran’s Ministry of Trade agreed.")

    assert [len(party.mentions) for party in told.cast.parties] == [2, 1]


def test_only_a_body_of_state_beside_a_country_s_name_is_that_state_s() -> None:
    assert state_of("No name.", Mention(span=Span(0, 2), schema="Company", found_by="rule")) is None
    assert state_of("Iran met a Treasury.", Mention(span=Span(11, 19), schema="PublicBody", found_by="rule")) is None


def test_a_body_that_is_listed_itself_is_not_another_s_short_name() -> None:
    listed = {"al-Qaida": "Organization", "al-Qaida in the Islamic Maghreb": "Organization"}
    told = tell("Men of al-Qaida in the Islamic Maghreb fled. Later al-Qaida spoke.", listed=listed)

    assert told.names() == ["al-Qaida in the Islamic Maghreb", "al-Qaida"]


def test_initials_stand_for_a_body_and_do_so_in_any_paragraph() -> None:
    told = read("The Lena Volunteer Corps (LVC) met.\nThe LVC fought.")

    assert words(told.party("LVC").mentions) == [
        ("Lena Volunteer Corps", "full"),
        ("LVC", "acronym"),
        ("LVC", "acronym"),
    ]


def test_an_acronym_in_brackets_that_is_no_initials_is_an_alias() -> None:
    told = read("The Federal Security Service (FSB) spoke.\nThen the FSB acted.")

    assert words(told.party("FSB").mentions)[1:] == [("FSB", "alias"), ("FSB", "alias")]


def test_an_acronym_in_brackets_after_a_name_unlike_it_is_somebody_else() -> None:
    told = read("Sovcomflot (IMF) was named.")

    assert told.names() == ["Sovcomflot", "IMF"]


@pytest.mark.parametrize(
    "text",
    [
        "Sovcomflot, known as Blue Star, runs ships.",
        "Sovcomflot, also known as “Blue Star”, runs ships.",
        "Sovcomflot (formerly Blue Star) runs ships.",
        "Sovcomflot, which was formerly called Blue Star, runs ships.",
        "Sovcomflot runs ships. The company, known by the name of Blue Star, is old.",
        "Sovcomflot, a.k.a. Blue Star, runs ships.",
    ],
)
def test_another_name_told_in_so_many_words_is_an_alias(text: str) -> None:
    told = read(f"{text} On Monday Blue Star sailed.")

    assert told.party("Sovcomflot").name == "Sovcomflot"
    assert [word for word in words(told.party("Sovcomflot").mentions) if word[1] == "alias"] == [
        ("Blue Star", "alias"),
        ("Blue Star", "alias"),
    ]


def test_one_alias_may_follow_another() -> None:
    told = read("Sovcomflot (SCF), also known as Blue Star, also known as Red Star, runs ships.")

    assert [text for text, _kind in words(told.party("Sovcomflot").mentions)] == [
        "Sovcomflot",
        "SCF",
        "Blue Star",
        "Red Star",
    ]


def test_the_company_known_by_its_initials_is_the_one_named_before() -> None:
    told = read("Sovcomflot runs ships. The company, known by the initials SCF, is old. SCF denied it.")

    assert [text for text, _kind in words(told.party("SCF").mentions)] == ["Sovcomflot", "SCF", "SCF"]


def test_a_nickname_in_quotes_behind_a_name_is_the_bearer_s() -> None:
    told = read("Viktor Bout, “the Merchant”, left. Viktor Bout’s plane, “Redwolf”, stayed.")

    assert [mention for mention in words(told.party("Merchant").mentions) if mention[1] == "alias"] == [
        ("Merchant", "alias")
    ]


@pytest.mark.parametrize(
    "cue", ["known as the", "nicknamed", "whose nom de guerre is", "whose real name is", "whom everyone knew as the"]
)
def test_a_nickname_that_nobody_else_has_seen_is_found(cue: str) -> None:
    told = read(f"Viktor Bout, {cue} Merchant of Death, left.")

    assert ("Merchant of Death", "alias") in words(told.party("Viktor Bout").mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Sovcomflot lost its fleet, which its captains call home and is known as Redwolf.",
        "Known as Redwolf, it left. Redwolf spoke.",
        "Sovcomflot runs ships.\nA man known as Redwolf led it.",
    ],
)
def test_an_alias_that_is_not_told_of_the_party_before_is_a_party_of_its_own(text: str) -> None:
    assert read(text).party("Redwolf").name == "Redwolf"


@pytest.mark.parametrize(
    "text",
    [
        "The tanker Dawn Rise, which the U.S. Treasury blacklisted in 2022 under its former name Adisa, lay off Johor.",
        "The Panama-flagged Dawn Rise, previously named Adisa, lay at anchor.",
        "The Panama-flagged Dawn Rise (IMO 9074729), formerly the Adisa, lay at anchor.",
        "The LNG carrier Dawn Rise left Sabetta. The vessel previously sailed as Adisa.",
        "Arctic Fuels sold the tanker Dawn Rise. The ship, formerly called Adisa, lay off Johor.",
    ],
)
def test_a_ship_is_known_by_its_former_name_whoever_is_named_between(text: str) -> None:
    ship = read(text).party("Dawn Rise")

    assert (ship.schema, ("Adisa", "alias") in words(ship.mentions)) == ("Vessel", True)


def test_a_participle_goes_on_about_whom_the_verb_acts_on() -> None:
    told = read("Austria charged Egisto Ott. Ott denies it. Britain expelled Maxim Elovik, accusing him of spying.")

    assert ("him", "pronoun") in words(told.party("Maxim Elovik").mentions)


def test_whom_a_quotation_names_does_not_say_it() -> None:
    told = read(
        "Ann Lee urged the states to wait. “Maxim Elovik is selling people,” she told reporters on Monday in Vilnius."
    )

    assert ("she", "pronoun") in words(told.party("Ann Lee").mentions)


def test_the_link_between_name_and_alias_stays_in_its_paragraph() -> None:
    text = "Sovcomflot\n\nknown as Redwolf"

    assert not is_alias_of(text, Span(0, 10), Span(21, 28), ("sovcomflot",), "Company")


def test_the_end_of_a_long_name_stands_for_it() -> None:
    told = read("Filemon Garcia Ayala was arrested. Garcia Ayala denied it.")

    assert words(told.party("Garcia Ayala").mentions)[1] == ("Garcia Ayala", "short")


def test_a_nickname_from_the_first_name_stands_for_it() -> None:
    assert read("Rafael Nadal Parera won. Rafa smiled.").party("Rafa").name == "Rafael Nadal Parera"


def test_al_sharaa_stands_for_ahmed_al_sharaa() -> None:
    assert read("Ahmed al-Sharaa arrived. Then al-Sharaa spoke.").party("al-Sharaa").name == "Ahmed al-Sharaa"


def test_a_name_that_the_model_passed_over_is_found_again() -> None:
    told = read("Viktor Bout left.\nall of bout’s men and Bout himself were seen by friends of Bout.")

    assert [text for text, _kind in words(told.party("Viktor Bout").mentions) if text == "Bout"] == ["Bout", "Bout"]


@pytest.mark.parametrize(
    ("full", "short"),
    [("Filipos Woldeyohannes", "Filipos"), ("Gudzon Shipping Co LLC", "Gudzon")],
)
def test_a_telling_first_word_stands_for_the_whole_name(full: str, short: str) -> None:
    told = read(f"{full} was named. Men sent by {short} left, and {short}’s ship too.")

    assert [text for text, _kind in words(told.party(full).mentions)] == [full, short, short]


def test_a_first_word_that_the_story_also_uses_plainly_stands_for_nobody() -> None:
    told = read("Harvest Trading Ltd bought the harvest. Harvest came late.")

    assert [text for text, _kind in words(told.party("Harvest Trading Ltd").mentions)] == ["Harvest Trading Ltd"]


def test_a_body_s_first_words_taken_for_a_man_are_the_body_s() -> None:
    text = "Banda Roja del Sur fled. Banda Roja denied it."
    base = tell(text).reading
    names = (
        Mention(span=Span(0, 18), schema="Organization", found_by="model"),
        Mention(span=Span(25, 35), schema="Person", found_by="model"),
    )
    reading = type(base)(sentences=base.sentences, names=names, places=(), equipment=(), times=(), model=base.model)
    (party,) = find_cast(text, story_of(text), reading).parties

    assert (party.schema, len(party.mentions)) == ("Organization", 2)


def test_the_united_states_treasury_department_is_the_department_of_the_treasury() -> None:
    told = read("The United States Treasury Department spoke. The Department of the Treasury acted.")

    assert len(told.party("United States Treasury Department").mentions) == 2


def test_a_bare_department_is_nobody() -> None:
    text = "The Department said so."
    base = tell(text).reading
    reading = type(base)(
        sentences=base.sentences,
        names=(Mention(span=Span(4, 14), schema="PublicBody", found_by="model"),),
        places=(),
        equipment=(),
        times=(),
        model=base.model,
    )

    assert find_cast(text, story_of(text), reading).parties == ()


def test_a_ship_is_meant_by_its_whole_name_only() -> None:
    told = read("The tanker Ocean Pearl and the tanker Ocean sailed. The Ocean Pearl sank.")

    assert [(party.name, len(party.mentions)) for party in told.cast.parties] == [("Ocean Pearl", 2), ("Ocean", 1)]


def test_a_company_is_more_telling_than_an_organisation() -> None:
    assert read("Sovcomflot spoke.").party("Sovcomflot").schema == "Company"


def test_she_is_the_woman_and_he_the_man() -> None:
    told = read("Viktor Bout met Ms. Kim Yo Jong. She smiled and he left.")

    assert ("She", "pronoun") in words(told.party("Kim Yo Jong").mentions)
    assert ("he", "pronoun") in words(told.party("Viktor Bout").mentions)


def test_his_sister_is_the_sister_of_the_one_who_was_spoken_of() -> None:
    told = read("Kim Jong Un met his sister Kim Yo Jong on Monday.")

    assert ("his", "pronoun") in words(told.party("Kim Jong Un").mentions)


def test_he_means_nobody_where_nobody_was_named() -> None:
    assert read("He left. She stayed.").cast.parties == ()


def test_he_means_nobody_where_two_were_named_and_neither_was_speaking() -> None:
    told = read("A photo of Viktor Bout and Sergei Lavrov was shown. He smiled.")

    assert {party.name: words(party.mentions) for party in told.cast.parties} == {
        "Viktor Bout": [("Viktor Bout", "full")],
        "Sergei Lavrov": [("Sergei Lavrov", "full")],
    }


def test_a_lone_name_will_do_though_it_was_no_subject() -> None:
    assert ("He", "pronoun") in words(
        read("A photo of Viktor Bout was shown. He smiled.").party("Viktor Bout").mentions
    )


def test_generic_words_name_only_a_kind_of_body() -> None:
    assert is_generic(("the", "council"))
    assert not is_generic(("gagarin", "plant"))


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("department", "department of state", True),
        ("bank", "alfa bank", False),
        ("alfa", "alfa bank", True),
        ("alfa bank", "alfa bank", False),
        ("aqim", "al qaida in the islamic maghreb", True),
        ("x", "xenon yard", False),
    ],
)
def test_some_words_of_a_body_s_name_stand_for_it(short: str, full: str, *, is_short: bool) -> None:
    assert is_short_of_organisation(tuple(short.split()), tuple(full.split())) is is_short


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("lobo", "porfirio lobo sosa", True),
        ("kim", "kim jong un", True),
        ("jong un", "kim jong un", True),
        ("wei", "chen wei", True),
        ("al", "ahmed al sharaa", False),
        ("roman", "storm", False),
        ("petrova", "anna", False),
    ],
)
def test_a_family_name_stands_for_a_full_name(short: str, full: str, *, is_short: bool) -> None:
    assert is_short_of_person(tuple(short.split()), tuple(full.split())) is is_short


def test_syllables_may_be_run_together() -> None:
    assert same_person(("kim", "jongun"), ("kim", "jong", "un"))


SENTENCES = st.sampled_from(
    (
        "Kim Jong Un met Ms. Kim Yo Jong.",
        "Kim said so.",
        "He left with her.",
        "Sovcomflot, known as SCF, sailed.",
        "SCF sank.",
        "The Lena Volunteer Corps (LVC) and the LVC’s men fought.",
        "Iran’s Ministry of Trade denied it.",
        "al-Sharaa spoke to Lavrov.",
        "The tanker Pablo, IMO 9133587, burned.",
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCES, min_size=1, max_size=8), st.sampled_from((" ", "\n")))
def test_every_word_that_is_quoted_stands_in_the_text(sentences: list[str], between: str) -> None:
    told = read(between.join(sentences))
    named = sorted(
        mention.span for party in told.cast.parties for mention in party.mentions if mention.kind != "pronoun"
    )

    assert all(mention.span.of(told.text) == mention.text for party in told.cast.parties for mention in party.mentions)
    assert all(list(party.mentions) == sorted(party.mentions, key=lambda m: m.span) for party in told.cast.parties)
    assert all(left.end <= right.start for left, right in pairwise(named))
    assert all(fact.span.of(told.text) for party in told.cast.parties for fact in party.facts)
    assert len({party.id for party in told.cast.parties}) == len(told.cast.parties)
    assert {tie.owned for tie in told.cast.ties} <= {party.id for party in told.cast.parties}


def test_a_story_of_a_thousand_names_is_gathered_in_a_moment() -> None:
    starts = [chr(97 + i % 26) + chr(97 + i // 26 % 26) for i in range(1000)]
    people = [f"{start.capitalize()}na{i}x {start.capitalize()}ro{i}y" for i, start in enumerate(starts)]
    text = "\n".join(f"{person} left." for person in people)
    base = tell("He left.").reading
    spans = [Span(text.index(person), text.index(person) + len(person)) for person in people]
    names = tuple(Mention(span=span, schema="Person", found_by="model") for span in spans)
    begun = time.process_time()
    cast = find_cast(text, story_of(text), replace(base, sentences=(), names=names, places=()))

    assert len(cast.parties) > 800
    assert time.process_time() - begun < 5


def test_a_family_name_found_again_is_put_to_the_given_name_before_it() -> None:
    told = read("Filemon Garcia Ayala ran it. *See the chart of Filemon Garcia Ayala and the rest.*")

    assert words(told.party("Filemon Garcia Ayala").mentions) == [("Filemon Garcia Ayala", "full")] * 2


@pytest.mark.parametrize("brackets", ["({})", "(“{}”)", "(** {}**)"])
def test_a_word_of_the_name_in_brackets_is_its_short_form(brackets: str) -> None:
    told = read(f"Zarechye Maritime Co Ltd {brackets.format('Zarechye')} sailed. Zarechye paid.")

    assert {mention.text for mention in told.party("Zarechye Maritime Co Ltd").mentions} >= {"Zarechye"}


def test_letters_of_another_language_behind_a_body_s_name_are_its_own() -> None:
    told = read("He served in the Main Intelligence Directorate (GRU). The GRU denied it.")

    assert words(told.party("GRU").mentions)[0][0] == "Main Intelligence Directorate"


def test_letters_after_or_are_the_name_s() -> None:
    told = read("Sovcomflot, or SCF, sent a ship.")

    assert told.party("SCF").name == "Sovcomflot"


def test_the_council_is_the_only_one_named() -> None:
    told = read("The Baltic Council met on Monday. The Council adopted the text, and the Council will meet again.")

    assert told.names().count("Baltic Council") == 1
    assert "Council" not in told.names()


def test_who_uses_an_alias_bears_it() -> None:
    told = read("Viktor Bout, who uses the alias Victor Anatol, left.")

    assert told.party("Victor Anatol").name == "Viktor Bout"


def test_a_family_name_is_its_bearer_s_and_no_given_name_of_another() -> None:
    told = read("Viktor Bout was sold. The Bout Polaroids were sold, and Bout was glad.")

    assert told.party("Viktor Bout").mentions[-1].text == "Bout"


def test_an_editor_s_brackets_make_no_new_party() -> None:
    told = read('Viktor Bout went home. She said, "[Bout] liked it."')

    assert told.names() == ["Viktor Bout"]


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Bout was sold to them. Another Viktor Bout, a teacher, laughed.",
        "Viktor Bout was sold to them. A man of the same name, Viktor Bout of Leeds, laughed.",
        "Viktor Bout was sold to them. Nobody should mix him up with the engineer Viktor Bout of Leeds.",
        "Viktor Bout was sold to them. The tea was for account of one Viktor Bout of Leeds.",
        "Viktor Bout was sold to them. A café owner in Leeds by the name of Viktor Bout laughed.",
        "Viktor Bout was sold to them. That Viktor Bout is on nobody's list.",
        "Viktor Bout was sold to them. A Viktor Bout who sells tyres laughed.",
        "Viktor Bout was sold to them. A Mr Bout of Leeds, no relation, laughed.",
        "Viktor Bout was sold to them. A Leeds dentist of the same name, Dr. Viktor Bout, laughed.",
        "Viktor Bout was sold to them. A tea seller at Leeds, Viktor Bout by name, laughed.",
        "Viktor Bout was sold to them. The head of a bank in Leeds, who is also called Viktor Bout, laughed.",
    ],
)
def test_another_of_that_name_is_another(text: str) -> None:
    assert len([name for name in read(text).names() if name.endswith("Bout")]) == 2


def test_an_ahmed_of_leeds_is_another_than_ahmed() -> None:
    told = read("Ahmed al-Sharaa spoke in Damascus. They raided an Ahmed al-Sharaa of Leeds.")

    assert told.names() == ["Ahmed al-Sharaa", "Ahmed al-Sharaa"]


def test_an_alias_in_full_is_a_namesake_s_where_it_is_introduced_anew() -> None:
    told = read("Viktor Bout, alias Rafael Nadal Parera, was freed.\nRafael Nadal Parera, 31, a centre-back, laughed.")

    assert told.names() == ["Viktor Bout", "Rafael Nadal Parera"]


@pytest.mark.parametrize(
    ("text", "ships"),
    [
        ("Police held the tanker Ocean Pearl. A Danish ketch also called Ocean Pearl was scolded.", 2),
        ("Police held the tanker Ocean Pearl. They live on the Ocean Pearl, a 12-metre wooden ketch.", 2),
        ("Police held the tanker Ocean Pearl. They found the Ocean Pearl, a rusty tanker, off Leeds.", 1),
    ],
)
def test_a_ship_also_called_so_or_told_to_be_a_small_boat_is_another(text: str, ships: int) -> None:
    assert tell(text, listed={"Ocean Pearl": "Vessel"}).names() == ["Ocean Pearl"] * ships


def test_an_office_is_not_whom_the_story_calls_by_its_title() -> None:
    told = read("Attorney General Anna Petrova spoke. Viktor Bout, “the General”, fled. The General is at large.")

    assert [words[0] for words in words(told.party("Viktor Bout").mentions)] == ["Viktor Bout", "General", "General"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Viktor Bout left. His firm was sold, and his brother Žarko bought hotels.", "Žarko Bout"),
        ("Police seek Viktor Bout senior and his sons Rafael and Filemon. Rafael Bout boxes.", "Filemon Bout"),
        ("It names Viktor Bout, whose son Filemon sat in Leeds.", "Filemon Bout"),
        ("It names Viktor Bout, his son Rafael and daughter Filemon.", "Filemon Bout"),
        ("It names Viktor Bout snr, his sons Rafael and Filemon jnr.", "Filemon Bout"),
        ("Viktor Bout left. His brothers Filemon and Rafael Anton stayed.", "Rafael Anton Bout"),
        ("Kim Yo Jong left in May. Viktor Bout is in a cell, and his brother Rafael is at home.", "Rafael Bout"),
    ],
)
def test_kin_by_a_given_name_have_the_family_name(text: str, name: str) -> None:
    listed = {**LISTED, "Žarko": "Person", "Rafael": "Person", "Filemon": "Person", "Rafael Anton": "Person"}
    told = tell(text, listed=listed)

    assert name in told.names()


def test_his_is_not_whom_it_owns() -> None:
    told = read("The file has his superior, Kim Yo Jong, and nobody else.")

    assert [mention.text for mention in told.party("Kim Yo Jong").mentions] == ["Kim Yo Jong"]


def test_who_is_told_with_an_age_late_is_another() -> None:
    told = read("Visit.\nViktor Bout was sold to them.\nIn Leeds Viktor Bout, 19, studies law.")

    assert told.names() == ["Viktor Bout", "Viktor Bout"]


def test_a_family_name_before_the_given_one_is_no_town() -> None:
    told = read("Police looked for Chen Zhihao in Brooklyn.\nChen, 38, left for Singapore in May.")

    assert told.party("Chen").name == "Chen Zhihao"


def test_a_brother_by_his_given_name_is_not_somebody_whose_family_name_it_is() -> None:
    told = read(
        "Viktor Bout left his brother Rafael at home.\nAnna Rafael, a nurse, saw it. Filemon Garcia Ayala said so."
    )

    assert "Rafael" not in [mention.text for mention in told.party("Anna Rafael").mentions]


def test_what_comes_before_known_as_may_say_who_he_was() -> None:
    told = read("Viktor Bout, the former interpreter known as Tarkin, was freed. Tarkin flew home.")

    assert words(told.party("Viktor Bout").mentions) == [
        ("Viktor Bout", "full"),
        ("Tarkin", "alias"),
        ("Tarkin", "alias"),
    ]


def test_a_wing_of_a_body_known_as_something_is_not_the_body() -> None:
    told = read("They lead a wing of the Lena Volunteer Corps known as the Rybaks.")

    assert words(told.party("Lena Volunteer Corps").mentions) == [("Lena Volunteer Corps", "full")]


def test_a_longer_name_after_a_whole_one_is_another_person() -> None:
    told = tell(
        "Visit.\nSoe Win arrived in Bago. A lecturer, Soe Win Oo, said so.",
        listed={"Soe Win": "Person", "Soe Win Oo": "Person"},
    )

    assert told.names() == ["Soe Win", "Soe Win Oo"]


def test_initials_in_capitals_stand_for_the_body_that_has_them() -> None:
    told = read("The Lena Volunteer Corps took a village.\nThe LVC denied it.")

    assert words(told.party("Lena Volunteer Corps").mentions) == [("Lena Volunteer Corps", "full"), ("LVC", "acronym")]


def test_somebody_called_alike_is_told_apart() -> None:
    told = read("Viktor Bout was freed. An Omsk baker named Viktor Bout said that he had been called all day.")

    assert told.names() == ["Viktor Bout", "Viktor Bout"]


VISIT = "Visit.\n"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The state bank, Sakundex, owns a plane.\nA Dutch toy shop called Sakundex, in Omsk, closed.", 2),
        ("Of banks there is one, Sakundex.\nThe Omsk newspaper Sakundex lost readers.", 2),
        ("The airline Sakundex flies.\nSakundex, a magazine for knitters, laughed.", 2),
        ("The bank Sakundex opened.\nSakundex, a lender, closed.", 1),
        ("The bank Sakundex opened.\nThe newspaper Omsk Post wrote of Sakundex, the owner of a bakery.", 1),
        ("It named a bank.\nA Dutch toy shop called Sakundex closed.\nSakundex said so.", 1),
    ],
)
def test_a_body_of_another_trade_late_in_a_story_only_has_the_name(text: str, bodies: int) -> None:
    told = tell(VISIT + text, listed={"Sakundex": "Company"})

    assert told.names().count("Sakundex") == bodies


def test_letters_that_are_spelled_out_late_are_another_s_where_they_were_told_a_trade_before() -> None:
    told = tell(
        f"{VISIT}The oil company LVS sold petrol.\nAnd LVS, the Lena Valley School, thanks its donors.",
        listed={"LVS": "Company", "Lena Valley School": "Organization"},
    )

    assert [words(party.mentions) for party in told.cast.parties] == [
        [("LVS", "full")],
        [("LVS", "acronym"), ("Lena Valley School", "full")],
    ]


def test_a_small_boat_told_before_its_name_is_another_than_a_tanker() -> None:
    told = tell(
        f"{VISIT}Police held the tanker Phonax.\nA sailing yacht, Phonax, lost its insurance.",
        listed={"Phonax": "Vessel"},
    )

    assert told.names() == ["Phonax", "Phonax"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Father Viktor Bout, 63, was stopped, as a colonel of the Lena militia, Viktor Bout, is listed.", 2),
        ("Viktor Bout sold arms to Lena.\n\nA businessman, Viktor Bout, was seen in Minsk on Monday.", 1),
        ("Viktor Bout, the arms dealer, is silent.\nA reader in Omsk, Viktor Bout, asks us to say so.", 2),
        ("Viktor Bout, the arms dealer, is silent.\nThey rang a close aide, Viktor Bout, at home.", 1),
    ],
)
def test_some_holder_of_an_office_is_another_than_who_was_named_before(text: str, people: int) -> None:
    assert read(VISIT + text).names().count("Viktor Bout") == people


def test_names_of_one_sound_stay_two_where_the_family_name_is_longer() -> None:
    assert not same_person(("dmitry", "khoroshev"), ("dmitri", "khoroshilov"))


def test_the_last_words_of_a_long_name_stand_for_it_together() -> None:
    told = tell(
        "Leopoldo Frazao do Cimento was a general.\nFrazao do Cimento did not reply.",
        listed={"Leopoldo Frazao do Cimento": "Person"},
    )

    assert ("Frazao do Cimento", "short") in words(told.party("Leopoldo Frazao do Cimento").mentions)


def test_kin_told_by_a_given_name_has_the_family_s() -> None:
    told = read("Sergei Lavrov arrived with his sons Pavel and Anton. Viktor Bout’s wife, Alla, left.")

    assert {told.party(name).name for name in ("Pavel", "Anton", "Alla")} == {
        "Pavel Lavrov",
        "Anton Lavrov",
        "Alla Bout",
    }


def test_given_names_joined_to_a_full_name_have_its_family_name() -> None:
    told = read("They want back Atul and Rajesh Gupta.\nSergei Lavrov met Anton.")

    assert {told.party(name).name for name in ("Atul", "Anton")} == {"Atul Gupta", "Anton"}


def test_who_married_into_a_family_keeps_a_name_of_his_own() -> None:
    told = read("Sergei Lavrov arrived with his son-in-law Pavel.")

    assert told.party("Pavel").name == "Pavel"


def test_who_is_introduced_anew_by_a_name_told_before_is_somebody_else() -> None:
    told = read("A headline\nViktor Bout was charged on Friday.\nViktor Bout, a postman, said he was not the one.")

    assert told.names() == ["Viktor Bout", "Viktor Bout"]


@pytest.mark.parametrize("credit", ["Image: Mark Rathbun.", "(AP Photo/Jane Doe)", "Photograph: AFP"])
def test_the_body_introduces_whom_a_picture_shows(credit: str) -> None:
    told = read(f"A headline\nViktor Bout in Bangkok. {credit}\nViktor Bout, 43, a pilot, was charged on Friday.")

    assert told.names() == ["Viktor Bout"]


def test_who_stands_after_another_s_mother_is_no_namesake() -> None:
    told = read("A headline\nViktor Bout called.\nAfter asking to speak with his mother, Bout was put through.")

    assert told.names() == ["Viktor Bout"]


def test_the_court_is_the_supreme_court_of_something() -> None:
    told = read(
        "The Supreme Court of Cassation ruled on Friday. The case on which the Court had ruled was of a school."
    )

    assert told.names() == ["Supreme Court of Cassation"]


@pytest.mark.parametrize(
    "trade",
    [
        "The violinist Viktor Bout",
        "Viktor Bout, 46, a game developer,",
        "Dr Viktor Bout, 58, a nephrologist,",
        "A tailor from the next street, Viktor Bout,",
    ],
)
def test_who_is_told_by_a_trade_of_every_day_is_not_who_was_named_before_without_one(trade: str) -> None:
    told = read(f"A headline\nViktor Bout was charged on Friday.\n{trade} said he was not the one.")

    assert told.names() == ["Viktor Bout", "Viktor Bout"]


def test_a_singer_is_the_singer_named_before() -> None:
    told = read("A headline\nThe singer Viktor Bout left.\nThe singer Viktor Bout said he was tired.")

    assert told.names() == ["Viktor Bout"]


def test_of_whom_a_story_names_in_full_again_and_again_it_may_say_more() -> None:
    told = read("A headline\nViktor Bout left.\nViktor Bout flew home.\nViktor Bout, a Russian national, was a pilot.")

    assert told.names() == ["Viktor Bout"]


@pytest.mark.parametrize(
    "second",
    [
        "The other Viktor Bout, a pilot, laughed.",
        "And no, the Viktor Bout who plays ice hockey there is not related.",
    ],
)
def test_one_of_two_who_have_a_name_is_told_from_the_other(second: str) -> None:
    told = read(f"A headline\nViktor Bout left.\n{second}")

    assert told.names() == ["Viktor Bout", "Viktor Bout"]


def test_two_korean_names_a_letter_apart_are_two_people() -> None:
    listed = {"Ri Pyong Chol": "Person", "Ri Yong Chol": "Person"}

    assert tell("Ri Pyong Chol met Ri Yong Chol.", listed=listed).names() == ["Ri Pyong Chol", "Ri Yong Chol"]


def test_whom_everybody_calls_something_has_that_for_an_alias() -> None:
    told = read("Viktor Bout, whom everybody calls Popelik, is on trial.")

    assert words(told.party("Viktor Bout").mentions) == [("Viktor Bout", "full"), ("Popelik", "alias")]


def test_a_woman_without_a_name_is_she_and_not_the_man_named_before_her() -> None:
    told = read("Viktor Bout owns it, says the woman who sells peppers by the bridge. She adds no more.")

    assert [fact.value for fact in told.party("Viktor Bout").facts if fact.kind == "gender"] == []


def test_a_ship_is_she_and_no_man() -> None:
    told = read(
        "The tanker Pablo was seized on Friday. Washington had blocked her for Viktor Bout. Her flag was false."
    )

    assert [mention.text for mention in told.party("Viktor Bout").mentions] == ["Viktor Bout"]


def test_a_short_first_name_is_of_the_same_person_and_another_first_name_of_another() -> None:
    told = read("Robert Mueller met Ann Mueller in Bonn. Bob Mueller left.")

    assert sorted(len(party.mentions) for party in told.cast.parties) == [1, 2]


def test_what_somebody_is_called_is_no_name_of_who_stands_before() -> None:
    told = read("He asked about the Ituri Front, called Omar a “terrorist” and left.")

    assert {mention.text for mention in told.party("Ituri Front").mentions} == {"Ituri Front"}


def test_undertakers_of_a_gang_s_name_are_another_body_than_the_gang() -> None:
    told = tell(
        f"{VISIT}The spies run the Lazarus Group.\nThe Lazarus Group, a Leeds firm of undertakers, lost its account.",
        listed={"Lazarus Group": "Organization"},
    )

    assert told.names() == ["Lazarus Group", "Lazarus Group"]


def test_a_man_s_country_is_no_part_of_his_name() -> None:
    assert trim("built by the Belgian Alain Goetz", Span(13, 32)) == Span(21, 32)
