"""The tree of owners on a terminal, and of what the party owns: each with its share, its listings, who says so."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from nongrata.outputs.own.tree import Branch, caught_by, listed_by
from nongrata.outputs.terminal_lines import print_text
from nongrata.outputs.words import one_line
from nongrata.ownership.own import Owned


def print_tree(root: Branch, owned: Owned, console: Console) -> None:
    """Print a party and the branches below it."""
    print_text(_branch_text(root, owned), console, indent=2)
    _print_branches(root.branches, owned, console, "")


def _print_branches(branches: Sequence[Branch], owned: Owned, console: Console, before: str) -> None:
    for number, branch in enumerate(branches, start=1):
        is_last = number == len(branches)
        sign, bar = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
        width = max(20, console.width - 2 - len(before) - 3)
        lines = _branch_text(branch, owned).wrap(console, width)
        for nth, line in enumerate(lines):
            line.rstrip()
            lead = before + (bar if nth else sign)
            console.print(Text("  " + lead, style="dim") + line, no_wrap=True, overflow="ignore", crop=False)
        _print_branches(branch.branches, owned, console, before + bar)


def _branch_text(branch: Branch, owned: Owned) -> Text:
    member = owned.around.members[branch.label]
    listed, caught = listed_by(owned, member), caught_by(owned, branch.label)
    style = "bold red" if listed else "bold yellow" if caught else "bold"
    text = Text()
    if branch.tie:
        text.append(f"{one_line(branch.tie)}  ", "" if branch.counts else "dim")
    text.append(one_line(branch.label), style)
    if listed:
        text.append(f" [{' '.join(map(one_line, listed))}]", "red")
    if caught:
        text.append(f" (caught: {' '.join(caught)})", "yellow")
    maybe = next((each for each in member.listed if each.verdict == "possible"), None)
    if maybe is not None and not listed:
        text.append(f" (possibly {one_line(maybe.caption)})", "magenta")
    if branch.sources:
        text.append(f"  {branch.sources}", "dim")
    if branch.more:
        text.append(f"  {branch.more}", "dim italic")
    return text
