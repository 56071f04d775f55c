"""Lines on a terminal: wrapped at its width, hanging under what leads them."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from nongrata.outputs.words import one_line


class OutConsole(Console):
    """Standard output, with colours where it is a terminal that has them."""

    def on_broken_pipe(self) -> None:
        """Leave it to the command what to do when the reader of our output went away; rich would exit with 1."""
        raise BrokenPipeError


def out_console() -> OutConsole:
    """Give the standard output, with no words or numbers coloured but those that we colour."""
    return OutConsole(highlight=False)


def print_line(words: str, console: Console, *, style: str = "") -> None:
    """Show one line, indented as it is; what would move the cursor is made visible."""
    indent = " " * (len(words) - len(words.lstrip(" ")))
    console.print(Text(indent + one_line(words), style=style), soft_wrap=True)


def print_text(text: Text, console: Console, *, indent: int = 0, lead: str = "") -> None:
    """Print a text, wrapped at the console's width; `lead` stands before its first line, and the others line up."""
    hang = cell_len(lead)
    for number, line in enumerate(text.wrap(console, max(20, console.width - indent - hang))):
        line.rstrip()
        before = " " * (indent + hang) if number else " " * indent + lead
        console.print(Text(before) + line, no_wrap=True, overflow="ignore", crop=False, highlight=False)
