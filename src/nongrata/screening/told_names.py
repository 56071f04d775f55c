"""The names of a party that the lists are asked for, as the story has them and as lists may write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.mentions.names.naming import HONORIFICS, TITLES
from nongrata.parties import Party, PartyMention
from nongrata.screening.context.places import place_names
from nongrata.values import fold

PERSONS, SHIPS = ("Person",), ("Vessel", "Airplane")
_NICKNAME = re.compile(r" [“\"‘][^”\"’]{2,40}[”\"’] ")  # between a person's names

# Of a father and a son, whom lists tell apart by birth dates
_YOUNGER = re.compile(r",? (?:[Ss]nr|[Jj]nr|[Ss]r|[Jj]r|[Ss]enior|[Jj]unior)\.?$")


def names_of(party: Party) -> list[str]:
    """Give the names to screen by: the full ones and the aliases, each once.

    A person's count without a nickname in quotes, too: "Ismael “El Mayo” Zambada". A short form counts only when
    there is nothing else; "U.N.", single letters all, is no name to screen by.
    """
    told = [mention.text for mention in party.mentions if mention.kind in ("full", "acronym") or _is_alias(mention)]
    texts = (*reversed(told), party.name)
    if party.schema in PERSONS:
        texts = (*texts, *(_NICKNAME.sub(" ", text) for text in texts), *(_YOUNGER.sub("", text) for text in texts))
    names = {fold(text): " ".join(text.split()) for text in texts}
    return [said for told, said in names.items() if any(len(token) > 1 for token in told.split())]


def _is_alias(mention: PartyMention) -> bool:
    """Be another name that tells somebody: "the General" may be any."""
    return mention.kind == "alias" and mention.text.lower() not in HONORIFICS | TITLES


def placed(party: Party, said: str) -> Iterator[str]:
    """Give a body's name with the town or country where the story places it: lists have that in many names."""
    if party.schema not in (*PERSONS, *SHIPS):
        for place in place_names(party.facts):
            if fold(place) not in fold(said):
                yield f"{said} {place}"


def abbreviated(party: Party, said: str) -> Iterator[str]:
    """Give a body's name with its letters in brackets: lists have that in many names."""
    if party.schema not in (*PERSONS, *SHIPS) and " " in said:
        letters = {mention.text for mention in party.mentions if mention.kind == "acronym"}
        yield from (f"{said} ({each})" for each in sorted(letters) if each not in said)
