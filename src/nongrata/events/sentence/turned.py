"""Clauses that the parser hangs the wrong way round: who tells it at the end, and a condition at the end."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import kids_of
from nongrata.mentions import Token

_HUNG = frozenset({"relcl", "acl", "appos", "advcl", "conj", "dep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_SPEAKS = ("said", "alleged", "denied")
_AFTER = frozenset({"punct", "prep", "npadvmod", "advmod"})
_STANDS = frozenset({"be", "become", "owe", "remain", "belong"})
_INVERTED = frozenset({"should", "had", "were"})


def mend_turned(tokens: list[Token]) -> None:
    """Put the main clause above: "…, the agency reported", "threatened to …, should they …"."""
    root = next((word for word, token in enumerate(tokens) if token.head == word), None)
    if root is None:
        return
    if (teller := _teller(tokens, root)) is not None:
        _swap(tokens, root, teller, dep="ccomp")
    elif (main := _before_condition(tokens, root)) is not None:
        _swap(tokens, root, main, dep="advcl")
    _give_back_subject(tokens, root)
    for word in range(1, len(tokens)):
        if (above := _own_teller(tokens, word)) is not None:
            tokens[word] = replace(tokens[word], head=above)
        elif _is_what_is_spoken_of(tokens, word):
            tokens[word] = replace(tokens[word], head=word - 1, dep="acl")


def _teller(tokens: list[Token], root: int) -> int | None:
    """Give the verb of saying with a subject of its own that ends the sentence after a comma, hung on a noun."""
    verb = max((word for word, token in enumerate(tokens) if token.pos == "VERB"), default=root)
    kids = kids_of(tokens, verb)
    if verb <= root or tokens[verb].dep not in _HUNG or not _tells(tokens[verb]):
        return None
    subject = next((kid for kid in kids if tokens[kid].dep in _SUBJECTS and kid < verb), None)
    if subject is None or tokens[subject].tag in ("WDT", "WP"):
        return None
    if any(tokens[kid].dep not in _AFTER for kid in kids if kid > verb):
        return None
    start = min(word for word in range(subject + 1) if _is_below(tokens, word, verb))
    is_own = all(tokens[kid].dep in (*_SUBJECTS, "punct", "aux") for kid in kids if kid < verb)
    return verb if is_own and start > root and tokens[start - 1].text in (",", "”", '"') else None


def _give_back_subject(tokens: list[Token], says: int) -> None:
    """Part a clause from who tells it behind: "The ships, all of them listed, loaded fuel, said the traders"."""
    subjects = [kid for kid in kids_of(tokens, says) if tokens[kid].dep in _SUBJECTS]
    if len(subjects) != 2 or not subjects[0] < says < subjects[1] or not _tells(tokens[says], _SPEAKS):
        return
    verbs = [
        kid for kid in kids_of(tokens, subjects[0]) if tokens[kid].tag in ("VBD", "VBN") and tokens[kid].dep == "acl"
    ]
    for verb in verbs[-1:]:
        tokens[verb] = replace(tokens[verb], head=says, dep="ccomp", tag="VBD")
        tokens[subjects[0]] = replace(tokens[subjects[0]], head=verb)


def _is_what_is_spoken_of(tokens: list[Token], word: int) -> bool:
    """Be done by the noun right before it, of which somebody speaks: "demanded an end to Rwanda invading Burundi"."""
    token, doer = tokens[word], tokens[word - 1]
    prep = tokens[doer.head]
    thing = tokens[prep.head]
    is_gerund = token.tag == "VBG" and token.dep == "advcl"
    return is_gerund and doer.dep == "pobj" and thing.dep == "dobj" and thing.lemma in load_verbs().clues["above"]


def _own_teller(tokens: list[Token], word: int) -> int | None:
    """Give the verb of saying beside which a verb stands that hangs on what is said of a thing.

    In "denied that the drones were aimed at it and offered talks" the drones offer nothing, nor do operations accuse
    in "vowed that operations would go on, accusing the rebels of".
    """
    token, clause = tokens[word], tokens[tokens[word].head]
    is_beside = token.dep == "conj" and token.tag in ("VBD", "VBZ", "VBP")
    goes_on = token.dep == "advcl" and token.tag == "VBG" and tokens[word - 1].text == ","
    if not (is_beside or goes_on) or clause.dep != "ccomp":
        return None
    speaks = _tells(tokens[clause.head], (*_SPEAKS, "threatened")) if goes_on else _tells(tokens[clause.head], _SPEAKS)
    if not speaks or not _is_of_people(token):
        return None
    if any(tokens[kid].dep in _SUBJECTS for kid in kids_of(tokens, word)):
        return None
    if clause.lemma in _STANDS:
        return clause.head  # "said the team was safe and urged all to …"
    subject = next((each for each in tokens if each.head == token.head and each.dep in _SUBJECTS), None)
    return clause.head if subject is not None and subject.pos == "NOUN" and not _acts(subject) else None


def _acts(token: Token) -> bool:
    """Be people or a body, and no ship."""
    known = load_verbs()
    is_someone = token.lemma in known.actors["people"] | known.actors["government"]
    return (is_someone and not known.is_of(token.lemma, "vessel")) or known.is_of(token.lemma, "dealers")


def _is_of_people(token: Token) -> bool:
    """Be what only people do: speak, ask, offer, sue."""
    known = load_verbs()
    frames = [frame for _particle, frame in known.verbs.get(token.lemma, ())]
    return token.lemma in known.embeddings or any(frame.content or "legal" in frame.flags for frame in frames)


def _tells(token: Token, kinds: tuple[str, ...] = ("said", "alleged")) -> bool:
    return load_verbs().embeddings.get(token.lemma, ("",))[0] in kinds and token.tag in ("VBD", "VBZ", "VBP")


def _before_condition(tokens: list[Token], root: int) -> int | None:
    """Give the clause before a condition told by its order: "…, should the group break it"."""
    kids = kids_of(tokens, root)
    main = next((kid for kid in kids if tokens[kid].dep == "ccomp" and tokens[kid].pos == "VERB"), None)
    subject = next((kid for kid in kids if tokens[kid].dep in _SUBJECTS), None)
    if main is None or subject is None:
        return None
    turned = [kid for kid in kids if main < kid < subject and tokens[kid].text.lower() in _INVERTED]
    for kid in turned[:1]:
        tokens[kid] = replace(tokens[kid], dep="mark", lemma="if")
    return main if turned else None


def _swap(tokens: list[Token], root: int, above: int, *, dep: str) -> None:
    tokens[above] = replace(tokens[above], head=above, dep="ROOT")
    tokens[root] = replace(tokens[root], head=above, dep=dep)


def _is_below(tokens: list[Token], word: int, top: int) -> bool:
    for _ in tokens:
        if word == top:
            return True
        if tokens[word].head == word:
            return False
        word = tokens[word].head
    return False
