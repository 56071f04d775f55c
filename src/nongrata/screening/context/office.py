"""What a story says that a party does, and for whom, held against the offices and links of the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from nongrata.mentions.names.naming import HEADS, TRADES
from nongrata.names.ordinary import is_ordinary
from nongrata.parties import Party
from nongrata.parties.introduced import trade_beside
from nongrata.screening.context.names import are_alike, is_common_name, telling_words
from nongrata.screening.context.setting import Setting, Stated, facts_of, reasons_of
from nongrata.screening.join import ListedParty
from nongrata.screening.words import american
from nongrata.values import Span, fold

_HEAD = re.compile(
    r"\b(?:president|prime minister|premier|supreme leader|head of (?:state|government)|chancellor)\b", re.IGNORECASE
)
_OF_ANOTHER = re.compile(r"\b(?:of|to|for|under|by|with) (?:[\w-]+ ){0,3}$")  # "sister of | President Bashar al-Assad"
_STATE = re.compile(
    r"(?:the )?(?:president|supreme leader|leader) (?:of|and)\b(?! the (?:senate|assembly|council|court))",
    re.IGNORECASE,
)
_REGIME = re.compile(r"(?:[’']s)? (?:regime|[Aa]dministration|government|presidency)\b")
_TELLING = 6  # letters of a linked party's name that are no accident: "IRGC" alone stands in too many stories
_HEADS = frozenset().union(*HEADS.values())  # words for kinds of bodies
_NO_LONGER = frozenset(("former", "ex", "onetime", "turned"))  # a baker who became a warlord
# As `_office` cuts words: of courts, the press and learning.
_LEARNED = frozenset(("prosec", "judge", "lawyer", "attorn", "journa", "report", "analys", "profes", "schola"))
_LOCAL = frozenset(("counci", "alderm"))
_OF_STATE = frozenset(("minist", "ambass", "senato", "mayor"))
_POSITION_NOISE = frozenset(
    ("the", "a", "an", "of", "and", "for", "to", "in", "at", "deputy", "former", "acting", "member")
)


def same_position(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Hold an office whose words the list's office shares."""
    for fact in facts_of(party, "position"):
        told = _office(fact.value)
        for position in listed.positions:
            shared = told & _office(position)
            if len(shared) >= 2 or (shared and len(told) == 1) or _same_office(fact.value, position):
                return f"the story calls him or her “{fact.value}”; the list has “{position}”", fact.span
    return None


def _office(words: str) -> frozenset[str]:
    return frozenset(
        token[:6] for token in american(fold(words)).split() if token not in _POSITION_NOISE and len(token) > 2
    )


def _same_office(told: str, position: str) -> bool:
    return bool(_office(told)) and fuzz.token_set_ratio(american(fold(told)), american(fold(position))) >= 90


def head_of_regime(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Give a government its name ("the Maduro regime"), and be the head of one on the list."""
    if party.schema != "Person":
        return None
    office = next((position for position in listed.positions if _is_head(position)), None)
    for mention in party.mentions if office else ():
        if match := _REGIME.match(setting.text, mention.span.end, mention.span.end + 40):
            span = Span(mention.span.start, match.end())
            return f"the story speaks of the “{span.of(setting.text)}”; the list has “{office}”", span
    return None


def _is_head(position: str) -> bool:
    """Be the office of a head of state or government, and not of whose sister or adviser one is."""
    head = _HEAD.search(position)
    return head is not None and _OF_ANOTHER.search(position, 0, head.start()) is None


def head_of_state(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be called by the family name alone, as news calls heads of state, in a story of the country that the one on
    the list is the head of.
    """
    is_alone = all(" " not in mention.text for mention in party.mentions if mention.kind != "pronoun")
    if party.schema != "Person" or not is_alone or listed.countries.isdisjoint(setting.countries):
        return None
    office = next((position for position in listed.positions if _STATE.match(position)), None)
    return (f"news calls heads of state so; the list has “{office}”", party.mentions[0].span) if office else None


def same_employer(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Work for a body that the list names in an office of this person, or links the person to."""
    for fact in facts_of(party, "employer"):
        told = telling_words(fact.value)
        for theirs in (*listed.positions, *(link.to_name for link in listed.links)):
            if told and told <= telling_words(theirs):
                return f"the story places the bearer at “{fact.value}”; the list has “{theirs}”", fact.span
    return None


def beside_linked(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that also names another party to which the list links this one: "Linked To:", an owner."""
    own = {mention.span for mention in party.mentions}
    for link in listed.links:
        for words in _as_told(link.to_name):
            span = _named(words, setting) if len(" ".join(words)) >= _TELLING else None
            if span is not None and span not in own:
                return f"the story also names “{span.of(setting.text)}”, to which the list links this entry", span
    return None


def _named(words: frozenset[str], setting: Setting) -> Span | None:
    """Give where the story has a name of these words: a telling one, in another spelling of them, too."""
    span = setting.named.get(words)
    if span is not None or len(words) < 2 or is_common_name(words):
        return span
    return next((at for told, at in setting.named.items() if len(told) == len(words) and are_alike(told, words)), None)


def _as_told(name: str) -> Iterator[frozenset[str]]:
    """Give a name's telling words as stories may have it: "Al-Qard Al-Hassan", "KINAHAN, Daniel" without Joseph."""
    words = telling_words(name)
    yield words
    if len(words - _HEADS) > 1:
        yield words - _HEADS
    family, comma, given = name.partition(",")
    if comma and (first := given.split()[:1]):
        yield telling_words(f"{first[0]} {family}")


def beside_body_of_office(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that also names the body of which the list says that this person leads or serves it."""
    if party.schema != "Person" or not listed.positions:
        return None
    own = {mention.span for mention in party.mentions}
    for position in listed.positions:
        office = telling_words(position)
        for words, span in setting.named.items():
            if _is_telling(words) and words < office and span not in own:
                return f"the story also names “{span.of(setting.text)}”; the list has “{position}”", span
    return None


def _is_telling(words: frozenset[str]) -> bool:
    """Be words that name one body: two and more, or a word of its own ("Novatek")."""
    return len(" ".join(words)) >= _TELLING and (len(words) > 1 or not any(map(is_ordinary, words)))


def other_office(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Hold an office of courts, the press, learning, a town's council or a state, of which the list tells nothing."""
    others = _LEARNED | _LOCAL | _OF_STATE if listed.positions else _LEARNED | _LOCAL
    for fact in facts_of(party, "position"):
        told = _office(fact.value)
        if told & others and told.isdisjoint(_offices_of(listed)):
            has = f"has “{listed.positions[0]}”" if listed.positions else "tells no such office"
            return f"the story calls the bearer “{fact.value}”; the list {has}", fact.span
    return None


def _offices_of(listed: ListedParty) -> frozenset[str]:
    return frozenset().union(*map(_office, (*listed.positions, *reasons_of(listed))))


def holds_office_of_state(party: Party) -> bool:
    """Be a minister, an ambassador, a senator or a mayor in the story."""
    return any(_office(fact.value) & _OF_STATE for fact in facts_of(party, "position"))


def other_trade(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be of a trade (footballer, singer, teacher) that the listing does not share."""
    listed_words = {token for position in listed.positions for token in fold(position).split()}
    for fact in facts_of(party, "position"):
        words = set(fold(fact.value).split())
        if words & TRADES and words.isdisjoint(_NO_LONGER) and not words & TRADES & listed_words:
            return f"the story calls the bearer of the name “{fact.value}”; nothing in the list fits that", fact.span
    for mention in party.mentions if party.schema == "Person" else ():
        span = trade_beside(setting.text, mention.span) if mention.kind == "full" else None
        if span is not None and listed_words.isdisjoint(fold(span.of(setting.text)).split()):
            told = span.of(setting.text)
            return f"the story calls the bearer of the name “{told}”; nothing in the list fits that", span
    return None
