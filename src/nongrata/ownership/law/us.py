"""The law of the United States: OFAC's 50 percent rule, and what it becomes under sectoral and CAPTA directives."""

from __future__ import annotations

from fractions import Fraction

from nongrata.ownership.law.rule import OR_MORE, Rule, Threshold


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
