"""Listed parties that a party of a story may be, by name or by number, each under its likest name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nongrata.lists import ListedName
from nongrata.mentions.names.bodies import well_known
from nongrata.mentions.names.naming import schema_by_head
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, NOTHING, Likeness, compare_ready
from nongrata.names.reading.parse import parse_name
from nongrata.names.ready import ready
from nongrata.names.record import Name, NameClass
from nongrata.parties import Party
from nongrata.screening.candidates.find import candidates
from nongrata.screening.candidates.postings import NameTable, class_of
from nongrata.screening.context.numbers import is_named_by, numbered_alike
from nongrata.screening.index import IndexedName, ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.lone import MOST_BEARERS, by_beginning, by_family_name, by_own_words, by_short_name
from nongrata.screening.told_names import PERSONS, SHIPS, abbreviated, names_of, placed
from nongrata.screening.words import LEGAL_FORMS, Tokens
from nongrata.values import fold

STRONG = 0.86  # a full name, at most a spelling or a patronymic apart; with what supports it
SHOWN = 0.62  # below this a likeness is not worth a reader's time, even as rejected
ACRONYM = 4  # letters
WEAK = 0.8  # a weak alias (OFAC's term: too broad to screen by alone) counts less
MOST_COMPARED = 5_000  # names whose likenesses are kept
MOST_LETTERS = 4  # of an abbreviation; one letter off, it is another's
_VOWELS = frozenset("aeiouy")
_OF_PEOPLE = frozenset(("age", "birth_date", "gender", "position", "employer"))
VERY_NAME = 0.99  # "Corp" for "Corporation" is no other name


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A listed party under its likest name."""

    listed: ListedParty
    name: ListedName
    told: Tokens  # the story's name, folded
    said: str  # the same as the story writes it
    likeness: Likeness
    score: float
    is_lone: bool = False  # by a part of the name: a family name and nothing more


def find_listed(party: Party, index: ListIndex) -> Iterator[Found]:
    """Compare the party's names with the listed names that could be like them, the best per listed party."""
    best: dict[int, Found] = {}
    for said, reading in readings_of(party):
        for owner, found in _near(reading, said, index):
            is_better = owner not in best or _order(found) > _order(best[owner])
            if is_better and not _is_other_abbreviation(party, found):
                best[owner] = found
    is_sure = any(len(found.told) > 1 and found.score >= STRONG for found in best.values())
    lone = () if is_sure else _lone(party, index)
    best |= {owner: found for owner, found in lone if owner not in best or best[owner].score < DEFAULT_THRESHOLD}
    best |= {owner: found for owner, found in _begun(party, index) if owner not in best or _is_less(best[owner])}
    numbered = dict(_by_number(party, index))
    best |= {owner: found for owner, found in numbered.items() if owner not in best}
    return (found for owner, found in best.items() if owner in numbered or _may_be(party, found))


def _by_number(party: Party, index: ListIndex) -> Iterator[tuple[int, Found]]:
    """Give the listed parties that have a number of the party's, whatever they are called: ships change names."""
    for owner in numbered_alike(index.shards, party):
        listed = index.parties[owner]
        if is_named_by(party, listed):
            told = tuple(fold(party.name).split())
            name = listed.names[0]
            yield owner, Found(listed=listed, name=name, told=told, said=party.name, likeness=NOTHING, score=1.0)


def _is_less(found: Found) -> bool:
    return found.score < STRONG


def _lone(party: Party, index: ListIndex) -> Iterator[tuple[int, Found]]:
    """Give the listed parties of which the story has a telling part of the name alone: see lone.py."""
    names = {said: tuple(fold(said).split()) for said in names_of(party)}
    is_person = party.schema in PERSONS
    if is_person and any(len(told) > 1 for told in names.values()):
        for said, told in names.items():
            yield from ((name.party, _found_in_part(said, name, index)) for name in by_short_name(told, index))
        return
    for said, told in names.items():
        bodies = by_own_words(told, index) if may_be_body(party) or not is_person else ()
        for name in (*(by_family_name(told, index) if is_person else ()), *bodies):
            yield name.party, _found_in_part(said, name, index)


def _begun(party: Party, index: ListIndex) -> Iterator[tuple[int, Found]]:
    """Give the listed bodies of which the story has the beginning of the name."""
    for said in names_of(party) if party.schema not in (*PERSONS, *SHIPS) or may_be_body(party) else ():
        words = tuple(fold(said).removeprefix("the ").split())  # one list has "The State Duma"
        for name in by_beginning(words, index):
            yield name.party, _found_in_part(said, name, index)


def _found_in_part(said: str, name: IndexedName, index: ListIndex) -> Found:
    told = tuple(fold(said).split())
    likeness = replace(NOTHING, listed_only=tuple(word for word in name.tokens if word not in told), of_query=1.0)
    return Found(
        listed=index.parties[name.party],
        name=name.name,
        told=told,
        said=said,
        likeness=likeness,
        score=STRONG,
        is_lone=True,
    )


def readings_of(party: Party) -> Iterator[tuple[str, Name]]:
    """Give each name of a party as told, in every reading of it; a list may not say that it means a ship."""
    kind = class_of(party.schema)
    kinds: tuple[NameClass, ...] = (kind, "body") if kind == "vessel" or may_be_body(party) else (kind,)
    kinds = (*kinds, "person", "vessel") if may_be_other(party) else kinds
    kinds = (*kinds, "vessel") if party.schema in PERSONS and len(kinds) > 1 else kinds
    for said in names_of(party):
        for text in (said, *placed(party, said), *abbreviated(party, said)):
            for each in kinds:
                yield from ((said, reading) for reading in parse_name(text, each))


def _order(found: Found) -> tuple[float, float]:
    return found.score, found.likeness.rank


def _near(name: Name, said: str, index: ListIndex) -> Iterator[tuple[int, Found]]:
    told = tuple(fold(said).split())
    for table, place, likeness in _alike(name, index):
        number = int(table.listed_of[place])
        owner, listed = int(table.owners[number]), table.listed[number]
        is_weak = listed.kind == "weak" and not (well_known(said) or is_acronym(said, index))
        score = likeness.score * (WEAK if is_weak else 1.0)
        yield (
            owner,
            Found(
                listed=index.parties[owner],
                name=listed,
                told=told,
                said=said,
                likeness=likeness,
                score=score,
            ),
        )


def _is_other_abbreviation(party: Party, found: Found) -> bool:
    """Be a body told by a few letters, or listed so, that neither are nor begin the other's words: ISF is not IJF.

    Where the story says what the letters are short for, they are short for nothing else.
    """
    if party.schema in (*PERSONS, *SHIPS):
        return False
    names = found.told, fold(found.name.text).split()
    fewer, more = sorted(([word for word in words if word not in LEGAL_FORMS] for words in names), key=len)
    if len(fewer) != 1 or fewer[0] in more or not _is_abbreviation(fewer[0]):
        return False
    is_spelled_out = found.told == (fewer[0],) and any(
        mention.kind == "full" and " " in mention.text for mention in party.mentions
    )
    return len(more) == 1 or is_spelled_out or fewer[0] != "".join(word[0] for word in more)


def _is_abbreviation(word: str) -> bool:
    return len(word) <= MOST_LETTERS or not _VOWELS.intersection(word)


def is_acronym(said: str, index: ListIndex) -> bool:
    """Be letters that hardly anybody else on the lists has, whatever a list holds of them: PDVSA, JNIM."""
    return said.isupper() and len(said) >= ACRONYM and said.isalpha() and index.bearers((fold(said),)) <= MOST_BEARERS


def _alike(name: Name, index: ListIndex) -> tuple[tuple[NameTable, int, Likeness], ...]:
    """Give the readings of listed names that are like a name, as far as is worth showing; news names the same again."""
    if name not in index.compared:
        compare_all([name], index)
    return index.compared[name]


def compare_all(names: Sequence[Name], index: ListIndex) -> None:
    """Compare the names that were not met of late with the listed names that could be like them, and keep it."""
    asked = [ready(name) for name in dict.fromkeys(names) if name not in index.compared]
    if len(index.compared) + len(asked) > MOST_COMPARED:
        index.compared.clear()
    index.compared.update((name.name, ()) for name in asked)
    for table in index.shards:
        for name, likely in zip(asked, candidates(table, asked, [SHOWN] * len(asked)), strict=True):
            found = ((at, compare_ready(name, table.reading(at), at_least=SHOWN)) for at, _bound in likely.likest)
            index.compared[name.name] += tuple((table, *each) for each in found if each[1].score >= SHOWN)


def _may_be(party: Party, found: Found) -> bool:
    told, listed = party.schema, found.listed.schema
    if told not in (*PERSONS, *SHIPS) and listed in (*PERSONS, *SHIPS):
        is_in_full = len(found.told) > 1 and found.score >= STRONG and not found.likeness.query_only
        return may_be_other(party) and (found.likeness.is_exact or is_in_full)
    if told in PERSONS or listed in PERSONS:
        is_very_name = found.score >= VERY_NAME and not found.likeness.query_only
        return told == listed or (may_be_body(party) and (is_very_name or found.is_lone))
    return (told in SHIPS) == (listed in SHIPS) or listed == "LegalEntity"


def may_be_body(party: Party) -> bool:
    """Be called a person by nobody but the model, which takes "Al-Qard Al-Hassan" for one."""
    is_told = any(fact.kind in _OF_PEOPLE for fact in party.facts)
    return party.schema in PERSONS and not is_told and all(mention.kind != "pronoun" for mention in party.mentions)


def may_be_other(party: Party) -> bool:
    """Be called a body by nobody but the model, which takes whom it does not know for one: "Lanmò San Jou"."""
    words = tuple(fold(party.name).split())
    is_plain = party.schema == "Organization" and well_known(party.name) is None and LEGAL_FORMS.isdisjoint(words)
    return is_plain and not party.name.isupper() and schema_by_head(words) is None
