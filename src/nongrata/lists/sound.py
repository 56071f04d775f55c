"""Whether a listing that a stranger's file gave is sound: texts where texts belong, of a length that lists have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from nongrata.lists.record import LinkKind, Listing, NameKind

MAX_FIELD = 10_000  # characters

_KINDS = {*get_args(NameKind), *get_args(LinkKind)}
_SURROGATE = re.compile("[\ud800-\udfff]")


def flaw_of(listing: Listing) -> str | None:
    """Say what is wrong with a listing that a stranger's file gave, or None."""
    if not listing.names or not listing.designations:
        return "an entry without a name or a designation"
    kinds = [*(name.kind for name in listing.names), *(link.kind for link in listing.links)]
    if not all(_is_text(kind) and kind in _KINDS for kind in kinds):
        return "a name or link of an unknown kind"
    if all(map(_is_text, _stated(listing))) and all(text is None or _is_text(text) for text in _told(listing)):
        return None
    return f"a field that is no text of at most {MAX_FIELD} characters"


def _stated(listing: Listing) -> Iterator[object]:
    """Give what must be a text in every listing."""
    yield from (listing.schema, *listing.birth_places, *listing.countries, *listing.genders, *listing.positions)
    yield from (name.text for name in listing.names)
    yield from (address.text for address in listing.addresses)
    for found in listing.identifiers:
        yield from (found.kind, found.value)
    for link in listing.links:
        yield from (link.to_name, link.source, *(link.to_id or ()))
    for act in listing.designations:
        yield from (act.list_id, act.entity_id, act.caption, *act.programs)


def _told(listing: Listing) -> Iterator[object]:
    """Give what must be a text or nothing."""
    yield from (found.country for found in listing.identifiers)
    yield from (name.language for name in listing.names)
    for address in listing.addresses:
        yield from (address.city, address.country)
    for act in listing.designations:
        yield from (act.authority, act.source_url, act.reason, act.legal_act, act.legal_act_url)


def _is_text(value: object) -> bool:
    # Half a surrogate pair is no text: it could not be written again.
    return isinstance(value, str) and len(value) <= MAX_FIELD and _SURROGATE.search(value) is None
