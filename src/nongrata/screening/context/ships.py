"""What a story calls a ship, held against what lists have: tankers and freighters, and no boats for pleasure."""

from __future__ import annotations

import re

from nongrata.mentions.names.naming import SMALL_CRAFT
from nongrata.parties import Party
from nongrata.screening.context.beside import kind_beside, kinds_pattern
from nongrata.screening.context.setting import Setting, Stated, reasons_of
from nongrata.screening.join import ListedParty
from nongrata.screening.words import TRADING_SHIPS
from nongrata.values import Span

_TRADING, _SMALL = kinds_pattern(TRADING_SHIPS), kinds_pattern(SMALL_CRAFT)


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
    return kind_beside(party, setting, kinds) if listed.schema == "Vessel" else None
