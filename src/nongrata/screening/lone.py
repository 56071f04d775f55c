"""Listed names of which a story has one telling part alone: a family name, or the word that a firm is known by."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.mentions.gazetteer import cities_named
from nongrata.mentions.names.naming import HEADS
from nongrata.names.ordinary import is_english
from nongrata.names.telling import CITIES, HOLLOW
from nongrata.screening.context.names import is_common_name
from nongrata.screening.index import IndexedName, ListIndex
from nongrata.screening.own_words import is_anybodys, is_coined
from nongrata.screening.words import LEGAL_FORMS, Tokens
from nongrata.values import Span, fold
from nongrata.values.countries import country_named, find_country_words

FAMILY = 5  # letters of a family name that tell whose it is
MOST_BEARERS = 3  # listed parties that have such letters, or a coined word, in a name
_MOST_WORDS = 2  # of a firm that is called by the beginning or the end of its name
_MOST_SHORT = 3  # of a person's short name: "Ayman al-Tikriti"
_LEAST_WORDS = 2  # of the beginning of a body's name
_MOST_NAMES = 200  # with such a word, that are looked through


def by_family_name(told: Tokens, index: ListIndex) -> Iterator[IndexedName]:
    """Give the listed names of people with the one word that the story calls a person by: the family name.

    A rare given name that one listed person alone has will do: "Algoney".
    """
    if len(told) != 1 or len(told[0]) < FAMILY or is_common_name(told):
        return
    is_own = is_coined(told[0]) and index.bearers(told, schemata=("Person",)) == 1
    for number in index.by_token.get(told[0], ()):
        name = index.names[number]
        is_person = index.parties[name.party].schema == "Person"  # "Siman Sepahan" is no Mr Sepahan
        if is_person and (is_own or told[0] in _family(name.name.text)):
            yield name


def by_short_name(told: Tokens, index: ListIndex) -> Iterator[IndexedName]:
    """Give the listed names of people whom a story calls by the first of their given and of their family names.

    "Domingo Hernandez" is Domingo Antonio HERNANDEZ LAREZ, "Ayman al-Tikriti" AL-TIKRITI, Ayman Sabawi Ibrahim.
    """
    if not 1 < len(told) <= _MOST_SHORT:
        return
    rarest = min((index.by_token.get(word, ()) for word in told), key=len)
    for number in rarest[:_MOST_NAMES]:
        name = index.names[number]
        given, family = _parts(name.name.text)
        is_short = given[:1] == told[:1] and family[: len(told) - 1] == told[1:] and len(given) > 1
        if is_short and index.parties[name.party].schema == "Person":
            yield name


def by_own_words(told: Tokens, index: ListIndex) -> Iterator[IndexedName]:
    """Give the listed names of bodies that begin or end with the words that are a body's own: "Triliance", "Neman"."""
    if not 0 < len(told) <= _MOST_WORDS or not any(map(is_coined, told)) or any(map(is_anybodys, told)):
        return
    if index.bearers(told) > MOST_BEARERS or cities_named({" ".join(told)}):
        return
    rarest = min((index.by_token.get(word, ()) for word in told), key=len)
    for number in rarest[:_MOST_NAMES]:
        name = index.names[number]
        words = tuple(word for word in name.tokens if word not in LEGAL_FORMS)
        others = [word for word in words if word not in told]
        is_own = told in (words[: len(told)], words[-len(told) :]) and all(map(_is_of_trade, others))
        if is_own and index.parties[name.party].schema != "Person":
            yield name


def by_beginning(told: Tokens, index: ListIndex) -> Iterator[IndexedName]:
    """Give the listed names of bodies that go on with what a body does, and where, or with whose body it is.

    "Yemen Kuwait Bank | for Trade and Investment", "State Duma | of the … of the Russian Federation".
    """
    if len(told) < _LEAST_WORDS or index.bearers(told) > MOST_BEARERS:
        return
    rarest = min((index.by_token.get(word, ()) for word in told), key=len)
    for number in rarest[:_MOST_NAMES]:
        name = index.names[number]
        rest = name.tokens[len(told) :]
        if name.tokens[: len(told)] != told or not rest or index.parties[name.party].schema == "Person":
            continue
        if rest[0] == "of" and _ends_in_a_country(name.name.text):
            yield name
        elif HEADS["PublicBody"].isdisjoint(rest) and all(map(_may_be_left_out, rest)):
            yield name  # but a party's "Central Military Commission" is not the party


def _ends_in_a_country(text: str) -> bool:
    whole = text.rstrip(" ).")
    return any(word.span.end == len(whole) for word in find_country_words(whole, Span(0, len(whole))))


def _may_be_left_out(word: str) -> bool:
    return word in LEGAL_FORMS or _is_of_trade(word) or country_named(word) is not None


def _is_of_trade(word: str) -> bool:
    """Be a word for what a body does or where, and none of a name: "Ayandeh | Bank", "Tobacco Factory | Neman"."""
    return is_english(word) or word in CITIES or word in HOLLOW


def _parts(text: str) -> tuple[Tokens, Tokens]:
    """Give the given and the family names of a listed name that tells them apart, by a comma or by capitals.

    >>> _parts("MADURO MOROS, Nicolas"), _parts("Domingo Antonio HERNANDEZ LAREZ")
    ((('nicolas',), ('maduro', 'moros')), (('domingo', 'antonio'), ('hernandez', 'larez')))
    """
    family, comma, given = text.partition(",")
    if not comma:
        words = text.split()
        family, given = (" ".join(word for word in words if word.isupper() is capital) for capital in (True, False))
    return tuple(fold(given).split()), tuple(fold(family).split())


def _family(text: str) -> list[str]:
    """Give the words of a person's family name: "MADURO MOROS" of "MADURO MOROS, Nicolas"."""
    return fold(text.partition(",")[0] if "," in text else text.rpartition(" ")[2]).split()
