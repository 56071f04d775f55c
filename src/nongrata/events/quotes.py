"""What is quoted, directly or indirectly, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nongrata.articles import Story
from nongrata.events.record import Actor, Quote
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.speakers import Saying, speaks
from nongrata.mentions import Sentence
from nongrata.values import Span, overlaps_any
from nongrata.values.placed import Placed

_QUOTED = re.compile(
    r"“[^“”]{2,4000}(?:”|$)|(?<!\w)\"[^\"]{2,4000}(?:\"|$)|``[^`]{2,4000}?''|(?<![\w’'])[‘'](?!s\b)[^‘’'\n]{2,300}[’'](?!\w)"
)
_FULL_WORDS = (
    4  # shorter: scare quotes and titles, told by the author all the same unless a verb of saying governs them
)
_FAR = 90  # characters by which a verb of another sentence counts as farther away than one of the quotation's own
_NEAR = 260  # farther away from a quotation, a verb of saying says something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words in quotation marks, the sentences that they touch, and their paragraph's number."""

    span: Span
    sentences: tuple[int, ...]
    paragraph: int
    speakers: tuple[Actor, ...] = ()


def find_quoted(text: str, story: Story, sentences: Sequence[Sentence]) -> tuple[Quoted, ...]:
    """Give what stands in quotation marks; nothing crosses a paragraph."""
    placed = Placed((sentence.span, index) for index, sentence in enumerate(sentences))
    return tuple(
        Quoted(
            span=Span(*match.span()),
            sentences=tuple(index for _span, index in placed.touching(Span(*match.span()))),
            paragraph=number,
        )
        for number, paragraph in enumerate(story.paragraphs)
        for match in _QUOTED.finditer(text, paragraph.start, paragraph.end)
    )


def with_speakers(
    story: Story, quoted: Sequence[Quoted], scenes: Sequence[Scene], sayings: Sequence[Saying]
) -> tuple[Quoted, ...]:
    """Give each quotation its speaker: by the clause that it stands in, by what is said nearest, or as before."""
    spans = [each.span for each in quoted]
    outside = [saying for saying in sayings if not overlaps_any(saying.at, spans)]
    found: list[Quoted] = []
    for each in quoted:
        paragraph = story.paragraphs[each.paragraph]
        here = [saying for saying in outside if paragraph.covers(saying.at)]
        speakers = _governing(each, scenes, here)
        if not speakers and _is_full(each, scenes):
            before = found[-1] if found and each.paragraph - found[-1].paragraph <= 1 else None
            speakers = _nearest(each, here, spans) or (before.speakers if before else ())
        found.append(replace(each, speakers=speakers))
    return tuple(found)


def _is_full(each: Quoted, scenes: Sequence[Scene]) -> bool:
    words = [token for i in each.sentences for token in scenes[i].tree.tokens if each.span.covers(token.span)]
    return sum(token.pos != "PUNCT" for token in words) >= _FULL_WORDS


def _governing(each: Quoted, scenes: Sequence[Scene], sayings: Sequence[Saying]) -> tuple[Actor, ...]:
    """Give who says it by the parse: the verb of saying above the quoted words."""
    by_place = {(saying.sentence, saying.verb): saying for saying in sayings}
    for index in each.sentences:
        tree = scenes[index].tree
        inside = [word for word, token in enumerate(tree.tokens) if each.span.covers(token.span)]
        tops = [word for word in inside if tree.head(word) not in inside and tree.tokens[word].pos != "PUNCT"]
        for word in tops:
            for above in tree.up(word):
                if (index, above) in by_place:
                    return by_place[index, above].speakers
                if tree.is_verb(above) and speaks(tree.lemma(above)):
                    break
    return ()


def _nearest(each: Quoted, sayings: Sequence[Saying], quoted: Sequence[Span]) -> tuple[Actor, ...]:
    """Give who says something right beside the quotation, in its own sentence rather than in the next."""

    def distance(saying: Saying) -> int:
        between = (
            Span(each.span.end, saying.at.start)
            if saying.at.start >= each.span.end
            else Span(min(saying.at.end, each.span.start), each.span.start)
        )
        others = sum(len(span) for span in quoted if between.covers(span))
        return len(between) - others + (0 if saying.sentence in each.sentences else _FAR)

    near = [saying for saying in sayings if distance(saying) <= _NEAR]
    return min(near, key=distance).speakers if near else ()


def quotes_of(quoted: Sequence[Quoted], sayings: Sequence[Saying]) -> tuple[Quote, ...]:
    """Give the quotations with a speaker, and what is said without quotation marks, in the order of the text."""
    direct = [Quote(span=each.span, kind="direct", sources=each.speakers) for each in quoted if each.speakers]
    spans = [each.span for each in direct]
    return tuple(sorted([*direct, *_indirect(sayings, spans)], key=lambda quote: quote.span))


def _indirect(sayings: Sequence[Saying], direct: Sequence[Span]) -> Iterator[Quote]:
    for saying in sayings:
        content = saying.content
        if content is None or any(span.covers(content) or span.covers(saying.at) for span in direct):
            continue
        if 2 * sum(len(span) for span in direct if content.covers(span)) > len(content):
            continue  # the quotation itself, with its comma
        outer = [s for s in sayings if s is not saying and s.content is not None and s.content.covers(saying.at)]
        chain = [speaker for each in outer if each.sentence == saying.sentence for speaker in each.speakers]
        sources = tuple(dict.fromkeys((*chain, *saying.speakers)))
        yield Quote(span=content, kind="indirect", sources=sources)
