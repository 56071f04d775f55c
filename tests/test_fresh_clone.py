"""The promise of the README: on a machine with only Python, pip and make, one command shows a dossier."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent

# All that the set-up may use, besides Python: no git, no compiler, no uv.
TOOLS = ("cat", "cksum", "dirname", "grep", "make", "printf", "rm", "sed", "sh", "tail", "tr")


pytestmark = pytest.mark.fresh


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a bare machine: a path with the tools alone, an empty home, so an empty cache."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "bin").mkdir()
    (folder / "home").mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"{tool} is not on this machine")
        (folder / "bin" / tool).symlink_to(found)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    (folder / "bin" / "python3").symlink_to(Path(sys.base_prefix) / "bin" / version)
    return {"PATH": str(folder / "bin"), "HOME": str(folder / "home"), "LANG": "C.UTF-8"}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of what is committed; a fresh folder as a newcomer gets it."""
    git = shutil.which("git")
    if git is None or not (CHECKOUT / ".git").exists():
        pytest.skip("this is no git checkout, or git is missing")
    folder = tmp_path_factory.mktemp("clone") / "nongrata"
    subprocess.run([git, "clone", "--quiet", "--no-hardlinks", CHECKOUT, folder], check=True, stdin=subprocess.DEVNULL)
    return folder


def make(target: str, clone: Path, bare: dict[str, str]) -> str:
    """Give what `make TARGET` prints in the clone; fail with all of it when it fails."""
    done = subprocess.run(
        ["make", target], cwd=clone, env=bare, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_make_demo_shows_the_dossier_from_nothing(clone: Path, bare: dict[str, str]) -> None:
    shown = make("demo", clone, bare)

    assert "Kim Jong Un" in shown
    assert "starter list" in shown

    # The second time there is nothing left to set up.
    started = time.monotonic()
    make("setup", clone, bare)
    assert time.monotonic() - started < 3
    assert (clone / ".venv/bin/nongrata").is_file()
