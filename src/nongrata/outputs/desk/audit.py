"""`nongrata audit`: who did what, and whether the book is whole."""

from __future__ import annotations

import argparse

from nongrata.outputs.numbers import whole_number
from nongrata.outputs.story.show import READ, UNUSABLE, print_json
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.verbs import add_verb
from nongrata.settings import Settings
from nongrata.store.audit import AuditLine
from nongrata.store.opened import open_store

SCHEMA = "nongrata/audit/1"
_MOST = 1_000_000  # lines shown at once


def add_audit_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `audit` and its commands."""
    audit = add_verb(commands, "audit", "show who did what, and check that nothing was changed in it")
    verbs = audit.add_subparsers(title="commands", metavar="COMMAND", required=True)
    verify = verbs.add_parser(
        "verify",
        help="check that no line of the audit log was changed or left out",
        description="Check that no line of the audit log was changed or left out. Keep the last digest elsewhere: told "
        "with --last, it shows that no lines were taken from the end.",
    )
    verify.add_argument("--last", metavar="DIGEST", help="a last digest that was told earlier: it must still be there")
    verify.set_defaults(run=_verify)
    show = add_verb(verbs, "show", "show the lines, the newest first")
    show.add_argument("about", nargs="?", metavar="ID", help="only those about this party, story or judgement")
    show.add_argument("--limit", default="50", metavar="N", help="how many (50)")
    show.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")
    show.set_defaults(run=_show)


def _verify(args: argparse.Namespace, settings: Settings) -> int:
    shelf = open_store(settings).audit
    verified = shelf.verify()
    console = out_console()
    broken = verified.broken
    if broken is None and args.last is not None and not shelf.has(args.last):
        broken = f"the line with the digest {args.last[:64]} is no longer there"
    if broken is not None:
        print_line(f"not whole: {broken}", console, style="bold red")
        return UNUSABLE
    print_line(f"whole: {verified.lines:,} lines; the last digest is {verified.last}", console)
    return READ


def _show(args: argparse.Namespace, settings: Settings) -> int:
    limit = whole_number("--limit", args.limit, most=_MOST)
    lines = open_store(settings).audit.find(about=args.about, limit=limit)
    if args.json:
        rows = [_row(line) for line in lines]
        print_json({"schema": SCHEMA, "rows": rows})
        return READ
    console = out_console()
    for line in lines:
        print_line(f"{line.number}  {line.at:%Y-%m-%d %H:%M:%S}  {line.who} {line.did}: {line.about}", console)
    if not lines:
        print_line("nothing was done yet" if args.about is None else f"nothing was done to {args.about}", console)
    return READ


def _row(line: AuditLine) -> dict[str, object]:
    return {
        "number": line.number,
        "at": line.at.isoformat(),
        "who": line.who,
        "did": line.did,
        "about": line.about,
        "detail": line.detail,
        "before": line.before,
        "digest": line.digest,
    }
