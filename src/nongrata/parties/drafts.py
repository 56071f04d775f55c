"""Parties in the making: full names first, then short forms, told aliases, and what these aliases name again."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice

from nongrata.articles import Story
from nongrata.mentions import Mention
from nongrata.mentions.naming import KIN, NOBODY_ALONE
from nongrata.parties.aliases import is_alias_of, is_told_as_alias
from nongrata.parties.bearers import Bearers
from nongrata.parties.gender import gender_told
from nongrata.parties.same import (
    Tokens,
    bare,
    family_names,
    is_generic,
    is_short_of_organisation,
    is_short_of_person,
    same_organisation,
    same_person,
)
from nongrata.parties.states import state_of
from nongrata.values import Span, fold
from nongrata.values.placed import Placed

_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|[Aa] second|[Aa] different) $"
    r"|(?:^|[^\w’'])[Aa]n? (?:[\w-]+ ){1,5}(?:also )?(?:called|named) $"  # "a Beirut painter called Rami Makhlouf"
)
_SOMEBODY = re.compile(
    r", an? (?!\w+ of (?:his|her|their)\b)[\w-]+[ ,.]"
)  # "Roman Semyonov, a Chelsea youth footballer"
_KIN_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(KIN))}) $")
SHIPS = ("Vessel", "Airplane")
_FAR_MORE = 3  # times as often named as any other body of its kind
_NEAR = 3  # names before an alias that it may be told of
_IN_FULL = 2  # words of a person's name in full, at the least


@dataclass(slots=True, kw_only=True)
class Draft:
    """A party in the making: its names so far."""

    schema: str
    tokens: Tokens  # of its fullest name
    names: list[Mention] = field(default_factory=list)
    aliases: list[Mention] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None  # whose body it is, where its name does not tell: "Iran’s | Ministry of Defence"

    starts: list[int] = field(default_factory=list)  # where it is named, in order

    def add(self, name: Mention) -> None:
        """Give it one more name."""
        self.names.append(name)
        insort(self.starts, name.span.start)

    def last_before(self, at: int) -> int:
        """Where it was last named before here; -1 if not yet."""
        number = bisect_left(self.starts, at)
        return self.starts[number - 1] if number else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name with what is needed of it again and again."""

    mention: Mention
    tokens: Tokens
    state: str | None
    gender: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Roll:
    """The drafts so far, in order, and where to look for those that may bear a name like this one."""

    text: str
    paragraphs: Placed[Span]
    body: int  # where the paragraph after the first one starts: a headline calls people by less
    drafts: list[Draft] = field(default_factory=list)
    bearers: Bearers = field(default_factory=Bearers)

    def add(self, name: _Name) -> None:
        """Begin a draft with a name."""
        draft = Draft(schema=name.mention.schema, tokens=name.tokens, gender=name.gender, country=name.state)
        draft.add(name.mention)
        self.drafts.append(draft)
        self._enter(len(self.drafts) - 1)

    def lengthen(self, number: int, name: _Name) -> None:
        """Give a draft one more name, which may be its fullest."""
        draft = self.drafts[number]
        draft.add(name.mention)
        if len(name.tokens) > len(draft.tokens):
            draft.tokens = name.tokens
            self._enter(number)

    def _enter(self, number: int) -> None:
        draft = self.drafts[number]
        self.bearers.enter(draft.tokens, number, is_person=draft.schema == "Person")


def gather(text: str, names: Iterable[Mention], story: Story) -> list[Draft]:
    """Give the drafts of a story's parties."""
    read = [_read(text, name) for name in sorted(names, key=lambda name: name.span)]
    told = [name for name in read if is_told_as_alias(text, name.mention.span)]
    aliases = {name.tokens for name in told}
    others = [name for name in read if name.tokens not in aliases]
    again = [name for name in read if name.tokens in aliases and name not in told]
    body = min((span.start for span in story.paragraphs[1:]), default=0)
    roll = _Roll(text=text, paragraphs=Placed((span, span) for span in story.paragraphs), body=body)
    _add_others(roll, others)
    known = _add_aliases(roll, told)
    for name in again:
        draft = known.get(name.tokens)
        if draft is None:
            _add_short(roll, name)
        else:
            draft.aliases.append(name.mention)
            draft.add(name.mention)
    return [draft for draft in roll.drafts if not (len(draft.tokens) == 1 and draft.tokens[0] in NOBODY_ALONE)]


def _read(text: str, name: Mention) -> _Name:
    told = gender_told(text, name.span) if name.schema == "Person" else None
    words = name.span.of(text)
    family, _comma, given = words.partition(", ")  # "PETROVA, Anna", as lists have it
    tokens = tuple(fold(f"{given} {family}" if name.schema == "Person" else words).split())
    return _Name(mention=name, tokens=tokens, state=state_of(text, name), gender=told and told[0])


def _add_others(roll: _Roll, names: Sequence[_Name]) -> None:
    people = [name.tokens for name in names if name.mention.schema == "Person"]
    endings = {tokens[at:] for tokens in people for at in range(1, len(tokens) - 1)}
    shorts = [name for name in names if _may_be_short(name, endings)]
    for name in names:
        if _may_be_short(name, endings):
            continue
        start = name.mention.span.start
        if name.mention.schema == "Person" and _ANOTHER.search(roll.text, max(0, start - 60), start):
            roll.add(name)  # "another Ivan Petrov, a teacher"
        else:
            _add_full(roll, name)
    for name in sorted(shorts, key=lambda name: -len(name.tokens)):  # "Vitesse Arnhem" before "Vitesse"
        _add_short(roll, name)


def _may_be_short(name: _Name, endings: Set[Tokens]) -> bool:
    """Be a form that may stand for a fuller name; `endings` are the last words, two or more, of people's long names."""
    tokens = name.tokens
    if name.mention.schema == "Person":
        return len(tokens) == 1 or tokens[0] in ("al", "de") or tokens in endings
    if name.mention.found_by == "lists":
        return False  # "al-Qaida" is listed itself, and is not "al-Qaida in the Islamic Maghreb"
    return len(tokens) == 1 or (name.mention.schema not in SHIPS and len(bare(tokens)) <= 2)


def _add_full(roll: _Roll, name: _Name) -> None:
    same = same_person if name.mention.schema == "Person" else same_organisation
    for number in roll.bearers.of_full(name.tokens, is_person=name.mention.schema == "Person"):
        draft = roll.drafts[number]
        is_same = _are_one_kind(draft, name) and _are_one_state(draft, name) and same(name.tokens, draft.tokens)
        if is_same and not _is_introduced(roll, draft, name):
            roll.lengthen(number, name)
            return
    roll.add(name)


def _is_introduced(roll: _Roll, draft: Draft, name: _Name) -> bool:
    """Be another person, told by a name that comes later than news gives a name in full, and introduced anew.

    "Roman Semyonov, a Chelsea youth footballer" after Roman Semenov; "Soe Win Oo" after Soe Win, not in a headline.
    """
    if name.mention.schema != "Person":
        return False
    if _SOMEBODY.match(roll.text, name.mention.span.end):
        return name.tokens != draft.tokens or _is_long_known(roll, draft, name)
    if name.tokens in (draft.tokens, draft.tokens[: len(name.tokens)]):
        return False
    is_longer = name.tokens[: len(draft.tokens)] == draft.tokens
    return is_longer and draft.names[0].span.start >= roll.body and len(draft.tokens) == _IN_FULL


def _is_long_known(roll: _Roll, draft: Draft, name: _Name) -> bool:
    """Have been named in full once, in a paragraph before this one and below the headline.

    Whom a story names in full again and again, it may say more of, late.
    """
    first, here = draft.names[0].span, roll.paragraphs.around(name.mention.span)
    return here is not None and roll.body <= first.start < here.start and len(draft.names) == 1


def _are_one_kind(draft: Draft, name: _Name) -> bool:
    left, right = draft.schema, name.mention.schema
    return (left == "Person") == (right == "Person") and (left in SHIPS) == (right in SHIPS)


def _are_one_state(draft: Draft, name: _Name) -> bool:
    return None in (name.state, draft.country) or name.state == draft.country


def _add_short(roll: _Roll, name: _Name) -> Draft:
    """Put a name to the party that it most likely stands for, or to a new one; give that."""
    bearers = (roll.drafts[number] for number in roll.bearers.of_short(name.tokens))
    candidates = [d for d in bearers if _are_one_state(d, name) and _stands_for(name.tokens, d)]
    candidates = [draft for draft in candidates if _are_one_kind(draft, name)] or candidates
    if name.mention.schema == "Person" and _KIN_BEFORE.search(
        roll.text, max(0, name.mention.span.start - 20), name.mention.span.start
    ):
        candidates = [draft for draft in candidates if draft.tokens[0] == name.tokens[0]]  # "his brother Maher"
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


def _only_of_its_kind(roll: _Roll, name: _Name) -> list[Draft]:
    """Give the one body whose kind the word names: "the Council" for the EU Council; of several, one named far more."""
    if name.mention.schema == "Person" or len(name.tokens) != 1 or not is_generic(name.tokens):
        return []
    kind = name.tokens[0]
    bearers = (roll.drafts[number] for number in roll.bearers.of_short(name.tokens))
    bodies = [draft for draft in bearers if draft.schema not in ("Person", *SHIPS)]
    found = [draft for draft in bodies if len(draft.tokens) > 1 and kind in (draft.tokens[0], draft.tokens[-1])]
    found.sort(key=lambda draft: -len(draft.names))
    is_one = len(found) == 1 or (len(found) > 1 and len(found[0].names) >= _FAR_MORE * len(found[1].names))
    return found[:1] if is_one else []


def _stands_for(tokens: Tokens, draft: Draft) -> bool:
    if draft.schema == "Person":
        return tokens == draft.tokens or is_short_of_person(tokens, draft.tokens)
    if draft.schema in SHIPS:
        return tokens == draft.tokens
    return same_organisation(tokens, draft.tokens) or is_short_of_organisation(tokens, draft.tokens)


def _by_family(name: _Name, candidates: list[Draft]) -> list[Draft]:
    """Leave out whose given name it is where it is the family name of another: "Warhol" is no Warhol Polaroid."""
    family = [d for d in candidates if d.schema == "Person" and family_names(d.tokens).issuperset(name.tokens)]
    return family or candidates


def _by_gender(name: _Name, candidates: list[Draft]) -> list[Draft]:
    """Leave out who is told to be of the other gender: "Ms. Kim" is not Mr. Kim."""
    if name.gender is None:
        return candidates
    told = [draft for draft in candidates if draft.gender == name.gender]
    return told or [draft for draft in candidates if draft.gender is None]


def _add_aliases(roll: _Roll, told: Sequence[_Name]) -> dict[Tokens, Draft]:
    """Give each alias to the party named right before it; alone, it is a party of its own."""
    known: dict[Tokens, Draft] = {}
    owners = Placed(_ends(roll.drafts))
    last: tuple[Span, Draft] | None = None  # the alias before, and whose it is: "known as X, also known as Y"
    for name in told:
        span = name.mention.span
        near = sorted((*islice(owners.back_from(span.start), _NEAR), *([last] if last else [])), key=_start)
        owner = next((each for each in reversed(near) if _is_called_so(roll.text, *each, span)), None)
        if owner is not None:
            draft = owner[1]
            draft.aliases.append(name.mention)
            draft.add(name.mention)
            known.setdefault(name.tokens, draft)
        else:
            draft = _add_short(roll, name)  # "[Warhol] liked it": brackets of an editor
        last = span, draft
    return known


def _is_called_so(text: str, last: Span, draft: Draft, alias: Span) -> bool:
    return is_alias_of(text, last, alias, draft.tokens, draft.schema)


def _start(end: tuple[Span, Draft]) -> int:
    return end[0].start


def _ends(drafts: Iterable[Draft]) -> Iterator[tuple[Span, tuple[Span, Draft]]]:
    return ((name.span, (name.span, draft)) for draft in drafts for name in draft.names)
