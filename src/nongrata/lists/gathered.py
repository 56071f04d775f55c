"""The listings of one file while it is read, and whether in the end the file can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nongrata.lists.fields import too_many
from nongrata.lists.files import digest_of
from nongrata.lists.many import MANY, gathered_listings
from nongrata.lists.record import ListFile, ListId, Listing, ListVersion
from nongrata.values import ListError, Skipped

_ENOUGH = 1_000  # bad entries: no need to read on


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What has been read of a file so far."""

    path: Path
    list_id: ListId
    title: str
    wanted: str  # what its entries should have, for the message of a file that has none
    called: tuple[str, str] = ("an id", "a name")  # as the publisher calls these
    listings: list[Listing] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    unusable: int = 0
    taken: int = 0

    def is_new(self, entity: str, name: str, where: object, *, flaw: str | None = None) -> bool:
        """Say that an entry can be taken: it has an id that is new, a name and no other flaw. Skip it otherwise."""
        if entity in self.seen:
            flaw = f"entry {entity} a second time"
        self.seen.add(entity)
        return self.is_named(entity, name, where, flaw=flaw)

    def is_named(self, entity: str, name: str, where: object, *, flaw: str | None = None) -> bool:
        """Say the same of an entry that comes once only."""
        id_called, name_called = self.called
        if not entity:
            flaw = f"an entry without {id_called}"
        elif not name:
            flaw = flaw or f"entry {entity} without {name_called}"
        if flaw:
            self.skip(flaw, where)
        return flaw is None

    def take(self, listing: Listing) -> None:
        """Add a listing. Raises ListError where they are more than any list has."""
        self.listings.append(listing)
        self.taken += 1
        if len(self.listings) > MANY:
            raise ListError(str(self.path), f"more than {MANY} entries", "one list")

    def skip(self, reason: str, where: object, *, is_damage: bool = True) -> None:
        """Set an entry aside. Raises ListError where so many are bad that there is no need to read on."""
        self.skipped.append(Skipped(stage="lists", item=f"{self.path}:{where}", reason=reason))
        self.unusable += is_damage
        if self.unusable > _ENOUGH and too_many(self.unusable, self.unusable + self.taken):
            self._refuse()

    def whole(self, version: str | None, *, listings: Iterable[Listing] | None = None, many: int = MANY) -> ListFile:
        """Give the list. Raises ListError where it has no entries, or too many that cannot be used.

        `listings` are taken instead of those that were added; they may be read of the file only now. More than `many`
        of them stay in a file.
        """
        found = self.held(self.listings if listings is None else listings, many=many)
        if too_many(self.unusable, self.unusable + len(found)) or not found:
            self._refuse()
        about = ListVersion(
            list_id=self.list_id,
            title=self.title,
            version=version or "undated",
            sha256=digest_of((self.path,)),
            entities=len(found),
        )
        return ListFile(version=about, listings=found, skipped=tuple(self.skipped))

    def held(self, listings: Iterable[Listing], *, many: int = MANY) -> Sequence[Listing]:
        """Give the listings, more than `many` of them in a file. Raises ListError where the disk has no room for it."""
        try:
            return gathered_listings(listings, many=many)
        except OSError as error:
            found = f"entries that cannot be laid on disk ({(error.strerror or str(error)).lower()})"
            raise ListError(str(self.path), found, "room in the folder for temporary files (TMPDIR)") from None

    def _refuse(self) -> None:
        first = f" (the first: {self.skipped[0].reason})" if self.skipped else ""
        found = f"{self.taken} entries, and {self.unusable} that cannot be used{first}"
        raise ListError(str(self.path), found, self.wanted)
