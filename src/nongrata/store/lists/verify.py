"""Whether a kept version is still what was kept: digests, parsing, counts, and the publisher's own bytes read again."""

from __future__ import annotations

import tempfile
from pathlib import Path

from nongrata.lists import ListFile, find_sources, read_list
from nongrata.store.lists.manifest import PARSER, Kept, counts_of
from nongrata.store.lists.shelf import ListShelf
from nongrata.store.lists.snapshot import RAW, digest_of_file
from nongrata.values import ListError, StoreError


def flaws_of(shelf: ListShelf, kept: Kept) -> tuple[str, ...]:
    """Give what is wrong with a kept version, each in one line; nothing for a sound one."""
    try:
        file = shelf.load(kept)
    except StoreError as error:
        return (str(error),)
    return (*_counts(kept, file), *(_raw(shelf, kept) or _read_again(shelf, kept, file)))


def _counts(kept: Kept, file: ListFile) -> tuple[str, ...]:
    told = {"schemas": kept.schemas, "programs": kept.programs, "skipped": kept.skipped}
    counted = counts_of(file)
    wrong = [name for name, value in told.items() if counted[name] != value]
    if kept.version != file.version:
        wrong.append("version")
    return tuple(f"manifest.json: found other {name} than the entries have; wanted what they have" for name in wrong)


def _raw(shelf: ListShelf, kept: Kept) -> tuple[str, ...]:
    folder = shelf.snapshot(kept) / RAW
    flaws = []
    for each in kept.raw:
        try:
            is_whole = digest_of_file(folder / each.name) == each.sha256
        except OSError as error:
            flaws.append(f"{folder / each.name}: found {(error.strerror or 'no file').lower()}; wanted the file kept")
            continue
        if not is_whole:
            flaws.append(f"{folder / each.name}: found other bytes than those that were kept; wanted those")
    return tuple(flaws)


def _read_again(shelf: ListShelf, kept: Kept, file: ListFile) -> tuple[str, ...]:
    """Read the publisher's bytes once more, under their own names: the same entries must come out."""
    if kept.parser != PARSER or not kept.raw:  # read by an older reader: other entries are no fault
        return ()
    folder = shelf.snapshot(kept) / RAW
    with tempfile.TemporaryDirectory() as name:
        paths = [_named(folder / each.name, Path(name)) for each in kept.raw]
        try:
            again = read_list(find_sources(paths)[0])
        except ListError as error:
            return (f"{folder}: found {error.found}; wanted {error.wanted}",)
    if again.listings != file.listings:
        return (f"{folder}: found {len(again.listings):,} entries read anew, and others than those kept; wanted those",)
    return ()


def _named(raw: Path, folder: Path) -> Path:
    number, _, name = raw.name.partition("-")
    path = folder / number / name if (folder / name).exists() else folder / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(raw.absolute())
    return path
