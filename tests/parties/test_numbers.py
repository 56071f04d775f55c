"""Whose number it is: the party's beside it, or a party's of its own where nobody is named."""

from __future__ import annotations

import pytest

from tests.parties.stories import Told, tell

LISTED = {"Northern Steel Ltd": "Company", "Pablo Star": "Vessel", "Viktor Bout": "Person"}


def read(text: str) -> Told:
    """Read a text with these names on the lists."""
    return tell(text, listed=LISTED)


def numbers(text: str) -> dict[str, list[str]]:
    return {
        party.name: [fact.value for fact in party.facts if fact.kind == "identifier"]
        for party in read(text).cast.parties
        if any(fact.kind == "identifier" for fact in party.facts)
    }


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("The tanker Pablo Star, owned by Northern Steel Ltd, IMO 9133587, burned.", "Pablo Star", "imo:9133587"),
        ("The tanker Pablo Star burned. Its IMO number is 9133587.", "Pablo Star", "imo:9133587"),
        ("IMO 9133587, the tanker Pablo Star, burned.", "Pablo Star", "imo:9133587"),
        ("Northern Steel Ltd, with its seat in Perm, has the INN 7707083893.", "Northern Steel Ltd", "inn:7707083893"),
        ("Viktor Bout, who holds Russian passport 753456789, left.", "Viktor Bout", "passport:753456789"),
    ],
)  # fmt: skip
def test_a_number_belongs_to_the_party_that_the_sentence_names(text: str, name: str, number: str) -> None:
    assert numbers(text) == {name: [number]}


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("The tanker Pablo Star met another, IMO 9133587, at night.", "IMO 9133587", "Vessel"),
        ("A tanker with the IMO number 9133587 was seen.", "IMO 9133587", "Vessel"),
        (
            "Funds went to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa in May.",
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "LegalEntity",
        ),
        ("An aircraft with the tail number RA-76502 landed.", "RA-76502", "Airplane"),
    ],
)
def test_a_number_alone_is_a_party_of_its_own(text: str, name: str, schema: str) -> None:
    (party,) = [each for each in read(text).cast.parties if each.name == name]

    assert party.schema == schema
    assert [fact.kind for fact in party.facts] == ["identifier"]


def test_a_number_told_twice_is_one_party() -> None:
    assert list(numbers("A ship, IMO 9133587, was seen. IMO 9133587 was seen again.")) == ["IMO 9133587"]


def test_a_passport_number_alone_names_nobody() -> None:
    assert numbers("Police found passport 753456789 on the floor.") == {}
