"""What is said beside the answer, on standard error: failures, notes, and that something is under way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nongrata.values.loading import load

if TYPE_CHECKING:
    from rich.console import Console


def say(words: str) -> None:
    """Print one line on standard error; what would move the cursor or turn the line around is left out."""
    if sys.stderr is None:  # closed by whoever started us
        return
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    sys.stderr.write(" ".join(shown.split()) + "\n")
    sys.stderr.flush()


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show on a terminal that something is under way; say nothing where no one looks."""
    with say_progress(words):
        yield


@contextmanager
def say_progress(words: str) -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is under way, and give what changes these words."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _words: None
        return
    console: Console = load("rich.console:Console")(stderr=True)
    text = load("rich.text:Text")
    with console.status(text(words)) as status:
        yield lambda more: status.update(text(more))
