"""GLEIF's csv files: relationship records, reporting exceptions, and LEI records for the names behind the LEIs.

Layout: https://www.gleif.org/en/lei-data/gleif-golden-copy (heads such as Relationship.StartNode.NodeID).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from nongrata.ownership.holder import Holder
from nongrata.ownership.registers.csv_lines import rows_in
from nongrata.ownership.registers.from_gleif import KINDS
from nongrata.ownership.stakes import Stake, read_stake
from nongrata.values import ListError, Skipped

_CHILD, _PARENT = "Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID"
_MOST = 5  # periods and quantifiers of one record
WANTED = "GLEIF's csv of relationship records, reporting exceptions or LEI records"

Cells = Mapping[str, str]


def stakes_in_gleif_csv(path: Path) -> Iterator[Stake | Holder | Skipped]:
    """Give the parents of a csv of relationship records, the parties of LEI records, exceptions as skipped.

    Raises ListError for another csv.
    """
    rows = rows_in(path, WANTED)
    head = [cell.strip() for cell in next(rows, (1, []))[1]]
    reader = next((reader for needed, reader in _READERS if needed in head), None)
    if reader is None:
        raise ListError(f"{path}:1", "other heads", WANTED)
    for line, row in rows:
        yield from reader(path, line, dict(zip(head, map(str.strip, row), strict=False)))


def _relationship(path: Path, line: int, cells: Cells) -> Iterator[Stake | Skipped]:
    since, until = _period(cells)
    status = cells.get("Relationship.RelationshipStatus", "")
    if status not in ("", "ACTIVE") and not until:
        reason = f"a relationship that is {status}, since when is untold"
        yield Skipped(stage="ownership", item=f"{path}:{line}", reason=reason)
        return
    found = read_stake(
        {
            "owner": cells.get(_PARENT),
            "owned": cells.get(_CHILD),
            "percent": _share(cells),
            "kind": KINDS.get(cells.get("Relationship.RelationshipType", ""), "linked"),
            "since": since,
            "until": until,
            "source": f"GLEIF {cells.get('Registration.ValidationSources', '')}".strip(),
        }
    )
    yield found if isinstance(found, Stake) else Skipped(stage="ownership", item=f"{path}:{line}", reason=found.says)


def _period(cells: Cells) -> tuple[str, str]:
    for number in range(1, _MOST + 1):
        start = f"Relationship.Period.{number}."
        if cells.get(start + "periodType") == "RELATIONSHIP_PERIOD":
            return cells.get(start + "startDate", "")[:10], cells.get(start + "endDate", "")[:10]
    return "", ""


def _share(cells: Cells) -> str | None:
    for number in range(1, _MOST + 1):
        start = f"Relationship.Quantifiers.{number}."
        if cells.get(start + "quantifierUnits") == "PERCENTAGE":
            return cells.get(start + "quantifierAmount") or None
    return None


def _exception(path: Path, line: int, cells: Cells) -> Iterator[Skipped]:
    reason = cells.get("Exception.Reason.1") or cells.get("Exception.Reason", "")
    why = f"declares no parent ({cells.get('Exception.Category', '')}): {reason}"
    yield Skipped(stage="ownership", item=cells.get("LEI") or f"{path}:{line}", reason=why)


def _party(path: Path, line: int, cells: Cells) -> Iterator[Holder | Skipped]:
    lei, name = cells.get("LEI", ""), cells.get("Entity.LegalName", "")
    if not lei:
        yield Skipped(stage="ownership", item=f"{path}:{line}", reason="an LEI record without its LEI")
        return
    number = cells.get("Entity.RegistrationAuthority.RegistrationAuthorityEntityID", "")
    country = cells.get("Entity.LegalAddress.Country", "").lower()
    yield Holder(
        id=lei,
        names=(name[:500],) if name else (),
        schema="Company",
        countries=(country,) if country else (),
        numbers=(("leiCode", lei), *((("registrationNumber", number),) if number else ())),
        source=path.name,
    )


_READERS: tuple[tuple[str, Callable[[Path, int, Cells], Iterator[Stake | Holder | Skipped]]], ...] = (
    (_PARENT, _relationship),
    ("Exception.Category", _exception),
    ("Entity.LegalName", _party),
)
