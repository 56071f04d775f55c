"""Whom a party may be that the story calls listed, when the list knows more of his names."""

from __future__ import annotations

import pytest

from nongrata.parties import Party
from nongrata.screening import people_alike
from tests.screening.listings import FRIDAY, NOWHERE, index_of, listed, told, verdict

PETRO = listed("Person", "PETRO URREGO, Gustavo Francisco", ids=[("us_ofac_sdn", "56062")])
EUROPE = listed("Company", "SBERBANK EUROPE AG", ids=[("us_ofac_sdn", "18716")])
INDEX = index_of(PETRO, EUROPE)


def test_a_second_family_name_that_only_the_list_has_leaves_open_that_he_is_the_one() -> None:
    party = told("Gustavo Petro")
    (match,) = people_alike(party, INDEX, NOWHERE, as_of=FRIDAY)

    assert (match.entity_id, match.verdict) == ("56062", "possible")
    assert verdict(party, PETRO) is None  # by the names alone, where nothing calls him listed


@pytest.mark.parametrize("party", [told("Sberbank", schema="Company"), told("Gustavo Lopez"), told("Petro")])
def test_bodies_other_people_and_lone_family_names_are_not_alike(party: Party) -> None:
    assert not list(people_alike(party, INDEX, NOWHERE, as_of=FRIDAY))
