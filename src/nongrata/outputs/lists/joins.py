"""`nongrata lists joins` and `lists judge`: which entries of several lists are one party, why, and who says so."""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from rich.text import Text

from nongrata.lists import ListFile, Listing
from nongrata.lists.joins.join import Join, Member
from nongrata.lists.joins.judgements import Judgement, Verdict, id_of, member_of, standing
from nongrata.outputs.aside import progress
from nongrata.outputs.story.show import speak_utf8
from nongrata.outputs.terminal_lines import out_console
from nongrata.outputs.words import one_line
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.joins import JoinShelf
from nongrata.values import NongrataError, fold

SCHEMA = "nongrata/lists-joins/1"
_SHOWN = 20  # parties; the others are counted
_VERDICTS = {Verdict.SAME: "the same", Verdict.NOT_SAME: "not the same", Verdict.UNSURE: "unsure"}
_NONE = "no entries are joined: it takes two lists or more. Add them:  nongrata lists add sdn.csv consolidated.xml"


def add_joins_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists joins` and `lists judge` among the commands of `lists`."""
    joins = commands.add_parser(
        "joins",
        help="show which entries of several lists are one party, and why",
        description="Show the parties that several lists name, their entries, and why each join was made.",
    )
    joins.add_argument("asked", nargs="?", metavar="NAME|ID", help="a name or part of one, an id (36431), or LIST:ID")
    joins.set_defaults(run=_joins)
    judge = commands.add_parser(
        "judge",
        help="say whether two entries are one party",
        description="Say whether two entries are one party. It rules over what comparing found, and can be taken back.",
    )
    judge.add_argument("left", metavar="A", help="an entry: its id (36431), or LIST:ID (us_ofac_sdn:36431)")
    judge.add_argument("right", metavar="B", help="the other entry")
    verdict = judge.add_mutually_exclusive_group(required=True)
    verdict.add_argument("--same", dest="verdict", action="store_const", const=Verdict.SAME, help="one party")
    verdict.add_argument("--not-same", dest="verdict", action="store_const", const=Verdict.NOT_SAME, help="two parties")
    verdict.add_argument("--unsure", dest="verdict", action="store_const", const=Verdict.UNSURE, help="keep them apart")
    verdict.add_argument("--take-back", action="store_true", help="take back what was judged of these two before")
    judge.add_argument("--by", metavar="WHO", help="who judges")
    judge.add_argument("--because", metavar="WHY", default="", help="why")
    judge.set_defaults(run=_judge)
    for parser in (joins, judge):
        parser.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")


def _joins(args: argparse.Namespace, settings: Settings) -> int:
    files = ListShelf(settings.home).current()
    with progress("comparing the lists"):
        joins = JoinShelf(settings.home).joins(files, with_reasons=True)
    entries = _entries(files)
    parties = [party for party in _parties(joins, entries) if _is_asked(party.members, args.asked, entries)]
    if args.asked is not None and not parties:
        asked = _asked(args.asked, entries)
        raise NongrataError(f"{args.asked}: {asked}; wanted one that several lists name")
    if args.json:
        _print_json([_row(party, entries) for party in parties])
        return 0
    console = out_console()
    if not parties:
        _print(_NONE, console)
    shown = parties if args.asked is not None else parties[:_SHOWN]
    for party in shown:
        _show(party, entries, console)
    if len(parties) > len(shown):
        _print(
            f"and {len(parties) - len(shown):,} more parties on several lists: ask for one, or --json for all", console
        )
    return 0


def _judge(args: argparse.Namespace, settings: Settings) -> int:
    by = (args.by or "").strip()
    if not by:
        raise NongrataError("found nobody who judges; wanted --by with a name")
    entries = _entries(ListShelf(settings.home).current())
    left, right = _entry(args.left, entries), _entry(args.right, entries)
    if left == right:
        raise NongrataError(f"found {id_of(left)} twice; wanted two entries")
    shelf = JoinShelf(settings.home)
    now = datetime.now(UTC).replace(tzinfo=None)  # nomenklatura's times are UTC's, without saying so
    if args.take_back:
        made = replace(_held(shelf, left, right), by=by, on=now, because=args.because, taken_back=now)
    else:
        made = Judgement(
            left=id_of(left), right=id_of(right), verdict=args.verdict, by=by, on=now, because=args.because
        )
    shelf.judge(made)
    if args.json:
        _print_json([_judgement_row(made)])
        return 0
    what = "taken back: " if made.taken_back else ""
    _print(
        f"{what}{_named(left, entries)} and {_named(right, entries)}: {_VERDICTS[made.verdict]}",
        out_console(),
    )
    return 0


def _held(shelf: JoinShelf, left: Member, right: Member) -> Judgement:
    pair = {id_of(left), id_of(right)}
    for judgement in standing(shelf.judgements()):
        if {judgement.left, judgement.right} == pair:
            return judgement
    raise NongrataError(f"found no judgement of {id_of(left)} and {id_of(right)}; wanted one to take back")


def _entries(files: Sequence[ListFile]) -> Mapping[Member, Listing]:
    return {(act.list_id, act.entity_id): each for file in files for each in file.listings for act in each.designations}


def _entry(asked: str, entries: Mapping[Member, Listing]) -> Member:
    """Give the entry that an id names. Raises NongrataError for none or several."""
    member = member_of(asked)
    if member in entries and member is not None:
        return member
    found = sorted(key for key in entries if key[1] == asked)
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(map(id_of, found))
        raise NongrataError(f"{asked}: found {several}; wanted one of them, as LIST:ID")
    raise NongrataError(f"{asked}: found no such entry on the lists in use; wanted an id, or LIST:ID")


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
    _print(entries[party.members[0]].caption, console, style="bold")
    for member in party.members:
        _print(f"  {_named(member, entries)}", console)
    for join in party.joins:
        _print(f"  {id_of(join.left)} = {id_of(join.right)} ({join.score:.2f})", console)
        for reason in join.why:
            _print(f"    {reason}", console, style="yellow" if reason.startswith("but ") else "")


def _named(member: Member, entries: Mapping[Member, Listing]) -> str:
    return f"{id_of(member)} {entries[member].caption}"


def _row(party: _Party, entries: Mapping[Member, Listing]) -> dict[str, Any]:
    return {
        "entries": [{"list_id": key[0], "entity_id": key[1], "caption": entries[key].caption} for key in party.members],
        "joins": [{**asdict(join), "left": id_of(join.left), "right": id_of(join.right)} for join in party.joins],
    }


def _judgement_row(made: Judgement) -> dict[str, Any]:
    taken_back = made.taken_back.isoformat() if made.taken_back else None
    return {**asdict(made), "verdict": made.verdict.value, "on": made.on.isoformat(), "taken_back": taken_back}


def _print(words: str, console: Console, *, style: str = "") -> None:
    indent = " " * (len(words) - len(words.lstrip(" ")))
    console.print(Text(indent + one_line(words), style=style), soft_wrap=True)


def _print_json(rows: list[dict[str, Any]]) -> None:
    speak_utf8()
    text = json.dumps({"schema": SCHEMA, "rows": rows}, ensure_ascii=False, indent=1)
    sys.stdout.write(text.encode("utf-8", errors="backslashreplace").decode() + "\n")
