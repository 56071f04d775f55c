"""Who is listed, by whom, since when: one file per publisher."""

from nongrata.lists.record import (
    STARTER,
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    ListedName,
    ListFile,
    ListId,
    Listing,
    ListVersion,
    NameKind,
)

__all__ = [
    "STARTER",
    "Address",
    "Designation",
    "EntityId",
    "Identifier",
    "Link",
    "ListFile",
    "ListId",
    "ListVersion",
    "ListedName",
    "Listing",
    "NameKind",
]
