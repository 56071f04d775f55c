"""What is shipped is what is in the checkout: the tables, the pages, the types, the licence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

CHECKOUT = Path(__file__).parent.parent


def is_ours(path: Path) -> bool:
    """True for a file that belongs to the package: no cache, compiled file or what an editor left."""
    return path.is_file() and not path.name.endswith((".pyc", "~")) and not any(p.startswith(".") for p in path.parts)


def test_a_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, stdin=subprocess.DEVNULL)

    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as packed:
        held = set(packed.namelist())
    source = CHECKOUT / "src"
    inside = (path.relative_to(source) for path in source.rglob("*") if is_ours(path.relative_to(CHECKOUT)))
    assert {path.as_posix() for path in inside} - held == set()
    assert "nongrata/py.typed" in held
    assert [name for name in held if name.endswith("licenses/LICENSE")] != []
    assert [name for name in held if not name.startswith("nongrata")] == []
