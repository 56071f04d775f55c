"""Which listed party an owner is: by a list's id, by numbers, by name as screening compares names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from nongrata.lists import Designation
from nongrata.ownership.holder import Holder
from nongrata.ownership.registers.from_lists import is_entry, key_of, with_id
from nongrata.screening.hits import Hit
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.judged import Rulings, no_rulings
from nongrata.screening.query import Query
from nongrata.screening.rulings_rows import ruled_hits
from nongrata.screening.search import search

WORTH_A_LOOK = 0.85  # of an owner who may be listed: less is another name
SURE, SURE_PERSON = 0.95, 0.85  # how alike the names must be where nothing else decides
_PROVES = ("same_number", "birth_dates", "same_address", "same_contact", "judged")
_LONGEST = 300  # characters of a name that is looked up
_MOST_NAMES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A listed party that somebody is, or may be."""

    keys: tuple[str, ...]  # the ids of its entries
    caption: str
    names: tuple[str, ...]
    schema: str
    acts: tuple[Designation, ...]
    verdict: Literal["match", "possible"]
    score: float
    says: tuple[str, ...]  # the reasons


@dataclass(slots=True)
class Resolver:
    """Looks up owners on the lists, each once."""

    index: ListIndex
    places: Mapping[str, int] = field(default_factory=dict)  # of entries: where their party is in the index
    rulings: Rulings = no_rulings  # what people judged
    _known: dict[Holder, tuple[Listed, ...]] = field(default_factory=dict)
    _by_key: dict[str, Listed] = field(default_factory=dict)
    _told: dict[Holder, tuple[Listed, ...]] = field(default_factory=dict)
    _told_by_key: dict[str, Listed] = field(default_factory=dict)

    def of_story(self) -> Resolver:
        """Give one that shares what was looked up, and keeps for itself what a story tells it."""
        return replace(self, _told={}, _told_by_key={})

    def listed(self, holder: Holder) -> tuple[Listed, ...]:
        """Give the listed parties that this one is, or may be; the likest first.

        A name that many bear is never a match by itself: what the source tells beside it decides.
        """
        if (told := self._told.get(holder)) is not None:
            return told
        if holder.id in self._told_by_key:
            return (self._told_by_key[holder.id],)
        if (found := self._known.get(holder)) is None:
            found = self._known[holder] = tuple(self._by_id(holder.id) or self._by_name(holder))
        return found

    def tell(self, holder: Holder, listed: tuple[Listed, ...]) -> None:
        """Take in who somebody is, as others found it by more than the name."""
        self._told[holder] = listed
        for each in listed:  # whoever is named by one of these ids later is the same
            self._told_by_key |= {key: _by_its_id(each, key) for key in each.keys if key not in self._told_by_key}

    def _by_id(self, id_: str) -> list[Listed]:
        list_id, _, entry = id_.partition(":")
        if not is_entry(id_) or list_id not in self.index.spoken_of:
            return []
        if id_ not in self._by_key:
            place = self.places.get(id_)
            near = with_id(self.index, entry, list_id) if place is None else [self.index.parties[place]]
            for party in near:
                found = _by_its_id(listed_of(party, "match", 1.0, ()), id_)
                self._by_key |= dict.fromkeys(found.keys, found)
        return [self._by_key[id_]] if id_ in self._by_key else []

    def _by_name(self, holder: Holder) -> list[Listed]:
        names = tuple(name[:_LONGEST] for name in holder.names if name.strip())[:_MOST_NAMES]
        if not names and not holder.numbers:
            return []
        query = Query(names=names, schema=holder.schema, properties=holder.properties)
        hits = ruled_hits(query, search(self.index, query, limit=5), self.rulings)
        found = [
            listed_of(hit.party, _verdict(hit), hit.score, tuple(reason.says for reason in hit.reasons))
            for hit in hits
            if hit.verdict == "match" or (hit.verdict == "possible" and hit.score >= WORTH_A_LOOK)
        ]
        return sorted(found, key=lambda each: each.verdict != "match")


def _by_its_id(listed: Listed, id_: str) -> Listed:
    """Give the same party as one that is named by its id: there is no doubt who is meant."""
    return replace(listed, verdict="match", score=1.0, says=(f"named by its id {id_}",))


def _verdict(hit: Hit) -> Literal["match", "possible"]:
    """Give how sure it is that an owner is the listed party: names that are only alike block nobody's property."""
    is_alike = hit.likeness.score >= (SURE_PERSON if hit.party.schema == "Person" else SURE)
    is_proved = any(each.rule in _PROVES and each.effect == "for" for each in hit.reasons)
    return "match" if hit.verdict == "match" and (is_alike or is_proved) else "possible"


def listed_of(party: ListedParty, verdict: Literal["match", "possible"], score: float, says: tuple[str, ...]) -> Listed:
    """Give a listed party as somebody who may be it."""
    return Listed(
        keys=tuple(map(key_of, party.designations)),
        caption=party.designations[0].caption,
        names=tuple(name.text for name in party.names),
        schema=party.schema,
        acts=party.designations,
        verdict=verdict,
        score=score,
        says=says,
    )
