"""What news only speaks of is no fact: sentences of all kinds that vouch for nothing."""

from __future__ import annotations

import pytest

from bench.events.doubtful import cases, facts_in
from tests.events.reading import brief, events_in
from tests.events.test_wordings_of_wires import told


def test_what_is_only_spoken_of_is_no_fact() -> None:
    assert [(text, facts) for types, text in cases() if (facts := facts_in(text, types))] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Army 'killed 50 civilians' in Sudan - report", ("ASSAULT", "alleged", "sd", "50 civilians")),
        ("Kyiv claimed responsibility for sinking a patrol ship.", ("ASSAULT", "asserted", "ua", "a patrol ship")),
        ("Kigali denies backing Hezbollah and accuses Congo of theft.", ("ACCUSE", "asserted", "rw", "cd")),
        ("Iran denied it, days after France expelled an Iranian envoy.", ("SANCTION", "asserted", "fr", "ir")),
    ],
)
def test_who_vouches_for_it_is_told_from_who_does_not(text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in told(text)


def test_an_accusation_goes_on_in_the_next_sentence() -> None:
    text = "According to the indictment, Lena Vogt bought chips in Ohio. She then shipped them to Russia."

    shipped = next(event for event in events_in(text, {"Lena Vogt": ""}) if event.type == "AID")

    assert brief(shipped) == ("AID", "alleged", "Lena Vogt", "ru")
