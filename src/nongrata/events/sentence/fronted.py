"""What the parser hung the wrong way round: a clause of time and the main one, a kind and its name, "shot | dead"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.tree import kids_of
from nongrata.mentions import Token

_TIMES = frozenset(
    {"after", "before", "since", "when", "as", "while", "until", "once", "because", "though", "although"}
)
_SHOOTING = frozenset({"shoot", "gun", "stab", "beat", "hack"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def mend_fronted(tokens: list[Token]) -> None:
    """Hang the clause of time on the main clause, where the parser did it the other way round."""
    for aside, token in enumerate(tokens):
        if token.dep == "advcl" and token.pos in ("VERB", "AUX") and (main := _main_behind(tokens, aside)) is not None:
            tokens[main] = replace(tokens[main], head=token.head)
            tokens[aside] = replace(token, head=main)


def _main_behind(tokens: list[Token], aside: int) -> int | None:
    """Give the clause behind the comma that the parser took for what the clause of time says."""
    kids = kids_of(tokens, aside)
    is_timed = any(tokens[kid].dep == "mark" and tokens[kid].lemma in _TIMES and kid < aside for kid in kids)
    if not is_timed:
        return None
    mains = (kid for kid in kids if tokens[kid].dep == "ccomp" and _is_main(tokens, aside, kid))
    return next((main for main in mains if main < tokens[aside].head), None)


def _is_main(tokens: list[Token], aside: int, verb: int) -> bool:
    """Stand behind a comma with a subject of its own and no "that"."""
    kids = kids_of(tokens, verb)
    own = [kid for kid in kids if tokens[kid].dep in _SUBJECTS]
    is_marked = any(tokens[kid].dep == "mark" for kid in kids)
    return verb > aside and bool(own) and not is_marked and any(t.text == "," for t in tokens[aside : own[0]])


def mend_kinds(tokens: list[Token]) -> None:
    """Hang on a name the noun before it that tells its kind: "The rights group | RNDDH accused"."""
    for word, token in enumerate(tokens[:-1]):
        name = tokens[word + 1]
        is_before = token.head == word + 1 and token.dep == "nsubj" and token.pos == "NOUN" and token.tag == "NN"
        if is_before and name.pos == "PROPN" and name.dep in (*_SUBJECTS, "dep", "pobj", "dobj"):
            tokens[word] = replace(token, dep="compound")
            if name.dep == "dep" and tokens[name.head].pos == "VERB":
                tokens[word + 1] = replace(name, dep="nsubj")


def mend_dead(tokens: list[Token]) -> None:
    """Hang on the shooting what it left somebody: "shot | dead two men"."""
    for word, token in enumerate(tokens):
        is_dead = token.text.lower() == "dead" and token.dep == "amod" and word > 0
        if is_dead and tokens[word - 1].lemma in _SHOOTING and tokens[token.head].head == word - 1:
            tokens[word] = replace(token, head=word - 1, dep="oprd")
