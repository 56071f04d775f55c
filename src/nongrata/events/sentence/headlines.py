"""A headline's verb, which the parser takes for a noun: "Turkey arms Somalia", "Alfa ships turbine parts to Russia"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token

_NOUNLIKE = frozenset({"NNS", "NNPS", "VBZ"})
_ENDS = frozenset({".", "!", "?", ":", ";", "”", '"'})


def mend_headline(tokens: list[Token]) -> None:
    """Make the word after the first name a verb, where it can be one and the line has none that acts."""
    if not tokens or tokens[-1].text in _ENDS:
        return
    root = next((word for word, token in enumerate(tokens) if token.head == word), None)
    if root is not None and _is_suffered(tokens, root):
        _turn(tokens, root)
        return
    if root is not None and (act := _to_come(tokens, root) or _going_on(tokens, root)) is not None:
        _lead(tokens, root, *act)
        return
    force = next((word for word in range(1, len(tokens) - 2) if _is_done_by_force(tokens, word)), None)
    if root is not None and force is not None:
        _part(tokens, force, root)
        return
    verb = next((word for word in range(1, len(tokens) - 1) if _may_be_verb(tokens, word)), None)
    if root is None or verb is None or any(_acts(token) for token in tokens):
        return
    if root > verb and (thing := _thing(tokens, root)) is not None:
        _give(tokens, verb, root, thing)


def _to_come(tokens: list[Token], root: int) -> tuple[int, int] | None:
    """Give who is to act, taken for all that the line tells, and the infinitive: "EU to sanction judges"."""
    if tokens[root].pos not in ("PROPN", "NOUN"):
        return None
    for word, token in enumerate(tokens):
        is_its = token.head == root and token.tag == "VB" and token.dep in ("xcomp", "acl", "relcl")
        if is_its and tokens[word - 1].text.lower() == "to" and word - 2 == root:
            return root, word
    return None


def _going_on(tokens: list[Token], root: int) -> tuple[int, int] | None:
    """Give who acts and the participle that leaves out its "is": "UAE arming rebels, experts say"."""
    if not load_verbs().tells(tokens[root].lemma) or not tokens[0].pos.endswith(("PROPN", "ADJ")):
        return None
    for word, token in enumerate(tokens[:root]):
        noun = tokens[token.head]
        is_beside = noun.head == root and noun.dep in ("dep", "npadvmod", "nsubj") and token.head < word
        if is_beside and token.tag == "VBG" and token.dep == "acl" and "," in [each.text for each in tokens[word:root]]:
            return token.head, word
    return None


def _lead(tokens: list[Token], root: int, doer: int, verb: int) -> None:
    """Make the doer the verb's subject, and the verb the root, or what is said."""
    is_root = doer == root
    tokens[doer] = replace(tokens[doer], head=verb, dep="nsubj")
    tokens[verb] = replace(tokens[verb], head=verb if is_root else root, dep="ROOT" if is_root else "ccomp")


def _is_suffered(tokens: list[Token], root: int) -> bool:
    """Be a participle that leaves out its "was": "Two men charged in Florida", "Tanker seized off Oman"."""
    token = tokens[root]
    deps = {other.dep for word, other in enumerate(tokens) if other.head == root and word != root}
    is_bare = token.tag in ("VBD", "VBN") and not deps & {"dobj", "aux", "auxpass", "nsubjpass", "ccomp", "xcomp"}
    return is_bare and "nsubj" in deps and load_verbs().is_of(token.lemma, "suffered")


def _turn(tokens: list[Token], root: int) -> None:
    """Make the verb a passive one, and its subject whom it is done to."""
    tokens[root] = replace(tokens[root], tag="VBN")
    for word, token in enumerate(tokens):
        if token.head == root and token.dep == "nsubj":
            tokens[word] = replace(token, dep="nsubjpass")


def _is_done_by_force(tokens: list[Token], word: int) -> bool:
    """Stand, taken for a noun, between a force and whom a participle describes: "rebels | arrest man filmed"."""
    token, before, noun = tokens[word], tokens[word - 1], tokens[tokens[word].head]
    known = load_verbs()
    is_force = before.tag == "NNS" and any(before.lemma in known.actors[kind] for kind in ("government", "crowd"))
    is_first = token.dep in ("compound", "amod") and token.head > word and token.text in known.verbs
    after = tokens[token.head + 1] if token.head + 1 < len(tokens) else noun
    is_described = after.tag in ("VBD", "VBN") and (after.head == token.head or noun.head == token.head + 1)
    is_start = all(other.pos in ("PROPN", "ADJ", "NOUN") for other in tokens[:word])
    return is_force and is_first and is_described and is_start


def _part(tokens: list[Token], verb: int, root: int) -> None:
    """Make the first of two nouns the verb, with the second as its object, which the participle describes."""
    doer, thing = verb - 1, tokens[verb].head
    for word in range(doer):
        tokens[word] = replace(tokens[word], head=doer, dep="compound")
    tokens[doer] = replace(tokens[doer], head=verb, dep="nsubj")
    if root != thing:
        tokens[root] = replace(tokens[root], head=thing, dep="acl", tag="VBN")
    tokens[thing] = replace(tokens[thing], head=verb, dep="dobj")
    tokens[verb] = replace(tokens[verb], head=verb, dep="ROOT", pos="VERB", tag="VBP", lemma=tokens[verb].text)


def _may_be_verb(tokens: list[Token], word: int) -> bool:
    """Follow a name right away, and be a verb of the table in the third person by its form."""
    token, before = tokens[word], tokens[word - 1]
    is_named = before.pos == "PROPN" and all(other.pos in ("PROPN", "ADJ", "DET") for other in tokens[:word])
    return is_named and token.tag in _NOUNLIKE and _stem(token) is not None


def _stem(token: Token) -> str | None:
    text, known = token.text.lower(), load_verbs().verbs
    stems = (
        (text.removesuffix("s"), text.removesuffix("es")) if text.endswith("s") and text[:1] == token.text[:1] else ()
    )
    return next((stem for stem in stems if stem in known), None)


def _acts(token: Token) -> bool:
    """Be a verb that tells something, by the table or by its form."""
    known = load_verbs()
    is_known = token.lemma in known.verbs or token.lemma in known.embeddings
    return token.pos in ("VERB", "AUX") and token.dep == "ROOT" and (is_known or token.tag in ("VBD", "VBZ"))


def _thing(tokens: list[Token], root: int) -> int | None:
    """Give the noun acted upon: the root, or the object of a noun taken for the verb ("turbine parts")."""
    if tokens[root].pos in ("NOUN", "PROPN"):
        return root
    return next((word for word, token in enumerate(tokens) if token.head == root and token.dep == "dobj"), None)


def _give(tokens: list[Token], verb: int, root: int, thing: int) -> None:
    """Make the verb the root, the name before it its subject, the thing its object."""
    for word, token in enumerate(tokens):
        if word not in (root, thing) and token.head == root and root != thing:
            tokens[word] = replace(token, head=verb)
        elif word < verb and token.head in (root, verb):
            tokens[word] = replace(token, head=verb - 1, dep="compound")
    if root != thing:
        tokens[root] = replace(tokens[root], head=thing, dep="compound", pos="NOUN")
    tokens[thing] = replace(tokens[thing], head=verb, dep="dobj")
    tokens[verb - 1] = replace(tokens[verb - 1], head=verb, dep="nsubj")
    lemma = _stem(tokens[verb]) or tokens[verb].lemma
    tokens[verb] = replace(tokens[verb], head=verb, dep="ROOT", pos="VERB", tag="VBZ", lemma=lemma)
