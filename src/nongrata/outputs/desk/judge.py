"""`nongrata judge …`: say of a party and an entry of a list that they are the same, or not; it rules from then on."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from nongrata.lists.joins.judgements import Verdict
from nongrata.newsroom.entries import entry_caption
from nongrata.newsroom.judge import JudgedMatch, facts_told, judge_match, judge_members, judge_name, take_back
from nongrata.newsroom.judgement_lines import export_lines, import_lines
from nongrata.newsroom.keep import Room, open_room, reread, stories_naming, this_moment
from nongrata.outputs.aside import progress, say
from nongrata.outputs.desk.judged import SCHEMA, WORDS, in_words, show_judgements
from nongrata.outputs.numbers import whole_number
from nongrata.outputs.story.show import READ, SOME_SKIPPED, speak_utf8
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.verbs import add_verb
from nongrata.screening.judged import Subject
from nongrata.settings import Settings
from nongrata.store.judgements import KeptJudgement
from nongrata.store.opened import open_store
from nongrata.store.record import MemberId
from nongrata.values import NongrataError, Skipped

_BULK = "columns party, entry, verdict (same, not same, unsure) and because"
_MOST = 10_000_000  # characters of a file
_LAST = 10**12  # number of a judgement that anybody will make


def add_judge_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `judge` and its commands."""
    judge = add_verb(commands, "judge", "say who is the same as a listed party, and who is not")
    verbs = judge.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_say(verbs)
    show = add_verb(verbs, "show", "show what was judged, by whom, when and why")
    show.add_argument("party", nargs="?", metavar="PARTY", help="only of this id, or of this name")
    show.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")
    show.set_defaults(run=show_judgements)
    back = add_verb(verbs, "back", "take a judgement back; it stays in the book")
    back.add_argument("number", metavar="NUMBER", help="its number, as `judge show` tells it")
    back.set_defaults(run=_back)
    bulk = add_verb(verbs, "bulk", f"judge many at once: a csv with the {_BULK}")
    bulk.add_argument("file", metavar="FILE", help="the csv")
    bulk.set_defaults(run=_bulk)
    taken = add_verb(verbs, "import", "take in judgements in nomenklatura's resolver format")
    taken.add_argument("file", metavar="FILE", help="the lines: nomenklatura's, or those of `judge export`")
    taken.set_defaults(run=_import)
    for parser in (back, bulk, taken):
        _add_who(parser)
    export = add_verb(verbs, "export", "write all judgements in nomenklatura's resolver format")
    export.add_argument("file", nargs="?", default="-", metavar="FILE", help="where to (- for standard output)")
    export.set_defaults(run=_export)


def _add_say(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = verbs.add_parser(
        "say",
        help="judge a party and an entry of a list, or two parties",
        description="Judge a party and an entry of a list, or two parties of stories. It rules every later story and "
        "screening that names the same party and tells nothing new of it, and the stored stories are read again.",
    )
    made.add_argument("party", metavar="PARTY", help="the id of a party in the store, or a name")
    made.add_argument("entry", metavar="ENTRY", help="LIST:ID (us_ofac_sdn:36431), or the id of another party")
    verdict = made.add_mutually_exclusive_group(required=True)
    verdict.add_argument("--same", dest="verdict", action="store_const", const=Verdict.SAME, help="one and the same")
    verdict.add_argument(
        "--not-same", dest="verdict", action="store_const", const=Verdict.NOT_SAME, help="somebody else"
    )
    verdict.add_argument("--unsure", dest="verdict", action="store_const", const=Verdict.UNSURE, help="cannot be told")
    _add_who(made)
    made.add_argument("--schema", metavar="SCHEMA", help="of a name: Person, Company, Vessel, …")
    made.add_argument("--birth-date", metavar="DATE", help="of a name: the day or year of birth")
    made.add_argument("--country", metavar="CODE", help="of a name: its country (ru, kp, …)")
    made.set_defaults(run=_say)


def _add_who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", metavar="WHO", required=True, help="who judges")
    parser.add_argument("--because", metavar="WHY", default="", help="why")


def _say(args: argparse.Namespace, settings: Settings) -> int:
    room = open_room(settings)
    said = JudgedMatch(verdict=args.verdict, by=args.by, on=this_moment(), because=args.because)
    facts = facts_told(birth_date=args.birth_date, country=args.country)
    subject = Subject(names=(args.party,), schema=args.schema, facts=facts)
    kept = _judged(room, args.entry, said, subject)
    print_line(in_words(kept), out_console())
    return _read_again(room, [kept])


def _judged(room: Room, entry: str, said: JudgedMatch, subject: Subject) -> KeptJudgement:
    """Keep a judgement on a stored party where the name is the id of one, else on the name."""
    party = MemberId(subject.names[0])
    stored = bool(room.store.parties.get(party))
    if stored and room.store.parties.get(MemberId(entry)):
        return judge_members(room.store, party, MemberId(entry), said)
    caption = entry_caption(room.desk.index, entry)
    if stored:
        return judge_match(room.store, party, entry, said, caption=caption or "")
    if caption is None:
        raise NongrataError(f"{entry}: found no such entry on the lists in use; wanted LIST:ID (us_ofac_sdn:36431)")
    return judge_name(room.store, subject, entry, said, caption=caption)


def _read_again(room: Room, judged: Iterable[KeptJudgement]) -> int:
    """Read the stored stories that name whom the judgements are about; say how many answers have changed."""
    names = [name for each in judged if each.about is not None for name in each.about.subject.names]
    changed, skipped = 0, 0
    with progress("reading the stories that name them again"):
        for found in reread(room, stories_naming(room.store, names), now=this_moment()):
            if isinstance(found, Skipped):
                say(f"skipped: {found.item}: {found.reason}")
                skipped += 1
            else:
                changed += found.has_changed
    if changed:
        say(f"{changed} stored {'story has' if changed == 1 else 'stories have'} another answer now")
    return SOME_SKIPPED if skipped else READ


def _back(args: argparse.Namespace, settings: Settings) -> int:
    room = open_room(settings)
    number = whole_number("NUMBER", args.number, most=_LAST)
    kept = take_back(room.store, number, by=args.by, on=this_moment(), because=args.because)
    print_line(in_words(kept), out_console())
    return _read_again(room, [kept])


def _bulk(args: argparse.Namespace, settings: Settings) -> int:
    room = open_room(settings)
    made = []
    with room.store.database.transaction():  # all of them or none
        for verdict, row in _said_in(args.file):
            said = JudgedMatch(
                verdict=verdict, by=args.by, on=this_moment(), because=row.get("because") or args.because
            )
            made.append(_judged(room, row["entry"], said, Subject(names=(row["party"],))))
    if not made:
        raise NongrataError(f"{args.file}: found no rows; wanted a csv with the {_BULK}")
    print_line(f"{len(made)} judged", out_console())
    return _read_again(room, made)


def _said_in(file: str) -> Iterator[tuple[Verdict, dict[str, str]]]:
    """Give each row of a csv of judgements with its verdict. Raises NongrataError for one that cannot be used."""
    verdicts = {words.replace(" ", "_"): verdict for verdict, words in WORDS.items()}
    rows = csv.DictReader(io.StringIO(_text(file)))
    try:
        for number, row in enumerate(rows, start=2):
            verdict = verdicts.get((row.get("verdict") or "").strip().lower().replace(" ", "_").replace("-", "_"))
            empty = [column for column in ("party", "entry", "verdict") if not (row.get(column) or "").strip()]
            if verdict is None or empty:
                what = f"no {' and no '.join(empty)}" if empty else f"the verdict {row['verdict']!r}"
                raise NongrataError(f"{file}:{number}: found {what}; wanted a csv with the {_BULK}")
            yield verdict, row
    except csv.Error as error:
        raise NongrataError(f"{file}:{rows.line_num + 1}: found {error}; wanted a csv with the {_BULK}") from None


def _import(args: argparse.Namespace, settings: Settings) -> int:
    room = open_room(settings)
    added = import_lines(room.store, _text(args.file), args.file, by=args.by, now=this_moment())
    print_line(f"{len(added)} judgements taken in; the others were there", out_console())
    return _read_again(room, added)


def _export(args: argparse.Namespace, settings: Settings) -> int:
    lines = export_lines(open_store(settings))
    if args.file == "-":
        speak_utf8()
        sys.stdout.writelines(lines)
    else:
        Path(args.file).write_text("".join(lines), "utf-8")
    return READ


def _text(file: str) -> str:
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as lines:
            text = lines.read(_MOST + 1)
    except UnicodeDecodeError as error:
        raise NongrataError(f"{file}: found bytes that are no UTF-8 at {error.start}; wanted UTF-8") from None
    if len(text) > _MOST:
        raise NongrataError(f"{file}: found more than {_MOST:,} characters; wanted fewer: cut it in parts")
    return text
