"""The answer on one party as FollowTheMoney entities: the parties, their stakes, what is known of listings."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.lists.ftm.entity import Entity, make_entity, make_id
from nongrata.outputs.own.tree import caught_by, listed_by
from nongrata.ownership.around import Member
from nongrata.ownership.own import Owned
from nongrata.ownership.shares import in_words
from nongrata.ownership.stakes import Stake

_LEGAL = frozenset({"Person", "Company", "Organization", "PublicBody", "LegalEntity"})
_ASSETS = frozenset({"Company", "Vessel", "Airplane", "Vehicle", "Asset"})
_LONGEST = 380


def owned_as_ftm(owned: Owned) -> Iterator[Entity]:
    """Give every party around the one asked about, then each stake between them."""
    owned_ones = {stake.owned for stake in owned.around.stakes if stake.kind in ("shares", "votes", "parent")}
    schemas = {label: _schema(each, label in owned_ones) for label, each in owned.around.members.items()}
    for label, member in owned.around.members.items():
        yield _party(owned, member, schemas[label])
    for stake in owned.around.stakes:
        yield _edge(stake, schemas)


def _schema(member: Member, is_owned: bool) -> str:  # noqa: FBT001 - one fact of the member
    told = member.holder.schema or next((each.schema for each in member.listed if each.verdict == "match"), None)
    if told == "LegalEntity" or told not in _LEGAL | _ASSETS:
        return "Company" if is_owned else "LegalEntity"
    return told or "LegalEntity"


def _party(owned: Owned, member: Member, schema: str) -> Entity:
    listed, caught = listed_by(owned, member), caught_by(owned, member.label)
    topics = ["sanction"] if listed else ["sanction.linked"] if caught else []
    notes = [
        f"{regime.seat.called}: {answer.verdict}: {answer.says} ({answer.rule})"
        for regime in owned.regimes
        if (answer := owned.answers[regime.seat.id].of(member.label)).verdict != "not blocked"
    ]
    maybe = [
        f"Possibly the same as {each.caption} ({', '.join(each.keys)}): {'; '.join(each.says)}"
        for each in member.listed
        if each.verdict == "possible"
    ]
    names = [member.label, *(name for name in member.holder.names if name != member.label)]
    return make_entity(
        _id(member.label),
        schema,
        name=[name[:_LONGEST] for name in names[:1]],
        alias=[name[:_LONGEST] for name in names[1:]],
        country=member.holder.countries,
        topics=topics,
        notes=[*notes, *maybe],
    )


def _id(label: str) -> str:
    return make_id("owned", label)


def _edge(stake: Stake, schemas: dict[str, str]) -> Entity:
    share = stake.share
    told = {
        "startDate": [stake.since.text] if stake.since else [],
        "endDate": [stake.until.text] if stake.until else [],
        "summary": [stake.source],
        "description": [stake.problem] if stake.problem else [],
    }
    ends = _id(stake.owner), _id(stake.owned)
    id_ = make_id("stake", *ends, stake.kind, str(share), str(stake.since), stake.source)
    owner, owned = schemas[stake.owner], schemas[stake.owned]
    if stake.kind in ("shares", "parent") and owner in _LEGAL and owned in _ASSETS:
        percent = [in_words(share.low) if share.exact else str(share)] if share.told else []
        return make_entity(id_, "Ownership", owner=[ends[0]], asset=[ends[1]], percentage=percent, **told)
    if stake.kind == "directorship" and owner in _LEGAL and owned in _LEGAL:
        return make_entity(id_, "Directorship", director=[ends[0]], organization=[ends[1]], **told)
    role = f"{stake.kind}, {share}" if share.told else stake.kind
    return make_entity(id_, "UnknownLink", subject=[ends[0]], object=[ends[1]], role=[role], **told)
