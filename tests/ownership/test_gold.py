"""The worked cases of the shared set, regime by regime."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import nongrata


@pytest.mark.shared
def test_every_worked_case_has_its_verdicts(shared: Path) -> None:
    cases = json.loads((shared / "data/gold/ownership/cases.json").read_text(encoding="utf-8"))["cases"]

    wrong = {case["id"]: found for case in cases if (found := verdicts(case)) != case["expect"]}

    assert not wrong
    assert len(cases) >= 20


def verdicts(case: dict[str, Any]) -> dict[str, str]:
    """Give the verdicts on the parties that the case asks about."""
    answers = nongrata.exposure(
        case["stakes"], case["listed"], case["regime"], case.get("control", ()), case.get("joint", ())
    )
    return {party: answers[party].verdict for party in case["expect"]}
