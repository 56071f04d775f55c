"""The answer on one party on a terminal: verdicts and their arithmetic, the tree, what is missing or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from nongrata.lists import ListVersion
from nongrata.outputs.own.text_tree import print_tree
from nongrata.outputs.own.tree import Branch, caught_by, listed_by, tree
from nongrata.outputs.terminal_lines import out_console, print_text
from nongrata.outputs.words import and_words, date_words, one_line, starter_notice
from nongrata.ownership.ask import Meant
from nongrata.ownership.holdings import Source
from nongrata.ownership.own import Owned, Regime
from nongrata.ownership.reckoning.answer import OWNS_NOTHING
from nongrata.ownership.reckoning.paths import Link, Path
from nongrata.ownership.reckoning.solve import Verdict
from nongrata.ownership.shares import in_words

_COLOURS: dict[Verdict, str] = {
    "blocked": "bold red",
    "control": "bold yellow",
    "depends": "bold magenta",
    "unknown": "bold magenta",
    "not blocked": "bold green",
}
_MARKS: dict[Verdict, str] = {"blocked": "■", "control": "▲", "depends": "◆", "unknown": "◆", "not blocked": "·"}
_PATHS, _NOTES, _FACTS, _CONFLICTS = 6, 6, 6, 12


def show_owned(found: Meant, owned: Owned, lists: Sequence[ListVersion], sources: Sequence[Source]) -> None:
    """Print the answer on standard output."""
    print_owned(found, owned, out_console())
    print_made_with(lists, sources, out_console())


def print_owned(found: Meant, owned: Owned, console: Console) -> None:
    """Print who the party is, each regime's verdict, the tree, and what is open."""
    _print_head(found, owned, console)
    _heading("What each regime makes of it", console)
    told, silent = _told(owned)
    for group in told:
        _print_regimes(group, console)
    if silent:
        names = ", ".join(dict.fromkeys(regime.seat.short for regime in silent))
        print_text(Text(f"Neither it nor anybody above it is listed for: {names}.", style="dim"), console, indent=2)
    _print_tree("Who owns it, and to whom it is tied", tree(owned, "up"), owned, console)
    _print_tree("What it owns, and who is tied to it", tree(owned, "down"), owned, console)
    _print_conflicts(owned, console)


def _told(owned: Owned) -> tuple[list[list[Regime]], list[Regime]]:
    """Give the regimes that have something to say, those that say the same together; and the others.

    The EU's newer wording is told only where it makes a difference.
    """
    verdicts = {regime.seat.id: regime.answer.verdict for regime in owned.regimes}
    groups: dict[tuple[object, ...], list[Regime]] = {}
    silent = []
    for regime in owned.regimes:
        if regime.seat.id == "eu_2024" and verdicts.get("eu") == verdicts["eu_2024"]:
            continue
        if not regime.listed and not regime.missing and regime.answer.verdict == "not blocked":
            silent.append(regime)
            continue
        answer = regime.answer
        facts = tuple(fact.says for fact in regime.missing)
        key: tuple[object, ...] = (_words_of(regime), answer.sum, tuple(path.says for path in answer.paths), facts)
        key = ("listed",) if answer.listed else key
        groups.setdefault(key, []).append(regime)
    return list(groups.values()), silent


def _print_head(found: Meant, owned: Owned, console: Console) -> None:
    member = owned.around.party
    regimes = listed_by(owned, member)
    caught = caught_by(owned, owned.label)
    says = f"listed by {and_words(regimes)}" if regimes else "on no list"
    if caught:
        says += f"; through its owners caught under {and_words(caught)}"
    if not found.is_known:
        says = "no list and no source of stakes speaks of it"
    style = "bold red" if regimes else "bold yellow" if caught else "bold"
    print_text(Text.assemble((one_line(owned.label), style), f"  {says}"), console)
    day = f"as of {date_words(owned.as_of.isoformat())}" if owned.as_of else "as of today’s lists and stakes"
    print_text(Text(day, style="dim"), console)
    maybe = [each for each in member.listed if each.verdict == "possible"]
    for each in maybe[:3]:
        why = "; ".join(map(one_line, each.says))
        print_text(Text(f"possibly {one_line(each.caption)} ({', '.join(each.keys[:3])}): {why}"), console, lead="◆ ")
    if found.others:
        others = ", ".join(map(one_line, found.others[:6]))
        print_text(Text(f"of a like name, and not looked at: {others}", style="dim"), console)


def _print_regimes(group: Sequence[Regime], console: Console) -> None:
    """Print what several regimes say alike; each one's rule and cautions behind it."""
    answer, missing = group[0].answer, group[0].missing
    names = and_words([regime.seat.called for regime in group])
    verdict = "listed" if answer.listed else _words_of(group[0])
    head = Text.assemble((f"{_MARKS[answer.verdict]} {names}: ", "bold"), (verdict, _COLOURS[answer.verdict]))
    print_text(head, console, indent=2)
    if answer.listed:
        return
    for says in dict.fromkeys(regime.answer.says for regime in group):
        print_text(Text(one_line(says)), console, indent=4)
    for path in answer.paths[:_PATHS]:
        print_text(Text(path_words(path)), console, indent=4, lead="↳ ")
    if len(answer.paths) > _PATHS or answer.more_paths:
        print_text(Text("and more ways: --json has them", style="dim"), console, indent=6)
    for fact in missing[:_FACTS]:
        print_text(Text(one_line(fact.says)), console, indent=4, lead="? ")
    notes = dict.fromkeys(note for regime in group for note in regime.answer.notes if not note.endswith(OWNS_NOTHING))
    for note in list(notes)[:_NOTES]:
        print_text(Text(one_line(note), style="dim"), console, indent=4, lead="· ")
    for regime in group:
        print_text(Text(f"{regime.answer.rule}: {regime.answer.law}", style="dim"), console, indent=4, lead="§ ")


def _words_of(regime: Regime) -> str:
    """Give the verdict; of rules that block no property, in other words."""
    verdict = regime.answer.verdict
    is_partial = regime.seat.regime in ("us_ssi", "us_ssi_4", "us_capta_2")
    return "the prohibitions apply" if is_partial and verdict == "blocked" else verdict


def path_words(path: Path) -> str:
    """Give a way down from a listed party: "Volkov › 60 % › Holding › 51 % › Mill"."""
    first = path.links[0].owner
    steps = (f" › {_held(link)} › {one_line(link.owned)}" for link in path.links)
    return ("… " if path.cut else "") + one_line(first) + "".join(steps)


def _held(link: Link) -> str:
    if link.low is None or link.high is None:
        return "controls"
    if link.low == 0 and link.high == 100:
        return "share not told"
    low, high = in_words(link.low), in_words(link.high)
    held = f"{low} %" if low == high else f"{low} to {high} %"
    return held + {"votes": " of the votes", "joint": ", jointly"}.get(link.kind, "")


def _print_tree(title: str, root: Branch, owned: Owned, console: Console) -> None:
    if root.branches:
        _heading(title, console)
        print_tree(root, owned, console)


def _print_conflicts(owned: Owned, console: Console) -> None:
    if owned.around.is_cut:
        console.print()
        words = "More is tied to it than was looked at: what is far above or below is left out."
        print_text(Text(words, style="yellow"), console, lead="! ")
    if not owned.conflicts:
        return
    _heading("What cannot be right in the sources", console)
    for conflict in owned.conflicts[:_CONFLICTS]:
        about = f"{', '.join(map(one_line, conflict.parties[:4]))}: " if conflict.parties else ""
        print_text(Text(about + one_line(conflict.says)), console, indent=2, lead="! ")
    if len(owned.conflicts) > _CONFLICTS:
        print_text(Text(f"and {len(owned.conflicts) - _CONFLICTS} more: --json has them"), console, indent=4)


def print_made_with(lists: Sequence[ListVersion], sources: Sequence[Source], console: Console) -> None:
    """Print which lists and stakes were used."""
    console.print()
    used = ", ".join(f"{each.list_id} {one_line(each.version)} ({each.entities:,})" for each in lists)
    print_text(Text(f"Lists, their versions and entries: {used}.", style="dim"), console)
    if notice := starter_notice(lists):
        print_text(Text(notice[1], style="dim"), console)
    told = "; ".join(_source(source) for source in sources)
    print_text(
        Text(
            f"Stakes: {told or 'only what the lists say of owners; add yours with  nongrata own add FILE'}.",
            style="dim",
        ),
        console,
    )


def _source(source: Source) -> str:
    when = f", added {source.added_at[:10]}" if source.added_at else ""
    return f"{one_line(source.name)} ({source.stakes:,} stakes{when}, {source.sha256[:8]})"


def _heading(words: str, console: Console) -> None:
    console.print()
    print_text(Text(words, style="bold underline"), console)


def sources_text(sources: Iterable[Source]) -> str:
    """Give the kept sources, a line each."""
    return "".join(
        f"{one_line(source.name)}  {source.kind}, {source.stakes:,} stakes, {source.parties:,} parties described, "
        f"{source.skipped:,} rows not used; added {source.added_at}, sha256 {source.sha256[:16]}\n"
        for source in sources
    )
