"""The law where control is enough: the European Union, the United Kingdom, Switzerland, Australia, Canada."""

from __future__ import annotations

from dataclasses import replace

from nongrata.ownership.law.rule import MORE, OR_MORE, Rule, Threshold

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
