"""Acts in plain words: what a reader would say for PLOVER's type and mode, in the mood of its status."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from nongrata.events import Status


class Act(NamedTuple):
    """An act's words: "gave", "give", "given", and what follows without and with a recipient."""

    past: str
    plain: str
    participle: str
    alone: str = ""
    to: str = ""


_TALKS = ("held", "hold", "held")
ACTS: dict[tuple[str, str | None], Act] = {  # PLOVER 2.0's types and modes
    ("AGREE", "visit"): Act("agreed to visit", "visit", "agreed to visit"),  # a visit to come
    ("AGREE", "talks"): Act("agreed to meet", "meet", "agreed to meet"),
    ("AGREE", None): Act("agreed", "agree", "agreed", "to work together", "to work with"),
    ("CONSULT", None): Act("met", "meet", "met"),
    ("CONSULT", "visit"): Act("visited", "visit", "visited"),
    ("CONSULT", "third-party"): Act(*_TALKS, "talks at a third party’s invitation", "talks, hosted by others, with"),
    ("CONSULT", "multilateral"): Act(*_TALKS, "talks among several", "talks among several with"),
    ("CONSULT", "phone"): Act("spoke", "speak", "spoken", "by telephone", "by telephone with"),
    ("SUPPORT", None): Act("voiced", "voice", "voiced", "support", "support for"),
    ("SUPPORT", "sign"): Act("signed", "sign", "signed", "an agreement", "an agreement with"),
    ("CONCEDE", None): Act("gave", "give", "given", "way", "way to"),
    ("COOPERATE", "military"): Act("worked", "work", "worked", "together on defence", "on defence with"),
    ("AID", "military"): Act("gave", "give", "given", "arms or military aid", "arms or military aid to"),
    ("AID", "economic"): Act("gave", "give", "given", "goods, money or help", "goods, money or help to"),
    ("AID", "technology"): Act("passed", "pass", "passed", "goods or technology on", "goods or technology to"),
    ("COOPERATE", "economic"): Act("did", "do", "done", "business", "business with"),
    ("COOPERATE", "legal"): Act("handed", "hand", "handed", "a suspect over", "a suspect over to"),
    ("CONCEDE", "economic"): Act("eased", "ease", "eased", "sanctions", "sanctions on"),
    ("COOPERATE", None): Act("cooperated", "cooperate", "cooperated", "", "with"),
    ("AID", None): Act("gave", "give", "given", "aid", "aid to"),
    ("RETREAT", None): Act("pulled", "pull", "pulled", "back", "back before"),
    ("RETREAT", "withdraw"): Act("withdrew", "withdraw", "withdrawn", "", "from"),
    ("RETREAT", "release"): Act("freed", "free", "freed", "prisoners"),
    ("RETREAT", "disarm"): Act("gave", "give", "given", "up weapons", "up weapons to"),
    ("RETREAT", "ceasefire"): Act("ceased", "cease", "ceased", "fire", "fire with"),
    ("RETREAT", "access"): Act("let", "let", "let", "observers in", "in"),
    ("RETREAT", "resign"): Act("resigned", "resign", "resigned", "", "from"),
    ("REQUEST", None): Act("made", "make", "made", "a demand", "a demand to"),
    ("REQUEST", "assist"): Act("asked", "ask", "asked", "for help", "for help from"),
    ("REQUEST", "change"): Act("called", "call", "called", "for a change of course", "for a change of course by"),
    ("REQUEST", "yield"): Act("called", "call", "called", "for a concession", "for a concession by"),
    ("REQUEST", "meet"): Act("asked", "ask", "asked", "for talks", "for talks with"),
    ("ACCUSE", None): Act("accused", "accuse", "accused", "somebody"),
    ("ACCUSE", "disapprove"): Act("voiced", "voice", "voiced", "criticism", "criticism of"),
    ("ACCUSE", "investigate"): Act("investigated", "investigate", "investigated", "the matter"),
    ("ACCUSE", "charge"): Act("brought", "bring", "brought", "charges", "charges against"),
    ("ACCUSE", "allege"): Act("accused", "accuse", "accused", "somebody"),
    ("REJECT", None): Act("rejected", "reject", "rejected", "what was said", "what was said by"),
    ("REJECT", "assist"): Act("refused", "refuse", "refused", "help", "help to"),
    ("REJECT", "change"): Act("refused", "refuse", "refused", "to change course", "to change course for"),
    ("REJECT", "yield"): Act("refused", "refuse", "refused", "to give way", "to give way to"),
    ("REJECT", "meet"): Act("refused", "refuse", "refused", "talks", "talks with"),
    ("THREATEN", None): Act("threatened", "threaten", "threatened", "consequences"),
    ("THREATEN", "restrict"): Act("threatened", "threaten", "threatened", "restrictions", "restrictions on"),
    ("THREATEN", "arrest"): Act("threatened", "threaten", "threatened", "arrest", "to arrest"),
    ("THREATEN", "relations"): Act("threatened", "threaten", "threatened", "to break off ties", "to break with"),
    ("THREATEN", "expel"): Act("threatened", "threaten", "threatened", "expulsion", "to expel"),
    ("THREATEN", "territory"): Act("threatened", "threaten", "threatened", "to take land", "to take land from"),
    ("THREATEN", "violence"): Act("threatened", "threaten", "threatened", "force", "force against"),
    ("PROTEST", None): Act("protested", "protest", "protested", "", "against"),
    ("PROTEST", "riot"): Act("rioted", "riot", "rioted", "", "against"),
    ("PROTEST", "strike"): Act("went", "go", "gone", "on strike", "on strike against"),
    ("PROTEST", "hunger"): Act("went", "go", "gone", "on hunger strike", "on hunger strike against"),
    ("PROTEST", "boycott"): Act("staged", "stage", "staged", "a boycott", "a boycott of"),
    ("PROTEST", "obstruct"): Act("blocked", "block", "blocked", "the way", "the way of"),
    ("PROTEST", "vandalize"): Act("vandalised", "vandalise", "vandalised", "property", "the property of"),
    ("SANCTION", None): Act("imposed", "impose", "imposed", "sanctions or cut ties", "sanctions on, or cut ties with,"),
    ("SANCTION", "convict"): Act("convicted", "convict", "convicted", "someone"),
    ("SANCTION", "expel"): Act("expelled", "expel", "expelled", "someone"),
    ("SANCTION", "withdraw"): Act("withdrew", "withdraw", "withdrawn", "its means", "from"),
    ("SANCTION", "discontinue"): Act("imposed", "impose", "imposed", "sanctions", "sanctions on"),
    ("MOBILIZE", None): Act("moved", "move", "moved", "forces", "forces against"),
    ("MOBILIZE", "troops"): Act("moved", "move", "moved", "troops", "troops against"),
    ("MOBILIZE", "weapons"): Act("readied", "ready", "readied", "weapons", "weapons against"),
    ("MOBILIZE", "police"): Act("deployed", "deploy", "deployed", "police", "police against"),
    ("MOBILIZE", "militia"): Act("raised", "raise", "raised", "fighters", "fighters against"),
    ("COERCE", None): Act("put", "put", "put", "pressure on others", "pressure on"),
    ("COERCE", "seize"): Act("seized", "seize", "seized", "property", "the property of"),
    ("COERCE", "restrict"): Act("restricted", "restrict", "restricted", "others"),
    ("COERCE", "censor"): Act("censored", "censor", "censored", "others"),
    ("COERCE", "curfew"): Act("imposed", "impose", "imposed", "a curfew", "a curfew on"),
    ("COERCE", "martial-law"): Act("imposed", "impose", "imposed", "martial law", "martial law on"),
    ("COERCE", "arrest"): Act("arrested", "arrest", "arrested", "someone"),
    ("COERCE", "deport"): Act("deported", "deport", "deported", "someone"),
    ("COERCE", "withhold"): Act("cut", "cut", "cut", "supplies", "the supplies of"),
    ("COERCE", "misinformation"): Act("misled", "mislead", "misled", "the public"),
    ("COERCE", "cyber"): Act("hacked", "hack", "hacked", "others"),
    ("ASSAULT", None): Act("attacked", "attack", "attacked"),
    ("ASSAULT", "abduct"): Act("abducted", "abduct", "abducted", "someone"),
    ("ASSAULT", "beat"): Act("beat", "beat", "beaten", "someone"),
    ("ASSAULT", "torture"): Act("tortured", "torture", "tortured", "someone"),
    ("ASSAULT", "targeted"): Act("killed", "kill", "killed", "someone"),
    ("ASSAULT", "destroy"): Act("destroyed", "destroy", "destroyed", "property", "the property of"),
    ("ASSAULT", "firearms"): Act("used", "use", "used", "deadly force", "deadly force against"),
    ("ASSAULT", "explosives"): Act("bombed", "bomb", "bombed"),
    ("ASSAULT", "suicide-attack"): Act("bombed", "bomb", "bombed"),
    ("ASSAULT", "aerial"): Act("struck", "strike", "struck", "from the air", "from the air at"),
    ("ASSAULT", "drone"): Act("struck", "strike", "struck", "with drones", "with drones at"),
    ("ASSAULT", "heavy-weapons"): Act("shelled", "shell", "shelled"),
}
_SIGNING = ("sign", "ratif", "conclud")
_VISITING, _MEETING = (
    ("visit", "travel", "tour", "trip", "fly", "arrive"),
    ("meet", "talk", "summit", "discuss", "host", "receiv"),
)
_MODAL: dict[Status, str] = {
    "asserted": "{past}",
    "alleged": "allegedly {past}",
    "denied": "allegedly {past}",
    "unclear": "may have {participle}",
    "planned": "to {plain}",
    "threatened": "threatened to {plain}",
    "requested": "urged to {plain}",
    "hypothetical": "might {plain}",
    "negated": "did not {plain}",
}


def manner_of(kind: str, mode: str | None, contexts: Collection[str], trigger: str = "") -> str | None:
    """Give what tells an act more exactly than its type: the context that has words of its own, else the mode.

    Support in a word such as `trigger` "signed" is an agreement.

    >>> manner_of("AID", None, ("military",)), manner_of("COERCE", "seize", ("legal",))
    ('military', 'seize')
    >>> manner_of("ACCUSE", "allege", ("legal",))
    'charge'
    >>> manner_of("SUPPORT", None, (), "signed")
    'sign'
    >>> manner_of("AGREE", None, (), "visit"), manner_of("COOPERATE", None, ("military", "economic"))
    ('visit', 'economic')
    """
    if kind == "SUPPORT" and trigger.lower().startswith(_SIGNING):
        return "sign"
    if kind == "AGREE" and mode is None:
        return (
            "visit"
            if trigger.lower().startswith(_VISITING)
            else "talks"
            if trigger.lower().startswith(_MEETING)
            else None
        )
    if kind == "COOPERATE" and mode is None and "economic" in contexts:
        return "economic"  # "bought crude", whatever else the sentence tells of arms
    if kind == "ACCUSE":
        return "charge" if mode == "allege" and "legal" in contexts else mode
    return mode or next((context for context in contexts if (kind, context) in ACTS), None)


def act_words(kind: str, mode: str | None, status: Status, *, has_recipient: bool = True) -> str:
    """Give an act as a reader would tell it, in the mood of its status.

    >>> act_words("CONSULT", "visit", "asserted")
    'visited'
    >>> act_words("AGREE", "visit", "planned")
    'to visit'
    >>> act_words("AID", None, "unclear")
    'may have given aid to'
    >>> act_words("THREATEN", "restrict", "threatened")
    'threatened restrictions on'
    """
    act = ACTS.get((kind, mode)) or ACTS.get((kind, None)) or Act(kind.lower(), kind.lower(), kind.lower())
    if kind == "AGREE" and status == "planned" and mode is None:  # a cooperation told in the future tense
        act = ACTS["COOPERATE", None]
    if kind == "THREATEN" and status == "threatened":
        status = "asserted"
    verb = _MODAL[status].format(past=act.past, plain=act.plain, participle=act.participle)
    return f"{verb} {act.to if has_recipient else act.alone}".strip()
