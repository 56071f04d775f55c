"""How far a name reaches: without its article, titles, possessive, owner and country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.mentions.names.bodies import well_known
from nongrata.mentions.names.naming import (
    COMPANY_FORMS,
    HEADS,
    HONORIFICS,
    LAWS,
    NEVER_ALONE,
    NO_PARTY_ENDINGS,
    PLAIN_OWNERS,
    SAID_BEFORE,
    TERMS,
    TITLES,
    VESSEL_PREFIXES,
    schema_by_head,
)
from nongrata.values import Span, fold
from nongrata.values.countries import country_named, find_country_words

_POSSESSIVE = re.compile(r"[’']s?$")
_LOOSE = re.compile(r"^[^\w’']+")
_SAID = "|".join((*SAID_BEFORE, *map(str.capitalize, SAID_BEFORE)))
_LEADING = re.compile(
    rf"^(?:(?:the|a|an|The|A|An|THE|another|Another|Neither|Because|Although|Though"
    rf"|(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens of|Several|Some|Many|Both)(?= [a-z])"
    rf"|{'|'.join(VESSEL_PREFIXES)}|{_SAID})\s+"
    r"|[Ee]x-(?=[A-Z]))"
)
_ANY = re.compile(r"(?:Any|Every|Each|Whichever|Whatever|Such) [a-z]")
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Jr|S\.A|[A-Z])\.$")
_LOWER_PARTICLE = re.compile(
    r"[a-z]+[-A-Z’']|(?:al|bin|ibn|de|del|della|di|da|do|das|dos|du|von|van|el) "
)  # al-Assad, d’Estaing, bin Laden
_APART = re.compile(r"(?:[’']s? |(?<=Ltd\.) |(?<=Inc\.) )(?=[A-Z])|, (?=[A-Z]{3,8}$)")
_INITIALS = re.compile(r" \([A-Z]{2,8}\)")
_FORMS = frozenset(form.upper() for form in (*COMPANY_FORMS, *HEADS["Company"]))
# "Novorossiysk on Feb 2": a day is no part of a name.
_WHEN = re.compile(
    r" (?:on|in|since|until|by|from) (?=(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d)"
)
_SAINT = re.compile(r"(?:^|\s)(?:St\.?|Saint) \w+$")
_SORT = re.compile(  # a common noun that begins a sentence: "Steelmaker | Severstal"
    r"(?:[A-Z][a-z]*maker|Lender|Refiner|Miner|Airline|Broadcaster|Conglomerate|Retailer|Insurer|Operator|Producer|Rival"
    r"|Startup|Shipper|Trader|Rebels|Analyst|Blogger|Brothers|Sisters"
    r"|(?:Oligarch|Tycoon|Billionaire|Fugitive|Suspect|Defendant|Hacker|Businessman|Trafficker|Senator|Lawmaker)s?"
    r") (?=[A-Z][\w-]+)"
)
_OF_TOWN = re.compile(
    rf" (?:{'|'.join(map(re.escape, COMPANY_FORMS))})\.?(?P<town> of [A-Z]\w+)$"
)  # "Delta Ltd | of Leeds"
_RUNS_ON = re.compile(
    r" (?:[-–—] )?(?:of|in|for|and|to|at|by|with|the|who|which|whom|whose|say|says|said)(?: (?:say|says|said))?$"
)  # "RT of"
_SAYS = re.compile(r" (?:say|says|said) (?=[A-Z])")  # "Mandiant say | Evil Corp"
_A = re.compile(r" an? (?=[A-Z])")  # "At Durán a | Wilmer Diaz who is 23"
_NO_LONGER = re.compile(r"\b[Ee]x-[A-Z][\w-]+ (?=[A-Z])")
_QUOTED = re.compile(r" [“\"](?=[A-Z])(?=[^”\"]*$)")  # 'Sulu "Abu Sayyaf-free': what is opened inside goes on behind
# An acronym ends the sentence, or the network: "SPLM-N. | Dagalo", "wrote on X. | Barrack".
_ENDED = re.compile(r"(?<=[A-Z][A-Z-][A-Z])\. (?=[A-Z][a-z])|(?<=\bon X)\. (?=[A-Z][a-z])")
# What joins a name to the word that it qualifies: "Rosneft-controlled", "Abu Sayyaf-free".
JOINED_BEHIND = re.compile(
    r"-(?:aligned|backed|led|controlled|linked|affiliated|run|owned|designated|held|sanctioned|based|operated|funded|trained"
    r"|supplied|sponsored|allied|made|built|era|style|dominated|friendly|occupied|listed|related|supported|managed|chartered"
    r"|flagged|registered|appointed|inspired|brokered|mediated|free)$"
)
_POSTNOMINAL = re.compile(r",? (?:KC|QC|MP|MEP|MSP|OBE|CBE|MBE|PhD|Esq)$")
_FIRST_WORD = re.compile(r"([\w-]+)\.?\s+(?=\S)")
_TITLES = HONORIFICS | TITLES
_NUMBER = re.compile(r"(?:imo|inn|ogrn|lei|mmsi)(?: no| number)? ?[\da-z]+")
_OF_COUNTRY = re.compile(r"[’']s? +(?=\w)| (?:national|citizen|passport holder|subject) (?=[A-Z])")
_OF_STATE = re.compile(r"^(?:Government|Republic|State|Kingdom) of (?:the )?")


def owners_apart(text: str, span: Span) -> Iterator[Span]:
    """Give owner and owned apart ("the Treasury’s | Office of …", "State, | NASA"), without what a bracket opens.

    A full stop after a company's form ends the name too: "Delta Oil Ltd. | Rostec".
    """
    words = _WHEN.split(span.of(text).partition(" (")[0], maxsplit=1)[0]
    start = span.start
    for match in _APART.finditer(words):
        if match[0] == ", " and words[match.end() :] in _FORMS:
            continue  # "Delta Oil, LLC" is one
        if _INITIALS.match(text, span.end) and country_named(words[match.end() :]) is not None:
            continue  # and "Delta Optics Inc. China (DOIC)"
        if match[0] != ", " and _is_plain_owner(words[: match.start()], match[0], words[match.end() :]):
            continue  # so is "People's Defence Force"
        yield Span(start, span.start + match.start())
        start = span.start + match.end()
    yield Span(start, span.start + len(words))


def _is_plain_owner(owner: str, mark: str, owned: str) -> bool:
    """Be no party of its own: the people, a saint, the members of an association."""
    last = owner.split()[-1].lower() if owner.split() else ""
    if last in PLAIN_OWNERS or _SAINT.search(owner):
        return True
    return mark.startswith(("' ", "’ ")) and schema_by_head(tuple(fold(owned).split())) == "Organization"


def halves(text: str, span: Span) -> tuple[Span, ...]:
    """Give two bodies apart that "and" joins, where each ends as bodies do: "Delta Forces | Rapid Support Forces".

    >>> words = "Delta Shipping Co and Omega Oil Ltd"
    >>> [half.of(words) for half in halves(words, Span(0, len(words)))]
    ['Delta Shipping Co', 'Omega Oil Ltd']
    """
    if quoted := _QUOTED.search(text, span.start, span.end):
        return (Span(quoted.end(), span.end),)
    if ended := _ENDED.search(text, span.start, span.end):
        return Span(span.start, ended.start()), Span(ended.end(), span.end)
    if (says := _SAYS.search(text, span.start, span.end)) or (says := _A.search(text, span.start, span.end)):
        return Span(span.start, says.start()), Span(says.end(), span.end)
    left, _and, right = span.of(text).partition(" and ")
    if right.startswith(f"{left} "):  # "Gazprom and Gazprom Neft"
        return Span(span.start, span.start + len(left)), Span(span.end - len(right), span.end)
    tokens = fold(left).split(), fold(right).split()
    if min(map(len, tokens)) < 2 or " and " in right or any(schema_by_head(tuple(each)) is None for each in tokens):
        return (span,)
    return Span(span.start, span.start + len(left)), Span(span.end - len(right), span.end)


def may_act(text: str, span: Span, *, is_person: bool = False) -> bool:
    """Be no law, meeting, list, prize or legal term, no bare title or number, and more than a letter."""
    folded = fold(span.of(text))
    tokens = folded.split()
    if (
        len(folded) < 2
        or folded in NEVER_ALONE
        or _NUMBER.fullmatch(folded)
        or folded in TERMS
        or (folded.endswith("s") and folded[:-1] in TERMS)
    ):
        return False
    while len(tokens) > 1 and tokens[-1].isdigit():
        tokens.pop()  # "Anti-Money Laundering Act 2018"
    is_title = tokens[-1] in TITLES and not (is_person and any(token not in TITLES for token in tokens))
    return not is_title and tokens[-1] not in NO_PARTY_ENDINGS and folded not in HONORIFICS


def is_law(text: str, span: Span) -> bool:
    """Be the name of a law, whatever it holds: "Countering America’s Adversaries Through Sanctions Act"."""
    tokens = fold(span.of(text)).split()
    return bool(tokens) and tokens[-1] in LAWS


def trim(text: str, span: Span, *, is_person: bool = True) -> Span | None:
    """Give the name without article, ship's prefix, titles, possessive and loose punctuation; None if nothing is left.

    >>> trim("the late Gen. Kim’s", Span(9, 19))
    Span(start=14, end=17)
    """
    span = _without_government(text, span)
    span = _without_role(text, _without_body(text, span) if is_person else span)
    words = span.of(text)
    loose = ' ,.;:–-*“”"(' if "(" in words[:-1] else ' ,.;:–-*“”"()'
    end = span.start + len(_POSSESSIVE.sub("", words.rstrip(loose)))
    end -= len(_end_of_another(text[span.start : end], is_person=is_person))
    if _ABBREVIATED.search(words):
        end = span.end
    start = span.end - len(_LOOSE.sub("", words))
    if sort := _SORT.match(text[start:end]):
        start += sort.end()
    while match := _LEADING.match(text[start:end]) or (_title(text[start:end]) if is_person else None):
        start += match.end()
    words = text[start:end]
    if _ANY.match(words):
        return None  # "Any refinery that buys": nobody's name
    if words[:1].islower() and not _LOWER_PARTICLE.match(words):
        return None  # what is left began inside a title: "Secretary of State | for Arms Control"
    return Span(start, end) if any(char.isupper() or char.isdigit() for char in words) else None


def _end_of_another(words: str, *, is_person: bool) -> str:
    """Give what ends the words and is no part of the name: "of Leeds", "-backed", "says the", "MP"."""
    name = words
    if town := _OF_TOWN.search(name):
        name = name[: town.start("town")]
    for ending in (_RUNS_ON, JOINED_BEHIND, *((_POSTNOMINAL,) if is_person else ())):
        if match := ending.search(name):
            name = name[: match.start()]
    return words[len(name) :]


def _without_government(text: str, span: Span) -> Span:
    """Cut a country off the name: "European Union’s | General Court", "Alfa-Bank |, Russia", "Thai national | Chai"."""
    article = _LEADING.match(span.of(text))
    start = span.start + (article.end() if article else 0)
    for word in find_country_words(text, span):
        after = text[word.span.end : span.end]
        if word.span.start == start and (owner := _OF_COUNTRY.match(after)):
            return Span(word.span.end + owner.end(), span.end)
        before = text[span.start : word.span.start]
        if after in ("", "’s", "'s", "’", "'") and (comma := re.search(r",\s+$", before)):
            return Span(span.start, span.start + comma.start())
    return span


def _without_body(text: str, span: Span) -> Span:
    """Cut off what ran into a person's name: "prosecutor of Guatemala | Maria Porras", "told NPR | Hamza bin Laden"."""
    first, _space, rest = span.of(text).partition(" ")
    if len(rest.split()) > 1 and well_known(first):
        return Span(span.end - len(rest), span.end)
    for word in find_country_words(text, span):
        after = text[word.span.end : span.end]
        is_cut = word.span.start == span.start and len(after.split()) > 1
        of = (" of ", " for ", *(("he ",) if word.kind == "demonym" else ()))  # "built by the Belgian | Alain Goetz"
        if is_cut and text[: span.start].endswith(of):
            return Span(word.span.end + 1, span.end)
    return span


def _without_role(text: str, span: Span) -> Span:
    """Cut off what somebody no longer is, where a name follows: "ex-Olympian | Nadia Orla"."""
    is_behind = text[: span.start].lower().endswith("ex-")
    role = _NO_LONGER.match(text, span.start - len("ex-") if is_behind else span.start)
    return Span(role.end(), span.end) if role and role.end() < span.end else span


def _title(words: str) -> re.Match[str] | None:
    match = _FIRST_WORD.match(words)
    return match if match and match[1].lower() in _TITLES else None


def is_government(text: str, span: Span) -> bool:
    """Be a country, a demonym, a capital or a seat of government and nothing more: governments are no parties."""
    words = _OF_STATE.sub("", span.of(text))
    return country_named(words) is not None or any(word.span.covers(span) for word in find_country_words(text, span))


def possessive_of(words: str) -> str:
    """Give the possessive ending, or nothing.

    >>> possessive_of("Rostec’s"), possessive_of("Rostec")
    ('’s', '')
    """
    match = _POSSESSIVE.search(words)
    return match[0] if match else ""
