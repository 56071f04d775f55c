"""Stakes of FollowTheMoney entities, one a line: Ownership, Directorship, Representation and UnknownLink.

The parties between them are told as holders, with their names and what tells them from namesakes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from nongrata.lists.ftm.lines import Entity, entities_in
from nongrata.ownership.holder import Holder
from nongrata.ownership.stakes import Kind, Stake, read_stake
from nongrata.values import Skipped

# the schema's owner, its owned, and the kind
_ENDS: Mapping[str, tuple[str, str, Kind]] = {
    "Ownership": ("owner", "asset", "shares"),
    "Directorship": ("director", "organization", "directorship"),
    "Representation": ("client", "agent", "acting for"),
    "UnknownLink": ("object", "subject", "linked"),
}
MAX_PAIRS = 100  # of one entity that names several owners or assets
MAX_NAMES = 50
_PARTIES = frozenset(
    ("Person", "Company", "Organization", "LegalEntity", "PublicBody", "Vessel", "Airplane", "Asset", "Vehicle")
)
_NUMBERS = ("leiCode", "innCode", "ogrnCode", "registrationNumber", "imoNumber", "taxNumber", "passportNumber")


def stakes_in_ftm(path: Path) -> Iterator[Stake | Holder | Skipped]:
    """Give the stakes and the parties of a file of entities, and each line or tie that cannot be read with its reason.

    Raises ListError for a file that is cut short or goes beyond measure.
    """
    for number, entity in entities_in(path):
        where = f"{path}:{number}"
        if isinstance(entity, str):
            yield Skipped(stage="ownership", item=where, reason=entity)
        elif entity.schema in _ENDS:
            yield from _of_entity(path.name, where, entity)
        elif entity.schema in _PARTIES:
            yield _holder(path.name, entity)


def _holder(source: str, entity: Entity) -> Holder:
    names = (entity.caption, *entity.get("name"), *entity.get("alias"), *entity.get("previousName"))
    return Holder(
        id=entity.id,
        names=tuple(dict.fromkeys(name for name in names if name))[:MAX_NAMES],
        schema=entity.schema,
        countries=(*entity.get("country"), *entity.get("jurisdiction"), *entity.get("nationality"))[:MAX_NAMES],
        birth_dates=entity.get("birthDate")[:MAX_NAMES],
        numbers=tuple((kind, value) for kind in _NUMBERS for value in entity.get(kind)[:MAX_NAMES]),
        source=", ".join(entity.datasets) or source,
    )


def _of_entity(source: str, where: str, entity: Entity) -> Iterator[Stake | Skipped]:
    owner_name, owned_name, kind = _ENDS[entity.schema]
    pairs = [(owner, owned) for owner in entity.get(owner_name) for owned in entity.get(owned_name)]
    if not pairs:
        yield Skipped(stage="ownership", item=where, reason=f"{entity.schema} without {owner_name} or {owned_name}")
    shares: tuple[str | None, ...] = entity.get("percentage") or (None,)
    for owner, owned in pairs[:MAX_PAIRS]:
        found = read_stake(
            {
                "owner": owner,
                "owned": owned,
                "percent": shares[0] if len(shares) == 1 else "several: " + "; ".join(map(str, shares)),
                "kind": kind,
                "since": entity.first("startDate", "date"),
                "until": entity.first("endDate"),
                "source": ", ".join(entity.datasets) or source,
            }
        )
        yield found if isinstance(found, Stake) else Skipped(stage="ownership", item=where, reason=found.says)
