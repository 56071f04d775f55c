"""Who consolidates whom, as GLEIF's level 2 data tells it: relationship records and reporting exceptions, in XML.

Level 1 (LEI records) is read for the names behind the LEIs. GLEIF's csv of the same is `from_gleif_csv`'s.

Consolidation is an accountant's word: the parent controls for the accounts, and how much it holds is mostly untold. A
direct parent is a parent without a share; an ultimate one may be the chain told again, and is a link that owns nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from nongrata.lists.xml import Element, Opening, local_name, records_of
from nongrata.ownership.holder import Holder
from nongrata.ownership.stakes import Kind, Stake, read_stake
from nongrata.values import Skipped

MAX_ELEMENTS = 50_000_000
MAX_NAMES = 50
KINDS: Mapping[str, Kind] = {"IS_DIRECTLY_CONSOLIDATED_BY": "parent"}
_TAGS = ("RelationshipRecord", "Exception", "LEIRecord")


def stakes_in_gleif(path: Path) -> Iterator[Stake | Holder | Skipped]:
    """Give the parents of relationship records, the parties of LEI records; exceptions and what has lapsed as skipped.

    Raises ListError where the XML is damaged or goes beyond measure.
    """
    for record in records_of(path, _TAGS, Opening(attribute="version"), most=MAX_ELEMENTS):
        if local_name(record) == "LEIRecord":
            if (holder := _holder(path.name, record)) is not None:
                yield holder
        elif local_name(record) == "Exception":
            why = f"declares no parent ({_text(record, 'ExceptionCategory')}): {_text(record, 'ExceptionReason')}"
            yield Skipped(stage="ownership", item=_text(record, "LEI") or str(path), reason=why)
        else:
            yield _of_record(path, record)


def _of_record(path: Path, record: Element) -> Stake | Skipped:
    child, parent = (_text(node, "NodeID") for node in (_first(record, "StartNode"), _first(record, "EndNode")))
    since, until = _period(record)
    status = _text(record, "RelationshipStatus")
    if status not in ("", "ACTIVE") and not until:
        return Skipped(
            stage="ownership", item=child or str(path), reason=f"a relationship that is {status}, since when is untold"
        )
    found = read_stake(
        {
            "owner": parent,
            "owned": child,
            "percent": _share(record),
            "kind": KINDS.get(_text(record, "RelationshipType"), "linked"),
            "since": since,
            "until": until,
            "source": f"GLEIF {_text(record, 'ValidationSources')}".strip(),
        }
    )
    return found if isinstance(found, Stake) else Skipped(stage="ownership", item=child or str(path), reason=found.says)


def _holder(source: str, record: Element) -> Holder | None:
    lei = _text(record, "LEI")
    names = [
        _text(record, "LegalName"),
        *(" ".join((e.text or "").split())[:500] for e in record.iter("{*}OtherEntityName")),
    ]
    country = _text(_first(record, "LegalAddress"), "Country").lower()
    number = _text(record, "RegistrationAuthorityEntityID")
    if not lei:
        return None
    return Holder(
        id=lei,
        names=tuple(dict.fromkeys(filter(None, names)))[:MAX_NAMES],
        schema="Company",
        countries=(country,) if country else (),
        numbers=(("leiCode", lei), *((("registrationNumber", number),) if number else ())),
        source=source,
    )


def _period(record: Element) -> tuple[str, str]:
    for period in record.iter("{*}RelationshipPeriod"):
        if _text(period, "PeriodType") == "RELATIONSHIP_PERIOD":
            return _text(period, "StartDate")[:10], _text(period, "EndDate")[:10]
    return "", ""


def _share(record: Element) -> str | None:
    for quantifier in record.iter("{*}RelationshipQuantifier"):
        if _text(quantifier, "QuantifierUnits") == "PERCENTAGE":
            return _text(quantifier, "QuantifierAmount") or None
    return None


def _first(element: Element, name: str) -> Element | None:
    return next(element.iter(f"{{*}}{name}"), None)


def _text(element: Element | None, name: str) -> str:
    found = None if element is None else _first(element, name)
    return "" if found is None else " ".join((found.text or "").split())[:200]
