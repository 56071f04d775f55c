"""Official lists damaged by chance, put on a shelf that has the sound ones: what is refused, and what becomes of it."""

from __future__ import annotations

import gzip
import random
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from nongrata.lists import find_sources, read_list
from nongrata.store import ListShelf
from nongrata.values import NongrataError

FILES = (
    "ofac_consolidated_2025-12/cons_prim.csv",
    "ofac_sdn_series/sdn_2024-02-23.csv.gz",
    "ofac_consolidated_xml/*.xml*",
    "un/un_consolidated_2026-08-01.xml.gz",
    "canada/sema-lmes_2025-05.xml.gz",
    "australia/dfat_2026-08.xlsx",
    "japan/mof_shisantouketsu_2026-03-05.xlsx",
    "uk/*.ods",
)
PAGE = b"<!DOCTYPE html><html><head><title>503 Service Unavailable</title></head><body>Come back later.</body></html>"
_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "damage" * 10}">' for n in range(9))
_HUGE = 24 * 1024 * 1024


@dataclass(slots=True)
class Damaged:
    """What became of the damaged files."""

    files: int = 0
    refused: int = 0
    crashes: list[str] = field(default_factory=list)
    longest: float = 0.0  # seconds of CPU: the machine may be busy with other things
    slowest: str = ""
    lost: list[str] = field(default_factory=list)  # taken, and the list in use lacks entries that it had
    kinds: Counter[str] = field(default_factory=Counter)

    def in_words(self) -> str:
        """Give the figures."""
        return (
            f"{self.files} files, {len(self.crashes)} crashes, {self.longest:.1f} s of CPU at the longest; "
            f"{self.refused} refused, {self.files - self.refused - len(self.lost) - len(self.crashes)} taken that lack "
            f"no entry, {len(self.lost)} in whose place a good list lost entries"
        )


def damaged_files(lists: Path, count: int, *, seed: int) -> Damaged:
    """Damage files, try to put each in the place of the sound one, and say what happened."""
    chance, told = random.Random(seed), Damaged()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        sound = [path for pattern in FILES for path in sorted(lists.glob(pattern))[:1]]
        for path in sound:
            _add(ListShelf(home / path.name), path)
        for number in range(count):
            kind = list(DAMAGES)[number % len(DAMAGES)]
            path = chance.choice(sound)
            bad = Path(folder) / "damaged" / path.name
            bad.parent.mkdir(exist_ok=True)
            bad.write_bytes(DAMAGES[kind](path, chance))
            _try(ListShelf(home / path.name), bad, f"{number} {kind} {path.name}", told)
            told.kinds[kind] += 1
    return told


def _try(shelf: ListShelf, path: Path, words: str, told: Damaged) -> None:
    (before,) = shelf.current()
    told.files += 1
    started = time.process_time()
    try:
        _add(shelf, path)
    except NongrataError:
        told.refused += 1
    except Exception as error:  # noqa: BLE001  a crash is what is looked for
        told.crashes.append(f"{words}: {type(error).__name__}: {error}")
    took = time.process_time() - started
    if took > told.longest:
        told.longest, told.slowest = took, words
    (after,) = shelf.current()
    if lost := len({each.designations[0].entity_id for each in before.listings} - _ids(shelf)):
        told.lost.append(f"{words}: {lost} of {len(before.listings)} entries")
    if after.version != before.version:  # the sound one again, for the next
        shelf.add(before, (), now=datetime.now(UTC), accept=True)


def _ids(shelf: ListShelf) -> set[str]:
    return {each.designations[0].entity_id for file in shelf.current() for each in file.listings}


def _add(shelf: ListShelf, path: Path) -> None:
    for source in find_sources([path]):
        shelf.add(read_list(source), source.paths, now=datetime.now(UTC))


# The kinds of damage.


def _plain(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def _packed(path: Path, data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=1) if path.suffix == ".gz" else data


def _cut(path: Path, chance: random.Random) -> bytes:
    data = _plain(path)
    return _packed(path, data[: chance.randrange(len(data))])


def _cut_packed(path: Path, chance: random.Random) -> bytes:
    data = path.read_bytes()
    return data[: chance.randrange(len(data))]


def _flip(path: Path, chance: random.Random) -> bytes:
    data = bytearray(_plain(path))
    for _ in range(chance.choice((1, 10, 1_000))):
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    return _packed(path, bytes(data))


def _entity_bomb(path: Path, chance: random.Random) -> bytes:
    bomb = f"<!DOCTYPE bomb [{_ENTITIES}]>".encode()
    data = _plain(path)
    if not data.startswith(b"PK"):
        head, end, rest = data.partition(b"?>")
        return _packed(path, head + end + bomb + rest if end else bomb + data)
    name = "content.xml" if path.suffix == ".ods" else "xl/workbook.xml"
    return _rezipped(path, {name: lambda part: part.replace(b"?>", b"?>" + bomb, 1)})


def _zip_bomb(path: Path, chance: random.Random) -> bytes:
    if not path.suffix.startswith((".xlsx", ".ods")):
        return gzip.compress(_plain(path)[: chance.randrange(2_000)] + bytes(400 * 1024 * 1024), compresslevel=1)
    zeros = bytes(300 * 1024 * 1024)
    return _rezipped(path, {"xl/worksheets/sheet1.xml": lambda part: part + zeros, "content.xml": lambda _: zeros})


def _charset(path: Path, chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-32", "cp1251", "shift_jis", "cp037"))
    data = _plain(path)
    text = data.decode("latin-1" if data.startswith(b"PK") else "utf-8", errors="replace")
    return _packed(path, text.encode(encoding, errors="replace"))


def _huge_field(path: Path, chance: random.Random) -> bytes:
    data = _plain(path)
    at = chance.randrange(len(data))
    return _packed(path, data[:at] + b"A" * _HUGE + data[at:])


def _error_page(path: Path, chance: random.Random) -> bytes:
    data = _plain(path)
    return _packed(path, chance.choice((PAGE, b"", b"{}", PAGE + data, data[: len(data) // 2] + PAGE)))


def _rezipped(path: Path, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    with tempfile.TemporaryFile() as out:
        with (
            zipfile.ZipFile(path) as source,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
        ):
            for name, part in _parts(source):
                target.writestr(name, changes[name](part) if name in changes else part)
        out.seek(0)
        return out.read()


def _parts(source: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in source.namelist():
        yield name, source.read(name)


DAMAGES: Mapping[str, Callable[[Path, random.Random], bytes]] = {
    "cut short": _cut,
    "cut short, packed": _cut_packed,
    "bytes flipped": _flip,
    "entity bomb": _entity_bomb,
    "zip bomb": _zip_bomb,
    "another charset": _charset,
    "huge field": _huge_field,
    "error page": _error_page,
}
