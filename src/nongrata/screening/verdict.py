"""The verdict on a listed party that a party may be: how much the name says, and what must stand beside it."""

from __future__ import annotations

from nongrata.mentions.names.bodies import well_known
from nongrata.mentions.names.naming import schema_by_head
from nongrata.names.comparing.compare import DEFAULT_THRESHOLD
from nongrata.names.reading.parse import parse_name
from nongrata.parties import Party
from nongrata.screening.context.names import is_common_name
from nongrata.screening.context.office import holds_office_of_state
from nongrata.screening.context.rules import Evidence, rules_of, weigh_context
from nongrata.screening.context.setting import Setting
from nongrata.screening.found import ACRONYM, SHOWN, STRONG, VERY_NAME, Found
from nongrata.screening.index import ListIndex
from nongrata.screening.needed import ENOUGH, SAME_COUNTRY, evidence_needed, is_own_name
from nongrata.screening.record import Verdict
from nongrata.screening.told_names import PERSONS, SHIPS
from nongrata.screening.words import EVERY_STATE, LEGAL_FORMS

MOST_OF_STORY = (
    0.25  # what the others of a story, and its country, tell of a common name: each of them may be a namesake
)
SUPPORT, MOST_SUPPORT = 0.4, 0.4  # how far evidence beside the name makes up for what the names lack
# What a story tells of everybody in it, the one and the namesake whom it tells apart.
_TOLD_APART = frozenset(("introduced_after_another", "said_to_be_another"))
_OF_THE_STORY = frozenset(
    (
        "story_of_country",
        "beside_fellows",
        "beside_many",
        "beside_named_in_reasons",
        "beside_body_of_office",
        "beside_linked",
    )
)
_TIES = frozenset(("same_country", "same_place", "story_of_country", "same_identifier", "same_alias"))
HEADLESS = 2  # words of an activity that may be anybody's
BUT_FOR_AN_S = 0.97  # "Revolutionary Guards" and "Revolutionary Guard"


def verdict_on(party: Party, found: Found, index: ListIndex, setting: Setting) -> tuple[Verdict, list[Evidence]]:
    """Give whether the party is the one found, and what of the story speaks for or against it."""
    evidence = weigh_context(party, found.listed, setting)
    deciding = next((each for each in evidence if each.decides), None)
    if deciding is not None and (deciding.weight < 0 or found.score >= SHOWN):
        return ("rejected" if deciding.weight < 0 else "match"), evidence
    weight = _weight(party, found, evidence)
    strong = found.score >= DEFAULT_THRESHOLD and found.score + SUPPORT * min(weight, MOST_SUPPORT) >= STRONG
    if weight <= -0.3 or (weight < 0 and not strong) or (found.is_lone and weight < SAME_COUNTRY):
        return "rejected", evidence
    if (
        strong
        and weight >= evidence_needed(party, found, index, setting, rules_of(evidence))
        and (not _names_nobody(party, found) or _is_of_country(evidence, found))
        and not _is_like_a_weak_name(found)
        and (not _is_of_letters(party, found) or rules_of(evidence) & _TIES)
    ):
        return "match", evidence
    return ("possible" if strong or weight >= ENOUGH else "rejected"), evidence


def _weight(party: Party, found: Found, evidence: list[Evidence]) -> float:
    """Add up what counts for this name: others of the story speak for no common name, and for no namesake."""
    passed_over = frozenset() if _TOLD_APART.isdisjoint(rules_of(evidence)) else _OF_THE_STORY
    if not is_own_name(found):
        passed_over |= {"beside_fellows", "beside_many"}
    if all(each.weight <= 0 or each.reason.rule in {*passed_over, "same_kind_of_body"} for each in evidence):
        passed_over |= {"same_kind_of_body"}  # there are banks of one name in many countries
    of_story = sum(each.weight for each in evidence if each.reason.rule in _OF_THE_STORY - passed_over)
    of_party = sum(each.weight for each in evidence if each.reason.rule not in _OF_THE_STORY | passed_over)
    is_doubtful = _is_part_of_a_common_name(found) or _is_nickname(found) or _is_in_another_office(party, evidence)
    return of_party + (min(of_story, MOST_OF_STORY) if is_doubtful else of_story)


def _is_part_of_a_common_name(found: Found) -> bool:
    """Be a person by common words of a longer listed name: "Mohamed Omar" for "Mohamed Omar Mohamed"."""
    return found.listed.schema in PERSONS and bool(found.likeness.listed_only) and is_common_name(found.told)


def _is_nickname(found: Found) -> bool:
    """Be a person by one word that the list itself calls a weak alias: "Haroon" may be anybody of the country."""
    return found.listed.schema in PERSONS and found.name.kind == "weak" and len(found.told) == 1


def _is_in_another_office(party: Party, evidence: list[Evidence]) -> bool:
    """Hold an office of state of which the list tells nothing."""
    return holds_office_of_state(party) and "same_position" not in rules_of(evidence)


def _names_nobody(party: Party, found: Found) -> bool:
    """Be named by nothing but words of state or of activity: "Ministry of Defence", "Financial Systems" of no list.

    A listed name is no better where it is two words and neither says that it is a body: "Scientific Research".
    """
    if party.schema in (*PERSONS, *SHIPS):
        return False
    if all(token in LEGAL_FORMS | EVERY_STATE for token in found.told):
        return True
    readings = parse_name(found.said, "body")
    kinds = {token.kind for reading in readings for token in reading.tokens}
    return "word" not in kinds and (found.likeness.score < VERY_NAME or (kinds == {"generic"} and _is_headless(found)))


def _is_headless(found: Found) -> bool:
    return len(found.told) <= HEADLESS and schema_by_head(found.told) is None and well_known(found.said) is None


def _is_like_a_weak_name(found: Found) -> bool:
    """Be a person called like a name that the list itself calls too broad to go by, and not even by that very name."""
    return found.listed.schema in PERSONS and found.name.kind == "weak" and not found.likeness.is_exact


def _is_of_letters(party: Party, found: Found) -> bool:
    """Be called by three letters or so that the story spells out nowhere: SAA flies for more than one country."""
    if party.schema in (*PERSONS, *SHIPS) or len(found.told) > 1 or well_known(found.said):
        return False
    is_spelled_out = any(mention.kind == "full" and " " in mention.text for mention in party.mentions)
    return len(found.told[0]) < ACRONYM and found.said.isupper() and found.said.isalpha() and not is_spelled_out


def _is_of_country(evidence: list[Evidence], found: Found) -> bool:
    """Have the story tie the body to the listing's country or town; of the same name but for an s, be set there."""
    rules = rules_of(evidence)
    if len(found.told) == 1 and found.likeness.score < VERY_NAME:
        return "same_identifier" in rules  # "Invest" in Africa is no Africa Investment Holding
    is_same = found.likeness.score >= BUT_FOR_AN_S and not _is_headless(found) and "story_of_country" in rules
    return is_same or not rules.isdisjoint(("same_country", "same_place", "same_identifier"))
