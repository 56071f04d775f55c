"""What is no deed of anybody's: a team's attack, a plot, a storm, a tirade; and whose police it is in a small town."""

from __future__ import annotations

import pytest

from tests.events.reading import brief, events_in

MATCH = (
    "Spain attacked Italy's defence from kick-off and won the semi-final 2-1. "
    "Italy surrendered the lead after half-time, and the goalkeeper was sent off. "
)


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [brief(event) for event in events_in(text, {"Lena Vogt": ""}, ("Volga Bank",))]


@pytest.mark.parametrize(
    "text",
    [
        MATCH,
        MATCH + "Spain will meet France in the final.",
        "In the new thriller a spy of Denmark kills the ambassador of Sweden.",
        "The director makes a film about the Dambusters, in which Britain bombs German dams.",
        "Hurricane Milton threatened Georgia with floods.",
        "A gas explosion destroyed a block of flats and killed a boy.",
        "Lena Vogt retreated to Spain to write a book.",
        "Lena Vogt attacked the past of France.",
        "Lena Vogt, who heads a ward in Romania, wept.",
        "Volga Bank ploughs on in Norway.",
        "Volga Bank closed the pool, blaming repair costs.",
        "Lena Vogt raised the alarm at night.",
        "China will launch a probe in May.",
    ],
)
def test_what_is_played_written_or_blown_by_the_wind_is_no_act(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (MATCH + "Spanish police arrested Lena Vogt in the stadium.", ("COERCE", "asserted", "es", "Lena Vogt")),
        (MATCH + "Spain accused Italy of bribing the referee.", ("ACCUSE", "asserted", "es", "it")),
        ("Volga Bank attacked Lena Vogt for her prices.", ("ACCUSE", "asserted", "Volga Bank", "Lena Vogt")),
        ("Russia attacked Ukraine for a third night.", ("ASSAULT", "asserted", "ru", "ua")),
        ("China launched a probe into Volga Bank.", ("ACCUSE", "asserted", "cn", "Volga Bank")),
        ("Spain ploughed millions into Volga Bank.", ("COOPERATE", "asserted", "es", "Volga Bank")),
        ("France voiced alarm at the coup in Niger.", ("ACCUSE", "asserted", "fr", "ne")),
        ("A film on the war ended. Russia bombed Ukraine.", ("ASSAULT", "asserted", "ru", "ua")),
    ],
)
def test_what_was_really_done_is_told(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_the_government_after_a_round_of_others_is_the_storys_own() -> None:
    text = (
        "The army of Gabon seized the ministries in Libreville on Monday.\n\n"
        "China urged Gabon to free him. Russia urged Gabon to wait. Nigeria condemned Gabon's officers.\n\n"
        "The government arrested Lena Vogt."
    )

    assert ("COERCE", "asserted", "ga", "Lena Vogt") in told(text)
