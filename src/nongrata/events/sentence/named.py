"""Verbs lost behind a ship's name: "The tanker Suvorov | carried shells", "images show the Lisboa | loading crude"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.lemmas import stems
from nongrata.events.sentence.trailing import PROOFS
from nongrata.mentions import Token

_SHOWS = frozenset({"show", "see", "film", "spot", "depict", "capture", "reveal"})
_FINITE = frozenset({"VBD", "VBZ"})
_OF_NAME = ("PROPN", "NUM")
_SHIPPED = ("arms", "goods", "fighters", "troops")


def mend_named(tokens: list[Token]) -> None:
    """Give a sentence back the verb taken for a clause on its subject, and a picture what it shows somebody do."""
    for word, token in enumerate(tokens):
        if token.dep == "relcl" and (name := _name_before(tokens, word)) is not None:
            _enthrone(tokens, word, name)
            return
        if token.text.endswith("ing") and token.dep in ("compound", "amod") and (shows := _shows(tokens, word)):
            _show(tokens, word, shows)
            return
        if token.tag == "VBG" and token.dep == "acl" and _is_shown(tokens, token.head):
            _show_it(tokens, word)


def _name_before(tokens: list[Token], verb: int) -> int | None:
    """Give the name between the noun that the parser took for all there is and a verb with an object."""
    noun = tokens[verb].head
    kids = {token.dep for token in tokens if token.head == verb}
    between = tokens[noun + 1 : verb]
    is_all = tokens[noun].head == noun and tokens[noun].tag == "NN" and tokens[verb].tag in _FINITE
    if not is_all or not between or "dobj" not in kids or any(token.pos not in _OF_NAME for token in between):
        return None
    return next((noun + 1 + at for at, token in enumerate(between) if (token.head, token.dep) == (verb, "nsubj")), None)


def _enthrone(tokens: list[Token], verb: int, name: int) -> None:
    noun = tokens[verb].head
    for word, token in enumerate(tokens):
        if token.head == noun and word not in (noun, verb):
            tokens[word] = replace(token, head=name if word < verb else verb)
    tokens[noun] = replace(tokens[noun], head=name, dep="compound")
    tokens[verb] = replace(tokens[verb], head=verb, dep="ROOT")


def _shows(tokens: list[Token], word: int) -> int | None:
    """Give the verb that shows what somebody named does with goods: "images show the Lisboa | loading crude"."""
    thing = tokens[word].head
    is_shipped = any(load_verbs().is_of(tokens[thing].lemma, kind) for kind in _SHIPPED)
    is_told = tokens[thing].dep == "appos"  # "the freighter, | the Maia 1 loading crude"
    is_name = tokens[word - 1].pos == "PROPN" or (is_told and tokens[word - 1].pos == "NUM")
    if thing < word or not is_shipped or not is_name or _deed(tokens[word]) is None:
        return None
    above = tokens[thing].head if is_told else thing
    verb = tokens[above].head
    return verb if tokens[above].dep == "dobj" and tokens[verb].lemma in _SHOWS and verb < word else None


def _is_shown(tokens: list[Token], noun: int) -> bool:
    """Be what pictures show, taken for a thing that is: "images show three tankers | transferring oil"."""
    verb = tokens[noun].head
    is_object = tokens[noun].dep == "dobj" and tokens[verb].lemma in _SHOWS
    return is_object and any(
        each.head == verb and each.dep == "nsubj" and each.lemma in PROOFS for each in tokens[:verb]
    )


def _show_it(tokens: list[Token], word: int) -> None:
    noun = tokens[word].head
    name = next((at for at, token in enumerate(tokens) if token.head == word and token.dep == "nsubj"), noun)
    tokens[word] = replace(tokens[word], head=tokens[noun].head, dep="ccomp")
    for other, token in enumerate(tokens[:word]):
        if token.head == noun:
            tokens[other] = replace(token, head=name)
    tokens[noun] = replace(tokens[noun], head=name, dep="compound")  # "the freighter | Maia 1 unloading crude"
    tokens[name] = replace(tokens[name], head=word, dep="nsubj")


def _deed(token: Token) -> str | None:
    return next((stem for stem in stems(replace(token, tag="VBG")) if stem in load_verbs().verbs), None)


def _show(tokens: list[Token], word: int, shows: int) -> None:
    thing = tokens[word].head
    told = tokens[thing].head
    doer = told if tokens[thing].dep == "appos" else word - 1
    for other in range(shows + 1, word):
        if tokens[other].head in (word, thing, word - 1) and other != doer:
            tokens[other] = replace(tokens[other], head=doer)
    lemma = _deed(tokens[word]) or tokens[word].lemma
    tokens[doer] = replace(tokens[doer], head=word, dep="nsubj")
    tokens[thing] = replace(tokens[thing], head=word, dep="dobj")
    tokens[word] = replace(tokens[word], head=shows, dep="ccomp", pos="VERB", tag="VBG", lemma=lemma)
