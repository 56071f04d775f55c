"""Entries of the lists in use, by their ids."""

from __future__ import annotations

from nongrata.lists.joins.judgements import member_of
from nongrata.screening import ListIndex
from nongrata.screening.join import ListedParty


def find_entry(index: ListIndex, entry: str) -> ListedParty | None:
    """Give the listed party that an entry ("us_ofac_sdn:36431") is of; None for none."""
    member = member_of(entry)
    if member is None or member[0] not in index.spoken_of:
        return None
    return next((p for p in index.parties if any((a.list_id, a.entity_id) == member for a in p.designations)), None)


def entry_caption(index: ListIndex, entry: str) -> str | None:
    """Give the name that a list has for an entry; None for none."""
    listed, member = find_entry(index, entry), member_of(entry)
    acts = () if listed is None else listed.designations
    return next((act.caption for act in acts if (act.list_id, act.entity_id) == member), None)
