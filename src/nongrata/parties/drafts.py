"""Parties in the making: full names first, then short forms, told aliases, and what these aliases name again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from nongrata.articles import Story
from nongrata.mentions import Mention
from nongrata.mentions.names.naming import NOBODY_ALONE
from nongrata.parties.aliases import is_alias_of, is_told_as_alias
from nongrata.parties.anew import is_body_anew, is_person_anew, is_ship_anew, is_spelled_out_anew
from nongrata.parties.gender import gender_told
from nongrata.parties.introduced import (
    is_called_so_too,
    is_introduced,
    is_of_trade,
    is_set_apart,
    is_small_craft,
    is_somebody,
    is_told_another,
)
from nongrata.parties.roll import SHIPS, Draft, Name, Roll, are_one_kind, are_one_state
from nongrata.parties.same import Tokens, same_organisation, same_person
from nongrata.parties.short_forms import add_short, endings_of, may_be_short
from nongrata.parties.states import state_of
from nongrata.values import Span, fold
from nongrata.values.placed import Placed

_NEAR = 3  # names before an alias that it may be told of
_IN_FULL = 2  # words of a person's name in full, at the least
# "Image: Mark Rathbun.", "Photograph: AFP", "(AP Photo/Jane Doe)", "[File photo]"
_CREDITED = re.compile(
    r"(?:^|[.\s])(?:Image|Photo|Picture|Photograph|Video|Audio)(?: credit| by)?: [^.!?\n]{1,60}\.?\s*$"
    r"|[(\[](?:[Ff]ile )?(?:[A-Z]\w+ )?[Pp]hoto(?:[/: ][^()\[\]\n]{1,60})?[)\]]\s*$"
)


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
        elif _is_namesake(text, name, told):
            roll.add(name, is_another=True)
        else:
            draft.aliases.append(name.mention)
            draft.add(name.mention)
    return [draft for draft in roll.drafts if not (len(draft.tokens) == 1 and draft.tokens[0] in NOBODY_ALONE)]


def _is_namesake(text: str, name: Name, told: Iterable[Name]) -> bool:
    """Be introduced in full as somebody after another was told to be called so."""
    is_known = any(alias.tokens == name.tokens and alias.mention.span < name.mention.span for alias in told)
    return is_known and len(name.tokens) >= _IN_FULL and is_somebody(text, name.mention.span)


def _read(text: str, name: Mention) -> Name:
    told = gender_told(text, name.span) if name.schema == "Person" else None
    words = name.span.of(text)
    family, _comma, given = words.partition(", ")  # "PETROVA, Anna", as lists have it
    tokens = tuple(fold(f"{given} {family}" if name.schema == "Person" else words).split())
    return Name(mention=name, tokens=tokens, state=state_of(text, name), gender=told and told[0])


def _add_others(roll: Roll, names: Sequence[Name]) -> None:
    earlier = _earlier(roll, names)
    spelled = {full: name for name, full in pairwise(names) if _is_spelled_out_anew(roll, name, full, earlier)}
    others = frozenset(name for name in names if _is_another(roll.text, name) or _is_anew(roll, name, earlier))
    others |= frozenset(spelled.values())
    told = [name for name in names if name not in others and name not in spelled]
    endings = endings_of(told)
    shorts = frozenset(name for name in told if may_be_short(name, endings))
    for name in names:
        if name in others:
            roll.add(name, is_another=True)  # "another Ivan Petrov, a teacher"
        elif name in spelled:
            roll.lengthen(len(roll.drafts) - 1, name)  # right behind its letters, which are another's there
        elif name not in shorts:
            _add_full(roll, name)
    for name in sorted(
        shorts, key=lambda name: (-len(name.tokens), name.mention.span)
    ):  # "Vitesse Arnhem" before "Vitesse"
        add_short(roll, name)


def _is_another(text: str, name: Name) -> bool:
    """Be told to be somebody, or something, of that name of which the story has not spoken."""
    span = name.mention.span
    if name.mention.schema != "Person":
        return is_called_so_too(text, span)
    return is_told_another(text, span) or (len(name.tokens) >= _IN_FULL and is_set_apart(text, span))


def _earlier(roll: Roll, names: Sequence[Name]) -> Mapping[Tokens, list[Span]]:
    """Give where each name stands below the headline, in order."""
    places: dict[Tokens, list[Span]] = {}
    for name in names:
        if name.mention.span.start >= roll.body:
            places.setdefault(name.tokens, []).append(name.mention.span)
    return places


def _is_anew(roll: Roll, name: Name, earlier: Mapping[Tokens, list[Span]]) -> bool:
    """Be told to be somebody or something else than whoever had the very name before, in a paragraph of its own."""
    span, schema = name.mention.span, name.mention.schema
    if schema == "Person":
        is_known = any(place < span for place in earlier.get(name.tokens, ()))
        return is_known and len(name.tokens) >= _IN_FULL and is_person_anew(roll.text, span)
    is_anew = is_ship_anew if schema in SHIPS else is_body_anew
    before = _before_here(roll, name, earlier)
    return bool(before) and is_anew(roll.text, span, before)


def _is_spelled_out_anew(roll: Roll, name: Name, full: Name, earlier: Mapping[Tokens, list[Span]]) -> bool:
    before = _before_here(roll, name, earlier) if name.mention.schema not in ("Person", *SHIPS) else []
    return bool(before) and is_spelled_out_anew(roll.text, name, full, before)


def _before_here(roll: Roll, name: Name, earlier: Mapping[Tokens, list[Span]]) -> list[Span]:
    """Give where the very name stood before, where that was in another paragraph; none where this one has it too."""
    here = roll.paragraphs.around(name.mention.span) or name.mention.span
    before = [place for place in earlier.get(name.tokens, ()) if place < name.mention.span]
    return [] if before and before[-1].start >= here.start else before


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
    """Be another, a person told by a name that comes later than news gives a name in full, and introduced anew.

    "Roman Semyonov, a Chelsea youth footballer" after Roman Semenov; "Soe Win Oo" after Soe Win, not in a headline.
    Of a ship's name, be a ketch or another small boat, which was not told before.
    """
    if name.mention.schema != "Person":
        boats = [is_small_craft(roll.text, one.span) for one in (name.mention, *draft.names)]
        return name.mention.schema == "Vessel" and boats[0] and not any(boats[1:])
    span = name.mention.span
    is_in_body = draft.names[0].span.start >= roll.body
    if name.tokens != draft.tokens and is_in_body and is_introduced(roll.text, span):
        return True  # a story spells a name in one way
    if is_somebody(roll.text, span):
        return _is_long_known(roll, draft, name)
    is_new_trade = is_of_trade(roll.text, span) and not any(is_of_trade(roll.text, one.span) for one in draft.names)
    if is_new_trade and _is_long_known(roll, draft, name):
        return True
    if name.tokens in (draft.tokens, draft.tokens[: len(name.tokens)]):
        return False
    is_longer = name.tokens[: len(draft.tokens)] == draft.tokens
    return is_longer and is_in_body and len(draft.tokens) == _IN_FULL


def _is_long_known(roll: Roll, draft: Draft, name: Name) -> bool:
    """Have been named in full once, in a paragraph before this one and below the headline.

    Whom a story names in full again and again, it may say more of, late.
    """
    first, here = draft.names[0].span, roll.paragraphs.around(name.mention.span)
    if here is None or len(draft.names) > 1 or not roll.body <= first.start < here.start:
        return False
    before = roll.paragraphs.around(first)
    return before is None or _CREDITED.search(before.of(roll.text)) is None  # the body introduces whom a picture shows


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
