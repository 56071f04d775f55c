"""Words of sanctions that stand beside a party in a story."""

from __future__ import annotations

import re

from nongrata.parties import Party
from nongrata.screening.context.setting import Setting, Stated
from nongrata.screening.join import ListedParty
from nongrata.values import Span

_SANCTION_WORDS = re.compile(
    r"\b(?:sanction(?:s|ed|ing)?|blacklist(?:ed)?|designat(?:ed|ion)|SDN|frozen|asset freeze|travel ban"
    r"|remains? on it|listed as well"
    r"|(?:Treasury|Washington|Brussels|Ottawa|Canberra|European Union|Security Council|EU|U\.S\.|U\.N\.|UK)"
    r" (?:has |had )?listed"
    r"|(?:on|to|off) (?:the|its|their) (?:[A-Z][\w.]{1,12}(?:[’']s)? )?(?:sanctions )?list)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no longer|n[’']t)\b[^.;]{0,40}\b(?:sanction|blacklist|list\b|lists\b|designated)")


def said_to_be_sanctioned(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a sentence that speaks of sanctions or a list."""
    return _sanctions_said(party, setting, back=0)


def sanctions_said_before(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a sentence right after one that speaks of sanctions or a list, and in none that does."""
    return None if _sanctions_said(party, setting, back=0) else _sanctions_said(party, setting, back=1)


def _sanctions_said(party: Party, setting: Setting, *, back: int) -> Stated:
    """Find words of sanctions so many sentences before one that names the party."""
    for mention in party.mentions:
        at = next((i for i, sentence in enumerate(setting.sentences) if sentence.covers(mention.span)), -1)
        if mention.kind == "pronoun" or at < back:
            continue
        if span := _sanctions_in(setting.text, setting.sentences[at - back]):
            return f"the story speaks of sanctions beside the name (“{span.of(setting.text)}”)", span
    return None


def _sanctions_in(text: str, sentence: Span) -> Span | None:
    """Find words of sanctions in a sentence that does not deny them."""
    match = _SANCTION_WORDS.search(text, sentence.start, sentence.end)
    if match is None or _DENIED.search(text, sentence.start, sentence.end):
        return None
    return Span(*match.span())
