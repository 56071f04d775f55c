"""What the story says of a party held against what the lists say: each rule gives a sentence, or nothing.

A rule's docstring is what the manual shows; its weight stands in the table at the end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import resources

from rapidfuzz import fuzz

from nongrata.mentions.bodies import well_known
from nongrata.mentions.naming import HEADS
from nongrata.parties import Fact, FactKind, Party
from nongrata.parties.numbers import number_words
from nongrata.screening.join import ListedParty
from nongrata.screening.judged import Rulings, no_rulings
from nongrata.screening.record import Effect, Reason
from nongrata.screening.told_numbers import other_numbers, shared_number
from nongrata.screening.words import LEGAL_FORMS, OTHER_TRADES
from nongrata.values import Span, fold, parse_date
from nongrata.values.countries import country_name

COMMON_NAMES: frozenset[str] = frozenset(
    json.loads(resources.files("nongrata.screening").joinpath("common_names.json").read_text("utf-8"))
)
_SANCTION_WORDS = re.compile(
    r"\b(?:sanction(?:s|ed|ing)?|blacklist(?:ed)?|designat(?:ed|ion)|SDN|frozen|asset freeze|travel ban"
    r"|remains? on it|listed as well"
    r"|(?:on|to|off) (?:the|its|their) (?:[A-Z][\w.]{1,12}(?:[’']s)? )?(?:sanctions )?list)\b",
    re.IGNORECASE,
)
_MOST_LETTERS = 6  # of an acronym
_ANOTHER = re.compile(
    r"\b(?:no relation (?:of|to)|not related to|shares? (?:a|his|her|the|that) (?:full )?name with|namesake of"
    r"|not to be confused with|of the same name as|has the same name as)\b"
)
_DENIED = re.compile(r"\b(?:not|never|no longer|n[’']t)\b[^.;]{0,40}\b(?:sanction|blacklist|list\b|lists\b|designated)")
MOST_DAYS = 3  # birth dates that a reason names; joined lists may give a dozen
_HEAD = re.compile(
    r"\b(?:president|prime minister|premier|supreme leader|head of (?:state|government)|chancellor)\b", re.IGNORECASE
)
_REGIME = re.compile(r"(?:[’']s)? (?:regime|[Aa]dministration|government|presidency)\b")
_EVERYWHERE = frozenset(("us", "gb", "eu"))  # the governments that every sanctions story names
_TELLING = 6  # letters of a linked party's name that are no accident: "IRGC" alone stands in too many stories
_HEADS = frozenset().union(*HEADS.values())  # words for kinds of bodies
_SMALL = frozenset(("the", "of", "and", "for"))
_POSITION_NOISE = frozenset(
    ("the", "a", "an", "of", "and", "for", "to", "in", "at", "deputy", "former", "acting", "member")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a story offers around a party: its text, its day, and the other names in it."""

    text: str
    on: date | None  # the story's day
    countries: frozenset[str]  # every country that the story names in any way
    sentences: tuple[Span, ...]
    named: Mapping[frozenset[str], Span] = field(
        default_factory=dict
    )  # every full name's telling words: its first place
    rulings: Rulings = no_rulings  # what people judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A reason with its weight: positive for, negative against; `decides` ends the matter."""

    reason: Reason
    weight: float
    decides: bool = False


def weigh_context(party: Party, listed: ListedParty, setting: Setting) -> list[Evidence]:
    """Give every agreement and contradiction that can be stated, in the order of the table."""
    found = []
    for rule, effect, weight, decides in RULES:
        stated = rule(party, listed, setting)
        if stated is not None:
            says, span = stated
            reason = Reason(rule=rule.__name__, effect=effect, says=says, span=span)
            found.append(Evidence(reason=reason, weight=weight, decides=decides))
    return found


Stated = tuple[str, Span | None] | None


def _facts(party: Party, *kinds: FactKind) -> list[Fact]:
    return [fact for fact in party.facts if fact.kind in kinds]


def _days(listed: ListedParty) -> str:
    by_day: dict[str, list[str]] = {}
    for day, who in listed.birth_dates:
        by_day.setdefault(day.in_words, []).append(who)
    texts = [f"{day} ({_some(list(dict.fromkeys(tellers)))})" for day, tellers in by_day.items()]
    return " or ".join(texts[:MOST_DAYS]) + (f" or {len(texts) - MOST_DAYS} other" if len(texts) > MOST_DAYS else "")


def _some(names: Sequence[str]) -> str:
    more = len(names) - 2
    return ", ".join(names[:2]) + (f" and {more} more" if more > 0 else "")


def same_age(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have an age or birth date in the story that agrees with a listed birth date."""
    return _age(party, listed, setting, agrees=True)


def other_age(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have an age or birth date in the story that no listed birth date allows."""
    return _age(party, listed, setting, agrees=False)


def _age(party: Party, listed: ListedParty, setting: Setting, *, agrees: bool) -> Stated:
    if not listed.birth_dates:
        return None
    for fact in _facts(party, "age", "birth_date"):
        fits = _fits(fact, listed, setting.on)
        if fits is None or fits != agrees:
            continue
        day = f" on {setting.on:%-d %B %Y}" if setting.on and fact.kind == "age" else ""
        what = "age" if fact.kind == "age" else "birth date"
        end = "consistent" if agrees else "not the same person by that"
        return (
            f"the story gives the {what} as {fact.value}{day}; the list's birth date is {_days(listed)}: {end}",
            fact.span,
        )
    return None


def _fits(fact: Fact, listed: ListedParty, on: date | None) -> bool | None:
    """Say whether a told age or birth date agrees with a listed one; a year's slack, since papers miscount."""
    if fact.kind == "birth_date":
        told = parse_date(fact.value)
        return None if told is None else any(told.meets(day) for day, _who in listed.birth_dates)
    if on is None or not fact.value.isdigit():
        return None
    age = int(fact.value)
    return any(
        on.year - day.latest.year - 2 <= age <= on.year - day.earliest.year + 1 for day, _who in listed.birth_dates
    )


def same_identifier(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have the same number of the same kind: an IMO number, a tax number, a wallet."""
    shared = shared_number(party, listed)
    if shared is None:
        return None
    number, span = shared
    return f"the story gives {number_words(number.kind, number.value)}, as the list does", span


def other_identifier(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have another number of a kind that the list gives too, and of which a party has one only."""
    other = other_numbers(party, listed)
    if other is None:
        return None
    number, span, values = other
    return f"the story gives {number_words(number.kind, number.value)}; the list has {', '.join(values)}", span


def same_country(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have a country in common: nationality, office, seat or flag."""
    for fact in _facts(party, "country"):
        if fact.value in listed.countries:
            name = country_name(fact.value)
            return f"the story ties the name to {name} (“{fact.span.of(setting.text)}”); so does the list", fact.span
    return None


def other_country(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have countries known on both sides, none of them shared."""
    told = _facts(party, "country")
    if not told or not listed.countries or any(fact.value in listed.countries for fact in told):
        return None
    theirs = ", ".join(sorted(country_name(code) for code in listed.countries))
    return f"the story ties the name to {country_name(told[0].value)}; the list has {theirs}", told[0].span


def story_of_country(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that names a country of the listing: weak, but something."""
    if same_country(party, listed, setting):
        return None
    shared = sorted((listed.countries & setting.countries) - _EVERYWHERE)
    return (f"the story is also about {country_name(shared[0])}, a country of the listing", None) if shared else None


def same_place(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be placed by the story in a town that the list gives, in an address or in a name."""
    if party.schema == "Person":
        return None
    names = " | ".join(fold(name.text) for name in listed.names)
    towns = " | ".join(fold(place) for place in listed.places)
    for fact in _facts(party, "place"):
        town = fold(fact.value)
        if len(town) >= 4 and (town in towns or town in names):
            where = "an address" if town in towns else "a listed name"
            return f"the story places it in {fact.value}; the list has that town in {where}", fact.span
    return None


def same_position(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Hold an office whose words the list's office shares."""
    for fact in _facts(party, "position"):
        told = _office(fact.value)
        for position in listed.positions:
            shared = told & _office(position)
            if len(shared) >= 2 or (shared and len(told) == 1) or _same_office(fact.value, position):
                return f"the story calls him or her “{fact.value}”; the list has “{position}”", fact.span
    return None


def _office(words: str) -> frozenset[str]:
    return frozenset(token[:6] for token in fold(words).split() if token not in _POSITION_NOISE and len(token) > 2)


def _same_office(told: str, position: str) -> bool:
    return bool(_office(told)) and fuzz.token_set_ratio(fold(told), fold(position)) >= 90


def head_of_regime(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Give a government its name ("the Maduro regime"), and be the head of one on the list."""
    if party.schema != "Person":
        return None
    office = next((position for position in listed.positions if _HEAD.search(position)), None)
    for mention in party.mentions if office else ():
        if match := _REGIME.match(setting.text, mention.span.end, mention.span.end + 40):
            span = Span(mention.span.start, match.end())
            return f"the story speaks of the “{span.of(setting.text)}”; the list has “{office}”", span
    return None


def another_well_known(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a body that the news names every day by this very name, which the list does not have."""
    names = [mention for mention in party.mentions if mention.kind in ("full", "acronym") and well_known(mention.text)]
    theirs = [telling_words(name.text) for name in listed.names]
    if not names or any(telling_words(mention.text) <= words for mention in party.mentions for words in theirs):
        return None
    return f"“{names[0].text}” is a body well known by this name, which the list does not have", names[0].span


def said_to_be_another(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a sentence that tells the bearer from another one of that name: "no relation of the minister"."""
    for mention in party.mentions:
        if mention.kind == "full":
            sentence = next((each for each in setting.sentences if each.covers(mention.span)), mention.span)
            if match := _ANOTHER.search(setting.text, sentence.start, sentence.end):
                return f"the story tells two of this name apart (“{match[0]}”)", Span(*match.span())
    return None


def same_employer(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Work for a body that the list names in an office of this person, or links the person to."""
    for fact in _facts(party, "employer"):
        told = telling_words(fact.value)
        for theirs in (*listed.positions, *(link.to_name for link in listed.links)):
            if told and told <= telling_words(theirs):
                return f"the story places the bearer at “{fact.value}”; the list has “{theirs}”", fact.span
    return None


def beside_linked(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that also names another party to which the list links this one: "Linked To:", an owner."""
    own = {mention.span for mention in party.mentions}
    for link in listed.links:
        words = telling_words(link.to_name)
        own_words = words - _HEADS if len(words - _HEADS) > 1 else words  # "Al-Qard Al-Hassan | Association"
        span = setting.named.get(words) or setting.named.get(own_words) if len(" ".join(words)) >= _TELLING else None
        if span is not None and span not in own:
            return f"the story also names “{span.of(setting.text)}”, to which the list links this entry", span
    return None


def beside_body_of_office(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a story that also names the body of which the list says that this person leads or serves it."""
    if party.schema != "Person" or not listed.positions:
        return None
    own = {mention.span for mention in party.mentions}
    for position in listed.positions:
        office = telling_words(position)
        for words, span in setting.named.items():
            if len(words) > 1 and len(" ".join(words)) >= _TELLING and words < office and span not in own:
                return f"the story also names “{span.of(setting.text)}”; the list has “{position}”", span
    return None


def other_trade(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be of a trade (footballer, singer, teacher) that the listing does not share."""
    listed_words = {token for position in listed.positions for token in fold(position).split()}
    for fact in _facts(party, "position"):
        trades = set(fold(fact.value).split()) & OTHER_TRADES
        if trades and not trades & listed_words:
            return f"the story calls the bearer of the name “{fact.value}”; nothing in the list fits that", fact.span
    return None


def other_gender(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a man in the story and a woman on the list, or the other way."""
    told = _facts(party, "gender")
    if len(listed.genders) == 1 and told and all(fact.value not in listed.genders for fact in told):
        words = told[0].span.of(setting.text).strip(" ,")
        return f"the story speaks of a {told[0].value} person (“{words}”); the list has {min(listed.genders)}", told[
            0
        ].span
    return None


def _sanctions_in(text: str, sentence: Span) -> Span | None:
    """Find words of sanctions in a sentence that does not deny them."""
    match = _SANCTION_WORDS.search(text, sentence.start, sentence.end)
    if match is None or _DENIED.search(text, sentence.start, sentence.end):
        return None
    return Span(*match.span())


def same_alias(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be known in the story by another name that the list has too."""
    names = {fold(name.text) for name in listed.names} - {fold(party.name)}
    for fact in _facts(party, "alias"):
        if fold(fact.value) in names:
            return f"the story also calls the bearer “{fact.value}”, and so does the list", fact.span
    return None


def spelt_out_otherwise(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Have letters that the list has too, and spell them out in words of which no listed name has any."""
    full = max((m for m in party.mentions if m.kind == "full"), key=lambda m: len(m.span), default=None)
    letters = [m for m in party.mentions if m.text.isupper() and " " not in m.text and len(m.text) <= _MOST_LETTERS]
    names = {fold(name.text) for name in listed.names}
    shared = next((m for m in letters if fold(m.text) in names), None)
    if full is None or shared is None or party.schema == "Person":
        return None
    told, theirs = telling_words(full.text), [telling_words(name.text) for name in listed.names]
    is_one_country = any(fact.value in listed.countries for fact in _facts(party, "country"))
    is_told = len(told) > 1 and any(len(words) > 1 for words in theirs)
    if not is_told or is_one_country or not told.isdisjoint(set().union(*theirs)):
        return None
    return (
        f"the story spells “{shared.text}” out as “{full.text}”; no name on the list has any of these words",
        full.span,
    )


def same_gender(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a man, or a woman, in both."""
    for fact in _facts(party, "gender"):
        if listed.genders == {fact.value}:
            return f"the story and the list both speak of a {'man' if fact.value == 'male' else 'woman'}", fact.span
    return None


def said_to_be_sanctioned(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a sentence that speaks of sanctions or a list."""
    return _sanctions_said(party, setting, back=0)


def sanctions_said_before(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a sentence right after one that speaks of sanctions or a list, and in none that does."""
    return None if _sanctions_said(party, setting, back=0) else _sanctions_said(party, setting, back=1)


def _sanctions_said(party: Party, setting: Setting, *, back: int) -> Stated:
    """Find words of sanctions so many sentences before one that names the party."""
    for mention in party.mentions:
        at = next((i for i, sentence in enumerate(setting.sentences) if sentence.covers(mention.span)), -1)
        if mention.kind == "pronoun" or at < back:
            continue
        if span := _sanctions_in(setting.text, setting.sentences[at - back]):
            return f"the story speaks of sanctions beside the name (“{span.of(setting.text)}”)", span
    return None


Rule = Callable[[Party, ListedParty, Setting], Stated]
RULES: tuple[tuple[Rule, Effect, float, bool], ...] = (
    (same_identifier, "for", 0.6, True),
    (other_identifier, "against", -0.6, True),
    (same_age, "for", 0.3, False),
    (other_age, "against", -0.6, True),
    (other_gender, "against", -0.6, True),
    (same_alias, "for", 0.4, False),
    (spelt_out_otherwise, "against", -0.6, True),
    (same_position, "for", 0.2, False),
    (head_of_regime, "for", 0.4, False),
    (another_well_known, "against", -0.3, False),
    (said_to_be_another, "against", -0.35, False),
    (same_employer, "for", 0.25, False),
    (beside_linked, "for", 0.25, False),
    (beside_body_of_office, "for", 0.15, False),
    (other_trade, "against", -0.5, False),
    (same_country, "for", 0.2, False),
    (other_country, "against", -0.3, False),
    (same_place, "for", 0.25, False),
    (said_to_be_sanctioned, "for", 0.2, False),
    (sanctions_said_before, "for", 0.15, False),
    (story_of_country, "for", 0.1, False),
    (same_gender, "for", 0.05, False),
)


def is_common_name(tokens: Iterable[str]) -> bool:
    """Be made of common given and family names only."""
    return all(token in COMMON_NAMES or len(token) <= 2 for token in tokens)


def telling_words(name: str) -> frozenset[str]:
    """Give the words of a name that are no legal form, "the" or "of".

    >>> sorted(telling_words("JSC Sovcomflot of Russia"))
    ['russia', 'sovcomflot']
    """
    return frozenset(token for token in fold(name).split() if token not in LEGAL_FORMS and token not in _SMALL)


def place_names(facts: Sequence[Fact]) -> tuple[str, ...]:
    """Give the towns and countries that the story ties to a party, each once."""
    names = [fact.value for fact in facts if fact.kind == "place"]
    names += [country_name(fact.value) for fact in facts if fact.kind == "country"]
    return tuple(dict.fromkeys(names))
