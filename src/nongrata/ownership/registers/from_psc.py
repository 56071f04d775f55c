"""Persons with significant control, as Companies House gives its snapshots: one JSON object a line.

The register's bands leave room: "ownership-of-shares-25-to-50-percent" is more than 25 and not more than 50 (Companies
Act 2006, Schedule 1A; S.I. 2016/339, Schedule 2). A person is told by the register's own number, not by the name; a
company by the number that it is registered under, written as org-id.guide does (GB-COH-01234567).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from nongrata.lists.fields import country_of
from nongrata.ownership.holder import Holder
from nongrata.ownership.registers.json_items import objects_in
from nongrata.ownership.stakes import Kind, Stake, read_stake
from nongrata.values import Skipped

_BANDS = {
    "25-to-50": "more than 25 but not more than 50",
    "50-to-75": "more than 50 but less than 75",
    "75-to-100": "75 or more",
    "more-than-25": "more than 25",
}
_NATURE = re.compile(r"(ownership-of-shares|voting-rights|right-to-share-surplus-assets)-(.+?)-percent(?:-.*)?")
_OWNS: Mapping[str, Kind] = {"ownership-of-shares": "shares", "voting-rights": "votes"}
_CONTROLS = ("right-to-appoint-and-remove-directors", "significant-influence-or-control")
MAX_NATURES = 50
_BRITISH = frozenset({"gb", ""})
_PARTS_OF_BRITAIN = frozenset({"england", "wales", "england and wales", "scotland", "northern ireland", "british"})


def stakes_in_psc(path: Path) -> Iterator[Stake | Holder | Skipped]:
    """Give the stakes and persons of a snapshot; statements without a person, and secret persons, as skipped."""
    for item in objects_in(path):
        if isinstance(item, Skipped):
            yield item
        else:
            yield from _of_line(path.name, *item)


def _of_line(source: str, where: str, line: Mapping[str, object]) -> Iterator[Stake | Holder | Skipped]:
    data = line.get("data")
    data = data if isinstance(data, Mapping) else {}
    kind, company, natures = str(data.get("kind")), line.get("company_number"), data.get("natures_of_control")
    if kind.startswith("totals#"):
        return
    owner = _owner(data)
    if not isinstance(company, str) or owner is None or "person-with-significant-control" not in kind:
        told = data.get("statement") or data.get("description") or kind
        yield Skipped(stage="ownership", item=where, reason=f"no person who holds: {str(told)[:200]}")
        return
    yield _company(source, company)
    yield _holder(source, owner, data)
    for nature in (natures if isinstance(natures, list) and natures else ["not told"])[:MAX_NATURES]:
        kind_, percent = _meaning(str(nature))
        yield _stake(
            where,
            {
                "owner": owner,
                "owned": british(company),
                "percent": percent,
                "kind": kind_,
                "since": data.get("notified_on"),
                "until": data.get("ceased_on"),
                "source": source,
            },
        )


def _stake(where: str, row: Mapping[str, object]) -> Stake | Skipped:
    found = read_stake(row)
    return found if isinstance(found, Stake) else Skipped(stage="ownership", item=where, reason=found.says)


def british(number: str) -> str:
    """Give a company's number as org-id.guide writes it.

    >>> british("56099"), british("SC123456")
    ('GB-COH-00056099', 'GB-COH-SC123456')
    """
    return f"GB-COH-{number.strip().upper().zfill(8)}"


def _owner(data: Mapping[str, object]) -> str | None:
    """Give the number that a company is registered under, else the register's own of the person."""
    told, links = data.get("identification"), data.get("links")
    number = told.get("registration_number") if isinstance(told, Mapping) else None
    if isinstance(number, str) and number.strip() and data.get("name"):
        country = _country(told.get("country_registered")) if isinstance(told, Mapping) else ""
        return british(number) if country in _BRITISH else f"{country.upper()}-{number.strip()}"
    self_ = links.get("self") if isinstance(links, Mapping) else None
    return self_ if isinstance(self_, str) and self_ else None


def _company(source: str, number: str) -> Holder:
    """Give the company that a line is about; the register of control has no names of companies."""
    numbers = (("registrationNumber", number), ("registrationNumber", number.strip().upper().zfill(8)))
    return Holder(
        id=british(number), schema="Company", countries=("gb",), numbers=tuple(dict.fromkeys(numbers)), source=source
    )


def _holder(source: str, owner: str, data: Mapping[str, object]) -> Holder:
    """Give the person as the register describes it; a birth date has no day there."""
    name, born, told = data.get("name"), data.get("date_of_birth"), data.get("identification")
    year, month = (born.get("year"), born.get("month")) if isinstance(born, Mapping) else (None, None)
    number = told.get("registration_number") if isinstance(told, Mapping) else None
    country = _country(told.get("country_registered") if isinstance(told, Mapping) else data.get("nationality"))
    return Holder(
        id=owner,
        names=(name[:500],) if isinstance(name, str) and name.strip() else (),
        schema="Person" if str(data.get("kind")).startswith("individual") else "Company",
        countries=(country,) if country else (),
        birth_dates=(f"{year:04d}-{month:02d}",) if isinstance(year, int) and isinstance(month, int) else (),
        numbers=(("registrationNumber", number),) if isinstance(number, str) and number.strip() else (),
        source=source,
    )


def _country(told: object) -> str:
    """Give the country, "" where none is told; England is no country of its own."""
    words = str(told or "").strip()
    return "gb" if words.casefold() in _PARTS_OF_BRITAIN else country_of(words) or ""


def _meaning(nature: str) -> tuple[Kind, str | None]:
    """Give the kind of stake and its share.

    >>> _meaning("voting-rights-50-to-75-percent-as-trust")
    ('votes', 'more than 50 but less than 75')
    >>> _meaning("right-to-appoint-and-remove-directors"), _meaning("not told")
    (('control', None), ('shares', None))
    """
    if found := _NATURE.fullmatch(nature):
        return _OWNS.get(found[1], "linked"), _BANDS.get(found[2])
    if nature.startswith(_CONTROLS):
        return "control", None
    return ("shares" if nature == "not told" else "linked"), None
