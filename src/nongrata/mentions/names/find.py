"""The names of a story: what the model saw, what the lists know, and what the words around tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from nongrata.articles import Story
from nongrata.mentions.names.entries import entry_names
from nongrata.mentions.names.extent import halves, is_government, is_law, may_act, owners_apart, trim
from nongrata.mentions.names.headlines import said_in_body
from nongrata.mentions.names.joined import SMALL_WORDS, whole_names
from nongrata.mentions.names.listed import KnownNames, names_listed, nobody
from nongrata.mentions.names.long_forms import long_forms
from nongrata.mentions.names.naming import COMPANY_FORMS, HEADS, KIN, SHOPS, TITLES, schema_by_head
from nongrata.mentions.names.own import names_of_own
from nongrata.mentions.names.patterns import find_by_words
from nongrata.mentions.names.patterns_bodies import LED_BY, PART_OF
from nongrata.mentions.names.patterns_short import person_behind, things_abbreviated, without_person
from nongrata.mentions.names.settled import settle
from nongrata.mentions.record import Mention, Parsed
from nongrata.values import Span, fold
from nongrata.values.placed import Placed

_OFFICE = re.compile(  # the rest of a title follows: "Under Secretary for Terrorism and | Financial Intelligence"
    r"\b(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Cc]hief)(?: of [A-Z]\w+)?(?: of| for)(?: the)? $"
    r"|\b(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Ee]nvoy|[Rr]epresentative|[Cc]oordinator|[Aa]dvis[eo]r|[Cc]ommissioner)"
    r"(?: of (?:the )?[A-Z]\w+)? for (?:the )?(?:[A-Z]\w+,? (?:and |of |the )*){1,5}$"
)
_OF_A_PERSON = re.compile(
    r" \([1-9]\d\)(?=[,.]| (?:was|is|has|had|who|said|of|from)\b)"
    r"|, (?:\d\d,|who\b|(?:the|a|an|its|his|her|their|former) (?P<said>[\w ’'.-]{3,60}?)(?: of| for| at|,|\.|$))"
)
_OFFICE_OF = re.compile(r"\b([A-Za-z]+) $")
_OFFICES = TITLES - frozenset(  # and not "State Kataeb Sada", "the former Taliba Group"
    ("state", "foreign", "defence", "defense", "finance", "interior", "former", "ex", "acting", "interim", "member",
     "special", "supreme", "under", "assistant", "prime", "crown", "forward", "head", "chief", "leader", "owner",
     "founder")
) | {"national", "citizen"}  # fmt: skip
_SAID_OF = re.compile(r"\b([a-z-]+), $")
_DOMAIN = re.compile(r"\w\.(?:com|net|org|io|info|biz|cash|eu|ru|cn)$")
_KINDS = "|".join(
    sorted((HEADS["Company"] | HEADS["Organization"] | {"house", "refiner", "lender"}) - {"guard", "clan", "team"})
)
_A_BODY = re.compile(  # "Ocean Leonid, an investment house;"
    rf", (?:an?|the) (?:[\w’'-]+ ){{0,3}}(?:{_KINDS})"
    r"(?=[,;.]| (?:that|which|through|whose|based|registered|owned|controlled|run|set up)\b)"
)
_FORMED = re.compile(rf"\s(?:{'|'.join(map(re.escape, COMPANY_FORMS))})\.?$")  # "Caravella LLC-FZ"
_BASED = re.compile(r"[a-z]-based $")
_BOUGHT = re.compile(rf"\b(?:{PART_OF}) (?:of|in) (?:[A-Z]\w+-based )?(?:[a-z-]+ ){{1,4}}$")
# "Brenner & Vogt said it rejected the charges": no person is "it". Of "it was late" nobody can tell.
_SAYS_IT = re.compile(
    r"(?:,[^,.]{1,60},)? (?:has |had )?(?:said|says|added|announced|confirmed|denied|insisted) (?:that )?it "
    r"(?:(?:has|had|would|will|was|is|did|does|could) )?(?:not |never |also |still )?(?:reject|compli|comply|deni|deny"
    r"|cooperat|review|appeal|defend|report|sold|sell|bought|buy|own|operat|suspend|stopp|ceas|closed|fired|dismissed"
    r"|terminat|employ|produc|suppl|export|import|deliver|ship|manufactur|publish|invest|freez|frozen|froze)"
)
# What no man has: "LockBit's alleged administrator"
_RUN_BY = re.compile(
    r"[’']s (?:[a-z]+ ){0,2}(?:administrator|developer|affiliate|shareholder|subsidiar|operator|infrastructure|servers"
    r"|headquarters|co-founder|chief executive|leak site|customers|employees)"
    r"| (?:chief|boss|leader|commander)(?=[\s,.;’'])(?! (?:of|economic|financial|executive|legal|spokes|strateg))"
)
# Bodies have leaders and members, people have not: "the secretary general of | Kataeb Hezbollah".
_HEADED = re.compile(
    r"\b(?:leader|head|chief|commander|(?:co-)?founder|secretary[- ]general|chair(?:man|woman|person)?|member|fighter"
    r"|militant|gunman|faction|branch|boss|affiliate|front company)s? of (?:the )?$"
)
_LED = re.compile(rf"[’']s (?:{LED_BY})s?\b")
_PRIZE = re.compile(r"-(?:winning|winners?|nominated|nominees?)\b")
_OWNS = re.compile(r"[’']s? | (?:famil(?:y|ies)|clan|household|dynasty)\b")
_APPOSED = re.compile(r", (?:an?|the|[A-Z]\w+[’']s) ")
_CODE = re.compile(r"(?:^|[\s(])\.$")  # "the Dow Jones .DJI": the code of an index
_SHOP = re.compile(
    r" (?:(?:(?:Wom|M)en|Farmers|Children|Community|Family|Fishermen|Village|Workers|Youth)(?:[’']s?)? )?"
    rf"(?:{'|'.join(sorted(shop.title() for shop in SHOPS))})\b"
)
_ACT = re.compile(
    r"[)\]]?[\s\xa0]+(?:\(?(?:[A-Z]\w*|and|of|for|the|in)\)?[\s\xa0]+){0,4}"
    r"(?:(?:Act|Amendment)s?\b|(?:Regulations?|Order|Law|Decree|Directive)\b(?: \([A-Z]{2}\))?(?: No\.?)? \d)"
)  # a law, whoever is in its name


def find_names(
    text: str, story: Story, parsed: Parsed, known: KnownNames, called: KnownNames = nobody
) -> tuple[Mention, ...]:
    """Give the names of parties in the story, in order, none overlapping another.

    `known` are the lists' whole names, `called` the words that are a listed body's own. Where two sources disagree on
    the extent, a name that the lists know wins, then one told by the words beside it, then the longer one.
    """
    found: list[Mention] = []
    things: set[str] = set()
    entries: list[Span] = []
    for paragraph in story.paragraphs:
        if entry := entry_names(text, paragraph):
            entries.append(paragraph)
            found.extend(entry)
            continue
        found.extend(names_listed(text, paragraph, known))
        found.extend(find_by_words(text, paragraph))
        found.extend(long_forms(text, paragraph))
        things |= things_abbreviated(text, paragraph)
    printed = Placed((span, span) for span in entries)  # what else stands in an entry are its fields
    found.extend(
        name for name in _from_model(text, parsed, known)
        if name.span.of(text) not in things and not printed.touching(name.span)
    )  # fmt: skip
    models = (name.span for name in parsed.names if name.schema != "Place")
    seen = Placed((span, span) for span in (*entries, *(name.span for name in found), *models))
    found.extend(name for paragraph in story.paragraphs for name in names_of_own(text, paragraph, seen, called))
    found = list(_without_things(text, found))
    people = tuple(name.span for name in found if name.schema == "Person")
    by_model = {name.span for name in found if name.schema == "Person" and name.found_by == "model"}
    found = [name for name in found if not (name.span in by_model and _is_told_body(text, name))]
    families = {fold(span.of(text)).rpartition(" ")[2] for span in people}
    found = [replace(name, schema="Person") if _is_of_family(text, name, families) else name for name in found]
    found = [name if name.found_by != "rule" else without_person(text, name, people) for name in found]
    found.extend(person for name in found if (person := person_behind(text, name)) is not None)
    found = [_with_shop(text, name) for name in found]
    settled = tuple(
        name for name in settle(text, found)
        if not _ACT.match(text, name.span.end, name.span.end + 80) and not _CODE.search(_before(text, name.span))
    )  # fmt: skip
    return said_in_body(text, story, settled)


def _with_shop(text: str, name: Mention) -> Mention:
    """Give a name with the shop behind it, which is another than who has the name alone: "Al Junaid | Bakery"."""
    shop = _SHOP.match(text, name.span.end)
    return name if shop is None else replace(name, span=Span(name.span.start, shop.end()), schema="Company")


def _without_things(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Give the names, those of people who call themselves "it" or have members as names of bodies."""
    people = [name for name in found if name.schema == "Person"]
    ends = [
        name.span.end for name in people
        if _SAYS_IT.match(text, name.span.end)
        or (" " not in name.span.of(text) and _RUN_BY.match(text, name.span.end))
        or (_HEADED.search(_before(text, name.span)) and not _OWNS.match(text, name.span.end))
    ]  # fmt: skip
    for name in found:
        is_thing = name.schema == "Person" and any(text.endswith(name.span.of(text), 0, end) for end in ends)
        yield replace(name, schema="Organization") if is_thing else name


def _from_model(text: str, parsed: Parsed, known: KnownNames) -> Iterator[Mention]:
    tokens = (token for sentence in parsed.sentences for token in sentence.tokens)
    proper = Placed((token.span, token) for token in tokens if token.pos == "PROPN")
    seen = {name.span.of(text) for name in parsed.names}
    for name in whole_names(text, parsed.names):
        is_named = name.schema in ("Person", "Organization") and proper.touching(name.span)
        if not is_named or is_law(text, name.span):
            continue
        for part in (half for owner in owners_apart(text, name.span) for half in halves(text, owner)):
            is_person = name.schema == "Person"
            span = trim(text, _without_where(text, part, seen, known), is_person=is_person)
            if (
                span is not None
                and not _PRIZE.match(text, span.end)
                and may_act(text, span, is_person=is_person)
                and not _is_office(text, span)
            ):
                listed = known(fold(span.of(text)))  # the model takes "al Qa’ida" for a person
                is_told = listed not in (None, "Person", "LegalEntity") and not (
                    listed in ("Vessel", "Airplane") and len(fold(span.of(text)).split()) == 1
                )  # "Zeus" is a god before he is a tanker
                is_body = listed == "LegalEntity" and text.endswith(("the ", "The "), 0, span.start)
                told = "Organization" if is_body else name.schema  # "the Segunda Marquetalia" is nobody
                schema = listed if listed and is_told else _schema(text, span, told)
                yield Mention(span=span, schema=schema, found_by="model")


def _is_told_body(text: str, name: Mention) -> bool:
    """Be a body by the words before alone, of two words or more: "the state bank | Jane Doe" may have founded."""
    if name.found_by != "rule" or name.schema not in ("Company", "Organization"):
        return False
    if _LED.match(text, name.span.end):
        return False  # nobody has shareholders, and hardly anybody a director
    if _APPOSED.match(text, name.span.end) or _BOUGHT.search(text, max(0, name.span.start - 80), name.span.start):
        return False  # "Alternativna Televizija, a station that …", whatever the model takes it for
    return " " in name.span.of(text) and schema_by_head(tuple(fold(name.span.of(text)).split())) is None


def _is_of_family(text: str, name: Mention, families: Set[str]) -> bool:
    """Be a person whom the model takes for a body, and who has another person's family name: the kin in a list."""
    tokens = tuple(fold(name.span.of(text)).split())
    if name.found_by != "model" or name.schema != "Organization" or len(tokens) not in (2, 3):
        return False
    return tokens[-1] in families and schema_by_head(tokens) is None and name.span.of(text).istitle()


def _without_where(text: str, span: Span, seen: Set[str], known: KnownNames) -> Span:
    """Give a name without where its bearer acts, or whose it is, where the name stands elsewhere without.

    "Alrosa | in Catoca", "International Bank of Yemen | of Kamal al-Jebry".
    """
    whole = span.of(text)
    name, _in, where = whole.partition(" in ")
    if not where and whole.count(" of ") > 1 and not known(fold(whole)):
        name = whole.rpartition(" of ")[0]
    return Span(span.start, span.start + len(name)) if name != whole and (name in seen or known(fold(name))) else span


def _is_office(text: str, span: Span) -> bool:
    """Be a government, or the rest of a title: "Secretary of State for | Arms Control"."""
    return is_government(text, span) or _OFFICE.search(_before(text, span)) is not None


def _before(text: str, span: Span) -> str:
    return text[max(0, span.start - 40) : span.start]


def _schema(text: str, span: Span, schema: str) -> str:
    tokens = tuple(fold(span.of(text)).split())
    by_head = schema_by_head(tokens)
    if schema == "Person" and (_DOMAIN.search(span.of(text)) or _A_BODY.match(text, span.end)):
        return "Organization"
    if schema == "Person" and _FORMED.search(span.of(text)):
        return "Company"
    if schema == "Person" and (by_head is None or len(tokens) < 2):
        return "Organization" if _BASED.search(text, max(0, span.start - 12), span.start) else schema
    if by_head is None and len(tokens) in (2, 3) and _without_small(span.of(text)).istitle():
        return "Person" if _is_told_person(text, span) else schema
    return by_head or schema


def _without_small(words: str) -> str:
    return " ".join(word for word in words.replace("-", " ").split() if word not in SMALL_WORDS)


def _is_told_person(text: str, span: Span) -> bool:
    """Have an age, an office or "who" right behind, or an office or kinship before: "His wife, Elena Petrova, said"."""
    before = _SAID_OF.search(text, max(0, span.start - 30), span.start)
    if before is not None and (before[1] in KIN or before[1] in TITLES):
        return True
    office = _OFFICE_OF.search(text, max(0, span.start - 24), span.start)
    if office is not None and office[1].lower() in _OFFICES:
        return True  # "Colombian President | Gustavo Petro", whom the model takes for a body
    match = _OF_A_PERSON.match(text, span.end, span.end + 90)
    return match is not None and (match["said"] is None or not TITLES.isdisjoint(match["said"].lower().split()))
