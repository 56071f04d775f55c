"""The law: when a party that is on no list is caught through its owners. One function per rule, with its citation.

What the regimes share: a party that is caught counts in full at the next level (no multiplication down a chain).
Where they differ: "50 percent or more" or "more than 50 percent"; whether the holdings of several listed persons are
added; whether control without ownership is enough. docs/why/ownership.md says where each comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from nongrata.values import SettingError

Measure = Literal["shares", "votes"]
HALF = Fraction(50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """How much of what: at least `percent`, or more than it."""

    measure: Measure = "shares"
    percent: Fraction = HALF
    more: bool = False  # more than, not just as much

    def __str__(self) -> str:
        percent = f"{self.percent} percent"
        return (f"more than {percent}" if self.more else f"{percent} or more") + f" of the {self.measure}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One regime's rule."""

    regime: str
    name: str
    law: str  # the citation
    owns: tuple[Threshold, ...]  # any of them: blocked
    controls: tuple[Threshold, ...] = ()  # any of them: control
    control: bool  # control without ownership is enough
    added: bool  # the holdings of several listed persons are added
    covers: tuple[Threshold, ...] = ()  # caught itself, without passing it on
    notes: tuple[str, ...] = ()  # what the reader of any answer must know
    caution: str = ""  # what the reader of a "not blocked" with a listed holder must know
    at_half: str = ""  # what the reader of a sum of just 50 percent must know


OR_MORE, MORE = Threshold(), Threshold(more=True)


def us_ofac() -> Rule:
    """OFAC's 50 percent rule: 50 percent or more in the aggregate, directly or indirectly; control does not count.

    OFAC, "Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked",
    13 August 2014; FAQ 398 (control alone does not block; caution), 399 (all blocked persons' stakes are added, also
    of several programmes), 401 (indirectly: through entities that are themselves owned 50 percent or more).
    """
    return Rule(
        regime="us_ofac",
        name="OFAC 50 percent rule",
        law="OFAC, Revised Guidance of 13 August 2014; FAQ 398, 399, 401",
        owns=(OR_MORE,),
        control=False,
        added=True,
        caution="OFAC urges caution: it may designate what a blocked person controls or holds in part (FAQ 398), and"
        " nobody may deal with the blocked person who acts for it (FAQ 400)",
    )


def us_ssi() -> Rule:
    """Sectoral sanctions, directives 1 to 3 (and 4 for the entities it names): 50 percent or more, in the aggregate.

    E.O. 13662, Directives 1 to 4; OFAC FAQ 373. Listed here are the persons on the SSI list under one directive.
    The result is the directive's prohibitions, not the blocking of property.
    """
    return Rule(
        regime="us_ssi",
        name="OFAC sectoral sanctions, 50 percent",
        law="E.O. 13662, Directives 1 to 3; OFAC FAQ 373",
        owns=(OR_MORE,),
        control=False,
        added=True,
        notes=("“blocked” here means: subject to the directive's prohibitions, its property is not blocked",),
    )


def us_ssi_4() -> Rule:
    """Directive 4's projects: 33 percent or more of a project, or a majority of its votes, in the aggregate.

    E.O. 13662, Directive 4 as amended on 31 October 2017 (CAATSA section 223(d)); FAQ 373 (the 33 percent are of a
    deepwater, Arctic offshore or shale project, entities stay at 50), FAQ 538 (stakes are added).
    """
    return Rule(
        regime="us_ssi_4",
        name="OFAC Directive 4, projects",
        law="E.O. 13662, Directive 4 (31 October 2017); OFAC FAQ 373, 538",
        owns=(OR_MORE,),
        control=False,
        added=True,
        covers=(Threshold(percent=Fraction(33)), Threshold(measure="votes", more=True)),
        notes=("33 percent applies to deepwater, Arctic offshore and shale projects; companies stay at 50 percent",),
    )


def us_capta_2() -> Rule:
    """Correspondent accounts, Directive 2 under E.O. 14024: 50 percent or more, in the aggregate.

    Directive 2 of 24 February 2022: foreign financial institutions named in its Annex 1 or determined, and those
    owned 50 percent or more, directly or indirectly, individually or in the aggregate, by them. CAPTA entries under
    other authorities carry their own terms; this rule is not theirs.
    """
    return Rule(
        regime="us_capta_2",
        name="OFAC CAPTA, Directive 2 under E.O. 14024, 50 percent",
        law="E.O. 14024, Directive 2 (24 February 2022)",
        owns=(OR_MORE,),
        control=False,
        added=True,
        notes=("holds for foreign financial institutions only, and for Directive 2 only",),
    )


_FIREWALL = (
    "presumed, and rebuttable: a firewall that a national authority accepts can show that the listed person"
    " neither controls nor benefits"
)


def eu() -> Rule:
    """EU: more than 50 percent of the proprietary rights, listed owners added, or control by one of the criteria.

    Council, "Update of the EU best practices for the effective implementation of restrictive measures" (8519/18,
    4 May 2018), paragraphs 62 (ownership) and 63 (control: appointing a majority of the board, a majority of the
    votes alone or by agreement, dominant influence, use of the assets …); the Commission's frequently asked questions
    on Regulation 269/2014 (listed owners' shares are added; firewalls). `eu_2024` is the same with 50 percent or more.
    """
    return Rule(
        regime="eu",
        name="EU ownership or control, more than 50 percent",
        law="Council best practices 8519/18 (4 May 2018), paragraphs 62 and 63; Commission FAQ on Regulation 269/2014",
        owns=(MORE,),
        controls=(Threshold(measure="votes", more=True),),
        control=True,
        added=True,
        notes=(_FIREWALL,),
        caution="below the threshold: funds made available may still reach the listed holder; look for control",
        at_half="just 50 percent: owned since the best practices were revised on 3 July 2024 (11623/24): see eu_2024",
    )


def eu_2024() -> Rule:
    """EU as revised in 2024: 50 percent or more of the proprietary rights, or control.

    Council, best practices as updated on 3 July 2024 (11623/24), section on ownership and control; Regulation (EC)
    2580/2001, article 1(5), had 50 percent or more already. The paragraph's number in the update was not checked.
    """
    return replace(
        eu(),
        regime="eu_2024",
        name="EU ownership or control, 50 percent or more",
        law="Council best practices 11623/24 (3 July 2024), ownership and control",
        owns=(OR_MORE,),
        at_half="",
    )


def uk() -> Rule:
    """UK: one person holds more than 50 percent of the shares or votes, directly or indirectly, or has control.

    E.g. the Russia (Sanctions) (EU Exit) Regulations 2019 (S.I. 2019/855), regulation 7(2) (shares, votes, the board)
    and 7(4) (affairs conducted as the person wishes), and Schedule 1 (shares held indirectly through a majority
    stake; joint arrangements). OFSI's general guidance on ownership and control (as of 23 March 2022: holdings of
    several designated persons are not simply added unless there is a joint arrangement).
    """
    return Rule(
        regime="uk",
        name="UK ownership or control, more than 50 percent (regulation 7)",
        law="S.I. 2019/855, regulation 7 and Schedule 1; OFSI general guidance, ownership and control",
        owns=(MORE, Threshold(measure="votes", more=True)),
        control=True,
        added=False,
        caution="holdings of several designated persons are not added without a joint arrangement; look for one, and"
        " for control",
    )


def ch() -> Rule:
    """Switzerland: more than 50 percent, directly or indirectly, listed owners added, or control.

    Ordinance on measures in connection with the situation in Ukraine (SR 946.231.176.72), article 15(1); SECO,
    frequently asked questions on it (16 May and 13 June 2024), ownership and control: rebuttable.
    """
    return Rule(
        regime="ch",
        name="Swiss ownership or control, more than 50 percent",
        law="SR 946.231.176.72, article 15; SECO FAQ (13 June 2024), ownership and control",
        owns=(MORE,),
        controls=(Threshold(measure="votes", more=True),),
        control=True,
        added=True,
        notes=("presumed, and rebuttable: proof that there is no control in fact can be brought to SECO",),
    )


def au() -> Rule:
    """Australia: more than half of the shares or votes, or control; the sanctions law itself sets no share.

    Autonomous Sanctions Regulations 2011, regulations 3 and 15 (a controlled asset is one "owned or controlled" by a
    designated person, undefined); by analogy Corporations Act 2001, section 46 (subsidiary: more than one-half) and
    section 50AA (control: the capacity to determine financial and operating policies). That these sections are the
    measure is practitioners' reading, no authority's rule. Holdings are not added for ownership.
    """
    return Rule(
        regime="au",
        name="Australian ownership or control, more than one-half",
        law="Autonomous Sanctions Regulations 2011, regulation 15; Corporations Act 2001, sections 46 and 50AA",
        owns=(MORE, Threshold(measure="votes", more=True)),
        control=True,
        added=False,
        notes=("Australian sanctions law sets no percentage: the measure is that of the Corporations Act, by analogy",),
        caution="a minority holding can do: the Federal Court held supply to a company with designated minority holders"
        " to be for their benefit (Tigers Realm Coal, 2024)",
    )


def ca() -> Rule:
    """Canada: one person holds 50 percent or more of the shares or votes, or can direct the entity.

    Special Economic Measures Act, section 2.1 (in force 22 June 2023): (2)(a) 50 percent or more of the shares,
    ownership interests or voting rights, directly or indirectly; (b) able to change the board; (c) able to direct the
    entity's activities. "A person", in the singular: whether several listed persons' holdings are added is open, so
    they are not added here and the answer says so.
    """
    return Rule(
        regime="ca",
        name="Canadian deemed ownership, 50 percent or more",
        law="Special Economic Measures Act, section 2.1 (22 June 2023)",
        owns=(OR_MORE, Threshold(measure="votes")),
        control=True,
        added=False,
        caution="whether holdings of several listed persons are added is open under section 2.1: look at all of them",
    )


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
