"""Any paths as lists: files and folders sorted by what they hold, companions found beside them, each list read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from nongrata.lists.choose import newest_of
from nongrata.lists.fields import no_collecting
from nongrata.lists.formats import WANTED, NotAList, format_in, format_of
from nongrata.lists.publishers.ofac.from_csv import OfacFiles, read_ofac
from nongrata.lists.record import ListFile
from nongrata.lists.table import OFAC_CSV, OWN_CSV, OWN_MAPPING, Format
from nongrata.values import ListError, SettingError, Skipped, parse_date
from nongrata.values.loading import load

MAX_FILES = 2_000  # in a folder and the folders in it
MAX_DEPTH = 4

_DATE = re.compile(r"(?<![\d-])(\d{4}-\d{2}(?:-\d{2})?)(?![\d-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The files that make up one list, and what is to be said of them."""

    format: Format
    primary: Path
    alt: Path | None = None
    add: Path | None = None
    comments: Path | None = None
    mapping: Path | None = None  # what a user's own csv means
    notes: tuple[Skipped, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of them, in the order of their roles."""
        files = (self.primary, self.alt, self.add, self.comments, self.mapping)
        return tuple(path for path in files if path is not None)


@dataclass(slots=True)
class _Found:
    """What the paths hold: lists, companions of a list, and (in folders) files that are neither."""

    lists: list[tuple[Path, Format]] = field(default_factory=list)
    companions: list[tuple[Path, str]] = field(default_factory=list)
    others: list[Skipped] = field(default_factory=list)


def read_lists(paths: Sequence[Path], *, dated: str | None = None, as_of: date | None = None) -> tuple[ListFile, ...]:
    """Give the lists that these files and folders hold, in the order given; of several versions of a list the newest.

    `dated` is the day of lists whose files do not tell it (OFAC's csv); without it, a day in the file's name or its
    folder's counts. With `as_of`, the newest version is the newest that is not after that day.
    Raises ListError for what is no readable list; in a folder, other files are skipped, with a note.
    """
    sources = find_sources(paths)
    files = [(read_list(source, dated=dated), str(source.primary)) for source in sources]
    return newest_of(files, as_of=as_of)


def read_list(source: Source, *, dated: str | None = None) -> ListFile:
    """Give the list that one source holds."""
    version = _told_day(dated) or _day_in(source.primary.name) or _day_in(source.primary.absolute().parent.name)
    with no_collecting():
        file = _read(source, version)
    return replace(file, skipped=(*source.notes, *file.skipped))


def _read(source: Source, version: str | None) -> ListFile:
    if source.format is OFAC_CSV:
        files = OfacFiles(primary=source.primary, alt=source.alt, add=source.add, comments=source.comments)
        return read_ofac(files, version=version or "undated")
    read: Callable[..., ListFile] = load(source.format.reader)
    return read(source.primary, version=version)


def find_sources(paths: Sequence[Path], *, refused: list[ListError] | None = None) -> tuple[Source, ...]:
    """Give the lists that these files and folders hold, each with its companions.

    A companion that is given wins over one that lies beside the list. What cannot be read or is no list goes into
    `refused`, where one is given, as long as there is another that is one.
    """
    found = _sorted(paths, refused)
    given = {path for path, role in found.companions if role != OWN_MAPPING.role}
    sources = [_with_companions(path, format_, found) for path, format_ in dict.fromkeys(found.lists)]
    used = {path for source in sources for path in source.paths}
    for path in sorted(given - used):
        reason = "what looks like an alt, add or comments file of OFAC, without its sdn.csv or cons_prim.csv"
        found.others.append(Skipped(stage="lists", item=str(path), reason=reason))
    if not paths:
        return ()
    if not sources:
        first = found.others[0] if found.others else None
        where = first.item if first else str(paths[0])
        raise ListError(where, first.reason if first else "no files", WANTED)
    return (replace(sources[0], notes=(*sources[0].notes, *found.others)), *sources[1:])


def _sorted(paths: Sequence[Path], refused: list[ListError] | None) -> _Found:
    found = _Found()
    flaws: list[ListError] = []
    for path in paths:
        try:
            if path.is_dir():
                _sort_folder(path, found, flaws)
            else:
                _sort(path, format_of(path), found)
        except ListError as error:
            flaws.append(error)
    if flaws and (refused is None or not found.lists):
        raise flaws[0]
    if refused is not None:
        refused += flaws
    return found


def _sort(path: Path, format_: Format, found: _Found) -> None:
    if format_.role is None:
        found.lists.append((path, format_))
    else:
        found.companions.append((path, format_.role))


def _sort_folder(folder: Path, found: _Found, flaws: list[ListError]) -> None:
    for path in _files_in(folder):
        try:
            told = format_in(path)
        except ListError as error:  # a damaged archive may be a list
            flaws.append(error)
            continue
        if isinstance(told, NotAList):
            found.others.append(Skipped(stage="lists", item=str(path), reason=f"{told.found}, which is no list"))
        else:
            _sort(path, told, found)


def _files_in(folder: Path) -> list[Path]:
    """Give the files in a folder and the folders in it, by name; hidden ones and links to folders are left out."""
    files: list[Path] = []
    folders = [(folder, 0)]
    while folders:
        here, depth = folders.pop()
        try:
            children = sorted(islice(here.iterdir(), MAX_FILES + 1))
        except OSError as error:
            raise ListError(str(here), str(error.strerror).lower(), "a folder that can be read") from None
        seen = [child for child in children if not child.name.startswith(".")]
        files += [child for child in seen if child.is_file()]
        if depth < MAX_DEPTH:
            folders += [(child, depth + 1) for child in reversed(seen) if child.is_dir() and not child.is_symlink()]
        if len(files) + len(folders) > MAX_FILES:
            raise ListError(str(folder), f"more than {MAX_FILES} files", "a folder of lists")
    return files


def _with_companions(path: Path, format_: Format, found: _Found) -> Source:
    source = Source(format=format_, primary=path)
    if format_ is OWN_CSV:
        return replace(source, mapping=load("nongrata.lists.own_mapping:mapping_beside")(path))
    if format_ is not OFAC_CSV:
        return source
    alt, add, comments = (_companion(path, role, found) for role in ("alt", "add", "comments"))
    notes = []
    for role, chosen, lacks in (("alt", alt, "aliases"), ("add", add, "addresses")):
        if chosen is None:
            reason = f"no {role}.csv was given or lies beside it: its {lacks} are missing"
            notes.append(Skipped(stage="lists", item=str(path), reason=reason))
    return replace(source, alt=alt, add=add, comments=comments, notes=tuple(notes))


def _companion(path: Path, role: str, found: _Found) -> Path | None:
    """Give a list's companion: one that was given, in its own folder first, else one that lies beside it."""
    primaries = [other for other, format_ in found.lists if format_ is OFAC_CSV]
    given = [other for other, its in found.companions if its == role]
    if len(primaries) > 1:
        primaries = [other for other in primaries if _is_cons(other) == _is_cons(path)]
        given = [other for other in given if _is_cons(other) == _is_cons(path)]
    here = [other for other in given if other.parent == path.parent]
    if len(primaries) == 1 and (here or given):
        return _same_day(path, here or given) or (here or given)[0]
    return _same_day(path, here or _beside(path, role))


def _beside(path: Path, role: str) -> list[Path]:
    name = re.compile(rf"(?:cons_|sdn_)?{role}(?:[._-].*)?\.csv(?:\.gz)?", re.I)
    try:
        names = sorted(other for other in islice(path.parent.iterdir(), MAX_FILES) if name.fullmatch(other.name))
    except OSError:
        return []  # a folder may be closed whose files are open
    return [other for other in names if _is_cons(other) == _is_cons(path) and other.is_file()]


def _same_day(path: Path, others: Sequence[Path]) -> Path | None:
    """Choose the one whose name bears the same day as the list's, else one that bears none."""
    for wanted in (_day_in(path.name), None):
        alike = [other for other in others if _day_in(other.name) == wanted]
        if alike:
            return alike[0]
    return None


def _is_cons(path: Path) -> bool:
    return path.name.lower().startswith("cons")


def _day_in(name: str) -> str | None:
    found = _DATE.search(name)
    return found[1] if found and parse_date(found[1]) else None


def _told_day(dated: str | None) -> str | None:
    if dated is None:
        return None
    day = parse_date(dated.strip())
    if day is None or not day.is_exact or "/" in day.text:
        raise SettingError("--dated", dated, "a day as YYYY-MM-DD")
    return day.text
