"""What the sanctions lists themselves say of owners: "Vessel Owner", parent company, subsidiary, "Linked To".

A parent, subsidiary or owner that a list names without a share is owned or controlled: that is enough where control
is, and an untold share where it is not. A ship's or aircraft's owner has all of it. "Linked To" may mean anything, and
owns nothing by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from nongrata.lists import Designation, Link, Listing
from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import Register, register_of
from nongrata.ownership.shares import ALL, UNTOLD, Share, read_share
from nongrata.ownership.stakes import Stake
from nongrata.screening.candidates.texts import Texts
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty

_ENTRY = re.compile(r"[a-z0-9_-]{2,40}:\S.*")
_CRAFT = frozenset({"Vessel", "Airplane"})
_BELOW = re.compile(r"^(?:Subsidiary|Owns)\b(?!.*\(formerly\))")  # the link leads down
_OWNS_OR_CONTROLS = re.compile(
    r"^(?:Parent compan|Current owner|Owned or Controlled|owned|Subsidiary|Vessel Owner|Owner:)"
)
_PERCENT = re.compile(r"\((?:[^()]*; )?(\d{1,3}(?:\.\d{1,6})?) ?%\)")
_PAIR = re.compile(rb'\["([a-z0-9_-]{2,40})","([^"\\]{1,60})",')  # a designation, or a link's end
_TIED = (b'["owner",', b'["linked",')


def key_of(act: Designation) -> str:
    """Give the id of an entry as a party of the graph."""
    return f"{act.list_id}:{act.entity_id}"


def is_entry(id_: str) -> bool:
    """Say that an id is of an entry of a list.

    >>> is_entry("us_ofac_sdn:36431"), is_entry("Mill: a history")
    (True, False)
    """
    return _ENTRY.fullmatch(id_) is not None


def edges_of_lists(index: ListIndex) -> Register:
    """Give the stakes and ties that the lists tell, between parties by the first of their ids, and where these are."""
    parties = {place: index.parties[place] for place in _tied(index.parties)}
    first = {key_of(act): key_of(each.designations[0]) for each in parties.values() for act in each.designations}
    register = register_of(row for party in parties.values() for row in _rows(party, first))
    register.places.update({key_of(act): place for place, each in parties.items() for act in each.designations})
    wanted = {id_ for id_ in (*register.stakes_into, *register.stakes_of) if is_entry(id_)} - register.places.keys()
    register.places.update(_places(index.parties, wanted))
    return register


def _tied(parties: Sequence[ListedParty]) -> Iterator[int]:
    """Give where the parties are that have ties, without decoding the others."""
    for place in range(len(parties)):
        if isinstance(parties, Texts):
            told = parties.bytes_of(place)
            if any(mark in told for mark in _TIED):
                yield place
        elif parties[place].links:
            yield place


def _places(parties: Sequence[ListedParty], wanted: Set[str]) -> Iterator[tuple[str, int]]:
    """Give where the parties of these entries are, without decoding the others."""
    for place in range(len(parties)):
        if isinstance(parties, Texts):
            pairs = _PAIR.findall(parties.bytes_of(place))
            if wanted.isdisjoint(f"{a.decode()}:{b.decode()}" for a, b in pairs):
                continue
        yield from ((key, place) for act in parties[place].designations if (key := key_of(act)) in wanted)


def _rows(party: ListedParty, first: Mapping[str, str]) -> Iterator[Stake | Holder]:
    here = key_of(party.designations[0])
    yield holder_of_party(party)
    for listing in party.listings:
        for link in listing.links:
            yield from _stakes(party, here, listing, link, first)


def holder_of_party(party: ListedParty) -> Holder:
    """Give a listed party as a holder, under the first of its ids."""
    return Holder(
        id=key_of(party.designations[0]),
        names=tuple(name.text for name in party.names),
        schema=party.schema,
        countries=tuple(sorted(party.countries)),
    )


def _stakes(
    party: ListedParty, here: str, listing: Listing, link: Link, first: Mapping[str, str]
) -> Iterator[Stake | Holder]:
    there = f"{link.to_id[0]}:{link.to_id[1]}" if link.to_id else link.to_name
    there = first.get(there, there)
    if there == here:
        return
    is_below = link.kind == "linked" and _BELOW.match(link.source) is not None
    owner, owned = (here, there) if is_below else (there, here)
    source = f"{listing.designations[0].list_id} {listing.designations[0].entity_id}, {link.source}"[:300]
    if link.to_id:
        yield Holder(id=there, names=(link.to_name,))
    if link.kind == "linked" and not is_below:
        yield Stake(owner=owner, owned=owned, share=UNTOLD, kind="linked", source=source)
        return
    share = _share(link, is_craft=party.schema in _CRAFT and not is_below)
    yield Stake(owner=owner, owned=owned, share=share, kind="shares" if share.told else "parent", source=source)
    if not share.told and _OWNS_OR_CONTROLS.match(link.source):
        yield Stake(owner=owner, owned=owned, share=UNTOLD, kind="control", source=source)


def _share(link: Link, *, is_craft: bool) -> Share:
    if link.share is not None:
        return Share(low=link.share * 100, high=link.share * 100)
    if said := _PERCENT.search(link.source):
        return read_share(said[1])[0]
    return Share(low=ALL, high=ALL) if is_craft else UNTOLD


def with_id(index: ListIndex, id_: str, list_id: str | None = None) -> Iterable[ListedParty]:
    """Give the listed parties that a list calls by this id."""
    parties = index.parties
    mark = json.dumps(id_, ensure_ascii=False).encode("utf-8", "replace")  # as the packed index writes it
    for place in range(len(parties)):
        if isinstance(parties, Texts) and mark not in parties.bytes_of(place):
            continue
        party = parties[place]
        if any(act.entity_id == id_ and list_id in (None, act.list_id) for act in party.designations):
            yield party
