"""What is said beside the answer, on standard error: failures, notes, and that something is under way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nongrata.values.loading import load

if TYPE_CHECKING:
    from rich.console import Console

_BEGIN, _END = 1_500, 500  # letters shown of a long line: what was found may be a whole file's text


def say(words: str) -> None:
    """Print one line on standard error; what would move the cursor or turn the line around is left out."""
    if sys.stderr is None:  # closed by whoever started us
        return
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    line = " ".join(shown.split())
    if len(line) > _BEGIN + _END:
        line = f"{line[:_BEGIN]} … {line[-_END:]}"
    sys.stderr.write(line + "\n")
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
