"""How much evidence a listed name needs beside it before it is a match: little if it is its bearer's own."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz

from nongrata.mentions.gazetteer import cities_named
from nongrata.mentions.names.bodies import well_known
from nongrata.mentions.names.joined import SMALL_WORDS
from nongrata.names.ordinary import is_english, is_ordinary
from nongrata.names.telling import HOLLOW
from nongrata.parties import Party
from nongrata.screening.context.names import is_common_name
from nongrata.screening.context.setting import Setting
from nongrata.screening.found import Found, is_acronym
from nongrata.screening.index import ListIndex
from nongrata.screening.lone import MOST_BEARERS
from nongrata.screening.own_words import is_anybodys, is_coined
from nongrata.screening.told_names import PERSONS, SHIPS
from nongrata.screening.words import LEGAL_FORMS, american
from nongrata.values import fold

COINED = 7  # letters of a word that is a body's own
RARE = 6  # letters of a family name that few bear
INITIALS = 2  # letters before a ship's name: "NS Leader"
FEW_WORDS, SHORT = 3, 8  # words, and letters, of which a body's name may be another's
SPELLING = 80  # … and of two that differ by a letter or two
OF_THE_BEARER = frozenset(
    ("same_age", "same_identifier", "same_position", "same_employer", "same_alias", "kin_of_fellow")
)
KUNYA = 2  # words of a name that says whose father or mother one is: "Abu Ali"
LIKE = 70  # a ratio: of two spellings of one word
VERY_LIKE = 0.95  # the same words, a letter or so apart
ENOUGH = 0.2  # evidence that a name which few bear needs beside it
ENOUGH_IF_COMMON = 0.3  # evidence that a common name needs: an age, or two lesser agreements
SLIGHT = 0.05  # evidence that a telling name needs: the story is set in the listing's country
SAME_COUNTRY = 0.2  # evidence of the weight of a shared country
NEARLY = 0.9  # the likeness of two spellings of one word that is a name by itself
_ARTICLES = frozenset(("al", "el", "la", "le", "los", "las", "the"))
_FATHER_OF = frozenset(("abu", "abou", "abi", "umm", "um"))
_SMALL = frozenset(SMALL_WORDS)
_SON_OF = frozenset(("bin", "ibn", "ben", "bint"))


def is_own_name(found: Found) -> bool:
    """Be a name that others of a list may speak for: no common one, each word of it in the listed name.

    A namesake may stand beside others of the list, too; so may a body that the news names every day.
    """
    told = [word for word in found.told if word not in LEGAL_FORMS and word not in _ARTICLES]
    listed = fold(found.name.text).split()
    is_whole = all(any(fuzz.ratio(word, other) >= SPELLING for other in (*listed, "".join(listed))) for word in told)
    if not told or not is_whole or is_common_name(told) or well_known(found.said):
        return False
    if found.listed.schema not in PERSONS or found.is_lone:
        return True
    is_alias = found.likeness.is_exact and "," not in found.name.text
    if len(told) == 1:
        return is_coined(told[0]) and found.likeness.is_exact  # "Yaqoob" is no Qari Yaqoob
    return is_alias or is_by_father(found) or not _lacks_family_name(found)


def evidence_needed(party: Party, found: Found, index: ListIndex, setting: Setting, rules: set[str]) -> float:
    """Say how much evidence the name needs beside it; `rules` are those that found something."""
    telling = [token for token in found.told if token not in LEGAL_FORMS]
    if found.listed.schema in PERSONS:
        here = found.listed.tied_to & setting.countries
        needed = _needed_alone(found, index, here, rules) if found.is_lone else _needed_by_person(found, telling, index)
        return max(needed, ENOUGH) if party.schema not in PERSONS else needed
    needed = _needed_by_other(party, found, telling, index)
    if "same_kind_of_body" in rules:
        is_group = well_known(f"{found.said} Group") is not None  # the mercenaries of "Wagner"
        return 0.0 if is_group else ENOUGH if needed == ENOUGH_IF_COMMON else needed
    return needed


def _needed_by_other(party: Party, found: Found, telling: list[str], index: ListIndex) -> float:
    is_doubtful = party.schema in PERSONS  # the model takes it for a person
    if found.is_lone:
        is_anybodys_name = all(map(is_english, telling)) or (is_doubtful and len(telling) == 1)
        return ENOUGH_IF_COMMON if is_anybodys_name else ENOUGH
    if found.listed.schema in SHIPS and any(
        len(word) > INITIALS for word in found.likeness.query_only if word not in HOLLOW
    ):
        return 1.0  # a ship's name is its own as a whole: "Volga Pearl" is no "LA PEARL"
    if found.listed.schema in SHIPS and party.schema not in SHIPS:
        return ENOUGH
    if is_doubtful:
        return SLIGHT if len(telling) > 1 or (telling and _is_coined(telling[0], index)) else ENOUGH_IF_COMMON
    return _needed_by_body(found, telling, index)


def _needed_by_body(found: Found, telling: list[str], index: ListIndex) -> float:
    own = [token for token in telling if token not in _ARTICLES]
    listed = american(fold(found.name.text)).split()
    if any(is_english(token) and american(token) not in listed for token in own) and not found.likeness.is_exact:
        return ENOUGH  # "Zenith Bank" of Lagos is no Bank Zenit
    if len(own) == 1 and found.score < NEARLY and own[0] not in listed:
        return 1.0  # "El Fasher" is no Al-Fakher
    if well_known(found.said):
        return 0.0  # Hamas, on a list, is nobody else
    needed = _needed_by_words(found, telling) if len(telling) > 1 else _needed_by_word(found, telling, index)
    return max(needed, ENOUGH) if cities_named({" ".join(telling)}) else needed  # the port of Ust-Luga is no firm


def _needed_by_words(found: Found, telling: list[str]) -> float:
    if found.listed.schema == "LegalEntity" and is_common_name(telling):
        return ENOUGH_IF_COMMON  # "Wang Wei", of a list that does not tell people from firms
    is_anybodys = len(telling) <= FEW_WORDS and all(map(is_ordinary, telling))  # "Transatlantic Partners"
    is_close = found.score < NEARLY
    return SLIGHT if is_anybodys or is_close or len(" ".join(telling)) < SHORT else 0.0


def _needed_by_word(found: Found, telling: list[str], index: ListIndex) -> float:
    if any(char.isdigit() for char in found.told[0]):
        return 0.0  # a tail number, a hull number: an identifier more than a name
    more = set(fold(found.name.text).split()) - LEGAL_FORMS - set(telling)
    if telling and more <= HOLLOW and _is_coined(telling[0], index):
        return 0.0
    if more:
        return ENOUGH_IF_COMMON  # "Falcon" of "GRUPO FALCON S.A."
    is_anybodys = all(map(is_ordinary, telling))  # "Equality", a missile maker's works
    is_long = len("".join(telling)) >= 5 or is_acronym(found.said, index)
    return SLIGHT if is_long and not is_anybodys else ENOUGH


def _is_coined(word: str, index: ListIndex) -> bool:
    """Be a long word of no language's daily use that few listed parties bear: "Sovcomflot", "Hikvision"."""
    return len(word) >= COINED and is_coined(word) and index.bearers((word,)) <= MOST_BEARERS


def _needed_alone(found: Found, index: ListIndex, here: Collection[str], rules: set[str]) -> float:
    """Say what a family name alone needs; `here` are the countries of the listing that the story speaks of.

    A given name and the first family name need something of the bearer too: a president's son is called like him.
    """
    if len(found.told) > 1 and rules.isdisjoint(OF_THE_BEARER):
        return 1.0
    if len(found.told) > 1 and is_common_name(found.told):
        return ENOUGH_IF_COMMON + SAME_COUNTRY
    is_one = index.bearers(found.told, schemata=PERSONS, countries=here) == 1
    if is_one and "beside_fellows" in rules:
        return ENOUGH_IF_COMMON
    return 2 * SAME_COUNTRY * (1 if is_one or "head_of_state" in rules else 1.5)


def _needed_by_person(found: Found, telling: list[str], index: ListIndex) -> float:
    is_alias = found.likeness.is_exact and "," not in found.name.text
    if is_alias and len(telling) == 1 and is_coined(telling[0]) and index.bearers(found.told) == 1:
        return ENOUGH_IF_COMMON  # "Hemedti"
    if is_by_father(found):
        return ENOUGH_IF_COMMON
    if (
        len(telling) <= 1
        or (_lacks_family_name(found) and not is_alias)
        or (len(telling) == KUNYA and telling[0] in _FATHER_OF and is_anybodys(telling[1]))
        or _SON_OF & {*found.likeness.query_only, *found.likeness.listed_only}
    ):
        return 2 * SAME_COUNTRY  # a son of Salman is not "SALMAN, Muhammad"; thousands are called Abu Ali
    if is_common_name(telling) or index.bearers(found.told, schemata=PERSONS) > 1:
        return ENOUGH_IF_COMMON if len(telling) == 2 else 2 * SLIGHT
    if len(telling) - len(_SMALL.intersection(found.likeness.query_only)) > 2:
        return -2 * SLIGHT  # "Peter de Jong" has no more names than "Peter Zhang"
    listed = set(fold(found.name.text).split())
    is_all_listed = listed.issuperset(telling) or not found.likeness.query_only
    if is_all_listed and any(word in listed and _is_rare_family_name(word, index) for word in telling[1:]):
        return SLIGHT
    is_whole = listed == set(found.told) or _is_spelt_otherwise(found)
    return 2 * SLIGHT if is_whole else ENOUGH  # a patronymic that only the list has leaves room for a namesake


def is_by_father(found: Found) -> bool:
    """Be called by the given name and the father's, as in Iraq and Eritrea: of "AL-SHABBANI, Basheer Abdulkadhim"."""
    _family_name, comma, given = found.name.text.partition(",")
    first_two = fold(given).split()[:2]
    return bool(comma) and found.told == tuple(first_two) and len(first_two) > 1 and all(map(is_coined, first_two))


def _is_rare_family_name(word: str, index: ListIndex) -> bool:
    """Be a long name that no census knows and one listed family bears: few are called so in any country."""
    return len(word) >= RARE and is_coined(word) and index.bearers((word,), schemata=PERSONS) <= MOST_BEARERS


def _lacks_family_name(found: Found) -> bool:
    """Have nothing like a family name that the lists give: Hamdan Abdelrahim is no DAGALO."""
    families = {word for name in found.listed.names if "," in name.text for word in _family(name.text)}
    return bool(families) and not any(fuzz.ratio(word, told) >= LIKE for word in families for told in found.told)


def _family(text: str) -> list[str]:
    return fold(text.partition(",")[0]).split()


def _is_spelt_otherwise(found: Found) -> bool:
    """Be the whole name in another spelling: "Kostiantyn Kalashnikov" for KALASHNIKOV, Konstiantyn."""
    return found.score >= VERY_LIKE and not found.likeness.query_only and not found.likeness.listed_only
