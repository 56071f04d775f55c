"""Who is listed, by whom, since when: one file per publisher."""

from nongrata.lists.as_json import is_list_id, lines_of, load_json
from nongrata.lists.publishers.starter import read_starter
from nongrata.lists.recognise import Source, find_sources, read_list, read_lists
from nongrata.lists.record import (
    STARTER,
    Address,
    Designation,
    EntityId,
    Identifier,
    Link,
    LinkKind,
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
    "LinkKind",
    "ListFile",
    "ListId",
    "ListVersion",
    "ListedName",
    "Listing",
    "NameKind",
    "Source",
    "find_sources",
    "is_list_id",
    "lines_of",
    "load_json",
    "read_list",
    "read_lists",
    "read_starter",
]
