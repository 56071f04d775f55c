"""Stakes of the Beneficial Ownership Data Standard, 0.2 to 0.4: relationships between the records of its statements.

An interest that is said to be indirect may come again as the chain of direct ones: it counts as "up to" its share.
An owner who is declared unknown is no person: the statement is handed on as skipped, with the reason that it gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nongrata.ownership.holder import Holder
from nongrata.ownership.registers.bods_parties import holder_of
from nongrata.ownership.registers.json_items import objects_in
from nongrata.ownership.shares import ALL, NONE, UNTOLD, Share, number_of
from nongrata.ownership.stakes import Conflict, Kind, Stake, read_stake
from nongrata.values import Skipped

_KINDS: Mapping[str, Kind] = {
    "shareholding": "shares",
    "votingrights": "votes",
    "appointmentofboard": "control",
    "otherinfluenceorcontrol": "control",
    "controlviacompanyrulesorarticles": "control",
    "controlbylegalframework": "control",
    "boardmember": "directorship",
    "boardchair": "directorship",
    "seniormanagingofficial": "directorship",
}
MAX_INTERESTS = 200


def stakes_in_bods(path: Path) -> Iterator[Stake | Holder | Skipped]:
    """Give the stakes and parties of a file of BODS statements; those without a named owner come as skipped."""
    for item in objects_in(path):
        if isinstance(item, Skipped):
            yield item
            continue
        where, statement = item
        details = _details(statement)
        if details is not None:
            yield from _of_relationship(path.name, where, details)
        elif (holder := holder_of(path.name, statement)) is not None:
            yield holder


def _details(statement: Mapping[str, object]) -> Mapping[str, object] | None:
    """Give what a statement of a relationship says; None for other statements, and for what was closed."""
    if statement.get("recordType") == "relationship" and statement.get("recordStatus") != "closed":
        found = statement.get("recordDetails")
        return found if isinstance(found, Mapping) else {}
    return statement if statement.get("statementType") == "ownershipOrControlStatement" else None


def _of_relationship(source: str, where: str, details: Mapping[str, object]) -> Iterator[Stake | Skipped]:
    owner, owned = _party(details.get("interestedParty")), _party(details.get("subject"))
    interests = details.get("interests")
    found = [each for each in interests if isinstance(each, Mapping)] if isinstance(interests, list) else []
    if owner is None or owned is None:
        yield Skipped(stage="ownership", item=where, reason=_why(details.get("interestedParty")))
        return
    if not found:
        found = [{}]  # a relationship of untold interests is still one
    for interest in found[:MAX_INTERESTS]:
        stake = _stake(source, (owner, owned), interest)
        yield stake if isinstance(stake, Stake) else Skipped(stage="ownership", item=where, reason=stake.says)
    if len(found) > MAX_INTERESTS:
        yield Skipped(stage="ownership", item=where, reason=f"more than {MAX_INTERESTS} interests: the others are left")


def _party(value: object) -> str | None:
    """Give the id of a record (0.4), or of the statement that describes it (0.2, 0.3)."""
    if isinstance(value, Mapping):
        value = value.get("describedByEntityStatement") or value.get("describedByPersonStatement")
    return value if isinstance(value, str) and value else None


def _why(value: object) -> str:
    told = value.get("unspecified", value) if isinstance(value, Mapping) else None
    reason = told.get("reason") if isinstance(told, Mapping) else None
    return f"the owner is declared unknown: {str(reason)[:200]}" if reason else "a relationship without both its ends"


def _stake(source: str, parties: tuple[str, str], interest: Mapping[str, object]) -> Stake | Conflict:
    share = _share(interest.get("share"))
    if "indirect" in (interest.get("directOrIndirect"), interest.get("interestLevel")):
        share = (
            share if isinstance(share, str) else Share(low=NONE, high=share.high, below=share.below, told=share.told)
        )
    kind = str(interest.get("type") or "shareholding").replace("-", "").casefold()
    return read_stake(
        {
            "owner": parties[0],
            "owned": parties[1],
            "percent": share,
            "kind": _KINDS.get(kind, "linked"),
            "since": interest.get("startDate"),
            "until": interest.get("endDate"),
            "source": source,
        }
    )


def _share(share: object) -> Share | str:
    """Give the share; words that are none where a number cannot be read."""
    if not isinstance(share, Mapping):
        return UNTOLD
    if share.get("exact") is not None:
        number = number_of(share["exact"])
        return "unreadable" if number is None else Share(low=number, high=number)
    low, above = _bound(share, ("minimum", "exclusiveMinimum"))
    high, below = _bound(share, ("maximum", "exclusiveMaximum"))
    bounds = (number_of(low), number_of(high))
    if low is None and high is None:
        return UNTOLD
    if (low is not None and bounds[0] is None) or (high is not None and bounds[1] is None):
        return "unreadable"
    return Share(
        low=NONE if bounds[0] is None else bounds[0],
        high=ALL if bounds[1] is None else bounds[1],
        above=above,
        below=below,
    )


def _bound(share: Mapping[str, object], names: Sequence[str]) -> tuple[object, bool]:
    """Give a bound and whether it is itself left out: a flag until 0.3, a number of its own in 0.4."""
    plain, exclusive = (share.get(name) for name in names)
    if exclusive is None or isinstance(exclusive, bool):
        return plain, bool(exclusive) and plain is not None
    return exclusive, True
