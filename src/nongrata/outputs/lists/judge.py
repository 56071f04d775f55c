"""`nongrata lists judge`: a person's word on whether two entries are one party."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from nongrata.lists import Listing
from nongrata.lists.joins.join import Member
from nongrata.lists.joins.judgements import Judgement, Verdict, id_of, member_of, standing
from nongrata.outputs.lists.joins import SCHEMA, entries_of, named
from nongrata.outputs.story.show import print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.lists.joins import JoinShelf
from nongrata.values import NongrataError

_VERDICTS = {Verdict.SAME: "the same", Verdict.NOT_SAME: "not the same", Verdict.UNSURE: "unsure"}


def add_judge_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `lists judge` among the commands of `lists`."""
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
    judge.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")


def _judge(args: argparse.Namespace, settings: Settings) -> int:
    by = (args.by or "").strip()
    if not by:
        raise NongrataError("found nobody who judges; wanted --by with a name")
    entries = entries_of(ListShelf(settings.home).current())
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
        print_json({"schema": SCHEMA, "rows": [_judgement_row(made)]})
        return 0
    what = "taken back: " if made.taken_back else ""
    print_line(f"{what}{named(left, entries)} and {named(right, entries)}: {_VERDICTS[made.verdict]}", out_console())
    return 0


def _held(shelf: JoinShelf, left: Member, right: Member) -> Judgement:
    pair = {id_of(left), id_of(right)}
    for judgement in standing(shelf.judgements()):
        if {judgement.left, judgement.right} == pair:
            return judgement
    raise NongrataError(f"found no judgement of {id_of(left)} and {id_of(right)}; wanted one to take back")


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


def _judgement_row(made: Judgement) -> dict[str, Any]:
    taken_back = made.taken_back.isoformat() if made.taken_back else None
    return {**asdict(made), "verdict": made.verdict.value, "on": made.on.isoformat(), "taken_back": taken_back}
