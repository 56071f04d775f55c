"""What the statistical model sees, in our own records."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.mentions.model import SCHEMATA, parse_story
from nongrata.mentions.pipeline import load_model
from tests.parties.stories import story_of

TWO = "Kim inspected a plant.\nPutin, in Moscow, praised it. He left."


def test_no_sentence_crosses_a_paragraph() -> None:
    parsed = parse_story(TWO, story_of(TWO))

    assert [(sentence.paragraph, sentence.span.of(TWO)) for sentence in parsed.sentences] == [
        (0, "Kim inspected a plant."),
        (1, "Putin, in Moscow, praised it."),
        (1, "He left."),
    ]


def test_a_sentence_keeps_its_parse() -> None:
    sentence = parse_story(TWO, story_of(TWO)).sentences[0]
    verb = sentence.tokens[1]

    assert (verb.text, verb.lemma, verb.pos, verb.tag, verb.head) == ("inspected", "inspect", "VERB", "VBD", 1)
    assert [token.dep for token in sentence.tokens if token.head == 1 and token is not verb] == [
        "nsubj",
        "dobj",
        "punct",
    ]


def test_names_carry_our_schemata() -> None:
    parsed = parse_story(TWO, story_of(TWO))

    assert ("Moscow", "Place") in [(name.span.of(TWO), name.schema) for name in parsed.names]
    assert {name.schema for name in parsed.names} <= set(SCHEMATA.values())


def test_the_model_is_loaded_once_and_named_with_its_version() -> None:
    assert load_model() is load_model()
    assert parse_story(TWO, story_of(TWO)).model.startswith("en_core_web_sm")


def test_a_story_without_words_has_no_sentences() -> None:
    assert parse_story("", story_of("")).sentences == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_every_token_says_what_stands_in_the_text(text: str) -> None:
    for sentence in parse_story(text, story_of(text)).sentences:
        assert all(token.span.of(text) == token.text for token in sentence.tokens)
        assert all(sentence.span.covers(token.span) for token in sentence.tokens)
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
