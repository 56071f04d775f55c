"""The family name of who is told by a given name beside kin: "Dodik's son Igor", "Arkady and Boris Rotenberg"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from nongrata.mentions import Reading
from nongrata.mentions.names.naming import KIN
from nongrata.parties.record import Party, PartyId
from nongrata.values import Span
from nongrata.values.placed import Placed

_CAP = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+"
_TWO = rf"{_CAP}(?: {_CAP})?"
_OF_ANOTHER_NAME = frozenset(("partner", "uncle", "aunt", "mother", "nephew", "niece", "cousin"))
_ONE_NAME = (kin for kin in KIN - _OF_ANOTHER_NAME if not kin.endswith("-in-law"))
_KIN = "|".join(sorted(_ONE_NAME, key=len, reverse=True))
_WHOSE = re.compile(
    rf"(?:\b(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir) |[’'](?:s )? ?|,? whose )"
    rf"(?:(?!\b(?:and|or|his|her|their)\b)[\w-]+ ){{0,3}}(?:{_KIN})s?,? "
    rf"(?P<names>{_TWO}(?:(?:, | and |, and )(?:(?:(?:his|her|their) )?(?:{_KIN})s?,? )?{_TWO})*)(?! {_CAP})"
)
_GIVEN = re.compile(_TWO)
_NAMED = re.compile(rf"{_CAP} $")
_YOUNGER = frozenset(("senior", "junior", "sr", "jr", "sr.", "jr.", "snr", "jnr"))  # no part of a family name
_AND = re.compile(r",? and |, ")


def with_family_names(text: str, parties: Sequence[Party], reading: Reading) -> tuple[Party, ...]:
    """Give the parties; kin that is told by a given name alone has the family name of the other, if that is known."""
    people = [party for party in parties if party.schema == "Person"]
    alone = {mention.span: party for party in people if " " not in party.name for mention in party.mentions}
    if not alone:
        return tuple(parties)
    named = Placed((mention.span, party) for party in people for mention in party.mentions)
    found: dict[PartyId, str] = {}
    sentences = (sentence.span for sentence in reading.sentences)
    for sentence, match in (
        (each, match) for each in sentences for match in _WHOSE.finditer(text, each.start, each.end)
    ):
        whose = Span(match.start(), match.end("pronoun") if match["pronoun"] else match.start())
        names = [Span(*name.span()) for name in _GIVEN.finditer(text, *match.span("names"))]
        owners = _family_names(named, whose, sentence, is_pronoun=match["pronoun"] is not None)
        family = next(chain(owners, _of_siblings(named, names)), None)
        for party in _found(alone, names) if family else ():
            found.setdefault(party.id, f"{party.name} {family}")
        for party in _of_two_given(named, alone, names) if family else ():
            if _family_name(party) != family:
                found.setdefault(party.id, f"{party.name} {family}")
    found = {**dict(_joined(text, people, alone)), **found}
    return tuple(replace(party, name=found[party.id]) if party.id in found else party for party in parties)


def _of_two_given(named: Placed[Party], alone: Mapping[Span, Party], names: Sequence[Span]) -> Iterator[Party]:
    """Give those of two given names in a list of kin of whom another has one: "brothers Amir and Luis Alberto"."""
    if len(names) > 1 and any(name in alone for name in names):
        yield from (
            party for name in names for span, party in named.touching(name) if span == name and _has_two_given(party)
        )


def _has_two_given(party: Party) -> bool:
    return party.name.count(" ") == 1 and all(mention.kind in ("full", "pronoun") for mention in party.mentions)


def _joined(text: str, people: Sequence[Party], alone: Mapping[Span, Party]) -> Iterator[tuple[PartyId, str]]:
    """Give whose given name is joined to another's full name, with the family name of both: "Arkady and Boris X"."""
    families = {
        mention.span.start: mention.text.rpartition(" ")[2]
        for party in people
        for mention in party.mentions
        if mention.kind == "full" and " " in mention.text
    }
    for span, party in sorted(alone.items(), reverse=True):  # from behind: "Arkady, Boris and Igor X"
        match = _AND.match(text, span.end)
        family = None if match is None else families.get(match.end())
        if family is not None and not _NAMED.search(text, max(0, span.start - 30), span.start):
            families[span.start] = family
            yield party.id, f"{party.name} {family}"


def _found(alone: dict[Span, Party], names: Iterable[Span]) -> Iterator[Party]:
    return (alone[name] for name in names if name in alone)


def _family_names(named: Placed[Party], whose: Span, sentence: Span, *, is_pronoun: bool) -> Iterator[str]:
    """Give the family name of whom the pronoun means, or who is named right before the "'s" or the "whose".

    "His" is who alone is named before it in the sentence.
    """
    before = Span(sentence.start, max(sentence.start, whose.start))
    people = {party.id: party for party in (named.within(before) if is_pronoun else ()) if " " in party.name}
    if len(people) == 1:
        yield _family_name(*people.values())
    for span, party in named.touching(Span(whose.start - 1, whose.end) if not is_pronoun else whose):
        if " " in party.name and (is_pronoun or span.end == whose.start):
            yield _family_name(party)


def _of_siblings(named: Placed[Party], names: Iterable[Span]) -> Iterator[str]:
    """Give the family name of those told by a given name here whom the story names in full elsewhere."""
    parties = (party for name in names for _span, party in named.touching(name))
    return (_family_name(party) for party in parties if " " in party.name)


def _family_name(party: Party) -> str:
    words = party.name.split(" ")
    return next((word for word in reversed(words) if word.lower() not in _YOUNGER), words[-1])


def is_told_as_kin(party: Party) -> bool:
    """Be a person whom the story calls by a given name alone, and whose family name is known by kin."""
    is_whole = any(mention.text == party.name for mention in party.mentions)
    return party.schema == "Person" and " " in party.name and not is_whole
