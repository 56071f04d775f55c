"""What a story calls a ship, held against what lists have: tankers and freighters, and no boats for pleasure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib import resources

from nongrata.mentions.names.naming import SMALL_CRAFT
from nongrata.parties import Party
from nongrata.screening.context.setting import Setting, Stated, reasons_of
from nongrata.screening.join import ListedParty
from nongrata.values import Span

_WORDS = json.loads(resources.files("nongrata.screening").joinpath("words.json").read_text("utf-8"))
_HEARD = 60  # letters before and behind a name that tell of what kind its ship is


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    kinds = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    before = rf"\b(?P<before>{kinds})s?,? (?:also )?(?:named |called |the )?[\"“‘']?$"
    behind = rf"[\"”’']?,? (?:an?|the|is an?|was an?) (?:[\w’'-]+ ){{0,6}}?(?P<behind>{kinds})\b"
    return re.compile(rf"(?:{before})|(?:^{behind})", re.IGNORECASE)


_TRADING, _SMALL = _pattern(_WORDS["trading_ships"]), _pattern(SMALL_CRAFT)


def same_kind_of_ship(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a tanker or another ship of trade in the story: nearly all ships on lists are."""
    span = _told(party, listed, setting, _TRADING)
    return None if span is None else (f"the story calls it a ship of trade (“{span.of(setting.text)}”)", span)


def other_kind_of_ship(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a boat for fishing, rescue or pleasure of which the list tells nothing."""
    span = _told(party, listed, setting, _SMALL)
    said = "" if span is None else span.of(setting.text)
    if span is None or any(said.lower() in reason.lower() for reason in reasons_of(listed)):
        return None
    return f"the story calls it a “{said}”; nothing in the list fits that", span


def _told(party: Party, listed: ListedParty, setting: Setting, kinds: re.Pattern[str]) -> Span | None:
    """Give the words of a kind that stand beside one of the ship's names."""
    return next(_beside(party, setting, kinds), None) if listed.schema == "Vessel" else None


def _beside(party: Party, setting: Setting, kinds: re.Pattern[str]) -> Iterator[Span]:
    for mention in party.mentions:
        start, end = mention.span.start, mention.span.end
        for begin, stop in ((max(0, start - _HEARD), start), (end, end + _HEARD)):
            if match := kinds.search(setting.text[begin:stop]):
                told = match.span(match.lastgroup or 0)
                yield Span(begin + told[0], begin + told[1])
