"""What kind of body a story speaks of, held against what a list calls it and says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from nongrata.mentions.names.naming import EVERYDAY_BODIES
from nongrata.parties import Party
from nongrata.screening.context.beside import kind_beside, kinds_pattern
from nongrata.screening.context.places import same_country, same_place
from nongrata.screening.context.setting import Setting, Stated, reasons_of
from nongrata.screening.join import ListedParty
from nongrata.screening.words import KINDS
from nongrata.values import Span

_KINDS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE) for words in KINDS
)
_EVERYDAY = kinds_pattern(
    EVERYDAY_BODIES,
    but=r"(?![ -](?:owner|chain|group|supplier|holding|company|maker|giant|operator|empire|franchise|equipment)s?\b)",
)
_WORD = re.compile(r"\w+")
_FIRST_WORDS = tuple(frozenset(_WORD.findall(phrase)[0] for phrase in words) for words in KINDS)
_OTHERS = ("Person", "Vessel", "Airplane")


def same_kind_of_body(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be of a kind that the story tells beside the name and the list as well: mercenaries, a bank, a refiner."""
    if listed.schema in _OTHERS or party.schema in _OTHERS[1:]:
        return None
    told = list(_told(party, setting))  # first, as reasons are long
    theirs = _kinds_of((*(name.text for name in listed.names), *reasons_of(listed))) if told else frozenset()
    for kind, span in told:
        if kind in theirs:
            return f"the story speaks of “{span.of(setting.text)}” beside the name, and so does the list", span
    return None


def other_kind_of_body(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a bakery, a choir or the like of which the list tells nothing, and not where the listing is at home."""
    if listed.schema in _OTHERS or party.schema in _OTHERS[1:]:
        return None
    span = kind_beside(party, setting, _EVERYDAY)
    if span is None or _is_at_home(party, listed, setting):
        return None  # a listed cartel may own a bakery at home
    said = span.of(setting.text)
    if any(said.lower() in text.lower() for text in (*(name.text for name in listed.names), *reasons_of(listed))):
        return None
    return f"the story calls it a “{said}”; nothing in the list fits that", span


def _is_at_home(party: Party, listed: ListedParty, setting: Setting) -> bool:
    """Be tied to the listing's country or town by more than its own name: "Russian Helicopters, a shop in Peru"."""
    if same_place(party, listed, setting) is not None:
        return True
    _says, told = same_country(party, listed, setting) or ("", None)
    return told is not None and not any(mention.span.covers(told) for mention in party.mentions)


@lru_cache(maxsize=4_000)
def _kinds_of(texts: tuple[str, ...]) -> frozenset[int]:
    return frozenset(at for text in texts for at, kind in _likely_in(text) if kind.search(text))


def _told(party: Party, setting: Setting) -> Iterator[tuple[int, Span]]:
    """Give the kinds in the sentences that name the party, with their words; of its own name's kind are many."""
    own = [mention.span for mention in party.mentions if mention.kind != "pronoun"]
    for sentence in setting.sentences:
        for at, kind in _likely_in(sentence.of(setting.text)) if any(map(sentence.covers, own)) else ():
            match = kind.search(setting.text, sentence.start, sentence.end)
            if match and not kind.search(party.name):
                yield at, Span(*match.span())


def _likely_in(text: str) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Give the kinds of which a text has the first word of some phrase: the patterns take far longer to say no."""
    words = frozenset(_WORD.findall(text.casefold()))
    return ((at, kind) for at, kind in enumerate(_KINDS) if not words.isdisjoint(_FIRST_WORDS[at]))
