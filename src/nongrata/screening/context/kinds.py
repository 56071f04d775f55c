"""What kind of body a story speaks of, held against what a list calls it and says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from nongrata.parties import Party
from nongrata.screening.context.setting import Setting, Stated, reasons_of
from nongrata.screening.join import ListedParty
from nongrata.values import Span

_KINDS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    for words in json.loads(resources.files("nongrata.screening").joinpath("words.json").read_text("utf-8"))["kinds"]
)
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


@lru_cache(maxsize=4_000)
def _kinds_of(texts: tuple[str, ...]) -> frozenset[int]:
    return frozenset(at for at, kind in enumerate(_KINDS) if any(map(kind.search, texts)))


def _told(party: Party, setting: Setting) -> Iterator[tuple[int, Span]]:
    """Give the kinds in the sentences that name the party, with their words; of its own name's kind are many."""
    own = [mention.span for mention in party.mentions if mention.kind != "pronoun"]
    kinds = [(at, kind) for at, kind in enumerate(_KINDS) if not kind.search(party.name)]
    for sentence in setting.sentences:
        for at, kind in kinds if any(map(sentence.covers, own)) else ():
            if match := kind.search(setting.text, sentence.start, sentence.end):
                yield at, Span(*match.span())
