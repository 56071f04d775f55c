"""Resolve the dependencies of pyproject.toml into the lock files: exact versions with their hashes, no index named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
RUN, DEV = "requirements.lock", "requirements-dev.lock"
FTM, SPARK = "requirements-ftm.lock", "requirements-spark.lock"

# The file, what goes into it, and the locks it must agree with.
LOCKS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (RUN, ("pyproject.toml", "--group", "build"), ()),
    (DEV, ("--group", "dev"), (RUN,)),
    (FTM, ("pyproject.toml", "--extra", "ftm", "--group", "interop"), (RUN, DEV)),
    (SPARK, ("pyproject.toml", "--extra", "spark"), (RUN, DEV, FTM)),
)
# Every platform from one file; a week for a bad release to be found.
OPTIONS = ("--universal", "--python-version=3.11", "--generate-hashes", "--upgrade", "--exclude-newer=1 week")


def lock(name: str, wanted: tuple[str, ...], agreeing: tuple[str, ...]) -> None:
    """Write one lock file."""
    constraints = [f"--constraints={other}" for other in agreeing]
    told = "--custom-compile-command=make lock"
    command = [sys.executable, "-m", "uv", "pip", "compile", *wanted, *constraints, *OPTIONS, told, "--quiet"]
    subprocess.run([*command, "--output-file", name], cwd=CHECKOUT, check=True)


if __name__ == "__main__":
    for row in LOCKS:
        lock(*row)
