"""Who is exposed through an owner: listed owners, one step up, under each regime's rule.

A story's words alone never settle a share, so nothing is reckoned yet: the answer names the rule and the path.

Law: OFAC, "Revised Guidance on Entities Owned by Persons Whose Property … Are Blocked" (13 August 2014), 50 percent
or more in the aggregate; EU, Council "Best practices" (8519/18), paragraphs 62 to 65b, more than 50 percent or
control; UK, e.g. Russia (Sanctions) (EU Exit) Regulations 2019, regulation 7, more than 50 percent or control.
Shares from registers, chains longer than one owner, aggregation and further regimes come with the registers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nongrata.ownership.record import Exposure, ExposureKind, Step
from nongrata.parties import Party, PartyId, Tie
from nongrata.screening import Match

RULES: Mapping[str, tuple[str, str]] = {  # list: regime, rule
    "us_ofac_sdn": ("us", "OFAC 50 percent rule"),
    "eu_fsf": ("eu", "EU ownership or control, more than 50 percent"),
    "uk_fcdo": ("uk", "UK ownership or control, more than 50 percent (regulation 7)"),
}


def exposures_by_words(
    party: Party,
    ties: Iterable[Tie],
    matches: Mapping[PartyId, Sequence[Match]],
    names: Mapping[PartyId, str],
    text: str,
) -> tuple[Exposure, ...]:
    """Give what the story's own words of belonging would mean, one answer per regime that lists the owner.

    Words alone never block: the result is "unknown", and the dossier shows the party as possible, never owned.
    """
    return tuple(
        Exposure(
            regime=regime,
            rule=rule,
            result="unknown",
            share=tie.share,
            path=(
                Step(
                    owner=names[tie.owner],
                    owned=party.name,
                    share=tie.share,
                    source=f"the story: “{' '.join(tie.span.of(text).split())}”",
                ),
            ),
        )
        for tie in ties
        if tie.owned == party.id
        for regime, rule in _regimes(matches.get(tie.owner, ()))
    )


def _regimes(matches: Iterable[Match]) -> Iterator[tuple[str, str]]:
    """Give the regimes that list the owner, on the day or for all that is known."""
    seen = {match.list_id for match in matches if match.verdict == "match" and match.in_force is not False}
    return (RULES[list_id] for list_id in RULES if list_id in seen)


def exposure_of(matches: Sequence[Match], exposures: Sequence[Exposure]) -> ExposureKind:
    """Give the one word for a party: listed now (or for all that is known), owned, possible, or none."""
    found = [match for match in matches if match.verdict == "match"]
    if any(match.in_force is not False for match in found):
        return "listed"
    if any(exposure.result in ("blocked", "control") for exposure in exposures):
        return "owned"
    if any(exposure.result == "unknown" for exposure in exposures):
        return "possible"
    return "possible" if not found and any(match.verdict == "possible" for match in matches) else "none"
