"""Quality and speed, a section at a time: python -m bench [SECTION…] [--accept]

Measures the sections named, or all of them, writes their parts of bench/RESULTS.md, and raises the floors of
bench/floors.json where a measure got better. A measure below its floor fails; --accept lowers the floor to it, and the
diff shows so.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from bench.floors import falls, raised
from bench.quality import Score
from bench.sections import SECTIONS, Section, with_section

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
RESULTS = HERE / "RESULTS.md"


def main() -> int:
    """Measure, write what was measured, and say what fell."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"one of {', '.join(SECTIONS)}")
    parser.add_argument("--accept", action="store_true", help="lower the floors to what was measured")
    args = parser.parse_args()
    shared = Path(os.environ.get("NONGRATA_SHARED", HERE.parent.parent / "shared"))
    if not (shared / "score_stories.py").is_file():
        parser.error(f"{shared} has no labelled stories: set NONGRATA_SHARED to the folder that has score_stories.py")
    unknown = [name for name in args.sections if name not in SECTIONS]
    if unknown:
        parser.error(f"found the section {unknown[0]!r}; wanted one of {', '.join(SECTIONS)}")
    fallen = []
    for name in args.sections or SECTIONS:
        print(f"measuring {name}…", file=sys.stderr)
        section = measured(name, shared)
        write(name, section)
        fallen += hold(section.scores, accept=args.accept)
    print(f"{RESULTS.relative_to(HERE.parent)} written; " + ("nothing fell" if not fallen else "fell:"))
    print("\n".join(fallen))
    return 1 if fallen else 0


def measured(name: str, shared: Path) -> Section:
    """Measure one section. Only the modules of what is measured are imported: some need extras."""
    module, _, function = SECTIONS[name][1].partition(":")
    measure: Callable[[Path], Section] = getattr(import_module(module), function)
    return measure(shared)


def write(name: str, section: Section) -> None:
    """Put the section in its place in the page, and its files beside it."""
    page = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    part = section.as_markdown(name, now=datetime.now(UTC))
    RESULTS.write_text(with_section(page, part), encoding="utf-8")
    for file, text in section.beside.items():
        (HERE / file).write_text(text, encoding="utf-8")


def hold(scores: Sequence[Score], *, accept: bool) -> list[str]:
    """Compare with the floors and raise them; a set whose labels changed starts anew."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    fallen = []
    for each in scores:
        known = pinned.get(each.name, {})
        floors = known["measures"] if known.get("set") == each.digest and not accept else {}
        fallen += [f"{each.name}: {line}" for line in falls(each.measures, floors)]
        pinned[each.name] = {"set": each.digest, "measures": {**floors, **raised(each.measures, floors)}}
    FLOORS.write_text(json.dumps(pinned, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    return fallen


if __name__ == "__main__":
    raise SystemExit(main())
