"""Who is one and the same: a story's names gathered into parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from nongrata.articles import Story
from nongrata.mentions import Mention, Reading
from nongrata.mentions.naming import NOBODY_ALONE
from nongrata.parties.facts import facts_of
from nongrata.parties.pronouns import pronouns_of
from nongrata.parties.record import Cast, MentionKind, Party, PartyId, PartyMention
from nongrata.parties.same import (
    Tokens,
    family_names,
    is_acronym,
    is_generic,
    is_short_of_organisation,
    is_short_of_person,
    same_organisation,
    same_person,
)
from nongrata.parties.ties import ties_between
from nongrata.values import Span, fold, overlaps_any

_KNOWN_AS = (
    r"(?:\bknown (?:\w+ ){0,4}(?:as|by the (?:name|initials|alias|nom de guerre)(?: of)?)"
    r"|\balias|\ba\.?k\.?a\.?|\bnicknamed"
    r"|\bnom de guerre(?: of| was)?|\bformerly(?: called| named)?) [“\"‘]?"
)
_ALIAS = re.compile(_KNOWN_AS + "$", re.IGNORECASE)
_ALIAS_NAME = re.compile(_KNOWN_AS + r"([A-Z][\w-]*(?: [A-Z][\w-]*)*)")
_STILL = r"(?:also |once |now |better |formerly |previously |widely )*"
_THE_COMPANY = r"\b[Tt]he (?:company|group|firm|bank|organi[sz]ation|ship|vessel|tanker|man|woman)"
_ALIAS_LINK = re.compile(
    rf"^,? ?\(?(?:who |which )?(?:(?:is|was|are|were|has been) )?{_STILL}$|{_THE_COMPANY}(?:, |,? which is |,? also )?$"
)
_PARTS = re.compile(r"\s+(?:al-|el-|bin |de )?|(?<=\bal|\bel)-")
_FEMALE = re.compile(r"\b(?:Ms|Mrs|Miss|Madame|Lady|Queen|Princess)\.?\s+$")
_MALE = re.compile(r"\b(?:Mr|Lord|Sir|King|Prince)\.?\s+$")
_WOMAN_AFTER = re.compile(r"^,[^.;]{0,40}\b(?:sister|wife|daughter|mother|widow|businesswoman|actress)\b")
_SHIPS = ("Vessel", "Airplane")


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A party in the making: its names so far."""

    schema: str
    tokens: Tokens  # of its fullest name
    names: list[Mention] = field(default_factory=list)
    aliases: list[Mention] = field(default_factory=list)
    is_female: bool | None = None

    def last_before(self, at: int) -> int:
        """Where it was last named before here; -1 if not yet."""
        return max((name.span.start for name in self.names if name.span.start < at), default=-1)


def find_cast(text: str, story: Story, reading: Reading) -> Cast:
    """Give the parties of a story with what it says of them, and the ties between them.

    Full names first, then short forms to the full name they stand for: in the same paragraph the nearest
    before, else the one named most. Two people with one family name stay two.
    """
    names = [*reading.names, *_told_aliases(text, story, reading.names)]
    names.extend(_said_again(text, story, reading, names))
    drafts = _drafts(text, names, story)
    parties = tuple(
        _party(PartyId(f"p{number}"), text, draft)
        for number, draft in enumerate(sorted(drafts, key=lambda draft: min(n.span for n in draft.names)), start=1)
    )
    parties = tuple(replace(party, facts=facts_of(text, party, reading)) for party in parties)
    parties = pronouns_of(parties, reading)
    return Cast(parties=parties, ties=ties_between(text, parties, reading))


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


def _told_aliases(text: str, story: Story, names: Sequence[Mention]) -> list[Mention]:
    """Give the names that the text introduces with "known as" and that nobody has seen yet."""
    found = []
    for paragraph in story.paragraphs:
        for match in _ALIAS_NAME.finditer(text, paragraph.start, paragraph.end):
            span = Span(*match.span(1))
            if not any(span.overlaps(name.span) for name in names):
                found.append(Mention(span=span, schema="Organization", found_by="rule"))
    return found


def _drafts(text: str, names: Iterable[Mention], story: Story) -> list[_Draft]:
    drafts: list[_Draft] = []
    shorts: list[Mention] = []
    aliases: list[Mention] = []
    for name in sorted(names, key=lambda mention: mention.span):
        tokens = tuple(fold(name.span.of(text)).split())
        if not tokens:
            continue
        if _told_as_alias(text, name):
            aliases.append(name)
        elif _may_be_short(name, tokens):
            shorts.append(name)
        else:
            _add_full(text, drafts, name, tokens)
    for name in shorts:
        _add_short(text, drafts, name, story)
    for name in aliases:
        _add_alias(text, drafts, name)
    return [draft for draft in drafts if not (len(draft.tokens) == 1 and draft.tokens[0] in NOBODY_ALONE)]


def _may_be_short(name: Mention, tokens: Tokens) -> bool:
    return (
        len(tokens) == 1 or (name.schema not in ("Person", *_SHIPS) and len(tokens) <= 2) or tokens[0] in ("al", "de")
    )


def _told_as_alias(text: str, name: Mention) -> re.Match[str] | None:
    """Find "known as" and the like right before the name, in its own paragraph."""
    before = text[max(0, name.span.start - 80) : name.span.start]
    return _ALIAS.search(before[before.rfind("\n\n") + 1 :])


def _add_alias(text: str, drafts: list[_Draft], name: Mention) -> None:
    """Give the alias to the party last named before it in the paragraph; alone, it is a party of its own."""
    nearest = max(drafts, key=lambda draft: draft.last_before(name.span.start), default=None)
    if nearest is None or not _is_told_of(text, nearest, name):
        drafts.append(_Draft(schema=name.schema, tokens=tuple(fold(name.span.of(text)).split()), names=[name]))
        return
    nearest.aliases.append(name)
    nearest.names.append(name)


def _is_told_of(text: str, draft: _Draft, alias: Mention) -> bool:
    """Have nothing but the cue between the party and the alias, or "The company," as its subject."""
    last = max((name.span for name in draft.names if name.span.end <= alias.span.start), default=None)
    cue = _told_as_alias(text, alias)
    if last is None or cue is None:
        return False
    between = text[last.end : alias.span.start][: -len(cue[0])]
    return "\n\n" not in between and _ALIAS_LINK.search(between) is not None


def _add_full(text: str, drafts: list[_Draft], name: Mention, tokens: Tokens) -> None:
    same = same_person if name.schema == "Person" else same_organisation
    for draft in drafts:
        if _may_be_one(draft.schema, name.schema) and same(tokens, draft.tokens):
            draft.names.append(name)
            draft.tokens = max(draft.tokens, tokens, key=len)
            return
    draft = _Draft(schema=name.schema, tokens=tokens, names=[name])
    if name.schema == "Person" and _WOMAN_AFTER.match(text[name.span.end : name.span.end + 60]):
        draft.is_female = True
    drafts.append(draft)


def _may_be_one(left: str, right: str) -> bool:
    return (left == "Person") == (right == "Person") and (left in _SHIPS) == (right in _SHIPS)


def _add_short(text: str, drafts: list[_Draft], name: Mention, story: Story) -> None:
    tokens = tuple(fold(name.span.of(text)).split())
    candidates = [draft for draft in drafts if _stands_for(tokens, draft)]
    candidates = [draft for draft in candidates if _may_be_one(draft.schema, name.schema)] or candidates
    candidates = _by_honorific(text, name, candidates)
    if not candidates:
        drafts.append(_Draft(schema=name.schema, tokens=tokens, names=[name]))
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


def _by_honorific(text: str, name: Mention, candidates: list[_Draft]) -> list[_Draft]:
    before = text[max(0, name.span.start - 12) : name.span.start]
    if _FEMALE.search(before):
        return [draft for draft in candidates if draft.is_female] or candidates
    if _MALE.search(before):
        return [draft for draft in candidates if not draft.is_female] or candidates
    return candidates


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
    if name in draft.aliases:
        return "alias"
    if len(tokens) >= len(draft.tokens) or same_organisation(tokens, draft.tokens):
        return "full"
    if draft.schema != "Person" and is_acronym(tokens, draft.tokens) and not is_generic(tokens):
        return "acronym"
    return "short"
