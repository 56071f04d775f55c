"""A real server on loopback, as users start it, for as long as a test needs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import httpx

STORY = (
    "MOSCOW, Sept 13 (Reuters) - North Korean leader Kim Jong Un, 39, met Russian President Vladimir Putin on"
    " Wednesday.\n\nKim toured the Yuri Gagarin aviation plant in Komsomolsk-on-Amur, a unit of United Aircraft"
    " Corporation, which is under U.S. sanctions.\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where it listens, and its home folder."""

    url: str
    home: Path

    def client(self, token: str | None = None) -> httpx.Client:
        """Give a client, with a token or without."""
        headers = {} if token is None else {"authorization": f"Bearer {token}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=90)


@contextmanager
def serving(home: Path, *words: str) -> Iterator[Server]:
    """Start `nongrata serve` and give it once its lists are loaded; end it afterwards."""
    command = [sys.executable, "-m", "nongrata", "serve", "--port", "0", *words]
    log = home / "server.log"
    home.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, env={**os.environ, "NONGRATA_HOME": str(home)}, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
        try:
            server = Server(url=_url(log, process), home=home)
            _wait_until_ready(server)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=30)
    assert "Traceback" not in log.read_text(), log.read_text()


def token_for(home: Path, name: str, role: str) -> str:
    """Make a token with the command."""
    command = [sys.executable, "-m", "nongrata", "tokens", "add", name, "--role", role]
    env = {**os.environ, "NONGRATA_HOME": str(home)}
    told = subprocess.run(command, env=env, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
    return told.stdout.decode().split()[-1]


def _url(log: Path, process: subprocess.Popen[bytes]) -> str:
    until = monotonic() + 90
    while monotonic() < until and process.poll() is None:
        found = re.search(r"serving on (http://\S+)", log.read_text())
        if found is not None:
            return found[1]
        sleep(0.05)
    raise AssertionError(f"the server did not start: {log.read_text()}")


def _wait_until_ready(server: Server) -> None:
    until = monotonic() + 90
    with server.client() as client:
        while monotonic() < until:
            if client.get("/readyz").status_code == 200:
                return
            sleep(0.05)
    raise AssertionError("the lists were not loaded in time")
