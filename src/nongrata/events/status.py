"""How sure the story is of an act, and who says so: read off the clauses above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.events.frames import load_verbs
from nongrata.events.record import Status
from nongrata.events.tree import Tree

WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
MAY = frozenset({"could", "may", "might", "can", "ca"})
MUST = frozenset({"must", "should", "ought"})
DOUBTS = {
    "potential": "hypothetical", "possible": "hypothetical", "future": "planned", "planned": "planned",
    "upcoming": "planned", "forthcoming": "planned", "alleged": "alleged", "reported": "alleged",
    "suspected": "alleged", "purported": "alleged", "proposed": "hypothetical", "such": "hypothetical",
    "supposed": "alleged", "expected": "planned", "likely": "hypothetical", "further": "",
}  # fmt: skip
NOUNS = {
    "prospect": "hypothetical", "possibility": "hypothetical", "risk": "hypothetical", "potential": "hypothetical",
    "fear": "hypothetical", "plan": "planned", "accusation": "alleged", "allegation": "alleged", "claim": "alleged",
    "suspicion": "alleged", "charge": "alleged", "report": "alleged", "threat": "threatened", "intention": "planned",
    "right": "hypothetical", "ability": "hypothetical", "attempt": "hypothetical", "effort": "hypothetical",
    "call": "requested", "demand": "requested", "request": "requested", "proposal": "hypothetical",
    "decision": "", "promise": "planned", "pledge": "planned", "readiness": "planned", "need": "requested",
    "way": "hypothetical", "chance": "hypothetical", "idea": "hypothetical", "question": "unclear", "denial": "denied",
    "offer": "planned", "goal": "hypothetical", "aim": "hypothetical", "hope": "hypothetical", "purpose": "hypothetical",
    "policy": "hypothetical", "ambition": "hypothetical", "mission": "hypothetical", "means": "hypothetical", "refusal": "negated", "failure": "negated", "opportunity": "hypothetical", "talk": "hypothetical",
}  # fmt: skip
ADVERBS = {"reportedly": "alleged", "allegedly": "alleged", "potentially": "hypothetical", "possibly": "hypothetical",
           "never": "negated", "purportedly": "alleged", "supposedly": "alleged"}  # fmt: skip
# What somebody is arrested or listed for is what the authority says, not what the story knows.
LEGAL = frozenset(
    [
        "arrest",
        "charge",
        "jail",
        "convict",
        "sentence",
        "detain",
        "indict",
        "sanction",
        "blacklist",
        "designate",
        "fine",
        "imprison",
        "prosecute",
        "try",
    ]
)
CONDITIONS = frozenset({"if", "unless", "should", "whether", "lest"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the clauses above make of an act."""

    status: Status
    sayers: tuple[int, ...] = ()  # the verbs of saying above it, the innermost first
    under: tuple[str, ...] = ()  # what those verbs make of it: said, alleged, denied
    told: bool = True  # False: only wished, tried or asked for, so no event
    would: bool = False  # "would": future in the past, or only thought of
    attempted: bool = False  # tried: a blow that was tried is an act, a meeting that was tried is none
    announced: bool = False  # "announced that it would": the word itself is the act


def standing_of(tree: Tree, word: int) -> Standing:
    """Give how an act stands, from the verb (or noun) that tells it up to the sentence's root."""
    kinds = list(_kinds_of(tree, word))
    sayers = tuple(verb for kind, verb in kinds if kind in ("said", "alleged", "denied") and tree.is_verb(verb))
    names = [kind for kind, _ in kinds]
    status = _combine([kind for kind in names if kind not in ("said", "would", "attempted")])
    would = "would" in names
    if would and status == "asserted":
        status = "planned" if "said" in names or "alleged" in names else "hypothetical"
    under = tuple(kind for kind, verb in kinds if verb in sayers)
    announced = bool(sayers) and tree.lemma(sayers[0]) in ("announce", "declare", "decree")
    told = status not in ("requested",)
    return Standing(
        status=status,
        sayers=sayers,
        under=under,
        told=told,
        would=would,
        announced=announced,
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
    firm = False  # from here up only sayers count: "after he arrived" is told as a fact whatever stands above
    yield from _own(tree, word)
    for _ in tree.tokens:
        dep, head = tree.dep(word), tree.head(word)
        if head == word or (dep == "ccomp" and head > word and any(t.text == ";" for t in tree.tokens[word:head])):
            return
        if dep == "advcl" and any(tree.lemma(kid) in CONDITIONS for kid in tree.kids(word, "mark")):
            yield "hypothetical", word
        if dep == "advcl" and _is_purpose(tree, word):
            yield "hypothetical", word
        firm = firm or dep in ("advcl", "relcl") or (dep == "acl" and tree.tokens[word].tag in ("VBN", "VBD"))
        for kind, verb in _above(tree, word, head, dep):
            if not firm or kind in ("said", "alleged", "denied"):
                yield kind, verb
        word = head


def _is_purpose(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].tag == "VB" and any(tree.lemma(kid) == "to" for kid in tree.kids(verb, "aux"))


def _own(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    """Give what a verb's auxiliaries, or a noun's adjectives, make of it."""
    for kid in tree.children[word]:
        text, dep = tree.tokens[kid].text.lower(), tree.dep(kid)
        if dep in ("aux", "auxpass"):
            yield from _modal(text, word)
        elif dep == "neg" or (dep in ("det", "advmod", "preconj") and text in ("no", "never", "neither", "nor")):
            yield "negated", word
        elif dep == "advmod" and text in ADVERBS:
            yield ADVERBS[text], word
        elif dep == "amod" and text in DOUBTS and not tree.is_verb(word) and DOUBTS[text]:
            yield DOUBTS[text], word
        elif dep in ("nsubj", "nsubjpass") and any(tree.lemma(d) in ("no", "neither") for d in tree.kids(kid, "det")):
            yield "negated", word


def _modal(text: str, word: int) -> Iterator[tuple[str, int]]:
    if text in WILL:
        yield "planned", word
    elif text in ("would", "'d", "’d"):
        yield "would", word
    elif text in MAY:
        yield "hypothetical", word
    elif text in MUST:
        yield "requested", word


def _above(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    """Give what the next word up makes of the one below."""
    if dep == "conj":
        if (
            not tree.kids(word, "nsubj", "nsubjpass", "aux")
            and tree.is_verb(head)
            and tree.tokens[word].tag in ("VB", "VBG", "VBN")
        ):
            yield from _own(tree, head)
        return
    if tree.tokens[head].pos in ("NOUN", "PROPN"):
        if dep in ("acl", "prep", "compound") or tree.dep(word) == "relcl":
            kind = NOUNS.get(tree.lemma(head), "")
            if kind:
                yield kind, head
        if dep == "prep" or dep == "acl":
            yield from (pair for pair in _own(tree, head) if pair[0] in ("hypothetical", "alleged"))
        return
    if dep in ("ccomp", "xcomp", "pcomp", "dobj", "prep", "nsubjpass", "acomp", "attr", "csubj", "nsubj", "pobj"):
        yield from _governed(tree, word, head, dep)


def _governed(tree: Tree, word: int, head: int, dep: str) -> Iterator[tuple[str, int]]:
    kinds = load_verbs().embeddings.get(tree.lemma(head), ())
    if dep == "prep" and tree.lemma(head) in LEGAL and tree.lemma(word) in ("for", "with", "of", "over"):
        yield "alleged", head
    clausal = dep in ("ccomp", "xcomp", "pcomp", "csubj")
    if tree.lemma(head) == "be" and dep == "xcomp":
        yield "planned", head
    elif tree.lemma(head) in ("be", "remain") and dep == "ccomp":
        yield from _copula(tree, head)
    elif "requested" in kinds and dep == "xcomp":
        yield "requested", head
    elif kinds and (
        clausal
        or (
            kinds[0] in ("denied", "alleged", "hypothetical", "planned", "requested", "negated")
            and dep in ("dobj", "prep")
        )
    ):
        kind = kinds[0]
        if dep == "prep" and kind not in ("alleged", "denied"):
            kind = ""
        if kind == "said" and tree.kids(head, "neg"):
            kind = "unclear" if tree.lemma(head) in ("confirm", "say") else "hypothetical"
        if kind == "unclear" and tree.lemma(head) in ("clear", "verify", "determine", "ascertain"):
            kind = "unclear" if tree.kids(head, "neg") else ""
        if kind and kind != "asserted":
            yield kind, head
    if dep not in ("nsubj",) and tree.is_verb(head) and not (kinds and kinds[0] in ("said", "alleged", "denied")):
        yield from (pair for pair in _own(tree, head) if not (kinds and kinds[0] == "threatened"))


def _copula(tree: Tree, verb: int) -> Iterator[tuple[str, int]]:
    for kid in tree.kids(verb, "acomp", "attr"):
        kinds = load_verbs().embeddings.get(tree.lemma(kid), ())
        if "unclear" in kinds:
            if tree.lemma(kid) != "clear" or tree.kids(verb, "neg"):
                yield "unclear", verb
        elif kinds:
            yield kinds[0], verb
