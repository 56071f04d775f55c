"""The nouns of a claim about sanctions: what it bears on, who stands beside it, what its verb is told of."""

from __future__ import annotations

import re

from nongrata.events.whereabouts import first_in, named_by
from nongrata.mentions import Sentence, Token
from nongrata.parties import Party
from nongrata.values import Span

_NAMED_NEXT = re.compile(
    r"(?:[\s,:–—-]|\b(?:based|registered) in [A-Z]\w+|\b(?:including|such as|called|named|the|among them|\w+-based)\b)*"
)


def thing_meant(span: Span, sentence: Sentence) -> int | None:
    """Give the common noun that the claim's last word bears on: "sanctioned ships", "blacklisted a trader"."""
    tokens = sentence.tokens
    last = max((i for i, token in enumerate(tokens) if span.overlaps(token.span)), default=None)
    if last is None:
        return None
    if tokens[last].dep in ("amod", "compound"):
        thing: int | None = tokens[last].head
    else:
        thing = next((i for i, token in enumerate(tokens) if token.dep == "dobj" and token.head == last), None)
    return thing if thing is not None and thing > last and tokens[thing].pos == "NOUN" else None


def beside_noun(text: str, parties: list[Party], thing: int, sentence: Sentence) -> Party | None:
    """Give the party that a common noun is told to be: "three firms: Alpha and Beta", "a trader, Alpha Ltd"."""
    token = sentence.tokens[thing]
    found = named_by(parties, token, sentence.tokens)
    after = first_in(parties, token.span.end, sentence.span.end)
    if found is not None or after is None:
        return found
    start = min(m.span.start for m in after.mentions if m.span.start >= token.span.end)
    return after if _NAMED_NEXT.fullmatch(text, token.span.end, start) else None


def subjects_of(verb: int, tokens: tuple[Token, ...]) -> list[Token]:
    """Give the subjects of a verb; the second of two verbs has the first one's: "was designated and was hit with"."""
    for _ in tokens:
        found = [each for each in tokens if each.dep in ("nsubj", "nsubjpass") and each.head == verb]
        if found or tokens[verb].dep != "conj" or tokens[tokens[verb].head].pos not in ("VERB", "AUX"):
            return found
        verb = tokens[verb].head
    return []
