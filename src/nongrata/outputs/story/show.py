"""What was read, shown as it was asked for: on the terminal, as JSON, as FollowTheMoney, as a page."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from nongrata.dossiers import Dossier, as_json
from nongrata.outputs.aside import say
from nongrata.values import Skipped
from nongrata.values.loading import load

READ, UNUSABLE, SOME_SKIPPED = 0, 2, 3

Form = Literal["terminal", "json", "ftm", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How the answer is wanted."""

    form: Form  # on standard output
    page: Path | None = None  # written as well
    tables: Mapping[str, Path] = field(default_factory=dict)  # "plover", "gdelt": where the events are written as well
    several: bool = False  # sources: their JSON is one object around all


def show(found: Iterable[Dossier | Skipped], shape: Shape) -> int:
    """Show each answer as soon as it is there, and what could not be used at the end; give the exit status."""
    dossiers: list[Dossier] = []
    unused: list[Skipped] = []
    show_one = _ONE_BY_ONE.get(shape.form)
    if shape.form != "terminal":
        speak_utf8()
    for each in found:
        if isinstance(each, Skipped):
            unused.append(each)
            continue
        dossiers.append(each)
        if show_one is not None:
            show_one(each)
    _show_all(dossiers, unused, shape)
    for item in unused:
        say(f"skipped: {item.item}: {item.reason}")
    if not dossiers:
        return UNUSABLE
    return SOME_SKIPPED if unused else READ


def _show_all(dossiers: Sequence[Dossier], unused: Sequence[Skipped], shape: Shape) -> None:
    if shape.form == "json":
        _show_json(dossiers, unused, several=shape.several)
    if dossiers and shape.form == "page":
        sys.stdout.write(_page(dossiers, unused))
    if dossiers and shape.page is not None:
        shape.page.write_text(_page(dossiers, unused), "utf-8")
        say(f"page written to {shape.page}")
    for name, path in shape.tables.items():
        path.write_text("".join(TABLES[name](dossiers)), "utf-8")
        say(f"events written to {path}")


def _show_json(dossiers: Sequence[Dossier], unused: Sequence[Skipped], *, several: bool) -> None:
    shown = [as_json(dossier) for dossier in dossiers]
    if several:
        print_json({"dossiers": shown, "skipped": [asdict(each) for each in unused]})
    elif shown:
        print_json(shown[0])


def _show_on_terminal(dossier: Dossier) -> None:
    load("nongrata.outputs.story.terminal:show_dossier")(dossier)


def _show_as_ftm(dossier: Dossier) -> None:
    for entity in load("nongrata.outputs.story.as_ftm:as_ftm")(dossier):
        sys.stdout.write(json.dumps(entity, ensure_ascii=False) + "\n")


def _as_plover(dossiers: Sequence[Dossier]) -> Iterator[str]:
    as_plover: Callable[[Dossier], Iterator[object]] = load("nongrata.outputs.story.as_plover:as_plover")
    return (json.dumps(record, ensure_ascii=False) + "\n" for dossier in dossiers for record in as_plover(dossier))


def _as_gdelt(dossiers: Sequence[Dossier]) -> Iterator[str]:
    as_gdelt: Callable[[Sequence[Dossier]], Iterator[str]] = load("nongrata.outputs.story.as_gdelt:as_gdelt")
    return as_gdelt(dossiers)


def _page(dossiers: Sequence[Dossier], unused: Sequence[Skipped]) -> str:
    page: str = load("nongrata.outputs.story.page:as_page")(dossiers, skipped=unused)
    return page


def speak_utf8() -> None:
    """Write for programs in UTF-8, whatever this machine's own encoding is: JSON and our page are that."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def print_json(told: object) -> None:
    """Print one value as JSON, in UTF-8; half a character, as a file's name may hold, is escaped."""
    speak_utf8()
    text = json.dumps(told, ensure_ascii=False, indent=1)
    sys.stdout.write(text.encode("utf-8", errors="backslashreplace").decode() + "\n")


TABLES: Mapping[str, Callable[[Sequence[Dossier]], Iterator[str]]] = {"plover": _as_plover, "gdelt": _as_gdelt}
_ONE_BY_ONE: dict[Form, Callable[[Dossier], None]] = {"terminal": _show_on_terminal, "ftm": _show_as_ftm}
