"""Claims about sanctions that speak of nobody by name: of many, of a state, of somebody's people."""

from __future__ import annotations

import re

from nongrata.events.bodies import kind_beside
from nongrata.events.claim_nouns import beside_noun, subjects_of, thing_meant
from nongrata.events.frames import load_verbs
from nongrata.events.said import Said
from nongrata.events.whereabouts import inside, named_by
from nongrata.parties import Cast, Party
from nongrata.values import Span
from nongrata.values.countries import find_country_words

_IMPOSED_ON = re.compile(r"\b(?:on|against) (?:the )?$")
_ONESELF = ("name", "asset", "property", "account")  # what of somebody is listed or frozen when he is


def is_of_some(text: str, said: Said, cast: Cast) -> bool:
    """Speak of things in general and of none by name: "cargoes on sanctioned ships", "his allies were not listed"."""
    span, sentence = said.span, said.sentence
    if not said.wording.is_object:
        return _is_ones_own(list(cast.parties), said) or _is_of_a_group(text, said, list(cast.parties))
    if _is_of_state(text, span):
        return True
    thing = thing_meant(span, sentence)
    if kind_beside(said) is not None or thing is None or sentence.tokens[thing].tag != "NNS":
        return False
    return inside(list(cast.parties), span) is None and beside_noun(text, list(cast.parties), thing, sentence) is None


def _is_of_a_group(text: str, said: Said, parties: list[Party]) -> bool:
    """Tell which ones of many without a name are meant: "ties to people sanctioned by the European Union"."""
    tokens, last = said.sentence.tokens, None
    for index, token in enumerate(tokens):
        if said.span.covers(token.span) and token.dep in ("acl", "relcl") and tokens[token.head].tag == "NNS":
            last = index
    if last is None or tokens[last].head > last:
        return False
    noun = tokens[last].head
    if tokens[noun].lemma not in load_verbs().actors["people"] | {"people", "person", "company", "firm"}:
        return False  # "a maker of drones that Washington blacklisted"
    is_told_apart = text[tokens[noun].span.end : said.span.start].strip() == ""
    is_known = any(token.head == noun and token.text.lower() in ("the", "both", "two") for token in tokens)
    return is_told_apart and not is_known and beside_noun(text, parties, noun, said.sentence) is None


def _is_of_state(text: str, span: Span) -> bool:
    """Speak of a state, which no list names: "U.N. sanctions on Pyongyang"."""
    last = next((word.span for word in find_country_words(text, span) if word.span.end == span.end), None)
    return last is not None and _IMPOSED_ON.search(text, span.start, last.start) is not None


def _is_ones_own(parties: list[Party], said: Said) -> bool:
    """Be told of somebody's people: "his allies have never been listed"; "his name was removed" is told of him."""
    tokens = said.sentence.tokens
    verbs = {i for i, token in enumerate(tokens) if said.span.covers(token.span) and token.pos in ("VERB", "AUX")}
    nouns = [subject for verb in verbs for subject in subjects_of(verb, tokens) if subject.lemma not in _ONESELF]
    nouns = [noun for noun in nouns if named_by(parties, noun, tokens) is None]
    return any(
        token.dep == "poss" and tokens[token.head] in nouns and named_by(parties, token, tokens) for token in tokens
    )
