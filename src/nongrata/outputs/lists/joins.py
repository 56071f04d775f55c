"""`nongrata lists joins`: which entries of several lists are one party, and why."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console

from nongrata.lists import ListFile, Listing
from nongrata.lists.joins.join import Join, Member
from nongrata.lists.joins.judgements import id_of
from nongrata.outputs.aside import progress
from nongrata.outputs.story.show import print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.lists.joins import JoinShelf
from nongrata.values import NongrataError, fold

SCHEMA = "nongrata/lists-joins/1"
_SHOWN = 20  # parties; the others are counted
_NONE = "no entries are joined: it takes two lists or more. Add them:  nongrata lists add sdn.csv consolidated.xml"


def add_joins_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists joins` among the commands of `lists`."""
    joins = commands.add_parser(
        "joins",
        help="show which entries of several lists are one party, and why",
        description="Show the parties that several lists name, their entries, and why each join was made.",
    )
    joins.add_argument("asked", nargs="?", metavar="NAME|ID", help="a name or part of one, an id (36431), or LIST:ID")
    joins.set_defaults(run=_joins)
    joins.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")


def _joins(args: argparse.Namespace, settings: Settings) -> int:
    files = ListShelf(settings.home).current()
    with progress("comparing the lists"):
        joins = JoinShelf(settings.home).joins(files, with_reasons=True)
    entries = entries_of(files)
    parties = [party for party in _parties(joins, entries) if _is_asked(party.members, args.asked, entries)]
    if args.asked is not None and not parties:
        asked = _asked(args.asked, entries)
        raise NongrataError(f"{args.asked}: {asked}; wanted one that several lists name")
    if args.json:
        print_json({"schema": SCHEMA, "rows": [_row(party, entries) for party in parties]})
        return 0
    console = out_console()
    if not parties:
        print_line(_NONE, console)
    shown = parties if args.asked is not None else parties[:_SHOWN]
    for party in shown:
        _show(party, entries, console)
    if len(parties) > len(shown):
        print_line(
            f"and {len(parties) - len(shown):,} more parties on several lists: ask for one, or --json for all", console
        )
    return 0


def entries_of(files: Sequence[ListFile]) -> Mapping[Member, Listing]:
    """Give each entry of the lists by its list and id."""
    return {(act.list_id, act.entity_id): each for file in files for each in file.listings for act in each.designations}


@dataclass(frozen=True, slots=True)
class _Party:
    """Entries that are one party, and what joins them."""

    members: tuple[Member, ...]
    joins: tuple[Join, ...]


def _parties(joins: Iterable[Join], entries: Mapping[Member, Listing]) -> list[_Party]:
    """Give the parties that several lists name, those of most entries first."""
    party: dict[Member, list[Member]] = {}
    known = [join for join in joins if join.left in entries and join.right in entries]
    for join in known:
        ours, theirs = party.setdefault(join.left, [join.left]), party.setdefault(join.right, [join.right])
        if ours is not theirs:
            ours += theirs
            for member in theirs:
                party[member] = ours
    joined: defaultdict[int, list[Join]] = defaultdict(list)
    for join in known:
        joined[id(party[join.left])].append(join)
    each = {id(members): members for members in party.values()}
    found = [_Party(tuple(sorted(members)), tuple(joined[key])) for key, members in each.items()]
    return sorted(found, key=lambda one: (-len(one.members), one.members))


def _is_asked(party: Sequence[Member], asked: str | None, entries: Mapping[Member, Listing]) -> bool:
    if asked is None or any(asked in (member[1], id_of(member)) for member in party):
        return True
    words = set(fold(asked).split())
    names = (fold(name.text).split() for member in party for name in entries[member].names)
    return bool(words) and any(words.issubset(name) for name in names)


def _asked(asked: str, entries: Mapping[Member, Listing]) -> str:
    alone = [[key] for key in entries if _is_asked([key], asked, entries)]
    count = "one entry" if len(alone) == 1 else f"{len(alone):,} entries"
    return f"found {count}, joined with none" if alone else "found on no list in use"


def _show(party: _Party, entries: Mapping[Member, Listing], console: Console) -> None:
    print_line(entries[party.members[0]].caption, console, style="bold")
    for member in party.members:
        print_line(f"  {named(member, entries)}", console)
    for join in party.joins:
        print_line(f"  {id_of(join.left)} = {id_of(join.right)} ({join.score:.2f})", console)
        for reason in join.why:
            print_line(f"    {reason}", console, style="yellow" if reason.startswith("but ") else "")


def named(member: Member, entries: Mapping[Member, Listing]) -> str:
    """Give an entry's id and name."""
    return f"{id_of(member)} {entries[member].caption}"


def _row(party: _Party, entries: Mapping[Member, Listing]) -> dict[str, Any]:
    return {
        "entries": [{"list_id": key[0], "entity_id": key[1], "caption": entries[key].caption} for key in party.members],
        "joins": [{**asdict(join), "left": id_of(join.left), "right": id_of(join.right)} for join in party.joins],
    }
