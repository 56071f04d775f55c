"""Who is one and the same: a story's names gathered into parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nongrata.articles import Story
from nongrata.mentions import Mention, Reading
from nongrata.mentions.names.joined import joined_people
from nongrata.mentions.names.naming import schema_by_head
from nongrata.parties.again import said_again
from nongrata.parties.aliases import told_names
from nongrata.parties.drafts import gather
from nongrata.parties.facts import Page, facts_of
from nongrata.parties.kin import with_family_names
from nongrata.parties.numbers import with_numbers
from nongrata.parties.pronouns import pronouns_of
from nongrata.parties.record import Cast, MentionKind, Party, PartyId, PartyMention
from nongrata.parties.roll import Draft
from nongrata.parties.same import is_acronym, is_generic, same_organisation
from nongrata.parties.ties import ties_between
from nongrata.values import fold

_GOES_ON = re.compile(r" (?:of|for|de|del|in) ")


def find_cast(text: str, story: Story, reading: Reading, *, prefix: str = "") -> Cast:
    """Give the parties of a story with what it says of them, and the ties between them.

    Full names first, then short forms to the full name they stand for: in the same paragraph the nearest
    before, else the one named most. Two people with one family name stay two. `prefix` begins every party's
    id, so that ids stay apart where one source holds several stories.
    """
    names = [*_bodies_told(text, reading.names), *told_names(text, story, reading.names)]
    taken = [*(place.span for place in reading.places), *(item.span for item in reading.equipment)]
    again = said_again(text, story, names, taken)
    # A family name found again belongs to the name right before it: "Hassan Sheikh | Mohamud".
    names = list(joined_people(text, (*names, *again), only="rule"))
    drafts = sorted(gather(text, names, story), key=lambda draft: min(name.span for name in draft.names))
    page = Page.of(text, reading)
    parties = tuple(_party(PartyId(f"{prefix}p{n}"), text, draft) for n, draft in enumerate(drafts, start=1))
    parties = tuple(replace(party, facts=facts_of(page, party)) for party in parties)
    parties = with_numbers(text, parties, reading, prefix=prefix)
    parties = with_family_names(text, pronouns_of(parties, reading), reading)
    return Cast(parties=parties, ties=ties_between(text, parties, reading))


def _bodies_told(text: str, names: Sequence[Mention]) -> list[Mention]:
    """Give the names, with what begins a body's name taken for the body: "La Oficina | de Envigado"."""
    folded = {fold(name.span.of(text)) for name in names if name.schema != "Person"}
    begun = {full[: match.start()] for full in folded if (match := _GOES_ON.search(full))}
    return [
        replace(name, schema="Organization") if name.schema == "Person" and fold(name.span.of(text)) in begun else name
        for name in names
    ]


def _party(party_id: PartyId, text: str, draft: Draft) -> Party:
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


def _schema(draft: Draft, names: Sequence[Mention]) -> str:
    """Give the most telling schema that any of its names was given: a Company is more than an Organization.

    Its own names tell before those that it is also known by: a ship's former name may be a person's.
    """
    schemata = [name.schema for name in sorted(names, key=lambda name: (name in draft.aliases, -len(name.span)))]
    if len(draft.tokens) > 1 and schema_by_head(draft.tokens) is not None and set(schemata) > {"Person"}:
        schemata = [schema for schema in schemata if schema != "Person"]  # "RSF", taken for a person
    return next((schema for schema in schemata if schema not in ("Organization", "LegalEntity")), draft.schema)


def _kind(text: str, draft: Draft, name: Mention) -> MentionKind:
    tokens = tuple(fold(name.span.of(text)).split())
    if name not in draft.aliases and (len(tokens) >= len(draft.tokens) or same_organisation(tokens, draft.tokens)):
        return "full"
    if draft.schema != "Person" and is_acronym(tokens, draft.tokens) and not is_generic(tokens):
        return "acronym"
    return "alias" if name in draft.aliases else "short"
