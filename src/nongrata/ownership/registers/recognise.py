"""Which kind of register a file is, told by its content, and the stakes in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from nongrata.lists.files import head_of
from nongrata.ownership.holder import Holder
from nongrata.ownership.registers.from_bods import stakes_in_bods
from nongrata.ownership.registers.from_csv import WANTED, stakes_in_csv
from nongrata.ownership.registers.from_ftm import stakes_in_ftm
from nongrata.ownership.registers.from_gleif import stakes_in_gleif
from nongrata.ownership.registers.from_gleif_csv import stakes_in_gleif_csv
from nongrata.ownership.registers.from_psc import stakes_in_psc
from nongrata.ownership.stakes import Stake
from nongrata.values import ListError, Skipped

Reader = Callable[[Path], Iterator[Stake | Holder | Skipped]]
READERS: Mapping[str, tuple[Reader, str]] = {
    "csv": (stakes_in_csv, "a table of stakes"),
    "ftm": (stakes_in_ftm, "FollowTheMoney entities"),
    "bods": (stakes_in_bods, "Beneficial Ownership Data Standard"),
    "psc": (stakes_in_psc, "UK register of persons with significant control"),
    "gleif": (stakes_in_gleif, "GLEIF, XML"),
    "gleif-csv": (stakes_in_gleif_csv, "GLEIF, csv"),
}
_GLEIF_TAGS = re.compile(rb"<(?:\w+:)?(?:RelationshipData|RelationshipRecords?|LEIData|ReportingExceptionData)\b")
_MARKS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("psc", re.compile(rb'"company_number"\s*:')),
    ("bods", re.compile(rb'"(?:statementId|statementID|recordType|statementType)"\s*:')),
    ("ftm", re.compile(rb'"schema"\s*:\s*"[A-Z]')),
)
_ANY = f"a register: {WANTED}; FollowTheMoney, BODS or PSC as JSON; GLEIF as XML or csv"


def kind_of_register(path: Path) -> str:
    """Give the kind of a file of stakes. Raises ListError for a file that is of none, or cannot be read."""
    head = head_of(path).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PK"):
        raise ListError(str(path), "a zip archive", f"the file inside it, unpacked or gzipped: {_ANY}")
    if head.startswith(b"<"):
        if _GLEIF_TAGS.search(head):
            return "gleif"
        raise ListError(str(path), f"XML that begins {_shown(head)}", _ANY)
    if head[:1] in (b"{", b"["):
        found = next((kind for kind, mark in _MARKS if mark.search(head)), None)
        if found is None:
            raise ListError(str(path), f"JSON that begins {_shown(head)}", _ANY)
        return found
    first = head.partition(b"\n")[0]
    if b"Relationship." in first or b"Exception.Category" in first or b"Entity.LegalName" in first:
        return "gleif-csv"
    if not first or b"\x00" in first:
        raise ListError(str(path), "nothing" if not head else f"bytes that begin {_shown(head)}", _ANY)
    return "csv"


def stakes_in(path: Path) -> Iterator[Stake | Holder | Skipped]:
    """Give the stakes and the parties of a file of whichever kind, and what cannot be used with its reason.

    Raises ListError for a file that is of no known kind, or that cannot be read.
    """
    return READERS[kind_of_register(path)][0](path)


def _shown(head: bytes) -> str:
    return repr(head[:30].decode("utf-8", errors="replace"))
