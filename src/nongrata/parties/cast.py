"""Who is one and the same: a story's names gathered into parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from nongrata.articles import Story
from nongrata.mentions import Mention, Reading
from nongrata.mentions.naming import NOBODY_ALONE
from nongrata.parties.aliases import is_alias_of, is_told_as_alias, told_names
from nongrata.parties.facts import facts_of
from nongrata.parties.gender import gender_told
from nongrata.parties.pronouns import pronouns_of
from nongrata.parties.record import Cast, MentionKind, Party, PartyId, PartyMention
from nongrata.parties.same import (
    Tokens,
    bare,
    family_names,
    is_acronym,
    is_generic,
    is_short_of_organisation,
    is_short_of_person,
    same_organisation,
    same_person,
)
from nongrata.parties.states import state_of
from nongrata.parties.ties import ties_between
from nongrata.values import Span, fold, overlaps_any

_PARTS = re.compile(r"\s+(?:al-|el-|bin |de )?|(?<=\bal|\bel)-")
_SHIPS = ("Vessel", "Airplane")


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A party in the making: its names so far."""

    schema: str
    tokens: Tokens  # of its fullest name
    names: list[Mention] = field(default_factory=list)
    aliases: list[Mention] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None  # whose body it is, where its name does not tell: "Iran’s | Ministry of Defence"

    def last_before(self, at: int) -> int:
        """Where it was last named before here; -1 if not yet."""
        return max((name.span.start for name in self.names if name.span.start < at), default=-1)


def find_cast(text: str, story: Story, reading: Reading, *, prefix: str = "") -> Cast:
    """Give the parties of a story with what it says of them, and the ties between them.

    Full names first, then short forms to the full name they stand for: in the same paragraph the nearest
    before, else the one named most. Two people with one family name stay two. `prefix` begins every party's
    id, so that ids stay apart where one source holds several stories.
    """
    names = [*_bodies_told(text, reading.names), *told_names(text, story, reading.names)]
    names.extend(_said_again(text, story, reading, names))
    drafts = _drafts(text, names, story)
    parties = tuple(
        _party(PartyId(f"{prefix}p{number}"), text, draft)
        for number, draft in enumerate(sorted(drafts, key=lambda draft: min(n.span for n in draft.names)), start=1)
    )
    parties = tuple(replace(party, facts=facts_of(text, party, reading)) for party in parties)
    parties = pronouns_of(parties, reading)
    return Cast(parties=parties, ties=ties_between(text, parties, reading))


def _bodies_told(text: str, names: Sequence[Mention]) -> list[Mention]:
    """Give the names, with what begins a body's name taken for the body: "La Oficina | de Envigado"."""
    folded = {fold(name.span.of(text)) for name in names if name.schema != "Person"}
    begun = {full[: match.start()] for full in folded if (match := re.search(r" (?:of|for|de|del|in) ", full))}
    return [
        replace(name, schema="Organization") if name.schema == "Person" and fold(name.span.of(text)) in begun else name
        for name in names
    ]


def _worth_finding(text: str, names: Sequence[Mention]) -> dict[str, str]:
    """Give the words to look for again, with their schema: whole names, and the family names of people."""
    wanted: dict[str, str] = {}
    for name in names:
        words = name.span.of(text)
        if name.schema == "Person" and len(words.split()) > 1:
            families = family_names(tuple(fold(words).split()))
            for word in _PARTS.split(words):
                if fold(word) in families and word[0].isupper() and len(word) >= 3:
                    wanted.setdefault(word, "Person")
        if (len(words) >= 4 or (len(words) >= 3 and words.isupper())) and words[0].isupper():
            wanted.setdefault(words, name.schema)
    return wanted


def _said_again(text: str, story: Story, reading: Reading, names: Sequence[Mention]) -> list[Mention]:
    """Give the places where a name, or the family name of a person, stands again and the model passed over it."""
    wanted = _worth_finding(text, names)
    taken = [name.span for name in names]
    taken += [place.span for place in reading.places] + [item.span for item in reading.equipment]
    found: list[Mention] = []
    for words, schema in sorted(wanted.items(), key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text):
            span = Span(*match.span())
            inside = any(paragraph.covers(span) for paragraph in story.paragraphs)
            if inside and not overlaps_any(span, (*taken, *(mention.span for mention in found))):
                found.append(Mention(span=span, schema=schema, found_by="rule"))
    return found


def _drafts(text: str, names: Iterable[Mention], story: Story) -> list[_Draft]:
    """Gather names into parties: full ones, then short forms, then told aliases, then what these aliases name again."""
    tokens = {name: tuple(fold(name.span.of(text)).split()) for name in sorted(names, key=lambda name: name.span)}
    told = [name for name in tokens if is_told_as_alias(text, name.span)]
    aliases = {tokens[name] for name in told}
    again = [name for name in tokens if tokens[name] in aliases and name not in told]
    others = [name for name in tokens if tokens[name] not in aliases]
    endings = {words[-2:] for name, words in tokens.items() if name.schema == "Person" and len(words) >= 3}
    drafts: list[_Draft] = []
    for name in sorted(others, key=lambda name: _may_be_short(name, tokens[name], endings)):
        if _may_be_short(name, tokens[name], endings):
            _add_short(text, drafts, name, story)
        else:
            _add_full(text, drafts, name, tokens[name])
    for name in told:
        _add_alias(text, drafts, name)
    for name in again:
        _add_again(text, drafts, name, story)
    return [draft for draft in drafts if not (len(draft.tokens) == 1 and draft.tokens[0] in NOBODY_ALONE)]


def _may_be_short(name: Mention, tokens: Tokens, endings: Set[Tokens]) -> bool:
    """Be a form that may stand for a fuller name; `endings` are the last two words of the long names of people."""
    if name.schema == "Person":
        return len(tokens) == 1 or tokens[0] in ("al", "de") or tokens in endings
    if name.found_by == "lists":
        return False  # "al-Qaida" is listed itself, and is not "al-Qaida in the Islamic Maghreb"
    return len(tokens) == 1 or (name.schema not in _SHIPS and len(bare(tokens)) <= 2)


def _add_alias(text: str, drafts: list[_Draft], name: Mention) -> None:
    """Give the alias to the party last named before it in the paragraph; alone, it is a party of its own."""
    nearest = max(drafts, key=lambda draft: draft.last_before(name.span.start), default=None)
    last = nearest and max((each.span for each in nearest.names if each.span.end <= name.span.start), default=None)
    if nearest and last and is_alias_of(text, last, name.span, nearest.tokens):
        nearest.aliases.append(name)
        nearest.names.append(name)
        return
    drafts.append(_Draft(schema=name.schema, tokens=tuple(fold(name.span.of(text)).split()), names=[name]))


def _add_again(text: str, drafts: list[_Draft], name: Mention, story: Story) -> None:
    """Give a name to the party that the text said is known by it."""
    tokens = tuple(fold(name.span.of(text)).split())
    for draft in drafts:
        if any(tuple(fold(alias.span.of(text)).split()) == tokens for alias in draft.aliases):
            draft.aliases.append(name)
            draft.names.append(name)
            return
    _add_short(text, drafts, name, story)


def _add_full(text: str, drafts: list[_Draft], name: Mention, tokens: Tokens) -> None:
    same = same_person if name.schema == "Person" else same_organisation
    for draft in drafts:
        if _may_be_one(text, draft, name) and same(tokens, draft.tokens):
            draft.names.append(name)
            draft.tokens = max(draft.tokens, tokens, key=len)
            return
    told = gender_told(text, name.span)
    drafts.append(
        _Draft(schema=name.schema, tokens=tokens, names=[name], gender=told and told[0], country=state_of(text, name))
    )


def _may_be_one(text: str, draft: _Draft, name: Mention) -> bool:
    """Be of one kind, and no bodies of two states."""
    left, right, state = draft.schema, name.schema, state_of(text, name)
    is_one_kind = (left == "Person") == (right == "Person") and (left in _SHIPS) == (right in _SHIPS)
    return is_one_kind and (None in (state, draft.country) or state == draft.country)


def _add_short(text: str, drafts: list[_Draft], name: Mention, story: Story) -> None:
    tokens = tuple(fold(name.span.of(text)).split())
    candidates = [draft for draft in drafts if _stands_for(tokens, draft)]
    state = state_of(text, name)
    candidates = [draft for draft in candidates if None in (state, draft.country) or state == draft.country]
    candidates = [draft for draft in candidates if _may_be_one(text, draft, name)] or candidates
    candidates = _by_gender(text, name, candidates)
    if not candidates:
        drafts.append(_Draft(schema=name.schema, tokens=tokens, names=[name], country=state))
        return
    paragraph = next((p for p in story.paragraphs if p.covers(name.span)), name.span)
    near = [draft for draft in candidates if draft.last_before(name.span.start) >= paragraph.start]
    if near:
        chosen = max(near, key=lambda draft: draft.last_before(name.span.start))
    else:
        chosen = max(candidates, key=lambda draft: (len(draft.names), -draft.names[0].span.start))
    chosen.names.append(name)


def _stands_for(tokens: Tokens, draft: _Draft) -> bool:
    if draft.schema == "Person":
        return tokens == draft.tokens or is_short_of_person(tokens, draft.tokens)
    if draft.schema in _SHIPS:
        return tokens == draft.tokens
    return same_organisation(tokens, draft.tokens) or is_short_of_organisation(tokens, draft.tokens)


def _by_gender(text: str, name: Mention, candidates: list[_Draft]) -> list[_Draft]:
    """Leave out who is told to be of the other gender: "Ms. Kim" is not Mr. Kim."""
    told = gender_told(text, name.span)
    if told is None:
        return candidates
    return [draft for draft in candidates if draft.gender == told[0]] or [
        draft for draft in candidates if draft.gender is None
    ]


def _party(party_id: PartyId, text: str, draft: _Draft) -> Party:
    names = sorted(draft.names, key=lambda name: name.span)
    fullest = max(
        (name for name in names if name not in draft.aliases), key=lambda name: len(name.span), default=names[0]
    )
    mentions = tuple(
        PartyMention(span=name.span, text=name.span.of(text), kind=_kind(text, draft, name)) for name in names
    )
    return Party(
        id=party_id, name=" ".join(fullest.span.of(text).split()), schema=_schema(draft, names), mentions=mentions
    )


def _schema(draft: _Draft, names: Sequence[Mention]) -> str:
    """Give the most telling schema that any of its names was given: a Company is more than an Organization."""
    schemata = [name.schema for name in sorted(names, key=lambda name: -len(name.span))]
    return next((schema for schema in schemata if schema not in ("Organization", "LegalEntity")), draft.schema)


def _kind(text: str, draft: _Draft, name: Mention) -> MentionKind:
    tokens = tuple(fold(name.span.of(text)).split())
    if name not in draft.aliases and (len(tokens) >= len(draft.tokens) or same_organisation(tokens, draft.tokens)):
        return "full"
    if draft.schema != "Person" and is_acronym(tokens, draft.tokens) and not is_generic(tokens):
        return "acronym"
    return "alias" if name in draft.aliases else "short"
