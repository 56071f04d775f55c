"""Entries of lists, as releases print them: whose they are, and that their fields name nobody."""

from __future__ import annotations

import pytest

from nongrata.mentions.names.entries import entry_names
from nongrata.values import Span
from tests.parties.stories import brief, tell

PERSON = (
    'KORVIN, Emil (a.k.a. "THE BAKER"; a.k.a. KORWIN, Emil), Port Orla, Norland; DOB 02 Jan 1984; nationality Norland; '
    "Gender Male (individual) [SDGT] (Linked To: ORLA SHIPPING INC.)."
)


def entries(text: str) -> list[tuple[str, str]]:
    return [(name.span.of(text), name.schema) for name in entry_names(text, Span(0, len(text)))]


def test_an_entry_gives_its_names_and_its_link() -> None:
    assert entries(PERSON) == [
        ("KORVIN, Emil", "Person"),
        ("THE BAKER", "Person"),
        ("KORWIN, Emil", "Person"),
        ("ORLA SHIPPING INC.", "Company"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SEA LARK (D5ZX9) Crude Oil Tanker Norland flag; IMO 9221970 (vessel) [SDGT].", [("SEA LARK", "Vessel")]),
        ("ORLA SHIPPING INC., Port Orla, Norland; Company Number 12 [SDGT].", [("ORLA SHIPPING INC.", "Company")]),
        ("- KORVIN, Emil Otto (Group ID: 16901)", [("KORVIN, Emil Otto", "Person")]),
        ("1. KORVIN, Emil Otto", [("KORVIN, Emil Otto", "Person")]),
        ("MOSCOW, Russia (AP) - The court met.", []),
        ("PARIS, June 3 (Reuters) - The court met.", []),
        ("The court met in [BRACKETS] on Monday.", []),
    ],
)
def test_a_story_s_paragraph_is_no_entry(text: str, names: list[tuple[str, str]]) -> None:
    assert entries(text) == names


def test_the_fields_of_an_entry_are_no_parties_and_its_aliases_are_one_with_it() -> None:
    told = tell(f"The following have been added:\n{PERSON}")

    assert set(brief(told)) == {"KORVIN, Emil", "THE BAKER", "KORWIN, Emil", "ORLA SHIPPING INC."}
    assert told.names() == ["KORVIN, Emil", "ORLA SHIPPING INC."]
