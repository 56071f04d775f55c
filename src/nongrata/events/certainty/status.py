"""How sure the story is of an act, and who says so: read off the clauses above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.events.certainty.above import kinds_above
from nongrata.events.certainty.beside import SAYING, own_kinds
from nongrata.events.certainty.doubt import is_infinitive
from nongrata.events.record import Status
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.tree import SUBJECTS, Tree

_STEPS = {"plotted": "alleged", "decided": "planned"}
_TIMES = frozenset({"after", "before", "since", "when", "once", "until", "while"})
_GIVEN = frozenset({"under", "despite", "since"})  # "would sell them under a licence": the licence is there
_TURNED = frozenset({"had", "were", "should"})
_WHOEVER = frozenset({"any", "every", "whichever", "whatever"})
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
        elif kind == "negated" and status == "planned":
            status = "negated"  # "will not ship", "is not planning to ship"
        elif kind == "denied" or status == "asserted":
            status = kind  # type: ignore[assignment]  # the kinds are the statuses, once "said" is left out
        elif kind in ("hypothetical", "requested", "unclear") and status in ("planned", "alleged", "negated"):
            status = kind  # type: ignore[assignment]  # as above
    return status


def _kinds_of(tree: Tree, word: int) -> Iterator[tuple[str, int]]:
    """Give what each word above makes of the act, the innermost first."""
    beside = False  # in an apposition: not of what is said, but on it
    timed = False  # in a clause of time: a denial is not of what it tells
    firm = False  # from here up only sayers count: "after he arrived" is told as a fact whatever stands above
    yield from own_kinds(tree, word)
    for _ in tree.tokens:
        dep, head = tree.dep(word), tree.head(word)
        if head == word or tree.is_apart(word):
            return
        if dep == "advcl" and _is_its_object(tree, word, head):
            dep = "xcomp"
        if dep == "advcl" and (is_infinitive(tree, word) or _is_condition(tree, word)):
            yield "hypothetical", word
        yield from _of_whoever(tree, word, head)
        beside = beside or dep in ("appos", "npadvmod") or (dep == "relcl" and _is_added(tree, word))
        firm = firm or (dep == "prep" and tree.lemma(word) in _GIVEN)
        firm = firm or dep == "advcl" or (dep == "relcl" and not _is_content(tree, word))
        firm = firm or (dep == "acl" and _is_participle(tree, word))
        timed = timed or (
            dep == "advcl" and any(tree.lemma(kid) in _TIMES for kid in tree.kids(word, "mark", "advmod"))
        )
        if dep == "advcl" and _is_told_beside(tree, word):
            return
        for kind, verb in kinds_above(tree, word, head, dep):
            # "accused Paris of it, a charge that it rejected"; "denied raiding Kenscoff, where 40 were killed";
            # "denied it, days after Paris accused him"
            is_aside = (beside and kind in ("alleged", "denied")) or (timed and kind == "denied")
            if not firm or (kind in SAYING and not is_aside):
                yield kind, verb
        word = head


def _of_whoever(tree: Tree, word: int, head: int) -> Iterator[tuple[str, int]]:
    """Give what an act is that whoever may do: "any bank that pays for weapons"."""
    if tree.dep(word) == "relcl" and any(tree.lemma(kid) in _WHOEVER for kid in tree.kids(head, "det")):
        yield "hypothetical", word


def _is_added(tree: Tree, word: int) -> bool:
    """Tell behind a comma what is known of a name: "accused Kigali of arming the rebels, which seized Goma"."""
    first = min(tree.subtree(word))
    relative = tree.tokens[first].text.lower() in ("which", "who", "whom", "whose", "where")
    return relative and first > 0 and tree.tokens[first - 1].text == ","


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


def _is_told_beside(tree: Tree, verb: int) -> bool:
    """Be another's words beside the first one's: "the rebels said …, while the ministry said that …"."""
    marks = [tree.lemma(kid) for kid in tree.kids(verb, "mark")]
    says = load_verbs().tells(tree.lemma(verb))
    return says and any(mark in ("while", "as", "although", "though", "whereas") for mark in marks)


def _is_condition(tree: Tree, verb: int) -> bool:
    """Be told with "if", or by its order: "had Serbia shipped the shells"."""
    turned = [kid for kid in tree.kids(verb, "aux", "auxpass") if tree.tokens[kid].text.lower() in _TURNED]
    subject = tree.kid(verb, *SUBJECTS)
    is_turned = subject is not None and any(kid < subject for kid in turned)
    return is_turned or any(tree.lemma(kid) in CONDITIONS for kid in tree.kids(verb, "mark"))
