"""Who speaks: quotations with their speakers, and the sayers of indirect speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nongrata.articles import Story
from nongrata.events.actors import actors_at
from nongrata.events.frames import load_verbs
from nongrata.events.record import Actor
from nongrata.events.scene import Scene
from nongrata.events.tree import SUBJECTS
from nongrata.mentions import Sentence
from nongrata.values import Span, overlaps_any

_QUOTED = re.compile(r"“[^“”]{2,4000}(?:”|$)|(?<!\w)\"[^\"]{2,4000}(?:\"|$)|``[^`]{2,4000}?''")
_FULL_WORDS = 4  # shorter: scare quotes and titles, told by the author all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quotation marks, and the sentences that they touch."""

    span: Span
    sentences: tuple[int, ...]


def find_quotes(text: str, story: Story, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Give the quotations of a story; none crosses a paragraph."""
    return tuple(_find(text, story, sentences))


def _find(text: str, story: Story, sentences: Sequence[Sentence]) -> Iterator[Quote]:
    for paragraph in story.paragraphs:
        for match in _QUOTED.finditer(text, paragraph.start, paragraph.end):
            span = Span(match.start(), match.end())
            if len(match[0].split()) >= _FULL_WORDS:
                touched = tuple(i for i, sentence in enumerate(sentences) if sentence.span.overlaps(span))
                yield Quote(span=span, sentences=touched)


def say_verbs(scene: Scene) -> Iterator[int]:
    """Give the verbs of saying in a sentence that have a subject."""
    for word, token in enumerate(scene.tree.tokens):
        kinds = load_verbs().embeddings.get(token.lemma, ())
        if token.pos == "VERB" and "said" in kinds and sayer_of(scene, word) is not None:
            yield word


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
    if subject is None:
        return ()
    found = actors_at(scene, subject)
    if found or scene.tree.tokens[subject].pos == "PRON":
        return found
    return (scene.unnamed(subject),)


def speaker_outside(scene: Scene, quotes: Sequence[Quote]) -> tuple[Actor, ...]:
    """Give the speaker that a sentence names outside its quotation marks."""
    spans = [quote.span for quote in quotes]
    for verb in say_verbs(scene):
        if not overlaps_any(scene.tree.tokens[verb].span, spans):
            return speakers_at(scene, verb)
    return according_to(scene)


def according_to(scene: Scene) -> tuple[Actor, ...]:
    """Give whom a sentence leans on with "according to" or "citing"."""
    tree = scene.tree
    for word, token in enumerate(tree.tokens):
        if token.lemma == "accord" and (to := tree.kid(word, "prep")) is not None:
            for noun in tree.kids(to, "pobj"):
                return actors_at(scene, noun) or (scene.unnamed(noun),)
        if token.text.lower() == "citing" and (noun_ := tree.kid(word, "dobj")) is not None:
            return actors_at(scene, noun_) or (scene.unnamed(noun_),)
    return ()
