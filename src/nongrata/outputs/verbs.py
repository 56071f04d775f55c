"""A command that says what it does twice: in the list of commands, and at the head of its own help."""

from __future__ import annotations

import argparse


def add_verb(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, does: str
) -> argparse.ArgumentParser:
    """Give the parser of a command that says no more of itself than this: "show who holds tokens"."""
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
