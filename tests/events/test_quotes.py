"""Who is quoted, directly and indirectly, on sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.events.find import find_acts
from nongrata.mentions import Reading
from nongrata.mentions.model import parse_story
from tests.events.reading import cast_of, names, story_of

PEOPLE = {"Ana Silva": "Portuguese President", "Omar Haddad": "Jordanian King", "Lena Vogt": ""}
BODIES = ("Volga Bank", "State Department")


def quoted(text: str) -> list[tuple[str, str, str]]:
    """Give the quotations of a text: the words, how, and who."""
    story = story_of(text)
    parsed = parse_story(text, story)
    reading = Reading(
        sentences=parsed.sentences, names=parsed.names, places=(), equipment=(), times=(), model=parsed.model
    )
    found = find_acts(text, story, reading, cast_of(text, _named(text), BODIES)).quotes
    return [(quote.span.of(text), quote.kind, names(quote.sources)) for quote in found]


def _named(text: str) -> dict[str, str]:
    return {name: position for name, position in PEOPLE.items() if name in text}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We will not pay a cent to that bank,” Ana Silva said on Monday.", "Ana Silva"),
        ("Ana Silva said: “We will not pay a cent to that bank.”", "Ana Silva"),
        ("Ana Silva, the president of Portugal: “We do not pay a cent to that bank.”", "Ana Silva"),
        ("In a letter Omar Haddad protested his innocence: “We never paid a cent to that bank.”", "Omar Haddad"),
        ("“We will not pay a cent,” said Omar Haddad, who was in Paris. “That is final and settled.”", "Omar Haddad"),
        ("Lena Vogt spoke in Riga. “We will not pay a cent to that bank,” she told reporters.", "Lena Vogt"),
        ('"We will not pay a cent to that bank," the State Department said in a statement.', "State Department"),
        ("“We will not pay a cent to that bank,” a miner told Omar Haddad.", "a miner"),
        ("Ana Silva praised the bank. “We paid it every cent,” Lena Vogt added.", "Lena Vogt"),
    ],
)
def test_a_direct_quotation_has_its_speaker(text: str, who: str) -> None:
    assert {found for words, kind, found in quoted(text) if kind == "direct"} == {who}


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“We will not pay,” Ana Silva said in Lisbon.\n“Nobody will make us pay a cent.”"

    assert [who for _words, kind, who in quoted(text) if kind == "direct"] == ["Ana Silva", "Ana Silva"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ana Silva said that the bank had closed.", "the bank had closed", "Ana Silva"),
        ("The bank had closed, Omar Haddad told reporters.", "The bank had closed", "Omar Haddad"),
        ("According to Volga Bank, the money never left Riga.", "the money never left Riga", "Volga Bank"),
        ("The bank closed on Monday, said Omar Haddad.", "The bank closed on Monday", "Omar Haddad"),
        ("Lena Vogt claimed the bank had closed in May.", "the bank had closed", "Lena Vogt"),
    ],
)
def test_indirect_speech_has_its_speaker(text: str, words: str, who: str) -> None:
    assert [(kind, found) for said, kind, found in quoted(text) if words in said] == [("indirect", who)]


def test_a_chain_of_speakers_begins_with_the_outermost() -> None:
    text = "Volga Bank reported that Ana Silva said that the money had left Riga."
    inner = next(who for words, _kind, who in quoted(text) if words.startswith("that the money"))

    assert inner == "Volga Bank + Ana Silva"


def test_a_word_in_scare_quotes_is_nobodys_speech() -> None:
    assert quoted("The “special” tariff was raised.") == []


def test_a_word_quoted_under_a_verb_of_saying_is_its_subjects() -> None:
    assert ("“theft”", "direct", "Ana Silva") in quoted("Ana Silva called the tariff “theft”.")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="“”‘’ .,\n'\"AaUSé said told accused of Iran:()!?", max_size=100))
def test_any_quotation_stands_inside_its_text(text: str) -> None:
    assert all(words and words in text for words, _kind, _who in quoted(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Volga Bank pays in yuan as the fleet finds new flags.", []),
        (
            "Jordan threatened to raise its tariffs; Ana Silva said the threats were empty.",
            [("to raise its tariffs", "indirect", "jo"), ("the threats were empty", "indirect", "Ana Silva")],
        ),
        (
            "The Tempest Dream, the Leruo and the Next, all of which have been placed on the EU and UK lists, loaded"
            " about 43,000 tons of fuel each at Vadinar in the past week, said the sources, who declined to be named.",
            [("The Tempest Dream, the Leruo and the Next", "indirect", "the sources")],
        ),
        (
            "He was shown a line for a new drone, the local version of the Shahed-136, a spokeswoman told reporters.",
            [
                (
                    "He was shown a line for a new drone, the local version of the Shahed-136,",
                    "indirect",
                    "a spokeswoman",
                )
            ],
        ),
    ],
)
def test_what_is_said_is_the_speakers_own_clause(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(words[:40], kind, who) for words, kind, who in quoted(text)] == [(w[:40], k, who) for w, k, who in found]
