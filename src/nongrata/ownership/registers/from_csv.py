"""A table of stakes: a user's own csv with a header line, or one that Wikidata's query service gave.

A party is told by its id where there is a column of ids, else by its name. Wikidata's heads name the item in one
column ("owner") and its label in another ("ownerLabel"), and its proportions go from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from nongrata.lists.fields import country_of
from nongrata.ownership.holder import Holder
from nongrata.ownership.registers.csv_lines import rows_in
from nongrata.ownership.shares import number_of
from nongrata.ownership.stakes import Conflict, Stake, read_stake
from nongrata.values import ListError, Skipped

_ENDS = ("owner", "owned")
_OWNED = ("owned", "asset", "company", "subsidiary", "child", "entity")
_OWNER = ("owner", "parent", "holder", "shareholder")
_HEADS: Mapping[str, str] = {
    **dict.fromkeys(_OWNED, "owned"),
    **dict.fromkeys(_OWNER, "owner"),
    **{f"{name}_{what}": f"owned_{what}" for name in _OWNED for what in ("id", "country", "type", "birth_date")},
    **{f"{name}_{what}": f"owner_{what}" for name in _OWNER for what in ("id", "country", "type", "birth_date")},
    **{f"{name}_qid": "owned_id" for name in _OWNED},
    **{f"{name}_qid": "owner_id" for name in _OWNER},
    **{f"{name}{mark}": "owned_label" for name in _OWNED for mark in ("label", "_label", "_name")},
    **{f"{name}{mark}": "owner_label" for name in _OWNER for mark in ("label", "_label", "_name")},
    **dict.fromkeys(("percent", "percentage", "share", "%"), "percent"),
    "proportion": "proportion",
    **dict.fromkeys(("kind", "type"), "kind"),
    **dict.fromkeys(("since", "from", "start", "start_date"), "since"),
    **dict.fromkeys(("until", "to", "end", "end_date"), "until"),
    "source": "source",
}
_SCHEMAS = {"person": "Person", "individual": "Person", "company": "Company", "entity": "LegalEntity", "ship": "Vessel"}
_WIKIDATA = "http://www.wikidata.org/entity/"
WANTED = "a csv with a header line: owner, owned, percent; if known kind, since, until, source, owner_id, owned_id"


def stakes_in_csv(path: Path) -> Iterator[Stake | Holder | Skipped]:
    """Give the stakes of a csv, the parties that it describes, and each row that is none with its reason.

    Raises ListError for a file that cannot be read, or that has no column of owners or of the owned.
    """
    rows = rows_in(path, WANTED)
    head = heads_of(next(rows, (1, []))[1])
    if not {"owner", "owned"} <= set(head):
        raise ListError(f"{path}:1", "no columns owner and owned", WANTED)
    is_described = any(name.startswith(("owner_", "owned_")) for name in head)
    described: set[str] = set()
    for line, row in rows:
        cells = dict(zip(head, map(str.strip, row), strict=False))
        if is_described:
            for holder in _holders(path.name, cells):
                if holder.id not in described:
                    described.add(holder.id)
                    yield holder
        yield _stake(path, line, cells)


def heads_of(row: Sequence[str]) -> list[str]:
    """Give what each column holds; "" for one that is not read. Where names stand apart, the other column has the ids.

    >>> heads_of(["company", "companyLabel", "owner", "ownerLabel", "proportion"])
    ['owned_id', 'owned', 'owner_id', 'owner', 'proportion']
    >>> heads_of(["Owner", "Company", "Percentage", "Remark"])
    ['owner', 'owned', 'percent', '']
    """
    found = [_HEADS.get(cell.strip().casefold().replace(" ", "_"), "") for cell in row]
    for end in _ENDS:
        if f"{end}_label" in found:
            found = [f"{end}_id" if name == end else end if name == f"{end}_label" else name for name in found]
        elif end not in found:
            found = [end if name == f"{end}_id" else name for name in found]
    return found


def _stake(path: Path, line: int, cells: dict[str, str]) -> Stake | Skipped:
    percent: object = cells.get("percent")
    if cells.get("proportion"):
        number = number_of(cells["proportion"])
        percent = number * 100 if number is not None and 0 <= number <= 1 else cells["proportion"]
    told = {name: cells.get(name) for name in ("kind", "since", "until")}
    ends = {end: _id_of(cells, end) for end in _ENDS}
    found = read_stake(
        {**ends, **told, **_days(told), "percent": _bare(percent), "source": cells.get("source") or path.name}
    )
    if isinstance(found, Conflict):
        return Skipped(stage="ownership", item=f"{path}:{line}", reason=found.says)
    return found


def _bare(percent: object) -> object:
    return percent if not isinstance(percent, Fraction) or percent.denominator != 1 else int(percent)


def _days(told: Mapping[str, str | None]) -> dict[str, str | None]:
    """Give the dates without the clock that query services put behind them."""
    return {name: (told[name] or "").partition("T")[0] for name in ("since", "until")}


def _id_of(cells: Mapping[str, str], end: str) -> str:
    return (cells.get(f"{end}_id") or cells.get(end) or "").removeprefix(_WIKIDATA)


def _holders(source: str, cells: Mapping[str, str]) -> Iterator[Holder]:
    for end in _ENDS:
        id_, name = _id_of(cells, end), cells.get(end, "")
        country = country_of(cells.get(f"{end}_country", "")) if cells.get(f"{end}_country") else None
        born = cells.get(f"{end}_birth_date")
        if id_:
            yield Holder(
                id=id_,
                names=(name[:500],) if name and not name.startswith(_WIKIDATA) else (),
                schema=_SCHEMAS.get(cells.get(f"{end}_type", "").casefold()),
                countries=(country,) if country else (),
                birth_dates=(born[:20],) if born else (),
                source=source,
            )
