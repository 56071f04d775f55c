"""A comparison on a terminal: the verdict, the two side by side, and what speaks for and against."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nongrata.outputs.terminal_lines import out_console
from nongrata.outputs.words import one_line
from nongrata.screening.entities.compare import Comparison
from nongrata.screening.entities.numbers import KINDS
from nongrata.screening.entities.properties import Subject
from nongrata.screening.entities.verdict import THRESHOLD
from nongrata.screening.record import Verdict
from nongrata.values.countries import country_name

_LOOKS: dict[Verdict, tuple[str, str, str]] = {  # mark, colour, words
    "match": ("■", "bold red", "the same party"),
    "possible": ("◆", "bold magenta", "possibly the same party: a person should look"),
    "rejected": ("·", "bold", "not the same party"),
}
_SIGNS = {"for": ("+", "green"), "against": ("−", "red"), "note": ("·", "dim")}
_MOST_NAMES = 6

Facts = Callable[[Subject], Iterable[str]]
_ROWS: tuple[tuple[str, Facts], ...] = (
    ("is a", lambda of: [of.schema] if of.schema else []),
    ("names", lambda of: [name.text for name in of.names]),
    ("born", lambda of: [*(day.in_words for day in of.births), *(f"aged {age}" for age in of.ages)]),
    ("died", lambda of: [day.in_words for day in of.deaths]),
    ("founded", lambda of: [day.in_words for day in (*of.founded, *of.built)]),
    ("gender", lambda of: sorted(of.genders)),
    ("countries", lambda of: sorted(country_name(code) for code in of.countries | of.flags)),
    ("born in", lambda of: [*of.birth_places, *sorted(country_name(code) for code in of.born_in)]),
    ("numbers", lambda of: [f"{KINDS[number.kind].words} {number.text}" for number in of.numbers]),
    ("positions", lambda of: of.positions),
    ("addresses", lambda of: of.addresses),
    ("contacts", lambda of: [*of.sites, *of.emails, *of.phones]),
)


def show_comparison(found: Comparison, left: Subject, right: Subject, *, explain: bool) -> None:
    """Print a comparison on standard output, with colours where it is a terminal that has them."""
    print_comparison(found, left, right, out_console(), explain=explain)


def print_comparison(found: Comparison, left: Subject, right: Subject, console: Console, *, explain: bool) -> None:
    """Print the verdict, both sides, and the reasons. Colour, width and NO_COLOR are the console's."""
    mark, colour, words = _LOOKS[found.verdict]
    console.print(Text.assemble((f"{mark} {found.verdict}", colour), f"  {words}"))
    about = f"score {found.score:.2f} (the same from {THRESHOLD:.2f})"
    if explain or found.verdict != "possible":  # which says how sure it is, and the note why
        about += f" · {_share(found.probability)} of such pairs are one"
    console.print(Text(about + (f" · rank {found.rank:.2f}" if explain else ""), style="dim"))
    console.print()
    console.print(_sides(left, right))
    console.print()
    console.print(_reasons(found, explain=explain))
    if explain and found.words:
        console.print()
        console.print(_words(found))
    for skipped in found.skipped:
        console.print(Text(f"not compared: {one_line(skipped.item)}: {one_line(skipped.reason)}", style="dim"))


def _share(probability: float) -> str:
    return (
        f"{probability:.0%}" if 0.005 <= probability < 0.995 else "nearly all" if probability > 0.5 else "next to none"
    )


def _sides(left: Subject, right: Subject) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("")
    table.add_column("left", overflow="fold")
    table.add_column("right", overflow="fold")
    for label, facts in _ROWS:
        ours, theirs = _cell(facts(left)), _cell(facts(right))
        if ours or theirs:
            table.add_row(Text(label, style="dim"), Text(ours or "–"), Text(theirs or "–"))
    return table


def _cell(values: Iterable[str]) -> str:
    shown = [one_line(value) for value in values]
    more = len(shown) - _MOST_NAMES
    return "\n".join(shown[:_MOST_NAMES]) + (f"\nand {more} more" if more > 0 else "")


def _words(found: Comparison) -> Table:
    """Give which word stands for which: what was paired, how surely, and by which rule."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for head in ("word", "stands for", "how surely", "because of"):
        table.add_column(head, justify="right" if head == "how surely" else "left", overflow="fold")
    for left, right, score, rule in found.words:
        table.add_row(one_line(left), one_line(right), f"{score:.2f}", Text(rule, style="dim"))
    return table


def _reasons(found: Comparison, *, explain: bool) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column()
    if explain:
        table.add_column(justify="right")
        table.add_column(style="dim")
    table.add_column(overflow="fold")
    for reason, weight in zip(found.reasons, found.weights, strict=True):
        sign, colour = _SIGNS[reason.effect]
        weighed = (Text(f"{weight:.2f}" if weight else ""), Text(reason.rule)) if explain else ()
        table.add_row(Text(sign, style=colour), *weighed, Text(one_line(reason.says)))
    return table
