"""What the words around a body's name tell: "Elliptic, an analytics firm", "a unit of Metalloinvest", "AO Delta"."""

from __future__ import annotations

import re

from nongrata.mentions.names.patterns_short import CAP, RUN

_KINDS = (
    "company|firm|bank|group|agency|producer|manufacturer|maker|miner|refiner|operator|airline|insurer|lender|exchange"
    "|retailer|conglomerate|subsidiary|unit|affiliate|brand|shipyard|shipbuilder"
    "|plant|factory|think tank|watchdog|charity"
    "|newspaper|broadcaster|website|outlet|database|startup|start-up|party|militia|cartel|gang|movement|organi[sz]ation"
    "|institute|foundation|consultancy|regulator|platform|marketplace|mixer|forwarder|brokerage|refinery|smelter"
    "|station|channel|wing|arm|front company|special economic zone|supplier|importer|exporter|contractor|distributor"
    "|trader|microlender|registrar|holding|fund|venture|casino|studio|provider|processor|trading house|law firm"
)
_NO_HEAD = r"(?!(?:of|at|in|for|from|on|who|that|which|by|with|to) )"  # "a founder of the movement" is no movement
_GOES_ON = (
    r"(?=[,.;]"
    r"|\s(?:that|which|whose|in|based|with|for|owned|controlled|from|under|known|founded|registered|run|near"
    r"|(?:the|he|she|they|it|his|her) [a-z]+)\b)"
)
# What follows "the bank" and is not its name: who leads it, and when.
_NOT_ITS_NAME = (
    r"(?!(?:President|Chair\w*|Chief|Director|Governor|Minister|Deputy|Vice|Head|Captain|General|Colonel|Secretary"
    r"|Commissioner|Spokes\w+|CEO|Mr|Mrs|Ms|Dr|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_NO_ARTICLE = r"(?!(?:the|an?|his|her|its|their|our|this|that|another|any|each|every|one|no|of|and|or|by|to|for|as) )"

# What a body has and hardly any person, and what one holds of a body alone.
LED_BY = "director|shareholder|chief executive|CEO|parent company|board of directors"
PART_OF = "half|stakes?|shares|majority|percent|per cent|%"

# Where a name stands (the first group); it is a company's or another body's.
COMPANIES: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b({RUN}), (?:an? |one of (?:the )?|the (?=(?:{_NO_HEAD}[\w-]{{1,30}} ){{1,3}}(?:{_KINDS})\b)"
        rf"|(?:the )?{CAP}(?:[’']s|(?<=s)[’']) )"
        rf"(?:{_NO_HEAD}[\w-]{{1,30}} ){{0,4}}?(?:{_KINDS})s?{_GOES_ON}"
    ),
    # What a country has one of, and no person is: "Turkey's largest refiner, Tupras,"; not "the head of Turkey's …".
    re.compile(
        rf"(?:^|[^\w ] |\b(?!(?:of|at|from|for) )[a-z]+ ){RUN}[’']s? (?:[a-z]+-)?"
        r"(?:largest|biggest|oldest|leading|top|main|only|dominant|national|state|flag)"
        rf"(?: [a-z-]{{2,20}}){{0,3}}? (?:carrier|(?:[a-z]{{2,10}})?maker|{_KINDS}), ({RUN})(?=,| [(])"
    ),
    # Who has an owner, a founder or shareholders is a company: "Uniprom's owner, Ann Lee".
    re.compile(rf"\b({RUN})[’']s (?:owner|founder|co-founder|shareholding|{LED_BY})s?\b"),
    re.compile(rf"\b(?:unit|subsidiary|affiliate)s? of (?:the )?({RUN})"),
    # So is what one buys a part of: "bought half of Klaipeda-based trader Agrovita".
    re.compile(
        rf"\b(?:shareholding|{PART_OF}) (?:of|in) "
        rf"(?:[A-Z]\w+-based )?(?:[a-z-]{{2,20}} ){{0,3}}?(?:{_KINDS}) ({RUN})"
    ),
    re.compile(rf"\b((?:AO|OOO|PAO|OAO|ZAO|JSC|PJSC|OJSC|CJSC|MKAO|MKOOO|FGUP|FSUE|TOO) [“\"«]?{RUN}[”\"»]?)"),
    re.compile(
        rf"\b({RUN} (?:Group|Holdings?|Corporation|Industries|Airlines|Airways|(?<!West )(?<!Left )Bank|Shipping"
        r"|Logistics|Technologies|Petroleum|Insurance|Shipyard|Refinery|Shipbuilding)(?: (?:System|Complex|Factory))?)"
        r"\b(?! (?:of|for) [A-Z])"
    ),
)
PUBLIC_BODIES: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b({RUN} (?:Ministry|Directorate|Bureau|Agency|Authority|Commission|Police|Navy|Army|Air Force|Coast Guard"
        r"|Armed Forces|Supreme Court|High Court|Central Bank))\b(?! (?:of|for) [A-Z])"
    ),
)
_SHIPS = "tanker|carrier|ship|vessel|freighter|bulker|supertanker|yacht|trawler|ferry|tug"
_NO_SIZE = r"(?!(?:VLCC|ULCC|LNG|LPG|Suezmax|Aframax|Panamax|Capesize|Supramax|Handy\w+|MR\d?)\b)"
_SHORT = rf"{CAP}(?: {CAP})?"
VESSELS: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b({RUN}), (?:an?|the) (?:{_NO_HEAD}[\w-]{{1,30}} ){{0,4}}?(?:tanker|ship|vessel|bulker|carrier|freighter"
        r"|yacht|ferry|trawler|frigate)\b(?! (?:company|firm|owner|operator|manager|broker|captain|insurer))"
    ),
    # All of a list are what its first word says: "two tankers, the Kairos and the Virat"
    *(
        re.compile(
            rf"\b(?:{_SHIPS})s,? (?:the )?{_SHORT}{between} and (?:the )?({_SHORT}(?: \d{{1,2}})?)(?=[,.]| [a-z])"
        )
        for between in ("", rf"(?:, (?:the )?{_SHORT}){{1,4}}")
    ),
    re.compile(rf"\b(?:{_SHIPS})s, (?:the )?({CAP}(?: {CAP})?(?: \d{{1,2}})?)(?=,| and (?:the )?[A-Z])"),
    re.compile(rf"\b[A-Z]\S+-flagged {_NO_SIZE}{_SHORT} and (?:the )?({_SHORT}(?: \d{{1,2}})?)(?=[,.]| [a-z])"),
    # Only ships fly flags: "the Panama-flagged Skipper".
    re.compile(rf"\b[A-Z]\S+-flagged {_NO_SIZE}[“\"‘]?({RUN}(?: \d{{1,2}})?)(?! (?:[a-z]+ )?(?:{_SHIPS})s?\b)"),
)
ORGANIZATIONS: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b(?:daily|weekly|newspaper|magazine|news agency|news site|news website|portal) {_NOT_ITS_NAME}"
        rf"({CAP}(?: {CAP}){{0,3}})"
    ),
    re.compile(
        rf"\b({RUN} (?:Foundation|Institute|Cent(?:re|er)|Association|Society|Campaign|Coalition|Organi[sz]ation|Fund"
        r"|Federation|League|Union|Academy|Network|Congress|Front|Movement|Alliance) (?:for|of) (?:the )?"
        rf"{_NOT_ITS_NAME}{CAP}(?:(?:,? and)? {_NOT_ITS_NAME}{CAP}){{0,4}})"
    ),
    # Some firm, and then its name: "A blockchain analysis firm, Chainalysis, reported"; not "for a firm, Ann Lee,".
    re.compile(rf"(?:^|[^\w ] )(?:A|An|Another|One) (?:{_NO_HEAD}[\w-]{{2,30}} ){{0,4}}?(?:{_KINDS}), ({RUN})(?=,)"),
    re.compile(
        rf"\b{_NO_ARTICLE}(?:[a-z-]{{2,30}}|[A-Z][a-z]+(?:ese|ish|ian|ean)) (?:{_KINDS}) (?:called |named )?[“\"]?"
        rf"{_NOT_ITS_NAME}"
        rf"({CAP}(?: (?:of |for |the )?{CAP}){{0,5}})"
    ),
    # A group in capitals or with a number, told by who fights for it: "M23 rebels", "ELN guerrillas".
    re.compile(
        r"\b([A-Z][A-Z\d-]{1,8}) (?:rebels?|militants?|militia(?:men|s)?|guerrillas?|insurgents?|fighters|gunmen)\b"
    ),
    re.compile(r"\b(?:militia|rebel group|armed group|cartel|rebels of the|movement) ([A-Z][A-Z\d-]{1,8})\b"),
    re.compile(
        rf"\b({RUN} (?:(?:drug )?cartel|university|diocese|militia|brigade|battalion|syndicate|stock exchange"
        r"|football club|cricket club))\b"
    ),
    re.compile(rf"\b((?:FC|AC|AS|FK|SC|PEC|PSV|NK|AFC) {CAP}(?: {CAP})?)\b"),
    re.compile(rf"\b({CAP}(?: {CAP}){{0,2}} (?:FC|AFC|CF|FK|SC))\b"),
    re.compile(
        rf"\b((?:St|St\.|Saint) {CAP}[’']s?(?: {CAP}){{0,3}} (?:School|Church|Hospital|College|Cathedral|Academy))\b"
    ),
    re.compile(
        rf"\b({RUN}(?<=s[’']) (?:Association|Union|Federation|Club|Society|Party|Council|Congress|Committee))\b"
    ),
)
