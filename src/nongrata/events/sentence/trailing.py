"""What a sentence ends with: "…, ship-tracking data from two firms showed" says who says all that stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import kids_of
from nongrata.mentions import Token

_VERBS = {
    "said": "say", "says": "say", "say": "say", "showed": "show", "shows": "show", "show": "show",
    "indicated": "indicate", "indicate": "indicate", "suggested": "suggest", "suggest": "suggest",
    "reported": "report", "confirmed": "confirm", "revealed": "reveal", "reveal": "reveal",
}  # fmt: skip
# What shows something, where the parser took "show" for a noun
PROOFS = frozenset({
    "data", "datum", "record", "document", "image", "filing", "figure", "statistic", "email", "photo", "photograph",
    "report", "register", "register-entry", "video", "log", "transcript", "picture", "footage", "signal", "invoice",
})  # fmt: skip
_NOUNS = ("NOUN", "PROPN", "PRON")
_OWN = ("nsubj", "nsubjpass", "csubj", "expl")


def mend_trailing(tokens: list[Token]) -> None:
    """Give the verb that ends a sentence its subject, where the parser hung that on a word before the comma."""
    _retag_root(tokens)
    _mend_speaker(tokens)
    verb = _last_verb(tokens)
    if verb is None:
        return
    if tokens[verb - 1].head == verb and tokens[verb - 1].lemma in PROOFS:
        _part(tokens, verb)
        return
    for comma, head in reversed(_places(tokens, verb)):
        if _may_say(tokens, verb, head):
            _split(tokens, comma, head, verb)
            return


def _places(tokens: list[Token], verb: int) -> list[tuple[int, int]]:
    """Give the comma before which to cut, with the head of what follows, the likeliest last.

    In "data from one firm, another and a third showed" the subject stands before the last comma; in
    "…, traders and officials said" it does not.
    """
    found: list[tuple[int, int]] = []
    for comma in _commas(tokens, verb):
        heads = [w for w in range(comma + 1, verb) if tokens[w].pos in _NOUNS and tokens[w].head < comma]
        if len(heads) != 1:
            break
        found.append((comma, heads[0]))
        if tokens[heads[0]].dep != "conj" or all(tokens[w].dep != "cc" for w in kids_of(tokens, heads[0])):
            break
    return found


def _retag_root(tokens: list[Token]) -> None:
    """Make the root a verb where it has a subject and is one by its form: "port data shows" is no noun."""
    for word, token in enumerate(tokens):
        has_subject = token.head == word and any(tokens[kid].dep in _OWN for kid in kids_of(tokens, word))
        if has_subject and token.pos == "NOUN" and token.text.lower() in _VERBS:
            tokens[word] = replace(token, pos="VERB", tag="VBP", lemma=_VERBS[token.text.lower()])


def _mend_speaker(tokens: list[Token]) -> None:
    """Let the person speak, not the thing before: "…, a version of the Shahed-136, a spokeswoman told reporters"."""
    known = load_verbs()
    for word, token in enumerate(tokens):
        thing, says = tokens[token.head], tokens[token.head].head
        is_aside = token.dep == "appos" and thing.dep == "nsubj" and token.head < word < says
        if not is_aside or not known.tells(tokens[says].lemma):
            continue
        people = known.actors["people"] | known.actors["office"]
        if token.lemma not in people or thing.lemma in people:
            continue
        start = min(each for each in range(token.head + 1) if each == token.head or tokens[each].head == token.head)
        before = [each for each in range(start) if tokens[each].pos in _NOUNS]
        if thing.pos == "NOUN" and before and tokens[start - 1].text == ",":
            tokens[token.head] = replace(thing, dep="appos", head=before[-1])
            tokens[word] = replace(token, dep="nsubj", head=says)


def _last_verb(tokens: list[Token]) -> int | None:
    """Give the verb of saying without a subject or an object that only punctuation, or when it was said, follows."""
    root = next((word for word, token in enumerate(tokens) if token.head == word), 0)
    last = max((word for word, token in enumerate(tokens) if token.pos not in ("PUNCT", "SPACE")), default=0)
    for verb in dict.fromkeys((root, last)):
        kids = kids_of(tokens, verb)
        is_said = tokens[verb].text.lower() in _VERBS and not any(tokens[kid].dep in _OWN for kid in kids)
        after = [kid for kid in kids if kid > verb]
        if is_said and all(tokens[kid].dep in ("punct", "prep", "npadvmod", "advmod") for kid in after):
            return verb
    return None


def _commas(tokens: list[Token], verb: int) -> Iterator[int]:
    return (word for word in range(verb - 1, 0, -1) if tokens[word].text == ",")


def _may_say(tokens: list[Token], verb: int, head: int) -> bool:
    """Be the root, which can only want a subject; else a word taken for a noun, after something that shows."""
    if tokens[verb].head == verb:
        return True
    return tokens[verb - 1].pos in _NOUNS and tokens[verb].dep == "pobj" and tokens[head].lemma in PROOFS


def _split(tokens: list[Token], comma: int, head: int, verb: int) -> None:
    """Hang each side on its own: what stands before the comma on its last noun, the rest on the verb."""
    old = tokens[head]
    left = [word for word in kids_of(tokens, head) if word < comma]
    last = next((word for word in range(comma - 1, -1, -1) if tokens[word].pos in _NOUNS), None)
    if last is not None and last in left:
        for word in left:
            tokens[word] = replace(tokens[word], head=last)
        tokens[last] = replace(tokens[last], head=old.head, dep=old.dep)
    tokens[comma] = replace(tokens[comma], head=verb)
    if tokens[verb].head != verb:
        _enthrone(tokens, verb)
    tokens[head] = replace(old, head=verb, dep="nsubj")


def _part(tokens: list[Token], verb: int) -> None:
    """Free a verb taken for the noun that both sides belong to: "sanctioned the owner, port data shows"."""
    comma = next(_commas(tokens, verb), 0)
    left = [word for word in kids_of(tokens, verb) if word < comma]
    nouns = [word for word in range(comma) if tokens[word].pos in _NOUNS]
    place = tokens[verb]
    if place.head != verb:
        is_listed = any(token.dep == "cc" for token in tokens[comma:verb])  # "a theatre and the data shows"
        if not comma or (not left and is_listed) or (left and nouns[-1:] != left[-1:]):
            return
        for word in left:
            tokens[word] = replace(tokens[word], head=left[-1])
        for word in left[-1:]:
            tokens[word] = replace(tokens[word], head=place.head, dep=place.dep)
        tokens[comma] = replace(tokens[comma], head=verb)
        _enthrone(tokens, verb)
    tokens[verb - 1] = replace(tokens[verb - 1], head=verb, dep="nsubj")


def _enthrone(tokens: list[Token], verb: int) -> None:
    """Make the verb the root, give its place to the noun before it, and put what was the root below it."""
    noun, token = verb - 1, tokens[verb]
    tokens[noun] = replace(tokens[noun], head=token.head, dep=token.dep)
    for kid in kids_of(tokens, verb):
        tokens[kid] = replace(tokens[kid], head=noun)
    root = next(word for word, other in enumerate(tokens) if other.head == word)
    tokens[root] = replace(tokens[root], head=verb, dep="ccomp")
    lemma = _VERBS[token.text.lower()]
    tokens[verb] = replace(token, head=verb, dep="ROOT", pos="VERB", tag="VBP", lemma=lemma)
