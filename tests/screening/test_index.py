"""Listed names found by their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nongrata.screening import build_index
from tests.screening.listings import index_of, list_of, listed

PUTIN = listed("Person", "PUTIN, Vladimir Vladimirovich", "~Vova")
BANK = listed("Company", "JOINT STOCK COMPANY ALFA BANK", ids=[("us_ofac_sdn", "2")])


def forms(name: str, schema: str = "Person") -> set[str]:
    """Give the forms by which a listed name is found."""
    return set(index_of(listed(schema, name)).by_name)


def test_a_person_is_found_in_the_order_of_a_story_and_without_the_patronymic() -> None:
    assert forms("PUTIN, Vladimir Vladimirovich") == {
        "putin vladimir vladimirovich",
        "vladimir vladimirovich putin",
        "vladimir putin",
    }
    assert forms("Denis Valentinovich Manturov") == {"denis valentinovich manturov", "denis manturov"}
    assert forms("KIM, Jong") == {"kim jong", "jong kim"}
    assert forms("Kim Jong Un") == {"kim jong un"}


def test_a_company_is_found_without_its_legal_form() -> None:
    assert forms("PJSC Alfa Bank", "Company") == {"pjsc alfa bank", "alfa bank"}
    assert forms("Rostec PJSC", "Company") == {"rostec pjsc"}


def test_a_name_in_another_script_is_found_in_latin_letters() -> None:
    assert "vladimir putin" in forms("Владимир Путин")


def test_a_name_without_a_readable_letter_is_no_name() -> None:
    assert index_of(listed("Person", "A B", "—")).by_name.keys() == {"a b"}


def test_the_schema_of_a_name_is_known_but_not_by_a_weak_alias() -> None:
    index = index_of(PUTIN, BANK)

    assert index.schema_of("vladimir putin") == "Person"
    assert index.schema_of("alfa bank") == "Company"
    assert index.schema_of("vova") is None
    assert index_of(listed("Person", "DAGALO, Mohamed", "~Hemedti")).schema_of("hemedti") == "Person"
    assert index_of(listed("Organization", "March 23 Movement", "~M23")).schema_of("m23") == "Organization"
    assert index_of(listed("Organization", "March 23 Movement", "~THE ARMY")).schema_of("the army") is None
    assert index.schema_of("nobody") is None


def test_bearers_are_the_parties_that_one_name_of_which_holds_all_words() -> None:
    index = index_of(PUTIN, listed("Person", "PUTIN, Roman", ids=[("us_ofac_sdn", "9")]))

    assert index.bearers(("putin",)) == 2
    assert index.bearers(("vladimir", "putin")) == 1
    assert index.bearers(()) == 0


def test_an_index_over_nothing_finds_nothing() -> None:
    assert build_index([]).schema_of("putin") is None


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_every_listed_name_is_known_by_its_words(names: list[str]) -> None:
    index = build_index([list_of(listed("Person", *[name.lstrip("~<") or "x" for name in names]))])

    assert all(index.schema_of(" ".join(name.tokens)) == "Person" for name in index.names)
