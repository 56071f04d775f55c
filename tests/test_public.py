"""The public face is a list; what it lacks may change any day."""

from __future__ import annotations

from pathlib import Path

import nongrata

PUBLIC = Path(__file__).parent / "public.txt"


def test_the_public_names_are_the_listed_ones() -> None:
    assert sorted(nongrata.__all__) == PUBLIC.read_text(encoding="utf-8").split()


def test_every_public_name_is_there_and_explains_itself() -> None:
    for name in nongrata.__all__:
        assert getattr(getattr(nongrata, name), "__doc__", None), f"nongrata.{name} has no docstring"
