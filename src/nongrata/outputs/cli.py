"""The command line: parse, one call, show. Every failure is one line and an exit status."""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from nongrata.outputs.aside import say
from nongrata.settings import Settings
from nongrata.values import NongrataError
from nongrata.values.loading import load
from nongrata.values.version import __version__

UNUSABLE, INTERRUPTED = 2, 130
_NO_SUCH = re.compile(r"argument (?P<where>[^:]+): invalid choice: (?P<found>.+) \(choose from (?P<wanted>.+)\)", re.S)

# What it does, and what adds its options and its work: of all commands only the one that is asked for is imported.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "read": ("read stories into dossiers", "story.read:add_read_command"),
    "screen": ("hold names, or a table of them, against the lists", "screen.command:add_screen_command"),
    "corpus": ("read crawls, archives and folders into tables", "corpus:add_corpus_command"),
    "demo": ("read a story that ships with the package", "story.demo:add_demo_command"),
    "compare": ("say whether two names or entities are one party, and why", "screen.compare:add_compare_command"),
    "own": ("say who owns a party, and what each regime's law makes of it", "own.command:add_own_command"),
    "watch": ("follow feeds, sitemaps, folders and pages, and tell of alerts", "desk.watch:add_watch_command"),
    "export": ("write what the store holds for other tools", "desk.export:add_export_command"),
    "judge": ("say who is the same as a listed party, and who is not", "desk.judge:add_judge_commands"),
    "audit": ("show who did what, and check that nothing was changed in it", "desk.audit:add_audit_commands"),
    "serve": ("answer over HTTP, and show the pages of the desk", "desk.serve:add_serve_command"),
    "tokens": ("say who may ask the server", "desk.tokens:add_tokens_commands"),
    "lists": ("add official sanctions lists, and show those in use", "lists.command:add_lists_commands"),
}
_EXAMPLES = """\
examples:
  nongrata demo                                  a story that ships with the package
  nongrata read story.txt --published 2023-09-15
  nongrata read https://example.org/story.html --html dossier.html
  cat story.txt | nongrata read - --json
  nongrata screen "Vladimir Putin" --explain
  nongrata screen customers.csv --output hits.csv
  nongrata own "Lebedinsky GOK" --stakes stakes.csv
  nongrata lists add sdn.csv                     (alt.csv and add.csv beside it are taken too)

exit status: 0 read; 2 unusable input or option; 3 some sources were skipped (they are listed)"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status."""
    atexit.register(gc.freeze)  # a fifth of a second: what goes with the process need not be gone through for cycles
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
        return status
    except NongrataError as error:
        say(f"error: {error}")
    except BrokenPipeError:  # the reader of our output went away: `nongrata … | head`
        _let_go_of_output()
        return 0
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except OSError as error:
        say(f"error: {error.filename or 'output'}: {error.strerror or error}")
        _let_go_of_output()
    return UNUSABLE


def _run(arguments: Sequence[str]) -> int:
    if sys.stdout is None:  # closed by whoever started us: a page may still be wanted
        sys.stdout = io.StringIO()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    asked = next((word for word in arguments if not word.startswith("-")), None)
    parser = _parser(asked)
    args = parser.parse_args(arguments)
    if asked is None:
        parser.error(f"found no command; wanted one of {', '.join(COMMANDS)}")
    work: Callable[[argparse.Namespace, Settings], int] = args.run
    return work(args, Settings.from_env(os.environ))


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        raise NongrataError(f"{_in_our_words(message)}: see  {self.prog} --help")


def _in_our_words(message: str) -> str:
    """Give argparse's complaint as all others are: what was found, and what was wanted.

    >>> _in_our_words("argument story: invalid choice: 'kit' (choose from 'kim', 'tanker')")
    "found 'kit' for story; wanted one of kim, tanker"
    >>> _in_our_words("the following arguments are required: A, B")
    'found no A, B'
    """
    if found := _NO_SUCH.fullmatch(message):
        return f"found {found['found']} for {found['where']}; wanted one of {found['wanted'].replace(chr(39), '')}"
    return message.replace("the following arguments are required: ", "found no ").removeprefix("argument ")


def _parser(asked: str | None) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="nongrata",
        description="Read the news and say who in it is under sanctions, by whom, since when, and who says so.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"nongrata {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, (does, where) in COMMANDS.items():
        if name == asked:
            load(f"nongrata.outputs.{where}")(commands)
        else:
            commands.add_parser(name, help=does)
    if asked is not None and asked not in COMMANDS:
        parser.error(f"found the command {asked!r}; wanted one of {', '.join(COMMANDS)}")
    return parser


def _let_go_of_output() -> None:
    """Send what is left of the output nowhere where it cannot be written, or leaving would stumble over it again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
