"""The answer on one party as plain JSON values: nongrata/ownership/1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction

from nongrata.lists import ListVersion
from nongrata.ownership.around import Member
from nongrata.ownership.ask import Meant
from nongrata.ownership.holdings import Source
from nongrata.ownership.own import Owned, Regime
from nongrata.ownership.reckoning.answer import Answer, Sum
from nongrata.ownership.reckoning.missing_shares import Fact
from nongrata.ownership.reckoning.paths import Path
from nongrata.ownership.resolve import Listed
from nongrata.ownership.stakes import Stake
from nongrata.values.version import __version__

SCHEMA = "nongrata/ownership/1"
Json = dict[str, object]


def owned_as_json(found: Meant, owned: Owned, lists: Sequence[ListVersion], sources: Sequence[Source]) -> Json:
    """Give the answer. Shares are numbers of percent; what is a range has two bounds."""
    made_by = {
        "nongrata": __version__,
        "lists": {
            each.list_id: {"version": each.version, "sha256": each.sha256, "entities": each.entities} for each in lists
        },
        "stakes": [asdict(source) for source in sources],
        "as_of": None if owned.as_of is None else owned.as_of.isoformat(),
    }
    return {
        "schema": SCHEMA,
        "made_by": made_by,
        "party": _member(owned, owned.around.party),
        "is_known": found.is_known,
        "others": list(found.others),
        "regimes": [_regime(regime) for regime in owned.regimes],
        "parties": [_member(owned, member) for member in owned.around.members.values()],
        "stakes": [stake_as_json(stake) for stake in owned.around.stakes],
        "conflicts": [{"parties": list(each.parties), "says": each.says} for each in owned.conflicts],
        "is_cut": owned.around.is_cut,
    }


def _member(owned: Owned, member: Member) -> Json:
    return {
        "name": member.label,
        "ids": list(member.ids),
        "schema": member.holder.schema,
        "listed": [_listed(each) for each in member.listed],
        "verdicts": {seat: answers.of(member.label).verdict for seat, answers in owned.answers.items()},
    }


def _listed(listed: Listed) -> Json:
    return {
        "verdict": listed.verdict,
        "caption": listed.caption,
        "score": listed.score,
        "listings": [
            {
                "list": act.list_id,
                "entity_id": act.entity_id,
                "caption": act.caption,
                "listed_on": None if act.listed_on is None else str(act.listed_on),
                "delisted_on": None if act.delisted_on is None else str(act.delisted_on),
                "source_url": act.source_url,
            }
            for act in listed.acts
        ],
        "reasons": list(listed.says),
    }


def _regime(regime: Regime) -> Json:
    answer: Answer = regime.answer
    return {
        "id": regime.seat.id,
        "regime": regime.seat.regime,
        "called": regime.seat.called,
        "list": regime.seat.list_id,
        "rule": answer.rule,
        "law": answer.law,
        "verdict": answer.verdict,
        "listed_itself": answer.listed,
        "sum": _sum(answer.sum),
        "threshold": answer.threshold,
        "flips_at": _number(answer.flips_at),
        "says": answer.says,
        "paths": [_path(path) for path in answer.paths],
        "more_paths": answer.more_paths,
        "notes": list(answer.notes),
        "missing": [_fact(fact) for fact in regime.missing],
        "listed_parties": list(regime.listed),
    }


def _path(path: Path) -> Json:
    links = [
        {
            "owner": link.owner,
            "owned": link.owned,
            "kind": link.kind,
            "low": _number(link.low),
            "high": _number(link.high),
            "sources": list(link.sources),
        }
        for link in path.links
    ]
    return {"says": path.says, "links": links, "is_cut": path.cut}


def _fact(fact: Fact) -> Json:
    return {
        "kind": fact.kind,
        "owner": fact.owner,
        "owned": fact.owned,
        "at_least": _number(fact.at_least),
        "above": fact.above,
        "verdict": fact.verdict,
        "says": fact.says,
    }


def stake_as_json(stake: Stake) -> Json:
    """Give a stake; a share that nobody tells has no bounds."""
    share = stake.share
    return {
        "owner": stake.owner,
        "owned": stake.owned,
        "kind": stake.kind,
        "low": _number(share.low) if share.told else None,
        "high": _number(share.high) if share.told else None,
        "more_than_low": share.above,
        "less_than_high": share.below,
        "since": None if stake.since is None else stake.since.text,
        "until": None if stake.until is None else stake.until.text,
        "source": stake.source,
        "problem": stake.problem or None,
    }


def _sum(total: Sum) -> Json:
    low, high = total if isinstance(total, tuple) else (total, total)
    return {"low": _number(low), "high": _number(high)}


def _number(number: Fraction | None) -> float | int | None:
    if number is None:
        return None
    return number.numerator if number.denominator == 1 else float(number)
