"""Which of the parties found a caller wants: by list, kind, topic, and when they changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from nongrata.outputs.api.listed import ListedEntity
from nongrata.outputs.api.yente.records import Filters
from nongrata.screening import ListedParty

_PARENTS = {  # FollowTheMoney's schemata that ours are kinds of
    "Person": ("LegalEntity", "Thing"),
    "Company": ("Organization", "LegalEntity", "Asset", "Value", "Thing"),
    "Organization": ("LegalEntity", "Thing"),
    "PublicBody": ("Organization", "LegalEntity", "Thing"),
    "LegalEntity": ("Thing",),
    "Vessel": ("Vehicle", "Asset", "Value", "Thing"),
    "Airplane": ("Vehicle", "Asset", "Value", "Thing"),
}
SCHEMATA = frozenset((*_PARENTS, *(parent for parents in _PARENTS.values() for parent in parents)))


def is_kind_of(schema: str, wanted: str) -> bool:
    """Be this schema, or a kind of it.

    >>> is_kind_of("Company", "LegalEntity"), is_kind_of("Vessel", "LegalEntity")
    (True, False)
    """
    return schema == wanted or wanted in _PARENTS.get(schema, ("Thing",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a party must be to be given."""

    lists: frozenset[str] | None  # None: any
    no_lists: frozenset[str] = frozenset()
    no_schemata: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    since: date | None = None
    no_ids: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Be met by every party."""
        return self == Wanted(lists=None)

    def is_met(self, party: ListedParty, found: ListedEntity) -> bool:
        """Have the party be what is wanted."""
        lists = {act.list_id for act in party.designations} - self.no_lists
        ids = {found.entity["id"], *found.referents}
        return (
            bool(lists)
            and (self.lists is None or bool(lists & self.lists))
            and not any(is_kind_of(found.entity["schema"], schema) for schema in self.no_schemata)
            and (not self.topics or bool(self.topics & {*found.entity["properties"].get("topics", ())}))
            and not self.no_ids & ids
            and (self.since is None or _may_have_changed(party, self.since))
        )


def wanted_of(told: Filters, lists: frozenset[str] | None, *, no_ids: Collection[str] = ()) -> Wanted:
    """Give what a request's filters want."""
    included = frozenset(told.include_dataset)
    return Wanted(
        lists=lists if not included else included | (lists or frozenset()),
        no_lists=frozenset(told.exclude_dataset),
        no_schemata=frozenset(told.exclude_schema),
        topics=frozenset(told.topics),
        since=None if told.changed_since is None else _day(told.changed_since),
        no_ids=frozenset(no_ids),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _may_have_changed(party: ListedParty, since: date) -> bool:
    """Be listed or amended since; a party whose lists give no dates may have been."""
    days = [day for act in party.designations for day in (act.listed_on, *act.amended_on) if day is not None]
    return not days or any(day.latest >= since for day in days)
