"""What is known of a story while the names of its places are looked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nongrata.mentions.names.naming import FAMILY_NAME_FIRST, schema_by_head
from nongrata.mentions.record import Mention, Sentence, Token
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_PLACE_OF = re.compile(
    r"\b(?:cit(?:y|ies)|towns?|villages?|hamlets?|suburbs?|ports?|islands?|districts?|provinces?|municipality|townships?"
    r"|neighbou?rhoods?|slums?|communes?) (?:of|called|named) $"
    r"|\b(?:[Rr]esidents?|outskirts|natives?|(?:[Ss]ieg|[Bb]lockad)es?|[Bb]ombardment|[Ss]helling|[Ll]iberation) of $"
)


_NEAR = re.compile(r"\bnear $")
_ENDS = re.compile(  # what follows a place, and hardly ever the bearer of a factory or a house
    r"[.,;)]|$| (?:and|in|on|at|when|where|while|after|before|late|early|over|to|as|with|from|since|that|by|said)\b"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the story while its toponyms are looked for."""

    text: str
    parties: tuple[Mention, ...]  # by where they start
    longest: int  # letters of the longest of them
    surnames: frozenset[str]  # the last words of the persons named in full, and "Mahan" of Mahan Air
    seen: frozenset[Span]  # where the model saw a place
    peoples: frozenset[Span]  # where it saw a people or a creed
    sentences: Sequence[Sentence]
    words: Mapping[int, Token]  # by where they start
    countries: frozenset[str]

    def bears(self, words: str) -> bool:
        """Tell whether somebody named in full is called so, too."""
        full = (name.span.of(self.text).split(" ") for name in self.parties if name.schema == "Person")
        return any(len(parts) > 1 and words in parts for parts in full)


def scene_of(text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], names: Sequence[Mention]) -> Scene:
    """Give the scene of these paragraphs, in which the names were seen."""
    placed = [name for name in names if name.schema == "Place" or _is_told_place(text, name)]
    no_parties = {name.span for name in placed}
    parties = sorted(
        (name for name in names if name.schema != "Nationality" and name.span not in no_parties),
        key=lambda name: name.span,
    )
    full = [name.span.of(text).split(" ") for name in parties if name.schema == "Person"]
    first = {words[0] for words in full if len(words) in (2, 3) and words[0].lower() in FAMILY_NAME_FIRST}
    firms = [name.span.of(text).split(" ") for name in parties if name.schema == "Company"]
    shorts = {words[0] for words in firms if len(words) > 1 and schema_by_head((words[1].lower(),)) == "Company"}
    return Scene(
        text=text,
        parties=tuple(parties),
        longest=max((len(name.span) for name in parties), default=0),
        surnames=frozenset((*shorts, *first, *(" ".join(words[at:]) for words in full for at in range(1, len(words))))),
        seen=frozenset(without_article(text, name.span) for name in placed),
        peoples=frozenset(name.span for name in names if name.schema == "Nationality"),
        sentences=sentences,
        words={token.span.start: token for sentence in sentences for token in sentence.tokens},
        countries=frozenset(word.country for part in paragraphs for word in find_country_words(text, part)),
    )


def _is_told_place(text: str, name: Mention) -> bool:
    """Be what the model took for a party, though words call it a place: "the village of Kampungu", "near Walikale"."""
    start = max(0, name.span.start - 30)
    if name.found_by != "model" or name.span.of(text).isupper():
        return False
    is_near = _NEAR.search(text, start, name.span.start) and _ENDS.match(text, name.span.end)
    return is_near is not None or _PLACE_OF.search(text, start, name.span.start) is not None


def claims_on(scene: Scene, span: Span) -> tuple[Mention, ...]:
    """Give the names of parties that share a letter with the span."""
    first = bisect_left(scene.parties, span.start - scene.longest, key=lambda name: name.span.start)
    last = bisect_left(scene.parties, span.end, key=lambda name: name.span.start)
    return tuple(name for name in scene.parties[first:last] if name.span.overlaps(span))


def sentence_at(sentences: Sequence[Sentence], span: Span) -> Sentence | None:
    """Give the sentence that a span begins in, or None."""
    at = bisect_left(sentences, span.start + 1, key=lambda sentence: sentence.span.start) - 1
    return sentences[at] if at >= 0 else None


def first_of_list(sentence: Sentence, token: Token) -> Token:
    """Follow "Pyongyang and Moscow" back to the first of them, whose part in the sentence the others share."""
    for _ in sentence.tokens:
        if token.dep != "conj":
            break
        token = sentence.tokens[token.head]
    return token


def without_article(text: str, span: Span) -> Span:
    """Give a name without its article and its possessive ending."""
    words = span.of(text)
    start = span.start + (4 if words[:4].lower() == "the " else 0)
    end = span.end - (2 if words.endswith(("'s", "’s")) else 0)
    return Span(start, max(start, end))
