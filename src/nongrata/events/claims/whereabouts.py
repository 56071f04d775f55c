"""Where the parties are named: first, last or at a word."""

from __future__ import annotations

from nongrata.mentions import Token
from nongrata.parties import Party
from nongrata.values import Span


def inside(parties: list[Party], span: Span) -> Party | None:
    """Give the party whose mention overlaps a stretch of the text."""
    return next((p for p in parties for m in p.mentions if span.overlaps(m.span)), None)


def first_in(parties: list[Party], start: int, end: int) -> Party | None:
    """Give the party that is named first between two offsets."""
    found = [(m.span.start, p.id, p) for p in parties for m in p.mentions if start <= m.span.start < end]
    return min(found, key=lambda row: row[:2])[2] if found else None


def last_in(parties: list[Party], start: int, end: int) -> Party | None:
    """Give the party that is named last between two offsets."""
    found = [(m.span.start, p.id, p) for p in parties for m in p.mentions if start <= m.span.start < end]
    return max(found, key=lambda row: row[:2])[2] if found else None


def last_two(parties: list[Party], before: int) -> tuple[Party, ...]:
    """Give the two named last before an offset."""
    last = {
        party.id: max((m.span.start for m in party.mentions if m.span.start < before), default=-1) for party in parties
    }
    return tuple(sorted((p for p in parties if last.get(p.id, -1) >= 0), key=lambda p: -last[p.id])[:2])


def named_by(parties: list[Party], token: Token, tokens: tuple[Token, ...]) -> Party | None:
    """Give the party named by a token or by an apposition to it: "A second ship, the NS Century"."""
    here = [token]
    for above in here:  # "his rival, the army chief, Burhan"
        here += [each for each in tokens if each.dep == "appos" and tokens[each.head] is above]
    if token.dep == "appos" and token.text.lower() not in (
        "both",
        "all",
    ):  # "Ivan Petrov, a former bank chief who is not …"; "Garantex, the Moscow exchange listed by …"
        here.insert(0 if token.pos == "NOUN" else len(here), tokens[token.head])
    return next((p for each in here for p in parties for m in p.mentions if m.span.covers(each.span)), None)
