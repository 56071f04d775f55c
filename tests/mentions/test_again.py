"""Sentences whose verb the parser takes for something else, as they are read in the end."""

from __future__ import annotations

import pytest

from nongrata.mentions import Token
from nongrata.mentions.forms import load_forms
from nongrata.mentions.model import parse_story
from tests.parties.stories import story_of


def words(text: str) -> tuple[Token, ...]:
    return tuple(token for sentence in parse_story(text, story_of(text)).sentences for token in sentence.tokens)


def told(text: str, verb: str) -> tuple[str, str, str, str]:
    """Give a verb's lemma and tag, its subject and what it hangs on the sentence by."""
    sentences = [sentence.tokens for sentence in parse_story(text, story_of(text)).sentences]
    tokens = next(each for each in sentences if any(token.text == verb for token in each))
    at = next(place for place, token in enumerate(tokens) if token.text == verb)
    subject = next((each.text for each in tokens if each.head == at and each.dep == "nsubj"), "")
    return tokens[at].lemma, tokens[at].tag, subject, tokens[at].dep


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Rosneft supplied fuel to the Syrian army.", "supplied", ("supply", "VBD", "Rosneft", "ROOT")),
        (
            "Rosneft, which the EU sanctioned in 2014, supplied fuel to Almaz-Antey.",
            "supplied",
            ("supply", "VBD", "Rosneft", "ROOT"),
        ),
        (
            "Kaveh Marine, based in Bandar Abbas, exports drone engines to Hezbollah, according to the U.S. Treasury.",
            "exports",
            ("export", "VBZ", "Marine", "ROOT"),
        ),
        (
            "The order, signed a day earlier by Governor Karim Souaid, also names Yousser for Finance, which, like the "
            "bank itself, has long been blacklisted.",
            "names",
            ("name", "VBZ", "order", "ROOT"),
        ),
        ("The EDF reentered Tigray after a ceasefire.", "reentered", ("reentere", "VBD", "EDF", "ROOT")),
        ('Some carried banners reading "Stop the war on motorists".', "carried", ("carry", "VBD", "Some", "ROOT")),
        ("Mahan Air smuggles lens drawings for Almaz-Antey.", "smuggles", ("smuggle", "VBZ", "Air", "ROOT")),
        (
            "One, Kim Chol-min, landed jobs at American firms and sent large sums to Pyongyang.",
            "landed",
            ("land", "VBD", "One", "ROOT"),
        ),
        (
            "The Swiss foundation funded the work, and Ghana's wildlife department supplied vehicles and guides.",
            "supplied",
            ("supply", "VBD", "department", "conj"),
        ),
    ],
)
def test_a_verb_taken_for_a_noun_is_read_again(text: str, verb: str, expected: tuple[str, str, str, str]) -> None:
    assert told(text, verb) == expected


def test_the_words_stay_where_they_stand() -> None:
    text = "He left.  Rosneft supplied fuel to the Syrian army.  It said so. "

    assert [token.span.of(text) for token in words(text)] == [token.text for token in words(text)]
    assert told(text, "supplied") == ("supply", "VBD", "Rosneft", "ROOT")
    assert told(text, "said") == ("say", "VBD", "It", "ROOT")


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Borisov and co-star Mikey Madison at the Critics Choice Awards in Santa Monica on Friday.",
        "Scores: Namibia 138 for 7; Nepal 139 for 8 in 19.4 overs (Rawal 54 not out).",
        "The Church of Scientology's cruise ship Freewinds in Bonaire.",
        "US President Barack Obama tweet to student Ahmed Mohamed Image: Twitter / Barack Obama.",
        "For more information, contact the embassy.",
        "A hermit and humanitarian, loved by many.",
        "Salihu Yusuf and Bashir Yusuf to the List, pursuant to Executive Order 13224, as amended.",
    ],
)
def test_what_has_no_verb_gets_none(text: str) -> None:
    assert not [token.text for token in words(text) if token.tag in ("VBD", "VBZ", "VBP") and token.dep == "ROOT"]


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("The shareholder, retired General Tapiwa Nemarundwe, acquired 38% of Kopala Resources in May.", "acquired"),
        ('UN rights chief Volker Türk called the attacks "unacceptable" and asked Dhaka to stop.', "called"),
        ("The program is subject to a range of U.S. sanctions restrictions.", "is"),
        ("The officers cancelled the vote, dissolved parliament and closed the borders.", "cancelled"),
    ],
)
def test_a_sentence_keeps_the_verb_it_has(text: str, root: str) -> None:
    assert [token.text for token in words(text) if token.dep == "ROOT"] == [root]


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("exports", "VBZ"),
        ("supplied", "VBD"),
        ("led", "VBD"),
        ("re-exports", None),
        ("reentered", "VBD"),
        ("fund", "VBP"),
        ("given", None),
        ("sending", None),
        ("Exports", None),
        ("army", None),
        ("is", None),
    ],
)
def test_forms_of_verbs_are_told_by_their_letters(word: str, tag: str | None) -> None:
    assert load_forms().tag(word) == tag
