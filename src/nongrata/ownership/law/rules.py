"""The law: when a party that is on no list is caught through its owners. Each rule is a function, with its citation.

What the regimes share: a party that is caught counts in full at the next level (no multiplication down a chain).
Where they differ: "50 percent or more" or "more than 50 percent"; whether the holdings of several listed persons are
added; whether control without ownership is enough. docs/why/ownership.md says where each comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nongrata.ownership.law.control import au, ca, ch, eu, eu_2024, uk
from nongrata.ownership.law.rule import Rule
from nongrata.ownership.law.us import us_capta_2, us_ofac, us_ssi, us_ssi_4
from nongrata.values import SettingError

RULES: Mapping[str, Callable[[], Rule]] = {
    rule.__name__: rule for rule in (us_ofac, us_ssi, us_ssi_4, us_capta_2, eu, eu_2024, uk, ch, au, ca)
}


def rule_of(regime: str) -> Rule:
    """Give the regime's rule; an unknown one is a SettingError.

    >>> rule_of("us_ofac").owns[0].more, rule_of("uk").added
    (False, False)
    """
    if regime not in RULES:
        raise SettingError("regime", str(regime)[:40], f"one of {', '.join(RULES)}")
    return RULES[regime]()
