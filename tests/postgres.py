"""A PostgreSQL of the tests' own: a cluster in a fresh folder, on a socket, as a user who is not root."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = "/usr/lib/postgresql"
_PLAIN_USERS = ("postgres", "nobody")  # for root, whom PostgreSQL refuses


def find_programs() -> Path | None:
    """Give the folder of initdb and pg_ctl, or None."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    return max(Path(_DEBIAN).glob("*/bin"), default=None, key=lambda folder: float(folder.parent.name))


@contextmanager
def running_postgres(programs: Path, *settings: str) -> Iterator[str]:
    """Start a cluster, with settings of its own, and give the URL of its database; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="nongrata-pg-"))
    try:
        user = _own(folder)
        data = str(folder / "data")
        options = " ".join((f"-k {folder} -c listen_addresses='' -c fsync=off", *(f"-c {each}" for each in settings)))
        _run(user, programs / "initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync")
        _run(user, programs / "pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://desk@/postgres?host={folder}"
        finally:
            _run(user, programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _own(folder: Path) -> str | None:
    """Give the folder to a plain user where we are root; the user's name, or None where we are one ourselves."""
    if os.geteuid() != 0:
        return None
    for user in _PLAIN_USERS:
        try:
            shutil.chown(folder, user)
        except LookupError:
            continue
        return user
    return None


def _run(user: str | None, program: Path, *words: str) -> None:
    # In its own session and with no handle of ours: the server outlives pg_ctl.
    subprocess.run(
        [program, *words],
        check=True,
        user=user,
        cwd="/",
        timeout=60,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
