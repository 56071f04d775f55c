"""What ties the parties of a FollowTheMoney file to each other, as links of a listing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from nongrata.lists.fields import once
from nongrata.lists.ftm.lines import Entity
from nongrata.lists.ftm.spilled import Spilled
from nongrata.lists.ftm.tables import TIES
from nongrata.lists.record import Link

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*%?")


def links_of(id_: str, spilled: Spilled) -> tuple[Link, ...]:
    """Give what ties an entity to others, those that the file only names among them."""
    ties = spilled.told_of(id_, "tie")
    return once(_link(tie, other, spilled, at_end=end) for tie in ties for other, end in _others(tie, id_))


def _others(tie: Entity, id_: str) -> Iterator[tuple[str, int]]:
    """Give each entity that is tied to this one, and at which end this one stands."""
    firsts, seconds = (once(tie.get(end)) for end in TIES[tie.schema].ends)
    is_second = id_ in seconds
    for first in firsts:
        for second in seconds if first == id_ else ():
            yield second, 0
            if second == id_:
                yield first, 1
        if is_second and first != id_:
            yield first, 1


def _link(tie: Entity, other: str, spilled: Spilled, *, at_end: int) -> Link:
    """Give the tie as it looks from one of its ends: only an asset has an owner."""
    kind = TIES[tie.schema]
    name = spilled.name_of(other) or other
    role = ", ".join(tie.get(kind.role)) if kind.role else ""
    percentage = tie.first("percentage")
    details = "; ".join(filter(None, (role, percentage and f"{percentage.removesuffix('%').strip()} %")))
    is_over = tie.first("endDate") is not None
    return Link(
        kind="owner" if tie.schema == "Ownership" and at_end == 1 and not is_over else "linked",
        to_name=name,
        to_id=spilled.act_of(other),
        share=share_of(percentage) if tie.schema == "Ownership" and at_end == 1 else None,
        source=f"{kind.words[at_end]}: {name}{f' ({details})' if details else ''}{' (formerly)' if is_over else ''}",
    )


def share_of(text: str | None) -> Fraction | None:
    """Give a share that is one number of percent; more than all, a range or "over 50" is none.

    >>> share_of("50.5 %"), share_of("25-50") is None
    (Fraction(101, 200), True)
    """
    found = _PERCENT.fullmatch(text.strip()) if text else None
    share = Fraction(found[1].replace(",", ".")) / 100 if found else None
    return share if share is not None and share <= 1 else None
