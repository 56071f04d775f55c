"""The manual's examples of ownership do what it says they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "how" / "own.md"


def test_the_examples_say_what_the_manual_says(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    examples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)

    for example in examples:
        exec(example, names)

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "not blocked 42"
    assert said[1].startswith("Volkov 17 % + Northern Holding 25 % = 42 %; wanted 50 percent or more")
    assert any("hold 8 % or more of the untold 20 % of Mill: Mill is blocked" in line for line in said)
    assert names["verdicts"] == {
        "us_ofac": "not blocked",
        "eu": "not blocked",
        "uk": "not blocked",
        "ca": "not blocked",
    }
