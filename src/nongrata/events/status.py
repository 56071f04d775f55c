"""How sure the story is of an act, and who says so: read off the clauses above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.events.doubt import doubt_of, is_infinitive
from nongrata.events.frames import load_verbs
from nongrata.events.record import Status
from nongrata.events.tree import Tree

MODALS = {
    "planned": ("will", "'ll", "’ll", "shall", "wo"),
    "would": ("would", "'d", "’d"),
    "hypothetical": ("could", "may", "might", "can", "ca"),
    "requested": ("must", "should", "ought"),
}
_STEPS = {"plotted": "alleged", "decided": "planned"}
SAYING = ("said", "alleged", "denied")
CLAUSAL = ("ccomp", "xcomp", "pcomp", "csubj", "csubjpass")
GOVERNED = (*CLAUSAL, "dobj", "prep", "nsubjpass", "acomp", "attr", "nsubj", "pobj")
OVER_NOUNS = ("denied", "alleged", "hypothetical", "planned", "requested", "negated")
TELL_IF_NEGATED = ("clear", "verify", "determine", "ascertain")  # "it is not clear whether", "could not verify"
CONDITIONS = frozenset({"if", "unless", "should", "whether", "lest"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the clauses above make of an act."""

    status: Status
    sayers: tuple[int, ...] = ()  # the verbs of saying above it, the innermost first
    told: bool = True  # False: only wished, tried or asked for, so no event
    attempted: bool = False  # tried: a blow that was tried is an act, a meeting that was tried is none
    warned: bool = False  # "warned that it would": the warning is the act already
    announced: bool = False  # "announced that it would": the word itself is the act
    decided: bool = False  # "voted to": so is the deciding, of what is done by deciding


def standing_of(tree: Tree, word: int) -> Standing:
    """Give how an act stands, from the verb (or noun) that tells it up to the sentence's root."""
    kinds = list(_kinds_of(tree, word))
    sayers = tuple(verb for kind, verb in kinds if kind in SAYING and tree.is_verb(verb))
    names = [_STEPS.get(kind, kind) for kind, _ in kinds]
    status = _combine([kind for kind in names if kind not in ("said", "would", "attempted")])
    if "would" in names and status == "asserted":  # future in the past under "said", or else only thought of
        status = "planned" if "said" in names or "alleged" in names else "hypothetical"
    warned = bool(sayers) and tree.lemma(sayers[0]) in ("warn", "threaten")
    announced = bool(sayers) and tree.lemma(sayers[0]) in ("announce", "declare", "decree")
    return Standing(
        status=status,
        sayers=sayers,
        told=status != "requested",
        announced=announced,
        decided=any(kind == "decided" for kind, _ in kinds),
        warned=warned,
        attempted="attempted" in names,
    )


def _combine(kinds: list[str]) -> Status:
    status: Status = "asserted"
    for kind in kinds:
        if kind == "negated" and status == "negated":
            status = "asserted"
        elif kind == "negated" and status in ("unclear", "threatened"):
            continue
        elif kind == "denied" or status == "asserted":
            status = kind  # type: ignore[assignment]  # the kinds are the statuses, once "said" is left out
        elif kind in ("hypothetical", "requested", "unclear") and status in ("planned", "alleged", "negated"):
            status = kind  # type: ignore[assignment]  # as above
    return status


def _kinds_of(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    """Give what each word above makes of the act, the innermost first."""
    beside = False  # in an apposition: not of what is said, but on it
    firm = False  # from here up only sayers count: "after he arrived" is told as a fact whatever stands above
    yield from _own(tree, word)
    for _ in tree.tokens:
        dep, head = tree.dep(word), tree.head(word)
        if head == word or _is_apart(tree, word):
            return
        if dep == "advcl" and _is_its_object(tree, word, head):
            dep = "xcomp"
        if dep == "advcl" and (is_infinitive(tree, word) or _is_condition(tree, word)):
            yield "hypothetical", word
        beside = beside or dep in ("appos", "npadvmod")
        firm = firm or dep == "advcl" or (dep == "relcl" and not _is_content(tree, word))
        firm = firm or (dep == "acl" and _is_participle(tree, word))
        for kind, verb in _above(tree, word, head, dep):
            is_aside = beside and kind == "alleged"  # "accused Paris of the attack, a charge that it rejected"
            if not firm or (kind in SAYING and not is_aside):
                yield kind, verb
        word = head


def _is_content(tree: Tree, word: int) -> bool:
    """Tell what a noun is about, though the parser calls it relative: "suspicions that China hacked"."""
    return is_infinitive(tree, word) or any(tree.lemma(kid) == "that" for kid in tree.kids(word, "mark"))


def _is_participle(tree: Tree, word: int) -> bool:
    """Say something of a noun ("shells sent to"), and not what a claim or a report is ("claims that it had sent")."""
    return tree.tokens[word].tag in ("VBN", "VBD") and not tree.kids(word, "mark")


def _is_its_object(tree: Tree, word: int, head: int) -> bool:
    """Be the gerund right after a verb and its particle: "ruled out sending"."""
    is_near = all(tree.tokens[between].dep == "prt" for between in range(head + 1, word))
    return tree.tokens[word].tag == "VBG" and word > head and is_near and not tree.kids(word, "mark")


def _is_apart(tree: Tree, word: int) -> bool:
    """Be a sentence of its own before a semicolon, which the parser takes for what is said after it."""
    head = tree.head(word)
    return tree.dep(word) == "ccomp" and head > word and any(token.text == ";" for token in tree.tokens[word:head])


def _is_condition(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(kid) in CONDITIONS for kid in tree.kids(verb, "mark"))


def _own(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    """Give what a verb's auxiliaries, or a noun's adjectives, make of it."""
    clues = load_verbs().clues
    for kid in tree.children[word]:
        text, dep = tree.tokens[kid].text.lower(), tree.dep(kid)
        if dep in ("aux", "auxpass"):
            yield from _modal(text, word)
            if text == "to" and dep == "aux" and tree.head(word) == word:
                yield "planned", word  # a headline's "Iran to ship"
        elif dep == "neg" or (dep in ("det", "advmod", "preconj") and text in ("no", "never", "neither", "nor")):
            yield "negated", word
        elif dep == "advmod" and text in clues["beside"]:
            yield clues["beside"][text], word
        elif dep == "amod" and text in clues["before"] and not tree.is_verb(word):
            yield clues["before"][text], word
        elif dep in ("nsubj", "nsubjpass", "dobj", "dative") and any(
            tree.lemma(d) in ("no", "neither") for d in tree.kids(kid, "det")
        ):
            yield "negated", word


def _modal(text: str, word: int) -> Iterator[tuple[str, int]]:
    if (kind := next((kind for kind, words in MODALS.items() if text in words), None)) is not None:
        yield kind, word


def _above(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    """Give what the next word up makes of the one below; words that no table knows vouch for nothing."""
    found = list(_by_tables(tree, word, head, dep))
    if not any(verb == head for _kind, verb in found) and (doubt := doubt_of(tree, word, head)):
        yield doubt, head
    yield from found


def _by_tables(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    if dep == "conj":
        if _shares_auxiliaries(tree, word, head):
            yield from _own(tree, head)
    elif tree.tokens[head].pos in ("NOUN", "PROPN"):
        yield from _below_noun(tree, word, head, dep)
        if dep == "prep" and tree.kids(word, "pcomp") and tree.dep(head) in ("dobj", "nsubjpass"):
            yield from _governed(tree, word, tree.head(head), dep)  # "convicted the aide of Kim of passing"
    elif dep == "xcomp" and _is_silence(tree, word, head):
        yield "unclear", head
    elif dep in GOVERNED:
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
        yield from (pair for pair in _own(tree, noun) if pair[0] in ("hypothetical", "alleged"))


def _governed(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    """Give what a verb makes of the clause or noun below it."""
    lemma = tree.lemma(head)
    kinds = _embeddings_of(tree, head)
    if dep == "dobj" and load_verbs().is_of(lemma, "rebuffing") and load_verbs().is_of(tree.lemma(word), "accusation"):
        yield "denied", head  # "rejected claims that it had armed them"
        return
    if dep in CLAUSAL and any(tree.lemma(kid) == "whether" for kid in tree.kids(word, "mark")):
        yield "unclear", head
    if dep == "prep" and load_verbs().is_of(lemma, "legal") and tree.lemma(word) in ("for", "with", "of", "over"):
        yield "alleged", head
    if lemma == "be" and dep == "xcomp":
        yield "planned", head
    elif lemma in ("be", "remain") and dep == "ccomp":
        yield from _copula(tree, head)
    elif kinds and (kind := _embedding(tree, head, dep, kinds)):
        yield kind, head
    says = bool(kinds) and kinds[0] in SAYING
    if dep != "nsubj" and tree.is_verb(head) and not says:
        yield from (pair for pair in _own(tree, head) if not (kinds and kinds[0] == "threatened"))


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
    if kind == "said" and load_verbs().is_of(tree.lemma(verb), "hearsay") and tree.is_passive(verb):
        return "alleged"  # "is said to have shipped", "the court was told that"
    if kind == "said" and negated:
        return "unclear" if tree.lemma(verb) in ("confirm", "say") else "hypothetical"
    if kind == "unclear" and tree.lemma(verb) in TELL_IF_NEGATED:
        return "unclear" if negated else ""
    return "" if kind == "asserted" else kind


def _copula(tree: Tree, verb: int) -> Iterator[tuple[str, int]]:
    """Give what "it is unclear whether", "it is possible that" make of the clause."""
    for kid in tree.kids(verb, "acomp", "attr"):
        kinds = load_verbs().embeddings.get(tree.lemma(kid), ())
        if "unclear" in kinds:
            if tree.lemma(kid) not in TELL_IF_NEGATED or tree.kids(verb, "neg"):
                yield "unclear", verb
        elif kinds:
            yield kinds[0], verb
