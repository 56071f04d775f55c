"""One name out of several that overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from nongrata.mentions.names.naming import schema_by_head
from nongrata.mentions.record import Mention
from nongrata.values import fold

_NUMBERED = re.compile(r"[”\"’*]{0,3},? ?\(?(?:\*\*)? ?IMO\b")


def _rank(mention: Mention) -> tuple[int, int]:
    order = {"lists": 0, "rule": 1, "table": 1, "model": 2}
    return order[mention.found_by], -len(mention.span)


def settle(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Keep one of several overlapping names. A name inside a longer one gives way, whoever saw it."""
    kept: list[Mention] = []  # in the order of the text, none overlapping another
    for mention in sorted(found, key=_rank):
        first = bisect_right(kept, mention.span.start, key=_end)
        last = bisect_left(kept, mention.span.end, lo=first, key=_start)
        rivals = kept[first:last]
        if not rivals:
            kept.insert(first, mention)
        elif all(_is_within(rival, mention) for rival in rivals):
            kept[first:last] = [replace(mention, schema=_more_telling(mention, rivals))]
        elif rivals[0].span == mention.span and _is_ship(text, mention):
            kept[first:last] = [
                replace(rivals[0], schema=mention.schema)
            ]  # "PATRIOT (IMO 9003550)", whoever else has it
    return iter(kept)


def _is_within(inner: Mention, outer: Mention) -> bool:
    """Be a part of a longer name; whoever a regime is named for is no part of it."""
    is_namesake = inner.schema == "Person" and inner.found_by == "rule"
    return outer.span.covers(inner.span) and len(outer.span) > len(inner.span) and not is_namesake


def _is_ship(text: str, mention: Mention) -> bool:
    """Have an IMO number behind it, and no word of companies at its end: these have such numbers too."""
    is_numbered = mention.schema == "Vessel" and _NUMBERED.match(text, mention.span.end) is not None
    return is_numbered and schema_by_head(tuple(fold(mention.span.of(text)).split())) is None


def _start(mention: Mention) -> int:
    return mention.span.start


def _end(mention: Mention) -> int:
    return mention.span.end


def _more_telling(mention: Mention, inside: list[Mention]) -> str:
    """Give the schema of a name that took the place of the ones inside it: a "plant in …" stays a company."""
    only = inside[0] if len(inside) == 1 else mention
    return only.schema if mention.schema == "Organization" and only.schema != "Person" else mention.schema
