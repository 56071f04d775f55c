"""An accusation never becomes the deed: every frame in which news tells a thing without vouching for it."""

from __future__ import annotations

import pytest

from bench.events.reported import SPEECHES, Case, cases, outcome_of

DEEDS = ("AID", "ASSAULT")
CASES = [case for case in cases() if case.types & set(DEEDS)]
FRAMES = sorted({(case.means, case.frame) for case in CASES})


def _deeds(frame: str) -> list[Case]:
    """Give a frame filled with a transfer of arms and with a bombing."""
    return [case for case in CASES if case.frame == frame and ("missiles" in case.text or "bomb" in case.text)]


@pytest.mark.parametrize("frame", [frame for means, frame in FRAMES if means != "asserted"])
def test_what_is_only_alleged_denied_planned_or_feared_is_no_fact(frame: str) -> None:
    made_facts = [case.text for case in _deeds(frame) if outcome_of(case).is_made_a_fact]

    assert made_facts == []


def test_what_is_told_as_a_fact_is_one() -> None:
    outcomes = [outcome_of(case) for case in CASES if case.means == "asserted"]

    assert sum(each.is_fact_lost for each in outcomes) <= len(outcomes) // 20


def test_the_table_is_broad() -> None:
    assert len(FRAMES) >= 40
    assert {means for means, _frame in FRAMES} >= {
        "accused", "denied", "negated", "unclear", "planned", "threatened", "hypothetical", "requested"
    }  # fmt: skip
    assert not SPEECHES & {"AID", "ASSAULT", "COERCE", "MOBILIZE"}
