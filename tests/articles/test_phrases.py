"""The packed phrases are those of the reviewed tables."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("packer", "packed"), [("pack_furniture", "furniture.json"), ("pack_agencies", "agencies.json")]
)
def test_the_packed_file_is_up_to_date(packer: str, packed: str) -> None:
    pack = runpy.run_path(str(CHECKOUT / "tables" / "pack_articles.py"))[packer]

    assert (CHECKOUT / "src" / "nongrata" / "articles" / packed).read_text("utf-8") == pack()
