"""A server that wants tokens, and one of each role."""

from __future__ import annotations

from dataclasses import dataclass

from tests.outputs.api.server import Server


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """The server and its tokens."""

    server: Server
    reader: str
    analyst: str
    admin: str
