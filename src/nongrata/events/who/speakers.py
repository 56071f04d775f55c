"""Who speaks: the subjects of verbs of saying, and whom a sentence leans on with "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.events.record import Actor, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import is_office
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.actors import actors_at
from nongrata.events.who.states import BEFORE
from nongrata.values import Span

_SAYING = frozenset({"said", "alleged", "denied"})
_CLAUSE = 15  # characters: shorter, no clause follows
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BARE = frozenset({"comment", "respond", "reply", "describe"})  # "replied to a request", "describes itself as"
_PERCEIVING = frozenset({"find", "know", "see", "show", "signal"})
_OPENING = frozenset({'"', "“", "``", "‘"})
_NOBODY = Unnamed(text="nobody")
_TEXTS = frozenset({"citing", "quoting"})
_TELLINGS = {
    "in": frozenset({"telling", "version", "word"}),
    "by": frozenset({"account", "count", "estimate", "reckoning", "tally", "telling"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """That somebody says something: where that stands, who it is, and what is said, where the clause tells."""

    sentence: int
    verb: int
    at: Span
    speakers: tuple[Actor, ...]
    content: Span | None = None


def sayings_of(scene: Scene, sentence: int) -> Iterator[Saying]:
    """Give what a sentence says that somebody says, in the order of the text."""
    tree = scene.tree
    for word, token in enumerate(tree.tokens):
        if token.pos == "VERB" and speaks(token.lemma) and (speakers := speakers_at(scene, word)):
            yield Saying(sentence=sentence, verb=word, at=token.span, speakers=speakers, content=_content(scene, word))
        elif speakers := _before_colon(scene, word):
            yield Saying(sentence=sentence, verb=word, at=token.span, speakers=speakers)
        elif speakers := _leaned_on(scene, word):
            yield Saying(sentence=sentence, verb=word, at=token.span, speakers=speakers, content=_beside(scene, word))


def _before_colon(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give who is quoted behind a colon: "He protested his innocence: …", "Dmitry Peskov, the spokesman: …"."""
    tree = scene.tree
    if tree.tokens[word].text != ":" or word + 1 == len(tree.tokens) or tree.tokens[word + 1].text not in _OPENING:
        return ()
    ahead = range(scene.dateline, word)
    verbs = [verb for verb in ahead if tree.tokens[verb].tag in _FINITE and tree.tokens[verb].pos == "VERB"]
    if not verbs:
        return next(((scene.named[name],) for name in ahead if scene.is_person(scene.named.get(name, _NOBODY))), ())
    subject = tree.subject(min(verbs, key=lambda verb: len(tree.up(verb))))
    found = () if subject is None or subject > word else actors_at(scene, subject)
    return found if any(not isinstance(actor, Unnamed) or is_office(actor.text) for actor in found) else ()


def speaks(lemma: str) -> bool:
    """Be a verb by which somebody speaks."""
    known = load_verbs()
    return not _SAYING.isdisjoint(known.embeddings.get(lemma, ())) or known.is_of(lemma, "speaking")


def _content(scene: Scene, verb: int) -> Span | None:
    """Give the clause that is said."""
    tree = scene.tree
    clauses = [kid for kid in tree.kids(verb, "ccomp", "parataxis") if not tree.is_apart(kid)]
    clauses = clauses or [*tree.kids(verb, "xcomp")]
    if not clauses and tree.lemma(verb) in _PERCEIVING and tree.kids(verb, "dobj"):
        return None  # "the fleet finds new flags" says nothing
    if clauses:
        words = tree.subtree(clauses[0])
        first = next((at for at, word in enumerate(words) if tree.tokens[word].pos != "PUNCT"), 0)
        return tree.span(words[first:])
    is_beside = tree.dep(verb) == "advcl" and any(tree.lemma(kid) == "as" for kid in tree.kids(verb, "mark"))
    if is_beside or tree.dep(verb) == "parataxis":
        return tree.sentence.span  # "as the ministry told", "recipients, said the curator, are required"
    return _rest(scene, verb)


def _rest(scene: Scene, verb: int) -> Span | None:
    """Give what stands after a bare verb of saying whose clause the parser did not see."""
    tree = scene.tree
    is_told = any(token.tag in _FINITE for token in tree.tokens[verb + 1 :])  # else it is "said by telephone"
    has_object = bool(tree.kids(verb, "dobj")) and tree.lemma(verb) == "add"  # "might add further names"
    if not is_told or has_object or tree.lemma(verb) in _BARE or tree.kids(verb, "neg"):
        return None
    end = tree.sentence.span.end
    after = Span(min(tree.tokens[verb].span.end + 1, end - 1), end)
    is_plain = load_verbs().embeddings.get(tree.lemma(verb), ("",))[0] == "said"
    return after if is_plain and len(after) >= _CLAUSE and not tree.is_passive(verb) else None


def _beside(scene: Scene, word: int) -> Span | None:
    """Give the longer side of a sentence that leans on somebody: what stands before or after "according to"."""
    tree, sentence = scene.tree, scene.tree.sentence.span
    below = tree.span(tree.subtree(word))
    before, after = Span(sentence.start, below.start), Span(below.end, sentence.end)
    side = before if len(before) >= len(after) else after
    return side if len(side) > 1 else None


def sayer_of(scene: Scene, verb: int) -> int | None:
    """Give the subject of a verb of saying; of a passive, who is quoted or after "by"."""
    tree = scene.tree
    is_bare = tree.tokens[verb].tag == "VBN" and not tree.kids(verb, "aux")
    if tree.is_passive(verb) or is_bare:
        agents = [noun for prep in tree.kids(verb, "agent") for noun in tree.kids(prep, "pobj")]
        return agents[0] if agents else tree.kid(verb, *SUBJECTS) if tree.lemma(verb) == "quote" else None
    return tree.subject(verb)


def speakers_at(scene: Scene, verb: int) -> tuple[Actor, ...]:
    """Give who says it; people without a name come in the story's own words."""
    subject = sayer_of(scene, verb)
    if subject is None or subject < scene.dateline:
        return ()
    found = actors_at(scene, subject)
    if found or scene.tree.tokens[subject].pos == "PRON":
        return found
    return (scene.unnamed(subject),)


def according_to(scene: Scene) -> tuple[Actor, ...]:
    """Give whom a sentence leans on with "according to" or "citing"."""
    return next((found for word in range(len(scene.tree.tokens)) if (found := _leaned_on(scene, word))), ())


def said_beside(scene: Scene, verb: int) -> tuple[Actor, ...]:
    """Give who says a thing and in the same breath promises, warns or asks: "told reporters, promising a response"."""
    tree, head = scene.tree, scene.tree.head(verb)
    is_same = tree.dep(verb) in ("conj", "advcl") and not tree.kids(verb, *SUBJECTS, "mark")
    is_plain = tree.is_verb(head) and load_verbs().embeddings.get(tree.lemma(head), ("",))[0] == "said"
    if not (is_same and is_plain and speaks(tree.lemma(verb))) or tree.is_passive(head) or tree.kids(head, "neg"):
        return ()
    return speakers_at(scene, head)


def accusers_above(scene: Scene, verb: int) -> tuple[Actor, ...]:
    """Give whose accusation or claim a clause is: "accusations by Warsaw that it had sent", "Polish claims that"."""
    tree = scene.tree
    for word in (verb, *tree.up(verb)):
        noun = tree.head(word)
        if tree.dep(word) in ("acl", "ccomp", "relcl", "pcomp") and load_verbs().is_of(tree.lemma(noun), "accusation"):
            by = [p for p in tree.kids(noun, "prep", "agent") if tree.lemma(p) in ("by", "from")]
            whose = [*(other for p in by for other in tree.kids(p, "pobj")), *tree.kids(noun, "poss")]
            return tuple(dict.fromkeys(a for other in whose for a in actors_at(scene, other))) or tuple(
                scene.named[kid] for kid in tree.kids(noun, *BEFORE) if kid in scene.named
            )
    return ()


def may_tell(noun: str) -> bool:
    """Be a paper or a report, or who writes them: "indictment", "document", "expert"."""
    return any(load_verbs().is_of(noun, name) for name in ("text", "charges", "onlooker"))


def _leaned_on(scene: Scene, word: int) -> tuple[Actor, ...]:
    tree, token = scene.tree, scene.tree.tokens[word]
    nouns: tuple[int, ...] = ()  # "citing" gives who or what tells it, or only a reason: "citing the exercises"
    if token.lemma == "accord" and (to := tree.kid(word, "prep")) is not None:
        nouns = tuple(n for n in tree.kids(to, "pobj") if not load_verbs().is_of(tree.lemma(n), "measure-of"))
    elif token.text.lower() in _TEXTS:
        nouns = tuple(noun for noun in tree.kids(word, "dobj") if actors_at(scene, noun) or may_tell(tree.lemma(noun)))
    elif token.dep == "prep" and token.lemma in _TELLINGS:  # "in Canada's telling", "by its count"
        told = [noun for noun in tree.kids(word, "pobj") if tree.lemma(noun) in _TELLINGS[token.lemma]]
        nouns = tuple(whose for noun in told for whose in tree.kids(noun, "poss"))
    return next((actors_at(scene, noun) or (scene.unnamed(noun),) for noun in nouns), ())
