"""A headline in which every word has a capital names whom the story names."""

from __future__ import annotations

from dataclasses import replace

from nongrata.mentions import Mention
from nongrata.mentions.names.headlines import said_in_body
from nongrata.values import Span
from tests.parties.stories import story_of

TEXT = "Northern Drone Maker Sells Tools To Korvin Group\nThe Korvin Group said that it had bought them."


def seen(words: str, at: int = 0) -> Mention:
    start = TEXT.index(words, at)
    return Mention(span=Span(start, start + len(words)), schema="Organization", found_by="model")


def test_names_that_run_together_in_a_headline_are_parted_by_the_storys_own() -> None:
    text = "Nayara Takes Microsoft to Court Over Cutoff\n\nNayara Energy sued Microsoft Corp. in Delhi."
    title, *_rest = story_of(text).paragraphs
    story = replace(story_of(text), title=title)
    names = [
        Mention(span=Span(text.index(words), text.index(words) + len(words)), schema="Company", found_by="model")
        for words in ("Nayara Takes Microsoft", "Nayara Energy", "Microsoft Corp.")
    ]

    assert [name.span.of(text) for name in said_in_body(text, story, names)][:2] == ["Nayara", "Microsoft"]


def test_only_what_the_story_says_again_is_a_name() -> None:
    story = story_of(TEXT)
    story = replace(story, title=story.paragraphs[0])
    maker, short, full = seen("Northern Drone Maker"), seen("Korvin Group"), seen("Korvin Group", at=50)

    assert said_in_body(TEXT, story, (maker, short, full)) == (short, full)


def test_who_speaks_stands_before_a_colon() -> None:
    text = "Anna Korvin: Norland Will Never Sell Such Tools\nNobody asked."
    story = story_of(text)
    name = Mention(span=Span(0, 11), schema="Person", found_by="model")

    assert said_in_body(text, replace(story, title=story.paragraphs[0]), (name,)) == (name,)
