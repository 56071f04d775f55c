"""Parties in the making, in the order of the story, and where to look for those that may bear a name."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from nongrata.mentions import Mention
from nongrata.parties.bearers import Bearers
from nongrata.parties.same import Tokens
from nongrata.values import Span
from nongrata.values.placed import Placed

SHIPS = ("Vessel", "Airplane")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A party in the making: its names so far."""

    schema: str
    tokens: Tokens  # of its fullest name
    names: list[Mention] = field(default_factory=list)
    aliases: list[Mention] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None  # whose body it is, where its name does not tell: "Iran’s | Ministry of Defence"

    is_another: bool = False  # told to be another of a name that somebody has whom the story speaks of before
    starts: list[int] = field(default_factory=list)  # where it is named, in order

    def add(self, name: Mention) -> None:
        """Give it one more name."""
        self.names.append(name)
        insort(self.starts, name.span.start)

    def last_before(self, at: int) -> int:
        """Where it was last named before here; -1 if not yet."""
        number = bisect_left(self.starts, at)
        return self.starts[number - 1] if number else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name with what is needed of it again and again."""

    mention: Mention
    tokens: Tokens
    state: str | None
    gender: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """The drafts so far, in order, and where to look for those that may bear a name like this one."""

    text: str
    paragraphs: Placed[Span]
    body: int  # where the paragraph after the first one starts: a headline calls people by less
    drafts: list[Draft] = field(default_factory=list)
    bearers: Bearers = field(default_factory=Bearers)

    def add(self, name: Name, *, is_another: bool = False) -> None:
        """Begin a draft with a name."""
        draft = Draft(
            schema=name.mention.schema,
            tokens=name.tokens,
            gender=name.gender,
            country=name.state,
            is_another=is_another,
        )
        draft.add(name.mention)
        self.drafts.append(draft)
        self._enter(len(self.drafts) - 1)

    def lengthen(self, number: int, name: Name) -> None:
        """Give a draft one more name, which may be its fullest."""
        draft = self.drafts[number]
        draft.add(name.mention)
        if len(name.tokens) > len(draft.tokens):
            draft.tokens = name.tokens
            self._enter(number)

    def _enter(self, number: int) -> None:
        draft = self.drafts[number]
        self.bearers.enter(draft.tokens, number, is_person=draft.schema == "Person")


def are_one_kind(draft: Draft, name: Name) -> bool:
    """Be both people, both ships, or neither: a bank is no man of its name, and no ship."""
    left, right = draft.schema, name.mention.schema
    return (left == "Person") == (right == "Person") and (left in SHIPS) == (right in SHIPS)


def are_one_state(draft: Draft, name: Name) -> bool:
    """Be of one state for all that is told: the Russian Foreign Ministry is not the Iranian one."""
    return None in (name.state, draft.country) or name.state == draft.country
