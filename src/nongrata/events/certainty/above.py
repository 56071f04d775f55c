"""What the words around and above an act make of it, step by step: alleged, denied, planned, …"""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.certainty.beside import SAYING, inserted_kinds, own_kinds
from nongrata.events.certainty.doubt import doubt_of
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import Tree

CLAUSAL = ("ccomp", "xcomp", "pcomp", "csubj", "csubjpass")
GOVERNED = (*CLAUSAL, "dobj", "prep", "nsubjpass", "acomp", "attr", "nsubj", "pobj")
OVER_NOUNS = ("denied", "alleged", "hypothetical", "planned", "requested", "negated")
_CHECKED = ("verify", "confirm", "corroborate", "substantiate", "ascertain", "authenticate")
_SHUT_OUT = ("rule", "reject", "forbid", "prohibit", "ban", "bar", "veto", "exclude", "preclude")
TELL_IF_NEGATED = ("clear", "verify", "determine", "ascertain")  # "it is not clear whether", "could not verify"


def kinds_above(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    """Give what the next word up makes of the one below; words that no table knows vouch for nothing."""
    found = list(_by_tables(tree, word, head, dep))
    if not any(verb == head for _kind, verb in found) and (doubt := doubt_of(tree, word, head)):
        yield doubt, head
    yield from found


def _by_tables(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    if dep == "conj":
        yield from inserted_kinds(tree, word, head)
        if _shares_auxiliaries(tree, word, head):
            yield from own_kinds(tree, head)
    elif tree.tokens[head].pos in ("NOUN", "PROPN", "NUM"):
        yield from _below_noun(tree, word, head, dep)
        verb = tree.clause(head)
        is_why = dep == "prep" and (
            tree.lemma(word) == "over" or (tree.lemma(word) == "for" and tree.dep(head) == "dobj")
        )
        if is_why and load_verbs().blames(tree.lemma(verb), "over"):
            yield "alleged", verb  # "imposed sanctions on the group over massacres", "fined it a million for sales to"
        is_of_deed = dep == "prep" and bool(tree.kids(word, "pcomp")) and tree.lemma(head) != "responsibility"
        if is_of_deed and tree.dep(head) in ("dobj", "nsubjpass"):
            yield from _governed(tree, word, tree.head(head), dep)  # "convicted the aide of Kim of passing"
    elif dep == "xcomp" and _is_silence(tree, word, head):
        yield "unclear", head
    elif dep in GOVERNED and tree.lemma(word) != "responsibility":  # who claims it for a blow says that he struck it
        yield from _governed(tree, word, head, dep)


def _is_silence(tree: Tree, word: int, head: int) -> bool:
    """Be kept to oneself, which is no denial: "declined to confirm that"."""
    kinds = load_verbs().embeddings.get(tree.lemma(head), ())
    return "negated" in kinds and load_verbs().is_of(tree.lemma(word), "silence")


def _shares_auxiliaries(tree: Tree, word: int, head: int) -> bool:
    """Be the second of two verbs under one auxiliary: "would ship arms and train crews"."""
    own = tree.kids(word, "nsubj", "nsubjpass", "aux")
    return not own and tree.is_verb(head) and tree.tokens[word].tag in ("VB", "VBG", "VBN")


def _below_noun(tree: Tree, word: int, noun: int, dep: str) -> Iterator[tuple[str, int]]:
    """Give what a noun makes of the act below it: "plans to visit", "reports of the potential sale"."""
    if dep in ("acl", "prep", "ccomp", "relcl") and load_verbs().is_of(tree.lemma(noun), "evidence"):
        negated = [tree.lemma(kid) in ("no", "little", "any") for kid in tree.kids(noun, "det", "amod")]
        yield "unclear" if any(negated) or tree.kids(tree.head(noun), "neg") else "alleged", noun
    if dep in ("acl", "prep", "compound", "ccomp") and (kind := load_verbs().clues["above"].get(tree.lemma(noun))):
        yield kind, noun
    if dep in ("prep", "acl"):
        yield from (pair for pair in own_kinds(tree, noun) if pair[0] in ("hypothetical", "alleged"))


def _governed(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    """Give what a verb makes of the clause or noun below it."""
    lemma = tree.lemma(head)
    kinds = ("decided",) if dep == "xcomp" and is_decreed(tree, word, head) else _embeddings_of(tree, head)
    if dep == "dobj" and load_verbs().is_of(lemma, "rebuffing") and load_verbs().is_of(tree.lemma(word), "accusation"):
        yield "denied", head  # "rejected claims that it had armed them"
        return
    if _is_open(tree, word, head, dep):
        yield "unclear", head
    if _is_charge(tree, word, head, dep):
        yield "alleged", head
    if lemma == "be" and dep == "xcomp":
        yield "planned", head
    elif lemma in ("be", "remain") and dep == "ccomp":
        yield from _copula(tree, head)
    elif kinds and (kind := _embedding(tree, head, dep, kinds) or _looked_to(tree, word, head, kinds)):
        yield kind, head
    says = bool(kinds) and kinds[0] in SAYING
    if dep != "nsubj" and tree.is_verb(head):
        own = [pair for pair in own_kinds(tree, head) if not (kinds and kinds[0] == "threatened")]
        # "pictures purportedly show a tanker taking oil"
        yield from (pair for pair in own if not says or pair[0] == "alleged")


def _is_open(tree: Tree, word: int, verb: int, dep: str) -> bool:
    """Be asked with "whether", or be what nobody could check: "could not verify the transfer"."""
    if dep in CLAUSAL and any(tree.lemma(kid) in ("whether", "if") for kid in tree.kids(word, "mark")):
        return True
    is_checked = dep in ("dobj", "nsubjpass") and tree.lemma(verb) in _CHECKED
    return is_checked and bool(tree.kids(verb, "neg"))


def _is_charge(tree: Tree, word: int, verb: int, dep: str) -> bool:
    """Be what somebody has to answer for, or what has still to be found.

    "Jailed for", "condemned Iran for", "expelled them over"; "is investigating the murder of a priest by soldiers".
    """
    known, lemma = load_verbs(), tree.lemma(verb)
    if known.is_of(lemma, "inquiring") and dep in ("dobj", "prep", "nsubjpass"):
        return True
    return dep == "prep" and known.blames(lemma, tree.lemma(word))


def is_decreed(tree: Tree, act: int, verb: int) -> bool:
    """Be done by agreeing to it: "agreed to impose sanctions", "agreed to designate the bank"."""
    is_of = load_verbs().is_of
    things = [tree.lemma(kid) for kid in tree.kids(act, "dobj")]
    is_decree = is_of(tree.lemma(act), "decreeing") or any(is_of(thing, "sanctions") for thing in things)
    return is_decree and "decreed" in load_verbs().embeddings.get(tree.lemma(verb), ())


def _embeddings_of(tree: Tree, verb: int) -> tuple[str, ...]:
    """Give what a verb, with its particle if it has one, makes of what is below: "ruled out" is not "ruled"."""
    known, lemma = load_verbs().embeddings, tree.lemma(verb)
    particles = (known.get(f"{lemma} {tree.lemma(kid)}") for kid in tree.kids(verb, "prt"))
    return next((kinds for kinds in particles if kinds), known.get(lemma, ()))


def _embedding(tree: Tree, verb: int, dep: str, kinds: tuple[str, ...]) -> str:
    """Give what a verb of the table makes of what hangs on it by this relation; "" for nothing."""
    kind = kinds[0]
    if "requested" in kinds and dep == "xcomp":
        return "requested"
    if dep == "prep":
        return kind if kind in ("alleged", "denied") else ""
    if dep not in CLAUSAL and not (dep == "dobj" and kind in OVER_NOUNS):
        return ""
    negated = bool(tree.kids(verb, "neg"))
    is_hearsay = tree.is_passive(verb) or (dep == "xcomp" and tree.lemma(verb) == "say")
    if kind == "said" and is_hearsay and load_verbs().is_of(tree.lemma(verb), "hearsay"):
        return "alleged"  # "is said to have shipped", "the court was told that"
    if negated and kind in ("negated", "said", "denied"):
        return _if_not(tree.lemma(verb), kind)
    if kind == "unclear" and tree.lemma(verb) in TELL_IF_NEGATED:
        return "unclear" if negated else ""
    return "" if kind == "asserted" else kind


def _if_not(lemma: str, kind: str) -> str:
    """Give what a verb makes of what is below it where it is told with "not"."""
    if kind == "negated":  # "did not rule out using his powers to impose", which is not done yet
        return "hypothetical" if lemma in _SHUT_OUT else kind
    if kind == "said":
        return "unclear" if lemma in ("confirm", "say") else "hypothetical"
    # who does not dispute it grants it; who does not deny it may do either
    return "" if lemma in ("dispute", "contest") else "alleged"


def _looked_to(tree: Tree, prep: int, verb: int, kinds: tuple[str, ...]) -> str:
    """Give what a verb makes of an act that is still to come: "warned of an attack", "prepared for an invasion"."""
    if tree.dep(prep) != "prep" or tree.lemma(prep) not in ("of", "for", "about") or tree.kids(prep, "pcomp"):
        return ""
    if tree.lemma(verb) == "warn":
        return "hypothetical"
    return (
        kinds[0]
        if kinds[0] in ("hypothetical", "planned", "requested") and not _is_charge(tree, prep, verb, "prep")
        else ""
    )


def _copula(tree: Tree, verb: int) -> Iterator[tuple[str, int]]:
    """Give what "it is unclear whether", "it is possible that" make of the clause."""
    for kid in tree.kids(verb, "acomp", "attr"):
        kinds = load_verbs().embeddings.get(tree.lemma(kid), ())
        if "unclear" in kinds:
            if tree.lemma(kid) not in TELL_IF_NEGATED or tree.kids(verb, "neg"):
                yield "unclear", verb
        elif kinds:
            yield kinds[0], verb
