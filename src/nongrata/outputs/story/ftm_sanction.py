"""A listing that a party matches, as FollowTheMoney's Sanction."""

from __future__ import annotations

from collections.abc import Iterable

from nongrata.lists.ftm.entity import Entity, days_of, make_entity, make_id
from nongrata.outputs.regimes import list_title
from nongrata.outputs.story.listings import is_web
from nongrata.screening import Match

_ISSUERS = {"us": "us", "eu": "eu", "uk": "gb", "ch": "ch", "au": "au", "ca": "ca", "jp": "jp", "nz": "nz", "tr": "tr"}


def sanction_of(match: Match, party: str, **more: Iterable[str]) -> Entity:
    """Give the Sanction of a party, by the party's id; `more` are properties beside those that every match has."""
    issuer = _ISSUERS.get(match.list_id.partition("_")[0])
    return make_entity(
        make_id(party, match.list_id, match.entity_id),
        "Sanction",
        entity=[party],
        authority=[] if match.authority is None else [match.authority],
        authorityId=[match.entity_id],
        program=match.programs,
        publisher=[list_title(match.list_id)],
        country=[] if issuer is None else [issuer],
        listingDate=days_of(match.listed_on),
        startDate=days_of(match.listed_on),
        endDate=days_of(match.delisted_on),
        status=["Active"] if match.in_force else ["Inactive"] if match.delisted_on is not None else [],
        sourceUrl=[match.source_url] if match.source_url is not None and is_web(match.source_url) else [],
        summary=[f"{match.caption}, score {match.score:.2f}"],
        **more,
    )
