"""Parties in the making: full names first, then short forms, told aliases, and what these aliases name again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from nongrata.articles import Story
from nongrata.mentions import Mention
from nongrata.mentions.naming import HONORIFICS, NOBODY_ALONE, TITLES
from nongrata.parties.aliases import is_alias_of, is_told_as_alias
from nongrata.parties.gender import gender_told
from nongrata.parties.roll import Draft, Name, Roll, are_one_kind, are_one_state
from nongrata.parties.same import Tokens, same_organisation, same_person
from nongrata.parties.short_forms import add_short, endings_of, may_be_short
from nongrata.parties.states import state_of
from nongrata.values import Span, fold
from nongrata.values.placed import Placed

_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|[Aa] second|[Aa] different) $|[a-z,] one $|\bnamesakes?,? $"
    r"|(?:^|[^\w’'])[Aa]n? (?:[\w-]+ ){1,5}(?:also )?(?:called|named) $"  # "a Beirut painter called Rami Makhlouf"
    r"|\b(?:[Mm]ix(?:ed)?|[Cc]onfus\w+|[Mm]istak\w+)\b[^.\n]{0,80}\b(?:with|for) (?:the |an? )?(?:[\w-]+ ){0,3}$"
    r"|\b[Aa]n? (?:[\w-]+ )?(?:with|of|bearing) the same (?:[\w-]+ ){0,3}\w+, $"  # "a man of the same name, Ivan"
)
_A_CERTAIN = re.compile(r"(?:^|[^\w’'])[Aa] ([A-Z][\w-]+)\.? $")  # "a Major Petrov, no relation", "a Mr Petrov"
# "Roman Semyonov, a Chelsea youth footballer"
_SOMEBODY = re.compile(r", an? (?!\w+ of (?:his|her|their)\b)[\w-]+[ ,.]")
_NEAR = 3  # names before an alias that it may be told of
_IN_FULL = 2  # words of a person's name in full, at the least


def gather(text: str, names: Iterable[Mention], story: Story) -> list[Draft]:
    """Give the drafts of a story's parties."""
    read = [_read(text, name) for name in sorted(names, key=lambda name: name.span)]
    told = [name for name in read if is_told_as_alias(text, name.mention.span)]
    aliases = {name.tokens for name in told}
    others = [name for name in read if name.tokens not in aliases]
    again = [name for name in read if name.tokens in aliases and name not in told]
    body = min((span.start for span in story.paragraphs[1:]), default=0)
    roll = Roll(text=text, paragraphs=Placed((span, span) for span in story.paragraphs), body=body)
    _add_others(roll, others)
    known = _add_aliases(roll, told)
    for name in again:
        draft = known.get(name.tokens)
        if draft is None:
            add_short(roll, name)
        else:
            draft.aliases.append(name.mention)
            draft.add(name.mention)
    return [draft for draft in roll.drafts if not (len(draft.tokens) == 1 and draft.tokens[0] in NOBODY_ALONE)]


def _read(text: str, name: Mention) -> Name:
    told = gender_told(text, name.span) if name.schema == "Person" else None
    words = name.span.of(text)
    family, _comma, given = words.partition(", ")  # "PETROVA, Anna", as lists have it
    tokens = tuple(fold(f"{given} {family}" if name.schema == "Person" else words).split())
    return Name(mention=name, tokens=tokens, state=state_of(text, name), gender=told and told[0])


def _add_others(roll: Roll, names: Sequence[Name]) -> None:
    endings = endings_of(names)
    shorts = [name for name in names if may_be_short(name, endings)]
    for name in names:
        if may_be_short(name, endings):
            continue
        if _is_another(roll.text, name):
            roll.add(name)  # "another Ivan Petrov, a teacher"
        else:
            _add_full(roll, name)
    for name in sorted(shorts, key=lambda name: -len(name.tokens)):  # "Vitesse Arnhem" before "Vitesse"
        if _is_another(roll.text, name):
            roll.add(name)
        else:
            add_short(roll, name)


def _is_another(text: str, name: Name) -> bool:
    """Be told to be somebody of that name whom the story has not spoken of: "one", "another", "a Major Petrov"."""
    start = name.mention.span.start
    if name.mention.schema != "Person":
        return False
    certain = _A_CERTAIN.search(text, max(0, start - 30), start)
    is_titled = certain is not None and certain[1].lower() in HONORIFICS | TITLES
    return is_titled or _ANOTHER.search(text, max(0, start - 120), start) is not None


def _add_full(roll: Roll, name: Name) -> None:
    same = same_person if name.mention.schema == "Person" else same_organisation
    for number in roll.bearers.of_full(name.tokens, is_person=name.mention.schema == "Person"):
        draft = roll.drafts[number]
        is_same = are_one_kind(draft, name) and are_one_state(draft, name) and same(name.tokens, draft.tokens)
        if is_same and not _is_introduced(roll, draft, name):
            roll.lengthen(number, name)
            return
    roll.add(name)


def _is_introduced(roll: Roll, draft: Draft, name: Name) -> bool:
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


def _is_long_known(roll: Roll, draft: Draft, name: Name) -> bool:
    """Have been named in full once, in a paragraph before this one and below the headline.

    Whom a story names in full again and again, it may say more of, late.
    """
    first, here = draft.names[0].span, roll.paragraphs.around(name.mention.span)
    return here is not None and roll.body <= first.start < here.start and len(draft.names) == 1


def _add_aliases(roll: Roll, told: Sequence[Name]) -> dict[Tokens, Draft]:
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
            draft = add_short(roll, name)  # "[Warhol] liked it": brackets of an editor
        last = span, draft
    return known


def _is_called_so(text: str, last: Span, draft: Draft, alias: Span) -> bool:
    return is_alias_of(text, last, alias, draft.tokens, draft.schema)


def _start(end: tuple[Span, Draft]) -> int:
    return end[0].start


def _ends(drafts: Iterable[Draft]) -> Iterator[tuple[Span, tuple[Span, Draft]]]:
    return ((name.span, (name.span, draft)) for draft in drafts for name in draft.names)
