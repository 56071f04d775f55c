"""Other names that a story gives a party, held against those of the lists, and namesakes that it tells apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import resources

from rapidfuzz import fuzz

from nongrata.mentions.names.bodies import well_known
from nongrata.parties import Party
from nongrata.parties.anew import is_body_anew
from nongrata.parties.introduced import is_introduced, is_of_this_name, is_small_craft, is_told_another
from nongrata.screening.context.kinds import same_kind_of_body
from nongrata.screening.context.setting import Setting, Stated, facts_of
from nongrata.screening.join import ListedParty
from nongrata.screening.words import KNOWN_BODIES, KNOWN_PEOPLE, LEGAL_FORMS, american
from nongrata.values import Span, fold
from nongrata.values.countries import country_name

COMMON_NAMES: frozenset[str] = frozenset(
    json.loads(resources.files("nongrata.screening").joinpath("common_names.json").read_text("utf-8"))
)
_MOST_LETTERS = 6  # of an acronym
_ANOTHER = re.compile(
    r"\b(?:(no relation (?:of|to)|(?:not related|unrelated) to|is (?:not related|no relation|unrelated)(?=[,;.])"
    r"|shares? (?:a|his|her|the|that) (?:full )?name with|namesake of"
    r"|of the same name as|has the same name as)"
    r"|not to be confused with|(?:mix(?:es|ed)?|confus(?:es?|ed)) (?:him|her|it|them|the two) (?:up|with))\b"
)
_LIKE = 78  # a ratio: Naser and Nasser 91, Aksyonov and Aksenov 80
_NO_FIRMS = ("PublicBody", "Organization")
_NOT_TELLING = LEGAL_FORMS | {"the", "of", "and", "for"}


def another_well_known(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a body that the news names every day by this very name, which the list does not have."""
    names = [mention for mention in party.mentions if mention.kind in ("full", "acronym") and well_known(mention.text)]
    if not names:
        return None
    theirs = [telling_words(name.text) for name in listed.names]
    if listed.schema == "Company" and any(well_known(mention.text) in _NO_FIRMS for mention in names):
        whole = (telling_words(name.text) for name in listed.names if LEGAL_FORMS.isdisjoint(fold(name.text).split()))
        theirs = list(whole)  # Europol is no Europol Holding Ltd.
    if any(telling_words(mention.text) <= words for mention in party.mentions for words in theirs):
        return None
    return f"“{names[0].text}” is a body well known by this name, which the list does not have", names[0].span


def known_by_name(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be named in full as one person is whom news all over the world names without saying who it is."""
    for mention in party.mentions if party.schema == listed.schema == "Person" else ():
        country = KNOWN_PEOPLE.get(fold(mention.text)) if mention.kind == "full" else None
        if country is not None and country in listed.tied_to:
            return f"“{mention.text}” is a name by which news knows the one of {country_name(country)}", mention.span
    return None


def another_of_country(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be a body that news knows as one country's by this name, where the listed one is of others.

    The People's Liberation Army is China's, and no Shining Path, in a story that names no Peru.
    """
    for mention in party.mentions if party.schema != "Person" else ():
        country = KNOWN_BODIES.get(fold(mention.text))
        if country is not None and {country, *setting.countries}.isdisjoint(listed.tied_to | listed.named_for):
            says = f"“{mention.text}” is a name of {country_name(country)}’s own, to which no list ties the entry"
            return says, mention.span
    return None


def said_to_be_another(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Stand in a sentence that tells the bearer from another one of that name: "no relation of the minister"."""
    for mention in party.mentions:
        if mention.kind == "full":
            sentence = next((each for each in setting.sentences if each.covers(mention.span)), mention.span)
            match = _ANOTHER.search(setting.text, sentence.start, sentence.end)
            if match and not (match[1] and _is_of_another(mention.span, Span(*match.span()), sentence, setting)):
                return f"the story tells two of this name apart (“{match[0]}”)", Span(*match.span())
    return None


def _is_of_another(name: Span, told: Span, sentence: Span, setting: Setting) -> bool:
    """Be no subject of "shares a name with": somebody else is named nearer before it."""
    before = [span for span in setting.named.values() if sentence.covers(span) and span.end <= told.start]
    return bool(before) and max(before) > name if name.end <= told.start else bool(before)


def introduced_after_another(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be introduced as somebody ("a Berlin engineer named …") after another of that name or a like one was.

    "The … who plays ice hockey" is one of several of that name, whether the other was named or not.
    A ship is, where it is told to be a small boat: "the Ursa Major, a wooden ketch".
    """
    first = min((m.span for m in party.mentions if m.kind == "full"), default=None)
    if first is None:
        return None
    if party.schema not in ("Person", "Vessel"):
        return _named_after_another(party, first, listed, setting)
    tells = is_introduced if party.schema == "Person" else is_small_craft
    if party.schema == "Person" and is_of_this_name(setting.text, first):
        return "the story speaks of the one of this name who does something of every day", first
    name, is_another = telling_words(first.of(setting.text)), is_told_another(setting.text, first)
    for words, span in setting.named.items() if tells(setting.text, first) else ():
        is_before = span.start < first.start and all(mention.span != span for mention in party.mentions)
        if is_before and (are_alike(name, words) or (is_another and name <= words)):
            return f"the story names “{span.of(setting.text)}” before, and introduces this one as somebody", first
    return None


def _named_after_another(party: Party, first: Span, listed: ListedParty, setting: Setting) -> Stated:
    """Be a body that the story tells from another of the very name by its trade, which is none that the list tells."""
    other = setting.named.get(telling_words(first.of(setting.text)))
    is_after = other is not None and other < first and all(mention.span != other for mention in party.mentions)
    if other is None or not is_after or not is_body_anew(setting.text, first, [other]):
        return None
    if same_kind_of_body(party, listed, setting) is not None:
        return None
    return f"the story names “{other.of(setting.text)}” before, and tells this one to be something else", first


def are_alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Have each word of the shorter in the longer, in whatever spelling; a lone word is anybody's."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) > 1 and all(any(_is_like(word, other) for other in longer) for word in shorter)


def _is_like(word: str, other: str) -> bool:
    is_close = fuzz.ratio(word, other) >= _LIKE or (len(word) == 1 and other.startswith(word))
    return is_close or (len(word) > 1 and _consonants(word) == _consonants(other))


def _consonants(word: str) -> str:
    """Give what transliterations keep: "sd" of Said and of Saeed."""
    return re.sub(r"[aeiouy]", "", word.replace("x", "ks").replace("ff", "v")) or word


def same_alias(party: Party, listed: ListedParty, setting: Setting) -> Stated:
    """Be known in the story by another name that the list has too."""
    names = {fold(name.text) for name in listed.names} - {fold(party.name)}
    for fact in facts_of(party, "alias"):
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
    is_one_country = any(fact.value in listed.countries for fact in facts_of(party, "country"))
    is_told = len(told) > 1 and any(len(words) > 1 for words in theirs)
    if not is_told or is_one_country or not told.isdisjoint(set().union(*theirs)):
        return None
    return (
        f"the story spells “{shared.text}” out as “{full.text}”; no name on the list has any of these words",
        full.span,
    )


def is_common_name(tokens: Iterable[str]) -> bool:
    """Be made of common given and family names only."""
    return all(token in COMMON_NAMES or len(token) <= 2 for token in tokens)


def telling_words(name: str) -> frozenset[str]:
    """Give the words of a name that are no legal form, "the" or "of".

    >>> sorted(telling_words("JSC Sovcomflot of Russia"))
    ['russia', 'sovcomflot']
    >>> telling_words("Organised Crime Group") == telling_words("Organized Crime Group")
    True
    """
    return frozenset(token for token in american(fold(name)).split() if token not in _NOT_TELLING)
