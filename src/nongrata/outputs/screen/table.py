"""Answers on a terminal: each hit with its listings; rows without a hit are counted, not lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from nongrata.lists import ListVersion
from nongrata.outputs.regimes import regime_of
from nongrata.outputs.screen.answer import Answer, Listed, force_words, in_words, says_of, telling_days
from nongrata.outputs.screen.exposed import exposure_lines
from nongrata.outputs.terminal_lines import out_console, print_text
from nongrata.outputs.words import EXPOSURES, country_words, date_words, one_line, starter_notice
from nongrata.rows import BadRow
from nongrata.screening import Match
from nongrata.screening.record import Effect, Verdict
from nongrata.values import fold

_COLOURS: dict[str, str] = {"match": "bold red", "possible": "bold magenta", "no match": "bold", "skipped": "yellow"}
_MARKS: dict[str, str] = {"match": "■", "possible": "◆", "no match": "·", "skipped": "!"}
_SIGNS: dict[Effect, str] = {"for": "+", "against": "−", "note": "·"}
_VERDICTS: dict[Verdict, str] = {"match": "match", "possible": "possibly", "rejected": "not"}
_KINDS = {
    "Person": "person",
    "Company": "company",
    "Organization": "organisation",
    "Vessel": "ship",
    "Airplane": "aircraft",
    "LegalEntity": "person or body",
}
_MOST = 4  # dates, countries and programs of one party that are shown


def show_answers(
    found: Iterable[Answer], lists: Sequence[ListVersion], *, explain: bool, is_table: bool
) -> dict[str, int]:
    """Print the answers as they come, then what they were made with; give how many rows came to what."""
    console = out_console()
    counts = print_answers(found, console, explain=explain, is_table=is_table)
    console.print()
    if is_table:
        print_text(Text(in_words(counts), style="bold"), console)
    used = ", ".join(f"{each.list_id} {one_line(each.version)} ({each.entities:,})" for each in lists)
    print_text(Text(f"Lists, their versions and entries: {used}.", style="dim"), console)
    if notice := starter_notice(lists):
        print_text(Text(notice[1], style="dim"), console)
    return counts


def print_answers(found: Iterable[Answer], console: Console, *, explain: bool, is_table: bool) -> dict[str, int]:
    """Print the answers; of a table, rows that follow each other without a hit are one line."""
    counts: dict[str, int] = {}
    for group in _groups(found, is_table=is_table):
        for answer in group:
            counts[answer.outcome] = counts.get(answer.outcome, 0) + 1
        if len(group) > 1:
            rows = f"rows {group[0].row.number:,} to {group[-1].row.number:,}"
            print_text(Text(f"{len(group):,} names without a match ({rows})", style="dim"), console, lead="· ")
        else:
            _print_answer(group[0], console, explain=explain, is_table=is_table)
    return counts


def _groups(found: Iterable[Answer], *, is_table: bool) -> Iterator[list[Answer]]:
    """Put rows that follow each other without a hit together, where they are rows of a table."""
    group: list[Answer] = []
    for answer in found:
        is_bare = is_table and answer.outcome == "no match" and not answer.listed and not answer.ownership
        if group and not is_bare:
            yield group
            group = []
        if is_bare:
            group.append(answer)
        else:
            yield [answer]
    if group:
        yield group


def _print_answer(answer: Answer, console: Console, *, explain: bool, is_table: bool) -> None:
    row = answer.row
    about = [f"row {row.number:,}"] if is_table else []
    about += [one_line(row.id)] if row.id else []
    colour = _COLOURS[answer.outcome]
    head = Text.assemble((one_line(row.name) or "(no name)", colour))
    head.append(f"  {' · '.join(about)}" if about else "", style="dim")
    if answer.outcome in ("no match", "skipped"):
        head.append(f"  {answer.outcome}", style="dim" if answer.outcome == "no match" else colour)
    if isinstance(row, BadRow):
        head.append(f": {one_line(row.reason)}")
    print_text(head, console, lead=f"{_MARKS[answer.outcome]} ")
    for found in answer.listed:
        _print_listed(found, console, explain=explain)
    if answer.ownership:
        words = "and through its owners" if answer.is_listed else EXPOSURES[answer.exposure or "none"]
        print_text(Text(f"{words}:", style="bold yellow"), console, indent=2, lead="▲ ")
        for line in exposure_lines(answer.ownership)[: None if explain else _MOST]:
            print_text(Text(line), console, indent=4)
    for note in () if isinstance(row, BadRow) else row.notes:
        print_text(Text(one_line(note), style="yellow"), console, indent=2, lead="! ")


def _print_listed(found: Listed, console: Console, *, explain: bool) -> None:
    hit = found.hit
    line = Text.assemble(
        (f"{_VERDICTS[hit.verdict]} ", _COLOURS.get(hit.verdict, "dim")),
        f"{hit.score:.2f}  ",
        (one_line(found.caption), "bold"),
        (" · ".join(["", *_said(found)]), ""),
    )
    print_text(line, console, indent=2)
    if not explain:
        print_text(Text(_in_short(found.matches)), console, indent=4)
        return
    for match in found.matches:
        print_text(Text(_listing(match)), console, indent=4)
    for reason in hit.reasons:
        print_text(Text(one_line(says_of(reason))), console, indent=6, lead=f"{_SIGNS[reason.effect]} ")


def _in_short(matches: Sequence[Match]) -> str:
    """Give one listing for each regime, what is in force first, and since when the first of them stands."""
    told = sorted(matches, key=lambda match: (match.in_force is False, match.list_id == "us_csl"))
    by_regime: dict[str, Match] = {}
    for match in told:
        by_regime.setdefault(regime_of(match.list_id), match)
    acts = [f"{regime} {one_line(match.entity_id)}{_ended(match)}" for regime, match in by_regime.items()]
    first = min((match.listed_on for match in matches if match.listed_on is not None), default=None)
    return " · ".join(acts) + ("" if first is None else f" · since {date_words(first.text)}")


def _ended(match: Match) -> str:
    return "" if match.in_force is not False else f" ({force_words(match).rpartition(', ')[2]})"


def _said(found: Listed) -> list[str]:
    """Give what tells the listed party from a namesake: the name that is like, what it is, when born, from where."""
    party, name = found.hit.party, found.hit.name
    other = [f"as “{one_line(name.text)}”"] if fold(name.text) != fold(found.caption) else []
    days = [date_words(str(day)) for day in telling_days(day for day, _who in party.birth_dates)]
    born = [f"born {_some(days, ' or ')}"] if days else []
    return [*other, _KINDS.get(party.schema, party.schema.lower()), *born, *_countries(party.countries)]


def _countries(codes: Iterable[str]) -> list[str]:
    names = [country_words(code) for code in sorted(codes)]
    return [_some(names, ", ")] if names else []


def _some(words: Sequence[str], between: str) -> str:
    more = len(words) - _MOST
    return between.join(words[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _listing(match: Match) -> str:
    programs = _some(tuple(map(one_line, match.programs)), ", ")
    told = (f"{regime_of(match.list_id)} {one_line(match.entity_id)}", force_words(match), programs)
    return " · ".join(filter(None, told))
