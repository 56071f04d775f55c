"""Where a text's second and later stories begin."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.articles.blocks import Block

_HEAD_KINDS = frozenset({"byline", "caption", "credit", "date"})


def find_starts(text: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of the blocks with which stories begin, the first one's first."""
    return [0]
