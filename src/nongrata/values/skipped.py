"""What a stage could not use, and why: nothing that came in vanishes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An item that a stage hands on unread, with its reason in words a person can act on."""

    stage: str  # the package that skipped it: "sources", "articles", "lists"
    item: str  # a path, a URL, a row: what the user would look for
    reason: str  # what was found, what was wanted, what to do
