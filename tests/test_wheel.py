"""What is shipped is what is in the checkout: the tables, the pages, the types, the licence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

CHECKOUT = Path(__file__).parent.parent
# What a build leaves out though it lies there: compiled files, and what an editor or a system drops.
NOISE = (".pyc", "~", ".swp", ".DS_Store")


def test_a_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, stdin=subprocess.DEVNULL)

    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as packed:
        held = set(packed.namelist())
    source = CHECKOUT / "src"
    wanted = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    assert {name for name in wanted - held if not name.endswith(NOISE)} == set()
    assert "nongrata/py.typed" in held
    assert [name for name in held if name.endswith("licenses/LICENSE")] != []
    assert [name for name in held if not name.startswith("nongrata")] == []
