"""Words of listings that the parser takes for others: "annulled his | listing", "taken off | the list"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nongrata.events.sentence.claim_words import is_word
from nongrata.mentions import Token

_OBJECTS = frozenset({"ccomp", "xcomp", "pcomp"})
_OF_NAME = frozenset({"compound", "det", "amod", "poss"})


def mend_listings(tokens: list[Token]) -> None:
    """Set right what is said of lists and sanctions, one kind of slip after the other."""
    for word in range(len(tokens) - 1):
        for mend in MENDS:
            mend(tokens, word)


def _mend_noun(tokens: list[Token], word: int) -> None:
    """Make "listing" the object, and who was taken for its subject its owner: "annulled his brother's | listing"."""
    token = tokens[word + 1]
    if tokens[word].tag != "POS" or token.tag != "VBG" or not is_word(token.text.lower(), "naming"):
        return
    dep = "dobj" if token.dep in _OBJECTS else token.dep
    tokens[word + 1] = replace(token, pos="NOUN", tag="NN", lemma=token.text.lower(), dep=dep)
    for other in range(word, -1, -1):
        if tokens[other].head == word + 1 and tokens[other].dep == "nsubj":
            tokens[other] = replace(tokens[other], dep="poss")
            tokens[word] = replace(tokens[word], dep="case", head=other)


def _mend_particle(tokens: list[Token], word: int) -> None:
    """Hang the list on "off" or "on": "was taken off | the list", "whom Britain put on | its blacklist"."""
    token, verb = tokens[word], tokens[tokens[word].head]
    if token.dep != "prt":
        return
    is_off = token.lemma == "off" and is_word(verb.lemma, "remove", "keep-off")
    is_on = token.lemma == "on" and is_word(verb.lemma, "put")
    if not (is_off or is_on):
        return
    for noun in range(word + 1, len(tokens)):
        listed = tokens[noun]
        is_object = listed.head == token.head and listed.dep in ("dobj", "oprd")
        if is_object and is_word(listed.lemma, "roster", "plain-roster"):
            tokens[word] = replace(token, dep="prep", pos="ADP")
            tokens[noun] = replace(listed, dep="pobj", head=word)


def _mend_owned(tokens: list[Token], word: int) -> None:
    """Part what is owned from who deals with it: "whose assets | the Council froze"."""
    noun = tokens[word].head
    if tokens[word].text.lower() != "whose" or tokens[noun].dep != "nsubj":
        return
    for other in range(noun + 1, len(tokens)):
        is_beside = tokens[other].dep == "appos" and tokens[other].head == noun
        if is_beside and all(tokens[each].head == other for each in range(noun + 1, other)):
            tokens[other] = replace(tokens[other], dep="nsubj", head=tokens[noun].head)
            tokens[noun] = replace(tokens[noun], dep="dobj")


def _mend_date(tokens: list[Token], word: int) -> None:
    """Part "date" from whom sanctions are on: "sanctions on the bureau | date from 2010"."""
    token, prep = tokens[word], tokens[word].head
    is_verb = token.text in ("date", "dates") and tokens[word + 1].lemma in ("from", "back")
    if not is_verb or token.tag not in ("NN", "NNS") or token.dep != "pobj" or tokens[word - 1].head != word:
        return
    for other in range(prep + 1, word):
        if tokens[other].head == word:
            tokens[other] = replace(tokens[other], head=word - 1)
    tokens[word - 1] = replace(tokens[word - 1], dep="pobj", head=prep)
    tokens[word] = replace(token, pos="VERB", tag="VBP", dep="acl", head=tokens[prep].head)


def _mend_deed(tokens: list[Token], word: int) -> None:
    """Make "sanction" the verb of its infinitive, whom it strikes its object: "has yet to | sanction | the bank"."""
    deed, noun = word + 1, word + 2
    is_noun = tokens[word].lemma == "to" and tokens[deed].lemma == "sanction" and tokens[deed].tag == "NN"
    if not is_noun or noun >= len(tokens) or tokens[noun].pos not in ("PROPN", "DET", "PRON"):
        return
    noun = _end_of_name(tokens, noun)
    heads = (tokens[word].head, tokens[noun].head, tokens[deed].head)
    above = next((head for head in heads if head != deed), word - 1)
    tokens[deed] = replace(tokens[deed], pos="VERB", tag="VB", dep="xcomp", head=above)
    tokens[word] = replace(tokens[word], pos="PART", tag="TO", dep="aux", head=deed)
    tokens[noun] = replace(tokens[noun], dep="dobj", head=deed)


def _mend_hyphened(tokens: list[Token], word: int) -> None:
    """Hang an adjective on the name behind it: "U.S.-sanctioned | Volga Bank", "US- and UK-sanctioned | tycoon"."""
    token, behind = tokens[word], tokens[word + 1]
    is_beside = token.dep == "dep" and token.pos == "ADJ" and "-" in token.text
    is_lost = token.dep == "conj" and token.tag == "VBN" and word > 0 and tokens[word - 1].text == "-"
    if not (is_beside or is_lost) or behind.pos not in ("NOUN", "PROPN"):
        return
    if is_word(token.text.lower().rpartition("-")[2], "hyphened"):
        tokens[word] = replace(token, dep="amod", head=_end_of_name(tokens, word + 1))


def _mend_blocking(tokens: list[Token], word: int) -> None:
    """Make an adjective of the "blocking" before sanctions: "came under | blocking sanctions"."""
    token, noun = tokens[word], word + 1
    if token.text.lower() != "blocking" or tokens[noun].lemma != "sanction" or token.dep != "pcomp":
        return
    for other in range(noun + 1, len(tokens)):
        if tokens[other].head == word:
            tokens[other] = replace(tokens[other], head=noun)
    tokens[noun] = replace(tokens[noun], dep="pobj", head=token.head)
    tokens[word] = replace(token, pos="ADJ", dep="amod", head=noun)


def _mend_aside(tokens: list[Token], word: int) -> None:
    """Hang a participle on its noun as one: "the Pablo Star, | sailing under U.S. sanctions"."""
    token = tokens[word]
    if token.tag == "VBG" and token.dep == "appos" and tokens[word + 1].lemma == "under":
        tokens[word] = replace(token, dep="acl")


def _end_of_name(tokens: list[Token], word: int) -> int:
    while tokens[word].dep in _OF_NAME and tokens[word].head > word:
        word = tokens[word].head
    return word


MENDS: tuple[Callable[[list[Token], int], None], ...] = (
    _mend_noun, _mend_particle, _mend_owned, _mend_date, _mend_deed, _mend_hyphened, _mend_blocking, _mend_aside,
)  # fmt: skip
