"""Who is named in news stories of our own, as TOML files in the folders below.

text        the story; its first line is the headline
parties     a line each: schema | name ; other forms of it | entries of lists, `none`, `namesake` or `optional`. A form
            stands for every place where the text has it, the longer forms taken first; with some words around it, and
            itself in [brackets], for that place alone. `namesake`: not listed, but called as somebody who is.
            `optional`: neither wanted nor wrong.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_SETS = Path(__file__).parent / "sets"
FOLDERS = {
    "25 stories of our own": _SETS / "named",
    "twelve later ones": _SETS / "named_later",
    "sixteen by another hand": _SETS / "named_third",
    "ten by a third hand": _SETS / "named_fourth",
    "their other half": _SETS / "named_fifth",
    "eight by a fourth hand": _SETS / "named_sixth",
    "eight more by the fourth hand": _SETS / "named_seventh",
    "seven by a fifth hand": _SETS / "named_eighth",
    "seven more by the fifth hand": _SETS / "named_ninth",
    "four by a sixth hand": _SETS / "named_tenth",
    "four more by the sixth hand": _SETS / "named_eleventh",
    "five by a seventh hand": _SETS / "named_twelfth",
    "five more by the seventh hand": _SETS / "named_thirteenth",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A party with its places in the text and its entries on lists."""

    name: str
    schema: str
    status: str  # listed, none, namesake, optional
    entries: tuple[tuple[str, str], ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story with its labels."""

    name: str
    published: date
    text: str
    parties: tuple[Named, ...]


def read_stories(folder: Path) -> list[Story]:
    """Give the stories in the order of their names."""
    return [_story(path) for path in sorted(folder.glob("*.toml"))]


def digest_of(folder: Path) -> str:
    """Give the SHA-256 of the stories with their labels."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.toml")))).hexdigest()


def as_row(story: Story) -> Mapping[str, object]:
    """Give a story as the shared scorer reads one."""
    return {
        "id": story.name,
        "text": story.text,
        "published": story.published.isoformat(),
        "parties": [
            {
                "id": f"p{number}",
                "name": each.name,
                "type": each.schema,
                "status": "none" if each.status == "optional" else each.status,
                "uncertain": each.status == "optional",
                "mentions": [{"start": start, "end": end} for start, end in each.spans],
                "listings": [{"list": where, "id": entry} for where, entry in each.entries],
            }
            for number, each in enumerate(story.parties)
        ],
    }


def _story(path: Path) -> Story:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    text = told["text"].strip() + "\n"
    rows = [[cell.strip() for cell in line.split("|")] for line in told["parties"].strip().splitlines()]
    spans = _places(text, {number: row[1].split(";") for number, row in enumerate(rows)})
    parties = tuple(_party(row, spans[number]) for number, row in enumerate(rows))
    return Story(name=path.stem, published=told["published"], text=text, parties=parties)


def _party(row: list[str], spans: tuple[tuple[int, int], ...]) -> Named:
    schema, forms, labels = row
    is_listed = ":" in labels
    entries = tuple((one.partition(":")[0], one.partition(":")[2]) for one in labels.split()) if is_listed else ()
    name = re.sub(r".*\[|\].*", "", forms.split(";")[0].strip())
    if not spans:
        raise ValueError(f"{name!r} does not stand in the story")
    return Named(
        name=name, schema=schema, status="listed" if is_listed else labels, entries=entries, spans=tuple(sorted(spans))
    )


def _places(text: str, forms: Mapping[int, list[str]]) -> dict[int, tuple[tuple[int, int], ...]]:
    """Give each party's places: first the forms with words around them, then the longest ones."""
    taken = bytearray(len(text))
    found: dict[int, list[tuple[int, int]]] = {number: [] for number in forms}
    asked = [(form.strip(), number) for number, several in forms.items() for form in several if form.strip()]
    for form, number in sorted(asked, key=lambda each: ("[" not in each[0], -len(each[0]))):
        places = list(_found(text, form))
        if "[" in form and len(places) != 1:
            raise ValueError(f"{form!r} stands {len(places)} times in the story")
        for start, end in places:
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found[number].append((start, end))
    return {number: tuple(spans) for number, spans in found.items()}


def _found(text: str, form: str) -> Iterator[tuple[int, int]]:
    before, bracket, rest = form.partition("[")
    inside, _, after = rest.partition("]") if bracket else (before, "", "")
    before = before if bracket else ""
    pattern = rf"(?<!\w){re.escape(before)}(?<!\w)({re.escape(inside)})(?!\w){re.escape(after)}"
    return (match.span(1) for match in re.finditer(pattern, text))
