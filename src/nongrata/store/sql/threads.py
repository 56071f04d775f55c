"""A connection for each thread; those of threads that are no more are closed when the next one is made."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """What can be closed, from any thread."""

    def close(self) -> None:
        """Let go of what is held."""


Connection = TypeVar("Connection", bound=Closable)


class PerThread(Generic[Connection]):
    """The connections of all threads, each made when its thread asks first."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._made: dict[threading.Thread, Connection] = {}
        self._lock = threading.Lock()

    def get(self, *, is_good: Callable[[Connection], bool] = lambda _connection: True) -> Connection:
        """Give this thread's connection; a new one where it has none that is good."""
        own = threading.current_thread()
        found = self._made.get(own)
        if found is not None and is_good(found):
            return found
        made = self._connect()
        with self._lock:
            for thread in [thread for thread in self._made if not thread.is_alive()]:
                self._made.pop(thread).close()
            self._made[own] = made
        return made

    def close(self) -> None:
        """Close all."""
        with self._lock:
            for connection in self._made.values():
                connection.close()
            self._made.clear()
