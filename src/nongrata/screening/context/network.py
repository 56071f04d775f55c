"""What binds a listing to others of the story: one list has them for one country, and names in its own reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from nongrata.mentions.names.bodies import well_known
from nongrata.names.ordinary import is_ordinary
from nongrata.parties import Party
from nongrata.parties.kin import is_told_as_kin
from nongrata.screening.context.names import telling_words
from nongrata.screening.context.office import beside_body_of_office, beside_linked
from nongrata.screening.context.setting import Fellow, Setting, Stated, reasons_of
from nongrata.screening.join import ListedParty
from nongrata.screening.own_words import is_coined
from nongrata.values import fold
from nongrata.values.countries import country_name

ENOUGH_FELLOWS = 1.5  # one more of a programme may stand in any story
MANY = 3  # … of a country of thousands
DOUBTFUL = 0.5  # what a fellow counts that is in doubt itself: four names of one programme are no accident
_SHIPS = ("Vessel", "Airplane")
# Programmes of thousands, whom much news names, and those that are numbers alone.
_WIDE = re.compile("russia|ukraine|eo14024|ukr$|sanctions set", re.IGNORECASE)
# Countries of thousands that are listed, and those where companies of all countries are.
_WIDE_COUNTRIES = frozenset(
    ("ru", "ua", "cn", "hk", "ae", "tr", "in", "us", "gb", "cy", "pa", "ch", "de", "fr", "sg", "eu", "un")
)
_ONE_SOUND = str.maketrans("gqcjyz", "kkkiis")  # letters by which other spellings may begin a name
_SPELLING = 75  # a ratio: Gaddafi and Qadhafi 75
_LETTERS, _WORD = 3, 5  # of an acronym, and of a single word, that stand in a list's reasons by no accident


def beside_fellows(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story with two others and more whom a list has for the same country; a ship, with listed ships."""
    found: dict[str, Fellow] = {}
    programmes = []
    for fellow in setting.fellows:
        if fellow.party != party.id and (programme := _binds(fellow, listed, setting)) is not None:
            found.setdefault(fellow.name, fellow)
            programmes.append(programme)
    if sum(1.0 if fellow.is_sure else DOUBTFUL for fellow in found.values()) < ENOUGH_FELLOWS:
        return None
    first, second = list(found.values())[:2]
    more = f" and {len(found) - 2} more" if len(found) > 2 else ""
    return f"the story also names {first.name}, {second.name}{more}, listed beside it ({programmes[0]})", first.span


def beside_many(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story with three and more who are listed and tied to the same country, one that has thousands."""
    lists = {act.list_id for act in listed.designations}
    found = {
        fellow.name: fellow
        for fellow in setting.fellows
        if fellow.is_sure
        and fellow.party != party.id
        and not lists.isdisjoint(fellow.lists)
        and not fellow.countries.isdisjoint(listed.countries & _WIDE_COUNTRIES)
    }
    words = fold(party.name).split()
    is_own = any(map(is_coined, words)) or (party.schema == "Person" and len(words) > 1)  # "Rubin" is a club, too
    if len(found) < MANY or not is_own or beside_fellows(party, listed, setting):
        return None
    first = next(iter(found.values()))
    return f"the story also names {len(found)} of that country who are listed, {first.name} among them", first.span


def kin_of_fellow(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be told by a given name as kin of another of the story who is on the same list, of the same family name."""
    given, _space, family = party.name.rpartition(" ")
    if not is_told_as_kin(party) or listed.schema != "Person":
        return None
    words = {word for name in listed.names for word in fold(name.text).split()}
    if not any(_is_spelling(fold(family), word) for word in words):
        return None
    lists = {act.list_id for act in listed.designations}
    for fellow in setting.fellows:
        is_named_so = fold(fellow.name) == fold(party.name)  # a son who is called like his father may be either
        is_of_family = fellow.schema == "Person" and not is_named_so and fold(fellow.name).endswith(f" {fold(family)}")
        if fellow.is_sure and fellow.party != party.id and is_of_family and not lists.isdisjoint(fellow.lists):
            return f"the story tells “{given}” as kin of {fellow.name}, who is listed", fellow.span
    return None


def _is_spelling(family: str, word: str) -> bool:
    """Be another spelling of a family name, of one first sound: Gaddafi and Qadhafi, not Makhlouf and Khallouf."""
    return family[:1].translate(_ONE_SOUND) == word[:1].translate(_ONE_SOUND) and fuzz.ratio(family, word) >= _SPELLING


def _binds(fellow: Fellow, listed: ListedParty, setting: Setting) -> str | None:
    """Give what one list has both for: a country of the story, or a programme where it tells no country of one."""
    if fellow.schema in _SHIPS and listed.schema in _SHIPS:
        return "ships"
    theirs = listed.tied_to
    shared = sorted(theirs & fellow.countries & setting.countries - _WIDE_COUNTRIES)
    if shared and not fellow.lists.isdisjoint(act.list_id for act in listed.designations):
        return country_name(shared[0])
    if theirs and fellow.countries and theirs.isdisjoint(fellow.countries):
        return None
    programmes = sorted(fellow.programmes & _programmes(listed))
    return next((name for _list, name in programmes if not _WIDE.search(name)), None)


def fellow_of(party: Party, listed: ListedParty, *, is_sure: bool) -> Fellow:
    """Give a party that matched as what others of its story are held against."""
    return Fellow(
        party=party.id,
        name=party.name,
        span=party.mentions[0].span,
        is_sure=is_sure,
        schema=listed.schema,
        lists=frozenset(act.list_id for act in listed.designations),
        programmes=_programmes(listed),
        countries=listed.tied_to,
    )


def _programmes(listed: ListedParty) -> frozenset[tuple[str, str]]:
    return frozenset((act.list_id, name) for act in listed.designations for name in act.programs)


def beside_named_in_reasons(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that also names somebody of whom the list's own statement of reasons speaks."""
    reasons = list(_reasons(listed))
    if not reasons or beside_linked(party, listed, setting) or beside_body_of_office(party, listed, setting):
        return None
    own = {mention.span for mention in party.mentions}
    theirs = frozenset().union(*(telling_words(name.text) for name in listed.names))
    for words, span in setting.named.items():
        told = span.of(setting.text)
        phrases = _phrases(told) if span not in own and theirs.isdisjoint(words) and _is_telling(told, words) else ()
        if any(phrase in reason for phrase in phrases for reason in reasons):
            return f"the story also names “{told}”, of whom the list's reasons speak", span
    return None


@lru_cache(maxsize=4_000)
def _phrases(told: str) -> tuple[str, ...]:
    """Give what stands in a reason that speaks of a name: a given name may be spelt otherwise."""
    words = fold(told).split()
    return (f" {' '.join(words)} ", *(f" {word} " for word in words[1:][-1:] if is_coined(word)))


def _is_telling(told: str, words: frozenset[str]) -> bool:
    if well_known(told) == "PublicBody" or not words:
        return False  # who lists people, and whom every state has
    if len(words) > 1:
        return not all(map(is_ordinary, words))
    return (len(told) >= _LETTERS and told.isupper()) or (len(told) >= _WORD and not is_ordinary(next(iter(words))))


def _reasons(listed: ListedParty) -> Iterator[str]:
    return (_folded(text) for text in (*listed.positions, *reasons_of(listed)))


@lru_cache(maxsize=4_000)
def _folded(text: str) -> str:
    return f" {fold(text)} "
