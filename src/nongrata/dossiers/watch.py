"""Who looks on while a story is read: told, stage by stage, what was made. Nobody, as a rule."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """What is told of each stage as it ends."""

    def __call__(self, stage: str, made: object, /) -> None: ...


def unwatched(stage: str, made: object, /) -> None:
    """Look away."""
