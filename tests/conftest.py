"""What tests share: the parts that may be missing, and what to say when they are."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a loaded machine is no fault of what is tested
settings.load_profile("any machine")

CHECKOUT = Path(__file__).parent.parent


def missing(part: str, reason: str) -> None:
    """Skip the test, or fail it where NONGRATA_REQUIRE names the part."""
    if part in os.environ.get("NONGRATA_REQUIRE", "").replace(",", " ").split():
        pytest.fail(f"{reason}, and NONGRATA_REQUIRE names {part}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists and labelled stories beside the checkout."""
    folder = Path(os.environ.get("NONGRATA_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "data").is_dir():
        missing("shared", "the shared lists and stories are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        missing("chromium", "no Chromium on this machine")
        raise AssertionError  # pragma: no cover - missing() never returns
    return found


@pytest.fixture(scope="session")
def ftm() -> str:
    """The path of the `ftm` command of the followthemoney package."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("ftm", path=beside) or shutil.which("ftm")
    if found is None:
        missing("ftm", "the followthemoney package is not installed: it needs a compiler and ICU")
        raise AssertionError  # pragma: no cover - missing() never returns
    return found
