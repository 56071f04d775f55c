"""The verdict on a listed party that a party may be: how much the name says, and what must stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from nongrata.mentions.bodies import well_known
from nongrata.names.compare import DEFAULT_THRESHOLD
from nongrata.names.ordinary import is_english, is_ordinary
from nongrata.names.parse import parse_name
from nongrata.names.telling import CITIES, HOLLOW
from nongrata.names.telling import telling as telling_of
from nongrata.parties import Party
from nongrata.screening.context import Evidence, weigh_context
from nongrata.screening.context_names import is_common_name
from nongrata.screening.context_setting import Setting
from nongrata.screening.found import MOST_BEARERS, PERSONS, SHIPS, SHOWN, STRONG, VERY_NAME, Found, is_acronym
from nongrata.screening.index import ListIndex
from nongrata.screening.record import Verdict
from nongrata.screening.words import EVERY_STATE, LEGAL_FORMS
from nongrata.values import fold

SUPPORT, MOST_SUPPORT = 0.4, 0.4  # how far evidence beside the name makes up for what the names lack
COINED = 7  # letters of a word that is a body's own
RARE = 6  # letters of a family name that few bear
FEW_WORDS, SHORT = 3, 8  # words, and letters, of which a body's name may be another's
LIKE = 70  # a ratio: of two spellings of one word
VERY_LIKE = 0.95  # the same words, a letter or so apart
BUT_FOR_AN_S = 0.97  # "Revolutionary Guards" and "Revolutionary Guard"
ENOUGH = 0.2  # evidence that a name which few bear needs beside it
ENOUGH_IF_COMMON = 0.3  # evidence that a common name needs: an age, or two lesser agreements
SLIGHT = 0.05  # evidence that a telling name needs: the story is set in the listing's country
SAME_COUNTRY = 0.2  # evidence of the weight of a shared country
_SON_OF = frozenset(("bin", "ibn", "ben", "bint"))


def verdict_on(party: Party, found: Found, index: ListIndex, setting: Setting) -> tuple[Verdict, list[Evidence]]:
    """Give whether the party is the one found, and what of the story speaks for or against it."""
    evidence = weigh_context(party, found.listed, setting)
    deciding = next((each for each in evidence if each.decides), None)
    if deciding is not None and (deciding.weight < 0 or found.score >= SHOWN):
        return ("rejected" if deciding.weight < 0 else "match"), evidence
    weight = sum(each.weight for each in evidence)
    strong = found.score >= DEFAULT_THRESHOLD and found.score + SUPPORT * min(weight, MOST_SUPPORT) >= STRONG
    if weight <= -0.3 or (weight < 0 and not strong) or (found.is_lone and weight < SAME_COUNTRY):
        return "rejected", evidence
    if (
        strong
        and weight >= _needed(party, found, index)
        and (not _names_nobody(party, found) or _is_of_country(evidence, found))
    ):
        return "match", evidence
    return ("possible" if strong or weight >= ENOUGH else "rejected"), evidence


def _needed(party: Party, found: Found, index: ListIndex) -> float:
    """Say how much evidence the name needs beside it."""
    telling = [token for token in found.told if token not in LEGAL_FORMS]
    if found.listed.schema in PERSONS:
        return _needed_by_person(found, telling, index)
    if party.schema in PERSONS:  # the model takes it for a person
        return SLIGHT if len(telling) > 1 or (telling and _is_coined(telling[0], index)) else ENOUGH_IF_COMMON
    if well_known(found.said):
        return 0.0  # Hamas, on a list, is nobody else
    if len(telling) > 1:
        is_anybodys = len(telling) <= FEW_WORDS and all(map(is_ordinary, telling))  # "Transatlantic Partners"
        return SLIGHT if is_anybodys or len(" ".join(telling)) < SHORT else 0.0
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
    is_own = len(word) >= COINED and not is_english(word) and word not in CITIES and telling_of(word) >= 1.0
    return is_own and not is_common_name([word]) and index.bearers((word,)) <= MOST_BEARERS


def _needed_by_person(found: Found, telling: list[str], index: ListIndex) -> float:
    if found.is_lone:
        return 2 * SAME_COUNTRY * (1 if index.bearers(found.told) == 1 else 1.5)
    if (
        len(telling) <= 1
        or _lacks_family_name(found)
        or _SON_OF & {*found.likeness.query_only, *found.likeness.listed_only}
    ):
        return 2 * SAME_COUNTRY  # "Mohammed bin Salman" is a son of Salman, and "SALMAN, Muhammad" may be anybody
    if is_common_name(telling) or index.bearers(found.told, schemata=PERSONS) > 1:
        return ENOUGH_IF_COMMON if len(telling) == 2 else 2 * SLIGHT
    if len(telling) > 2:
        return -2 * SLIGHT
    listed = set(fold(found.name.text).split())
    if listed.issuperset(telling) and any(_is_rare_family_name(word, index) for word in telling[1:]):
        return SLIGHT
    is_whole = listed == set(found.told) or _is_spelt_otherwise(found)
    return 2 * SLIGHT if is_whole else ENOUGH  # a patronymic that only the list has leaves room for a namesake


def _is_rare_family_name(word: str, index: ListIndex) -> bool:
    """Be a long name that no census knows and one listed party alone bears: few are called so in any country."""
    is_own = len(word) >= RARE and not is_english(word) and word not in CITIES and telling_of(word) >= 1.0
    return is_own and not is_common_name([word]) and index.bearers((word,), schemata=PERSONS) <= 1


def _lacks_family_name(found: Found) -> bool:
    """Have nothing like a family name that the lists give: Hamdan Abdelrahim is no DAGALO."""
    families = {word for name in found.listed.names if "," in name.text for word in _family(name.text)}
    return bool(families) and not any(fuzz.ratio(word, told) >= LIKE for word in families for told in found.told)


def _family(text: str) -> list[str]:
    return fold(text.partition(",")[0]).split()


def _is_spelt_otherwise(found: Found) -> bool:
    """Be the whole name in another spelling: "Kostiantyn Kalashnikov" for KALASHNIKOV, Konstiantyn."""
    return found.score >= VERY_LIKE and not found.likeness.query_only and not found.likeness.listed_only


def _names_nobody(party: Party, found: Found) -> bool:
    """Be named by nothing but words of state or of activity: "Ministry of Defence", "Financial Systems" of no list."""
    if party.schema in (*PERSONS, *SHIPS):
        return False
    if all(token in LEGAL_FORMS | EVERY_STATE for token in found.told):
        return True
    readings = parse_name(found.said, "body")
    is_telling = any(token.kind == "word" for reading in readings for token in reading.tokens)
    return not is_telling and found.likeness.score < VERY_NAME


def _is_of_country(evidence: list[Evidence], found: Found) -> bool:
    """Have the story tie the body to the listing's country or town; of the same name but for an s, be set there."""
    rules = rules_of(evidence)
    is_same = found.likeness.score >= BUT_FOR_AN_S and "story_of_country" in rules
    return is_same or not rules.isdisjoint(("same_country", "same_place", "same_identifier"))


def rules_of(evidence: Sequence[Evidence]) -> set[str]:
    """Give the names of the rules that the evidence comes from."""
    return {each.reason.rule for each in evidence}
