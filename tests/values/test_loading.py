"""Parts that are imported only when they are asked for, and what is said where one is missing."""

from __future__ import annotations

import pytest

from nongrata.values import MissingExtra
from nongrata.values.loading import load


@pytest.mark.parametrize(
    ("extra", "install"), [("pdf", 'pip install "pypdf>='), ("none of ours", 'pip install "nongrata[none of ours]"')]
)
def test_what_is_missing_is_told_with_the_packages_that_it_wants(extra: str, install: str) -> None:
    with pytest.raises(MissingExtra, match="nowhere_to_be_found is not installed: run ") as told:
        load("nowhere_to_be_found:thing", extra=extra)

    assert install in str(told.value)


def test_a_module_of_ours_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(ModuleNotFoundError):
        load("nongrata.nowhere:thing")
