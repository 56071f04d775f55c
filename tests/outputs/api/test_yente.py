"""yente's own client, as PyPI has it, works against our server unchanged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from yente_client import Client, Company, Person, Vessel
from yente_client.exceptions import AuthenticationError, BadRequestError, NotFoundError

from tests.outputs.api.locked import Locked
from tests.outputs.api.server import Server


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    """yente's client."""
    with Client(base_url=server.url) as found:
        yield found


def test_it_is_up_and_ready(client: Client) -> None:
    assert (client.healthz().status, client.readyz().status) == ("ok", "ok")


def test_the_catalogue_has_the_lists_and_one_of_all(client: Client) -> None:
    catalogue = client.datasets()

    everything = catalogue.datasets[0]
    assert (everything.name, everything.load, catalogue.current) == ("default", True, ["default"])
    assert "us_ofac_sdn" in everything.children


def test_algorithms_are_explained(client: Client) -> None:
    told = client.algorithms()

    (ours,) = told.algorithms
    assert told.best == ours.name == "nongrata"
    assert ours.docs is not None
    assert "birth_dates" in ours.docs


def test_a_person_is_matched_with_reasons(client: Client) -> None:
    found = client.match(Person(name="Vladimir Putin", birthDate="1952-10-07"), algorithm="best")

    assert found.top is not None
    assert found.top.match
    assert found.top.score > 0.9
    assert "us_ofac_sdn" in found.top.datasets
    assert found.top.explanations["birth_dates"].detail == "both give the birth date 7 October 1952"


def test_another_birth_date_rules_a_person_out(client: Client) -> None:
    assert client.match(Person(name="Vladimir Putin", birthDate="1991-03-01")).matches == []


def test_a_ship_is_found_by_its_number_alone(client: Client) -> None:
    known = client.search("", schema="Vessel", limit=1).results[0]
    (number,) = known.properties["imoNumber"]

    found = client.match(Vessel(imoNumber=str(number)))

    assert [each.id for each in found.results] == [known.id]


def test_filters_leave_out_what_is_not_wanted(client: Client) -> None:
    top = client.match(Person(name="Vladimir Putin")).top
    assert top is not None

    assert client.match(Person(name="Vladimir Putin"), exclude_entities=[top.id]).results == []
    assert client.match(Person(name="Vladimir Putin"), topics=["role.pep"]).results == []
    assert client.match(Person(name="Vladimir Putin"), datasets=["us_ofac_sdn"]).results != []


def test_many_are_matched_in_a_stream(client: Client) -> None:
    names = {
        "1": Person(name="Kim Jong Un"),
        "2": Company(name="Quiet Garden Tools"),
        "3": Person(name="Vladimir Putin"),
    }

    found = dict(client.match_iter(names.items(), workers=3))

    assert {key: bool(getattr(each, "matches", None)) for key, each in found.items()} == {
        "1": True,
        "2": False,
        "3": True,
    }


def test_a_party_comes_with_its_sanctions(client: Client) -> None:
    top = client.match(Person(name="Kim Jong Un")).top
    assert top is not None

    entity = client.fetch(top.id)
    beside = client.adjacent(top.id)

    assert {getattr(each, "schema_", None) for each in entity.properties["sanctions"]} == {"Sanction"}
    assert beside.adjacent["sanctions"].total.value == len(entity.properties["sanctions"])
    assert client.adjacent(top.id, prop="sanctions", limit=1).results[0] == beside.adjacent["sanctions"].results[0]
    assert "sanctions" not in client.fetch(top.id, nested=False).properties


def test_every_lists_id_of_a_party_leads_to_it(client: Client) -> None:
    top = client.match(Person(name="Vladimir Putin")).top
    assert top is not None
    assert top.referents != []

    assert {client.fetch(other).id for other in top.referents} == {top.id}


def test_words_find_parties_with_facets(client: Client) -> None:
    found = client.search("united aircraft", facets=["countries", "schema"])

    assert any("UNITED AIRCRAFT" in each.caption.upper() for each in found.results)
    assert found.facets["countries"].values[0].name == "ru"
    assert client.search("united aircraft", countries=["kp"]).results == []


def test_what_is_not_there_is_said_so(client: Client) -> None:
    with pytest.raises(NotFoundError, match="no listed party with the id"):
        client.fetch("Q7747")
    with pytest.raises(NotFoundError, match="found the dataset 'nowhere'"):
        client.match(Person(name="Kim Jong Un"), datasets=["nowhere"])
    with pytest.raises(BadRequestError, match="found the algorithm 'guess'"):
        client.match(Person(name="Kim Jong Un"), algorithm="guess")


def test_a_token_is_sent_as_yente_sends_it(locked: Locked) -> None:
    with Client(base_url=locked.server.url, api_key=locked.reader) as client:
        assert client.match(Person(name="Kim Jong Un")).matches != []
    with Client(base_url=locked.server.url) as client, pytest.raises(AuthenticationError, match="found no token"):
        client.match(Person(name="Kim Jong Un"))
