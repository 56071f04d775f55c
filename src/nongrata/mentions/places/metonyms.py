"""Whether a capital stands for its government: "Moscow denied it", but "he flew to Moscow"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from nongrata.mentions.places.scene import first_of_list
from nongrata.mentions.places.sites import words_for
from nongrata.mentions.record import Sentence, Token
from nongrata.values import Span

Rule = Callable[[Sentence, Token], bool]


def stands_for_government(sentence: Sentence, span: Span) -> bool:
    """Say that the capital at the span means its government, by its part in the sentence.

    Subjects, objects, owners and most prepositions ("with", "against", "between") speak of a government; words of
    place and motion ("in", "flew to", "6,000 km east of"), attacks and a city's own parts ("Moscow's airport") of
    the city. Where the parse tells nothing, it is the city.
    """
    token = _head_of_name(sentence, span)
    if token is None:
        return False
    if _has_allies(sentence, span):
        return True
    if _is_part(sentence, token):
        return False
    token = first_of_list(sentence, token)
    rule = RULES.get(token.dep)
    return rule is not None and rule(sentence, token)


def _has_allies(sentence: Sentence, span: Span) -> bool:
    """Be followed by "and its allies", whatever the parser made of it."""
    after = [token.lemma for token in sentence.tokens if token.span.start >= span.end][:3]
    return after[:2] == ["and", "its"]


def _head_of_name(sentence: Sentence, span: Span) -> Token | None:
    """Give the word of the name that hangs on a word outside it."""
    inside = [token for token in sentence.tokens if token.span.overlaps(span)]
    for token in inside:
        if not sentence.tokens[token.head].span.overlaps(span):
            return token
    return inside[0] if inside else None


def _is_part(sentence: Sentence, token: Token) -> bool:
    """Be a part of the city: "central Baghdad"."""
    at = sentence.tokens.index(token)
    return any(other.head == at and other.lemma in words_for("heads") for other in sentence.tokens)


def _by_subject(sentence: Sentence, token: Token, *, passive: bool) -> bool:
    verb = sentence.tokens[token.head]
    if verb.pos not in ("VERB", "AUX"):
        return False
    if passive:
        return verb.lemma not in words_for("struck")
    if verb.lemma == "be":
        return not _has_attribute(sentence, token.head, words_for("parts"))
    return verb.lemma not in words_for("cities_do")


def _has_attribute(sentence: Sentence, head: int, lemmas: frozenset[str]) -> bool:
    """Be said to be a city, or to be somewhere."""
    return any(
        (other.dep == "attr" and other.lemma in lemmas) or (other.dep == "prep" and other.lemma in words_for("where"))
        for other in sentence.tokens
        if other.head == head
    )


def _by_object(sentence: Sentence, token: Token) -> bool:
    verb = sentence.tokens[token.head]
    return verb.pos in ("VERB", "AUX") and verb.lemma not in words_for("struck")


def _by_owner(sentence: Sentence, token: Token) -> bool:
    owned = sentence.tokens[token.head]
    if owned.lemma in words_for("parts"):
        return False
    return owned.pos != "PROPN" or owned.lemma in words_for("bodies")  # "London's Hyde Park" is in the city


def _by_modifier(sentence: Sentence, token: Token) -> bool:
    return sentence.tokens[token.head].lemma in words_for("governs")


def _by_preposition(sentence: Sentence, token: Token) -> bool:
    preposition = sentence.tokens[token.head]
    over = sentence.tokens[preposition.head]
    word = preposition.lemma
    if preposition.dep not in ("prep", "agent", "dative", "prt") or word in words_for("where"):
        return False
    if word in words_for("whither"):
        return over.lemma not in words_for("motion") and not _carries(sentence, over)
    if word == "from":
        return over.lemma in words_for("given")
    rest = {"of": words_for("parts"), "between": words_for("routes"), "on": words_for("struck_on")}
    return over.lemma not in rest.get(word, frozenset())


def _carries(sentence: Sentence, over: Token) -> bool:
    """Hang, as a noun, on a word of motion: "made a visit to", "is on his way to", "fled by plane to"."""
    return over.pos != "VERB" and sentence.tokens[over.head].lemma in words_for("motion")


RULES: Mapping[str, Rule] = {
    "nsubj": partial(_by_subject, passive=False),
    "csubj": partial(_by_subject, passive=False),
    "nsubjpass": partial(_by_subject, passive=True),
    "dobj": _by_object,
    "dative": _by_object,
    "poss": _by_owner,
    "compound": _by_modifier,
    "nmod": _by_modifier,
    "amod": _by_modifier,
    "pobj": _by_preposition,
}
