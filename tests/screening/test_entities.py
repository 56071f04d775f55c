"""Two entities held against one another: score, verdict, reasons, and what no input may do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nongrata.screening.entities.compare import Comparison, compare
from nongrata.values import NongrataError, SettingError

Entity = dict[str, Any]
PUTIN: Entity = {"schema": "Person", "properties": {"name": ["Vladimir Putin"], "birthDate": ["1952-10-07"]}}


def person(name: str, **told: str) -> Entity:
    """Give a person as a flat mapping."""
    return {"schema": "Person", "name": name, **told}


def rules(found: Comparison, effect: str) -> set[str]:
    """Give the rules that speak for or against."""
    return {reason.rule for reason in found.reasons if reason.effect == effect}


def test_the_same_name_in_another_script_and_order_is_a_match() -> None:
    found = compare("Vladimir Putin", "ПУТИН, Владимир")

    assert (found.verdict, bool(found)) == ("match", True)
    assert found.names == ("Vladimir Putin", "ПУТИН, Владимир")


def test_an_empty_name_is_told_as_such() -> None:
    with pytest.raises(SettingError, match="left='': wanted a name with letters"):
        compare("", "Vladimir Putin")


def test_a_common_name_alone_is_possible_at_most() -> None:
    found = compare(person("John Smith"), person("John Smith"))

    assert (found.verdict, found.score) == ("possible", 1.0)
    assert found.reasons[-1].says == "names that many may bear: a birth date or a number would tell"
    assert compare(person("Ali Ahmed"), person("ALI, Ahmed")).verdict != "match"


def test_another_country_tells_bearers_of_a_common_name_apart_where_nothing_else_agrees() -> None:
    common = compare(person("Maria Santos", country="ph"), person("Maria Santos", country="ao"))
    born = compare(
        person("Maria Santos", country="ph", birthDate="1960-02-01"),
        person("Maria Santos", country="ao", birthDate="1960-02-01"),
    )
    rare = compare(person("Gurbanguly Berdimuhamedow", country="tm"), person("Gurbanguly Berdimuhamedow", country="ru"))

    assert (bool(common), bool(born), bool(rare)) == (False, True, True)


def test_one_name_in_two_countries_is_two_companies() -> None:
    found = compare(
        {"name": "Atlas Trading", "country": "ma"}, {"name": "Atlas Trading", "country": "kz"}, schema="Company"
    )

    assert not found
    assert "other_country" in rules(found, "against")


def test_a_common_name_with_a_birth_date_is_a_match() -> None:
    found = compare(person("John Smith", birthDate="1961-03-04"), person("Smith, John", birthDate="4 March 1961"))

    assert found.verdict == "match"
    assert found.reasons[1].says == "both give the birth date 4 March 1961"


def test_a_common_name_with_a_country_only_is_still_possible() -> None:
    found = compare(person("John Smith", nationality="us"), person("John Smith", country="United States"))

    assert (found.verdict, rules(found, "for")) == ("possible", {"names", "same_country"})


def test_another_birth_year_rejects() -> None:
    found = compare(PUTIN, person("Vladimir Putin", birthDate="1975-03-01"))

    assert (found.verdict, bool(found)) == ("rejected", False)
    assert "differs from the right’s 1 March 1975 in the year" in found.reasons[1].says


def test_a_slip_in_the_year_is_below_the_threshold_but_shown() -> None:
    found = compare(PUTIN, person("Vladimir Putin", birthDate="1957-10-07"))

    assert (found.verdict, bool(found)) == ("possible", False)


def test_a_slip_in_the_day_is_told_and_hardly_weighs() -> None:
    found = compare(PUTIN, person("Vladimir Putin", birthDate="1952-10-08"))

    assert found.verdict == "match"
    assert rules(found, "against") == {"birth_dates"}


def test_another_gender_rejects() -> None:
    assert compare(person("Kim Yong Chol", gender="male"), person("Kim Yong Chol", gender="f")).verdict == "rejected"


def test_another_country_leaves_a_name_possible() -> None:
    found = compare(person("Igor Sechin", nationality="ru"), person("Igor Sechin", nationality="fr"))

    assert found.verdict == "possible"
    assert "other_country" in rules(found, "against")


def test_countries_that_are_heirs_of_one_another_are_no_contradiction() -> None:
    assert (
        rules(compare(person("Igor Sechin", nationality="suhh"), person("Igor Sechin", country="ru")), "against")
        == set()
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"schema": "Vessel", "name": "Snow Storm 1", "imoNumber": "9929429"},
         {"schema": "Vessel", "name": "Snow Storm 2", "imoNumber": "IMO 9929429"}),
        ({"schema": "Organization", "swiftBic": "COBADEFFXXX"},
         {"schema": "Organization", "registrationNumber": "COBADEFF"}),
        ({"schema": "Company", "name": "Irkut", "innCode": "3807002509"},
         {"schema": "LegalEntity", "name": "PJSC Yakovlev", "taxNumber": "3807002509"}),
        ({"schema": "CryptoWallet", "publicKey": "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"},
         {"schema": "CryptoWallet", "publicKey": "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"}),
    ],
    ids=["imo", "bic in another field", "inn of a renamed company", "wallet"],
)  # fmt: skip
def test_the_same_strong_number_decides_whatever_the_names(left: Entity, right: Entity) -> None:
    found = compare(left, right)

    assert (found.verdict, rules(found, "for") >= {"same_number"}) == ("match", True)


def test_the_same_passport_under_a_wholly_other_name_is_for_a_person_to_look_at() -> None:
    found = compare(person("Robert Smith", passportNumber="AB123456"), person("Wang Li", passportNumber="AB 123456"))

    assert found.verdict == "possible"
    assert compare(person("Bob Smith", passportNumber="AB123456"), person("Robert Smith", passportNumber="AB123456"))


def test_an_aircraft_is_told_by_its_tail_number() -> None:
    left = {"schema": "Airplane", "name": "EP-MNB", "registrationNumber": "EP-MNB"}

    assert compare(left, {"schema": "Airplane", "name": "Mahan", "registrationNumber": "EPMNB"}).score >= 0.7


def test_another_imo_number_rejects_ships_of_one_name() -> None:
    left, right = ({"schema": "Vessel", "name": "Victory", "imoNumber": number} for number in ("9929429", "9187629"))

    assert compare(left, right).verdict == "rejected"


def test_ships_of_one_name_and_nothing_else_are_possible() -> None:
    ship = {"schema": "Vessel", "name": "Victory"}

    assert compare(ship, {**ship, "name": "VICTORY"}).verdict == "possible"
    assert compare({**ship, "flag": "pa", "callSign": "3FAB7"}, {**ship, "callSign": "3FAB7"}).verdict == "match"


def test_a_ship_is_never_a_person_and_a_legal_entity_can_be_either() -> None:
    name = "Yevgeny Primakov"
    ship, entity = {"schema": "Vessel", "name": name}, {"schema": "LegalEntity", "name": name}

    assert compare(ship, person(name)).score == 0.0
    assert compare(entity, person(name)).verdict == "match"
    assert compare(entity, {"schema": "Company", "name": name}).verdict == "match"


def test_given_and_family_name_the_other_way_about_are_two_people() -> None:
    left = {"schema": "Person", "firstName": "Friedrich", "lastName": "Hans"}

    assert not compare(left, {"schema": "Person", "firstName": "Hans", "lastName": "Friedrich"})
    assert compare(left, {"schema": "Person", "firstName": "FRIEDRICH", "lastName": "HANS"})


def test_a_weak_alias_counts_less_than_an_alias() -> None:
    found = {kind: compare(person("The Engineer Karim"), {"schema": "Person", kind: "The Engineer Karim"})
             for kind in ("alias", "weakAlias")}  # fmt: skip

    assert found["weakAlias"].score < found["alias"].score
    assert "weak alias" in found["weakAlias"].reasons[0].says


def test_people_whose_aliases_alone_are_alike_score_less() -> None:
    left = {"schema": "Person", "name": "Ismail Haniyeh", "alias": "Abu Obeida"}
    right = {"schema": "Person", "name": "Youssef Bouzidi", "alias": "Abu Obeida"}

    found = compare(left, right)

    assert found.verdict != "match"
    assert "two aliases; their main names are not alike" in found.reasons[0].says
    assert found.score < compare(left, {**right, "name": "HANIYEH, Ismail"}).score


def test_an_age_needs_the_day_on_which_it_was_told() -> None:
    aged, born = person("Kim Jong Un", age="39"), person("KIM, Jong Un", birthDate="1984-01-08")

    assert rules(compare(aged, born), "for") == {"names"}
    assert rules(compare(aged, born, on=date(2023, 9, 15)), "for") == {"names", "birth_dates"}
    assert compare({**aged, "age": "24"}, born, on=date(2023, 9, 15)).verdict == "rejected"


def test_a_side_without_a_name_is_told() -> None:
    found = compare({"schema": "Vessel", "imoNumber": "9929429"}, {"schema": "Vessel", "name": "Snow"})

    assert [(reason.effect, reason.says) for reason in found.reasons] == [
        ("note", "the left has no name that could be compared")
    ]
    assert found.verdict == "rejected"


def test_quotes_in_a_name_are_inner_quotes_of_the_reason() -> None:
    found = compare({"schema": "Company", "name": "АО “Альфа”"}, {"schema": "Company", "name": 'AO "Alfa"'})

    assert "“АО ‘Альфа’”" in found.reasons[0].says


def test_of_two_exact_names_the_more_telling_one_ranks_higher() -> None:
    common, rare = (compare(person(name), person(name)) for name in ("John Smith", "Oleg Deripaska"))

    assert (common.score, rare.score) == (1.0, 1.0)
    assert rare.rank > common.rank


# What no input may do.

HOSTILE: tuple[object, ...] = (
    "", " \u200b\x00 ", "?!", 12, None, ["Kim"], {}, {"schema": "Person"}, {"properties": []},
    {"name": [[[[[["Kim"]]]]]]}, {"name": float("nan")}, {"name": True}, {"name": {"a": "b"}},
    {"schema": "Person", "properties": {"name": ["x" * 10**7]}}, "x" * 10**7,
)  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: repr(source)[:30])
def test_what_cannot_be_compared_is_an_error_of_one_line(source: object) -> None:
    with pytest.raises(SettingError) as raised:
        compare(source, "Kim Jong Un")
    assert str(raised.value).startswith("left=")
    assert len(str(raised.value).splitlines()) == 1
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize(
    ("told", "item"),
    [
        ({"birthDate": "1952-13-40"}, "right.birthDate"),
        ({"country": "Atlantis"}, "right.country"),
        ({"imoNumber": "12"}, "right.imoNumber"),
        ({"shoeSize": "44"}, "right.shoeSize"),
        ({"schema": "Dragon"}, "right.schema"),
        ({"alias": ["Vova", float("inf")]}, "right.alias"),
        ({"alias": "x" * 10**7}, "right.alias"),
        ({"alias": {"id": "Q7747"}}, "right.alias"),
        ({"gender": "helicopter"}, "right.gender"),
    ],
    ids=str,
)
def test_a_property_that_cannot_be_used_is_named_and_the_rest_is_compared(told: Mapping[str, Any], item: str) -> None:
    found = compare("Vladimir Putin", {"name": "Vladimir Putin", **told})

    assert [skipped.item for skipped in found.skipped] == [item]
    assert found.score == 1.0


def test_a_number_as_a_name_is_compared_as_text() -> None:
    assert compare({"schema": "Vessel", "name": 7714}, {"schema": "Vessel", "name": ["7714"]}).score == 1.0


_DAYS = st.dates().map(str)
_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "birthDate": _DAYS,
        "nationality": st.sampled_from(["ru", "fr", "kp", "su"]),
        "gender": st.sampled_from(["male", "female"]),
        "passportNumber": st.sampled_from(["AB123456", "C7654321"]),
        "birthPlace": st.sampled_from(["Leningrad", "Pyongyang", "Lyon"]),
        "position": st.sampled_from(["President", "Minister of Defence"]),
        "innCode": st.sampled_from(["500100732259", "7707083893"]),
    },
)
_NAMES = st.sampled_from(
    ["Vladimir Putin", "PUTIN, Vladimir Vladimirovich", "Igor Sechin", "John Smith", "Roman Putin"]
)
AGREEING = ({"birthDate": "1952-10-07"}, {"nationality": "ru"}, {"gender": "male"}, {"passportNumber": "AB123456"},
            {"birthPlace": "Leningrad"}, {"position": "President"}, {"email": "a@example.org"})  # fmt: skip


@given(_NAMES, _NAMES, _FACTS, _FACTS)
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_two_hardly_matters(one: str, two: str, ours: Entity, theirs: Entity) -> None:
    left, right = person(one, **ours), person(two, **theirs)
    there, back = compare(left, right), compare(right, left)

    assert abs(there.score - back.score) <= 0.15
    assert {reason.rule for reason in there.reasons} == {reason.rule for reason in back.reasons}


@given(_NAMES, _NAMES, _FACTS, _FACTS, st.sampled_from(AGREEING))
@example("John Smith", "John Smith", {"nationality": "ru"}, {"nationality": "fr"}, {"birthPlace": "Leningrad"})
@settings(max_examples=150, deadline=None)
def test_a_fact_that_agrees_never_lowers_the_score(
    one: str, two: str, ours: Entity, theirs: Entity, fact: Entity
) -> None:
    plain = [{name: value for name, value in told.items() if name not in fact} for told in (ours, theirs)]
    before = compare(person(one, **plain[0]), person(two, **plain[1]))
    after = compare(person(one, **plain[0], **fact), person(two, **plain[1], **fact))

    assert after.score >= before.score
    assert after.rank >= before.rank


@given(_NAMES, _NAMES, _FACTS, _FACTS, st.sampled_from(
    [("birthDate", "1952-10-07", "1975-03-01"), ("birthDate", "1952-10-07", "1952-10-08"), ("gender", "male", "female"),
     ("nationality", "fr", "kp"), ("innCode", "500100732259", "7707083893")]))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_a_fact_that_contradicts_never_raises_the_score(
    one: str, two: str, ours: Entity, theirs: Entity, fact: tuple[str, str, str]
) -> None:
    name, here, there = fact
    plain = [{key: value for key, value in told.items() if key != name} for told in (ours, theirs)]
    before = compare(person(one, **plain[0]), person(two, **plain[1]))
    after = compare(person(one, **plain[0], **{name: here}), person(two, **plain[1], **{name: there}))

    assert after.score <= before.score
    assert after.rank <= before.rank


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_name_against_itself_is_never_rejected_or_nothing_to_read(name: str) -> None:
    try:
        found = compare(name, name)
    except SettingError:
        return
    assert found.verdict != "rejected" or not found.reasons[0].says.startswith("the names are the same")
    assert 0.0 <= found.score <= 1.0


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_WORDS = (
    "name birthDate country imoNumber gender schema properties age address tonnage phone weakAlias firstName caption"
)
_KEYS = st.sampled_from(_WORDS.split())


@given(st.dictionaries(_KEYS, _ANYTHING, max_size=6))
@settings(max_examples=400, deadline=None)
def test_whatever_a_mapping_holds_the_answer_is_a_comparison_or_our_error(source: Entity) -> None:
    try:
        found = compare(source, PUTIN)
    except NongrataError as error:
        assert len(str(error).splitlines()) == 1
        return
    assert 0.0 <= found.score <= 1.0
    assert all(reason.says for reason in found.reasons)


def test_a_contradiction_that_nothing_outweighs_is_no_match() -> None:
    silver = {"schema": "Company", "name": "Silver Arrow Limited"}
    found = compare(
        {**silver, "registrationNumber": "1745620", "country": "vg"},
        {**silver, "registrationNumber": "04127788", "country": "gb"},
    )

    assert (bool(found), found.verdict) == (False, "possible")


def test_the_day_of_birth_lets_either_name_be_the_shorter_one() -> None:
    whole = person("Rosendo Arturo Villar Pinto", birthDate="1957-03-11")
    short = person("Rosendo Villar", birthDate="1957-03-11")

    assert compare(whole, short)
    assert compare(whole, short).score == compare(short, whole).score


def test_an_alias_that_many_bear_joins_no_two_names() -> None:
    found = compare(person("Yaqoob Rasouli", alias="Haji Sahib"), person("Qahar Noori", alias="Haji Sahib"))

    assert not found
    assert found.reasons[0].says.endswith("(two aliases; their main names are not alike)")


def test_a_register_gives_a_person_one_number() -> None:
    ours = person("Lan Meng", idNumber="110101196803121234", country="cn")

    assert not compare(ours, person("Lan Meng", idNumber="310101198701010011", country="cn"))
    assert compare(ours, person("Lan Meng", idNumber="110101196803121234", country="cn")).verdict == "match"


def test_a_register_number_is_the_same_with_its_country_before_it() -> None:
    ours = {"schema": "Company", "name": "Fjordtind Trading AS", "registrationNumber": "914778271"}

    assert compare(ours, {**ours, "registrationNumber": "NO 914778271"}).reasons[1].rule == "same_number"


def test_syllables_that_change_places_are_two_koreans_though_nobody_says_that_they_are_people() -> None:
    assert not compare("Kim Yong Chol", "Kim Chol Yong")
    assert compare("Kim Yong Chol", "Yong Chol Kim")
    assert compare("Trading House Neva", "Neva Trading House")


def test_one_word_of_unknown_kind_is_a_body_and_a_letter_more_makes_another() -> None:
    left, right = {"schema": "LegalEntity", "name": "Russneft"}, {"schema": "LegalEntity", "name": "Rosneft"}

    assert compare(left, right).verdict != "match"
    assert compare(left, left).verdict == "possible"


def test_a_shared_country_makes_no_match_of_names_that_are_not_alike_enough() -> None:
    rosneft = {"schema": "Company", "name": "Rosneft", "country": "ru"}
    russneft = {"schema": "Company", "name": "PJSC Russneft", "country": "ru"}
    found = compare(rosneft, russneft)

    assert (bool(found), found.verdict) == (False, "possible")
    assert not compare({**rosneft, "address": "Moscow"}, {**russneft, "address": "Moscow"})
    assert compare({**rosneft, "ogrnCode": "1027700043502"}, {**russneft, "ogrnCode": "1027700043502"})
