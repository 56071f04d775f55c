"""What the story says of a party held against what the lists say: each rule gives a sentence, or nothing.

A rule's docstring is what the manual shows; its weight stands in the table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nongrata.parties import Party
from nongrata.parties.numbers import number_words
from nongrata.screening.context.kinds import other_kind_of_body, same_kind_of_body
from nongrata.screening.context.names import (
    another_of_country,
    another_well_known,
    introduced_after_another,
    known_by_name,
    said_to_be_another,
    same_alias,
    spelt_out_otherwise,
)
from nongrata.screening.context.network import beside_fellows, beside_many, beside_named_in_reasons, kin_of_fellow
from nongrata.screening.context.numbers import other_numbers, shared_number
from nongrata.screening.context.office import (
    beside_body_of_office,
    beside_linked,
    head_of_regime,
    head_of_state,
    other_office,
    other_trade,
    same_employer,
    same_position,
)
from nongrata.screening.context.person import other_age, other_gender, other_pronoun, same_age, same_gender
from nongrata.screening.context.places import other_country, same_country, same_place, story_elsewhere, story_of_country
from nongrata.screening.context.sanctions import said_to_be_sanctioned, sanctions_said_before
from nongrata.screening.context.setting import Setting, Stated
from nongrata.screening.context.ships import other_kind_of_ship, same_kind_of_ship
from nongrata.screening.join import ListedParty
from nongrata.screening.record import Effect, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A reason with its weight: positive for, negative against; `decides` ends the matter."""

    reason: Reason
    weight: float
    decides: bool = False


def weigh_context(party: Party, listed: ListedParty, setting: Setting) -> list[Evidence]:
    """Give every agreement and contradiction that can be stated, in the order of the table."""
    found = []
    for rule, effect, weight, decides in RULES:
        stated = rule(party, listed, setting)
        if stated is not None:
            says, span = stated
            reason = Reason(rule=rule.__name__, effect=effect, says=says, span=span)
            found.append(Evidence(reason=reason, weight=weight, decides=decides))
    return found


def same_identifier(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have the same number of the same kind: an IMO number, a tax number, a wallet."""
    shared = shared_number(party, listed)
    if shared is None:
        return None
    number, span = shared
    return f"the story gives {number_words(number.kind, number.value)}, as the list does", span


def other_identifier(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have another number of a kind that the list gives too, and of which a party has one only."""
    other = other_numbers(party, listed)
    if other is None:
        return None
    number, span, values = other
    return f"the story gives {number_words(number.kind, number.value)}; the list has {', '.join(values)}", span


Rule = Callable[[Party, ListedParty, Setting], Stated]
RULES: tuple[tuple[Rule, Effect, float, bool], ...] = (
    (same_identifier, "for", 0.6, True),
    (other_identifier, "against", -0.6, True),
    (same_age, "for", 0.3, False),
    (other_age, "against", -0.6, True),
    (other_gender, "against", -0.6, True),
    (other_pronoun, "against", -0.25, False),
    (same_alias, "for", 0.4, False),
    (spelt_out_otherwise, "against", -0.6, True),
    (same_position, "for", 0.2, False),
    (head_of_regime, "for", 0.4, False),
    (head_of_state, "for", 0.3, False),
    (known_by_name, "for", 0.5, False),
    (another_well_known, "against", -0.3, False),
    (another_of_country, "against", -0.5, False),
    (said_to_be_another, "against", -0.35, False),
    (introduced_after_another, "against", -0.5, False),
    (same_employer, "for", 0.25, False),
    (kin_of_fellow, "for", 0.3, False),
    (beside_linked, "for", 0.25, False),
    (beside_body_of_office, "for", 0.2, False),
    (beside_named_in_reasons, "for", 0.2, False),
    (beside_fellows, "for", 0.2, False),
    (beside_many, "for", 0.1, False),
    (other_trade, "against", -0.5, False),
    (other_office, "against", -0.2, False),
    (same_country, "for", 0.2, False),
    (other_country, "against", -0.3, False),
    (same_place, "for", 0.25, False),
    (same_kind_of_body, "for", 0.15, False),
    (other_kind_of_body, "against", -0.5, False),
    (same_kind_of_ship, "for", 0.1, False),
    (other_kind_of_ship, "against", -0.2, False),
    (said_to_be_sanctioned, "for", 0.2, False),
    (sanctions_said_before, "for", 0.15, False),
    (story_of_country, "for", 0.1, False),
    (story_elsewhere, "against", -0.2, False),
    (same_gender, "for", 0.05, False),
)


def rules_of(evidence: Sequence[Evidence]) -> set[str]:
    """Give the names of the rules that found something."""
    return {each.reason.rule for each in evidence}
