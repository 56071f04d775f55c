"""Where a story speaks of sanctions on somebody: each place with what it says and whose sanctions they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from nongrata.events.claims.regimes import Imposers
from nongrata.events.claims.stated import Says, Stated
from nongrata.events.sentence.scene import Scene
from nongrata.mentions import Sentence
from nongrata.parties import Cast, Party, PartyId
from nongrata.values import Span

_AGAIN = re.compile(
    r"\bre-?(?:listed|instated|imposed|designated|sanctioned)\b|\b(?:listed|sanctioned|added|blacklisted) again\b"
    r"|\b(?:put|placed|added|went|brought) (?:it |him |her |them )?back\b"
)
_OF_LIFTING: Mapping[Says, Says] = {"listed": "lifted", "not listed": "listed", "lifted": "listed"}
# What is said of today: "is under", "remains", "has been subject to"; "was sanctioned" may be over since
_NOW = re.compile(r"(?:(?:that|which|who) )?(?:is|are|both remain|remains?|stays?|(?:has|have) (?:\w+ )?been)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that say that somebody is, was or is not under sanctions."""

    span: Span
    stated: Stated
    imposers: Imposers
    scene: Scene
    before: Sentence | None  # the sentences beside it, in which its party may be named
    after: Sentence | None
    told_of: tuple[Party, ...] = ()  # of whom claims were made right before
    like: Said | None = None  # the claim that it says again of another: "London followed suit"

    @property
    def says(self) -> Says:
        """Say it of who is named, and of another what was said before: "Washington lifted them; the EU has not"."""
        if self.like is None:
            return self.stated.says
        if self.stated.is_echo and self.stated.says == "listed":  # "so has", "nor is"
            return self.like.says
        return _OF_LIFTING[self.stated.says] if self.like.says == "lifted" else self.stated.says

    def after_those(self, claims: Iterable[tuple[int, PartyId | None]], cast: Cast) -> Said:
        """Give it with those of whom its sentence and the one before made claims, each told by where it starts."""
        start = (self.before or self.sentence).span.start
        told = {party for at, party in claims if at >= start}
        return replace(self, told_of=tuple(party for party in cast.parties if party.id in told))

    @property
    def sentence(self) -> Sentence:
        return self.scene.tree.sentence

    @property
    def is_overtaken(self) -> bool:
        """Be a lifting that the sentence goes on to undo: "delisted in 2016 and relisted in 2018"."""
        end = self.sentence.span.end
        return self.says == "lifted" and _AGAIN.search(self.scene.text, self.span.end, end) is not None

    @property
    def says_now(self) -> bool:
        """Hold today, and not only have been so once."""
        return _NOW.match(self.scene.text, self.span.start) is not None
