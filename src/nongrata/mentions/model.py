"""The statistical model: spaCy's small English pipeline, read one paragraph at a time."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from nongrata.articles import Story
from nongrata.mentions.again import read_again
from nongrata.mentions.pieces import pieces_of
from nongrata.mentions.pipeline import Told, load_model, load_words, name_of_model
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
        sentences.extend(_sentences(read_again(doc), index, piece.start))
        names.extend(_names(doc, piece.start))
    return Parsed(sentences=tuple(sentences), names=tuple(names), model=name_of_model())


def _sentences(doc: Doc, paragraph: int, offset: int) -> Iterator[Sentence]:
    told = load_words().told(doc)
    for sent in doc.sents:
        tokens = tuple(_tokens(sent, told, offset))
        yield Sentence(span=Span(offset + sent.start_char, offset + sent.end_char), paragraph=paragraph, tokens=tokens)


def _tokens(sent: SpacySpan, told: list[Told], offset: int) -> Iterator[Token]:
    for token in sent:
        text, start, word = token.text, offset + token.idx, told[token.i]
        yield Token(
            span=Span(start, start + len(text)),
            text=text,
            lemma=word.lemma,
            pos=word.pos,
            tag=word.tag,
            dep=word.dep,
            head=token.head.i - sent.start,
        )


def _names(doc: Doc, offset: int) -> Iterator[Mention]:
    for entity in doc.ents:
        if schema := SCHEMATA.get(entity.label_):
            yield Mention(
                span=Span(offset + entity.start_char, offset + entity.end_char), schema=schema, found_by="model"
            )
