"""Short forms of names, and the party of the story that each most likely stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from nongrata.mentions.names.naming import KIN, schema_by_head
from nongrata.parties.roll import SHIPS, Draft, Name, Roll, are_one_kind, are_one_state
from nongrata.parties.same import (
    Tokens,
    bare,
    family_names,
    is_generic,
    is_short_of_organisation,
    is_short_of_person,
    same_organisation,
)

_KIN_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(KIN))}) $")
_DOMAINS = frozenset(("com", "org", "net"))  # a site is called by less only where nobody else is
_FAR_MORE = 3  # times as often named as any other body of its kind
_LONG = 3  # words of a body's name, at the least, that begin a longer one


def endings_of(names: Sequence[Name]) -> Set[Tokens]:
    """Give what may stand for a longer name of the story: ends of people's names and beginnings of bodies'."""
    people = [name.tokens for name in names if name.mention.schema == "Person"]
    endings = {tokens[at:] for tokens in people for at in range(1, len(tokens) - 1)}
    return endings | {begun for name in names if name.mention.schema != "Person" for begun in _begun(name.tokens)}


def _begun(tokens: Tokens) -> Iterator[Tokens]:
    """Give what a body's long name begins with, where that ends as bodies do: "Harlan Foundation | for the Arts"."""
    ends = (at for at, token in enumerate(tokens) if token in ("for", "of"))
    return (tokens[:at] for at in ends if at >= _LONG and schema_by_head(tokens[:at]) is not None)


def may_be_short(name: Name, endings: Set[Tokens]) -> bool:
    """Be a form that may stand for a fuller name; `endings` are ends of people's names and beginnings of bodies'."""
    tokens = name.tokens
    if name.mention.schema == "Person":
        return len(tokens) == 1 or tokens[0] in ("al", "de") or tokens in endings
    if name.mention.found_by == "lists":
        return False  # "al-Qaida" is listed itself, and is not "al-Qaida in the Islamic Maghreb"
    return len(tokens) == 1 or (name.mention.schema not in SHIPS and (len(bare(tokens)) <= 2 or tokens in endings))


def add_short(roll: Roll, name: Name) -> Draft:
    """Put a name to the party that it most likely stands for, or to a new one; give that."""
    bearers = (roll.drafts[number] for number in roll.bearers.of_short(name.tokens))
    candidates = [d for d in bearers if are_one_state(d, name) and _stands_for(name.tokens, d)]
    candidates = [d for d in candidates if not d.is_another or d.starts[0] < name.mention.span.start]
    candidates = [draft for draft in candidates if are_one_kind(draft, name)] or candidates
    if name.mention.schema == "Person" and _KIN_BEFORE.search(
        roll.text, max(0, name.mention.span.start - 20), name.mention.span.start
    ):
        candidates = [draft for draft in candidates if draft.tokens[0] == name.tokens[0]]  # "his brother Maher"
    candidates = [draft for draft in candidates if draft.tokens[-1] not in _DOMAINS] or candidates
    candidates = _by_gender(name, _by_family(name, candidates)) or _only_of_its_kind(roll, name)
    if not candidates:
        roll.add(name)
        return roll.drafts[-1]
    at = name.mention.span.start
    paragraph = roll.paragraphs.around(name.mention.span) or name.mention.span
    near = [draft for draft in candidates if draft.last_before(at) >= paragraph.start]
    if near:
        chosen = max(near, key=lambda draft: draft.last_before(at))
    else:
        chosen = max(candidates, key=lambda draft: (len(draft.names), -draft.names[0].span.start))
    chosen.add(name.mention)
    return chosen


def _only_of_its_kind(roll: Roll, name: Name) -> list[Draft]:
    """Give the one body whose kind the word names: "the Council" for the EU Council; of several, one named far more."""
    if name.mention.schema == "Person" or len(name.tokens) != 1 or not is_generic(name.tokens):
        return []
    kind = name.tokens[0]
    bearers = (roll.drafts[number] for number in roll.bearers.of_short(name.tokens))
    bodies = [draft for draft in bearers if draft.schema not in ("Person", *SHIPS)]
    found = [draft for draft in bodies if len(draft.tokens) > 1 and kind in _kinds_told(draft.tokens)]
    found.sort(key=lambda draft: -len(draft.names))
    is_one = len(found) == 1 or (len(found) > 1 and len(found[0].names) >= _FAR_MORE * len(found[1].names))
    return found[:1] if is_one else []


def _kinds_told(tokens: Tokens) -> Tokens:
    """Give the words of a body's name that may name its kind: at its ends, or before "of": "Supreme Court | of …"."""
    at = next((at for at, token in enumerate(tokens) if token in ("of", "for")), 0)
    return tokens[0], tokens[at - 1], tokens[-1]


def _stands_for(tokens: Tokens, draft: Draft) -> bool:
    if draft.schema == "Person":
        return tokens == draft.tokens or is_short_of_person(tokens, draft.tokens)
    if draft.schema in SHIPS:
        return tokens == draft.tokens
    return same_organisation(tokens, draft.tokens) or is_short_of_organisation(tokens, draft.tokens)


def _by_family(name: Name, candidates: list[Draft]) -> list[Draft]:
    """Leave out whose given name it is where it is the family name of another: "Warhol" is no Warhol Polaroid."""
    family = [d for d in candidates if d.schema == "Person" and family_names(d.tokens).issuperset(name.tokens)]
    return family or candidates


def _by_gender(name: Name, candidates: list[Draft]) -> list[Draft]:
    """Leave out who is told to be of the other gender: "Ms. Kim" is not Mr. Kim."""
    if name.gender is None:
        return candidates
    told = [draft for draft in candidates if draft.gender == name.gender]
    return told or [draft for draft in candidates if draft.gender is None]
