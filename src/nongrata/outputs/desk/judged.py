"""`nongrata judge show`: what was judged, by whom, when and why."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from nongrata.lists.joins.judgements import Judgement, Verdict
from nongrata.outputs.story.show import READ, print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.settings import Settings
from nongrata.store.judgements import KeptJudgement
from nongrata.store.opened import open_store

SCHEMA = "nongrata/judgements/1"
WORDS: Mapping[Verdict, str] = {Verdict.SAME: "same", Verdict.NOT_SAME: "not same", Verdict.UNSURE: "unsure"}


def show_judgements(args: argparse.Namespace, settings: Settings) -> int:
    """Show all judgements, or those on one party."""
    shelf = open_store(settings).judgements
    held = {kept.number for kept in shelf.standing()}
    shown = [kept for kept in shelf.all() if args.party is None or _is_asked(kept, args.party)]
    if args.json:
        rows = [_row(kept, stands=kept.number in held) for kept in shown]
        print_json({"schema": SCHEMA, "rows": rows})
        return READ
    console = out_console()
    for kept in shown:
        print_line(in_words(kept), console, style="" if kept.number in held else "dim")
    if not shown:
        print_line("nothing was judged yet", console)
    return READ


def _is_asked(kept: KeptJudgement, asked: str) -> bool:
    names = () if kept.about is None else (*kept.about.subject.names, kept.about.caption)
    ids = (kept.judgement.left, kept.judgement.right)
    return asked in ids or any(asked.casefold() in name.casefold() for name in names)


def in_words(kept: KeptJudgement) -> str:
    """Give a judgement as a line."""
    made: Judgement = kept.judgement
    left = made.left if kept.about is None else f"“{kept.about.subject.names[0]}”"
    right = made.right if kept.about is None else f"{kept.about.caption} ({made.right})"
    back = "" if made.taken_back is None else "taken back: "
    why = f": {made.because}" if made.because else ""
    return f"{kept.number}  {back}{left} – {right}: {WORDS[made.verdict]}, by {made.by} on {made.on:%Y-%m-%d}{why}"


def _row(kept: KeptJudgement, *, stands: bool) -> dict[str, object]:
    made, about = kept.judgement, kept.about
    return {
        "number": kept.number,
        "left": made.left,
        "right": made.right,
        "verdict": made.verdict.value,
        "by": made.by,
        "on": made.on.isoformat(),
        "because": made.because,
        "taken_back": None if made.taken_back is None else made.taken_back.isoformat(),
        "stands": stands,
        "names": [] if about is None else list(about.subject.names),
        "caption": None if about is None else about.caption,
    }
