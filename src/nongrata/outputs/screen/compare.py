"""`nongrata compare LEFT RIGHT`: names, files and JSON in; a verdict with its reasons out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from nongrata.outputs.screen.compare_shown import show_comparison
from nongrata.outputs.story.show import print_json
from nongrata.screening.entities.compare import Comparison, compare_subjects
from nongrata.screening.entities.properties import Subject, subject_of
from nongrata.screening.entities.properties_words import SCHEMA_OF, SCHEMAS
from nongrata.settings import Settings
from nongrata.values import SettingError, SourceError

SCHEMA = "nongrata/comparison/1"
MOST_BYTES = 16 * 1024 * 1024
_EXAMPLES = """\
examples:
  nongrata compare "Vladimir Putin" "ПУТИН, Владимир"
  nongrata compare left.json right.json --explain
  nongrata compare '{"schema": "Vessel", "name": "ICE", "imoNumber": "9929429"}' ship.json"""


def add_compare_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `compare` among the commands."""
    parser = commands.add_parser(
        "compare",
        help="say whether two names or entities are one party, and why",
        description="Say whether two names or entities are one party, with a score, a verdict and the reasons.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = "a name, a JSON file, or JSON: flat, or FollowTheMoney's with schema and properties"
    parser.add_argument("left", metavar="LEFT", help=what)
    parser.add_argument("right", metavar="RIGHT", help="the other one")
    parser.add_argument("--schema", metavar="SCHEMA", help=f"what both are where they do not say: {', '.join(SCHEMAS)}")
    parser.add_argument("--on", metavar="DATE", help="the day on which an age was told, as YYYY-MM-DD")
    parser.add_argument("--explain", action="store_true", help="show what each reason weighs, and what was compared")
    parser.add_argument("--json", action="store_true", help=f"print JSON ({SCHEMA})")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, settings: Settings) -> int:
    if args.schema is not None and args.schema.strip().lower() not in SCHEMA_OF:
        raise SettingError("--schema", args.schema, f"one of {', '.join(SCHEMAS)}")
    sides = [_subject(given, side, args.schema) for given, side in ((args.left, "left"), (args.right, "right"))]
    found = compare_subjects(sides[0], sides[1], on=_day(args.on))
    if args.json:
        print_json(as_json(found))
    else:
        show_comparison(found, sides[0], sides[1], explain=args.explain)
    return 0


def as_json(found: Comparison) -> dict[str, Any]:
    """Give a comparison as what JSON holds."""
    told = asdict(found)
    reasons = [
        {"rule": reason.rule, "effect": reason.effect, "says": reason.says, "weight": weight}
        for reason, weight in zip(found.reasons, found.weights, strict=True)
    ]
    words = [{"left": left, "right": right, "score": score, "rule": rule} for left, right, score, rule in found.words]
    kept = {name: told[name] for name in ("verdict", "score", "probability", "rank", "names")}
    return {"schema": SCHEMA, **kept, "words": words, "reasons": reasons, "skipped": told["skipped"]}


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingError("--on", text, "a day as YYYY-MM-DD") from None


def _subject(given: str, side: str, schema: str | None) -> Subject:
    return subject_of(_source(given), side=side, schema=schema)


def _source(given: str) -> object:
    """Give what the words stand for: the JSON in them, the JSON of the file that they name, or a name."""
    text = given.strip()
    if text.startswith("{"):
        return _parsed(text, given if len(given) <= 60 else f"{given[:57]}...")
    if text.lower().endswith((".json", ".jsonl")) or (len(text) < 1_000 and "/" in text and Path(text).is_file()):
        return _parsed(_read(Path(given)), given)
    return given


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(str(path), f"a file of more than {MOST_BYTES >> 20} MiB; wanted one entity as JSON")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(str(path), "found no UTF-8 text; wanted one entity as JSON") from None
    except OSError as error:
        raise SourceError(str(path), f"{(error.strerror or 'cannot be read').lower()}; wanted a JSON file") from None


def _parsed(text: str, what: str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(what, f"found no JSON ({_why(error)}); wanted one entity") from None
    if isinstance(found, list) and len(found) == 1:
        return found[0]
    if not isinstance(found, dict):
        raise SourceError(what, f"found JSON that is a {type(found).__name__}; wanted one entity: an object")
    return found


def _why(error: Exception) -> str:
    return next(_lines(str(error)), type(error).__name__)


def _lines(text: str) -> Iterator[str]:
    yield from text.splitlines()
